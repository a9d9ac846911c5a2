"""Records that lie in the archive: not to be chosen any more, counted as before."""

import sqlalchemy as sa
from alembic import op

revision = '0017'
down_revision = '0016'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema here."""
    for table in ('organisation', 'project', 'activity', 'consultation'):
        op.execute(sa.text(f"ALTER TABLE {table} ADD COLUMN archived_on DATE"))
