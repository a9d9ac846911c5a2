"""How long a form takes: measured where enough people handed it in, else the reading time of its own words."""

import math
import statistics
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from sqlmodel import Session, col, select

from bkcore.instrument import Catalogue, Factor
from bkcore.model.assessments import Assessment, Rating
from bkcore.thresholds import INTERNAL_MINIMUM
from bkcore.vocabulary import AssessmentForm, Origin

WORDS_PER_MINUTE: Final = 179 * 238 / 183
"""Adults reading German text silently: 179 words aloud (Trauzettel-Klosinski and Dietz 2012, IOVS 53(9), 5452-5461),
and 238 silently for 183 aloud (Brysbaert 2019, Journal of Memory and Language 109, 104047)."""


@dataclass(frozen=True, slots=True)
class Duration:
    """Minutes of one form, rounded up; ``raters`` behind the median, 0 when it is the reading time alone."""

    minutes: int
    raters: int = 0

    @property
    def measured(self) -> bool:
        """Tell whether people were timed."""
        return self.raters > 0


class Timed(Protocol):
    """What tells how long each form takes: ``durations``, or one that keeps what it told."""

    def __call__(self, session: Session, /, *, catalogue: Catalogue) -> Mapping[AssessmentForm, Duration]:
        """Return one duration per form."""
        ...


def durations(session: Session, *, catalogue: Catalogue) -> Mapping[AssessmentForm, Duration]:
    """Return for each form the median time of those who handed it in, or its reading time while they are too few.

    Only assessments filled in with one form alone say how long that form takes.

    Args:
        session: Open session.
        catalogue: Edition whose words are counted.

    Returns:
        One duration per form, in minutes.
    """
    whole_factors = frozenset(catalogue.factor_titles())
    seconds: dict[AssessmentForm, list[int]] = {form: [] for form in AssessmentForm}
    for form, spent, items in _handed_in(session):
        if items <= whole_factors if form is AssessmentForm.SHORT else not items & whole_factors:
            seconds[form].append(spent)
    return {form: _duration(seconds[form], form=form, catalogue=catalogue) for form in AssessmentForm}


def reading_minutes(catalogue: Catalogue, *, form: AssessmentForm) -> int:
    """Return how long it takes to read what a form shows, all level texts included, in minutes, rounded up.

    What lies folded away in the short form is not counted; the names of the levels are read once.
    """
    names = [level.name for level in catalogue.levels]
    shown = [text for factor in catalogue.factors for text in shown_texts(factor, form=form)]
    return math.ceil(sum(len(text.split()) for text in [*names, *shown]) / WORDS_PER_MINUTE)


def shown_texts(factor: Factor, *, form: AssessmentForm) -> list[str]:
    """Return what the page shows of a factor without a click, apart from the names of the levels."""
    items = (factor.short,) if form is AssessmentForm.SHORT else factor.indicators
    asked = [text for item in items for text in (item.statement, *item.levels)]
    if form is AssessmentForm.SHORT:
        return [factor.title, *asked]
    return [factor.title, factor.question, factor.explanation, factor.evidence_question, *asked]


def _duration(seconds: list[int], *, form: AssessmentForm, catalogue: Catalogue) -> Duration:
    if len(seconds) < INTERNAL_MINIMUM:
        return Duration(reading_minutes(catalogue, form=form))
    return Duration(max(1, math.ceil(statistics.median(seconds) / 60)), raters=len(seconds))


def _handed_in(session: Session) -> list[tuple[AssessmentForm, int, frozenset[str]]]:
    """Return form, seconds and answered items of every assessment somebody filled in here and handed in."""
    timed = (
        select(Assessment.id, Assessment.form, Assessment.seconds_spent, Rating.indicator_id)
        .join(Rating, col(Rating.assessment_id) == col(Assessment.id))
        .where(
            col(Assessment.handed_in_at).is_not(None),
            col(Assessment.form).is_not(None),
            Assessment.seconds_spent > 0,
            Assessment.origin == Origin.ONLINE,
        )
    )
    found: dict[int | None, tuple[AssessmentForm, int, set[str]]] = {}
    for identifier, form, spent, item in session.exec(timed):
        if form is not None:
            found.setdefault(identifier, (AssessmentForm(form), spent, set()))[2].add(item)
    return [(form, spent, frozenset(items)) for form, spent, items in found.values()]
