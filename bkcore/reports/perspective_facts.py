"""What is declared relevant and how it stands, as plain values; charts and wording know nothing else of it."""

from dataclasses import dataclass
from datetime import date

from bkcore.vocabulary import Certainty, CoverageState, GapState, Trait


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """One perspective in one year; see ``bkcore.metrics.coverage``."""

    year: int
    found: int
    known: int
    of: int
    state: CoverageState


@dataclass(frozen=True, slots=True)
class Reach:
    """How many activities of a year set out to reach a target group, and how many people came.

    Attributes:
        year: The year.
        aimed: Activities for it: held, announced or cancelled.
        held: Those that took place.
        people: Who came to them, of whatever group; ``None`` where no number is known.
        known: For how many of them a number is known.
        of: Of how many the sum speaks.
    """

    year: int
    aimed: int
    held: int
    people: int | None
    known: int
    of: int


@dataclass(frozen=True, slots=True)
class Gap:
    """One next step.

    Attributes:
        slug: Its lasting name.
        perspective: Slug of the perspective it is for.
        step: What is done.
        organisation: Slug of the organisation that takes it, ``None`` when a function does.
        owner: The function, may be empty.
        who: Organisation and function as one reads them.
        due_on: The last day.
        state: Open or done.
        note: More about it, may be empty.
        version: Guards a change.
    """

    slug: str
    perspective: str
    step: str
    organisation: str | None
    owner: str
    who: str
    due_on: date
    state: GapState
    note: str
    version: int

    def is_overdue(self, today: date) -> bool:
        """Tell whether its day has passed and it is still open."""
        return self.state is GapState.OPEN and self.due_on < today

    def answers(self) -> dict[str, object]:
        """Return what describes it, as ``PutGap`` takes it."""
        return {
            "slug": self.slug,
            "perspective": self.perspective,
            "step": self.step,
            "organisation": self.organisation,
            "owner": self.owner,
            "due_on": self.due_on,
            "state": self.state,
            "note": self.note,
            "version": self.version,
        }


@dataclass(frozen=True, slots=True)
class DeclaredPerspective:
    """One perspective.

    Attributes:
        slug: Its lasting name.
        trait: By what it is looked for.
        title: What it is called.
        words: What else the record may call it, may be empty.
        retired: Whether it is not looked for at present.
        source: Where it stands that it matters, may be empty.
        certainty: Whether the source says so; ``None`` for what the group declared itself.
        note: More about it, may be empty.
        version: Guards a change.
        cells: One for every year of the report, the oldest first; none when it is retired.
        gaps: Its next steps, open ones first, each group by the day they are due.
        reach: For a target group, one for every year: whom activities set out to reach, and how many came.
    """

    slug: str
    trait: Trait
    title: str
    words: str
    retired: bool
    source: str
    certainty: Certainty | None
    note: str
    version: int
    cells: tuple[CoverageCell, ...]
    gaps: tuple[Gap, ...]
    reach: tuple[Reach, ...] = ()

    def reach_in(self, year: int) -> Reach | None:
        """Return how many were reached in a year, ``None`` when that is not known of it."""
        return next((reach for reach in self.reach if reach.year == year), None)

    def cell(self, year: int) -> CoverageCell | None:
        """Return how it stands in a year, ``None`` when the report has no such year."""
        return next((cell for cell in self.cells if cell.year == year), None)

    def answers(self) -> dict[str, object]:
        """Return what describes it, as ``PutPerspective`` takes it."""
        return {
            "slug": self.slug,
            "trait": self.trait,
            "title": self.title,
            "words": self.words,
            "retired": self.retired,
            "source": self.source,
            "certainty": self.certainty,
            "note": self.note,
            "version": self.version,
        }


@dataclass(frozen=True, slots=True)
class PerspectivesReport:
    """What is declared and how it stands.

    Attributes:
        years: Calendar years from the first to the last with an activity, the oldest first.
        perspectives: What is looked for, by trait and title.
        retired: What is not looked for at present, in the same order.
        organisations: Name of every organisation by its slug, for whom a step can be given to.
    """

    years: tuple[int, ...]
    perspectives: tuple[DeclaredPerspective, ...]
    retired: tuple[DeclaredPerspective, ...]
    organisations: dict[str, str]
