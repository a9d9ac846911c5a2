"""What is said about rows that do not fit, and what is accepted as people write it."""

import pytest

from bkcore.commands.activities import PutActivity
from bkcore.intake.check import check
from bkcore.intake.known import Known
from bkcore.intake.order import wholes_first
from bkcore.intake.read import read_files
from bkcore.intake.sheets import LAYOUTS
from bkcore.wording import intake as wording
from bkcore.wording.messages import field_message

NOTHING_KNOWN = Known()
KNOWN = Known(
    slugs={
        "organisationen": frozenset({"stadt-bergkamen"}),
        "projekte": frozenset({"p-eins"}),
        "aktivitaeten": frozenset({"a-woche", "a-tag"}),
        "runden": frozenset({"herbst"}),
    },
    wholes={"a-tag": "a-woche"},
)
ACTIVITY = "kennung;titel;genauigkeit;stand"


def checked(known=KNOWN, **files):
    return check(read_files({f"{name}.csv": text.encode() for name, text in files.items()}), known)


def faults(known=KNOWN, **files):
    return [(f.file, f.row, f.column, f.value, f.reason) for f in checked(known, **files).faults]


def only(sheet, header, row, known=KNOWN):
    (command,) = checked(known, **{sheet: f"{header}\n{row}\n"}).commands[sheet]
    return command


def test_every_fault_is_told_with_file_row_column_value_and_reason():
    found = faults(
        organisationen="kennung;name;art;sektor;dabei_seit\n"
        "verein-a;Verein A;verein;civil;2019\n"
        "Verein B;Verein B;club;civil;31.02.2019\n"
        "verein-c;;verein;staat;\n",
        beteiligungen="organisation;aktivitaet;rolle\nverein-a;a-nirgends;gastgebend\n",
    )
    kinds = "verwaltung, politik_gremium, verein, migrantenorganisation, religionsgemeinschaft, schule, kita, "
    kinds += "jugendhilfe, wohlfahrtsverband, bildung_kultur, sport, initiative, institut, unternehmen, sonstige"
    slug = "Erlaubt sind nur Kleinbuchstaben, Ziffern und einzelne Bindestriche."
    day = "Das ist kein gültiges Datum. Bitte schreiben Sie zum Beispiel 15.03.2024 oder 2024-03-15."
    one_of = "Dieser Wert ist nicht vorgesehen. Erlaubt: "
    nowhere = "Eine Aktivität mit dieser Kennung gibt es weder in den Dateien noch in der Datenbank."
    assert found == [
        ("organisationen.csv", 3, "kennung", "Verein B", slug),
        ("organisationen.csv", 3, "art", "club", f"{one_of}{kinds}."),
        ("organisationen.csv", 3, "dabei_seit", "31.02.2019", day),
        ("organisationen.csv", 4, "name", "", "Hier fehlt eine Angabe."),
        ("organisationen.csv", 4, "sektor", "staat", f"{one_of}public, civil, private."),
        ("beteiligungen.csv", 2, "aktivitaet", "a-nirgends", nowhere),
        ("beteiligungen.csv", 2, "rolle", "gastgebend", f"{one_of}veranstaltend, mitwirkend, foerdernd, teilnehmend."),
    ]


def test_unknown_and_missing_columns_are_named_and_the_rows_are_checked_all_the_same():
    found = faults(projekte="kennung;ansprechpartner;beginn\np-zwei;;gestern\np-drei;;2020\n")
    assert [(row, column, reason) for _, row, column, _, reason in found] == [
        (1, "titel", wording.MISSING_COLUMN),
        (1, "ansprechpartner", wording.UNKNOWN_COLUMN),
        (2, "beginn", field_message({"type": "value_error", "ctx": {"error": ValueError("date_form")}})),
    ]


def test_repeated_columns_cells_without_a_column_and_repeated_or_unknown_files_are_faults():
    files = {"projekte": "kennung;titel;titel\np-1;a;b;c\n", "notizen": "x\n", "Projekte": "kennung;titel\n"}
    assert [(file, row, column, value, reason) for file, row, column, value, reason in faults(**files)] == [
        ("projekte.csv", 1, "titel", "titel", wording.REPEATED_COLUMN),
        ("projekte.csv", 2, "", "c", wording.NAMELESS_COLUMN),
        ("Projekte.csv", None, "", "", wording.REPEATED_SHEET),
        ("notizen.csv", None, "", "", wording.unknown_sheet(LAYOUTS)),
    ]


def test_rows_that_name_the_same_record_twice_are_told_with_the_first_row():
    found = faults(
        projekte="kennung;titel\np-1;a\np-2;b\np-1;c\n",
        beteiligungen="organisation;aktivitaet;rolle\n"
        "stadt-bergkamen;a-tag;mitwirkend\nstadt-bergkamen;a-tag;Mitwirkend\nstadt-bergkamen;a-tag;fördernd\n",
    )
    assert found == [
        ("projekte.csv", 4, "kennung", "p-1", "Dieser Eintrag steht schon in Zeile 2."),
        ("beteiligungen.csv", 3, "", "a-tag / Mitwirkend / stadt-bergkamen", "Dieser Eintrag steht schon in Zeile 2."),
    ]


def test_values_are_accepted_as_people_write_them():
    command = only("beteiligungen", "organisation;aktivitaet;rolle", "stadt-bergkamen;a-tag;Fördernd")
    assert command.role == "foerdernd"
    header = f"{ACTIVITY};art;plenum;datum;Datum Ende"
    command = only("aktivitaeten", header, "a-neu;Titel;TAG;Angekündigt;Führung;Ja;15.03.2024;16.3.2024")
    assert (command.precision, command.status, command.kind, command.plenary) == (
        "tag", "angekuendigt", "fuehrung", True,
    )  # fmt: skip
    assert (str(command.starts_on()), str(command.ends_on)) == ("2024-03-15", "2024-03-16")


@pytest.mark.parametrize("date", ["0000-01-01", "01.01.9999", "20224-01-01", "0024-05-01"])
def test_a_year_that_must_be_a_slip_is_a_fault_of_its_cell(date):
    header = ACTIVITY.replace("genauigkeit", "datum;genauigkeit")
    cells = {"kennung": "a-1", "titel": "x", "datum": date, "genauigkeit": "tag", "stand": "stattgefunden"}
    row = ";".join(cells[name] for name in header.split(";"))
    assert [found[1:4] for found in faults(aktivitaeten=f"{header}\n{row}\n")] == [(2, "datum", date)]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "www.bergkamen.de", "https://", "file:///etc/passwd"])
def test_an_address_that_cannot_be_followed_is_a_fault(url):
    sheet = f"kennung;betreff;art;gremium;datum;genauigkeit;url\nc-1;x;Beschlussvorlage;Rat;2024-01-01;tag;{url}\n"
    found = faults(gremien=sheet)
    assert [(row, column, value) for _, row, column, value, _ in found] == [(2, "url", url)]


@pytest.mark.parametrize("number", ["1.000", "30,5", "1_000", "dreißig", "٣", "-3"])
def test_a_number_is_never_misread(number):
    ((_, row, column, value, _),) = faults(aktivitaeten=f"{ACTIVITY};teilnehmende\na-1;x;unbekannt;geplant;{number}\n")
    assert (row, column, value) == (2, "teilnehmende", number)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("a-1;x;tag;geplant;2024-03;;;;", "datum"),
        ("a-1;x;unbekannt;geplant;2024;;;;", "datum"),
        ("a-1;x;tag;geplant;2024-03-15;2024-03-14;;;", "datum_ende"),
        ("a-1;x;unbekannt;geplant;;;a-1;;", "teil_von"),
        ("a-1;x;unbekannt;geplant;;;;10;11", "davon_erstmals"),
    ],
)
def test_rules_over_several_columns_are_told_at_the_column_to_correct(row, column):
    header = f"{ACTIVITY};datum;datum_ende;teil_von;teilnehmende;davon_erstmals"
    assert column in [fault[2] for fault in faults(aktivitaeten=f"{header}\n{row}\n")]


def test_a_rule_over_several_columns_is_told_beside_a_fault_in_another_column():
    found = faults(aktivitaeten=f"{ACTIVITY};datum;art\na-1;;tag;geplant;2024;tanz\n")
    assert {column for _, _, column, _, _ in found} == {"titel", "art", "datum"}


def test_yes_and_no_are_the_only_answers():
    ((*_, column, value, reason),) = faults(
        organisationen="kennung;name;art;sektor;namensnennung\nx;X;verein;civil;vielleicht\n"
    )
    assert (column, value, reason) == ("namensnennung", "vielleicht", "Hier wird „ja“ oder „nein“ erwartet.")


@pytest.mark.parametrize(
    ("text", "level", "opt_out"),
    [("4", 4, None), ("Weiß nicht", None, "weiss_nicht"), ("trifft_nicht_zu", None, "trifft_nicht_zu")],
)
def test_a_level_is_a_step_or_an_opt_out(text, level, opt_out):
    header = "runde;projekt;sicht;person;indikator;stufe;beleg"
    command = only("bewertungen", header, f"herbst;p-eins;Leitung;r-1;identitaeten-1;{text};belegt")
    assert (command.level, command.opt_out) == (level, opt_out)


def test_a_level_outside_the_scale_and_an_unknown_indicator_are_faults():
    header = "runde;projekt;sicht;person;indikator;stufe"
    found = faults(
        bewertungen=f"{header}\nherbst;p-eins;team;r-1;gibt-es-nicht;6\nherbst;p-eins;team;r-1;identitaeten-1;\n"
    )
    assert [(row, column, value) for _, row, column, value, _ in found] == [
        (2, "indikator", "gibt-es-nicht"),
        (2, "stufe", "6"),
        (3, "stufe", ""),
    ]


@pytest.mark.parametrize(
    ("day", "precision"), [("2024-03-15", "tag"), ("03.2024", "monat"), ("2024", "jahr"), ("", "unbekannt")]
)
def test_a_council_paper_without_precision_shows_it_by_its_date(day, precision):
    command = only("gremien", "kennung;betreff;art;gremium;datum;genauigkeit", f"c-1;Bericht;antrag;Rat;{day};")
    assert command.precision == precision


def test_references_may_point_into_the_same_files_in_any_order():
    found = faults(
        NOTHING_KNOWN,
        aktivitaeten=f"{ACTIVITY};projekt;teil_von\n"
        "a-teil;x;unbekannt;geplant;p-1;a-ganz\na-ganz;x;unbekannt;geplant;;\n",
        projekte="kennung;titel;traeger\np-1;x;o-1\n",
        organisationen="kennung;name;art;sektor\no-1;x;verein;civil\n",
    )
    assert found == []


def test_a_faulty_organisation_is_not_told_again_in_its_participations():
    found = faults(
        organisationen="kennung;name;art;sektor\no-1;;verein;civil\n",
        beteiligungen="organisation;aktivitaet;rolle\no-1;a-tag;mitwirkend\n",
    )
    assert [file for file, *_ in found] == ["organisationen.csv"]


def test_circles_are_found_across_files_and_database():
    found = faults(aktivitaeten=f"{ACTIVITY};teil_von\na-woche;x;unbekannt;geplant;a-tag\n")
    reason = "Die Aktivitäten sind im Kreis Teil voneinander: a-woche → a-tag → a-woche."
    assert found == [("aktivitaeten.csv", 2, "teil_von", "a-tag", reason)]
    apart = f"{ACTIVITY};teil_von\na-woche;x;unbekannt;geplant;a-tag\na-tag;x;unbekannt;geplant;\n"
    assert faults(aktivitaeten=apart) == []


def test_wholes_come_before_their_parts_and_the_rest_keeps_its_order():
    parts = {"a": "c", "b": None, "c": "d", "d": "elsewhere"}
    commands = [
        PutActivity(slug=slug, title=slug, precision="unbekannt", status="geplant", part_of=whole)
        for slug, whole in parts.items()
    ]
    assert [command.slug for command in wholes_first(commands)] == ["d", "c", "a", "b"]


def test_a_control_character_is_refused_in_every_text():
    ((*_, column, _, reason),) = faults(projekte="kennung;titel;anmerkung\np-1;x;a\x0bb\n")
    assert (column, reason) == (
        "anmerkung",
        field_message({"type": "value_error", "ctx": {"error": "control_character"}}),
    )
