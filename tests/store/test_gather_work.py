"""What a briefing reads of the steering group's work: counts of measures and ended meetings, nothing anybody typed."""

from datetime import date

from bkcore.model.meetings import Decision, Meeting, MeetingItem
from bkcore.model.steering import Measure
from bkcore.publication.briefing import build
from bkcore.publication.document import canonical
from bkcore.publication.gather import gather
from bkcore.publication.gather_work import measure_inputs, meeting_inputs
from bkcore.publication.inputs import MeetingYearInput
from bkcore.store.unit_of_work import now_of
from bkcore.vocabulary import AgendaKind, DecisionResult, MeasureState, MeetingState

TODAY = date(2026, 11, 22)
SECRET = "Frau Muster ruft an"


def meeting(session, year: int, state: MeetingState, *, decisions: int, removed: int = 0) -> None:
    row = Meeting(title=SECRET, held_on=date(year, 3, 1), state=state)
    session.add(row)
    session.flush()
    item = MeetingItem(meeting_id=row.id, position=0, kind=AgendaKind.TOPIC, title=SECRET, notes=SECRET)
    session.add(item)
    session.flush()
    for number in range(decisions + removed):
        session.add(
            Decision(
                meeting_id=row.id, item_id=item.id, number=number + 1, text=SECRET, result=DecisionResult.ACCEPTED,
                removed=number < removed,
            )
        )  # fmt: skip
    session.flush()


def measure(session, state: MeasureState, *, due: date = TODAY, finished: date | None = None) -> None:
    session.add(
        Measure(
            title=SECRET, text=SECRET, owner=SECRET, due_on=due, state=state, created_at=now_of(session),
            finished_on=finished,
        )
    )  # fmt: skip
    session.flush()


def test_only_ended_meetings_and_standing_decisions_count(session) -> None:
    meeting(session, 2025, MeetingState.ENDED, decisions=2, removed=1)
    meeting(session, 2025, MeetingState.ENDED, decisions=0)
    meeting(session, 2026, MeetingState.RUNNING, decisions=3)
    meeting(session, 2026, MeetingState.CANCELLED, decisions=1)
    assert meeting_inputs(session) == (MeetingYearInput(year=2025, meetings=2, topics=2, decisions=2),)


def test_a_measure_is_overdue_only_while_something_is_left_to_do(session) -> None:
    measure(session, MeasureState.OPEN, due=date(2026, 1, 1))
    measure(session, MeasureState.DONE, due=date(2026, 1, 1), finished=date(2025, 12, 1))
    open_one, done = measure_inputs(session, today=TODAY)
    assert (open_one.open, open_one.overdue, open_one.done_in) == (True, True, None)
    assert (done.open, done.overdue, done.done_in) == (False, False, 2025)


def test_nothing_anybody_typed_into_a_measure_or_a_meeting_reaches_the_document(session) -> None:
    meeting(session, 2025, MeetingState.ENDED, decisions=2)
    measure(session, MeasureState.DONE, finished=date(2026, 2, 1))
    briefing = build(gather(session, today=TODAY))
    assert briefing.measures is not None
    assert SECRET not in canonical(briefing)
