"""What the pages over all years show, as values without a database: activities, change, absence.

The builders stand beside: ``activity``, ``turnover``, ``absence``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from bkcore.metrics.absence import Absence, AbsenceRows
from bkcore.metrics.participation import ParticipationCounts, ParticipationFigures
from bkcore.vocabulary import ActivityKind, ActivityStatus, Precision

Ids = frozenset[str]


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """One activity, announced or held.

    Attributes:
        activity: Its id.
        title: Its title.
        start: First day of what is known of its beginning, ``None`` without a date.
        end: Last day as far as known.
        precision: How exactly the date is known.
        year: Calendar year, ``None`` when it is not known to the year.
        month: Month 1 to 12, ``None`` when it is not known to the month; such an activity is on no day either.
        kind: What it is, ``None`` when nobody said so.
        status: Announced, held and so on.
        project: Title of its project, empty without one.
        whole: Title of the activity it is part of, empty when it stands for itself.
        organisations: Names of those that took part, or for what has not taken place of those that were named.
        attendees: People, ``None`` when unknown.
    """

    activity: str
    title: str
    start: date | None
    end: date | None
    precision: Precision
    year: int | None
    month: int | None
    kind: ActivityKind | None
    status: ActivityStatus
    project: str
    whole: str
    organisations: tuple[str, ...]
    attendees: int | None


@dataclass(frozen=True, slots=True)
class YearOfActivity:
    """One calendar year.

    Attributes:
        year: The year.
        counts: The counts of ``bk metrics participation``.
        offices: How many of the active organisations are the town's own offices.
        with_partners: Activities of which anybody who took part is recorded.
        offices_only: Those of them in which only the town's own offices took part.
    """

    year: int
    counts: ParticipationCounts
    offices: int
    with_partners: int
    offices_only: int


@dataclass(frozen=True)
class ActivityReport:
    """Activities of all times, of one project or kind when asked for.

    Attributes:
        lines: Every activity, the newest first, those without a date last.
        figures: Every figure of ``bk metrics participation`` over all time, months included.
        years: Every calendar year from the first to the last recorded.
        seasons: Result of ``bkcore.metrics.seasonality`` over what took place.
        projects: Title of every project that has an activity, by id; of the whole record.
        kinds: Kinds that occur; of the whole record.
    """

    lines: tuple[ActivityLine, ...]
    figures: ParticipationFigures
    years: tuple[YearOfActivity, ...]
    seasons: pd.DataFrame
    projects: Mapping[str, str]
    kinds: tuple[ActivityKind, ...]


@dataclass(frozen=True, slots=True)
class YearOfTurnover:
    """One calendar year against the year before; every organisation of either year is in exactly one set.

    Attributes:
        year: The year.
        base: Active in the first recorded year; whether they were new nobody knows.
        new: Active, and never before.
        returned: Active, not in the year before, but earlier.
        retained: Active, and in the year before.
        paused: Missing from the year before, and active again later.
        unseen: Missing from the year before, and not active again in any later recorded year.
        open: Missing from the year before, and no later year is recorded, so nobody can know yet.
        resigned: Missing from the year before, and recorded as having left for good.
    """

    year: int
    base: Ids
    new: Ids
    returned: Ids
    retained: Ids
    paused: Ids
    unseen: Ids
    open: Ids
    resigned: Ids

    @property
    def active(self) -> Ids:
        """Everybody who took part in something."""
        return self.base | self.new | self.returned | self.retained

    @property
    def missing(self) -> Ids:
        """Everybody who took part in the year before and not in this one."""
        return self.paused | self.unseen | self.open | self.resigned


@dataclass(frozen=True)
class TurnoverReport:
    """Change over all recorded years.

    Attributes:
        years: Every calendar year from the first to the last with a tie, gaps included.
        active: Result of ``bkcore.metrics.continuity.active_years``.
        continuity: Result of ``bkcore.metrics.continuity.continuity``.
        cohorts: Result of ``bkcore.metrics.continuity.cohort_retention``.
        names: Name of every organisation by id.
        offices: The town's own offices, by id, whether they are counted or not.
    """

    years: tuple[YearOfTurnover, ...]
    active: pd.DataFrame
    continuity: pd.DataFrame
    cohorts: pd.DataFrame
    names: Mapping[str, str]
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnActivity:
    """One activity of the organisation that is thought away.

    Attributes:
        title: Its title.
        start: First day of what is known of its beginning, ``None`` without a date.
        precision: How exactly the date is known.
        others: Names of the other organisations that took part.
    """

    title: str
    start: date | None
    precision: Precision
    others: tuple[str, ...]


@dataclass(frozen=True)
class AbsenceReport:
    """The network of a period without one organisation.

    Attributes:
        found: The counts.
        rows: Who and what stands behind them, by id.
        activities: Activities of the organisation, those that would have the fewest others first.
        organisations: Active organisations of the period, the one in question included.
        office: Whether it is one of the town's own offices, the centre by design.
    """

    found: Absence
    rows: AbsenceRows
    activities: tuple[OwnActivity, ...]
    organisations: int
    office: bool


@dataclass(frozen=True)
class DependenceReport:
    """Where much depends on one organisation in a period; sorted by name, which is no ranking.

    Attributes:
        rows: Who would be cut off or left without a partner, for each organisation of which that is true.
        active: Name of every active organisation by id, sorted by name.
        activities: Activities with at least one organisation.
        single: Those of them with only one.
    """

    rows: tuple[AbsenceRows, ...]
    active: Mapping[str, str]
    activities: int
    single: int
