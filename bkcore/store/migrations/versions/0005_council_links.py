"""Live links: password, sitting and an address that can be told again; releases: whether somebody made them."""

from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema here."""
    for table, column in (
        ("live_link", "seed VARCHAR(64)"),
        ("live_link", "password_hash VARCHAR(200)"),
        ("live_link", "sitting_on DATE"),
        ("release", "on_purpose BOOLEAN DEFAULT FALSE NOT NULL"),
    ):
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    op.execute(
        "UPDATE release SET on_purpose = TRUE WHERE EXISTS (SELECT 1 FROM journal_entry WHERE "
        "journal_entry.action = 'make_release' AND journal_entry.key = CAST(release.number AS VARCHAR(20)))"
    )
