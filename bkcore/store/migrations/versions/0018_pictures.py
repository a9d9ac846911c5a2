"""Pictures of projects, and apart from them those that are released."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = '0018'
down_revision = '0017'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table('project_picture',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('digest', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('width', sa.Integer(), nullable=False),
    sa.Column('height', sa.Integer(), nullable=False),
    sa.Column('alt', sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
    sa.Column('consent', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('released', sa.Boolean(), nullable=False),
    sa.Column('large', sa.Text(), nullable=False),
    sa.Column('small', sa.Text(), nullable=False),
    sa.CheckConstraint('length(alt) > 0', name=op.f('ck_project_picture_alt_given')),
    sa.CheckConstraint('length(consent) > 0', name=op.f('ck_project_picture_consent_given')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_project_picture_project_id_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_project_picture')),
    sa.UniqueConstraint('project_id', name=op.f('uq_project_picture_project_id'))
    )
    op.create_table('released_picture',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('digest', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('large', sa.Text(), nullable=False),
    sa.Column('small', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_released_picture')),
    sa.UniqueConstraint('digest', name=op.f('uq_released_picture_digest'))
    )
