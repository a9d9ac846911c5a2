"""The yearly report to the council: an assistant of five steps, for the administration."""

from bkcore.commands.year_reports import STEPS
from dashboard import session, yearly_state
from dashboard.components import panel
from dashboard.forms import sheet
from dashboard.forms.report import chapters, checking, cover, releasing, stations, steps
from dashboard.texts import report as texts


def main() -> None:
    """Show the step one was at last, on whatever device."""
    visit = session.required()
    by, today = visit.actor, visit.today
    years = yearly_state.years(by=by, today=today)
    year = steps.shown_year(years, last=yearly_state.latest_year(by=by))
    found = yearly_state.desk(by=by, year=year, today=today)
    step = found.written.step
    with sheet.page():
        panel.page_head(texts.title(year), texts.LEADS[step - 1])
        steps.heed_year(years, shown=year)
        steps.draw(year=year, step=step, by=by)
        match step:
            case 1:
                cover.draw(found, years=years, by=by, today=today)
            case 2:
                stations.draw(found, bodies=yearly_state.bodies(by=by), by=by)
            case 3:
                chapters.draw(found, by=by)
            case 4:
                checking.draw(found, by=by)
            case _:
                releasing.draw(found, by=by)
        steps.around(year=year, step=min(step, STEPS), by=by)


main()
