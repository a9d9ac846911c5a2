"""How many people came, as far as anybody wrote it down."""

from functools import partial

from bkcore.reports.over_time import ActivityReport
from bkcore.wording.numbers import whole
from dashboard import state
from dashboard.charts.participation import coverage_chart
from dashboard.components import chart, panel
from dashboard.texts import activity as page
from dashboard.texts import activity_figures as texts


def draw(found: ActivityReport, *, choice: tuple[str, ...]) -> None:
    """Show the three sums with what they are known for, and the years behind them.

    Args:
        found: The report of the page's choice.
        choice: What it depends on.
    """
    counts = found.figures.counts
    if not counts.activities:
        panel.notice(panel.NoticeKind.EMPTY, page.NOT_SHOWN, title=page.NOT_SHOWN_TITLE)
        return
    sums = [(name, getattr(counts, key)) for key, name in texts.PEOPLE]
    panel.key_figures(
        [panel.KeyFigure(whole(each.sum), name, texts.people_known(each)) for name, each in sums], cards=True
    )
    drawn = state.drawn("people", *choice, build=partial(coverage_chart, found.years, counts.attendance))
    chart.show(drawn, key="teilnehmende", meaning=texts.PEOPLE_MEANING)
    if weeks := texts.left_out(held=counts.activities, found=counts.attendance):
        panel.text(weeks)
