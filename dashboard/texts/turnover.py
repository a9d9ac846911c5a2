"""Wording of the page of change: who came, came back, paused; who keeps coming; what became of each first year."""

from collections.abc import Mapping, Sequence
from typing import Final

from bkcore.reports.over_time import YearOfTurnover
from bkcore.thresholds import COHORT_MINIMUM
from bkcore.wording import briefing as words
from bkcore.wording.numbers import count, join_words, number_word, percent, sentence_case, whole

EMPTY_TITLE: Final = "Noch ist kein Jahr mit Beteiligten erfasst."
EMPTY: Final = (
    "Veränderung wird sichtbar, sobald Aktivitäten mit ihrem Jahr und ihren Beteiligten eingetragen sind. "
    "Das Integrationsmanagement erfasst sie auf der Seite „Bestand“."
)
ONE_YEAR: Final = (
    "Bisher ist nur ein Jahr mit Beteiligten erfasst. Wer neu ist oder zurückkommt, lässt sich erst vom zweiten an "
    "sagen."
)

YEAR: Final = "Jahr"
OFFICES: Final = "Dienststellen der Stadt"
WITH, WITHOUT = "mit", "ohne"
OFFICES_NAMES: Final = {WITH: "mitzählen", WITHOUT: "nicht mitzählen"}

PARTS: Final = {
    "retained": "auch im Vorjahr dabei",
    "returned": "wieder dabei",
    "new": "neu",
    "base": "Basisjahr",
    "paused": "pausiert, später wieder dabei",
    "unseen": "bisher nicht wieder dabei",
    "open": "nicht dabei, noch offen",
    "resigned": "ausgetreten",
}
NOTHING_KNOWN: Final = "nichts bekannt"
NOT_OVER: Final = "läuft noch"
SUBTITLE: Final = (
    "Organisationen. Rechts der Linie: wer im Jahr dabei war. Links: wer im Vorjahr dabei war und in diesem nicht."
)
MEANING: Final = (
    "Neu ist, wer in keinem früheren Jahr dabei war. Wieder dabei ist, wer früher, aber nicht im Vorjahr dabei war. "
    "Links steht, wer aus dem Vorjahr fehlt: Pausiert hat, wer später wieder kam. Bisher nicht wieder dabei heißt: in "
    "keinem späteren Jahr. Ein ruhiges Jahr ist kein Austritt; ausgetreten ist nur, wer so eingetragen ist.\n\n"
    "Im ersten Jahr der Aufzeichnung gibt es kein Vorher, deshalb ist dort niemand neu. Im letzten Jahr ist offen, ob "
    "eine Pause nur eine Pause ist. In einem Jahr, das noch läuft, fehlt niemand. Was nur ungefähr datiert ist und in "
    "kein bestimmtes Jahr fällt, zählt in keinem."
)
COLUMNS: Final = (
    "Jahr", "aktiv", "neu", "wieder dabei", "auch im Vorjahr dabei", "pausiert", "bisher nicht wieder", "noch offen",
    "ausgetreten",
)  # fmt: skip

LISTS: Final = (
    ("new", "Neu dabei"),
    ("returned", "Wieder dabei"),
    ("paused", "Aus dem Vorjahr nicht dabei, später wieder"),
    ("unseen", "Aus dem Vorjahr nicht dabei, bisher nicht wieder"),
    ("open", "Aus dem Vorjahr nicht dabei, noch offen"),
    ("resigned", "Ausgetreten"),
    ("retained", "Auch im Vorjahr dabei"),
)
LISTS_NOTE: Final = "Ein ruhiges Jahr ist kein Austritt. Die Namen sind nur hier im Haus zu sehen."
BASE_NOTE: Final = (
    "In diesem Jahr beginnt die Zählung. Was davor war, ist nicht aufgeschrieben; deshalb ist hier niemand neu."
)
BASE: Final = "Im ersten Jahr dabei"
NOBODY: Final = "niemand"

STEADY_NOTE: Final = "Organisationen, die in mehr als einem Jahr dabei waren, nach Namen. Keine Rangliste."
STEADY_LABEL: Final = "Wer in mehreren Jahren dabei war"
COLUMNS_STEADY: Final = (
    "Organisation",
    "dabei in den Jahren",
    "aktive Jahre",
    "Rückkehren",
    "Jahre der längsten Pause",
)
COLUMNS_ALL: Final = (
    "Organisation", "erstes Jahr", "letztes Jahr", "aktive Jahre", "Anteil der Jahre seit dem ersten", "Rückkehren",
    "längste Pause in Jahren",
)  # fmt: skip
STEADY_MEANING: Final = (
    "Eine Rückkehr ist ein aktives Jahr nach mindestens einem stillen. Die längste Pause zählt stille Jahre zwischen "
    "zwei aktiven. Aus Jahren, aus denen nichts aufgeschrieben ist, wird so eine Pause, auch wenn jemand dabei war. "
    "Die Liste aller Organisationen steht in der Tabelle."
)

COHORTS_MEANING: Final = (
    "Organisationen, die im selben Jahr zum ersten Mal dabei waren, bilden einen Jahrgang. Die Tabelle zeigt, welcher "
    "Anteil davon in den Jahren danach aktiv war. Wer ein Jahr aussetzt und wiederkommt, zählt wieder mit.\n\n"
    f"Unter {number_word(COHORT_MINIMUM)} Organisationen sagt ein Anteil nichts; dort steht nur, wie viele es sind. "
    "Der erste Jahrgang enthält auch, wer schon vor der Aufzeichnung dabei war."
)
COLUMNS_COHORTS: Final = ("Jahrgang", "Organisationen im Jahrgang", "Jahr", "davon aktiv", "Anteil", "Hinweis")
BASE_COHORT: Final = "Basisjahr"
SMALL_COHORT: Final = "zu klein für einen Anteil"
RUNNING_YEAR: Final = "Jahr läuft noch"


def title(year: YearOfTurnover, *, running: bool) -> str:
    """Say the finding about one year.

    Args:
        year: The year.
        running: Whether it is not over yet; then nobody is missing.
    """
    if year.base:
        return f"{year.year} beginnt die Aufzeichnung, mit {_organisations(len(year.base))}."
    if not year.active:
        return f"Aus {year.year} ist nicht bekannt, wer dabei war."
    parts = [
        f"{_some(len(year.new))} neu dazu" if year.new else "",
        f"{_some(len(year.returned))} wieder" if year.returned else "",
    ]
    came = [part for part in parts if part]
    verb = "kam" if len(year.new or year.returned) == 1 else "kamen"
    first = f"{year.year} {verb} {' und '.join(came)}" if came else f"{year.year} kam niemand neu dazu oder wieder"
    if running:
        return f"{first}; das Jahr läuft noch."
    missing = len(year.missing)
    if not missing:
        return f"{first}; aus dem Vorjahr fehlte niemand."
    return f"{first}; {_some(missing)} aus dem Vorjahr {'war' if missing == 1 else 'waren'} nicht dabei."


def lead(year: YearOfTurnover, *, running: bool) -> str:
    """Say what is known about those who are missing."""
    if running or not year.missing:
        return ""
    if year.open:
        return (
            "Ob sie nur pausieren, zeigt sich erst in den nächsten Jahren. "
            "Das kann auch daran liegen, dass weniger aufgeschrieben wurde."
        )
    back = len(year.paused)
    if not back:
        return "Ein ruhiges Jahr ist kein Austritt; wieder dabei war davon bisher niemand."
    verb = "war" if back == 1 else "waren"
    return f"Ein ruhiges Jahr ist kein Austritt: {sentence_case(_some(back))} davon {verb} später wieder dabei."


def finding(years: Sequence[YearOfTurnover]) -> str:
    """Say how many years are compared, and how often somebody came back."""
    compared = [year for year in years if year.active and not year.base]
    back = sum(bool(year.returned) for year in compared)
    if not back:
        return f"In {number_word(len(compared))} Jahren nach dem ersten kam niemand nach einer Pause wieder."
    return f"In {_of(back, len(compared))} Jahren nach dem ersten kamen Organisationen nach einer Pause wieder."


def description(text: str) -> str:
    """Describe the picture to those who do not see it."""
    return f"Ein Balken je Jahr, rechts wer dabei war, links wer aus dem Vorjahr nicht dabei war. {text}"


def lists_title(year: int) -> str:
    """Head the lists of names."""
    return f"Wer ist es? {year} beim Namen"


def named(title_: str, ids: frozenset[str], names: Mapping[str, str]) -> tuple[str, str]:
    """Return heading and names of one list."""
    return f"{title_} ({whole(len(ids))})", " · ".join(sorted((names[key] for key in ids), key=str.casefold)) or NOBODY


def steady_finding(several: int, total: int) -> str:
    """Say how many organisations took part in more than one year."""
    if not several:
        return "Bisher war keine Organisation in mehr als einem Jahr dabei."
    verb = "war" if several == 1 else "waren"
    who = "Eine" if several == 1 else sentence_case(number_word(several))
    return f"{who} von {number_word(total)} Organisationen {verb} in mehr als einem Jahr dabei."


def spans(years: Sequence[int]) -> str:
    """Write years as spans: ``2014, 2019–2021``."""
    parts: list[list[int]] = []
    for year in sorted(years):
        if parts and year == parts[-1][1] + 1:
            parts[-1][1] = year
        else:
            parts.append([year, year])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in parts)


def cohorts_finding(sizes: Mapping[int, int], second: Mapping[int, tuple[int, int]]) -> str:
    """Say how many of all who came first in a year were active in the year after.

    Args:
        sizes: Organisations of each first year.
        second: Of the first years that have a recorded year just after: size, and how many were active in it.
    """
    total, stayed = (sum(pair[place] for pair in second.values()) for place in (0, 1))
    if not total:
        return f"{sentence_case(count(len(sizes), 'Jahrgang', 'Jahrgänge', feminine=False))} sind aufgeschrieben."
    who, verb = ("Eine", "war") if stayed == 1 else (sentence_case(number_word(stayed)), "waren")
    return f"{who} von {number_word(total)} neuen Organisationen {verb} auch im Jahr nach ihrem ersten dabei."


def cohorts_subtitle(small: Sequence[int]) -> str:
    """Say what the cells hold, and which first years are too small for a share."""
    said = "Anteil eines Jahrgangs, der in einem Jahr aktiv war, in Prozent; in Klammern die Größe des Jahrgangs."
    if not small:
        return said
    years = join_words([str(year) for year in small])
    return f"{said} {years}: zu klein für einen Anteil, dort steht „aktive von allen“."


def cohorts_description(text: str) -> str:
    """Describe the table of first years to those who do not see it."""
    return f"Tabelle mit einer Zeile je Jahrgang und einer Spalte je Jahr. {text}"


def cohort_hover(cohort: int, year: int, active: int, size: int, share: float | None) -> str:
    """Describe one cell of the table of first years."""
    tail = "" if share is None else f" ({percent(share)})"
    return f"Jahrgang {cohort}, {year}: {whole(active)} von {whole(size)} aktiv{tail}"


def _organisations(number: int) -> str:
    return "einer Organisation" if number == 1 else f"{number_word(number)} {words.ORGANISATIONS[1]}"


def _some(number: int) -> str:
    return "eine" if number == 1 else number_word(number)


def _of(part: int, whole_: int) -> str:
    return (
        "einem" if part == whole_ == 1 else f"{'einem' if part == 1 else number_word(part)} von {number_word(whole_)}"
    )
