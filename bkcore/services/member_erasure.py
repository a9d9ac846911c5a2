"""Services that erase who represented an organisation: at once, or when the time has come."""

from datetime import timedelta

from sqlmodel import Session, col, select

from bkcore.access import Actor, keeps_members, require
from bkcore.commands.members import EraseDuePersons, ErasePerson
from bkcore.errors import NotFound
from bkcore.model.members import Representation, Seat
from bkcore.services.erasure import take_out
from bkcore.services.journal import record
from bkcore.store.unit_of_work import today_of
from bkcore.wording.members import erased


def erase_person(session: Session, command: ErasePerson, *, by: Actor) -> Representation:
    """Erase name and address of one representation now; seat, number and days stay.

    Args:
        session: Open session; the unit of work around it commits, and ``bkcore.store.scrubbing`` clears what is left.
        command: Which representation.
        by: Who acts; must be the administration.

    Returns:
        The row; erasing twice changes nothing.

    Raises:
        NotPermitted: The actor keeps no members.
        NotFound: There is no such representation.
    """
    require(keeps_members(by), action="erase_person")
    row = session.get(Representation, command.representation_id, with_for_update=True)
    if row is None:
        raise NotFound(what="representation", key=str(command.representation_id))
    if row.erased_on is None:
        _erase(session, row)
        slug = session.get_one(Seat, row.seat_id).slug
        details = {"number": row.number}
        record(session, action="erase_person", aggregate="seat", key=slug, by=by, details=details)
    return row


def erase_due_persons(session: Session, command: EraseDuePersons, *, by: Actor) -> int:
    """Erase names and addresses of all representations that ended so many days ago or longer.

    Args:
        session: Open session; the unit of work around it commits, and ``bkcore.store.scrubbing`` clears what is left.
        command: How many days they are kept.
        by: Who acts; must be the administration or the program.

    Returns:
        How many were erased; without any there is no journal entry.

    Raises:
        NotPermitted: The actor keeps no members.
    """
    require(keeps_members(by), action="erase_due_persons")
    until = today_of(session) - timedelta(days=command.kept_days)
    due = select(Representation).where(col(Representation.erased_on).is_(None), col(Representation.ends_on) <= until)
    rows = session.exec(due.with_for_update()).all()
    for row in rows:
        _erase(session, row)
    if rows:
        details = {"representations": len(rows)}
        record(session, action="erase_due_persons", aggregate="seat", key="vertretungen", by=by, details=details)
    return len(rows)


def _erase(session: Session, row: Representation) -> None:
    words = [word for word in (row.name, row.contact) if word]
    row.name, row.contact, row.erased_on = None, None, today_of(session)
    session.add(row)
    take_out(session, words, put_in=erased(row.number))
