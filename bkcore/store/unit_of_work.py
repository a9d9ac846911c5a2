"""One transaction: everything or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session

from bkcore.errors import Conflict
from bkcore.faults import DatabaseBusy

TOWN_TIME = ZoneInfo("Europe/Berlin")
_counted = {"commits": 0}


def commits() -> int:
    """Return how often this process has committed; whoever keeps what was read asks whether it still holds."""
    return _counted["commits"]


@contextmanager
def unit_of_work(engine: Engine, *, now: datetime | None = None) -> Iterator[Session]:
    """Open a session for writing that commits at the end and rolls back on any error.

    Args:
        engine: Where the tables are.
        now: The moment all entries of this unit carry, with a time zone; the clock's when absent.

    Yields:
        Session whose ``info["now"]`` is that moment.

    Raises:
        Conflict: A constraint refused what two people wrote at the same time.
        DatabaseBusy: Another writer took too long, or the database went away.
    """
    with Session(engine.execution_options(writes=True), expire_on_commit=False) as session:
        session.info["now"] = now or datetime.now(UTC)
        try:
            yield session
            session.commit()
            _counted["commits"] += 1
        except IntegrityError as error:
            session.rollback()
            raise Conflict(what="record", key=type(error.orig).__name__) from error
        except OperationalError as error:
            session.rollback()
            raise DatabaseBusy from error
        except BaseException:
            session.rollback()
            raise


@contextmanager
def reading(engine: Engine, *, now: datetime | None = None) -> Iterator[Session]:
    """Open a session for reading; whatever is written through it is rolled back."""
    with Session(engine, expire_on_commit=False) as session:
        session.info["now"] = now or datetime.now(UTC)
        try:
            yield session
        finally:
            session.expunge_all()  # so that what was read stays readable after the rollback
            session.rollback()


def now_of(session: Session) -> datetime:
    """Return the moment of the unit of work, in UTC."""
    moment: datetime = session.info["now"]
    return moment


def today_of(session: Session) -> date:
    """Return the day of the unit of work in Bergkamen."""
    return town_day(now_of(session))


def town_day(moment: datetime) -> date:
    """Return the day a moment falls on in Bergkamen."""
    return moment.astimezone(TOWN_TIME).date()
