"""Collects what the steering group does, as counts: measures without their texts, meetings without titles or people."""

from collections import Counter
from datetime import date

from sqlmodel import Session, col, select

from bkcore.model.meetings import Decision, Meeting, MeetingItem
from bkcore.model.steering import CLOSED_STATES, Measure
from bkcore.publication.inputs import MeasureInput, MeetingYearInput
from bkcore.store.unit_of_work import town_day
from bkcore.vocabulary import MeasureState, MeetingState


def measure_inputs(session: Session, *, today: date) -> tuple[MeasureInput, ...]:
    """Return every measure, the oldest first."""
    rows = session.exec(select(Measure).order_by(col(Measure.id)))
    return tuple(
        MeasureInput(
            agreed_in=town_day(row.created_at).year,
            state=row.state,
            open=row.state not in CLOSED_STATES,
            overdue=row.state not in CLOSED_STATES and row.due_on < today,
            factor=row.factor_id,
            done_in=row.finished_on.year if row.state is MeasureState.DONE and row.finished_on else None,
        )
        for row in rows
    )


def meeting_inputs(session: Session) -> tuple[MeetingYearInput, ...]:
    """Return the years in which meetings ended; a decision that was taken back does not count."""
    ended = {
        identifier: day.year
        for identifier, day in session.exec(
            select(col(Meeting.id), col(Meeting.held_on)).where(Meeting.state == MeetingState.ENDED)
        )
    }
    topics = Counter(ended[key] for key in session.exec(select(MeetingItem.meeting_id)) if key in ended)
    decided = session.exec(select(Decision.meeting_id).where(col(Decision.removed).is_(False)))
    decisions = Counter(ended[key] for key in decided if key in ended)
    return tuple(
        MeetingYearInput(year=year, meetings=number, topics=topics[year], decisions=decisions[year])
        for year, number in sorted(Counter(ended.values()).items())
    )
