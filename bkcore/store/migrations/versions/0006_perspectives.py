"""Perspectives that the steering group declares relevant, and the next steps for those that are missing."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table('perspective',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('slug', sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
    sa.Column('trait', sa.Enum('zielgruppe', 'ortsteil', 'sektor', 'art', 'sprache', name='trait_known', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('words', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=True),
    sa.Column('retired', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=True),
    sa.Column('certainty', sa.Enum('belegt', 'abgeleitet', name='certainty_known', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(length=2000), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('length(slug) > 0', name=op.f('ck_perspective_slug_given')),
    sa.CheckConstraint('length(title) > 0', name=op.f('ck_perspective_title_given')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_perspective')),
    sa.UniqueConstraint('slug', name=op.f('uq_perspective_slug'))
    )
    op.create_table('perspective_gap',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('slug', sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
    sa.Column('perspective_id', sa.Integer(), nullable=False),
    sa.Column('step', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=True),
    sa.Column('owner', sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('state', sa.Enum('offen', 'erledigt', name='state_known', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(length=2000), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('length(slug) > 0', name=op.f('ck_perspective_gap_slug_given')),
    sa.CheckConstraint('length(step) > 0', name=op.f('ck_perspective_gap_step_given')),
    sa.CheckConstraint('organisation_id IS NOT NULL OR length(owner) > 0', name=op.f('ck_perspective_gap_owner_given')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_perspective_gap_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['perspective_id'], ['perspective.id'], name=op.f('fk_perspective_gap_perspective_id_perspective')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_perspective_gap')),
    sa.UniqueConstraint('slug', name=op.f('uq_perspective_gap_slug'))
    )
    with op.batch_alter_table('perspective_gap', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_perspective_gap_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_perspective_gap_perspective_id'), ['perspective_id'], unique=False)
