"""What a project is recommended to do next, by a written rule."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from bkcore.instrument import Action, Catalogue, Factor
from bkcore.reports.measures import PlannedMeasure
from bkcore.reports.project_factor import Gap, ProjectFactor
from bkcore.vocabulary import Band, MeasureState

NEXT_STEPS: Final = 3
"""How many next steps are recommended: more than a project takes on in one go would be none."""
_URGENCY: Final = (Band.CONCERN, Band.DISCUSS, Band.STRENGTH)


@dataclass(frozen=True, slots=True)
class NextStep:
    """One recommended step: the action that leads a factor from its present level to the next."""

    factor: Factor
    score: float
    gap: Gap | None
    action: Action
    planned: bool
    """Whether a measure for it is under way already."""


def next_steps(
    factors: Sequence[ProjectFactor], *, edition: Catalogue, measures: Sequence[PlannedMeasure] = ()
) -> tuple[NextStep, ...]:
    """Return what to do next, by this written rule.

    Concerns come first, then what is worth discussing, then strengths; within a band the factor whose views lie
    furthest apart, then the lowest, then the council's order. Of each one action is recommended, from the level that
    is reached (the score rounded down) to the next; one that is no measure yet goes before one that is.

    Args:
        factors: In the council's order.
        edition: The catalogue the round was asked with.
        measures: What was taken on already; dropped measures do not count.
    """
    ordered = sorted(factors, key=_urgency)
    taken = {measure.action_id for measure in measures if measure.state is not MeasureState.DROPPED}
    steps = (_next_step(found, edition=edition, taken=taken) for found in ordered if found.shown.score is not None)
    return tuple(step for step in steps if step is not None)[:NEXT_STEPS]


def _urgency(found: ProjectFactor) -> tuple[int, float, float]:
    place = _URGENCY.index(found.band) if found.band else len(_URGENCY)
    return place, -(found.gap.width if found.gap else 0.0), found.shown.score or 0.0


def _next_step(found: ProjectFactor, *, edition: Catalogue, taken: Collection[str | None]) -> NextStep | None:
    score = found.shown.score
    if score is None:
        return None
    actions = sorted(edition.next_actions(found.factor.id, level=score), key=lambda action: action.id in taken)
    return NextStep(found.factor, score, gap=found.gap, action=actions[0], planned=actions[0].id in taken)
