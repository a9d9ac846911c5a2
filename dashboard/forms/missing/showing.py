"""How the declared perspectives stand: the matrix of the last years, and what the record does not know."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from bkcore.reports.perspective_facts import DeclaredPerspective, PerspectivesReport
from dashboard import state
from dashboard.charts.missing import coverage_chart
from dashboard.components import chart, panel
from dashboard.texts import missing as texts
from dashboard.texts import missing_reach as reach

_YEARS: Final = 5


def draw(report: PerspectivesReport, perspectives: Sequence[DeclaredPerspective], *, year: int, trait: str) -> None:
    """Show the matrix of the years up to one, and say what is not known of that one.

    Args:
        report: What is declared.
        perspectives: Those of the chosen trait, at least one.
        year: The last year shown.
        trait: The chosen trait, for the cache of the drawing.
    """
    years = [one for one in report.years if year - _YEARS < one <= year]
    drawing = partial(coverage_chart, tuple(perspectives), years=years)
    chart.show(state.drawn("coverage", year, trait, build=drawing), key="wer-fehlt", meaning=texts.MEANING)
    if aimed := reach.rows(perspectives, year=year):
        panel.heading(reach.HEADING, reach.note(perspectives, year=year))
        panel.terms([panel.Term(*entry) for entry in aimed])
    if found := texts.unknown(perspectives, year=year):
        panel.heading(texts.UNKNOWN_HEADING, texts.UNKNOWN_NOTE)
        panel.text(*found)
