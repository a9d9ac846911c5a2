"""Wording of whom activities set out to reach and whom they reached."""

from collections.abc import Sequence
from typing import Final

from bkcore.reports.perspective_facts import DeclaredPerspective, Reach
from bkcore.wording.numbers import count, join_words, number_word, sentence_case, whole

HEADING: Final = "Wen wir erreichen wollten, und wer kam"
_ACTIVITIES: Final = ("Aktivität", "Aktivitäten")
_NOTE: Final = "Gezählt sind alle, die kamen; wer davon zur Zielgruppe gehört, wird nicht erfasst."


def note(perspectives: Sequence[DeclaredPerspective], *, year: int) -> str:
    """Say which target groups have a gap in a year, and what is counted.

    Args:
        perspectives: In reading order.
        year: The year.
    """
    gaps = [one.title for one, found in _of(perspectives, year) if not found.people]
    if not gaps:
        return f"{year} ist für jede Zielgruppe gezählt, dass Menschen kamen. {_NOTE}"
    return f"{year} ist nicht belegt, dass erreicht wurden: {join_words(gaps)}. {_NOTE}"


def rows(perspectives: Sequence[DeclaredPerspective], *, year: int) -> tuple[tuple[str, str], ...]:
    """Return each target group with what was meant for it, who came, and the gap; nothing without target groups."""
    return tuple((one.title, _sentence(found)) for one, found in _of(perspectives, year))


def _of(perspectives: Sequence[DeclaredPerspective], year: int) -> list[tuple[DeclaredPerspective, Reach]]:
    return [(one, found) for one in perspectives if (found := one.reach_in(year)) is not None]


def _sentence(found: Reach) -> str:
    if not found.aimed:
        return "Keine Aktivität war an sie gerichtet. Die Lücke: ein Angebot."
    verb = "richtete" if found.aimed == 1 else "richteten"
    meant = f"{sentence_case(count(found.aimed, *_ACTIVITIES))} {verb} sich an sie"
    if not found.held:
        return f"{meant}, keine hat nachweislich stattgefunden. Die Lücke: eine Bestätigung oder ein neuer Termin."
    took_place = "hat" if found.held == 1 else "haben"
    held = f"{meant}, {number_word(found.held) if found.held > 1 else 'eine'} {took_place} stattgefunden"
    if found.people is None:
        return f"{held}. Die Lücke: Niemand hat aufgeschrieben, wie viele kamen."
    came = f"{held}. Gekommen {_people(found.people)}"
    if found.known < found.of:
        return f"{came}, bekannt für {whole(found.known)} von {whole(found.of)}. Die Lücke: die übrigen Zahlen."
    return f"{came}." if found.people else f"{came}. Die Lücke: der Weg zu dieser Zielgruppe."


def _people(number: int) -> str:
    if number > 1:
        return f"sind {whole(number)} Menschen"
    return "ist 1 Mensch" if number else "ist niemand"
