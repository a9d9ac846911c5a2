"""Sentences about where integration is anchored in the administration, for the page and for the council."""

from collections.abc import Sequence
from typing import Final

from bkcore.vocabulary import AnchorKind, CoverageState
from bkcore.wording.labels import label
from bkcore.wording.numbers import join_words, number_word, percent, sentence_case, whole

NOT_ASKED: Final = "–"
SECTION: Final = "Integration als Aufgabe aller Bereiche"
COLUMNS: Final = ("Bereich", *(sentence_case(label(kind)) for kind in AnchorKind))
ANCHORED: Final = "verankert"
UNSURE: Final = "nicht sicher bekannt"
CAPTION_TREND: Final = "Bereiche, in denen Integration verankert ist, je Jahr"
COLUMNS_TREND: Final = ("Jahr", "Bereiche", ANCHORED, UNSURE, "Anteil verankert")
_WORDS: Final = {
    CoverageState.MISSING: "fehlt",
    CoverageState.UNCERTAIN: "?",
    CoverageState.UNKNOWN: "?",
    CoverageState.QUIET: NOT_ASKED,
}
MEANING: Final = (
    "Ein Bereich ist verankert, wenn er im Jahr mindestens ein Projekt, eine Maßnahme oder eine eigene "
    "Selbsteinschätzung hat. Wie tief das reicht, sagt die Zahl nicht.\n\n"
    "„fehlt“ heißt: Von allem dieses Jahres ist der Bereich bekannt, und er ist nicht dabei. „?“ heißt: Bei manchem "
    "hat niemand den Bereich aufgeschrieben. „–“ heißt: Es gab dazu in dem Jahr nichts. Eine Lücke ist eine Frage, "
    "kein Vorwurf."
)


def caption(year: int) -> str:
    """Name the matrix of a year."""
    return f"Projekte, Maßnahmen und eigene Einschätzung je Bereich, {year}"


def cell(kind: AnchorKind, *, found: int, state: CoverageState) -> str:
    """Return what stands in a cell: a number, yes, or a word that says why there is none."""
    if not found:
        return _WORDS[state]
    return "ja" if kind is AnchorKind.ASSESSMENT else whole(found)


def finding(*, year: int, running: bool, anchored: int, unsure: int, of: int) -> str:
    """Say in how many of the departments integration is anchored; unsure ones make it a lower bound.

    Examples:
        >>> finding(year=2026, running=True, anchored=2, unsure=1, of=5)
        '2026 ist Integration bis jetzt in mindestens zwei von fünf Bereichen verankert.'
    """
    so_far = " bis jetzt" if running else ""
    if of == 0:
        return f"{year} ist noch kein Bereich der Verwaltung angelegt."
    if anchored == of:
        some = "dem einen Bereich" if of == 1 else f"allen {number_word(of)} Bereichen"
        return f"{year} ist Integration{so_far} in {some} verankert."
    if not anchored and unsure:
        return f"In welchen Bereichen Integration {year} verankert ist, lässt sich{so_far} nicht sagen."
    least = "mindestens " if unsure else ""
    some = {0: "keinem", 1: "einem"}.get(anchored, number_word(anchored))
    whole_of = "dem einen Bereich" if of == 1 else f"{number_word(of)} Bereichen"
    if of == 1:
        return f"{year} ist Integration{so_far} in {whole_of} nicht verankert."
    return f"{year} ist Integration{so_far} in {least}{some} von {whole_of} verankert."


def gaps(missing: Sequence[str], unsure: Sequence[str], *, unassigned: int) -> str:
    """Name the departments without any sign, and say how much nobody assigned.

    Args:
        missing: Departments of which it is known that they have none.
        unsure: Departments of which it is not known.
        unassigned: Projects of the year that name no listed department.
    """
    parts = []
    if missing:
        parts.append(f"Ohne Projekt, Maßnahme und eigene Einschätzung: {join_words(list(missing))}.")
    if unsure:
        parts.append(f"Nicht sicher bekannt ist es bei: {join_words(list(unsure))}.")
    if unassigned:
        some = "einem Projekt" if unassigned == 1 else f"{number_word(unassigned)} Projekten"
        parts.append(f"Bei {some} ist kein Bereich aus der Liste eingetragen.")
    return " ".join(parts)


def trend(first: tuple[int, float], last: tuple[int, float]) -> str:
    """Compare the share of anchored departments of two years."""
    (before, then), (year, now) = first, last
    if percent(then) == percent(now):
        return f"{before} wie {year} waren {percent(now)} der Bereiche verankert."
    more = "mehr" if now > then else "weniger"
    return sentence_case(
        f"{more} Bereiche als {before}: {percent(then)} der Bereiche waren {before} verankert, {percent(now)} {year}."
    )


def behind(titles: Sequence[str]) -> str:
    """Return titles as one text, each once."""
    return "; ".join(dict.fromkeys(titles))
