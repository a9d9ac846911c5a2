"""Fills an empty database: with the shipped record of the network, and for a demonstration with an invented sample."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, col, select

from bkcore.access import SYSTEM, Actor
from bkcore.commands.measures import ForgetOwners
from bkcore.commands.members import EraseDuePersons
from bkcore.commands.projects import ReleaseProjectText
from bkcore.commands.rounds import ForgetAddresses
from bkcore.faults import SampleMixed
from bkcore.intake.apply import apply_tables
from bkcore.intake.read import read
from bkcore.intake.sample import sample_tables
from bkcore.intake.sample_measures import plan_sample_measures
from bkcore.intake.sample_members import seat_sample_members
from bkcore.intake.sample_perspectives import declare_sample_perspectives
from bkcore.intake.sample_remarks import write_sample_remarks
from bkcore.model.activities import Activity
from bkcore.model.assessments import Round
from bkcore.model.council import Consultation
from bkcore.model.organisations import Organisation
from bkcore.model.projects import Project
from bkcore.services.journal import record
from bkcore.services.measure_links import forget_owners
from bkcore.services.member_erasure import erase_due_persons
from bkcore.services.projects import release_project_text
from bkcore.services.reminders import forget_addresses
from bkcore.services.samples import MARK, is_sample
from bkcore.settings import ROOT, Settings
from bkcore.store.engine import engine_for
from bkcore.store.schema import migrate
from bkcore.store.scrubbing import scrub
from bkcore.store.unit_of_work import reading, today_of, unit_of_work

RECORD = ROOT / "data" / "bergkamen"
_CONTENT: tuple[type[SQLModel], ...] = (Organisation, Project, Activity, Consultation, Round)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A database that is ready to be served, and whether it was filled just now."""

    engine: Engine
    fresh: bool


def prepare(settings: Settings, *, now: datetime | None = None) -> Prepared:
    """Make the database of the settings ready: schema to its head, an empty one filled, what is due forgotten.

    Args:
        settings: Where the database is, and whether this is a demonstration.
        now: The moment of the entries, the clock's when absent.

    Returns:
        The engine, and whether the database was empty before.

    Raises:
        DatabaseUnreachable: The database does not answer.
        SampleMixed: A demonstration would be served from a real database, or the other way round.
    """
    engine = engine_for(settings.database_url)
    migrate(engine)
    fresh = load_sample(engine, now=now, only_empty=True) if settings.demo else load_record(engine, now=now)
    with reading(engine) as session:
        if is_sample(session) is not settings.demo:
            raise SampleMixed(value=str(settings.demo).lower())
    with unit_of_work(engine, now=now) as session:
        forget_addresses(session, ForgetAddresses(), by=SYSTEM)
        forget_owners(session, ForgetOwners(), by=SYSTEM)
        erased = erase_due_persons(session, EraseDuePersons(kept_days=settings.member_days), by=SYSTEM)
    if erased:
        scrub(engine)
    return Prepared(engine, fresh)


def load_record(engine: Engine, *, by: Actor = SYSTEM, now: datetime | None = None, folder: Path = RECORD) -> bool:
    """Load the shipped record into an empty database, and release its project descriptions.

    The descriptions may be released at once, because they are our own words about public sources. Whatever somebody
    writes later has to be released by a person.

    Args:
        engine: Where the tables are.
        by: Who acts; must be the administration.
        now: The moment of the entries, the clock's when absent.
        folder: Where the record lies.

    Returns:
        True when it was loaded, False when the database holds something already.
    """
    with unit_of_work(engine, now=now) as session:
        if not is_empty(session):
            return False
        _load_record(session, folder, by=by)
        return True


def load_sample(engine: Engine, *, by: Actor = SYSTEM, now: datetime | None = None, only_empty: bool = False) -> bool:
    """Load the invented sample into an empty database, on top of the shipped record, or renew it in a demonstration.

    The sample's last round is open on the day of loading. A journal entry marks the database as a demonstration.

    Args:
        engine: Where the tables are.
        by: Who acts; must be the administration.
        now: The moment of the entries, the clock's when absent.
        only_empty: Leave a database that holds something as it is.

    Returns:
        True when it was loaded.

    Raises:
        SampleMixed: The database holds something and is no demonstration.
    """
    with unit_of_work(engine, now=now) as session:
        empty = is_empty(session)
        if not empty and only_empty:
            return False
        if not empty and not is_sample(session):
            raise SampleMixed(value="true")
        if empty:
            _load_record(session, RECORD, by=by)
            record(session, action=MARK, aggregate="record", key="beispiel", by=by)
        apply_tables(session, sample_tables(today_of(session)), by=by)
        write_sample_remarks(session, by=by)
        plan_sample_measures(session, today=today_of(session), by=by)
        seat_sample_members(session, today=today_of(session), by=by)
        declare_sample_perspectives(session, today=today_of(session), by=by)
        return True


def is_empty(session: Session) -> bool:
    """Tell whether nothing of the network is recorded; links and visits do not count."""
    return all(session.exec(select(table).limit(1)).first() is None for table in _CONTENT)


def _load_record(session: Session, folder: Path, *, by: Actor) -> None:
    apply_tables(session, read(folder), by=by)
    for slug in session.exec(select(Project.slug).where(col(Project.description).is_not(None))):
        release_project_text(session, ReleaseProjectText(slug=slug, released=True), by=by)
