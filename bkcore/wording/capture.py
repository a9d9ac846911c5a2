"""What recording on the phone writes into the record, and the letter that asks what became of an activity."""

from datetime import date
from typing import Final

from bkcore.vocabulary import Precision
from bkcore.wording.numbers import date_de

NOTHING_WAITS: Final = "Nichts wartet auf eine Bestätigung."
NOBODY_TO_ASK: Final = "Niemand ist zu fragen."
OTHERS: Final = "Außerdem dabei: {others}"
_LONGEST_SOURCE: Final = 500
_LONGEST_NOTE: Final = 2000


def source(before: str | None, *, day: date) -> str:
    """Return where the record has it from, after a lead has said what became of an activity."""
    said = f"Angabe der Leitung vom {date_de(day)}"
    if not before:
        return said
    if before.endswith(said):
        return before
    return f"{before[: _LONGEST_SOURCE - len(said) - 2]}; {said}"


def note(before: str | None, *, sentence: str, others: str) -> str | None:
    """Return the note with what was added; what stood there stays, and nothing is said twice."""
    added = [sentence, OTHERS.format(others=others) if others else ""]
    lines = [before or "", *(words for words in added if words and words not in (before or ""))]
    return "\n".join(line for line in lines if line)[:_LONGEST_NOTE] or None


def reminder_subject(title: str) -> str:
    """Return the subject of a reminder."""
    return f"Wie war es? Bitte kurz bestätigen: {title}"


def period(day: date | None, last: date | None, *, precision: Precision) -> str:
    """Return for when something was announced, no more exactly than it is known.

    Examples:
        >>> period(date(2026, 10, 1), None, precision=Precision.MONTH)
        'für Oktober 2026'
    """
    if day is None:
        return "ohne festen Tag"
    if precision is not Precision.DAY:
        return f"für {date_de(day, precision=precision)}"
    if last is None or last == day:
        return f"für den {date_de(day)}"
    return f"vom {date_de(day)} bis zum {date_de(last)}"


def reminder_body(*, title: str, announced: str, address: str, ends_on: date) -> str:
    """Return the letter that asks what became of an activity; ``announced`` is its ``period``."""
    return (
        "Guten Tag,\n\n"
        f"{announced} war angekündigt: „{title}“.\n\n"
        "Hat es stattgefunden? Wer war dabei, und wie viele Menschen kamen? Eine Minute genügt:\n\n"
        f"{address}\n\n"
        "Eine Schätzung reicht. Was Sie nicht wissen, lassen Sie leer. Auch „ausgefallen“ und „verschoben“ sind "
        "Antworten, die uns helfen.\n\n"
        f"Der Link ist für Sie bestimmt und gilt bis zum {date_de(ends_on)}. Bitte geben Sie ihn nur an Menschen "
        "weiter, die für das Projekt antworten.\n\n"
        "Vielen Dank!\n"
        "Integrationsmanagement der Stadt Bergkamen\n"
    )


def waiting_line(title: str, day: date | None, project: str, *, precision: Precision) -> str:
    """Return one waiting activity for the command line."""
    return " · ".join(part for part in (date_de(day, precision=precision), title, project) if part)
