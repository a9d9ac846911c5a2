"""Servers to measure: ours in its demonstration, full of data, and stock Streamlit beside it."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest

from tests.browser.conftest import Server, browser, start_server

__all__ = ["browser"]

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Dashboard:
    """Our server, and the cookie of a visit per role."""

    server: Server
    administration: str
    lead: str


def figure(name: str, value: float, unit: str) -> None:
    """Print one figure in the form the issues ask for."""
    print(f"{name}: {value:.4g} {unit}")


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """Give our server with the sample round."""
    folder = tmp_path_factory.mktemp("bench")
    command = [str(BIN / "bk"), "serve", "--demo", "--port"]
    server = start_server(folder, lambda port: [*command, port], environment={"BK_DEMO": "1"})
    yield Dashboard(server, visit_of(server, "verwaltung"), visit_of(server, "p-iwgr"))
    server.stop()


@pytest.fixture(scope="session")
def stock(tmp_path_factory: pytest.TempPathFactory, dashboard: Dashboard) -> Iterator[Server]:
    """Give stock Streamlit with its defaults, drawing the same charts from the same database the usual way."""
    folder = tmp_path_factory.mktemp("stock")
    (folder / "test.db").symlink_to(dashboard.server.folder / "test.db")
    command = [sys.executable, "-m", "streamlit", "run", str(HERE / "stock" / "app.py"), "--server.headless", "true"]
    server = start_server(folder, lambda port: [*command, "--server.port", port, "--server.address", "127.0.0.1"])
    yield server
    server.stop()


def visit_of(server: Server, role: str) -> str:
    """Sign in and return the cookie of the visit."""
    issued = subprocess.run(
        [BIN / "bk", "sign-in", role],
        env=server.environment(),
        check=True,
        capture_output=True,
        text=True,
    )
    answer = httpx2.post(issued.stdout.strip(), follow_redirects=False)
    return answer.headers["set-cookie"].split(";")[0]
