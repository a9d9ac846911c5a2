"""Frames of the self-assessment: handed-in ratings, and who has answered."""

from collections.abc import Mapping

import pandas as pd
from sqlalchemy import Executable, func, select
from sqlmodel import Session, col

from bkcore.columns import ASSESSMENTS, RATINGS
from bkcore.frames.reading import read
from bkcore.frames.voices import voices
from bkcore.model.assessments import Assessment, Rating, Round
from bkcore.model.projects import Project
from bkcore.vocabulary import SubjectKind


def ratings(session: Session, *, round_slug: str, factor_of: Mapping[str, str]) -> pd.DataFrame:
    """Return the handed-in answers and the participants' voices of one round as a ``RATINGS`` frame.

    Args:
        session: Open session.
        round_slug: Which round.
        factor_of: Indicator id to factor id; answers to indicators outside are left out.
        kind: Projects or departments; figures of the network never mix them.

    Returns:
        Frame of shape (answers, columns of ``RATINGS``); the rater is the pseudonym within project and view.
    """
    query: Executable = (
        select(
            col(Assessment.rater),
            col(Project.slug).label("project_id"),
            col(Assessment.view),
            col(Rating.indicator_id).label("factor_id"),
            col(Rating.indicator_id),
            col(Rating.level),
            col(Rating.opt_out),
            col(Rating.answered_on),
            col(Project.kind).label("subject"),
        )
        .join(Assessment, col(Rating.assessment_id) == col(Assessment.id))
        .join(Round, col(Assessment.round_id) == col(Round.id))
        .join(Project, col(Assessment.project_id) == col(Project.id))
        .where(col(Round.slug) == round_slug, col(Assessment.handed_in_at).is_not(None))
        .order_by(col(Project.slug), col(Assessment.view), col(Assessment.rater), col(Rating.indicator_id))
    )
    frame = read(session, query, contract=RATINGS)
    frame["factor_id"] = frame["indicator_id"].map(dict(factor_of)).astype("str")
    known = frame[frame["factor_id"].notna()]
    return pd.concat([known, voices(session, round_slug=round_slug)], ignore_index=True)


def assessments(session: Session, *, round_slug: str, kind: SubjectKind = SubjectKind.PROJECT) -> pd.DataFrame:
    """Return which projects, or departments, were asked in one round and how far they are, sorted by project.

    Args:
        session: Open session.
        round_slug: Which round.
        kind: Projects or departments; no count mixes them.

    Returns:
        ``ASSESSMENTS`` frame of shape (assessments, columns).
    """
    query: Executable = (
        select(
            col(Assessment.id).label("assessment_id"),
            col(Project.slug).label("project_id"),
            col(Project.title).label("project"),
            col(Assessment.view),
            col(Assessment.rater),
            col(Assessment.handed_in_at).is_not(None).label("handed_in"),
            func.count(col(Rating.id)).label("answers"),
        )
        .join(Round, col(Assessment.round_id) == col(Round.id))
        .join(Project, col(Assessment.project_id) == col(Project.id))
        .join(Rating, col(Rating.assessment_id) == col(Assessment.id), isouter=True)
        .where(col(Round.slug) == round_slug, col(Project.kind) == kind)
        .group_by(
            col(Assessment.id), col(Project.slug), col(Project.title), col(Assessment.view), col(Assessment.rater)
        )
        .order_by(col(Project.slug), col(Assessment.view), col(Assessment.id))
    )
    return read(session, query, contract=ASSESSMENTS)
