"""The schema: Alembic migrations that run on both databases."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect
from sqlalchemy.exc import DatabaseError, OperationalError

from bkcore.faults import DatabaseForeign, DatabaseUnreachable, SchemaOutdated, SchemaUnknown
from bkcore.model.registry import TABLES

_MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> None:
    """Bring the schema to its head; a schema that is there already stays as it is.

    Raises:
        DatabaseUnreachable: The database does not answer.
        DatabaseForeign: What lies there is not ours; it stays as it is.
        SchemaUnknown: It was made by a newer program; it stays as it is.
    """
    with _answering(engine), engine.execution_options(writes=True).begin() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
        _require_known(found)
        if found is None and set(inspect(connection).get_table_names()) & set(TABLES.tables):
            raise DatabaseForeign(url=_address(engine))
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def revision(engine: Engine) -> str | None:
    """Return the revision the database is at, ``None`` for an empty one.

    Raises:
        DatabaseUnreachable: The database does not answer.
        DatabaseForeign: What lies there is not ours.
    """
    with _answering(engine), engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head() -> str:
    """Return the revision this program needs."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def require_head(engine: Engine) -> None:
    """Refuse to work on another schema than this program's.

    Raises:
        SchemaOutdated: The database is at an older revision.
        SchemaUnknown: It was made by a newer program.
        DatabaseUnreachable: The database does not answer.
        DatabaseForeign: What lies there is not ours.
    """
    found = revision(engine)
    _require_known(found)
    if found != head():
        raise SchemaOutdated(found=found or "leer", expected=head())


@contextmanager
def _answering(engine: Engine) -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        raise DatabaseUnreachable(url=_address(engine)) from error
    except DatabaseError as error:
        raise DatabaseForeign(url=_address(engine)) from error


def _require_known(found: str | None) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if found is not None and found not in known:
        raise SchemaUnknown(found=found, expected=head())


def _address(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=True)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    return config
