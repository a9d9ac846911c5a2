"""Frame of the perspectives that the steering group declares relevant."""

import pandas as pd
from sqlalchemy import Executable, select
from sqlmodel import Session, col

from bkcore.columns import PERSPECTIVES
from bkcore.frames.reading import read
from bkcore.model.perspectives import Perspective


def perspectives(session: Session) -> pd.DataFrame:
    """Return what is declared now as a ``PERSPECTIVES`` frame, one row each, sorted by id; without retired ones."""
    query: Executable = (
        select(
            col(Perspective.slug).label("perspective_id"),
            col(Perspective.trait),
            col(Perspective.title),
            col(Perspective.words),
        )
        .where(col(Perspective.retired).is_(False))
        .order_by(col(Perspective.slug))
    )
    return read(session, query, contract=PERSPECTIVES)
