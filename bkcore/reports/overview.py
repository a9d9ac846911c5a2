"""What the network is now: the latest year with records, latest activities, what waits for confirmation, the round."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlmodel import Session, col, func, select

from bkcore.metrics.ties import ties
from bkcore.model.year_reports import YearReportRelease
from bkcore.reports import cycle, network
from bkcore.reports.cycle import Cycle
from bkcore.reports.network import NetworkFrames, NetworkReport
from bkcore.reports.rounds import RoundState, all_rounds, open_round
from bkcore.vocabulary import ActivityStatus, Precision

_LATEST = 5


@dataclass(frozen=True, slots=True)
class LatestActivity:
    """One activity that took place, as a line of a list."""

    title: str
    day: date
    precision: Precision
    attendees: int | None
    organisations: int


@dataclass(frozen=True)
class OverviewReport:
    """The first page.

    Attributes:
        today: The day it is.
        network: The latest calendar year in which something took place, ``None`` on an empty database.
        latest: The latest activities that took place, newest first; undated ones are in no order and left out.
        unconfirmed: Activities whose announced date has passed and that nobody confirmed.
        round: The open round, ``None`` when there is none.
        last_round: The newest round that is over, ``None`` when there is none.
        reported: The latest year with a released report to the council, ``None`` before the first.
    """

    today: date
    network: NetworkReport | None
    latest: tuple[LatestActivity, ...]
    unconfirmed: int
    round: RoundState | None
    last_round: RoundState | None
    reported: int | None

    @property
    def report_due(self) -> int:
        """The latest year that is over; the council wants a report each year."""
        return self.today.year - 1


def build(session: Session, data: NetworkFrames, *, today: date) -> OverviewReport:
    """Return the first page.

    Args:
        session: Open session.
        data: The frames of the network, read once per data version.
        today: The day it is.

    Returns:
        The report; on an empty database it has no network and no activities.
    """
    years = network.years_with_activities(data)
    rounds = all_rounds(session, today=today)
    turn = open_round(session, today=today)
    last = next((state for state in rounds if not state.is_open and state.over_on <= today), None)
    unconfirmed = _unconfirmed(data.activities, today=today)
    reported: int | None = session.exec(select(func.max(col(YearReportRelease.year)))).one()
    return OverviewReport(
        today=today,
        network=network.build(data, year=years[0]) if years else None,
        latest=_latest(data),
        unconfirmed=unconfirmed,
        round=turn,
        last_round=last,
        reported=reported,
    )


def standing(session: Session, report: OverviewReport) -> Cycle:
    """Return where the year stands and what comes next; apart from the page, because a draft moves no data version.

    Args:
        session: Open session.
        report: The first page of this day.
    """
    return cycle.build(
        session,
        today=report.today,
        open_round=report.round,
        last_round=report.last_round,
        is_recorded=report.network is not None,
        unconfirmed=report.unconfirmed,
        reported=report.reported,
    )


def _latest(data: NetworkFrames) -> tuple[LatestActivity, ...]:
    held = data.activities[data.activities["status"] == ActivityStatus.HELD.value].dropna(subset=["start"])
    newest = held.sort_values(["start", "activity_id"], ascending=[False, True]).head(_LATEST)
    took_part = ties(data.participations, data.activities, data.organisations)
    partners = took_part.groupby("activity_id")["organisation_id"].nunique()
    return tuple(
        LatestActivity(
            title=row["title"],
            day=row["start"].date(),
            precision=Precision(row["precision"]),
            attendees=None if pd.isna(row["attendees"]) else int(row["attendees"]),
            organisations=int(partners.get(row["activity_id"], 0)),
        )
        for row in newest.to_dict("records")
    )


def _unconfirmed(activities: pd.DataFrame, *, today: date) -> int:
    open_ends = {ActivityStatus.ANNOUNCED.value, ActivityStatus.PLANNED.value}
    waiting = activities["status"].isin(open_ends) & (activities["start_latest"] < pd.Timestamp(today))
    return int(waiting.sum())
