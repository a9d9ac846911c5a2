"""The schema is the same on both databases and equal to the tables in the code."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import IntegrityError

from bkcore.access import Actor
from bkcore.commands.measures import PlanMeasure
from bkcore.faults import DatabaseForeign, DatabaseUnreachable, SchemaUnknown
from bkcore.model.base import metadata
from bkcore.services.journal import record
from bkcore.services.measures import plan_measure
from bkcore.store import schema
from bkcore.store.engine import engine_for
from bkcore.store.schema import head, migrate, require_head, revision
from bkcore.store.unit_of_work import today_of, unit_of_work
from bkcore.vocabulary import Role
from bkcore.wording.messages import message
from tests import factories


def test_a_fresh_database_is_at_head_and_migrating_again_changes_nothing(engine: Engine) -> None:
    assert revision(engine) == head()
    migrate(engine)
    require_head(engine)


def test_tables_in_the_database_equal_the_tables_in_the_code(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_sqlite_is_durable_and_checks_foreign_keys(sqlite_engine: Engine) -> None:
    with sqlite_engine.connect() as connection:
        pragmas = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        }
    assert pragmas == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "busy_timeout": 15_000}


def test_a_database_of_a_newer_program_is_left_alone(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for refuse in (migrate, require_head):
        with pytest.raises(SchemaUnknown) as caught:
            refuse(engine)
        assert "9999" in message(caught.value)


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    engine = engine_for(f"sqlite:///{tmp_path / 'other.db'}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE organisation (x INTEGER)"))
    with pytest.raises(DatabaseForeign):
        migrate(engine)
    assert inspect(engine).get_table_names() == ["organisation"]
    engine.dispose()


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Einkaufszettel " * 100)
    for refuse in (migrate, require_head):
        with pytest.raises(DatabaseForeign):
            refuse(engine_for(f"sqlite:///{path}"))
    assert path.read_text() == "Einkaufszettel " * 100


def test_a_folder_that_cannot_be_made_is_a_refusal(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseUnreachable):
        engine_for(f"sqlite:///{tmp_path / 'file' / 'bergkamen.db'}")


def test_a_folder_in_place_of_the_database_is_a_refusal(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnreachable):
        migrate(engine_for(f"sqlite:///{tmp_path}"))


def test_what_was_written_before_the_second_revision_is_still_there(bare_engine: Engine) -> None:
    with bare_engine.execution_options(writes=True).begin() as connection:
        _upgrade(connection, "0001")
        for statement in (
            "INSERT INTO project (id, slug, title, description_released, version) VALUES (1, 'p', 'P', false, 1)",
            "INSERT INTO round VALUES (1, 'r', 'R', '2026-01-01', '2026-02-01', '2026-1', NULL, 1)",
            "INSERT INTO assessment VALUES (1, 1, 1, 'leitung', 'a', NULL, 1)",
            "INSERT INTO evidence VALUES (1, 1, 'augenhoehe', 'Alle reden', true)",
        ):
            connection.execute(text(statement))
    migrate(bare_engine)
    with bare_engine.connect() as connection:
        remarks = connection.execute(text("SELECT factor_id, kind, text, confidential FROM remark")).all()
        kept = connection.execute(text("SELECT project.kind, origin FROM assessment, project")).all()
    assert [tuple(remark) for remark in remarks] == [("augenhoehe", "beleg", "Alle reden", True)]
    assert [tuple(row) for row in kept] == [("projekt", "online")]


def test_measures_of_an_earlier_revision_keep_their_day_and_the_journal_takes_their_owners(bare_engine: Engine) -> None:
    measure = "INSERT INTO measure (id, title, owner, due_on, action_id, state, created_at, version) VALUES"
    entry = "INSERT INTO journal_entry (id, at, role, label, action, aggregate, key, details) VALUES"
    with bare_engine.execution_options(writes=True).begin() as connection:
        _upgrade(connection, "0007")
        for statement in (
            f"{measure} (1, 'Alt', 'Presse', '2026-12-01', 'a', 'erledigt', '2026-01-02 10:00:00+00:00', 2)",
            f"{measure} (2, 'Neu', 'Presse', '2026-12-01', NULL, 'offen', '2026-01-02 10:00:00+00:00', 1)",
            f"{entry} (7, '2026-03-04 10:00:00+00:00', 'verwaltung', '', 'set_measure_state', 'measure', '1', '{{}}')",
            f"{entry} (9, '2026-03-05 10:00:00+00:00', 'verwaltung', '', 'x', 'round', '1', '{{}}')",
            "DELETE FROM journal_entry WHERE id = 9",
        ):
            connection.execute(text(statement.replace("+00:00", "" if connection.dialect.name == "sqlite" else "+00")))
    migrate(bare_engine)
    with bare_engine.connect() as connection:
        rows = connection.execute(text("SELECT origin, finished_on FROM measure ORDER BY id")).all()
    assert [(origin, str(day)) for origin, day in rows] == [("empfehlung", "2026-03-04"), ("von_hand", "None")]
    with unit_of_work(bare_engine) as session:
        owner = Actor(role=Role.MEASURE_OWNER, label="Presse", measure_id=1)
        found = record(session, action="set_measure_state", aggregate="measure", key="1", by=owner)
        if bare_engine.dialect.name == "sqlite":
            assert found.id == 10  # the data version never falls back
    with pytest.raises(IntegrityError), bare_engine.begin() as connection:
        connection.execute(text("UPDATE journal_entry SET role = 'niemand'"))


def test_new_columns_bring_their_checks(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        factories.project(session)
        factories.activity(session)
        plan = PlanMeasure(title="Plakate", owner="Presse", due_on=today_of(session))
        plan_measure(session, plan, by=factories.STEERING_GROUP)
    for statement in (
        "UPDATE project SET kind = 'amt'",
        "UPDATE activity SET roles_handed_over = -1",
        "UPDATE measure SET origin = 'zufall'",
    ):
        with pytest.raises(IntegrityError), engine.begin() as connection:
            connection.execute(text(statement))


def _upgrade(connection: Connection, target: str) -> None:
    config = schema._config()
    config.attributes["connection"] = connection
    command.upgrade(config, target)
