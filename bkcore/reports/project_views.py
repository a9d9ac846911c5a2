"""Which views of a project somebody may see apart, and which one figure stands for the project.

The rule, per factor:

1. The view of the lead may be seen by everybody who reads the project. Every other view, that of the participants
   included, appears from three raters on.
2. The score of the project is the mean over its views of lead, team and partners. It appears when the lead has a score
   or at least three people stand behind it.
3. Where one or two people stand behind the views that do not appear, score and lead's view together would give their
   answers away by subtraction. Then each reader gets one of the two: the lead, who knows the own answers anyway, sees
   the own view and no score; steering group and administration see the score and not the lead's view.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bkcore.thresholds import INTERNAL_MINIMUM
from bkcore.vocabulary import View


@dataclass(frozen=True, slots=True)
class ViewScore:
    """One view of one factor: its mean and how many raters stand behind it."""

    view: View
    score: float
    raters: int


@dataclass(frozen=True, slots=True)
class ShownViews:
    """What a reader sees of one factor.

    Attributes:
        score: The figure that stands for the project, ``None`` when it is withheld or there is none.
        lead_alone: Whether that figure is the lead's view instead of the project's score.
        views: The views that appear apart, in the vocabulary's order.
        hidden: The views somebody answered from that do not appear.
    """

    score: float | None = None
    lead_alone: bool = False
    views: tuple[ViewScore, ...] = ()
    hidden: tuple[View, ...] = ()


def shown_views(views: Sequence[ViewScore], *, project: float | None, reader_leads: bool) -> ShownViews:
    """Return what a reader of the project sees of one factor.

    Args:
        views: All views with a score, results of ``bkcore.metrics.factor_scores.view_scores``.
        project: The project's score, as ``bkcore.metrics.factor_scores.project_scores`` has it.
        reader_leads: Whether the reader leads the project; everybody else who reads it belongs to the house.
    """
    ordered = [found for view in View for found in views if found.view is view]
    apart = [found for found in ordered if _appears(found)]
    inside = [found for found in ordered if found.view is not View.PARTICIPANT]
    few = sum(found.raters for found in inside if not _appears(found))
    lead = next((found for found in inside if found.view is View.LEAD), None)
    gives_away = 0 < few < INTERNAL_MINIMUM
    if gives_away and not reader_leads:
        apart = [found for found in apart if found.view is not View.LEAD]
    people = sum(found.raters for found in inside)
    score = project if lead is not None or people >= INTERNAL_MINIMUM else None
    lead_alone = len(inside) == 1 and lead is not None
    if gives_away and reader_leads:
        score, lead_alone = (lead.score, True) if lead else (None, False)
    return ShownViews(
        score=score,
        lead_alone=lead_alone,
        views=tuple(apart),
        hidden=tuple(found.view for found in ordered if found not in apart),
    )


def _appears(found: ViewScore) -> bool:
    return found.view is View.LEAD or found.raters >= INTERNAL_MINIMUM
