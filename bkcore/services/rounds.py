"""Services on rounds of the self-assessment."""

from sqlmodel import Session, select

from bkcore import catalogue
from bkcore.access import Actor, administers, require, runs_rounds
from bkcore.commands.assessments import CloseRound, OpenRound, PutRound
from bkcore.errors import AlreadyExists, PeriodInvalid, RoundClosed, RoundOpen
from bkcore.model.assessments import Round
from bkcore.services.journal import record
from bkcore.services.records import Stored, by_slug, put, required
from bkcore.services.slugs import slugify
from bkcore.store.unit_of_work import now_of, today_of, town_day


def open_round(session: Session, command: OpenRound, *, by: Actor) -> Round:
    """Open a round today, with the catalogue as it stands.

    Args:
        session: Open session; the unit of work around it commits.
        command: Title and last day.
        by: Who acts; must be the administration.

    Returns:
        The new round.

    Raises:
        NotPermitted: The actor does not run rounds.
        PeriodInvalid: The last day lies in the past.
        RoundOpen: Another round is still open.
        AlreadyExists: There was a round of this title.
    """
    require(runs_rounds(by), action="open_round")
    today = today_of(session)
    if command.closes_on < today:
        raise PeriodInvalid(start=today.isoformat(), end=command.closes_on.isoformat())
    _refuse_second(session)
    slug = slugify(command.title)
    if by_slug(session, Round, slug) is not None:
        raise AlreadyExists(what="round", key=command.title)
    row = Round(
        slug=slug,
        title=command.title,
        opens_on=today,
        closes_on=command.closes_on,
        catalogue_version=catalogue.load().version,
    )
    session.add(row)
    record(session, action="open_round", aggregate="round", key=slug, by=by, details=command.model_dump())
    return row


def close_round(session: Session, command: CloseRound, *, by: Actor) -> Round:
    """Close a round before its last day is over; drafts stay but no longer count.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which round.
        by: Who acts; must be the administration.

    Returns:
        The closed round.

    Raises:
        NotPermitted: The actor does not run rounds.
        NotFound: There is no such round.
        RoundClosed: It is closed already.
    """
    require(runs_rounds(by), action="close_round")
    row = required(session, Round, command.slug)
    require_open(session, row)
    row.closed_at = now_of(session)
    row.version += 1
    session.add(row)
    record(session, action="close_round", aggregate="round", key=row.slug, by=by)
    return row


def put_round(session: Session, command: PutRound, *, by: Actor) -> Stored[Round]:
    """Record a round held elsewhere, or restore one from an export.

    Args:
        session: Open session; the unit of work around it commits.
        command: Validated description.
        by: Who acts; must be the administration.

    Returns:
        The row and whether it is new, changed or unchanged.

    Raises:
        NotPermitted: The actor does not keep the records.
        RoundOpen: It would be open today beside another one.
        Conflict: Somebody changed the record since ``command.version``.
    """
    require(administers(by), action="put_round")
    values = command.model_dump(exclude={"slug", "version"})
    if command.opens_on <= today_of(session) <= command.closes_on:
        _refuse_second(session, except_for=command.slug)
    return put(session, Round, slug=command.slug, values=values, version=command.version, action="put_round", by=by)


def require_open(session: Session, row: Round) -> None:
    """Refuse when the round no longer takes answers.

    Raises:
        RoundClosed: It was closed, or its last day is over, or it has not begun.
    """
    if not row.is_open(today_of(session)):
        closed_on = town_day(row.closed_at) if row.closed_at else row.closes_on
        raise RoundClosed(title=row.title, closed_on=closed_on.isoformat())


def _refuse_second(session: Session, *, except_for: str = "") -> None:
    for other in session.exec(select(Round)):
        if other.slug != except_for and other.is_open(today_of(session)):
            raise RoundOpen(title=other.title)
