"""The links a new database starts with: one for every role, so that each can be tried at once."""

from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from bkcore.access import SYSTEM
from bkcore.commands.access import CreateSignInLink
from bkcore.commands.council import CreateLiveLink
from bkcore.model.activities import Activity
from bkcore.model.projects import Project
from bkcore.publication import links
from bkcore.services.access import create_sign_in_link
from bkcore.settings import Settings
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import unit_of_work
from bkcore.vocabulary import Role, SubjectKind
from bkcore.wording import server as wording


def first_links(settings: Settings) -> Iterator[str]:
    """Create one link per role and yield the lines that show them.

    Args:
        settings: What the environment set.

    Yields:
        Lines of German text; the tokens are nowhere else.
    """
    yield from wording.FIRST
    with unit_of_work(engine_for(settings.database_url), now=datetime.now(UTC)) as session:
        for name, path in _paths(session, key=settings.secret()):
            yield wording.LINK.format(role=name, address=f"{settings.public_url}{path}")


def _paths(session: Session, *, key: str) -> Iterator[tuple[str, str]]:
    for role in (Role.ADMINISTRATION, Role.STEERING_GROUP):
        issued = create_sign_in_link(session, CreateSignInLink(role=role), by=SYSTEM)
        yield wording.ROLES[role.value], f"/anmelden/{issued.token}"
    project = _a_project(session)
    if project is not None:
        command = CreateSignInLink(role=Role.PROJECT_LEAD, project=project.slug)
        issued = create_sign_in_link(session, command, by=SYSTEM)
        yield wording.ROLES["projekt"].format(project=project.title), f"/anmelden/{issued.token}"
    live = links.create_live_link(session, CreateLiveLink(label=wording.FIRST_LIVE_LINK), by=SYSTEM, key=key)
    yield wording.ROLES["rat"], f"/rat/{live.token}"


def _a_project(session: Session) -> Project | None:
    """Return the project with the most recorded activities: the liveliest to try the form with."""
    query = (
        select(Project)
        .where(Project.kind == SubjectKind.PROJECT)
        .join(Activity, isouter=True)
        .group_by(col(Project.id))
        .order_by(func.count(col(Activity.id)).desc(), col(Project.slug))
    )
    return session.exec(query).first()
