"""The files of released pictures: kept apart from the records, so that a public surface reads nothing else."""

from base64 import b64decode
from functools import lru_cache

from sqlmodel import Session, col, delete, select

from bkcore.model.pictures import ProjectPicture, ReleasedPicture
from bkcore.publication.document import Briefing, parse

SMALL_SUFFIX = "-klein"
ENDING = ".jpg"


def digests(briefing: Briefing) -> frozenset[str]:
    """Return the names of all pictures a document shows."""
    return frozenset(project.picture.digest for project in briefing.projects.items if project.picture)


@lru_cache(maxsize=64)
def shown(content: str) -> frozenset[str]:
    """Return the names of all pictures a frozen document shows; read once, because a gallery asks for each of them.

    Args:
        content: Canonical JSON of a release, without what was withdrawn.
    """
    return digests(parse(content))


def bring_into_step(session: Session, briefing: Briefing) -> None:
    """Keep the files of the pictures the newest release shows, and no others: what was withdrawn is gone.

    Args:
        session: Open session of the unit of work that stores the release.
        briefing: The newest release.
    """
    wanted = digests(briefing)
    there = set(session.exec(select(ReleasedPicture.digest)))
    session.exec(delete(ReleasedPicture).where(col(ReleasedPicture.digest).in_(there - wanted)))
    rows = session.exec(
        select(ProjectPicture).where(col(ProjectPicture.digest).in_(wanted - there), col(ProjectPicture.released))
    )
    session.add_all(
        {row.digest: ReleasedPicture(digest=row.digest, large=row.large, small=row.small) for row in rows}.values()
    )


def files(session: Session, briefing: Briefing) -> dict[str, bytes]:
    """Return the files of all pictures of a document, by name; one that is not kept any more is missing.

    Args:
        session: Open session.
        briefing: A document, without what was withdrawn.
    """
    rows = session.exec(select(ReleasedPicture).where(col(ReleasedPicture.digest).in_(digests(briefing))))
    return {
        f"{row.digest}{suffix}{ENDING}": b64decode(content)
        for row in rows
        for suffix, content in (("", row.large), (SMALL_SUFFIX, row.small))
    }


def file(session: Session, content: str, name: str) -> bytes | None:
    """Return one of those files, ``None`` when the document does not show it.

    Args:
        session: Open session.
        content: Canonical JSON of a release, without what was withdrawn.
        name: File name as the page gives it.
    """
    stem = name.removesuffix(ENDING)
    digest = stem.removesuffix(SMALL_SUFFIX)
    if stem == name or digest not in shown(content):
        return None
    row = session.exec(select(ReleasedPicture).where(ReleasedPicture.digest == digest)).first()
    if row is None:
        return None
    return b64decode(row.large if stem == digest else row.small)
