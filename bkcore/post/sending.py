"""Hands letters to the mail server: one connection, encrypted when it can be, an outcome for each letter."""

import smtplib
import ssl
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime, formataddr, make_msgid
from ipaddress import ip_address
from urllib.parse import unquote, urlsplit

from bkcore.faults import MailMissing
from bkcore.post.letters import Letter
from bkcore.settings import Settings
from bkcore.wording import letters as words

_SECONDS = 15
_GOING_AWAY = 421
"""After this answer the server hangs up; the next letter needs a new connection."""
_WHY_DOWN = (
    (smtplib.SMTPAuthenticationError, words.LOGIN_REFUSED),
    (smtplib.SMTPNotSupportedError, words.UNPROTECTED),
    (ssl.SSLCertVerificationError, words.CERTIFICATE),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one letter; an empty reason says that the mail server took it."""

    letter: Letter
    reason: str = ""

    @property
    def sent(self) -> bool:
        """Whether the mail server took it."""
        return not self.reason


def send(letters: Iterable[Letter], *, settings: Settings) -> Iterator[Outcome]:
    """Send letters one after the other over one connection, and say after each how it went.

    A server that is down is asked once, not for every letter. A connection that breaks is built up again for the next.

    Args:
        letters: Each with an address.
        settings: Mail server and sender.

    Yields:
        One outcome per letter, in order, as soon as it is known. No letter raises.

    Raises:
        MailMissing: No mail server is set.
    """
    if not settings.smtp_url:
        raise MailMissing
    post = _Post(settings)
    try:
        for letter in letters:
            yield Outcome(letter, post.hand_over(letter))
    finally:
        post.close()


def message(letter: Letter, *, sender: str) -> EmailMessage:
    """Return a letter as a mail: plain text, and the calendar entry attached if it has one."""
    mail = EmailMessage()
    mail["Subject"] = letter.subject
    mail["From"] = formataddr((words.SENDER, sender))
    mail["To"] = letter.mail or ""
    mail["Date"] = format_datetime(datetime.now(UTC))
    mail["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    mail["Content-Language"] = "de"
    mail.set_content(letter.body, cte="quoted-printable")
    if letter.calendar:
        mail.add_attachment(
            letter.calendar,
            maintype="text",
            subtype="calendar",
            filename=letter.calendar_file,
            params={"method": "PUBLISH", "charset": "utf-8"},
        )
    return mail


class _Post:
    """One connection, made when the first letter goes out."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._server: smtplib.SMTP | None = None
        self._down = ""

    def hand_over(self, letter: Letter) -> str:
        """Send one letter and return the reason it did not go, empty when it went."""
        if self._down:
            return self._down
        try:
            self._server = self._server or self._connected()
        except (OSError, smtplib.SMTPException) as error:
            self._down = next((said for kind, said in _WHY_DOWN if isinstance(error, kind)), words.SILENT)
            return self._down
        return self._handed_over(self._server, letter)

    def _handed_over(self, server: smtplib.SMTP, letter: Letter) -> str:
        try:
            server.send_message(message(letter, sender=self._settings.sender()))
        except smtplib.SMTPRecipientsRefused as error:
            return words.REFUSED.format(reason=_said(error.recipients.values()))
        except smtplib.SMTPSenderRefused:
            self._down = words.SENDER_REFUSED.format(sender=self._settings.sender())
            return self._down
        except smtplib.SMTPResponseException as error:
            if error.smtp_code == _GOING_AWAY:
                self._server = None
            return words.REFUSED.format(reason=_said([(error.smtp_code, error.smtp_error)]))
        except (OSError, smtplib.SMTPException):
            server.close()
            self._server = None
            return words.BROKEN_OFF
        return ""

    def close(self) -> None:
        """Say goodbye; who does not answer any more is left."""
        if self._server is not None:
            try:
                self._server.quit()
            except (OSError, smtplib.SMTPException):
                self._server.close()

    def _connected(self) -> smtplib.SMTP:
        parts = urlsplit(self._settings.smtp_url)
        host, port = parts.hostname or "", parts.port or 0
        if parts.scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=_SECONDS, context=ssl.create_default_context())
        else:
            server = smtplib.SMTP(host, port, timeout=_SECONDS)
        try:
            self._protect(server, host=host, encrypted=parts.scheme == "smtps")
            if parts.username:
                server.login(unquote(parts.username), unquote(parts.password or ""))
        except BaseException:
            server.close()
            raise
        return server

    def _protect(self, server: smtplib.SMTP, *, host: str, encrypted: bool) -> None:
        """Encrypt when the server offers it; a password never goes unencrypted over a network."""
        server.ehlo()
        if not encrypted and server.has_extn("starttls"):
            server.starttls(context=ssl.create_default_context())
            server.ehlo()
        elif not encrypted and urlsplit(self._settings.smtp_url).username and not _is_own_machine(host):
            raise smtplib.SMTPNotSupportedError


def _is_own_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _said(answers: Iterable[tuple[int, bytes | str]]) -> str:
    """Return what the server said, in one line."""
    code, said = next(iter(answers), (0, words.NO_ANSWER))
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return " ".join(f"{code or ''} {text}".split())
