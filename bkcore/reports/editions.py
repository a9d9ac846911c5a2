"""The versions of the catalogue: in which state each is, and which rounds were answered in its words."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from bkcore import catalogue
from bkcore.access import Actor, reads_overviews, require
from bkcore.model.assessments import CatalogueApproval, Round


@dataclass(frozen=True, slots=True)
class EditionState:
    """Whether a version is approved, and by which decision.

    Attributes:
        version: Name of the version.
        approved: Whether the steering group approved it.
        decided_on: The day of the decision, ``None`` when none is recorded here.
        meeting: Where it was decided, empty when none is recorded here.
    """

    version: str
    approved: bool
    decided_on: date | None = None
    meeting: str = ""

    @property
    def recorded(self) -> bool:
        """Whether the decision stands in this database and not in the catalogue's file."""
        return self.decided_on is not None


@dataclass(frozen=True, slots=True)
class RoundUse:
    """A round and the version its answers belong to."""

    slug: str
    title: str
    version: str
    opens_on: date
    closes_on: date
    is_open: bool


@dataclass(frozen=True, slots=True)
class Edition:
    """One version with its state and the rounds that used it, the newest first."""

    state: EditionState
    valid_from: date
    rounds: tuple[RoundUse, ...]


@dataclass(frozen=True, slots=True)
class EditionsReport:
    """All versions, the newest first, and the rounds whose version this program does not know."""

    editions: tuple[Edition, ...]
    unknown: tuple[RoundUse, ...]


def build(session: Session, *, by: Actor, today: date) -> EditionsReport:
    """Return all versions with their states and rounds.

    Args:
        session: Open session.
        by: Who reads; must be the steering group or the administration.
        today: The day it is.

    Raises:
        NotPermitted: The actor reads no overviews.
    """
    require(reads_overviews(by), action="read_overviews")
    used: dict[str, list[RoundUse]] = defaultdict(list)
    for use in _uses(session, today=today):
        used[use.version].append(use)
    return EditionsReport(
        editions=tuple(
            Edition(
                state=state_of(session, version),
                valid_from=catalogue.edition(version).valid_from,
                rounds=tuple(used[version]),
            )
            for version in catalogue.versions()
        ),
        unknown=tuple(use for version, uses in used.items() if version not in catalogue.versions() for use in uses),
    )


def state_of(session: Session, version: str) -> EditionState:
    """Return the state of a version: approved when the decision is recorded here, or the catalogue's file says so."""
    row = session.exec(select(CatalogueApproval).where(CatalogueApproval.version == version)).first()
    if row is not None:
        return EditionState(version, approved=True, decided_on=row.decided_on, meeting=row.meeting)
    return state_in_file(version)


def state_in_file(version: str) -> EditionState:
    """Return the state the catalogue's file gives, for where there is no database."""
    known = version in catalogue.versions()
    return EditionState(version, approved=known and catalogue.edition(version).state == "freigegeben")


def unknown_rounds(session: Session, *, today: date) -> tuple[RoundUse, ...]:
    """Return the rounds whose version this program does not know, the newest first."""
    return tuple(use for use in _uses(session, today=today) if use.version not in catalogue.versions())


def _uses(session: Session, *, today: date) -> list[RoundUse]:
    rows = session.exec(select(Round).order_by(col(Round.opens_on).desc(), col(Round.id).desc()))
    return [
        RoundUse(row.slug, row.title, row.catalogue_version, row.opens_on, row.closes_on, row.is_open(today))
        for row in rows
    ]
