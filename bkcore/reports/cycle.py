"""The yearly cycle: round, meeting, measures, report, council; where we stand and what comes next."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlmodel import Session, col, select

from bkcore.model.meetings import Meeting
from bkcore.model.steering import CLOSED_STATES, Measure
from bkcore.model.year_reports import ReportDraft, ReportStation
from bkcore.reports.rounds import RoundState
from bkcore.store.unit_of_work import town_day
from bkcore.vocabulary import MeetingState

RECENT = timedelta(days=365)
"""A round this long ago still is the one of this cycle."""


class Progress(StrEnum):
    """Where a station stands."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"


class Step(StrEnum):
    """What comes next; the first that is true, in this order."""

    RECORD = "record"
    MEETING_RUNS = "meeting_runs"
    INVITE = "invite"
    REMIND = "remind"
    OVERDUE = "overdue"
    CONFIRM = "confirm"
    PLAN_ROUND = "plan_round"
    PREPARE_MEETING = "prepare_meeting"
    WRITE_REPORT = "write_report"
    SCHEDULE = "schedule"
    READ_BEFORE = "read_before"
    MEET = "meet"
    NOTHING = "nothing"


ADMINISTRATION_ONLY = frozenset(
    {
        Step.RECORD,
        Step.INVITE,
        Step.REMIND,
        Step.CONFIRM,
        Step.PLAN_ROUND,
        Step.WRITE_REPORT,
        Step.SCHEDULE,
        Step.READ_BEFORE,
    }
)
"""Steps only the administration can take; for the steering group the next one after them counts."""


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """A meeting by id, title and day."""

    id: int
    title: str
    held_on: date


@dataclass(frozen=True, slots=True)
class Cycle:
    """Where the year stands.

    Attributes:
        round: Whether a round is over, runs or is to come.
        meeting: The same for the meeting that looks at it.
        measures: Done when measures are agreed and none is overdue.
        report: The report to the council about the year that is over.
        council: Done when every body of the paper's way has met.
        running: The meeting that runs, ``None`` when none does.
        prepared: The next one, ``None`` when none is prepared.
        last_meeting: Day of the last one that ended, ``None`` before the first.
        any_measure: Whether any measure was ever taken on.
        open_measures: Measures with something left to do.
        overdue: Those of them whose day has passed.
        sitting: The next day a body of the report's way meets, ``None`` when none is known.
        steps: What is to be done, the most urgent first; ends with ``NOTHING``.
    """

    round: Progress
    meeting: Progress
    measures: Progress
    report: Progress
    council: Progress
    running: MeetingFact | None
    prepared: MeetingFact | None
    last_meeting: date | None
    any_measure: bool
    open_measures: int
    overdue: int
    sitting: date | None
    steps: tuple[Step, ...]

    def next_step(self, *, administers: bool) -> Step:
        """Return what comes next for whoever looks."""
        return next(step for step in self.steps if administers or step not in ADMINISTRATION_ONLY)


def build(
    session: Session,
    *,
    today: date,
    open_round: RoundState | None,
    last_round: RoundState | None,
    is_recorded: bool,
    unconfirmed: int,
    reported: int | None,
) -> Cycle:
    """Return where the year stands.

    Args:
        session: Open session.
        today: The day it is.
        open_round: The round that runs.
        last_round: The newest round that is over.
        is_recorded: Whether any activity took place on record.
        unconfirmed: Announced activities whose day has passed.
        reported: The latest year with a released report to the council.
    """
    running, prepared, last = _meetings(session)
    rated = last_round is not None and last_round.over_on > today - RECENT
    met = last is not None and (last_round is None or not rated or last >= last_round.over_on)
    any_measure, open_measures, overdue = _measures(session, today=today)
    due = today.year - 1
    released = reported is not None and reported >= due
    report, council, sitting = _report(session, year=due, released=released, today=today)
    wanted = (
        (Step.RECORD, not is_recorded),
        (Step.MEETING_RUNS, running is not None),
        (Step.INVITE, open_round is not None and not open_round.projects_asked),
        (Step.REMIND, open_round is not None and open_round.projects_handed_in < open_round.projects_asked),
        (Step.OVERDUE, overdue > 0),
        (Step.CONFIRM, unconfirmed > 0),
        (Step.PLAN_ROUND, not rated and open_round is None),
        (Step.PREPARE_MEETING, not met and prepared is None and running is None),
        (Step.WRITE_REPORT, report is not Progress.DONE),
        (Step.SCHEDULE, council is Progress.CURRENT and sitting is None),
        (Step.READ_BEFORE, council is Progress.CURRENT and sitting is not None),
        (Step.MEET, prepared is not None),
        (Step.NOTHING, True),
    )
    return Cycle(
        round=_stands(done=rated, current=open_round is not None),
        meeting=_stands(done=met and prepared is None, current=bool(running or prepared)),
        measures=_stands(done=any_measure and not overdue, current=overdue > 0),
        report=report,
        council=council,
        running=running,
        prepared=prepared,
        last_meeting=last,
        any_measure=any_measure,
        open_measures=open_measures,
        overdue=overdue,
        sitting=sitting,
        steps=tuple(step for step, is_wanted in wanted if is_wanted),
    )


def _stands(*, done: bool, current: bool) -> Progress:
    if current:
        return Progress.CURRENT
    return Progress.DONE if done else Progress.AHEAD


def _meetings(session: Session) -> tuple[MeetingFact | None, MeetingFact | None, date | None]:
    rows = session.exec(select(Meeting).order_by(col(Meeting.held_on), col(Meeting.id))).all()
    facts = {
        state: [MeetingFact(row.id or 0, row.title, row.held_on) for row in rows if row.state is state]
        for state in MeetingState
    }
    ended = [town_day(row.started_at) for row in rows if row.state is MeetingState.ENDED and row.started_at]
    running, prepared = facts[MeetingState.RUNNING], facts[MeetingState.PREPARED]
    return running[0] if running else None, prepared[0] if prepared else None, max(ended, default=None)


def _measures(session: Session, *, today: date) -> tuple[bool, int, int]:
    rows = session.exec(select(col(Measure.state), col(Measure.due_on))).all()
    left = [due for state, due in rows if state not in CLOSED_STATES]
    return bool(rows), len(left), sum(due < today for due in left)


def _report(session: Session, *, year: int, released: bool, today: date) -> tuple[Progress, Progress, date | None]:
    draft = session.exec(select(ReportDraft).where(ReportDraft.year == year)).first()
    days = (
        session.exec(select(col(ReportStation.held_on)).where(ReportStation.draft_id == draft.id)).all()
        if draft
        else []
    )
    known = [day for day in days if day is not None]
    ahead = [day for day in known if day >= today]
    decided = released and bool(known) and not ahead and None not in days
    return (
        _stands(done=released, current=draft is not None and not released),
        _stands(done=decided, current=released and not decided),
        min(ahead, default=None),
    )
