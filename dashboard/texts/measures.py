"""Wording of the page of all measures: finding, list, board, and the address of one measure."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final
from urllib.parse import urlencode

from bkcore.reports.measure_board import BoardMeasure
from bkcore.vocabulary import MeasureState
from bkcore.wording import measures as words
from bkcore.wording.labels import label
from bkcore.wording.numbers import date_de
from bkcore.wording.owner_letters import due
from dashboard.texts import navigation

VIEW: Final = "Ansicht"
LIST: Final = "liste"
BOARD: Final = "tafel"
VIEWS: Final[Mapping[str, str]] = {LIST: "Liste", BOARD: "Tafel nach Stand"}
ALL: Final = "alle"
NONE: Final = "ohne"
FACTOR: Final = "Faktor"
PROJECT: Final = "Projekt"
OWNER: Final = "Zuständig"
EVERY_FACTOR: Final = ("alle Faktoren", "ohne Faktor")
EVERY_PROJECT: Final = ("alle Projekte", "ohne Projekt")
EVERY_OWNER: Final = ("alle Zuständigen", "ohne Organisation")
"""How all of them are called, and those that belong to none."""

ABOUT: Final = (
    "Was sich Steuerungsgruppe und Projekte vornehmen: wer sich kümmert, bis wann, und was daraus geworden ist."
)
EMPTY_TITLE: Final = "Noch ist keine Maßnahme vorgenommen."
EMPTY: Final = (
    "Halten Sie hier die erste fest. Oder nehmen Sie auf der Seite „Projekt“ einen empfohlenen Schritt als Maßnahme "
    "auf."
)
NO_MATCH_TITLE: Final = "Zu dieser Auswahl gibt es keine Maßnahme."
NO_MATCH: Final = "Wählen Sie oben einen anderen Faktor, ein anderes Projekt oder eine andere Organisation."
NEW: Final = "Maßnahme festhalten …"
CALENDAR: Final = "Fälligkeiten für den Kalender (.ics)"
COLUMNS: Final = ("Maßnahme", "Wer", "Bis wann", "Stand", "Faktor", "Projekt")
TABLE: Final = "Maßnahmen, überfällige zuerst"
BOARD_LABEL: Final = "Maßnahmen nach Stand"
EMPTY_COLUMN: Final = "keine"
UNKNOWN_TITLE: Final = "Diese Maßnahme gibt es nicht."
UNKNOWN: Final = "Vielleicht ist die Adresse nicht vollständig. Alle Maßnahmen stehen auf dieser Seite."
BACK: Final = "Zu allen Maßnahmen"
STATES: Final = tuple(MeasureState)


def head(shown: Sequence[BoardMeasure], *, today: date) -> tuple[str, str]:
    """Return title and lead: what is overdue, then how many stand where."""
    left = [one for one in shown if not one.is_closed]
    late = sum(one.is_overdue(today) for one in left)
    finding = words.finding(total=len(shown), left=len(left), late=late, next_due=left[0].due_on if left else None)
    return finding, words.standing({state: sum(one.state is state for one in shown) for state in MeasureState})


def address(measure_id: int | None, *, kept: Mapping[str, str]) -> str:
    """Return the address of a measure, or of all, with what is chosen on the page.

    Args:
        measure_id: Which measure, ``None`` for all.
        kept: What the address says now.
    """
    query = {name: value for name, value in kept.items() if name != "massnahme"}
    if measure_id is not None:
        query["massnahme"] = str(measure_id)
    return f"/{navigation.MEASURES_PATH}" + (f"?{urlencode(query)}" if query else "")


def row(one: BoardMeasure, *, today: date) -> tuple[str, ...]:
    """Return one row of the list, in the order of ``COLUMNS``."""
    return one.title, one.owner, when(one, today=today), label(one.state), one.factor, one.project_title


def when(one: BoardMeasure, *, today: date) -> str:
    """Say when a measure is or was due, or since when it is closed."""
    if one.is_closed:
        return f"{label(one.state)} am {date_de(one.finished_on)}" if one.finished_on else date_de(one.due_on)
    if one.is_overdue(today):
        return f"{date_de(one.due_on)} · {overdue(one, today=today)}"
    return date_de(one.due_on)


def overdue(one: BoardMeasure, *, today: date) -> str:
    """Say since how long a measure is overdue; empty when it is not."""
    return due(one.due_on, today=today).partition(",")[0] if one.is_overdue(today) else ""


def notes(one: BoardMeasure, *, today: date) -> tuple[str, ...]:
    """Return what a card of the board says below its name."""
    fine = "" if one.is_overdue(today) else when(one, today=today)
    until = fine if one.is_closed or not fine else f"bis {fine}"
    return until, one.owner, " · ".join(part for part in (one.factor, one.project_title) if part)
