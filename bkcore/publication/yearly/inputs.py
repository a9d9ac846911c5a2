"""Exactly what a yearly report is built from: plain frozen values, before any protection."""

from dataclasses import dataclass
from datetime import date

from bkcore.publication.inputs import (
    AnchoringInput,
    FactorInput,
    MeasureInput,
    PaperInput,
    ProjectInput,
    RoundInput,
    ViewInput,
    YearInput,
)
from bkcore.vocabulary import ActivityKind

TREND_YEARS = 5
"""So many years at most stand beside each other."""


@dataclass(frozen=True, kw_only=True)
class YearProject:
    """One project that demonstrably ran in the year, and what is recorded beside its description."""

    project: ProjectInput
    responsibility: str | None = None


@dataclass(frozen=True, kw_only=True)
class ReportInputs:
    """Everything a report is built from.

    Attributes:
        year: The year it is about.
        today: The day it speaks for.
        demo: Whether the data are samples.
        years: Whole calendar years in order up to ``year``, gaps included; empty when nothing is recorded until then.
        undated: Activities that took place at a time nobody recorded.
        kinds: Activities of the year that took place, by kind, the most frequent first.
        factors: The factors of ``factor_round`` in the catalogue's order.
        factor_round: The last round that ended in the year and is closed; ``None`` without one.
        previous: The comparable factors of the round before it.
        previous_round: That round.
        views: The views of each factor, every one with an answer.
        departments: Departments that handed in an assessment in the round.
        projects: Projects that demonstrably ran in the year.
        measures: Measures agreed until the end of the year.
        papers: Papers of the core that a body dealt with in the year.
        anchoring: Departments of the year; ``None`` when nothing is known of them.
        ahead: The round that is open or planned at the report's day.
    """

    year: int
    today: date
    demo: bool = False
    years: tuple[YearInput, ...] = ()
    undated: int = 0
    kinds: tuple[tuple[ActivityKind, int], ...] = ()
    factors: tuple[FactorInput, ...] = ()
    factor_round: RoundInput | None = None
    previous: tuple[FactorInput, ...] = ()
    previous_round: RoundInput | None = None
    views: tuple[ViewInput, ...] = ()
    departments: int = 0
    projects: tuple[YearProject, ...] = ()
    measures: tuple[MeasureInput, ...] = ()
    papers: tuple[PaperInput, ...] = ()
    anchoring: AnchoringInput | None = None
    ahead: RoundInput | None = None

    @property
    def running(self) -> bool:
        """Tell whether the year is not over yet."""
        return self.year >= self.today.year
