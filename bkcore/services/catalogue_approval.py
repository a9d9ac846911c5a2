"""Services on the steering group's approval of a version of the catalogue."""

from sqlmodel import Session, select

from bkcore import catalogue
from bkcore.access import Actor, decides, require
from bkcore.commands.catalogue import ApproveCatalogue, WithdrawApproval
from bkcore.errors import AlreadyExists, DayInFuture, NotFound
from bkcore.model.assessments import CatalogueApproval
from bkcore.services.journal import record
from bkcore.store.unit_of_work import today_of


def approve_catalogue(session: Session, command: ApproveCatalogue, *, by: Actor) -> CatalogueApproval:
    """Record that the steering group approved a version; from now on no page calls it a draft.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which version, decided when and where.
        by: Who acts; must be the steering group or the administration.

    Returns:
        The stored decision.

    Raises:
        NotPermitted: The actor does not decide.
        NotFound: This program has no such version.
        DayInFuture: Nobody can have decided yet.
        AlreadyExists: It is approved already.
    """
    require(decides(by), action="approve_catalogue")
    if command.version not in catalogue.versions():
        raise NotFound(what="catalogue", key=command.version)
    if command.decided_on > today_of(session):
        raise DayInFuture(day=command.decided_on.isoformat())
    if _approval(session, command.version) is not None:
        raise AlreadyExists(what="catalogue_approval", key=command.version)
    row = CatalogueApproval(**command.model_dump())
    session.add(row)
    session.flush()
    record(
        session,
        action="approve_catalogue",
        aggregate="catalogue",
        key=command.version,
        by=by,
        details={"decided_on": command.decided_on, "meeting": command.meeting},
    )
    return row


def withdraw_approval(session: Session, command: WithdrawApproval, *, by: Actor) -> CatalogueApproval:
    """Take back an approval that was recorded by mistake; the version is a draft again, the journal keeps both.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which version, and why.
        by: Who acts; must be the steering group or the administration.

    Returns:
        The decision as it was.

    Raises:
        NotPermitted: The actor does not decide.
        NotFound: There is no such approval.
    """
    require(decides(by), action="withdraw_approval")
    row = _approval(session, command.version)
    if row is None:
        raise NotFound(what="catalogue_approval", key=command.version)
    before = {"decided_on": row.decided_on, "meeting": row.meeting}
    session.delete(row)
    record(
        session,
        action="withdraw_approval",
        aggregate="catalogue",
        key=command.version,
        by=by,
        details={"before": before, "reason": command.reason},
    )
    return row


def _approval(session: Session, version: str) -> CatalogueApproval | None:
    chosen = select(CatalogueApproval).where(CatalogueApproval.version == version)
    return session.exec(chosen.with_for_update()).first()
