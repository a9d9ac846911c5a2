"""What tests of the live link share: settings on a database of the test, and a client of its routes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bkcore import settings as core_settings
from bkcore.settings import Settings
from dashboard import server
from dashboard.routes import live


@pytest.fixture
def settings(sqlite_engine: Engine, tmp_path: Path) -> Settings:
    """Set a database of this test alone, and let every opening look whether there is news."""
    return core_settings.load(database_url=str(sqlite_engine.url), var_dir=tmp_path, release_interval_seconds=0)


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    """Give a client of the live link's routes."""
    app = Starlette(routes=live.routes(settings), exception_handlers=server._HANDLERS)
    with TestClient(app, follow_redirects=False) as opened:
        yield opened
