"""What the database knows already and files may refer to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import aliased
from sqlmodel import Session, SQLModel, col, select

from bkcore.model.activities import Activity
from bkcore.model.assessments import Round
from bkcore.model.organisations import Organisation
from bkcore.model.perspectives import Perspective
from bkcore.model.projects import Project


@dataclass(frozen=True, slots=True)
class Known:
    """Slugs by sheet, for every activity that is part of another the slug of the whole, the version of every round."""

    slugs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    wholes: Mapping[str, str] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)


def known_to(session: Session) -> Known:
    """Return what the database of a session knows, with one query for each table."""
    tables: Mapping[str, type[SQLModel]] = {
        "organisationen": Organisation,
        "projekte": Project,
        "aktivitaeten": Activity,
        "runden": Round,
        "perspektiven": Perspective,
    }
    slugs = {
        name: frozenset(session.exec(select(col(table.slug))))  # type: ignore[attr-defined]  # all five have slugs
        for name, table in tables.items()
    }
    whole = aliased(Activity)
    parts = session.exec(select(Activity.slug, whole.slug).join(whole, col(Activity.part_of_id) == whole.id))
    versions = session.exec(select(Round.slug, Round.catalogue_version))
    return Known(slugs, dict(parts.all()), dict(versions.all()))
