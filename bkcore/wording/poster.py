"""Wording of the poster that invites participants to their short form; the invitations stand in the catalogue."""

from typing import Final

BRAND: Final = "Bergkamen for all"
TITLE: Final = "Wie ist es für Sie?"
LEAD: Final = "Acht kurze Sätze am Handy. Ohne Namen, ohne Anmeldung."
ADDRESS: Final = "Oder diese Adresse im Browser eingeben:"
PROMISE: Final = "Gezählt wird nur, wie oft jede Antwort gegeben wurde. Wer geantwortet hat, wird nicht gespeichert."


def document_title(project: str) -> str:
    """Return the title of the document, as a reader's window shows it."""
    return f"{TITLE} Einladung zur Befragung: {project}"


def last_day(day: str) -> str:
    """Return until when one can answer."""
    return f"Letzter Tag: {day}"


def qr_alt(address: str) -> str:
    """Return what the QR code leads to, for those who do not see it."""
    return f"QR-Code mit der Adresse {address}"
