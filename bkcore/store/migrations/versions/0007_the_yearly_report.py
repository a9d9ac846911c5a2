"""The yearly report to the council: its draft, its way through the bodies, its texts, and what was released."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table('report_draft',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('Beschlussvorlage', 'Mitteilungsvorlage', 'Tagesordnungspunkt', 'Antrag', 'Anfrage', name='kind_known', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('reference', sqlmodel.sql.sqltypes.AutoString(length=40), nullable=False),
    sa.Column('file_number', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
    sa.Column('subject', sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
    sa.Column('resolution', sqlmodel.sql.sqltypes.AutoString(length=2000), nullable=False),
    sa.Column('step', sa.Integer(), nullable=False),
    sa.Column('changed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.CheckConstraint('step BETWEEN 1 AND 5', name=op.f('ck_report_draft_step_of_the_assistant')),
    sa.UniqueConstraint('year', name=op.f('uq_report_draft_year')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_report_draft')),
    )
    op.create_table('report_station',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('draft_id', sa.Integer(), nullable=False),
    sa.Column('body', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=True),
    sa.Column('role', sa.Enum('Anhörung', 'Vorberatung', 'Entscheidung', 'Kenntnisnahme', name='role_known', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('authoritative', sa.Boolean(), nullable=False),
    sa.CheckConstraint('length(body) > 0', name=op.f('ck_report_station_body_given')),
    sa.ForeignKeyConstraint(['draft_id'], ['report_draft.id'], name=op.f('fk_report_station_draft_id_report_draft')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_report_station')),
    )
    op.create_index(op.f('ix_report_station_draft_id'), 'report_station', ['draft_id'], unique=False)
    op.create_table('report_text',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('draft_id', sa.Integer(), nullable=False),
    sa.Column('section', sqlmodel.sql.sqltypes.AutoString(length=40), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('basis', sa.Text(), nullable=False),
    sa.UniqueConstraint('draft_id', 'section', name=op.f('uq_report_text_draft_id_section')),
    sa.ForeignKeyConstraint(['draft_id'], ['report_draft.id'], name=op.f('fk_report_text_draft_id_report_draft')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_report_text')),
    )
    op.create_index(op.f('ix_report_text_draft_id'), 'report_text', ['draft_id'], unique=False)
    op.create_table('year_report',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('made_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('data_version', sa.Integer(), nullable=False),
    sa.Column('content', sa.Text(), nullable=False),
    sa.Column('digest', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.CheckConstraint('number > 0', name=op.f('ck_year_report_number_counts_from_one')),
    sa.CheckConstraint('version > 0', name=op.f('ck_year_report_version_counts_from_one')),
    sa.UniqueConstraint('number', name=op.f('uq_year_report_number')),
    sa.UniqueConstraint('year', 'version', name=op.f('uq_year_report_year_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_year_report')),
    )
