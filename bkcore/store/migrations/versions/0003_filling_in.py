"""Filling in: how long it took, and that a rater took an assessment back."""

from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema here."""
    # Written out: only so does a new column bring its CHECK on SQLite without the whole table being copied.
    for column in (
        "withdrawn_on DATE",
        "seconds_spent INTEGER DEFAULT '0' NOT NULL "
        "CONSTRAINT ck_assessment_seconds_counted CHECK (seconds_spent >= 0)",
    ):
        op.execute(f"ALTER TABLE assessment ADD COLUMN {column}")
