"""Services on pictures that leads offer from the phone: nothing of them is shown before the office takes them over."""

from typing import Final

from sqlmodel import Session, select

from bkcore.access import Actor, records_activities, releases, require
from bkcore.commands.pictures import DeclinePicture, OfferPicture, TakeOfferedPicture
from bkcore.errors import Conflict, NotFound
from bkcore.model.activities import Activity
from bkcore.model.pictures import OfferedPicture, ProjectPicture
from bkcore.model.projects import Project
from bkcore.pictures import prepare
from bkcore.services.journal import record
from bkcore.services.pictures import AGGREGATE, given, kept_as, told
from bkcore.services.records import required
from bkcore.store.unit_of_work import today_of
from bkcore.vocabulary import ActivityStatus

_AGGREGATE: Final = "offered_picture"


def offer_picture(session: Session, command: OfferPicture, *, by: Actor) -> OfferedPicture:
    """Offer a picture of an activity, in place of the one offered before.

    Args:
        session: Open session; the unit of work around it commits.
        command: The activity, the file, what it shows and who agreed.
        by: Who acts; the administration, or the lead of the activity's project.

    Returns:
        The stored offer.

    Raises:
        NotPermitted: The actor does not record this project's activities.
        NotFound: There is no such activity, it belongs to no project, or nobody has recorded that it took place.
        PictureRefused: The file is no picture that can be shown.
    """
    activity = required(session, Activity, command.activity)
    project = session.get(Project, activity.project_id) if activity.project_id else None
    require(records_activities(by, project.slug if project else None), action="offer_picture")
    if project is None or activity.status is not ActivityStatus.HELD:
        raise NotFound(what="activity", key=command.activity)
    kept = kept_as(prepare(command.content), alt=command.alt, consent=command.consent)
    row = _of(session, activity)
    before = {"before": told(row.model_dump())} if row else {}
    if row is None:
        row = OfferedPicture(activity_id=activity.id or 0, **kept)  # type: ignore[arg-type]  # each under its own name
    else:
        row.sqlmodel_update(kept)
    row.offered_on = today_of(session)
    session.add(row)
    details = {**before, "after": told(kept)}
    record(session, action="offer_picture", aggregate=_AGGREGATE, key=command.activity, by=by, details=details)
    return row


def take_offered_picture(session: Session, command: TakeOfferedPicture, *, by: Actor) -> ProjectPicture:
    """Make an offered picture that of its project, in place of the one it had; it waits to be released.

    Args:
        session: Open session; the unit of work around it commits.
        command: The activity and the picture that was looked at.
        by: Who acts; must be the administration.

    Returns:
        The picture of the project.

    Raises:
        NotPermitted: The actor does not release.
        NotFound: There is no such activity, nothing is offered, or the activity belongs to no project any more.
        Conflict: Another picture is offered by now.
    """
    require(releases(by), action="take_offered_picture")
    activity, row = _looked_at(session, command.activity, command.digest)
    project = session.get(Project, activity.project_id) if activity.project_id else None
    if project is None:
        raise NotFound(what="project", key=command.activity)
    kept = row.model_dump(exclude={"id", "activity_id", "offered_on"})
    session.delete(row)
    picture, details = given(session, project, kept)
    record(session, action="take_offered_picture", aggregate=AGGREGATE, key=project.slug, by=by, details=details)
    return picture


def decline_picture(session: Session, command: DeclinePicture, *, by: Actor) -> OfferedPicture:
    """Delete an offered picture for good; the journal keeps its name and words.

    Args:
        session: Open session; the unit of work around it commits.
        command: The activity and the picture that was looked at.
        by: Who acts; must be the administration.

    Returns:
        What was deleted.

    Raises:
        NotPermitted: The actor does not release.
        NotFound: There is no such activity, or nothing is offered.
        Conflict: Another picture is offered by now.
    """
    require(releases(by), action="decline_picture")
    _, row = _looked_at(session, command.activity, command.digest)
    details = {"before": told(row.model_dump())}
    session.delete(row)
    record(session, action="decline_picture", aggregate=_AGGREGATE, key=command.activity, by=by, details=details)
    return row


def _looked_at(session: Session, slug: str, digest: str) -> tuple[Activity, OfferedPicture]:
    activity = required(session, Activity, slug)
    row = _of(session, activity)
    if row is None:
        raise NotFound(what=_AGGREGATE, key=slug)
    if row.digest != digest:
        raise Conflict(what=_AGGREGATE, key=slug)
    return activity, row


def _of(session: Session, activity: Activity) -> OfferedPicture | None:
    query = select(OfferedPicture).where(OfferedPicture.activity_id == activity.id)
    return session.exec(query.with_for_update()).first()
