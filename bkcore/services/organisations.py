"""Services on organisations."""

from sqlmodel import Session

from bkcore.access import Actor, administers, require
from bkcore.commands.organisations import PutOrganisation
from bkcore.model.organisations import Organisation
from bkcore.services.records import Stored, put


def put_organisation(session: Session, command: PutOrganisation, *, by: Actor) -> Stored[Organisation]:
    """Record an organisation as described.

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
    require(administers(by), action="put_organisation")
    values = command.model_dump(exclude={"slug", "version"})
    return put(
        session,
        Organisation,
        slug=command.slug,
        values=values,
        version=command.version,
        action="put_organisation",
        by=by,
    )
