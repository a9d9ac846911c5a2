"""What all tests share: databases of both kinds, what runs where, and how long properties are searched."""

import os
import shutil
from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from hypothesis import settings
from sqlalchemy import Engine
from sqlmodel import Session

from bkcore.reports import network
from bkcore.store.engine import engine_for
from bkcore.store.schema import migrate
from bkcore.store.unit_of_work import unit_of_work
from tests.postgres import running_server

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
_SERVERS = ("demo", "server", "shell")
"""Fixtures that start a server for the whole run; whoever uses one runs where it is."""

settings.register_profile("bk", deadline=None, max_examples=int(os.environ.get("BK_TEST_EXAMPLES", "30")))
settings.load_profile("bk")  # set BK_TEST_EXAMPLES to 1000 to search longer than a gate may


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep together what shares a costly fixture: a server, or what a module builds once for all its tests."""
    for item in items:
        group = next((name for name in _SERVERS if name in item.fixturenames), item.module.__name__)
        item.add_marker(pytest.mark.xdist_group(group))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrate once; each test gets a copy."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    engine = engine_for(f"sqlite:///{path}")
    migrate(engine)
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Start one server per test process, with a migrated template database."""
    with running_server() as address:
        with psycopg.connect(_plain(address, "postgres"), autocommit=True) as connection:
            connection.execute("CREATE DATABASE empty")
        engine = engine_for(f"{address}/empty")
        migrate(engine)
        engine.dispose()
        yield address


@pytest.fixture
def sqlite_engine(sqlite_template: Path, tmp_path: Path) -> Iterator[Engine]:
    """Return a migrated, empty SQLite database of this test alone."""
    path = tmp_path / "test.db"
    shutil.copy(sqlite_template, path)
    engine = engine_for(f"sqlite:///{path}")
    yield engine
    engine.dispose()


@pytest.fixture
def postgres_engine(postgres_server: str) -> Iterator[Engine]:
    """Return a migrated, empty PostgreSQL database of this test alone."""
    name = f"test_{uuid4().hex}"
    with psycopg.connect(_plain(postgres_server, "postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE empty")
    engine = engine_for(f"{postgres_server}/{name}")
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Return a migrated, empty database: the test runs once on SQLite and once on PostgreSQL."""
    return request.getfixturevalue(f"{request.param}_engine")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def bare_engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Return a database without a single table, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        engine = engine_for(f"sqlite:///{tmp_path / 'bare.db'}")
    else:
        server, name = request.getfixturevalue("postgres_server"), f"bare_{uuid4().hex}"
        with psycopg.connect(_plain(server, "postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        engine = engine_for(f"{server}/{name}")
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """Return a session of one unit of work at a fixed moment."""
    with unit_of_work(engine, now=NOW) as opened:
        yield opened


@pytest.fixture
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test compute anew what an earlier one has computed from the same record."""
    monkeypatch.setattr(network, "_KEPT", deque())


def _plain(address: str, database: str) -> str:
    return f"{address.replace('+psycopg', '')}/{database}"
