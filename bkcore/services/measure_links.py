"""Services on the links of those who own a measure: give, remind, record, revoke, forget, and recognise."""

from sqlmodel import Session, col, select

from bkcore.access import Actor, reminds_owners, require
from bkcore.commands.measures import (
    ForgetOwners,
    InviteOwner,
    RecordOwnerDispatch,
    RemindOwner,
    RevokeOwnerLink,
    WithdrawOwnerReminder,
)
from bkcore.errors import LinkDead, NotFound
from bkcore.model.steering import LINK_KEPT, Measure, MeasureLink
from bkcore.services.journal import record
from bkcore.services.links import Issued, forget_mail, issue, note_sent, note_used, take_back
from bkcore.services.tokens import token_hash
from bkcore.store.unit_of_work import now_of, today_of
from bkcore.vocabulary import Role

OwnerLink = Issued[MeasureLink]


def invite_owner(session: Session, command: InviteOwner, *, by: Actor) -> OwnerLink:
    """Give a link to whoever owns a measure; it opens this measure alone.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which measure, for which function, and where the message goes.
        by: Who acts; must be the administration.

    Returns:
        The link and its token; it works until it is revoked, or 30 days after the measure was done or dropped.

    Raises:
        NotPermitted: The actor gives out no links.
        NotFound: There is no such measure.
    """
    require(reminds_owners(by), action="invite_owner")
    measure = _measure(session, command.measure_id)
    issued = issue(session, MeasureLink, measure_id=measure.id, label=command.label, mail=command.mail)
    key = str(command.measure_id)
    record(session, action="invite_owner", aggregate="measure", key=key, by=by, details={"label": command.label})
    return issued


def remind_owner(session: Session, command: RemindOwner, *, by: Actor) -> OwnerLink:
    """Give one more link to whoever owns a measure, made out as the latest one was; the earlier links stay valid.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which measure.
        by: Who acts; must be the administration.

    Returns:
        The new link and its token; without an earlier link it is made out to nobody and goes nowhere by itself.

    Raises:
        NotPermitted: The actor does not remind.
        NotFound: There is no such measure.
    """
    require(reminds_owners(by), action="remind_owner")
    measure = _measure(session, command.measure_id)
    alive = select(MeasureLink).where(MeasureLink.measure_id == measure.id, col(MeasureLink.revoked_at).is_(None))
    latest = session.exec(alive.order_by(col(MeasureLink.id).desc())).first()
    label, mail = (latest.label, latest.mail) if latest else ("", None)
    issued = issue(session, MeasureLink, measure_id=measure.id, label=label, mail=mail, reminder=True)
    record(session, action="remind_owner", aggregate="measure", key=str(measure.id), by=by)
    return issued


def withdraw_owner_reminder(session: Session, command: WithdrawOwnerReminder, *, by: Actor) -> None:
    """Take back a reminder that reached nobody, so that nobody counts as reminded by it.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which link.
        by: Who acts; must be the administration.

    Raises:
        NotPermitted: The actor does not remind.
        NotFound: There is no such reminder, or it was sent or used.
    """
    require(reminds_owners(by), action="withdraw_owner_reminder")
    key = str(take_back(session, MeasureLink, command.link_id).measure_id)
    record(session, action="withdraw_owner_reminder", aggregate="measure", key=key, by=by)


def record_owner_dispatch(session: Session, command: RecordOwnerDispatch, *, by: Actor) -> MeasureLink:
    """Record the moment the mail server took the message with a link; the address itself is not in the journal.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which link.
        by: Who acts; must be the administration.

    Returns:
        The link.

    Raises:
        NotPermitted: The actor does not remind.
        NotFound: There is no such link.
    """
    require(reminds_owners(by), action="record_owner_dispatch")
    link = note_sent(session, MeasureLink, command.link_id)
    record(session, action="record_owner_dispatch", aggregate="measure", key=str(link.measure_id), by=by)
    return link


def revoke_owner_links(session: Session, command: RevokeOwnerLink, *, by: Actor) -> int:
    """Revoke every link to a measure at once, and forget where they were sent.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which measure.
        by: Who acts; must be the administration.

    Returns:
        How many were still alive; revoking twice changes nothing.

    Raises:
        NotPermitted: The actor gives out no links.
        NotFound: There is no such measure.
    """
    require(reminds_owners(by), action="revoke_owner_links")
    measure = _measure(session, command.measure_id)
    mine = select(MeasureLink).where(MeasureLink.measure_id == measure.id, col(MeasureLink.revoked_at).is_(None))
    alive = session.exec(mine.with_for_update()).all()
    for link in alive:
        link.revoked_at, link.mail = now_of(session), None
        session.add(link)
    if alive:
        details = {"links": len(alive)}
        key = str(measure.id)
        record(session, action="revoke_owner_links", aggregate="measure", key=key, by=by, details=details)
    return len(alive)


def forget_owners(session: Session, command: ForgetOwners, *, by: Actor) -> int:
    """Forget the e-mail addresses behind links that have ended with their measure.

    Args:
        session: Open session; the unit of work around it commits.
        command: The wish.
        by: Who acts; must be the administration or the program.

    Returns:
        How many links lost their address; without any there is no journal entry.

    Raises:
        NotPermitted: The actor does not remind.
    """
    del command
    require(reminds_owners(by), action="forget_owners")
    ended = (
        select(MeasureLink)
        .join(Measure)
        .where(col(MeasureLink.mail).is_not(None), col(Measure.finished_on) <= today_of(session) - LINK_KEPT)
    )
    links = session.exec(ended).all()
    forgotten = forget_mail(session, links)
    if forgotten:
        details = {"links": forgotten}
        record(session, action="forget_owners", aggregate="measure", key="zustaendige", by=by, details=details)
    return forgotten


def owner_behind(session: Session, token: str) -> Actor:
    """Return as whom a link acts, checked anew at every request; the token alone says so, there is no visit.

    Raises:
        LinkDead: The link is unknown or revoked, or its measure has been done or dropped for 30 days.
    """
    found = select(MeasureLink, Measure).join(Measure).where(MeasureLink.token_hash == token_hash(token))
    row = session.exec(found).first()
    if row is None:
        raise LinkDead
    link, measure = row
    over = measure.finished_on is not None and measure.finished_on + LINK_KEPT <= today_of(session)
    if link.revoked_at is not None or over:
        raise LinkDead
    return Actor(role=Role.MEASURE_OWNER, label=link.label, measure_id=measure.id)


def note_use(session: Session, token: str) -> None:
    """Note the day a link was last used; like a visit it leaves no journal entry and does not move the data version."""
    note_used(session, MeasureLink, token)


def _measure(session: Session, measure_id: int) -> Measure:
    measure = session.get(Measure, measure_id)
    if measure is None:
        raise NotFound(what="measure", key=str(measure_id))
    return measure
