"""Wording of the page of anchoring: departments, gaps, the trend."""

from collections.abc import Sequence
from typing import Final

from bkcore.reports.anchoring_facts import AnchoredDepartment, AnchoringReport, AnchoringYear
from bkcore.vocabulary import AnchorKind, CoverageState
from bkcore.wording import anchoring as words
from bkcore.wording.labels import label
from bkcore.wording.numbers import count

ABOUT: Final = "In welchen Bereichen der Verwaltung Integration zu sehen ist: Projekte, Maßnahmen, eigene Einschätzung."
NOTHING_TITLE: Final = "Noch ist kein Bereich der Verwaltung angelegt."
NOTHING: Final = (
    "Sobald die Liste der Bereiche steht, zeigt diese Seite, wo Integration verankert ist und wo Lücken sind."
)
NO_YEAR_TITLE: Final = "Noch ist nichts erfasst, das zu einem Bereich gehören könnte."
NO_YEAR: Final = "Es fehlen Projekte mit einem Jahr, Maßnahmen oder eine beendete Runde."
YEAR: Final = "Jahr"
MATRIX: Final = "Bereiche und woran man es sieht"
COLUMNS: Final = words.COLUMNS
COLUMNS_TABLE: Final = (
    "Jahr", "Bereich", "Woran", "Anzahl", "ohne bekannten Bereich", "alle des Jahres", "Stand"
)  # fmt: skip
BEHIND: Final = "Was dahintersteht"
UNASSIGNED: Final = "Projekte ohne Bereich aus der Liste"
UNASSIGNED_NOTE: Final = (
    "Solange bei ihnen kein Verantwortungsbereich steht, bleibt bei jedem Bereich ein Fragezeichen."
)
TO_RECORDS: Final = "Im Bestand eintragen"
TREND_SUBTITLE: Final = (
    "Bereiche der Verwaltung mit mindestens einem Projekt, einer Maßnahme oder einer eigenen Einschätzung, je Jahr"
)
ANCHORED: Final = words.ANCHORED
UNSURE: Final = words.UNSURE
GAP: Final = "Lücke"
COLUMNS_TREND: Final = ("Jahr", "Bereiche", ANCHORED, UNSURE, GAP, "Anteil verankert")
MEANING: Final = words.MEANING


def head(report: AnchoringReport, found: AnchoringYear, *, running: bool) -> tuple[str, str]:
    """Return the finding about a year and the sentence that names the gaps."""
    year = found.year
    there = report.of(year)
    missing = [one.title for one in there if not one.anchored(year) and not one.unsure(year)]
    unsure = [one.title for one in there if one.unsure(year)]
    finding = words.finding(
        year=year, running=running, anchored=found.anchored, unsure=found.unsure, of=found.departments
    )
    return finding, words.gaps(missing, unsure, unassigned=len(report.unassigned.get(year, ())))


def matrix_row(one: AnchoredDepartment, *, year: int) -> tuple[tuple[str, bool], ...]:
    """Return what stands in the row of a department, and of each cell whether it is a gap."""
    cells = [(kind, one.cells[year, kind]) for kind in AnchorKind]
    return tuple(
        (words.cell(kind, found=cell.found, state=cell.state), cell.state is CoverageState.MISSING)
        for kind, cell in cells
    )


def behind_row(one: AnchoredDepartment, *, year: int) -> tuple[str, ...]:
    """Return the titles behind the counts of a department, in the order of ``COLUMNS``."""
    return one.title, *(words.behind(one.cells[year, kind].titles) for kind in AnchorKind)


def table_rows(report: AnchoringReport) -> list[tuple[object, ...]]:
    """Return every cell of every year, the newest first, in the order of ``COLUMNS_TABLE``."""
    return [
        (str(found.year), one.title, label(kind), cell.found, cell.open, cell.of, label(cell.state))
        for found in reversed(report.years)
        for one in report.of(found.year)
        for kind in AnchorKind
        for cell in [one.cells[found.year, kind]]
    ]


def trend_finding(years: Sequence[AnchoringYear]) -> str:
    """Compare the first and the last year whose share is defined."""
    known = [(one.year, one.share) for one in years if one.share is not None]
    if not known:
        return "In keinem Jahr lässt sich sagen, wie viele Bereiche verankert sind."
    if len(known) == 1:
        return f"Ein Vergleich über die Jahre ist noch nicht möglich: Nur für {known[0][0]} lässt sich etwas sagen."
    return words.trend(known[0], known[-1])


def trend_description(years: Sequence[AnchoringYear]) -> str:
    """Describe the bars to those who do not see them."""
    return (
        f"Ein Balken für jedes von {count(len(years), 'Jahr', 'Jahren', feminine=False)}. {trend_finding(years)} "
        "Alle Werte stehen in der Tabelle."
    )
