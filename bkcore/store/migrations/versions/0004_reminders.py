"""Reminders: whether a personal link was given to remind somebody who had been invited already."""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema here."""
    op.add_column('access_link', sa.Column('reminder', sa.Boolean(), server_default=sa.false(), nullable=False))
