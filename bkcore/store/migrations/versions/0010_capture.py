"""Addresses from which leads record activities, and whether a number of people is an estimate."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table('capture_link',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=True),
    sa.Column('activity_id', sa.Integer(), nullable=True),
    sa.Column('token_hash', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('label', sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
    sa.Column('mail', sqlmodel.sql.sqltypes.AutoString(length=254), nullable=True),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('sent_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('expires_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('revoked_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('last_used_on', sa.Date(), nullable=True),
    sa.CheckConstraint('activity_id IS NULL OR project_id IS NOT NULL', name=op.f('ck_capture_link_reminder_has_project')),
    sa.CheckConstraint('activity_id IS NULL OR expires_at IS NOT NULL', name=op.f('ck_capture_link_reminder_expires')),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_capture_link_activity_id_activity')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_capture_link_project_id_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_capture_link')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_capture_link_token_hash'))
    )
    with op.batch_alter_table('capture_link', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_capture_link_activity_id'), ['activity_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_capture_link_project_id'), ['project_id'], unique=False)
    op.execute(sa.text("ALTER TABLE activity ADD COLUMN attendees_estimated BOOLEAN"))
