"""Small-cell rule: what rests on too few people never leaves the house, and cannot be computed from what does.

Persons and raters are protected. Organisations are counted in public and named only with consent.

1. *Primary*: a factor with fewer than five raters or three projects is withheld whole (mean, spread, counts, opt-outs);
   so is a sum of people below five, and one of which an organisation that is not to be named brought more than 85 %
   alone (dominance): who knows whose feast it was would read its attendance. The middle half appears only when every
   quarter holds at least two projects, because quartiles of a handful are the scores of single projects.
2. *Secondary*: no margin is published across factors (no overall mean, no number of raters of the round, no overall
   opt-out share). What else to withhold in the one table with a margin, people by year and in all, is solved as a
   cell-suppression problem. Years count as told elsewhere there, because each may stand in another release: so no
   year shields another one, and the total goes instead (``docs/architecture.md``).
3. *Rounding*: means to one decimal, shares of opt-outs to tens of percent. What is rounded away is nowhere else.
4. *Differencing*: a cell that changed is withheld until at least five raters (and none or at least three projects) lie
   between it and **every** value ever shown of it, not only the last one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bkcore.publication.inputs import BriefingInputs, FactorInput, PictureInput, ProjectInput, YearInput
from bkcore.publication.suppression import Cell, Table, withheld
from bkcore.thresholds import DOMINANT_SHARE, PUBLIC_MINIMUM
from bkcore.vocabulary import Band, Sector

FEWEST_PROJECTS = 3
PROJECTS_FOR_SPREAD = 8
"""Each quarter then holds at least two projects."""

_LOSS_OF_A_YEAR = 2.0
"""Readers ask for years; a total says no more than they do."""
_MEAN_DIGITS = 1
_SHARE_DIGITS = 1


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How many people a figure needs; stricter is allowed, looser is not."""

    persons: int = PUBLIC_MINIMUM
    projects: int = FEWEST_PROJECTS

    def __post_init__(self) -> None:
        """Refuse to go below the house's minimum.

        Raises:
            ValueError: A threshold lies below it.
        """
        if self.persons < PUBLIC_MINIMUM or self.projects < FEWEST_PROJECTS:
            raise ValueError("thresholds may only be raised")


STANDARD = Thresholds()


@dataclass(frozen=True, slots=True)
class Shown:
    """What a factor shows: rounded figures, and the counts they rest on.

    With ``ladder`` they are steps: ``mean`` is the middle one.
    """

    mean: float
    lower: float | None
    upper: float | None
    opt_out_share: float | None
    band: Band | None
    n_raters: int
    n_projects: int
    ladder: bool = False


@dataclass(frozen=True, slots=True)
class SafeFactor:
    """One factor; ``shown`` is ``None`` when it is withheld."""

    key: str
    title: str
    short_title: str
    shown: Shown | None


@dataclass(frozen=True, slots=True)
class SafeYear:
    """People counted in one year; ``people`` is ``None`` when nothing is known or the sum is withheld."""

    year: int
    activities: int
    counted: int
    people: int | None
    withheld: bool


@dataclass(frozen=True, slots=True)
class SafeAttendance:
    """People per year and in all."""

    rows: tuple[SafeYear, ...]
    total: int | None
    withheld: bool


@dataclass(frozen=True, slots=True)
class SafeProject:
    """A released project; ``lead_name`` only with the organisation's consent."""

    key: str
    title: str
    begins: str | None
    ends: str | None
    lead_name: str | None
    lead_sector: Sector | None
    themes: tuple[str, ...]
    description: str
    picture: PictureInput | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """Every distinct value earlier releases showed of a cell, by cell."""

    factors: Mapping[tuple[str, str], frozenset[Shown]] = field(default_factory=dict)
    people: Mapping[int, frozenset[int]] = field(default_factory=dict)
    views: Mapping[tuple[str, str, str], frozenset[Shown]] = field(default_factory=dict)
    """By round, factor and view."""


NOTHING_SHOWN = Memory()


@dataclass(frozen=True, slots=True)
class Protected:
    """The parts of the inputs that can give somebody away, made safe."""

    factors: tuple[SafeFactor, ...]
    attendance: SafeAttendance
    projects: tuple[SafeProject, ...]


def protect(inputs: BriefingInputs, *, memory: Memory = NOTHING_SHOWN, thresholds: Thresholds = STANDARD) -> Protected:
    """Return what may be published of the inputs.

    Args:
        inputs: Unprotected figures and texts.
        memory: What earlier releases showed.
        thresholds: How many people a figure needs.

    Returns:
        Factors, people and projects; counts of organisations need no protection and are not in here.
    """
    turn = inputs.factor_round.key if inputs.factor_round else ""
    return Protected(
        factors=tuple(
            protect_factor(row, seen=memory.factors.get((turn, row.key), frozenset()), thresholds=thresholds)
            for row in inputs.factors
        ),
        attendance=protect_attendance(inputs.years, memory=memory, thresholds=thresholds),
        projects=released(inputs.projects),
    )


def protect_factor(row: FactorInput, *, seen: Iterable[Shown] = (), thresholds: Thresholds = STANDARD) -> SafeFactor:
    """Return one factor with rounded figures, or withheld whole.

    Args:
        row: Unrounded figures.
        seen: What earlier releases showed of this factor in this round.
        thresholds: How many raters and projects it needs.
    """
    shown = rounded(row) if _enough(row, thresholds) else None
    if shown is not None and any(_too_close(shown, earlier, thresholds) for earlier in seen):
        shown = None
    return SafeFactor(key=row.key, title=row.title, short_title=row.short_title, shown=shown)


def protect_attendance(
    years: Iterable[YearInput], *, memory: Memory = NOTHING_SHOWN, thresholds: Thresholds = STANDARD
) -> SafeAttendance:
    """Return the people counted per year and in all.

    Args:
        years: What is known of each year.
        memory: What earlier releases showed.
        thresholds: How many people a sum needs.

    Returns:
        Every year; a sum is withheld when it is sensitive or would let a sensitive one be computed; so is the total.
        Totals of years that are all shown differ by what the years differ, so they need no guard of their own.
    """
    every = tuple(years)
    known = [year for year in every if _people(year) is not None]
    total = sum(_people(year) or 0 for year in known)
    cells = [
        Cell(
            value=_people(year) or 0,
            loss=_LOSS_OF_A_YEAR,
            reach=_reach(year, memory.people.get(year.year, frozenset()), thresholds.persons),
            told_elsewhere=True,
        )
        for year in known
    ]
    hidden = withheld(Table((*cells, Cell(total)), sums=((len(known), tuple(range(len(known)))),)))
    years_hidden = {year.year for place, year in enumerate(known) if place in hidden}
    total_hidden = len(known) in hidden
    return SafeAttendance(
        rows=tuple(_safe_year(year, hidden=year.year in years_hidden) for year in every),
        total=None if total_hidden or not known else total,
        withheld=total_hidden,
    )


def released(projects: Iterable[ProjectInput]) -> tuple[SafeProject, ...]:
    """Return the projects whose text somebody released, leads by name only with consent."""
    return tuple(
        SafeProject(
            key=project.key,
            title=project.title,
            begins=project.begins,
            ends=project.ends,
            lead_name=project.lead_name if project.lead_may_be_named else None,
            lead_sector=project.lead_sector,
            themes=project.themes,
            description=project.description,
            picture=project.picture if project.picture and project.picture.released else None,
        )
        for project in projects
        if project.description_released and project.description
    )


def _enough(row: FactorInput, thresholds: Thresholds) -> bool:
    return row.mean is not None and row.n_raters >= thresholds.persons and row.n_projects >= thresholds.projects


def rounded(row: FactorInput) -> Shown:
    """Return the figures of a factor as they are shown, whoever may see them; the one place where they are rounded."""
    spread = row.n_projects >= PROJECTS_FOR_SPREAD
    return Shown(
        mean=round(row.mean or 0.0, _MEAN_DIGITS),
        lower=_rounded(row.lower_quartile, _MEAN_DIGITS) if spread else None,
        upper=_rounded(row.upper_quartile, _MEAN_DIGITS) if spread else None,
        opt_out_share=_rounded(row.opt_out_share, _SHARE_DIGITS),
        band=row.band,
        n_raters=row.n_raters,
        n_projects=row.n_projects,
        ladder=row.ladder,
    )


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)


def _too_close(now: Shown, earlier: Shown, thresholds: Thresholds) -> bool:
    """Tell whether the difference between two showings would speak of a few raters or projects."""
    same_people = (now.n_raters, now.n_projects) == (earlier.n_raters, earlier.n_projects)
    if now == earlier or (same_people and now.ladder != earlier.ladder):
        return False  # another figure of the same people is no difference between groups
    raters, projects = abs(now.n_raters - earlier.n_raters), abs(now.n_projects - earlier.n_projects)
    return raters < thresholds.persons or 0 < projects < thresholds.projects


def _people(year: YearInput) -> int | None:
    return year.attendance if year.attendance_known else None


def _reach(year: YearInput, seen: frozenset[int], least: int) -> float | None:
    """Return how far around its value a withheld sum must stay possible, ``None`` when it may be shown."""
    people = _people(year) or 0
    if 0 < people < least or _near(people, seen, least):
        return float(least - 1)
    dominated = year.attendance_of_one > DOMINANT_SHARE * people
    return max(float(least - 1), (1 - DOMINANT_SHARE) * people) if dominated else None


def _safe_year(year: YearInput, *, hidden: bool) -> SafeYear:
    return SafeYear(
        year=year.year,
        activities=year.activities,
        counted=year.attendance_known,
        people=None if hidden else _people(year),
        withheld=hidden,
    )


def _near(value: int, seen: Iterable[int], least: int) -> bool:
    return any(0 < abs(value - earlier) < least for earlier in seen)
