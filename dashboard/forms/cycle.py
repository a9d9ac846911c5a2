"""The stations of the year, and the next step for whoever looks."""

from bkcore.access import Actor, administers
from bkcore.reports.cycle import Cycle
from bkcore.reports.overview import OverviewReport
from dashboard.components import panel
from dashboard.texts import cycle as texts


def draw(report: OverviewReport, cycle: Cycle, *, by: Actor) -> None:
    """Show where the year stands and what comes next.

    Args:
        report: The first page.
        cycle: Where the year stands now.
        by: Who looks; the steering group is not sent to what only the administration can do.
    """
    panel.steps(
        [
            panel.Step(texts.ROUND, texts.round_note(report), panel.Progress(cycle.round)),
            panel.Step(texts.MEETING, texts.meeting_note(cycle), panel.Progress(cycle.meeting)),
            panel.Step(texts.MEASURES, texts.measures_note(cycle), panel.Progress(cycle.measures)),
            panel.Step(texts.REPORT, texts.report_note(report), panel.Progress(cycle.report)),
            panel.Step(texts.COUNCIL, texts.council_note(cycle), panel.Progress(cycle.council)),
        ],
        label=texts.STEPS,
    )
    step = cycle.next_step(administers=administers(by))
    with panel.card("naechster-schritt"):
        panel.heading(texts.NEXT)
        panel.text(texts.next_step(report, cycle, step))
        name, address = texts.link(cycle, step)
        if address:
            panel.link(name, address)
