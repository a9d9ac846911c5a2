"""Whom the activities set out to reach: three levels, the focus on the middle one."""

from dataclasses import dataclass

import pandas as pd

from bkcore.columns import ACTIVITIES
from bkcore.vocabulary import Reachability


@dataclass(frozen=True)
class ReachabilityFigures:
    """Activities by the reachability of their audience, and for how many it is known.

    Attributes:
        good: Activities for people who are easily reached.
        middle: Activities for people who are reached with some effort: the network's focus.
        little: Activities for people who are hardly reached.
        known: Activities that state a level.
        of: All activities looked at.
        middle_share: Share of the middle level among the known; None when none is known.
    """

    good: int
    middle: int
    little: int
    known: int
    of: int
    middle_share: float | None


def reachability(selected: pd.DataFrame) -> ReachabilityFigures:
    """Count activities by the reachability of their audience, against the focus on the middle level.

    Args:
        selected: ``ACTIVITIES`` frame, shape (activities, >=1): ``reachability``, of the activities to look at.

    Returns:
        Counts from 0, unit "activities", and the share of the middle level among the known in [0, 1], None when no
        activity states a level.

    Raises:
        ColumnMissing: A column of ``ACTIVITIES`` is missing.

    Source:
        docs/methodology.md; the steering group's three levels of 2019 with the focus on the middle one.

    Examples:
        >>> reachability(pd.DataFrame({"reachability": ["mittel", "gut", None]}))
        ReachabilityFigures(good=1, middle=1, little=0, known=2, of=3, middle_share=0.5)
    """
    ACTIVITIES.check(selected, "reachability")
    counts = {level: int((selected["reachability"] == level.value).sum()) for level in Reachability}
    known = sum(counts.values())
    return ReachabilityFigures(
        good=counts[Reachability.GOOD],
        middle=counts[Reachability.MIDDLE],
        little=counts[Reachability.LITTLE],
        known=known,
        of=len(selected),
        middle_share=counts[Reachability.MIDDLE] / known if known else None,
    )
