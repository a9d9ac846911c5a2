"""What is exported comes back unchanged, whatever somebody typed."""

import csv
import io
from datetime import timedelta

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import SQLModel

from bkcore.access import SYSTEM, Actor
from bkcore.commands.assessments import AnswerIndicator, CloseRound, InviteRater, OpenRound
from bkcore.errors import NotPermitted
from bkcore.faults import FileUnwritable
from bkcore.intake.apply import apply
from bkcore.intake.export import csv_files, export, export_rows
from bkcore.intake.formulas import guarded
from bkcore.intake.read import read_files
from bkcore.intake.table import table_of
from bkcore.intake.workbook_out import workbook_bytes
from bkcore.seed import RECORD, load_record
from bkcore.services.access import invite_rater
from bkcore.services.answers import answer
from bkcore.services.rounds import close_round, open_round
from bkcore.store.unit_of_work import unit_of_work
from bkcore.vocabulary import Role, View
from bkcore.wording.messages import message
from tests.conftest import NOW


def emptied(engine):
    with engine.execution_options(writes=True).begin() as connection:
        for table in reversed(SQLModel.metadata.sorted_tables):
            connection.execute(table.delete())


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("name", ["folder", "book.xlsx"])
def test_an_export_imported_into_an_empty_database_gives_the_same_export_again(engine, tmp_path, name):
    load_record(engine, now=NOW)
    export(engine, tmp_path / "before", by=SYSTEM)
    export(engine, tmp_path / name, by=SYSTEM)
    emptied(engine)
    apply(engine, tmp_path / name, by=SYSTEM, now=NOW)
    counts = export(engine, tmp_path / "after", by=SYSTEM)
    assert contents(tmp_path / "after") == contents(tmp_path / "before")
    assert [*counts.values()] == [81, 29, 79, 206, 26, 0, 0, 0, 0]


@pytest.mark.parametrize("name", ["organisationen", "projekte", "aktivitaeten", "beteiligungen", "gremien"])
def test_the_shipped_record_comes_out_as_it_went_in(sqlite_engine, name):
    load_record(sqlite_engine, now=NOW)
    shipped = (RECORD / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    exported = csv_files(export_rows(sqlite_engine, by=SYSTEM))[f"{name}.csv"].decode().splitlines()
    assert exported[0] == shipped[0]
    assert sorted(exported) == sorted(shipped)


TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff" + "".join(map(chr, range(32))))
    | st.sampled_from("\n\t;,\"=+-@'ÄöüßğŞ🎉"),
    max_size=60,
).map(str.strip)
NAMES = TEXT.filter(bool) | st.sampled_from(["=1+1", "+49", "-", "@x", '"', ";", "a;b", "1\n2", "_x0041_", "=\n=", "'"])
ORGANISATIONS = st.lists(st.tuples(NAMES, TEXT), min_size=1, max_size=6)


@given(rows=ORGANISATIONS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_texts_come_back_as_they_were_typed(sqlite_engine, rows):
    emptied(sqlite_engine)
    organisations = [
        {"kennung": f"o-{n}", "name": name, "art": "verein", "sektor": "civil", "anmerkung": note}
        for n, (name, note) in enumerate(rows)
    ]
    month = {"genauigkeit": "monat", "datum": "2024-03", "stand": "geplant"}
    activities = [{"kennung": f"a-{n}", "titel": name, "ort": note} | month for n, (name, note) in enumerate(rows)]
    tables = [table_of("organisationen", organisations), table_of("aktivitaeten", activities)]
    apply(sqlite_engine, tables, by=SYSTEM, now=NOW)
    first = export_rows(sqlite_engine, by=SYSTEM)
    files = csv_files(first)
    for back in (read_files(files), read_files({"mappe.xlsx": workbook_bytes(first)})):
        assert apply(sqlite_engine, back, by=SYSTEM, now=NOW).nothing_to_do
    emptied(sqlite_engine)
    apply(sqlite_engine, read_files(files), by=SYSTEM, now=NOW)
    assert csv_files(export_rows(sqlite_engine, by=SYSTEM)) == files


@pytest.mark.parametrize("text", ["=SUMME(A1)", "+49 2307", "-1", "@summe", '=HYPERLINK("http://x")'])
def test_no_text_is_a_formula_in_a_spreadsheet(sqlite_engine, tmp_path, text):
    organisation = {"kennung": "o", "name": text, "art": "verein", "sektor": "civil"}
    apply(sqlite_engine, [table_of("organisationen", [organisation])], by=SYSTEM, now=NOW)
    rows = export_rows(sqlite_engine, by=SYSTEM)
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(rows)))
    cell = book["organisationen"]["B2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    (line,) = csv.DictReader(io.StringIO(csv_files(rows)["organisationen.csv"].decode()), delimiter=";")
    assert line["name"] == guarded(text) == f" {text}"


def test_only_assessments_that_were_handed_in_leave_and_under_a_pseudonym(engine):
    load_record(engine, now=NOW)
    with unit_of_work(engine, now=NOW) as session:
        turn = open_round(session, OpenRound(title="Herbst", closes_on=(NOW + timedelta(days=9)).date()), by=SYSTEM)
        link = invite_rater(session, InviteRater(round=turn.slug, project="p-iwgr", view=View.TEAM), by=SYSTEM).link
        rater = Actor(role=Role.RATER, project="p-iwgr", assessment_id=link.assessment_id)
        draft = AnswerIndicator(assessment_id=link.assessment_id, indicator_id="identitaeten-1", level=3)
        answer(session, draft, by=rater)
    assert export_rows(engine, by=SYSTEM)["bewertungen"] == []
    handed_in = {
        "runde": "herbst", "projekt": "p-iwgr", "sicht": "partner", "person": "r-abc", "indikator": "identitaeten-2",
        "stufe": "trifft_nicht_zu", "beleg": "",
    }  # fmt: skip
    apply(engine, [table_of("bewertungen", [handed_in])], by=SYSTEM, now=NOW)
    assert export_rows(engine, by=SYSTEM)["bewertungen"] == [handed_in]


def test_a_round_closed_early_ends_on_that_day(sqlite_engine):
    with unit_of_work(sqlite_engine, now=NOW) as session:
        turn = open_round(session, OpenRound(title="Herbst", closes_on=(NOW + timedelta(days=9)).date()), by=SYSTEM)
        close_round(session, CloseRound(slug=turn.slug), by=SYSTEM)
    (row,) = export_rows(sqlite_engine, by=SYSTEM)["runden"]
    assert (row["beginn"], row["ende"]) == (NOW.date().isoformat(), NOW.date().isoformat())


@pytest.mark.parametrize("role", [Role.STEERING_GROUP, Role.PROJECT_LEAD, Role.RATER, Role.COUNCIL])
def test_only_the_administration_exports(sqlite_engine, tmp_path, role):
    with pytest.raises(NotPermitted):
        export(sqlite_engine, tmp_path / "x", by=Actor(role=role, project="p-iwgr"))


def test_a_place_that_cannot_be_written_is_named(sqlite_engine, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(FileUnwritable):
        export(sqlite_engine, tmp_path / "file", by=SYSTEM)
    assert (tmp_path / "file").read_text() == "x"


def test_a_name_of_another_kind_of_file_is_refused(sqlite_engine, tmp_path):
    with pytest.raises(FileUnwritable) as caught:
        export(sqlite_engine, tmp_path / "alles.pdf", by=SYSTEM)
    assert ".xlsx" in message(caught.value)
    assert not list(tmp_path.glob("*.pdf"))
