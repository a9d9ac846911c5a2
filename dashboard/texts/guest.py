"""Wording of the page on which guests follow a meeting."""

from datetime import date
from typing import Final

from bkcore.wording.numbers import date_de

SKIP: Final = "Zum Inhalt"
EYEBROW: Final = "Sitzung der Steuerungsgruppe · zum Mitlesen"
AGENDA: Final = "Tagesordnung"
NOW: Final = "jetzt"
RELOAD: Final = "Neu laden"
IN_THE_ROOM: Final = "Dieser Punkt wird im Raum besprochen. Veröffentlicht sind dazu keine Zahlen."
FIGURES: Final = "In Zahlen"
TABLE: Final = "Als Tabelle"
OVER: Final = "Die Sitzung ist beendet. Diese Seite gibt es nicht mehr."
PRIVACY: Final = "Hier stehen nur veröffentlichte Zahlen. Wer mitliest, wird nicht gezählt und nicht gespeichert."


def here(place: int, number: int) -> str:
    """Say where the meeting is.

    Examples:
        >>> here(1, 6)
        'TOP 2 von 6'
    """
    return f"TOP {place + 1} von {number}"


def released(number: int, day: date | None) -> str:
    """Say from which release the figures are; empty when there is none."""
    return f"Zahlen aus der Veröffentlichung Nr. {number} vom {date_de(day)}" if number else ""
