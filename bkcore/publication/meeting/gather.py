"""Collects what a meeting looks at out of the reports; the only place of this package that reads the record."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session, col, select

from bkcore.access import Actor
from bkcore.model.meetings import Meeting
from bkcore.publication.document import Briefing
from bkcore.publication.document import parse as parse_briefing
from bkcore.publication.gather import year_input
from bkcore.publication.inputs import YearInput
from bkcore.publication.meeting.document import Basis, parse
from bkcore.publication.release import by_number
from bkcore.reports import activity, factor_results, measure_board, perspectives, turnover
from bkcore.reports import network as network_reports
from bkcore.reports.factor_results import FactorResults
from bkcore.reports.measure_board import MeasuresReport
from bkcore.reports.over_time import ActivityReport, TurnoverReport
from bkcore.reports.perspective_facts import PerspectivesReport
from bkcore.services.samples import is_sample
from bkcore.store.data_version import data_version
from bkcore.vocabulary import MeetingState

FIRST_LOOK = timedelta(days=180)
"""How far the first meeting looks back, which has no meeting before it to compare with."""
_YEARS = 2


@dataclass(frozen=True, kw_only=True)
class MeetingInputs:
    """Everything a meeting's document is built from.

    Attributes:
        today: The day it speaks for.
        data_version: State of the record.
        demo: Whether the data are samples.
        since: The day of the meeting before; without one, a day half a year back.
        before: What was shown then, ``None`` without a meeting before.
        before_title: Title of that meeting, empty without.
        release: The release that network and factors are shown from, ``None`` for the record itself.
        years: Whole calendar years.
        recent: The last two of them and the running one, each with every figure.
        activities: Everything recorded, with names.
        turnover: Who came and left, year by year.
        factors: Results of the latest closed round at the internal threshold.
        missing: Declared perspectives.
        measures: All measures.
    """

    today: date
    data_version: int
    demo: bool
    since: date
    before: Basis | None
    before_title: str
    release: Briefing | None
    years: tuple[YearInput, ...]
    recent: tuple[YearInput, ...]
    activities: ActivityReport
    turnover: TurnoverReport
    factors: FactorResults
    missing: PerspectivesReport
    measures: MeasuresReport


def gather(session: Session, meeting: Meeting, *, today: date, by: Actor) -> MeetingInputs:
    """Return everything a meeting looks at on a day.

    Args:
        session: Open session.
        meeting: Which meeting; its release decides where network and factors come from.
        today: The day it is.
        by: Who asks; must read the overviews.

    Raises:
        NotPermitted: The actor reads no overviews.
    """
    frames = network_reports.load(session)
    whole = [entry for entry in frames.years if entry.year < today.year]
    shown = {entry.year for entry in whole[-_YEARS:]}
    earlier = _before(session, meeting)
    chosen = by_number(session, meeting.release_number) if meeting.release_number is not None else None
    return MeetingInputs(
        today=today,
        data_version=data_version(session),
        demo=is_sample(session),
        since=earlier.held_on if earlier else today - FIRST_LOOK,
        before=parse(earlier.basis) if earlier and earlier.basis else None,
        before_title=earlier.title if earlier else "",
        release=parse_briefing(chosen.content) if chosen else None,
        years=tuple(year_input(frames, entry, whole=entry.year in shown) for entry in whole),
        recent=tuple(
            year_input(frames, entry, whole=True)
            for entry in frames.years
            if entry.year in shown or entry.year == today.year
        ),
        activities=activity.build(frames),
        turnover=turnover.build(frames),
        factors=factor_results.build(session, frames, today=today),
        missing=perspectives.build(session, frames, by=by),
        measures=measure_board.build(session, by=by),
    )


def _before(session: Session, meeting: Meeting) -> Meeting | None:
    """Return the last meeting that was held before this one."""
    held = select(Meeting).where(
        Meeting.state == MeetingState.ENDED, col(Meeting.basis).is_not(None), Meeting.id != meeting.id
    )
    return session.exec(held.order_by(col(Meeting.started_at).desc(), col(Meeting.id).desc())).first()
