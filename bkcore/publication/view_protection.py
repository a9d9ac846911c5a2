"""Protects the factors of any round, and the views of each.

The views of a factor (Leitung, Team, Partner) make up its mean. So either each of them that has an answer rests on
enough people and may be shown, or none is: a single hidden one could be computed from the others and the mean
(compare ADR 0018). Participants' voices go into no published figure and are not among them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bkcore.publication.disclosure import STANDARD, Memory, SafeFactor, Shown, Thresholds, protect_factor
from bkcore.publication.inputs import FactorInput, RoundInput, ViewInput
from bkcore.vocabulary import View


@dataclass(frozen=True, slots=True)
class SafeView:
    """One view that may be shown."""

    factor: str
    view: View
    shown: Shown


def protect_factors(
    rows: Iterable[FactorInput], *, turn: RoundInput | None, memory: Memory, thresholds: Thresholds = STANDARD
) -> tuple[SafeFactor, ...]:
    """Return the factors of a round, each with its figures or withheld whole.

    Args:
        rows: Unrounded figures.
        turn: The round they belong to.
        memory: What earlier releases and reports showed.
        thresholds: How many people a figure needs.
    """
    key = turn.key if turn else ""
    return tuple(
        protect_factor(row, seen=memory.factors.get((key, row.key), frozenset()), thresholds=thresholds) for row in rows
    )


def protect_views(
    views: Iterable[ViewInput],
    factors: Iterable[SafeFactor],
    *,
    turn: RoundInput | None,
    memory: Memory,
    thresholds: Thresholds = STANDARD,
) -> tuple[SafeView, ...]:
    """Return the views that may be shown; none of a factor that is withheld.

    Args:
        views: Every view with an answer, also those too small to be seen.
        factors: The protected factors of the round.
        turn: The round they belong to.
        memory: What earlier releases and reports showed.
        thresholds: How many people a figure needs.
    """
    key, every = turn.key if turn else "", tuple(views)
    return tuple(
        view
        for factor in factors
        if factor.shown is not None
        for view in _of_factor([one for one in every if one.factor == factor.key], key, memory, thresholds)
    )


def _of_factor(views: Sequence[ViewInput], turn: str, memory: Memory, thresholds: Thresholds) -> tuple[SafeView, ...]:
    there = [view for view in views if view.n_raters]
    safe = {
        view.view: protect_factor(
            FactorInput(
                key=view.factor, title="", short_title="", mean=view.mean, n_raters=view.n_raters,
                n_projects=view.n_projects,
            ),
            seen=memory.views.get((turn, view.factor, view.view.value), frozenset()),
            thresholds=thresholds,
        ).shown
        for view in there
    }  # fmt: skip
    shown = {view: found for view, found in safe.items() if found is not None}
    if len(shown) < len(safe):
        return ()
    return tuple(SafeView(factor=there[0].factor, view=view, shown=found) for view, found in shown.items())
