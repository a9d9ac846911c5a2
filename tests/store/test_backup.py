"""A backup holds everything as it was at one moment, and a restore replaces everything or nothing."""

import json
import shutil
import stat
import threading
import zipfile

import pytest
from sqlmodel import SQLModel, func, select

from bkcore.access import SYSTEM, Actor
from bkcore.commands.access import CreateSignInLink
from bkcore.commands.organisations import PutOrganisation
from bkcore.errors import NotPermitted
from bkcore.faults import FileUnreadable
from bkcore.intake.apply import apply
from bkcore.intake.archive import packed, part_of, unpacked
from bkcore.intake.backup import backup
from bkcore.intake.restore import restore
from bkcore.intake.table import table_of
from bkcore.model.activities import Activity
from bkcore.model.journal import JournalEntry
from bkcore.model.organisations import Organisation
from bkcore.seed import load_record
from bkcore.services.access import create_sign_in_link
from bkcore.services.organisations import put_organisation
from bkcore.store.data_version import data_version
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import Role
from bkcore.wording import intake as wording
from tests.conftest import NOW

ROUND = {"kennung": "r", "titel": "R", "beginn": "2025-01-01", "ende": "2025-02-01", "katalogversion": "2026-1"}
RATING = {
    "runde": "r", "projekt": "p-ort", "sicht": "team", "person": "x", "indikator": "gemeinsam-1", "stufe": "weiss_nicht"
}  # fmt: skip


def fill(engine):
    load_record(engine, now=NOW)
    apply(engine, [table_of("runden", [ROUND]), table_of("bewertungen", [RATING])], by=SYSTEM, now=NOW)
    with unit_of_work(engine, now=NOW) as session:
        create_sign_in_link(session, CreateSignInLink(role=Role.ADMINISTRATION), by=SYSTEM)


def add(engine, slug):
    command = PutOrganisation(slug=slug, name=slug, kind="verein", sector="civil")
    with unit_of_work(engine, now=NOW) as session:
        put_organisation(session, command, by=SYSTEM)


def everything(engine, *, without_last=False):
    with reading(engine) as session:
        rows = {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key))]
            for table in SQLModel.metadata.sorted_tables
        }
    if without_last:
        rows["journal_entry"] = rows["journal_entry"][:-1]
    return rows


def version(engine):
    with reading(engine) as session:
        return data_version(session)


def changed(source, target, name, change):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return target


def resigned(source, target, table, change):
    """Change a table and its checksum with it, as somebody would who knows the format."""
    manifest, rows = unpacked(source)
    rows = dict(rows) | {table: [change(line) for line in rows[table]]}
    tables = manifest.tables | {table: part_of(rows[table])}
    target.write_bytes(packed(manifest.model_copy(update={"tables": tables}), rows))
    return target


@pytest.fixture(scope="module")
def record_backup(sqlite_template, tmp_path_factory):
    """A backup of a filled SQLite database, made once."""
    folder = tmp_path_factory.mktemp("backup")
    shutil.copy(sqlite_template, folder / "source.db")
    engine = engine_for(f"sqlite:///{folder / 'source.db'}")
    fill(engine)
    backup(engine, folder / "backup.zip", now=NOW)
    yield engine, folder / "backup.zip"
    engine.dispose()


def test_a_backup_comes_back_whole_in_either_database(engine, record_backup):
    source, path = record_backup
    add(engine, "nur-hier")
    restore(engine, path, now=NOW)
    assert everything(engine, without_last=True) == everything(source)


def test_a_backup_of_a_restored_database_is_the_same_from_either_database(engine, record_backup, tmp_path):
    _, path = record_backup
    restore(engine, path, now=NOW)
    manifest = backup(engine, tmp_path / "again.zip", now=NOW)
    with zipfile.ZipFile(path) as archive:
        tables = json.loads(archive.read("manifest.json"))["tables"]
    parts = manifest.model_dump()["tables"]
    assert {name for name in tables if tables[name] != parts[name]} == {"journal_entry"}


def test_new_rows_and_the_data_version_go_on_after_a_restore(engine, record_backup):
    source, path = record_backup
    for number in range(3):
        add(engine, f"vorher-{number}")
    before = version(engine)
    restore(engine, path, now=NOW)
    assert version(engine) > max(before, version(source))
    with reading(engine) as session:
        entry = session.exec(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
        assert (entry.action, entry.key) == ("restore_backup", "backup.zip")
    add(engine, "nachher")
    with reading(engine) as session:
        assert session.exec(select(func.count()).select_from(Organisation)).one() == 82


def test_the_data_version_never_falls_back(engine, tmp_path):
    backup(engine, tmp_path / "empty.zip", now=NOW)
    for number in range(5):
        add(engine, f"o-{number}")
    before = version(engine)
    restore(engine, tmp_path / "empty.zip", now=NOW)
    assert version(engine) > before


def test_parts_find_their_wholes_again_whatever_their_order(engine, tmp_path):
    with unit_of_work(engine, now=NOW) as session:
        first = Activity(slug="teil", title="Teil", precision="unbekannt", status="geplant")
        session.add(first)
        session.flush()
        whole = Activity(slug="ganz", title="Ganzes", precision="unbekannt", status="geplant")
        session.add(whole)
        session.flush()
        first.part_of_id = whole.id
    before = everything(engine)
    backup(engine, tmp_path / "b.zip", now=NOW)
    restore(engine, tmp_path / "b.zip", now=NOW)
    assert everything(engine, without_last=True) == before


def test_a_backup_made_while_others_write_is_of_one_moment(engine, tmp_path):
    stop = threading.Event()

    def write():
        number = 0
        while not stop.is_set():
            number += 1
            add(engine, f"o-{number}")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        manifests = [backup(engine, tmp_path / f"{number}.zip", now=NOW) for number in range(8)]
    finally:
        stop.set()
        writer.join()
    for number, manifest in enumerate(manifests):
        # One journal entry for each organisation: any other count would be two moments.
        assert manifest.tables["organisation"].rows == manifest.tables["journal_entry"].rows
        restore(engine, tmp_path / f"{number}.zip", now=NOW)
    assert manifests[-1].tables["organisation"].rows > 0


def test_a_backup_is_readable_by_its_owner_alone(sqlite_engine, tmp_path):
    path = tmp_path / "new" / "b.zip"
    backup(sqlite_engine, path, now=NOW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["b.zip"]


def other_revision(content):
    return json.dumps(json.loads(content) | {"revision": "9999"}).encode()


def to_nowhere(line):
    return line.replace(b'"activity_id":', b'"activity_id":9')


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda path, to: to.with_name("fehlt.zip"), wording.MISSING),
        (lambda path, to: to.write_bytes(b"nichts") and to, wording.NO_BACKUP),
        (lambda path, to: to.write_bytes(path.read_bytes()[:-500]) and to, wording.NO_BACKUP),
        (lambda path, to: changed(path, to, "manifest.json", lambda _: b"{}"), wording.NO_BACKUP),
        (
            lambda path, to: changed(path, to, "manifest.json", other_revision),
            "passenden Programmversion",
        ),
        (
            lambda path, to: changed(path, to, "tables/organisation.jsonl", lambda rows: rows.replace(b"AWO", b"OWA")),
            wording.BACKUP_CHANGED,
        ),
        (
            lambda path, to: changed(path, to, "tables/release.jsonl", lambda _: b'{"id":1}\n'),
            wording.BACKUP_CHANGED,
        ),
        (
            lambda path, to: resigned(path, to, "participation", to_nowhere),
            wording.BACKUP_INCONSISTENT,
        ),
        (
            lambda path, to: resigned(path, to, "organisation", lambda row: row.replace(b'"verein"', b'"bande"')),
            wording.BACKUP_INCONSISTENT,
        ),
        (
            lambda path, to: resigned(path, to, "organisation", lambda row: row.replace(b'"name"', b'"nome"')),
            wording.BACKUP_INCONSISTENT,
        ),
    ],
)
def test_a_spoilt_backup_is_refused_and_nothing_is_replaced(sqlite_engine, record_backup, tmp_path, spoil, reason):
    _, path = record_backup
    add(sqlite_engine, "bleibt")
    before = everything(sqlite_engine)
    with pytest.raises(FileUnreadable) as caught:
        restore(sqlite_engine, spoil(path, tmp_path / "spoilt.zip"), now=NOW)
    assert reason in caught.value.facts["reason"]
    assert everything(sqlite_engine) == before


def test_only_the_administration_restores(sqlite_engine, record_backup):
    with pytest.raises(NotPermitted):
        restore(sqlite_engine, record_backup[1], by=Actor(role=Role.STEERING_GROUP))
