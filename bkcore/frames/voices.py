"""Voices of participants as ratings of their own view: counters become rows, and say nothing about who is who."""

import numpy as np
import pandas as pd
from sqlalchemy import Executable, select
from sqlmodel import Session, col

from bkcore.columns import RATINGS
from bkcore.model.assessments import Round
from bkcore.model.projects import Project
from bkcore.model.voices import VoiceCount, VoiceForm
from bkcore.vocabulary import OptOut, View

_COLUMNS = ("project_id", "subject", "factor_id", "answer", "voices")


def voice_ratings(session: Session, *, round_slug: str) -> pd.DataFrame:
    """Return the voices of one round as a ``RATINGS`` frame, in the participants' view.

    A voice answers to whole factors, as the short form does. Nothing ties its answers to one another (ADR 0016), so the
    pseudonyms only number the answers to one factor; the same number at two factors is not the same person.

    Args:
        session: Open session.
        round_slug: Which round.

    Returns:
        Frame of shape (answers, columns of ``RATINGS`` and ``subject``), sorted by project and factor; without rows
        when nobody answered.
    """
    query: Executable = (
        select(
            col(Project.slug).label("project_id"),
            col(Project.kind).label("subject"),
            col(VoiceCount.factor_id),
            col(VoiceCount.answer),
            col(VoiceCount.voices),
        )
        .join(VoiceForm, col(VoiceCount.form_id) == col(VoiceForm.id))
        .join(Round, col(VoiceForm.round_id) == col(Round.id))
        .join(Project, col(VoiceForm.project_id) == col(Project.id))
        .where(col(Round.slug) == round_slug, col(VoiceCount.voices) > 0)
        .order_by(col(Project.slug), col(VoiceCount.factor_id), col(VoiceCount.answer))
    )
    found = pd.DataFrame.from_records(session.connection().execute(query).all(), columns=list(_COLUMNS))
    counts = found.astype({"project_id": "str", "subject": "str", "factor_id": "str", "answer": "str"})
    rows = counts.loc[np.repeat(counts.index, counts["voices"].astype("int64"))].reset_index(drop=True)
    number = rows.groupby(["project_id", "factor_id"]).cumcount() + 1
    opted_out = rows["answer"].isin([member.value for member in OptOut])
    rows = rows.assign(
        rater="stimme-" + number.astype("str"),
        view=View.PARTICIPANT.value,
        indicator_id=rows["factor_id"],
        level=pd.to_numeric(rows["answer"].where(~opted_out)),
        opt_out=rows["answer"].where(opted_out),
    )
    return RATINGS.cast(rows)
