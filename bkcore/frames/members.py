"""Frames of the steering group's seats and of who sat there when; no names."""

import pandas as pd
from sqlalchemy import Executable, select
from sqlmodel import Session, col

from bkcore.columns import REPRESENTATIONS, SEATS
from bkcore.frames.reading import read
from bkcore.model.members import Representation, Seat


def seats(session: Session) -> pd.DataFrame:
    """Return all seats as a ``SEATS`` frame, sorted by id."""
    query: Executable = select(
        col(Seat.slug).label("seat_id"), col(Seat.begins_on).label("seat_begins"), col(Seat.ends_on).label("seat_ends")
    ).order_by(col(Seat.slug))
    return read(session, query, contract=SEATS)


def representations(session: Session) -> pd.DataFrame:
    """Return all representations as a ``REPRESENTATIONS`` frame, sorted by seat and number."""
    query: Executable = (
        select(
            col(Seat.slug).label("seat_id"),
            col(Representation.number),
            col(Representation.begins_on).label("begins"),
            col(Representation.ends_on).label("ends"),
        )
        .join(Seat, col(Representation.seat_id) == col(Seat.id))
        .order_by(col(Seat.slug), col(Representation.number))
    )
    return read(session, query, contract=REPRESENTATIONS)
