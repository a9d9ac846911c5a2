"""Makes the inputs of a report fit to be seen: the rules of ``bkcore.publication.disclosure``, and one for views.

The views of a factor (Leitung, Team, Partner) make up its mean. So either each of them that has an answer rests on
enough people and may be shown, or none is: a single hidden one could be computed from the others and the mean
(compare ADR 0018). Participants' voices go into no published figure and are not among them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bkcore.publication.disclosure import (
    STANDARD,
    Memory,
    SafeAttendance,
    SafeFactor,
    SafeProject,
    Shown,
    Thresholds,
    protect_attendance,
    protect_factor,
    released,
)
from bkcore.publication.inputs import FactorInput, RoundInput, ViewInput
from bkcore.publication.yearly.inputs import TREND_YEARS, ReportInputs
from bkcore.vocabulary import View


@dataclass(frozen=True, slots=True)
class SafeView:
    """One view that may be shown."""

    factor: str
    view: View
    shown: Shown


@dataclass(frozen=True, slots=True)
class SafeReport:
    """The parts of the inputs that can give somebody away, made safe."""

    factors: tuple[SafeFactor, ...]
    previous: tuple[SafeFactor, ...]
    views: tuple[SafeView, ...]
    attendance: SafeAttendance
    projects: tuple[SafeProject, ...]


def protect(inputs: ReportInputs, *, memory: Memory, thresholds: Thresholds = STANDARD) -> SafeReport:
    """Return what may be published of the inputs.

    Args:
        inputs: Unprotected figures and texts.
        memory: What earlier releases and reports showed.
        thresholds: How many people a figure needs.
    """
    factors = _factors(inputs.factors, inputs.factor_round, memory, thresholds)
    return SafeReport(
        factors=factors,
        previous=_factors(inputs.previous, inputs.previous_round, memory, thresholds),
        views=tuple(
            view
            for factor in factors
            if factor.shown is not None
            for view in _views([one for one in inputs.views if one.factor == factor.key], inputs, memory, thresholds)
        ),
        attendance=protect_attendance(inputs.years[-TREND_YEARS:], memory=memory, thresholds=thresholds),
        projects=released(entry.project for entry in inputs.projects),
    )


def _factors(
    rows: Sequence[FactorInput], turn: RoundInput | None, memory: Memory, thresholds: Thresholds
) -> tuple[SafeFactor, ...]:
    key = turn.key if turn else ""
    return tuple(
        protect_factor(row, seen=memory.factors.get((key, row.key), frozenset()), thresholds=thresholds) for row in rows
    )


def _views(
    views: Sequence[ViewInput], inputs: ReportInputs, memory: Memory, thresholds: Thresholds
) -> tuple[SafeView, ...]:
    turn = inputs.factor_round.key if inputs.factor_round else ""
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
