"""German of the minutes of a meeting."""

from typing import Final

from bkcore.vocabulary import DecisionResult
from bkcore.wording.labels import label
from bkcore.wording.numbers import whole

TITLE: Final = "Protokoll"
SOURCE: Final = "Protokoll der Sitzung"
"""Where an activity comes from that was a meeting."""
AUTHOR: Final = "Steuerungsgruppe des Vielfaltsnetzwerks"
DRAFT: Final = "Entwurf: Die Sitzung ist noch nicht beendet."
DAY: Final = "Tag"
START: Final = "Beginn"
PLACE: Final = "Ort"
STATE: Final = "Zahlen"
PRESENT: Final = "Anwesend"
ATTENDANCE: Final = "Anwesenheit"
ATTENDANCE_CAPTION: Final = "Organisationen"
ATTENDANCE_COLUMNS: Final = ("Organisation", "Eingeladen", "Anwesend")
NOBODY: Final = "Niemand ist als anwesend festgehalten."
YES: Final = "ja"
NO: Final = "nein"
DECISIONS: Final = "Beschlüsse"
DECISIONS_CAPTION: Final = "Beschlüsse dieser Sitzung"
DECISION_COLUMNS: Final = ("Nr.", "Beschluss", "Ergebnis")
NO_DECISIONS: Final = "Es wurde nichts beschlossen."
MEASURES: Final = "Maßnahmen aus dieser Sitzung"
MEASURE_COLUMNS: Final = ("Beschluss", "Maßnahme", "Wer", "Bis wann", "Faktor oder Projekt")
AGENDA: Final = "Tagesordnung"
NOTES: Final = "Festgehalten"


def guests(text: str) -> str:
    """Say who else was there."""
    return f"Weitere Teilnehmende: {text}"


def present(number: int, invited: int) -> str:
    """Say how many of the invited organisations came.

    Examples:
        >>> present(8, 11)
        '8 von 11 eingeladenen Organisationen'
    """
    return f"{whole(number)} von {whole(invited)} eingeladenen Organisationen"


def point(position: int, title: str) -> str:
    """Number a point of the agenda."""
    return f"TOP {position + 1}: {title}"


def decision(number: int) -> str:
    """Name a decision."""
    return f"Beschluss {number}"


def result(kind: DecisionResult, votes: tuple[int, int, int] | None) -> str:
    """Say what became of a motion, with the votes when they were counted.

    Examples:
        >>> result(DecisionResult.ACCEPTED, (7, 0, 1))
        'angenommen (7 dafür, 0 dagegen, 1 enthalten)'
        >>> result(DecisionResult.NOTED, None)
        'zur Kenntnis genommen'
    """
    if votes is None:
        return label(kind)
    return f"{label(kind)} ({votes[0]} dafür, {votes[1]} dagegen, {votes[2]} enthalten)"


def clock(text: str) -> str:
    """Write a clock time."""
    return f"{text} Uhr"


def release(number: int) -> str:
    """Say from which release network and factors were shown."""
    return f"Netzwerk und Faktoren aus der Veröffentlichung Nr. {number}"


def footer(title: str, day: str) -> str:
    """Stand below every page."""
    return f"{TITLE} · {title} · {day}"


def file_name(day: str, kind: str) -> str:
    """Name the file.

    Examples:
        >>> file_name("2026-11-22", "pdf")
        'protokoll-2026-11-22.pdf'
    """
    return f"protokoll-{day}.{kind}"


def data_state(stand: str, version: int) -> str:
    """Say of when the figures are."""
    return f"Stand {stand}, Datenstand {whole(version)}"
