"""A unit of work remembers what it found, and never something that is no longer so."""

import pytest
from sqlalchemy import event
from sqlmodel import select

from bkcore.access import SYSTEM
from bkcore.errors import NotFound
from bkcore.intake.apply import apply
from bkcore.intake.table import table_of
from bkcore.model.journal import JournalEntry
from bkcore.model.projects import Project
from bkcore.services.bulk import bulk
from bkcore.services.journal import record
from bkcore.services.records import by_slug, id_of, required
from bkcore.store.unit_of_work import unit_of_work
from tests.conftest import NOW
from tests.factories import activity, organisation, project


@pytest.fixture
def asked(engine):
    """The statements the database was asked."""
    found = []
    event.listen(engine, "before_cursor_execute", lambda *call: found.append(call[2]))
    return found


def test_a_row_is_asked_for_once(engine, asked):
    with unit_of_work(engine, now=NOW) as session:
        project(session, "a")
        required(session, Project, "a")
        before = len(asked)
        for _ in range(50):
            assert required(session, Project, "a").slug == "a"
        assert len(asked) == before


def test_a_row_that_was_missed_is_found_once_it_is_there(session):
    assert by_slug(session, Project, "a") is None
    project(session, "a")
    assert id_of(session, Project, "a") is not None


def test_a_deleted_row_is_gone_at_once(session):
    project(session, "a")
    session.delete(required(session, Project, "a"))
    assert by_slug(session, Project, "a") is None
    session.flush()
    with pytest.raises(NotFound):
        required(session, Project, "a")


def test_a_renamed_row_is_found_by_its_new_name_alone(session):
    project(session, "a")
    required(session, Project, "a").slug = "b"
    assert by_slug(session, Project, "a") is None
    assert required(session, Project, "b").slug == "b"


def test_what_was_undone_is_forgotten(session):
    before = session.begin_nested()
    project(session, "a")
    assert required(session, Project, "a")
    before.rollback()
    assert by_slug(session, Project, "a") is None


def test_one_unit_of_work_knows_nothing_of_another(engine):
    with unit_of_work(engine, now=NOW) as session:
        project(session, "a")
        required(session, Project, "a")
    with unit_of_work(engine, now=NOW) as session:
        session.delete(required(session, Project, "a"))
    with unit_of_work(engine, now=NOW) as session:
        assert by_slug(session, Project, "a") is None


def test_collected_rows_are_found_before_they_are_written(session):
    with bulk(session):
        organisation(session, "awo")
        activity(session, "woche")
        activity(session, "tag", part_of="woche", partners=("awo",))
        project(session, "a", lead="awo")
    assert required(session, Project, "a").lead_organisation_id is not None


def test_collected_journal_entries_keep_their_order(session):
    with bulk(session):
        for number in range(40):
            record(session, action="x", aggregate="x", key=str(number), by=SYSTEM)
    entries = session.exec(select(JournalEntry).order_by(JournalEntry.id)).all()
    assert [entry.key for entry in entries] == [str(number) for number in range(40)]


def test_an_import_asks_the_database_far_less_often_than_it_has_rows(engine, asked):
    rows = [{"kennung": f"o-{n}", "name": f"O {n}", "art": "verein", "sektor": "civil"} for n in range(400)]
    acts = [{"kennung": f"a-{n}", "titel": "A", "genauigkeit": "unbekannt", "stand": "geplant"} for n in range(100)]
    ties = [{"organisation": f"o-{n}", "aktivitaet": f"a-{n % 100}", "rolle": "mitwirkend"} for n in range(400)]
    tables = [table_of("organisationen", rows), table_of("aktivitaeten", acts), table_of("beteiligungen", ties)]
    assert apply(engine, tables, by=SYSTEM, now=NOW).as_json()["new"] == 900
    assert len(asked) < 600  # SQLite gives out ids one by one, and only rows with a slug need theirs
    asked.clear()
    assert apply(engine, tables, by=SYSTEM, now=NOW).nothing_to_do
    assert len(asked) < 20
