"""The invented steering group: six seats with their history; every name says that it is invented."""

from datetime import date, timedelta
from typing import Final

from sqlmodel import Session, select

from bkcore.access import Actor
from bkcore.commands.members import BeginRepresentation, CreateSeat, EndRepresentation, WriteHandover
from bkcore.model.members import Seat
from bkcore.services.members import begin_representation, create_seat, end_representation, write_handover

_MARK: Final = "(Beispiel)"
# Organisation, then the days on which a representation began, counted from the day of loading.
_SEATS: Final = (
    ("stadt-bergkamen", (-1500,)),
    ("awo", (-1400, -300)),
    ("alevitische-gemeinde", (-1500,)),
    ("awo-kitas", (-700, -120)),
    ("igmg", (-900,)),
    ("bergkamen-for-all-team", ()),
)
_ENDED: Final = (4, -60)
"""Place of the seat that is empty, and since when."""
_NOTE: Final = "Die Protokolle liegen im gemeinsamen Ordner. Der nächste Termin steht im Kalender der Geschäftsstelle."


def seat_sample_members(session: Session, *, today: date, by: Actor) -> None:
    """Give out a few seats and let invented people sit there, unless there are seats already.

    Args:
        session: Open session of the unit of work.
        today: The day of loading.
        by: Who acts; must be the administration.
    """
    if session.exec(select(Seat).limit(1)).first() is not None:
        return
    for place, (organisation, days) in enumerate(_SEATS):
        first = today + timedelta(days=min(days, default=-90))
        seat = create_seat(session, CreateSeat(organisation=organisation, begins_on=first), by=by).row
        for number, begun in enumerate(days, start=1):
            command = BeginRepresentation(
                seat=seat.slug,
                name=f"Person {'ABCDEF'[place]}{number} {_MARK}",
                contact="beispiel@beispiel.example",
                begins_on=today + timedelta(days=begun),
            )
            begin_representation(session, command, by=by)
        if place == _ENDED[0]:
            last = today + timedelta(days=_ENDED[1])
            end_representation(session, EndRepresentation(seat=seat.slug, ends_on=last), by=by)
        if place == 1:
            note = WriteHandover(seat=seat.slug, text=f"{_NOTE} {_MARK}", version=seat.version)
            write_handover(session, note, by=by)
