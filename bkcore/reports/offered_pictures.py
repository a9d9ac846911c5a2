"""The pictures that leads have offered from the phone and the office has not decided on."""

from base64 import b64decode
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from bkcore.access import Actor, records_activities, releases, require
from bkcore.model.activities import Activity
from bkcore.model.pictures import OfferedPicture, ProjectPicture
from bkcore.model.projects import Project


@dataclass(frozen=True, slots=True)
class Offer:
    """One offered picture.

    Attributes:
        activity: Slug of the activity.
        activity_title: Its title.
        project: Title of its project; empty when the activity has been taken out of it since.
        replaces: Whether the project has a picture that this one would replace.
        offered_on: The day.
        digest: Its lasting name.
        alt: What it shows.
        consent: Who agreed.
        small: Its small file (JPEG).
    """

    activity: str
    activity_title: str
    project: str
    replaces: bool
    offered_on: date
    digest: str
    alt: str
    consent: str
    small: bytes


def offers(session: Session, *, by: Actor) -> tuple[Offer, ...]:
    """Return all offered pictures, the oldest first.

    Raises:
        NotPermitted: The actor does not release.
    """
    require(releases(by), action="read")
    rows = session.exec(
        select(OfferedPicture, Activity, Project.title, ProjectPicture.id)
        .join(Activity, col(OfferedPicture.activity_id) == col(Activity.id))
        .join(Project, col(Activity.project_id) == col(Project.id), isouter=True)
        .join(ProjectPicture, col(ProjectPicture.project_id) == col(Project.id), isouter=True)
        .options(defer(OfferedPicture.large))  # type: ignore[arg-type]  # a column
        .order_by(col(OfferedPicture.offered_on), col(OfferedPicture.id))
    )
    return tuple(
        Offer(
            activity=activity.slug,
            activity_title=activity.title,
            project=project or "",
            replaces=shown is not None,
            offered_on=row.offered_on,
            digest=row.digest,
            alt=row.alt,
            consent=row.consent,
            small=b64decode(row.small),
        )
        for row, activity, project, shown in rows
    )


def offered_words(session: Session, *, activity: str, by: Actor) -> str | None:
    """Return what the picture offered of an activity shows, ``None`` without one.

    Raises:
        NotPermitted: The actor does not record this project's activities.
    """
    row = session.exec(
        select(Project.slug, OfferedPicture.alt)
        .join(Activity, col(Activity.project_id) == col(Project.id))
        .join(OfferedPicture, col(OfferedPicture.activity_id) == col(Activity.id))
        .where(Activity.slug == activity)
    ).first()
    if row is None:
        return None
    require(records_activities(by, row[0]), action="offer_picture")
    return row[1]
