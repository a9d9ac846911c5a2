"""The schema: Alembic migrations that run on both databases."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from bkcore.errors import DatabaseUnreachable, SchemaOutdated

_MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> None:
    """Bring the schema to its head; a schema that is there already stays as it is.

    Raises:
        DatabaseUnreachable: The database does not answer.
    """
    try:
        with engine.execution_options(writes=True).begin() as connection:
            config = _config()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except OperationalError as error:
        raise DatabaseUnreachable(url=engine.url.render_as_string(hide_password=True)) from error


def revision(engine: Engine) -> str | None:
    """Return the revision the database is at, ``None`` for an empty one.

    Raises:
        DatabaseUnreachable: The database does not answer.
    """
    try:
        with engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    except OperationalError as error:
        raise DatabaseUnreachable(url=engine.url.render_as_string(hide_password=True)) from error


def head() -> str:
    """Return the revision this program needs."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def require_head(engine: Engine) -> None:
    """Refuse to work on another schema than this program's.

    Raises:
        SchemaOutdated: The database is at another revision.
        DatabaseUnreachable: The database does not answer.
    """
    found = revision(engine)
    if found != head():
        raise SchemaOutdated(found=found or "leer", expected=head())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    return config
