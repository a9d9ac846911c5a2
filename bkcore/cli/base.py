"""What all commands share: settings, engine, printing."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import click
from sqlalchemy import Engine
from sqlmodel import Session

from bkcore import settings as core_settings
from bkcore.settings import Settings
from bkcore.store.engine import engine_for
from bkcore.store.schema import require_head
from bkcore.store.unit_of_work import reading, town_day, unit_of_work

DATE = click.DateTime(formats=["%Y-%m-%d", "%d.%m.%Y"])


def settings() -> Settings:
    """Return the settings of the environment."""
    return core_settings.load()


def engine() -> Engine:
    """Return the engine of a database that is at the schema of this program."""
    found = engine_for(settings().database_url)
    require_head(found)
    return found


@contextmanager
def writing() -> Iterator[Session]:
    """Open a unit of work on the configured database."""
    with unit_of_work(engine()) as session:
        yield session


@contextmanager
def looking() -> Iterator[Session]:
    """Open a reading session on the configured database."""
    with reading(engine()) as session:
        yield session


def print_json(data: object) -> None:
    """Print data as JSON with German letters as they are."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2, default=_plain))


def day(moment: datetime | None) -> date | None:
    """Return the day of a date option."""
    return moment.date() if moment else None


def today() -> date:
    """Return the day it is in Bergkamen."""
    return town_day(datetime.now(UTC))


def address(path: str) -> str:
    """Return a full address below the public one: the configured, else the one the server was last started with."""
    chosen = settings()
    if "public_url" not in chosen.model_fields_set and _remembered(chosen).is_file():
        return _remembered(chosen).read_text(encoding="utf-8").strip() + path
    return f"{chosen.public_url}{path}"


def remember_address(chosen: Settings) -> None:
    """Keep the address of the server that starts now, so that links made beside it lead there."""
    _remembered(chosen).parent.mkdir(parents=True, exist_ok=True)
    _remembered(chosen).write_text(chosen.public_url, encoding="utf-8")


def _remembered(chosen: Settings) -> Path:
    return chosen.var_dir / ("demo.address" if chosen.demo else "server.address")


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
