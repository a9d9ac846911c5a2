"""The public surface with a database role that reads releases and links and counts views, and can do nothing else."""

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import Engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ProgrammingError
from starlette.testclient import TestClient

from bkcore import settings as core_settings
from bkcore.access import SYSTEM
from bkcore.commands.council import CreateLiveLink, MakeRelease
from bkcore.commands.year_reports import ReleaseReport
from bkcore.model.registry import TABLES
from bkcore.publication import faces, links
from bkcore.publication.release import make, renew
from bkcore.publication.yearly.release import release_report
from bkcore.settings import Settings
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import now_of, reading, unit_of_work
from dashboard import server
from tests import factories

pytestmark = pytest.mark.postgres
OPERATIONS = Path(__file__).parents[2] / "docs" / "operations.md"
READABLE = {"release", "released_picture", "year_report", "live_link", "live_link_day"}


def statements(role: str, database: str) -> list[str]:
    """The statements the operator is told to run, with this role and database in place of the example's."""
    found = re.findall(
        r"^ {4}((?:CREATE ROLE|REVOKE|GRANT) .+;)$", OPERATIONS.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert found
    return [one.replace("bergkamen_rat", role).replace("DATABASE bergkamen", f"DATABASE {database}") for one in found]


@pytest.fixture
def public(postgres_engine: Engine, tmp_path: Path) -> Iterator[Settings]:
    """Settings of a public surface under the role of the handbook."""
    url = postgres_engine.url
    role = f"rat_{uuid4().hex}"
    owner = url.render_as_string(hide_password=False).replace("+psycopg", "")
    with psycopg.connect(owner, autocommit=True) as connection:
        for statement in statements(role, str(url.database)):
            connection.execute(statement)
    address = url.set(username=role).render_as_string(hide_password=False)
    yield core_settings.load(database_url=address, var_dir=tmp_path, surface="public")
    engine_for(address).dispose()
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute(f"DROP OWNED BY {role}")
        connection.execute(f"DROP ROLE {role}")


@pytest.fixture
def token(postgres_engine: Engine) -> str:
    with unit_of_work(postgres_engine) as session:
        factories.organisation(session, "awo")
        factories.organisation(session, "stadt", sector="public")
        factories.activity(session, "fest", partners=("awo", "stadt"))
        make(session, MakeRelease(), by=SYSTEM)
        make(session, MakeRelease(), by=SYSTEM)
        release_report(session, ReleaseReport(year=2024), by=SYSTEM)
        return links.create_live_link(session, CreateLiveLink(label="Rat"), by=SYSTEM).token


def test_the_public_surface_starts_serves_and_counts_under_that_role(public, token: str, postgres_engine) -> None:
    with TestClient(server.create_app(public)) as client:
        assert client.get("/gesund").json()["status"] == "ok"
        page = client.get(f"/rat/{token}")
        assert "sind 2 aktive" in page.text
        for path in (
            *faces.FILES,
            "stand",
            "archiv",
            "archiv/1",
            "archiv/1/daten.json",
            "archiv/2/seit/1",
            "sachstand/1",
        ):
            assert client.get(f"/rat/{token}/{path}").status_code == 200
        assert client.get("/rat/unbekannt").status_code == 404
        assert client.get("/anmelden/x").status_code == 404
        assert client.get("/ueberblick").status_code == 404
    with reading(postgres_engine) as session:
        assert links.list_live_links(session, by=SYSTEM)[0].views == 1


def test_the_role_reads_nothing_else_and_changes_nothing(public: Settings) -> None:
    engine = engine_for(public.database_url)
    for table in TABLES.tables:
        for allowed, statement in (
            (table in READABLE, f'SELECT * FROM "{table}" LIMIT 1'),  # noqa: S608 - our own names
            (False, f'DELETE FROM "{table}"'),  # noqa: S608 - our own names
            (False, f'TRUNCATE "{table}"'),
        ):
            if allowed:
                with engine.connect() as connection:
                    connection.execute(text(statement))
            else:
                with pytest.raises(ProgrammingError, match="permission denied"), engine.connect() as connection:
                    connection.execute(text(statement))
    for statement in (
        "UPDATE release SET content = '{}'",
        "UPDATE live_link SET revoked_at = NULL",
        "INSERT INTO alembic_version VALUES ('x')",
        "CREATE TABLE mine (id INTEGER)",
    ):
        with pytest.raises(ProgrammingError, match="permission denied"), engine.connect() as connection:
            connection.execute(text(statement))


def test_news_reach_the_public_through_the_internal_surface_alone(public, token: str, postgres_engine) -> None:
    internal = public.model_copy(
        update={
            "surface": "internal",
            "release_interval_seconds": 0,
            "database_url": postgres_engine.url.render_as_string(hide_password=False),
        }
    )
    at_once = public.model_copy(update={"release_interval_seconds": 0})  # else the newest release is kept for a moment
    with TestClient(server.create_app(at_once)) as client:
        with unit_of_work(postgres_engine) as session:
            factories.organisation(session, "schule")
            factories.activity(session, "lauf", partners=("schule",))
            now = now_of(session)
        assert "sind 2 aktive" in client.get(f"/rat/{token}").text
        renew(postgres_engine, internal, now=now)
        assert "sind 3 aktive" in client.get(f"/rat/{token}").text


def test_before_the_first_release_the_public_surface_says_so(public, postgres_engine) -> None:
    with unit_of_work(postgres_engine) as session:
        token = links.create_live_link(session, CreateLiveLink(label="Rat"), by=SYSTEM).token
    with TestClient(server.create_app(public)) as client:
        answer = client.get(f"/rat/{token}")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
        assert "Noch ist nichts veröffentlicht." in answer.text


def test_the_example_address_of_the_handbook_is_one_the_program_takes() -> None:
    found = re.search(r"postgresql\+psycopg://bergkamen_rat:\S+", OPERATIONS.read_text(encoding="utf-8"))
    assert found
    assert make_url(found.group().rstrip("`")).username == "bergkamen_rat"
