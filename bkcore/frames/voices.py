"""Frame of the participants' voices, unfolded from the counters into answers that figures can be made of."""

import pandas as pd
from sqlalchemy import select
from sqlmodel import Session, col

from bkcore.columns import RATINGS
from bkcore.model.assessments import Round
from bkcore.model.projects import Project
from bkcore.model.voices import VoiceCount, VoiceForm
from bkcore.vocabulary import OptOut, View

_OPT_OUTS = {member.value for member in OptOut}


def voices(session: Session, *, round_slug: str) -> pd.DataFrame:
    """Return the voices of one round as a ``RATINGS`` frame; callers show it only once the round is closed.

    Args:
        session: Open session.
        round_slug: Which round.

    Returns:
        Frame of shape (answers, all columns of ``RATINGS``), one row for each time an answer was
        given. ``indicator_id`` is the factor's id, so that the answer is the factor's score. ``rater`` numbers the
        answers of one counter and means no person: nothing ties the answers to two factors together.
    """
    query = (
        select(
            col(Project.slug),
            col(Project.kind),
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
    rows = [
        {
            "rater": f"{factor}-{answer}-{number}",
            "project_id": project,
            "view": View.PARTICIPANT.value,
            "factor_id": factor,
            "indicator_id": factor,
            "level": None if answer in _OPT_OUTS else int(answer),
            "opt_out": answer if answer in _OPT_OUTS else None,
            "answered_on": None,
            "subject": str(kind),
        }
        for project, kind, factor, answer, times in session.connection().execute(query)
        for number in range(1, times + 1)
    ]
    return RATINGS.cast(pd.DataFrame.from_records(rows, columns=[*RATINGS.columns, *RATINGS.optional]))
