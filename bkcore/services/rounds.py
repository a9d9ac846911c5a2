"""Services on rounds of the self-assessment."""

from collections.abc import Iterable

from sqlmodel import Session, col, delete, select

from bkcore import catalogue
from bkcore.access import Actor, administers, require, runs_rounds
from bkcore.commands.assessments import CloseRound, OpenRound, PutRound
from bkcore.commands.rounds import CancelRound, ChooseAsked
from bkcore.errors import (
    AlreadyExists,
    RoundOpen,
)
from bkcore.model.access import AccessLink, Visit
from bkcore.model.assessments import Assessment, Round, RoundProject
from bkcore.model.projects import Project
from bkcore.services.journal import record
from bkcore.services.records import Stored, by_slug, put, required
from bkcore.services.round_rules import refuse_overlap, require_not_over, require_open, require_plannable
from bkcore.services.slugs import slugify
from bkcore.store.unit_of_work import now_of, today_of


def open_round(session: Session, command: OpenRound, *, by: Actor) -> Round:
    """Open a round, today or from a later day on, with one version of the catalogue.

    Args:
        session: Open session; the unit of work around it commits.
        command: Title, period, version of the catalogue, and who is to be asked.
        by: Who acts; must be the administration.

    Returns:
        The new round.

    Raises:
        NotPermitted: The actor does not run rounds.
        PeriodInvalid: The last day lies in the past or before the first.
        RoundOpen: Another round is still open then.
        RoundOverlaps: Another round is planned for some of these days.
        AlreadyExists: There was a round of this title.
        InvalidValue: The first day lies in the past, or there is no such version of the catalogue.
        NotFound: One of those to be asked is not recorded.
    """
    require(runs_rounds(by), action="open_round")
    opens_on = command.opens_on or today_of(session)
    version = command.catalogue_version or catalogue.load().version
    require_plannable(session, opens_on=opens_on, closes_on=command.closes_on, catalogue_version=version)
    slug = slugify(command.title)
    if by_slug(session, Round, slug) is not None:
        raise AlreadyExists(what="round", key=command.title)
    row = Round(
        slug=slug,
        title=command.title,
        opens_on=opens_on,
        closes_on=command.closes_on,
        catalogue_version=version,
    )
    session.add(row)
    session.flush()
    _ask(session, row, command.projects)
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


def cancel_round(session: Session, command: CancelRound, *, by: Actor) -> Round:
    """Call off a round that has not begun; whom it was to ask and its links are gone with it.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which round.
        by: Who acts; must be the administration.

    Returns:
        The round that no longer is.

    Raises:
        NotPermitted: The actor does not run rounds.
        NotFound: There is no such round.
        RoundOpen: It has begun; then it can be closed.
        RoundClosed: It is over.
    """
    require(runs_rounds(by), action="cancel_round")
    row = required(session, Round, command.slug)
    if not row.is_planned(today_of(session)):
        require_open(session, row)
        raise RoundOpen(title=row.title)
    assessments = select(Assessment.id).where(Assessment.round_id == row.id)
    links = select(AccessLink.id).where(col(AccessLink.assessment_id).in_(assessments))
    session.exec(delete(Visit).where(col(Visit.link_id).in_(links)))
    session.exec(delete(AccessLink).where(col(AccessLink.assessment_id).in_(assessments)))
    session.exec(delete(Assessment).where(col(Assessment.round_id) == row.id))
    session.exec(delete(RoundProject).where(col(RoundProject.round_id) == row.id))
    session.delete(row)
    record(session, action="cancel_round", aggregate="round", key=row.slug, by=by)
    return row


def choose_asked(session: Session, command: ChooseAsked, *, by: Actor) -> Round:
    """Say which projects and departments are to be asked in a round; who is invited already stays so.

    Args:
        session: Open session; the unit of work around it commits.
        command: Round and the whole choice.
        by: Who acts; must be the administration.

    Returns:
        The round.

    Raises:
        NotPermitted: The actor does not run rounds.
        NotFound: The round or one of those to be asked is not recorded.
        RoundClosed: The round is over.
    """
    require(runs_rounds(by), action="choose_asked")
    row = required(session, Round, command.round)
    require_not_over(session, row)
    session.exec(delete(RoundProject).where(col(RoundProject.round_id) == row.id))
    _ask(session, row, command.projects)
    details = {"projects": ", ".join(command.projects)}
    record(session, action="choose_asked", aggregate="round", key=row.slug, by=by, details=details)
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
        RoundOpen: It would be open beside another one.
        RoundOverlaps: Another round is planned for some of its days.
        Conflict: Somebody changed the record since ``command.version``.
    """
    require(administers(by), action="put_round")
    values = command.model_dump(exclude={"slug", "version"})
    if command.closes_on >= today_of(session):
        refuse_overlap(session, opens_on=command.opens_on, closes_on=command.closes_on, except_for=command.slug)
    return put(session, Round, slug=command.slug, values=values, version=command.version, action="put_round", by=by)


def ask_too(session: Session, turn: Round, project: Project) -> None:
    """Count a project among those asked in a round, if it is not yet."""
    if session.get(RoundProject, (turn.id, project.id)) is None:
        session.add(RoundProject(round_id=turn.id or 0, project_id=project.id or 0))
        session.flush()


def _ask(session: Session, turn: Round, slugs: Iterable[str]) -> None:
    for slug in dict.fromkeys(slugs):
        session.add(RoundProject(round_id=turn.id or 0, project_id=required(session, Project, slug).id or 0))
    session.flush()
