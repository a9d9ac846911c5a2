"""Services on the council's papers."""

from sqlmodel import Session

from bkcore.access import Actor, administers, require
from bkcore.commands.council import PutConsultation
from bkcore.model.council import Consultation
from bkcore.services.records import Stored, put


def put_consultation(session: Session, command: PutConsultation, *, by: Actor) -> Stored[Consultation]:
    """Record one paper or agenda item before one body.

    Args:
        session: Open session; the unit of work around it commits.
        command: Validated description.
        by: Who acts; must be the administration.

    Returns:
        The row and whether it is new, changed or unchanged.

    Raises:
        NotPermitted: The actor does not keep the records.
        Conflict: Somebody changed the record since ``command.version``.
    """
    require(administers(by), action="put_consultation")
    values = command.model_dump(exclude={"slug", "version", "date"})
    values["held_on"] = command.starts_on()
    return put(
        session,
        Consultation,
        slug=command.slug,
        values=values,
        version=command.version,
        action="put_consultation",
        by=by,
    )
