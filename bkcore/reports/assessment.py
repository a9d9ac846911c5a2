"""One assessment as its rater sees it: answers so far, the own profile, and what to do next."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from sqlmodel import Session, col, func, select

from bkcore import catalogue as editions
from bkcore.access import Actor, fills_in, reads_confidential_text, require
from bkcore.errors import NotFound
from bkcore.instrument import Catalogue, Factor, Indicator
from bkcore.model.assessments import AnswerChange, Assessment, Rating, Remark, Round
from bkcore.model.projects import Project
from bkcore.reports.duration import Duration, Timed, durations
from bkcore.reports.own_profile import Answer, FactorScore, NextStep, own_profile
from bkcore.store.unit_of_work import town_day
from bkcore.vocabulary import AssessmentForm, Origin, RemarkKind, SubjectKind, View

NEXT_STEPS: Final = 3
"""How many next steps are recommended: more than a project takes on in one go would be none."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a handed-in answer was before its rater corrected it, and until when."""

    answer: Answer
    until: date


@dataclass(frozen=True, slots=True)
class Written:
    """Own words to one factor, and whether they are for the writer alone."""

    text: str = ""
    confidential: bool = False


@dataclass(frozen=True)
class AssessmentReport:
    """One assessment with everything its page shows."""

    assessment_id: int
    project: str
    project_title: str
    kind: SubjectKind
    view: View
    round_title: str
    closes_on: date
    ended_on: date
    """The last day it took answers: ``closes_on``, or the day somebody closed it before."""
    is_open: bool
    catalogue: Catalogue
    """The edition of its round."""
    chosen_form: AssessmentForm | None
    """``None`` until the rater has chosen."""
    opens_on: date
    is_planned: bool
    """Whether the round is still to begin; then it is neither open nor over."""
    handed_in: bool
    on_paper: bool
    """Whether the answers were typed in from a sheet on paper."""
    other_sheets: int
    """How many sheets on paper beside it were typed in of the same project and view."""
    withdrawn_on: date | None
    handed_over_on: date | None
    answers: Mapping[str, Answer]
    """By item: an indicator's id, or in the short form a factor's."""
    earlier: Mapping[str, Sequence[Earlier]]
    """What handed-in answers were before, the latest first, by item."""
    remarks: Mapping[tuple[str, RemarkKind], Written]
    durations: Mapping[AssessmentForm, Duration]

    @cached_property
    def profile(self) -> tuple[FactorScore, ...]:
        """The own profile in the catalogue's order; computed when a page asks for it, the questions need none."""
        return own_profile(self.answers, catalogue=self.catalogue)

    @property
    def form(self) -> AssessmentForm:
        """The form one is in: the chosen one, before that the full one."""
        return self.chosen_form or AssessmentForm.FULL

    @property
    def short(self) -> bool:
        """Whether one is in the short form."""
        return self.form is AssessmentForm.SHORT

    def items(self, factor: Factor) -> tuple[Indicator, ...]:
        """Return what the present form asks about a factor, in order."""
        return (factor.short,) if self.short else factor.indicators

    @property
    def answered(self) -> int:
        """Number of items of the present form with an answer, opt-outs included."""
        return self.total - sum(len(self.open_in(factor)) for factor in self.catalogue.factors)

    @property
    def total(self) -> int:
        """Number of items of the present form."""
        return sum(len(self.items(factor)) for factor in self.catalogue.factors)

    @property
    def minutes_left(self) -> int:
        """Minutes the open items will take, rounded up: their share of the form's duration."""
        return math.ceil(self.durations[self.form].minutes * (self.total - self.answered) / self.total)

    def open_in(self, factor: Factor) -> tuple[Indicator, ...]:
        """Return the items of a factor without an answer, in order."""
        return tuple(item for item in self.items(factor) if item.id not in self.answers)

    def complete_factors(self) -> int:
        """Return how many factors have all their items answered."""
        return sum(not self.open_in(factor) for factor in self.catalogue.factors)

    def last_answer(self, item_id: str) -> bool:
        """Tell whether this is the only answer of what is handed in; it can be changed, not taken back."""
        return self.handed_in and set(self.answers) == {item_id}

    def other_form(self, factor: Factor) -> tuple[Answer, ...]:
        """Return what was answered about a factor in the form one is not in."""
        items = factor.indicators if self.short else (factor.short,)
        return tuple(self.answers[item.id] for item in items if item.id in self.answers)

    def low(self, factor: Factor, *, up_to: int) -> bool:
        """Tell whether any answer about a factor in the present form is at this level or below."""
        levels = [self.answers[item.id].level for item in self.items(factor) if item.id in self.answers]
        return any(level is not None and level <= up_to for level in levels)

    def written(self, factor: Factor, kind: RemarkKind) -> Written:
        """Return the own words of one kind to a factor; empty when there are none."""
        return self.remarks.get((factor.id, kind), Written())

    def next_steps(self) -> tuple[NextStep, ...]:
        """Return what to do next: for each of the lowest factors one action from its present level to the next.

        The written rule: factors with a score, the lowest first and equal ones in the catalogue's order, at most
        ``NEXT_STEPS``; of each the first action from the reached level (the score rounded down) to the next.
        """
        scored = [(score.score, score) for score in self.profile if score.score is not None and score.actions]
        lowest = sorted(scored, key=lambda pair: pair[0])[:NEXT_STEPS]
        return tuple(NextStep(score.factor, value, action=score.actions[0]) for value, score in lowest)


def build(
    session: Session, *, assessment_id: int, by: Actor, today: date, timed: Timed = durations
) -> AssessmentReport:
    """Return one assessment for its rater alone.

    Args:
        session: Open session.
        assessment_id: Which one.
        by: Who looks; must hold it.
        today: The day it is.
        timed: How long each form takes.

    Returns:
        Answers with what they were before, own words, and the own profile in the order of the round's catalogue.

    Raises:
        NotFound: There is no such assessment.
        NotPermitted: It belongs to someone else.
    """
    row = session.get(Assessment, assessment_id)
    if row is None:
        raise NotFound(what="assessment", key=str(assessment_id))
    project = session.get_one(Project, row.project_id)
    turn = session.get_one(Round, row.round_id)
    lead_view = row.view is View.LEAD
    require(fills_in(by, project=project.slug, assessment_id=assessment_id, lead_view=lead_view), action="read")
    secret = reads_confidential_text(by, project=project.slug, assessment_id=assessment_id, lead_view=lead_view)
    catalogue = editions.edition(turn.catalogue_version)
    ratings = session.exec(select(Rating).where(Rating.assessment_id == assessment_id))
    remarks = session.exec(select(Remark).where(Remark.assessment_id == assessment_id))
    return AssessmentReport(
        assessment_id=assessment_id,
        project=project.slug,
        project_title=project.title,
        kind=project.kind,
        view=row.view,
        round_title=turn.title,
        closes_on=turn.closes_on,
        ended_on=min(town_day(turn.closed_at), turn.closes_on) if turn.closed_at else turn.closes_on,
        is_open=turn.is_open(today),
        catalogue=catalogue,
        chosen_form=row.form,
        opens_on=turn.opens_on,
        is_planned=turn.is_planned(today),
        handed_in=row.handed_in_at is not None,
        on_paper=row.origin is Origin.PAPER,
        other_sheets=_other_sheets(session, row),
        withdrawn_on=row.withdrawn_on,
        handed_over_on=row.handed_over_on,
        answers={rating.indicator_id: Answer(rating.level, rating.opt_out) for rating in ratings},
        earlier=_earlier(session, assessment_id),
        remarks={
            (remark.factor_id, remark.kind): Written(remark.text, confidential=remark.confidential)
            for remark in remarks
            if secret or not remark.confidential
        },
        durations=timed(session, catalogue=catalogue),
    )


def _other_sheets(session: Session, row: Assessment) -> int:
    same = select(func.count(col(Assessment.id))).where(
        Assessment.round_id == row.round_id,
        Assessment.project_id == row.project_id,
        Assessment.view == row.view,
        Assessment.origin == Origin.PAPER,
        Assessment.id != row.id,
    )
    return session.exec(same).one()


def _earlier(session: Session, assessment_id: int) -> Mapping[str, Sequence[Earlier]]:
    changes = select(AnswerChange).where(AnswerChange.assessment_id == assessment_id)
    found: dict[str, list[Earlier]] = {}
    for change in session.exec(changes.order_by(col(AnswerChange.id).desc())):
        before = Earlier(Answer(change.level, change.opt_out), until=change.replaced_on)
        found.setdefault(change.indicator_id, []).append(before)
    return found
