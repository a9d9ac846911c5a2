"""The instrument: short form, remarks, corrections, voices, departments, measures, companions of the factors."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table('catalogue_approval',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
    sa.Column('decided_on', sa.Date(), nullable=False),
    sa.Column('meeting', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_catalogue_approval')),
    sa.UniqueConstraint('version', name=op.f('uq_catalogue_approval_version'))
    )
    op.create_table('measure',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
    sa.Column('text', sqlmodel.sql.sqltypes.AutoString(length=2000), nullable=True),
    sa.Column('owner_organisation_id', sa.Integer(), nullable=True),
    sa.Column('owner', sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('factor_id', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=True),
    sa.Column('project_id', sa.Integer(), nullable=True),
    sa.Column('action_id', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=True),
    sa.Column('state', sa.Enum('offen', 'in_arbeit', 'blockiert', 'erledigt', 'verworfen', name='state_known', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('length(title) > 0', name=op.f('ck_measure_title_given')),
    sa.CheckConstraint('owner_organisation_id IS NOT NULL OR length(owner) > 0', name=op.f('ck_measure_owner_given')),
    sa.ForeignKeyConstraint(['owner_organisation_id'], ['organisation.id'], name=op.f('fk_measure_owner_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_measure_project_id_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_measure'))
    )
    with op.batch_alter_table('measure', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_measure_owner_organisation_id'), ['owner_organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_measure_project_id'), ['project_id'], unique=False)

    op.create_table('round_project',
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_round_project_project_id_project')),
    sa.ForeignKeyConstraint(['round_id'], ['round.id'], name=op.f('fk_round_project_round_id_round')),
    sa.PrimaryKeyConstraint('round_id', 'project_id', name=op.f('pk_round_project'))
    )
    op.create_table('voice_form',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('project_id', sa.Integer(), nullable=False),
    sa.Column('token', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('voices', sa.Integer(), nullable=False),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.CheckConstraint('voices >= 0', name=op.f('ck_voice_form_voices_counted')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_voice_form_project_id_project')),
    sa.ForeignKeyConstraint(['round_id'], ['round.id'], name=op.f('fk_voice_form_round_id_round')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_voice_form')),
    sa.UniqueConstraint('round_id', 'project_id', name=op.f('uq_voice_form_round_id_project_id')),
    sa.UniqueConstraint('token', name=op.f('uq_voice_form_token'))
    )
    with op.batch_alter_table('voice_form', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_voice_form_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_voice_form_round_id'), ['round_id'], unique=False)

    op.create_table('answer_change',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('assessment_id', sa.Integer(), nullable=False),
    sa.Column('indicator_id', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
    sa.Column('level', sa.Integer(), nullable=True),
    sa.Column('opt_out', sa.Enum('weiss_nicht', 'trifft_nicht_zu', name='opt_out_known', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('replaced_on', sa.Date(), nullable=False),
    sa.CheckConstraint('level BETWEEN 1 AND 5', name=op.f('ck_answer_change_level_within_scale')),
    sa.ForeignKeyConstraint(['assessment_id'], ['assessment.id'], name=op.f('fk_answer_change_assessment_id_assessment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_answer_change'))
    )
    with op.batch_alter_table('answer_change', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_answer_change_assessment_id'), ['assessment_id'], unique=False)

    op.create_table('remark',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('assessment_id', sa.Integer(), nullable=False),
    sa.Column('factor_id', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
    sa.Column('kind', sa.Enum('beleg', 'bedarf', name='kind_known', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('text', sqlmodel.sql.sqltypes.AutoString(length=2000), nullable=False),
    sa.Column('confidential', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['assessment_id'], ['assessment.id'], name=op.f('fk_remark_assessment_id_assessment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_remark')),
    sa.UniqueConstraint('assessment_id', 'factor_id', 'kind', name=op.f('uq_remark_assessment_id_factor_id_kind'))
    )
    with op.batch_alter_table('remark', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_remark_assessment_id'), ['assessment_id'], unique=False)

    op.create_table('voice_count',
    sa.Column('form_id', sa.Integer(), nullable=False),
    sa.Column('factor_id', sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
    sa.Column('answer', sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
    sa.Column('voices', sa.Integer(), nullable=False),
    sa.CheckConstraint("answer IN ('1', '2', '3', '4', '5', 'weiss_nicht', 'trifft_nicht_zu')", name=op.f('ck_voice_count_answer_known')),
    sa.CheckConstraint('voices >= 0', name=op.f('ck_voice_count_voices_counted')),
    sa.ForeignKeyConstraint(['form_id'], ['voice_form.id'], name=op.f('fk_voice_count_form_id_voice_form')),
    sa.PrimaryKeyConstraint('form_id', 'factor_id', 'answer', name=op.f('pk_voice_count'))
    )
    op.execute(
        "INSERT INTO remark (assessment_id, factor_id, kind, text, confidential) "
        "SELECT assessment_id, factor_id, 'beleg', text, confidential FROM evidence"
    )
    op.drop_table('evidence')
    # Written out: only so does a new column bring its CHECK on SQLite without the whole table being copied.
    for table, column in (
        ("access_link", "mail VARCHAR(254)"),
        ("access_link", f"sent_at {_moment()}"),
        ("activity", "languages VARCHAR(200)"),
        ("activity", "free_of_charge BOOLEAN"),
        ("activity", "accessible BOOLEAN"),
        ("activity", "joint_planning BOOLEAN"),
        ("activity", "proposals_taken_up INTEGER CONSTRAINT ck_activity_proposals_counted CHECK (proposals_taken_up >= 0)"),
        ("activity", "roles_handed_over INTEGER CONSTRAINT ck_activity_roles_counted CHECK (roles_handed_over >= 0)"),
        ("assessment", _words("assessment", "origin", "online", "papier", "import", default="online")),
        ("assessment", _words("assessment", "form", "kurz", "voll")),
        ("assessment", "handed_over_on DATE"),
        ("project", _words("project", "kind", "projekt", "bereich", default="projekt")),
    ):
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column}")


def _moment() -> str:
    return "TIMESTAMP WITH TIME ZONE" if op.get_bind().dialect.name == "postgresql" else "DATETIME"


def _words(table: str, column: str, *words: str, default: str = "") -> str:
    known = ", ".join(f"'{word}'" for word in words)
    filled = f" DEFAULT '{default}' NOT NULL" if default else ""
    return f"{column} VARCHAR(40){filled} CONSTRAINT ck_{table}_{column}_known CHECK ({column} IN ({known}))"
