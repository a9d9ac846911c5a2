"""Wording around an address that is shown once: link, QR code, message to copy."""

from typing import Final

from bkcore.wording.numbers import count, sentence_case

ONCE_ONE: Final = "Diesen Link sehen Sie nur jetzt"
ONCE_MANY: Final = "Diese Links sehen Sie nur jetzt"
ONCE: Final = (
    "Aus Sicherheit wird die Adresse selbst nicht gespeichert. Bitte kopieren oder verschicken Sie sie, bevor Sie "
    "weitermachen. Geht sie verloren, geben Sie einfach eine neue."
)
LINK: Final = "Link"
COPY: Final = "Link kopieren"
COPIED: Final = "kopiert"
NOT_COPIED: Final = "Das Kopieren geht hier nicht. Bitte markieren Sie den Link von Hand."
MESSAGE: Final = "Nachricht zum Kopieren"
MAIL: Final = "Im Mailprogramm öffnen"
DOWNLOAD: Final = "Alle Nachrichten als Textdatei herunterladen"
CALENDAR: Final = "Letzten Tag als Kalendereintrag herunterladen"
CALENDAR_FILE: Final = "letzter-tag.ics"
NOT_SENT: Final = "Nicht verschickt"
DONE: Final = "Fertig, Link ausblenden"
DONE_MANY: Final = "Fertig, Links ausblenden"
CANCEL: Final = "Abbrechen"


def title(number: int) -> str:
    """Return how many fresh links there are."""
    if number == 1:
        return "Der Link ist bereit."
    return f"{sentence_case(count(number, 'Link', 'Links', feminine=False))} sind bereit."


def qr_alt(title: str) -> str:
    """Describe the QR code to those who do not see it."""
    return f"QR-Code mit dem Link für: {title}"


def message(subject: str, body: str) -> str:
    """Return subject and text as one piece to copy."""
    return f"Betreff: {subject}\n\n{body}"
