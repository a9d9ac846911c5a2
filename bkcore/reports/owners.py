"""Whose measures are due soon or overdue, when they were last reminded, and whether their address is known."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlmodel import Session, col, select

from bkcore.access import Actor, reminds_owners, require
from bkcore.model.steering import MeasureLink
from bkcore.reports.measure_board import BoardMeasure, build
from bkcore.store.unit_of_work import town_day

REMIND_WITHIN: Final = timedelta(days=14)
"""How long before its day a measure is reminded of."""


@dataclass(frozen=True, slots=True)
class OwnerToRemind:
    """One measure to be reminded of.

    Attributes:
        measure: The measure.
        label: For which function its latest link was made out, may be empty.
        mail: Where the reminder goes, ``None`` when no address is known.
        written_on: The day of its latest link or reminder that was sent or given out, ``None`` before the first.
    """

    measure: BoardMeasure
    label: str
    mail: str | None
    written_on: date | None


def owners_to_remind(session: Session, *, by: Actor, today: date) -> tuple[OwnerToRemind, ...]:
    """Return the measures due within 14 days or overdue, in the order of the board.

    Raises:
        NotPermitted: The actor does not remind.
    """
    require(reminds_owners(by), action="remind_owner")
    latest: dict[int, MeasureLink] = {}
    alive = select(MeasureLink).where(col(MeasureLink.revoked_at).is_(None)).order_by(col(MeasureLink.id))
    for link in session.exec(alive):
        latest[link.measure_id] = link
    due = [one for one in build(session, by=by).measures if not one.is_closed and one.due_on <= today + REMIND_WITHIN]
    return tuple(_owner(one, latest.get(one.id)) for one in due)


def _owner(measure: BoardMeasure, link: MeasureLink | None) -> OwnerToRemind:
    if link is None:
        return OwnerToRemind(measure, label="", mail=None, written_on=None)
    return OwnerToRemind(measure, label=link.label, mail=link.mail, written_on=town_day(link.created_at))
