"""One factor of a project, as one reader sees it."""

from dataclasses import dataclass

from bkcore.instrument import LADDER, Factor
from bkcore.metrics.companions import CountedFigure
from bkcore.reports.project_scores import OtherProjects
from bkcore.reports.project_views import ShownViews
from bkcore.vocabulary import Band, View


@dataclass(frozen=True, slots=True)
class PastScore:
    """What the same reader saw of a factor in an earlier round that asked the same."""

    round_title: str
    score: float


@dataclass(frozen=True, slots=True)
class Gap:
    """The distance between the highest and the lowest view that appear."""

    lowest_view: View
    lowest: float
    highest_view: View
    highest: float

    @property
    def width(self) -> float:
        """Distance in levels."""
        return self.highest - self.lowest


@dataclass(frozen=True, slots=True)
class ProjectFactor:
    """One factor of a project.

    Attributes:
        factor: The factor as the round asked for it.
        shown: The views and the figure this reader sees.
        band: Band of that figure, ``None`` without one.
        past: The same in earlier rounds, the oldest first.
        others: Where the other projects lie, ``None`` when they are too few.
        gap: Distance between the views, ``None`` below two that appear.
        companion: What was counted beside it, ``None`` when nothing is counted for it.
        evidence: What raters wrote to „Woran merken wir das?", not confidential, in no order of persons.
        needs: What they wrote to „Was fehlt uns?".
    """

    factor: Factor
    shown: ShownViews
    band: Band | None
    past: tuple[PastScore, ...]
    others: OtherProjects | None
    gap: Gap | None
    companion: CountedFigure | None
    evidence: tuple[str, ...]
    needs: tuple[str, ...]

    @property
    def ladder(self) -> bool:
        """Whether its levels are the ladder of participation; then every figure here is a step and no mean."""
        return self.factor.id == LADDER
