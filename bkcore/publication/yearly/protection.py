"""Makes the inputs of a yearly report fit to be seen, by the rules the briefing is made by."""

from dataclasses import dataclass

from bkcore.publication.disclosure import (
    STANDARD,
    Memory,
    SafeAttendance,
    SafeFactor,
    SafeProject,
    Thresholds,
    protect_attendance,
    released,
)
from bkcore.publication.view_protection import SafeView, protect_factors, protect_views
from bkcore.publication.yearly.inputs import TREND_YEARS, ReportInputs


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
    factors = protect_factors(inputs.factors, turn=inputs.factor_round, memory=memory, thresholds=thresholds)
    return SafeReport(
        factors=factors,
        previous=protect_factors(inputs.previous, turn=inputs.previous_round, memory=memory, thresholds=thresholds),
        views=protect_views(inputs.views, factors, turn=inputs.factor_round, memory=memory, thresholds=thresholds),
        attendance=protect_attendance(inputs.years[-TREND_YEARS:], memory=memory, thresholds=thresholds),
        projects=released(entry.project for entry in inputs.projects),
    )
