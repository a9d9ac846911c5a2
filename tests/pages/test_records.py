"""The record at the desk: every state of the page, editing with faults, taking back, and files with faults."""

import pytest
from sqlmodel import select

from bkcore.intake.export import csv_files, export_rows
from bkcore.model.organisations import Organisation
from bkcore.store.unit_of_work import reading, unit_of_work
from dashboard.forms.records import files
from dashboard.texts import record_files as file_texts
from dashboard.texts import records as texts
from tests.factories import ADMINISTRATION, activity, organisation, project
from tests.pages.acting import opened
from tests.pages.scenes import words


@pytest.fixture
def town(sqlite_engine):
    """Give two organisations, a project and an activity."""
    with unit_of_work(sqlite_engine) as session:
        organisation(session, "awo", name="AWO Ruhr-Lippe")
        organisation(session, "igmg", name="Moschee")
        project(session)
        activity(session, "fest", project="jugendkonferenz", partners=("awo",))
    return sqlite_engine


def found(engine, slug="awo"):
    with reading(engine) as session:
        return session.exec(select(Organisation).where(Organisation.slug == slug)).one()


def edit(app, **fields):
    app.button(key="records-edit").click().run()
    for name, value in fields.items():
        app.text_input(key=f"record-{name}").set_value(value)
    app.button(key="record-save").click().run()
    assert not app.exception
    return app


def test_an_empty_record_can_be_begun(sqlite_engine, monkeypatch):
    app = opened("records", sqlite_engine, monkeypatch, by=ADMINISTRATION)
    assert texts.NOTHING in words(app)
    app.button(key="records-new").click().run()
    app.text_input(key="record-name").set_value("Teestube")
    app.selectbox(key="record-art").set_value("verein")
    app.selectbox(key="record-sektor").set_value("civil")
    app.button(key="record-save").click().run()
    assert not app.exception
    assert found(sqlite_engine, "teestube").name == "Teestube"


def test_the_search_in_the_address_finds_one_and_it_is_edited(town, monkeypatch):
    app = opened("records", town, monkeypatch, by=ADMINISTRATION, query={"suche": "awo"})
    assert "Zwei Organisationen und eine Aktivität sind erfasst." in words(app)
    edit(app, ortsteil="Heil")
    assert found(town).district == "Heil"


def test_a_fault_is_kept_for_its_field_and_nothing_is_saved(town, monkeypatch):
    app = opened("records", town, monkeypatch, by=ADMINISTRATION, query={"suche": "awo"})
    edit(app, ortsteil="Heil", dabei_seit="irgendwann")
    assert "Das ist kein gültiges Datum." in str(app.session_state["complaints-record"]["dabei_seit"])
    assert found(town).district is None


def test_the_history_is_told_in_the_dialog_and_the_latest_change_taken_back(town, monkeypatch):
    app = opened("records", town, monkeypatch, by=ADMINISTRATION, query={"suche": "awo"})
    edit(app, ortsteil="Heil")
    app.button(key="records-edit").click().run()
    shown = words(app)
    assert "Ortsteil: leer → „Heil“" in shown
    assert "angelegt" in shown
    app.button(key="record-undo").click().run()
    assert not app.exception
    assert found(town).district is None


def test_a_file_is_previewed_and_then_read_in(town, monkeypatch):
    content = csv_files(export_rows(town, by=ADMINISTRATION))["organisationen.csv"].decode()
    app = opened("records", town, monkeypatch, by=ADMINISTRATION)
    app.file_uploader(key="records-file-0").set_value(
        ("organisationen.csv", content.replace("Moschee", "IGMG-Moschee").encode(), "text/csv")
    ).run()
    assert file_texts.PREVIEW in words(app)
    assert found(town, "igmg").name == "Moschee"
    app.button(key="records-apply").click().run()
    assert not app.exception
    assert found(town, "igmg").name == "IGMG-Moschee"


def test_a_file_is_examined_once_and_anew_when_the_data_have_changed(town, monkeypatch):
    looked = []
    real = files.preview
    monkeypatch.setattr(files, "preview", lambda *given, **more: looked.append(1) or real(*given, **more))
    content = csv_files(export_rows(town, by=ADMINISTRATION))["organisationen.csv"].decode()
    app = opened("records", town, monkeypatch, by=ADMINISTRATION)
    changed = content.replace("Moschee", "IGMG-Moschee").encode()
    app.file_uploader(key="records-file-0").set_value(("organisationen.csv", changed, "text/csv")).run()
    app.run()
    assert len(looked) == 1
    with unit_of_work(town) as session:
        organisation(session, "neu")
    app.run()
    assert len(looked) == 2


def test_a_file_with_faults_names_each_and_changes_nothing(town, monkeypatch):
    app = opened("records", town, monkeypatch, by=ADMINISTRATION)
    content = "kennung;name;art;sektor;farbe\nneu;Neu;quatsch;civil;rot\nawo;;verein;civil;\n"
    app.file_uploader(key="records-file-0").set_value(("organisationen.csv", content.encode(), "text/csv")).run()
    shown = words(app)
    assert "Die Datei hat 3 Fehler. Eingelesen wird nichts." in shown
    assert "organisationen.csv, Zeile 2, Spalte art" in shown
    assert found(town).name == "AWO Ruhr-Lippe"


def test_a_file_of_another_kind_and_one_that_says_the_same_are_told_so(town, monkeypatch):
    app = opened("records", town, monkeypatch, by=ADMINISTRATION)
    same = csv_files(export_rows(town, by=ADMINISTRATION))["organisationen.csv"]
    app.file_uploader(key="records-file-0").set_value(("organisationen.csv", same, "text/csv")).run()
    assert file_texts.UNCHANGED in words(app)
    app.file_uploader(key="records-file-0").set_value(("mappe.xlsx", b"kein Archiv", "application/zip")).run()
    assert not app.exception
    assert "mappe.xlsx" in words(app)


def test_the_grid_shows_what_fits_and_saves_nothing_when_nothing_is_typed(town, monkeypatch):
    app = opened("records", town, monkeypatch, by=ADMINISTRATION, query={"ansicht": "tabelle", "suche": "awo"})
    assert texts.GRID_NOTE in words(app)
    app.button(key="grid-save").click().run()
    assert texts.GRID_NOTHING in words(app)
    app.button(key="grid-again").click().run()
    assert not app.exception


def test_the_grid_says_when_nothing_fits(town, monkeypatch):
    query = {"ansicht": "tabelle", "suche": "gibt-es-nicht"}
    assert texts.NOTHING in words(opened("records", town, monkeypatch, by=ADMINISTRATION, query=query))


def test_two_records_of_one_organisation_are_merged_after_a_look(town, monkeypatch):
    with unit_of_work(town) as session:
        organisation(session, "awo-2", name="Ruhr-Lippe AWO e. V.")
    app = opened("records", town, monkeypatch, by=ADMINISTRATION)
    assert "Ruhr-Lippe AWO e. V." in words(app)
    app.selectbox(key="doubles-kept").select("awo-2").run()
    app.selectbox(key="doubles-gone").select("awo").run()
    assert "Es ziehen um: eine Beteiligung." in words(app)
    app.button(key="doubles-swap").click().run()
    assert texts.MERGE_NOTHING in words(app)
    app.button(key="doubles-merge").click().run()
    app.button(key="doubles-merge-yes").click().run()
    assert not app.exception
    assert found(town).name == "AWO Ruhr-Lippe"
    with reading(town) as session:
        assert sorted(session.exec(select(Organisation.slug))) == ["awo", "igmg"]


def test_an_organisation_is_not_merged_with_itself(town, monkeypatch):
    app = opened("records", town, monkeypatch, by=ADMINISTRATION)
    app.selectbox(key="doubles-kept").select("awo").run()
    app.selectbox(key="doubles-gone").select("awo").run()
    assert texts.MERGE_SAME in words(app)


def test_a_record_goes_into_the_archive_and_comes_back(town, monkeypatch):
    app = opened("records", town, monkeypatch, by=ADMINISTRATION, query={"suche": "awo"})
    app.button(key="records-edit").click().run()
    app.button(key="record-archive").click().run()
    assert not app.exception
    assert found(town).archived_on is not None
    assert texts.NOTHING in words(app)
    app.toggle(key="records-archived").set_value(True).run()
    app.button(key="records-edit").click().run()
    app.button(key="record-archive").click().run()
    assert found(town).archived_on is None
