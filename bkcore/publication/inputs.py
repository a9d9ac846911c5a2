"""Exactly what a briefing is built from: plain frozen values, before any protection."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bkcore.vocabulary import AnchorKind, Band, CoverageState, MeasureState, Precision, Sector, View


@dataclass(frozen=True, kw_only=True)
class YearInput:
    """What is known of one whole calendar year; only what took place counts, ``announced`` stands apart.

    Joint activities, diversity, share and median are needed for the year spoken about and the year before alone.
    """

    year: int
    organisations: int
    activities: int
    activities_with_ties: int
    joint_activities: int = 0
    announced: int = 0
    sector_diversity: float | None = None
    top3_share: float | None = None
    organisations_per_activity: float | None = None
    """Median over activities with a known organisation."""
    new: int | None = None
    returned: int | None = None
    left: int | None = None
    retained: int | None = None
    base_year: bool = False
    attendance: int | None = None
    """Sum of the people counted, ``None`` when no number is known."""
    attendance_known: int = 0
    """Number of activities behind that sum."""
    attendance_of_one: int = 0
    """How many of these people came to activities of one organisation alone that has not agreed to be named."""


@dataclass(frozen=True, kw_only=True)
class FactorInput:
    """One success factor over all projects of a closed round; figures are unrounded.

    Of the ladder of participation ``mean`` is the middle step, and the quartiles are steps.
    """

    key: str
    title: str
    short_title: str
    ladder: bool = False
    n_projects: int = 0
    n_raters: int = 0
    mean: float | None = None
    lower_quartile: float | None = None
    upper_quartile: float | None = None
    band: Band | None = None
    opt_out_share: float | None = None


@dataclass(frozen=True, kw_only=True)
class ViewInput:
    """One view of one factor over all projects of the round; the mean is unrounded."""

    factor: str
    view: View
    mean: float | None
    n_raters: int
    n_projects: int


@dataclass(frozen=True, kw_only=True)
class RoundInput:
    """Where a round stands; projects are counted, never people."""

    key: str
    title: str
    closes_on: date
    is_open: bool
    projects_handed_in: int


@dataclass(frozen=True, kw_only=True)
class PictureInput:
    """The picture of a project, by its lasting name; its bytes are not in here."""

    digest: str
    alt: str
    width: int
    height: int
    released: bool


@dataclass(frozen=True, kw_only=True)
class ProjectInput:
    """One project with everything that could be shown; what may be shown is decided by the protection."""

    key: str
    title: str
    begins: str | None = None
    ends: str | None = None
    lead_name: str | None = None
    lead_sector: Sector | None = None
    lead_may_be_named: bool = False
    themes: tuple[str, ...] = ()
    description: str | None = None
    description_released: bool = False
    funding: str | None = None
    picture: PictureInput | None = None


@dataclass(frozen=True, kw_only=True)
class PaperInput:
    """One paper or agenda item of the council that belongs to the core of the network."""

    subject: str
    kind: str
    body: str
    reference: str | None = None
    held_on: date | None = None
    precision: Precision = Precision.UNKNOWN
    url: str | None = None


@dataclass(frozen=True, kw_only=True)
class MeasureInput:
    """One measure as of the document's day; texts of measures are not released and not in here."""

    agreed_in: int
    state: MeasureState
    overdue: bool
    open: bool
    factor: str | None = None
    done_in: int | None = None
    """The year it was done in; ``None`` while it is not done."""


@dataclass(frozen=True, kw_only=True)
class MeetingYearInput:
    """What the steering group did in one year, from meetings that ended: counts alone, no title, no person."""

    year: int
    meetings: int
    topics: int
    decisions: int


@dataclass(frozen=True, kw_only=True)
class DepartmentInput:
    """One department of the administration in the year spoken about: counts and states by kind, no titles."""

    key: str
    title: str
    found: Mapping[AnchorKind, int]
    states: Mapping[AnchorKind, CoverageState]

    @property
    def anchored(self) -> bool:
        """Tell whether anything shows integration there."""
        return any(self.found.values())

    @property
    def unsure(self) -> bool:
        """Tell whether nothing is found there, but something may be that nobody wrote down."""
        return not self.anchored and not {CoverageState.UNCERTAIN, CoverageState.UNKNOWN}.isdisjoint(
            self.states.values()
        )


@dataclass(frozen=True, kw_only=True)
class AnchoringYearInput:
    """How many departments of one year there were, and in how many of them something shows integration."""

    year: int
    departments: int
    anchored: int
    unsure: int
    share: float | None


@dataclass(frozen=True, kw_only=True)
class AnchoringInput:
    """Integration as a task of every department in one year; the years up to it, the oldest first."""

    year: int
    running: bool
    departments: tuple[DepartmentInput, ...]
    unassigned: int
    years: tuple[AnchoringYearInput, ...]


@dataclass(frozen=True, kw_only=True)
class BriefingInputs:
    """Everything a briefing is built from.

    Attributes:
        today: The day the briefing speaks for.
        demo: Whether the data are samples; every form of the briefing then says so.
        years: Whole calendar years in order, gaps included, at most up to last year.
        undated: Activities that took place at a time nobody recorded; they are in no year.
        factors: The eight factors of ``factor_round`` in the catalogue's order; their titles also without a round.
        factor_round: The latest closed round, whose figures may be seen.
        open_round: The round that takes answers today.
        projects: All projects of the network itself.
        papers: Papers of the core.
        anchoring: Departments of the last whole year; ``None`` without one.
        measures: All measures.
        meetings: Years in which the steering group met, in order.
        ahead: The round that is open or planned next.
        previous: The comparable factors of the closed round before ``factor_round``.
        previous_round: That round.
        views: The views of each factor, every one with an answer.
    """

    today: date
    demo: bool = False
    years: tuple[YearInput, ...] = ()
    undated: int = 0
    factors: tuple[FactorInput, ...] = ()
    factor_round: RoundInput | None = None
    open_round: RoundInput | None = None
    projects: tuple[ProjectInput, ...] = ()
    papers: tuple[PaperInput, ...] = ()
    anchoring: AnchoringInput | None = None
    measures: tuple[MeasureInput, ...] = ()
    meetings: tuple[MeetingYearInput, ...] = ()
    ahead: RoundInput | None = None
    previous: tuple[FactorInput, ...] = ()
    previous_round: RoundInput | None = None
    views: tuple[ViewInput, ...] = ()
