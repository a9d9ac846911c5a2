"""Measures: origin, log, links of their owners, who are a role of the journal; seats and who represents whom there."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = '0009'
down_revision = '0007'
branch_labels = None
depends_on = None

_STATES = ('offen', 'in_arbeit', 'blockiert', 'erledigt', 'verworfen')
_ROLES = ('verwaltung', 'steuerungsgruppe', 'projektleitung', 'einschaetzend', 'zustaendig', 'rat', 'system')


def upgrade() -> None:
    """Bring the schema here."""
    _let_owners_into_the_journal()
    # Written out: only so does a new column bring its CHECK on SQLite without the whole table being copied.
    op.execute(
        "ALTER TABLE measure ADD COLUMN origin VARCHAR(40) DEFAULT 'von_hand' NOT NULL CONSTRAINT ck_measure_origin_known "
        "CHECK (origin IN ('von_hand', 'empfehlung', 'beschluss'))"
    )
    op.execute("ALTER TABLE measure ADD COLUMN finished_on DATE")
    op.execute("UPDATE measure SET origin = 'empfehlung' WHERE action_id IS NOT NULL")
    _fill_finished_on()
    op.create_table('measure_entry',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('measure_id', sa.Integer(), nullable=False),
    sa.Column('role', _words('role', *_ROLES), nullable=False),
    sa.Column('label', sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
    sa.Column('text', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
    sa.Column('state', _words('state', *_STATES), nullable=False),
    sa.Column('written_on', sa.Date(), nullable=False),
    sa.CheckConstraint('length(text) > 0', name=op.f('ck_measure_entry_text_given')),
    sa.ForeignKeyConstraint(['measure_id'], ['measure.id'], name=op.f('fk_measure_entry_measure_id_measure')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_measure_entry'))
    )
    op.create_index(op.f('ix_measure_entry_measure_id'), 'measure_entry', ['measure_id'], unique=False)
    op.create_table('measure_link',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('measure_id', sa.Integer(), nullable=False),
    sa.Column('token_hash', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('label', sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
    sa.Column('mail', sqlmodel.sql.sqltypes.AutoString(length=254), nullable=True),
    sa.Column('reminder', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('sent_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('revoked_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('last_used_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['measure_id'], ['measure.id'], name=op.f('fk_measure_link_measure_id_measure')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_measure_link')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_measure_link_token_hash'))
    )
    op.create_index(op.f('ix_measure_link_measure_id'), 'measure_link', ['measure_id'], unique=False)

    op.create_table('seat',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('slug', sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
    sa.Column('begins_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('handover', sqlmodel.sql.sqltypes.AutoString(length=2000), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('length(slug) > 0', name=op.f('ck_seat_slug_given')),
    sa.CheckConstraint('length(title) > 0', name=op.f('ck_seat_title_given')),
    sa.CheckConstraint('ends_on IS NULL OR ends_on >= begins_on', name=op.f('ck_seat_ends_after_beginning')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_seat_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_seat')),
    sa.UniqueConstraint('slug', name=op.f('uq_seat_slug'))
    )
    op.create_index(op.f('ix_seat_organisation_id'), 'seat', ['organisation_id'], unique=False)
    op.create_table('representation',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('seat_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(length=120), nullable=True),
    sa.Column('contact', sqlmodel.sql.sqltypes.AutoString(length=254), nullable=True),
    sa.Column('begins_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('erased_on', sa.Date(), nullable=True),
    sa.CheckConstraint('ends_on IS NULL OR ends_on >= begins_on', name=op.f('ck_representation_ends_after_beginning')),
    sa.CheckConstraint('erased_on IS NULL OR (name IS NULL AND contact IS NULL)', name=op.f('ck_representation_erased_is_nameless')),
    sa.CheckConstraint('number > 0', name=op.f('ck_representation_number_counted')),
    sa.ForeignKeyConstraint(['seat_id'], ['seat.id'], name=op.f('fk_representation_seat_id_seat')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_representation')),
    sa.UniqueConstraint('seat_id', 'number', name=op.f('uq_representation_seat_id_number'))
    )
    op.create_index(op.f('ix_representation_seat_id'), 'representation', ['seat_id'], unique=False)


def _words(name: str, *words: str) -> sa.Enum:
    return sa.Enum(*words, name=f'{name}_known', native_enum=False, create_constraint=True, length=40)


def _let_owners_into_the_journal() -> None:
    """Replace the CHECK of the journal's roles; on SQLite the table is copied, and its ids are still never used twice."""
    known = ", ".join(f"'{word}'" for word in _ROLES)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE journal_entry DROP CONSTRAINT ck_journal_entry_role_known")
        op.execute(f"ALTER TABLE journal_entry ADD CONSTRAINT ck_journal_entry_role_known CHECK (role IN ({known}))")
        return
    used = op.get_bind().execute(sa.text("SELECT seq FROM sqlite_sequence WHERE name = 'journal_entry'")).scalar()
    op.execute(
        "CREATE TABLE journal_copy (id INTEGER NOT NULL CONSTRAINT pk_journal_entry PRIMARY KEY AUTOINCREMENT, "
        "at DATETIME NOT NULL, role VARCHAR(40) NOT NULL, label VARCHAR(120) NOT NULL, action VARCHAR(60) NOT NULL, "
        "aggregate VARCHAR(40) NOT NULL, \"key\" VARCHAR(120) NOT NULL, details JSON NOT NULL, "
        f"CONSTRAINT ck_journal_entry_role_known CHECK (role IN ({known})))"
    )
    op.execute('INSERT INTO journal_copy SELECT id, at, role, label, action, aggregate, "key", details FROM journal_entry')
    op.execute("DROP TABLE journal_entry")
    op.execute("ALTER TABLE journal_copy RENAME TO journal_entry")
    op.create_index(op.f('ix_journal_entry_action'), 'journal_entry', ['action'], unique=False)
    if used is not None:
        op.execute("DELETE FROM sqlite_sequence WHERE name = 'journal_entry'")
        op.execute(sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES ('journal_entry', :used)").bindparams(used=used))


def _fill_finished_on() -> None:
    """Say of measures that are done or dropped since when: the day of their latest entry in the journal."""
    journal = sa.table('journal_entry', sa.column('at', sqlmodel.sql.sqltypes.UTCDateTime()), sa.column('key', sa.String()), sa.column('aggregate', sa.String()))
    measure = sa.table('measure', sa.column('id', sa.Integer()), sa.column('state', sa.String()), sa.column('finished_on', sa.Date()), sa.column('created_at', sqlmodel.sql.sqltypes.UTCDateTime()))
    found = op.get_bind()
    for row in found.execute(sa.select(measure.c.id, measure.c.created_at).where(measure.c.state.in_(('erledigt', 'verworfen')))).all():
        latest = sa.select(sa.func.max(journal.c.at)).where(journal.c.aggregate == 'measure', journal.c.key == str(row.id))
        moment = found.execute(latest).scalar() or row.created_at
        found.execute(measure.update().where(measure.c.id == row.id).values(finished_on=moment.date()))
