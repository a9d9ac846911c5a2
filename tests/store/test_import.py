"""Imports are all or nothing, repeatable, and go through the services everybody uses."""

from datetime import date

import openpyxl
import pytest
from sqlmodel import Session, func, select

from bkcore.access import SYSTEM, Actor
from bkcore.errors import ImportRefused, NotPermitted
from bkcore.intake.apply import apply, preview
from bkcore.intake.report import Tally
from bkcore.intake.table import table_of
from bkcore.intake.template import TEMPLATE
from bkcore.model.activities import Activity, Participation
from bkcore.model.assessments import Assessment, Round
from bkcore.model.base import metadata
from bkcore.model.journal import JournalEntry
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import Role
from tests.conftest import NOW

FILES = {
    "organisationen": "kennung;name;art;sektor;namensnennung\n"
    "verein-a;Verein A;Verein;civil;Ja\n"
    "amt-b;Amt B;verwaltung;public;\n",
    "projekte": "kennung,titel,traeger,beginn,themen\np-fest,Fest,amt-b,03.2024,Teilhabe;Vielfalt\n",
    "aktivitaeten": "\ufeffkennung;projekt;titel;datum;datum_ende;genauigkeit;stand;teil_von;teilnehmende\n"
    "a-teil;p-fest;Auftakt;15.03.2024;;tag;stattgefunden;a-woche;30\n"
    "a-woche;;Woche;2024-03-14;16.3.2024;tag;angekündigt;;\n",
    "beteiligungen": "organisation;aktivitaet;rolle\nverein-a;a-teil;fördernd\namt-b;a-woche;veranstaltend\n",
    "runden": "kennung;titel;beginn;ende;katalogversion\nherbst-2025;Herbst 2025;1.9.2025;31.10.2025;2026-1\n",
    "bewertungen": "runde;projekt;sicht;person;indikator;stufe\n"
    "herbst-2025;p-fest;leitung;r-1;identitaeten-1;4\n"
    "herbst-2025;p-fest;leitung;r-1;identitaeten-2;weiss_nicht\n",
}
NEW = {
    "organisationen": Tally(2), "projekte": Tally(1), "aktivitaeten": Tally(2),
    "beteiligungen": Tally(2), "runden": Tally(1), "bewertungen": Tally(2),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    return written(tmp_path / "files", FILES)


def written(folder, files):
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def total_rows(engine):
    with reading(engine) as session:
        return sum(
            session.execute(select(func.count()).select_from(table)).scalar() for table in metadata.sorted_tables
        )


def test_everything_is_new_at_first_and_unchanged_the_second_time(engine, folder):
    assert apply(engine, folder, by=SYSTEM, now=NOW).sheets == NEW
    rows = total_rows(engine)
    again = apply(engine, folder, by=SYSTEM, now=NOW)
    assert again.sheets == {name: Tally(unchanged=tally.new) for name, tally in NEW.items()}
    assert again.nothing_to_do
    assert total_rows(engine) == rows


def test_rows_mean_what_they_say(engine, folder):
    apply(engine, folder, by=SYSTEM, now=NOW)
    with reading(engine) as session:
        part, whole = session.exec(select(Activity).order_by(Activity.slug)).all()
        assert (part.part_of_id, str(part.starts_on), part.attendees) == (whole.id, "2024-03-15", 30)
        assert (str(whole.ends_on), whole.status) == ("2024-03-16", "angekuendigt")
        assert {tie.role for tie in session.exec(select(Participation))} == {"foerdernd", "veranstaltend"}
        (assessment,) = session.exec(select(Assessment))
        assert assessment.handed_in_at == NOW
        assert not session.exec(select(Round)).one().is_open(NOW.date())


def test_only_what_differs_is_changed(engine, folder):
    apply(engine, folder, by=SYSTEM, now=NOW)
    changed = FILES["organisationen"].replace("Amt B", "Amt C") + "neu;Neu;kita;public;\n"
    report = apply(engine, written(folder, {"organisationen": changed}), by=SYSTEM, now=NOW)
    assert report.sheets["organisationen"] == Tally(new=1, changed=1, unchanged=1)
    assert report.total == Tally(new=1, changed=1, unchanged=9)


def test_a_round_of_a_version_nobody_has_is_refused_unless_it_is_there_already(engine, folder):
    foreign = FILES["runden"].replace("2026-1", "1999-9")
    (fault,) = preview(engine, written(folder, {"runden": foreign}), by=SYSTEM, now=NOW).faults
    assert (fault.file, fault.row, fault.column, fault.value) == ("runden.csv", 2, "katalogversion", "1999-9")
    assert "Erlaubt: 2026-1." in fault.reason
    with unit_of_work(engine, now=NOW) as session:
        turn = Round(
            slug="herbst-2025",
            title="Herbst 2025",
            opens_on=date(2025, 9, 1),
            closes_on=date(2025, 10, 31),
            catalogue_version="1999-9",
        )
        session.add(turn)
    assert apply(engine, folder, by=SYSTEM, now=NOW).sheets["runden"] == Tally(unchanged=1)


def test_a_preview_tells_the_same_and_leaves_nothing(engine, folder):
    assert preview(engine, folder, by=SYSTEM, now=NOW).sheets == NEW
    assert total_rows(engine) == 0


def test_whoever_waits_is_told_how_far_it_is(sqlite_engine):
    kept = {"art": "verein", "sektor": "civil"}
    rows = [{"kennung": f"o-{number}", "name": f"O {number}", **kept} for number in range(600)]
    shares: list[float] = []
    report = preview(sqlite_engine, (table_of("organisationen", rows),), by=SYSTEM, tell=shares.append)
    assert report.total.new == len(rows)
    assert shares == [250 / 1200, 500 / 1200, 750 / 1200, 1000 / 1200]


def test_one_fault_keeps_everything_out(engine, folder):
    written(folder, {"bewertungen": FILES["bewertungen"] + "herbst-2025;p-fest;team;r-2;identitaeten-1;7\n"})
    (fault,) = preview(engine, folder, by=SYSTEM, now=NOW).faults
    assert (fault.file, fault.row, fault.column, fault.value) == ("bewertungen.csv", 4, "stufe", "7")
    with pytest.raises(ImportRefused) as caught:
        apply(engine, folder, by=SYSTEM, now=NOW)
    assert caught.value.facts == {"faults": 1}
    assert total_rows(engine) == 0


def test_one_file_may_refer_to_what_is_recorded_already(engine, folder, tmp_path):
    apply(engine, folder, by=SYSTEM, now=NOW)
    file = written(tmp_path / "one", {"beteiligungen": "organisation;aktivitaet;rolle\namt-b;a-teil;mitwirkend\n"})
    assert apply(engine, file / "beteiligungen.csv", by=SYSTEM, now=NOW).total == Tally(new=1)


def test_a_whole_and_its_part_may_change_places_in_one_file(engine, folder, tmp_path):
    apply(engine, folder, by=SYSTEM, now=NOW)
    header = "kennung;titel;genauigkeit;stand;teil_von\n"
    swapped = f"{header}a-woche;Woche;unbekannt;geplant;a-teil\na-teil;Auftakt;unbekannt;geplant;\n"
    report = apply(engine, written(tmp_path / "swap", {"aktivitaeten": swapped}), by=SYSTEM, now=NOW)
    assert report.total == Tally(changed=2)


def test_a_workbook_is_imported_like_its_files(engine, tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Anleitung"
    for name, text in FILES.items():
        sheet = book.create_sheet(name)
        for line in text.lstrip("\ufeff").splitlines():
            sheet.append(line.split("," if name == "projekte" else ";"))
    book.save(tmp_path / "alles.xlsx")
    assert apply(engine, tmp_path / "alles.xlsx", by=SYSTEM, now=NOW).sheets == NEW


def test_the_empty_template_is_nothing_to_do(sqlite_engine):
    report = preview(sqlite_engine, TEMPLATE, by=SYSTEM, now=NOW)
    assert report.nothing_to_do
    assert report.as_json()["faults"] == []


def test_every_row_leaves_one_journal_entry_of_whoever_imports(engine, folder):
    clerk = Actor(role=Role.ADMINISTRATION, label="Integrationsmanagement")
    apply(engine, folder, by=clerk, now=NOW)
    with reading(engine) as session:
        entries = session.exec(select(JournalEntry)).all()
        assert len(entries) == sum(tally.new for tally in NEW.values())
        assert {(entry.role, entry.label) for entry in entries} == {(clerk.role, clerk.label)}


@pytest.mark.parametrize("role", [Role.STEERING_GROUP, Role.PROJECT_LEAD, Role.RATER, Role.COUNCIL])
def test_only_the_administration_imports(sqlite_engine, role):
    tables = [table_of("organisationen", [])]
    with pytest.raises(NotPermitted):
        preview(sqlite_engine, tables, by=Actor(role=role, project="p-fest"))


def test_a_preview_does_not_keep_others_from_writing_afterwards(engine, folder):
    preview(engine, folder, by=SYSTEM, now=NOW)
    with Session(engine.execution_options(writes=True)) as session:
        session.add(Round(slug="r", title="R", opens_on=NOW.date(), closes_on=NOW.date(), catalogue_version="1"))
        session.commit()
