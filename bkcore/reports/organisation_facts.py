"""What the card of one organisation says, as plain values; charts and wording know nothing else of it."""

from dataclasses import dataclass
from datetime import date

from bkcore.vocabulary import ActivityStatus, Certainty, OrganisationKind, ParticipationRole, Precision, Sector


@dataclass(frozen=True, slots=True)
class OrganisationActivity:
    """One activity of an organisation.

    Attributes:
        slug: Its lasting name.
        title: What it is called.
        day: First day of what is known, ``None`` without a date.
        precision: How exactly that is known.
        status: Whether it took place, and with this organisation: the weaker of both statements.
        roles: In which roles.
        project: Slug of its project, ``None`` when no project is behind it.
        project_title: Its title, may be empty.
        source: Where the participation stands, may be empty.
        certainty: Whether the source says so or it was inferred.
    """

    slug: str
    title: str
    day: date | None
    precision: Precision
    status: ActivityStatus
    roles: tuple[ParticipationRole, ...]
    project: str | None
    project_title: str
    source: str
    certainty: Certainty | None

    def lies_in(self, year: int) -> bool:
        """Tell whether its whole known period lies in a calendar year."""
        return self.day is not None and self.day.year == year


@dataclass(frozen=True, slots=True)
class OrganisationProject:
    """One project: whether the organisation leads it, and in how many of its activities it took part (from 0)."""

    slug: str
    title: str
    leads: bool
    activities: int


@dataclass(frozen=True, slots=True)
class OrganisationYear:
    """One calendar year of an organisation.

    Attributes:
        year: The year.
        held: Activities with it that took place.
        announced: Those that were only announced.
        share: Its share of the activities with partners in that year; ``None`` when it was in none.
        core: Whether that makes it part of the core; ``None`` when it was in none.
    """

    year: int
    held: int
    announced: int
    share: float | None
    core: bool | None


@dataclass(frozen=True, slots=True)
class Partner:
    """Another organisation that was at the same activities: how often, and the first day of the last one."""

    slug: str
    name: str
    sector: Sector
    shared: int
    last: date | None


@dataclass(frozen=True, slots=True)
class Continuity:
    """Since when and how steadily; see ``bkcore.metrics.continuity``; ``possible`` are the years since the first."""

    first: int
    last: int
    years: int
    possible: int
    returns: int
    longest_pause: int


@dataclass(frozen=True)
class OrganisationCard:
    """What the record knows of one organisation.

    Attributes:
        slug: Its lasting name.
        name: What it is called.
        kind: What it is.
        sector: Public, civil or private.
        district: Where it sits, may be empty.
        member_since: Partial ISO date, may be empty.
        left_on: Partial ISO date, may be empty.
        may_be_named: Whether it agreed to be named in public; ``None`` when nobody asked.
        source: Where the row is from, may be empty.
        certainty: Whether the source says so or it was inferred.
        note: What else is known, may be empty.
        continuity: ``None`` when no activity with it has a year.
        years: Every calendar year of the record, the oldest first.
        activities: What it took part in within the chosen year, else ever, the newest first, undated ones last.
        partners: With whom it took part within the chosen year, else ever, the closest first.
        projects: What it leads or took part in, by title.
    """

    slug: str
    name: str
    kind: OrganisationKind
    sector: Sector
    district: str
    member_since: str
    left_on: str
    may_be_named: bool | None
    source: str
    certainty: Certainty | None
    note: str
    continuity: Continuity | None
    years: tuple[OrganisationYear, ...]
    activities: tuple[OrganisationActivity, ...]
    partners: tuple[Partner, ...]
    projects: tuple[OrganisationProject, ...]
