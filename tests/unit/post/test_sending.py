"""Letters reach a real mail server; what does not is said for each address, and no letter stops the others."""

import ssl
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import pytest

from bkcore import settings as core_settings
from bkcore.faults import MailMissing
from bkcore.post.letters import Addressee, Letter, Occasion, invitation
from bkcore.post.sending import send
from bkcore.settings import Settings
from bkcore.vocabulary import SubjectKind, View
from bkcore.wording import letters as words
from tests.mail_server import MailServer, free_port, mail_server

ABOUT = Occasion(
    slug="herbst-2026",
    title="Herbst 2026",
    opens_on=date(2026, 11, 22),
    closes_on=date(2026, 12, 20),
    catalogue_version="2026-1",
    now=datetime(2026, 11, 22, 10, tzinfo=UTC),
    today=date(2026, 11, 22),
    site="https://beteiligung.example",
)


def letter(mail: str, *, title: str = "Jugendkonferenz „Für alle“ – Grüße") -> Letter:
    to = Addressee(
        link_id=1,
        token="t0k3n",
        project="jugendkonferenz",
        title=title,
        kind=SubjectKind.PROJECT,
        view=View.LEAD,
        label="Projektleitung",
        mail=mail,
    )
    return invitation(to, ABOUT)


def settings(url: str, **more: object) -> Settings:
    return core_settings.load(smtp_url=url, public_url="https://beteiligung.example", **more)


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as running:
        yield running


def test_a_letter_arrives_with_its_umlauts_its_link_and_the_last_day_for_the_calendar(server: MailServer) -> None:
    (outcome,) = send([letter("verein@beispiel.de")], settings=settings(server.url))
    assert outcome.sent
    ((address, message),) = server.taken
    assert address == "verein@beispiel.de"
    assert message["Subject"] == "Einladung zur Selbsteinschätzung: Jugendkonferenz „Für alle“ – Grüße"
    assert message["From"] == "Integrationsmanagement der Stadt Bergkamen <beteiligung@beteiligung.example>"
    assert "https://beteiligung.example/anmelden/t0k3n" in server.text_to("verein@beispiel.de")
    assert "freundliche Grüße" in server.text_to("verein@beispiel.de")
    (attached,) = message.iter_attachments()
    assert attached.get_content_type() == "text/calendar"
    event = icalendar.Calendar.from_ical(attached.get_content()).walk("VEVENT")[0]
    assert event["SUMMARY"] == "Letzter Tag: Selbsteinschätzung Jugendkonferenz „Für alle“ – Grüße"
    assert "t0k3n" not in attached.get_content()


def test_all_letters_go_over_one_connection_and_a_refused_address_stops_no_other(server: MailServer) -> None:
    server.refused.add("weg@beispiel.de")
    outcomes = list(
        send(map(letter, ("a@beispiel.de", "weg@beispiel.de", "b@beispiel.de")), settings=settings(server.url))
    )
    assert [outcome.sent for outcome in outcomes] == [True, False, True]
    assert outcomes[1].reason == words.REFUSED.format(reason="550 5.1.1 Postfach unbekannt")
    assert [address for address, _ in server.taken] == ["a@beispiel.de", "b@beispiel.de"]
    assert server.connections == 1


def test_a_server_that_is_down_is_asked_once_and_said_for_every_letter() -> None:
    url = f"smtp://127.0.0.1:{free_port()}"
    outcomes = list(send(map(letter, ("a@beispiel.de", "b@beispiel.de")), settings=settings(url)))
    assert [outcome.reason for outcome in outcomes] == [words.SILENT, words.SILENT]


def test_after_a_server_has_hung_up_the_next_letter_goes_over_a_new_connection(server: MailServer) -> None:
    server.hangs_up_after = 1
    addresses = ("a@beispiel.de", "b@beispiel.de", "c@beispiel.de")
    outcomes = list(send(map(letter, addresses), settings=settings(server.url)))
    assert [outcome.sent for outcome in outcomes] == [True, False, True]
    assert server.connections == 2


def test_without_a_mail_server_nothing_can_be_sent() -> None:
    with pytest.raises(MailMissing):
        list(send([letter("a@beispiel.de")], settings=settings("")))


def test_a_line_break_in_a_title_makes_no_header_of_its_own(server: MailServer) -> None:
    (outcome,) = send([letter("a@beispiel.de", title="Fest\nBcc: alle@beispiel.de")], settings=settings(server.url))
    assert outcome.sent
    assert server.taken[0][1]["Bcc"] is None
    assert len(server.taken) == 1


def test_the_configured_sender_is_used(server: MailServer) -> None:
    list(send([letter("a@beispiel.de")], settings=settings(server.url, mail_from="integration@bergkamen.de")))
    assert server.taken[0][1]["From"].addresses[0].addr_spec == "integration@bergkamen.de"


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    """A certificate for this machine that signs itself."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    names = ["-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*command, *names], check=True, capture_output=True)
    return key, certificate


@pytest.fixture
def protected(certificate: tuple[Path, Path]) -> Callable[[], ssl.SSLContext]:
    def context() -> ssl.SSLContext:
        made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        made.load_cert_chain(certificate[1], certificate[0])
        return made

    return context


def test_the_connection_is_encrypted_when_the_server_offers_it(
    certificate: tuple[Path, Path],
    protected: Callable[[], ssl.SSLContext],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[1]))
    with mail_server(tls_context=protected(), require_starttls=True) as server:
        (outcome,) = send([letter("a@beispiel.de")], settings=settings(server.url))
    assert outcome.reason == ""
    assert len(server.taken) == 1


def test_a_certificate_nobody_knows_is_not_trusted(protected: Callable[[], ssl.SSLContext]) -> None:
    with mail_server(tls_context=protected(), require_starttls=True) as server:
        (outcome,) = send([letter("a@beispiel.de")], settings=settings(server.url))
    assert outcome.reason == words.CERTIFICATE
    assert server.taken == []
