"""Wording of the page of activities: what took place and what was only announced, when, and how many came."""

from collections.abc import Sequence
from typing import Final

from bkcore.metrics.participation import ParticipationFigures
from bkcore.reports.over_time import ActivityLine
from bkcore.vocabulary import ActivityStatus, Precision
from bkcore.wording import briefing as words
from bkcore.wording.labels import label
from bkcore.wording.numbers import count, date_de, number_word, sentence_case

EMPTY_TITLE: Final = "Noch ist keine Aktivität erfasst."
EMPTY: Final = (
    "Hier erscheinen Kalender und Zeitstrahl, sobald die ersten Aktivitäten eingetragen sind. "
    "Das Integrationsmanagement erfasst sie auf der Seite „Bestand“."
)
NOTHING_CHOSEN: Final = "Zu dieser Auswahl ist nichts erfasst. Wählen Sie weniger Filter, dann erscheint mehr."
NOT_SHOWN_TITLE: Final = "Davon hat noch nichts stattgefunden."
NOT_SHOWN: Final = (
    "Zu dieser Auswahl gibt es nur Angekündigtes. Ob es stattfand und wer kam, ist noch nicht eingetragen."
)

PROJECT: Final = "Projekt"
KIND: Final = "Art"
YEAR: Final = "Jahr"
STATUS: Final = "Stand"
ALL: Final = "alle"
UNDATED: Final = "ohne"
NAMES: Final = {ALL: "alle", UNDATED: "ohne sicheres Jahr"}

SIDE: Final = "Ansicht"
TABS: Final = ("Kalender", "Zeitstrahl", "Jahre", "Menschen", "Liste")

LEAD: Final = (
    "Gezählt wird, was aufgeschrieben ist. Angekündigt heißt: Niemand hat bestätigt, dass es stattgefunden hat. "
    "Deshalb zählt es nirgends mit, sondern steht daneben."
)

CALENDAR_NOTE: Final = (
    "Was nur auf den Monat bekannt ist, steht ohne Tag am Ende seines Monats; was nur auf das Jahr bekannt ist, "
    "unter den Monaten."
)
CALENDAR_LABEL: Final = "Kalender"
MONTH_ONLY: Final = "Tag nicht bekannt"
YEAR_ONLY: Final = "Nur das Jahr ist bekannt"
QUIET_MONTH: Final = "nichts erfasst"

NO_YEAR_TITLE: Final = "Zu dieser Auswahl ist kein Jahr bekannt."
NO_YEAR: Final = "Was kein Datum hat, lässt sich nicht in einen Kalender setzen. Es steht in der Liste."

NOBODY_TITLE: Final = "Zu dieser Auswahl ist niemand bekannt, der mitgemacht hat."
NOBODY: Final = (
    "Dafür braucht es Aktivitäten, die stattgefunden haben, mit ihrem Jahr und ihren Beteiligten. "
    "Was nur angekündigt ist, steht im Kalender und in der Liste."
)

LIST_NOTE: Final = "Die neuesten zuerst, was kein Datum hat, am Ende."
LIST_LABEL: Final = "Aktivitäten der Auswahl"
COLUMNS_LIST: Final = ("Aktivität", "Wann", "Art", "Stand", "Projekt", "Organisationen", "Teilnehmende")
COLUMNS_CSV: Final = (
    "Beginn", "Ende", "Genauigkeit", "Aktivität", "Teil von", "Art", "Stand", "Projekt", "Organisationen",
    "Teilnehmende",
)  # fmt: skip
LIST_FULL: Final = "Mehr passt hier nicht übersichtlich hin. Grenzen Sie die Auswahl ein, oder öffnen Sie die Tabelle."


def title(figures: ParticipationFigures) -> str:
    """Say what took place and what was only announced, over all time."""
    held, announced = figures.counts.activities, figures.counts.announced
    if not held and not announced:
        return "Zu dieser Auswahl ist weder bestätigt noch angekündigt, dass etwas stattfand."
    if not held:
        return (
            f"{sentence_case(count(announced, *words.ACTIVITIES))} {_are(announced)} angekündigt, keine ist bestätigt."
        )
    took = f"{sentence_case(count(held, *words.ACTIVITIES))} {'hat' if held == 1 else 'haben'} stattgefunden"
    if not announced:
        return f"{took}."
    return f"{took}, {count(announced, 'weitere', 'weitere')} {_are(announced)} nur angekündigt."


def calendar_finding(year: int, *, held: int, announced: int) -> str:
    """Say how many activities of a year are known."""
    if not held and not announced:
        return f"Aus {year} ist zu dieser Auswahl nichts bekannt."
    parts = [f"{count(held, *words.ACTIVITIES)} {'hat' if held == 1 else 'haben'} stattgefunden"] if held else []
    if announced:
        noun = "" if held else " Aktivität" if announced == 1 else " Aktivitäten"
        parts.append(f"{'eine' if announced == 1 else number_word(announced)}{noun} {_are(announced)} nur angekündigt")
    return f"{year}: {', '.join(parts)}."


def running(year: int) -> str:
    """Say that the year is not over."""
    return f"{year} läuft noch; es kann noch etwas dazukommen."


def when(line: ActivityLine) -> str:
    """Write when an activity was, no more exactly than it is known."""
    begins = date_de(line.start, precision=line.precision)
    if line.precision is Precision.DAY and line.start and line.end and line.end > line.start:
        return f"{begins} bis {date_de(line.end)}"
    return begins


def titled(line: ActivityLine) -> str:
    """Write the title of an activity with what it is part of."""
    return f"{line.title} (Teil von: {line.whole})" if line.whole else line.title


def day(line: ActivityLine) -> str:
    """Write the day of an entry of the calendar; empty when it is not known."""
    if line.precision is not Precision.DAY or line.start is None:
        return ""
    if line.end is None or line.end == line.start:
        return f"{line.start.day}."
    until = f"{line.end.day}." if line.end.month == line.start.month else f"{line.end.day}.{line.end.month}."
    return f"{line.start.day}.–{until}"


def note(line: ActivityLine) -> str:
    """Write what belongs to an entry of the calendar: its state when it did not take place, its kind."""
    parts = [] if line.status is ActivityStatus.HELD else [label(line.status)]
    parts += [label(line.kind)] if line.kind else []
    return " · ".join(parts)


def list_finding(lines: Sequence[ActivityLine]) -> str:
    """Say how many activities the list holds."""
    return f"{sentence_case(count(len(lines), *words.ACTIVITIES))} in dieser Auswahl"


def more(number: int) -> str:
    """Say how many entries of a month are left to the list."""
    return f"und {number_word(number)} weitere, siehe Liste"


def _are(number: int) -> str:
    return "ist" if number == 1 else "sind"
