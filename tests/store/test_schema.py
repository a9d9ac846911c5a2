"""The schema is the same on both databases and equal to the tables in the code."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text

from bkcore.model.base import metadata
from bkcore.store.schema import head, migrate, require_head, revision


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
    assert pragmas == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "busy_timeout": 5000}
