"""A real mail server on loopback: keeps what it takes, and refuses whom it is told to refuse."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class MailServer:
    """What the server took, and how it behaves.

    ``refused`` are addresses it does not take; after ``hangs_up_after`` messages it hangs up once.
    """

    port: int
    refused: set[str] = field(default_factory=set)
    taken: list[tuple[str, EmailMessage]] = field(default_factory=list)
    connections: int = 0
    hangs_up_after: int | None = None

    @property
    def url(self) -> str:
        """What ``BK_SMTP_URL`` is set to."""
        return f"smtp://127.0.0.1:{self.port}"

    async def handle_EHLO(  # noqa: N802 - named by the library
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(  # noqa: N802 - named by the library
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refused:
            return "550 5.1.1 Postfach unbekannt"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - named there
        if self.hangs_up_after is not None and len(self.taken) >= self.hangs_up_after:
            self.hangs_up_after = None
            return "421 4.3.2 Wartung"
        message = message_from_bytes(envelope.content, policy=policy.default)
        self.taken += [(address, message) for address in envelope.rcpt_tos]
        return "250 OK"

    def text_to(self, address: str) -> str:
        """Return the plain text of the only message to this address."""
        (message,) = [message for to, message in self.taken if to == address]
        return message.get_body(("plain",)).get_content()


@contextmanager
def mail_server(**options: object) -> Iterator[MailServer]:
    """Run a mail server on a free port of this machine."""
    server = MailServer(free_port())
    controller = Controller(server, hostname="127.0.0.1", port=server.port, **options)
    controller.start()
    try:
        yield server
    finally:
        controller.stop()


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
