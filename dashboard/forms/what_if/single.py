"""The network without one organisation: counts, who would be affected, what would become of its activities."""

from collections.abc import Mapping
from functools import partial

from bkcore.reports.over_time import AbsenceReport
from bkcore.wording.numbers import whole
from dashboard import state
from dashboard.charts.what_if import activities_chart
from dashboard.components import chart, panel
from dashboard.forms.what_if import places
from dashboard.texts import what_if as texts


def draw(found: AbsenceReport, *, names: Mapping[str, str], year: int | None) -> None:
    """Show what would be missing.

    Args:
        found: The network of the period without the organisation.
        names: Name of every organisation by id.
        year: The period; everything when not given.
    """
    panel.text(texts.parts(found), *([texts.OFFICE] if found.office else []))
    panel.key_figures(
        [panel.KeyFigure(whole(getattr(found.found, key)), name) for key, name in texts.FIGURES], cards=True
    )
    if affected := texts.affected(found.rows, names):
        panel.heading(texts.WHO)
        panel.terms([panel.Term(*entry) for entry in affected])
    bar = partial(activities_chart, found)
    chart.show(state.drawn("what-if", found.found.organisation, year, build=bar), key="was-waere-wenn")
    panel.text(texts.CAREFUL)
    places.meaning()
