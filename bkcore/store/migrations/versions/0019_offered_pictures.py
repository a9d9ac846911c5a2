"""Pictures that leads offer from the phone."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table('offered_picture',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('activity_id', sa.Integer(), nullable=False),
    sa.Column('offered_on', sa.Date(), nullable=False),
    sa.Column('digest', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('width', sa.Integer(), nullable=False),
    sa.Column('height', sa.Integer(), nullable=False),
    sa.Column('alt', sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
    sa.Column('consent', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('large', sa.Text(), nullable=False),
    sa.Column('small', sa.Text(), nullable=False),
    sa.CheckConstraint('length(alt) > 0', name=op.f('ck_offered_picture_alt_given')),
    sa.CheckConstraint('length(consent) > 0', name=op.f('ck_offered_picture_consent_given')),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_offered_picture_activity_id_activity')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_offered_picture')),
    sa.UniqueConstraint('activity_id', name=op.f('uq_offered_picture_activity_id'))
    )
