"""What ``bk doctor`` looks at: database, schema, catalogue, rounds, secret, disk, mail."""

import shutil
import smtplib
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from bkcore import catalogue, voice_wording
from bkcore.errors import BkError
from bkcore.reports import editions
from bkcore.settings import Settings
from bkcore.store.engine import engine_for
from bkcore.store.schema import head, require_head
from bkcore.store.unit_of_work import reading, town_day
from bkcore.wording import doctor as wording
from bkcore.wording.editions import state as state_sentence
from bkcore.wording.editions import unknown_version
from bkcore.wording.messages import message
from bkcore.wording.numbers import whole

_ENOUGH_MEGABYTES = 200
_MEGABYTE = 1024 * 1024
_MAIL_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: its name, whether it is well, and what is or what to do."""

    name: str
    ok: bool
    text: str


def examine(settings: Settings) -> tuple[Finding, ...]:
    """Run every check.

    Args:
        settings: What the environment set.

    Returns:
        One finding per check, in a fixed order; a fault is a finding, never an exception.
    """
    checks: dict[str, Callable[[Settings], Finding]] = {
        "database": _database,
        "schema": _schema,
        "catalogue": _catalogue,
        "rounds": _rounds,
        "secret": _secret,
        "disk": _disk,
        "mail": _mail,
    }
    return tuple(_run(name, check, settings) for name, check in checks.items())


def _run(name: str, check: Callable[[Settings], Finding], settings: Settings) -> Finding:
    try:
        return check(settings)
    except BkError as error:
        return Finding(name, ok=False, text=message(error))
    except OSError as error:
        reason = wording.UNREADABLE.format(path=error.filename, reason=error.strerror)
        return Finding(name, ok=False, text=reason)


def _database(settings: Settings) -> Finding:
    engine = engine_for(settings.database_url)
    require_head(engine)
    try:
        with engine.connect() as connection:
            if engine.dialect.name == "sqlite":
                result = str(connection.execute(text("PRAGMA integrity_check")).scalar())
                broken = connection.execute(text("PRAGMA foreign_key_check")).all()
                if result != "ok" or broken:
                    reason = result if result != "ok" else f"{len(broken)} Verweise"
                    return Finding("database", ok=False, text=wording.DATABASE_DAMAGED.format(reason=reason))
            connection.execute(text("SELECT count(*) FROM journal_entry"))
    except DatabaseError as error:
        reason = type(error.orig).__name__
        return Finding("database", ok=False, text=wording.DATABASE_DAMAGED.format(reason=reason))
    return Finding("database", ok=True, text=wording.DATABASE)


def _schema(settings: Settings) -> Finding:
    require_head(engine_for(settings.database_url))
    return Finding("schema", ok=True, text=wording.SCHEMA.format(revision=head()))


def _catalogue(settings: Settings) -> Finding:
    version = catalogue.load().version
    voice_wording.languages()
    try:
        with _reading(settings) as session:
            found = editions.state_of(session, version)
    except BkError:  # the finding on the database says what is wrong with it
        found = editions.state_in_file(version)
    state = state_sentence(approved=found.approved, decided_on=found.decided_on, meeting=found.meeting)
    return Finding("catalogue", ok=True, text=wording.CATALOGUE.format(version=version, state=state))


def _rounds(settings: Settings) -> Finding:
    with _reading(settings) as session:
        unknown = editions.unknown_rounds(session, today=town_day(datetime.now(UTC)))
    if unknown:
        return Finding("rounds", ok=False, text=" ".join(unknown_version(use.title, use.version) for use in unknown))
    return Finding("rounds", ok=True, text=wording.ROUNDS)


@contextmanager
def _reading(settings: Settings) -> Iterator[Session]:
    engine = engine_for(settings.database_url)
    require_head(engine)
    with reading(engine) as session:
        yield session


def _secret(settings: Settings) -> Finding:
    settings.secret()
    if settings.secret_key.get_secret_value():
        return Finding("secret", ok=True, text=wording.KEY_SET)
    path = settings.var_dir / "secret.key"
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return Finding("secret", ok=False, text=wording.KEY_OPEN.format(path=path))
    return Finding("secret", ok=True, text=wording.KEY)


def _disk(settings: Settings) -> Finding:
    settings.var_dir.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(settings.var_dir).free // _MEGABYTE
    text_free = f"{whole(free)} MB"
    if free < _ENOUGH_MEGABYTES:
        return Finding("disk", ok=False, text=wording.DISK_FULL.format(free=text_free, path=settings.var_dir))
    return Finding("disk", ok=True, text=wording.DISK.format(free=text_free))


def _mail(settings: Settings) -> Finding:
    if not settings.smtp_url:
        return Finding("mail", ok=True, text=wording.NO_MAIL)
    parts = urlsplit(settings.smtp_url)
    kind = smtplib.SMTP_SSL if parts.scheme == "smtps" else smtplib.SMTP
    try:
        with kind(parts.hostname or "", parts.port or 0, timeout=_MAIL_SECONDS) as server:
            server.noop()
    except (OSError, smtplib.SMTPException) as error:
        return Finding("mail", ok=False, text=wording.MAIL_SILENT.format(reason=type(error).__name__))
    return Finding("mail", ok=True, text=wording.MAIL)
