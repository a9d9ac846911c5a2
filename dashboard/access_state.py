"""What the page on access shows: addresses and the hand-over, read fresh; using a link moves no data version."""

from datetime import date

from bkcore.access import Actor
from bkcore.reports import access_register, first_steps
from bkcore.reports.first_steps import FirstSteps
from bkcore.reports.given_access import GivenAccess
from bkcore.store.unit_of_work import reading
from dashboard import state, yearly_state


def given(*, by: Actor) -> tuple[GivenAccess, ...]:
    """Return every address that was given out, to whom access is open."""
    with reading(state.engine()) as session:
        return access_register.build(session, by=by)


def hand_over(*, by: Actor, today: date) -> FirstSteps:
    """Return what somebody finds who takes over, to whom access is open."""
    overview = state.overview_report(by=by, today=today)
    lacking = yearly_state.lacking(by=by, year=overview.report_due, today=today)
    with reading(state.engine()) as session:
        return first_steps.build(
            session, overview=overview, findings=len(lacking), settings=state.settings(), by=by, today=today
        )
