"""The public record under data/bergkamen is complete, consistent, sourced and free of people.

It stands alone on purpose: it reads the files as anyone would, with the csv module and nothing of ours. The numbers are
those of the record it was converted from; whoever adds a documented fact changes them in the same commit.
"""

import csv
import datetime as dt
import re
from collections import Counter
from pathlib import Path

import pytest

RECORD = Path(__file__).parents[2] / "data" / "bergkamen"

COLUMNS = {
    "organisationen": "kennung name art sektor ortsteil dabei_seit ausgeschieden_am namensnennung "
    "quelle beleg anmerkung",
    "projekte": "kennung titel gegenstand traeger beginn ende zielgruppe themen foerderung verantwortungsbereich "
    "beschreibung netzwerkbezug quelle beleg anmerkung",
    "aktivitaeten": "kennung projekt titel datum datum_ende genauigkeit art ort stand teilnehmende geschaetzt "
    "davon_erstmals ehrenamtliche erreichbarkeit plenum sprachen kostenlos barrierefrei gemeinsam_geplant "
    "vorschlaege_aufgegriffen aufgaben_uebergeben teil_von netzwerkbezug quelle beleg anmerkung",
    "beteiligungen": "organisation aktivitaet rolle stand quelle beleg",
    "gremien": "kennung drucksache betreff art gremium datum genauigkeit ergebnis zusammenfassung url relevanz beleg",
}
ROWS = {"organisationen": 81, "projekte": 29, "aktivitaeten": 79, "beteiligungen": 206, "gremien": 26}
REQUIRED = {
    "organisationen": "kennung name art sektor",
    "projekte": "kennung titel netzwerkbezug",
    "aktivitaeten": "kennung titel genauigkeit art stand netzwerkbezug",
    "beteiligungen": "organisation aktivitaet rolle stand",
    "gremien": "kennung betreff art gremium genauigkeit zusammenfassung relevanz",
}
NOT_KNOWN_FROM_PUBLIC_SOURCES = {
    "organisationen": "dabei_seit ausgeschieden_am namensnennung",
    "projekte": "verantwortungsbereich",
    "aktivitaeten": "davon_erstmals ehrenamtliche erreichbarkeit",
}
BELEG = {"belegt", "abgeleitet"}
LINK = {"kern", "umfeld", "vorgeschichte"}
STATE = {"stattgefunden", "angekuendigt"}
PRECISION = {"tag", "monat", "jahr", "unbekannt"}
VOCABULARIES = {
    ("organisationen", "art"): {
        *("verwaltung", "politik_gremium", "verein", "migrantenorganisation", "religionsgemeinschaft", "schule"),
        *("kita", "jugendhilfe", "wohlfahrtsverband", "bildung_kultur", "sport", "initiative", "institut"),
        *("unternehmen", "sonstige"),
    },
    ("organisationen", "sektor"): {"public", "civil", "private"},
    ("organisationen", "ortsteil"): {
        *("", "Bergkamen-Mitte", "Oberaden", "Ruenthe", "Weddinghofen", "Heil", "Overberge"),
        *("Kreis Unna", "ueberoertlich"),
    },
    ("projekte", "netzwerkbezug"): LINK,
    ("aktivitaeten", "netzwerkbezug"): LINK,
    ("aktivitaeten", "genauigkeit"): PRECISION,
    ("aktivitaeten", "stand"): STATE,
    ("aktivitaeten", "plenum"): {"", "ja"},
    ("aktivitaeten", "art"): {
        *("aktionswoche", "ausstellung", "begegnung", "digital", "erhebung", "fest", "film", "fortbildung"),
        *("fuehrung", "grossveranstaltung", "gruendung", "infostand", "kampagne", "kundgebung", "kurs"),
        *("sitzung_gremium", "sitzung_steuerungsgruppe", "sport", "theater", "vorbereitungstreffen", "vortrag"),
        *("wahl", "workshop"),
    },
    ("beteiligungen", "rolle"): {"veranstaltend", "mitwirkend", "foerdernd", "teilnehmend"},
    ("beteiligungen", "stand"): STATE,
    ("gremien", "genauigkeit"): PRECISION,
    ("gremien", "art"): {"Beschlussvorlage", "Tagesordnungspunkt", "Antrag"},
    ("gremien", "relevanz"): LINK,
}
FORM_OF_DATE = {"tag": r"\d{4}-\d\d-\d\d", "monat": r"\d{4}-\d\d", "jahr": r"\d{4}", "unbekannt": r""}
WHOLES = {
    "a-2020-02-15-jugendkonferenz": 4,
    "a-2021-09-ikw": 2,
    "a-2022-03-iwgr": 2,
    "a-2023-03-iwgr": 3,
    "a-2023-09-ikw": 1,
    "a-2025-03-iwgr": 7,
}
PEOPLE = {
    "a-2019-05-09-steuerungsgruppe-1": 30,
    "a-2020-02-15-jugendkonferenz": 200,
    "a-2023-03-fachtagung": 60,
    "a-2024-01-14-kicken": 400,
    "a-2024-06-gebetshaeuser": 100,
    "a-2025-03-20-fastenbrechen": 150,
}


def rows(name):
    with (RECORD / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";", strict=True))


def by_id(name):
    return {row["kennung"]: row for row in rows(name)}


def first_and_last_day(partial):
    """The calendar days that a partial date may mean; raises ValueError for a day that does not exist."""
    parts = [int(part) for part in partial.split("-")]
    first = dt.date(*[*parts, 1, 1][:3])
    if len(parts) == 3:
        return first, first
    year, month = (first.year + 1, 1) if len(parts) == 1 or first.month == 12 else (first.year, first.month + 1)
    return first, dt.date(year, month, 1) - dt.timedelta(days=1)


every_file = pytest.mark.parametrize("name", sorted(COLUMNS))


@every_file
def test_every_file_has_the_columns_of_the_exchange_format_in_their_order(name):
    header = (RECORD / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header.split(";") == COLUMNS[name].split()


@every_file
def test_no_row_of_the_public_record_was_lost_or_added(name):
    assert len(rows(name)) == ROWS[name]


def test_the_folder_holds_nothing_else_that_an_import_would_read():
    assert {path.stem for path in RECORD.iterdir() if path.suffix in {".csv", ".xlsx"}} == set(COLUMNS)


@every_file
def test_every_file_is_plain_utf8_with_unix_line_ends_and_no_stray_blanks(name):
    content = (RECORD / f"{name}.csv").read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert content.decode("utf-8").count("\n") == ROWS[name] + 1
    for row in rows(name):
        assert None not in row, "more cells than columns"
        assert None not in row.values(), "fewer cells than columns"
        assert all(cell == cell.strip() for cell in row.values()), row


@every_file
def test_no_cell_could_be_taken_for_a_formula_by_a_spreadsheet(name):
    assert not [cell for row in rows(name) for cell in row.values() if cell[:1] in tuple("=+-@")]


@every_file
def test_required_cells_are_filled(name):
    empty = [(row, column) for row in rows(name) for column in REQUIRED[name].split() if not row[column]]
    assert not empty


@every_file
def test_every_row_names_its_source_and_its_certainty(name):
    for row in rows(name):
        assert re.fullmatch(r"https?://[^\s/]+/\S*", row["url" if name == "gremien" else "quelle"]), row
        assert row["beleg"] in BELEG, row


@pytest.mark.parametrize("name", sorted(set(COLUMNS) - {"beteiligungen"}))
def test_identifiers_are_slugs_and_unique(name):
    identifiers = [row["kennung"] for row in rows(name)]
    assert len(set(identifiers)) == len(identifiers)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", identifier) for identifier in identifiers)


@pytest.mark.parametrize(("name", "column"), sorted(VOCABULARIES))
def test_only_words_of_the_vocabulary_are_used(name, column):
    assert {row[column] for row in rows(name)} <= VOCABULARIES[name, column]


@pytest.mark.parametrize(
    ("name", "column", "target"),
    [
        ("projekte", "traeger", "organisationen"),
        ("aktivitaeten", "projekt", "projekte"),
        ("aktivitaeten", "teil_von", "aktivitaeten"),
        ("beteiligungen", "organisation", "organisationen"),
        ("beteiligungen", "aktivitaet", "aktivitaeten"),
    ],
)
def test_every_key_that_is_referred_to_exists(name, column, target):
    assert {row[column] for row in rows(name)} - {""} <= set(by_id(target))


def test_an_organisation_takes_part_in_an_activity_once():
    pairs = Counter((row["organisation"], row["aktivitaet"]) for row in rows("beteiligungen"))
    assert max(pairs.values()) == 1


@pytest.mark.parametrize("name", ["aktivitaeten", "gremien"])
def test_a_date_is_as_precise_as_it_says_and_lies_in_the_calendar(name):
    for row in rows(name):
        assert re.fullmatch(FORM_OF_DATE[row["genauigkeit"]], row["datum"]), row
        if row["datum"]:
            first, last = first_and_last_day(row["datum"])
            assert dt.date(2010, 1, 1) <= first <= last <= dt.date(2025, 12, 31), row


def test_an_activity_ends_on_a_known_day_that_is_not_before_it_begins():
    for row in rows("aktivitaeten"):
        if row["datum_ende"]:
            assert re.fullmatch(FORM_OF_DATE["tag"], row["datum_ende"]), row
            assert first_and_last_day(row["datum"])[0] < first_and_last_day(row["datum_ende"])[1], row


def test_a_project_begins_and_ends_on_partial_dates_in_their_order():
    partial = "|".join(FORM_OF_DATE.values())
    for row in rows("projekte"):
        assert re.fullmatch(partial, row["beginn"]), row
        assert re.fullmatch(partial, row["ende"]), row
        if row["beginn"] and row["ende"]:
            assert first_and_last_day(row["beginn"])[0] <= first_and_last_day(row["ende"])[1], row


def test_activities_by_state_precision_certainty_and_link_are_those_of_the_record():
    activities = rows("aktivitaeten")
    assert Counter(row["stand"] for row in activities) == {"stattgefunden": 51, "angekuendigt": 28}
    assert Counter(row["genauigkeit"] for row in activities) == {"tag": 49, "monat": 11, "jahr": 9, "unbekannt": 10}
    assert Counter(row["beleg"] for row in activities) == {"belegt": 55, "abgeleitet": 24}
    assert Counter(row["netzwerkbezug"] for row in activities) == {"kern": 56, "umfeld": 17, "vorgeschichte": 6}


def test_activities_held_by_year_are_those_of_the_record():
    held = Counter(row["datum"][:4] for row in rows("aktivitaeten") if row["stand"] == "stattgefunden")
    assert held == {
        "2014": 2, "2019": 5, "2020": 9, "2021": 7, "2022": 6, "2023": 3, "2024": 7, "2025": 2, "": 10,
    }  # fmt: skip


def test_participations_by_state_role_and_certainty_are_those_of_the_record():
    ties = rows("beteiligungen")
    roles = {"veranstaltend": 89, "mitwirkend": 81, "teilnehmend": 22, "foerdernd": 14}
    assert Counter(row["stand"] for row in ties) == {"stattgefunden": 145, "angekuendigt": 61}
    assert Counter(row["rolle"] for row in ties) == roles
    assert Counter(row["beleg"] for row in ties) == {"belegt": 158, "abgeleitet": 48}


def test_nobody_is_reported_to_have_taken_part_in_an_activity_that_was_only_announced():
    announced = {row["kennung"] for row in rows("aktivitaeten") if row["stand"] == "angekuendigt"}
    assert not [t for t in rows("beteiligungen") if t["aktivitaet"] in announced and t["stand"] == "stattgefunden"]


@pytest.mark.parametrize("name", sorted(NOT_KNOWN_FROM_PUBLIC_SOURCES))
def test_what_no_source_states_stays_empty(name):
    columns = NOT_KNOWN_FROM_PUBLIC_SOURCES[name].split()
    assert not [row for row in rows(name) if any(row[column] for column in columns)]


def test_only_people_who_took_part_are_counted_as_taking_part():
    stated = {row["kennung"]: row for row in rows("aktivitaeten") if row["teilnehmende"]}
    assert {key: int(row["teilnehmende"]) for key, row in stated.items()} == PEOPLE
    for row in stated.values():
        assert row["stand"] == "stattgefunden"
        assert row["art"] not in {"wahl", "erhebung"}, "ballots and interviews are no attendance"
        assert f"{row['teilnehmende']}" in re.search(r"Teilnehmende: [^.]+\.", row["anmerkung"])[0]


@pytest.mark.parametrize(
    ("activity", "number"), [("a-2019-interviews", "50 Befragte"), ("a-2020-09-13-integrationsratswahl", "1059")]
)
def test_a_number_that_is_no_attendance_is_kept_in_words(activity, number):
    row = by_id("aktivitaeten")[activity]
    assert row["teilnehmende"] == ""
    assert f"keine Teilnehmendenzahl: {number}" in row["anmerkung"]


def test_people_are_not_stated_for_a_whole_and_for_its_part():
    activities = by_id("aktivitaeten")
    for row in activities.values():
        if row["teil_von"] and row["teilnehmende"]:
            assert not activities[row["teil_von"]]["teilnehmende"], row


def test_parts_belong_to_the_documented_wholes():
    assert Counter(row["teil_von"] for row in rows("aktivitaeten") if row["teil_von"]) == WHOLES


def test_parts_never_lead_back_to_themselves():
    activities = by_id("aktivitaeten")
    for start in activities:
        seen, here = set(), start
        while here:
            assert here not in seen, start
            seen.add(here)
            here = activities[here]["teil_von"]


def test_a_part_lies_within_its_whole_or_opens_it_by_name():
    activities = by_id("aktivitaeten")
    for row in activities.values():
        if row["teil_von"]:
            whole = activities[row["teil_von"]]
            begin, end = first_and_last_day(whole["datum"])
            end = first_and_last_day(whole["datum_ende"])[1] if whole["datum_ende"] else end
            first, last = first_and_last_day(row["datum"])
            inside = first <= end and last >= begin
            opening = "Auftakt" in row["titel"] and begin - dt.timedelta(days=4) <= first < begin
            assert inside or opening, row


def test_a_part_names_its_whole_in_the_title_or_says_that_the_link_is_derived():
    for row in rows("aktivitaeten"):
        if row["teil_von"]:
            named = re.search(r"Wochen gegen Rassismus|interkulturellen Wochen", row["titel"])
            derived = re.search(r"Zuordnung zur (Aktionswoche|Jugendkonferenz) abgeleitet aus ", row["anmerkung"])
            assert bool(named) != bool(derived), row


def test_plenaries_are_the_meetings_of_the_whole_steering_group():
    plenaries = {row["kennung"]: row["art"] for row in rows("aktivitaeten") if row["plenum"] == "ja"}
    assert plenaries == {
        "a-2019-05-09-steuerungsgruppe-1": "sitzung_steuerungsgruppe",
        "a-2019-steuerungsgruppe-4": "sitzung_steuerungsgruppe",
    }


def test_an_earliest_year_is_told_in_words_in_front_of_the_note():
    notes = [row["anmerkung"] for row in rows("organisationen")]
    early = [note for note in notes if "Frühester Beleg" in note]
    assert len(early) == 73
    assert all(re.match(r"Frühester Beleg: 20[012]\d\.( |$)", note) for note in early)


def test_collective_names_say_that_they_are_collective():
    collective = {row["kennung"] for row in rows("organisationen") if "Sammelbezeichnung" in row["anmerkung"]}
    assert collective == {
        "awo-kitas", "bergkamener-haendler", "ditib-gemeinden", "ev-kirche", "kath-kirche", "tuerkische-gemeinden",
    }  # fmt: skip


def test_second_sources_of_projects_are_kept():
    second = [row for row in rows("projekte") if re.fullmatch(r"Zweite Quelle: https?://\S+\.", row["anmerkung"])]
    assert len(second) == len([row for row in rows("projekte") if row["anmerkung"]]) == 20


def test_the_outcome_in_the_council_is_not_invented():
    papers = [row for row in rows("gremien") if row["drucksache"] == "12/0767"]
    assert {row["datum"]: bool(row["ergebnis"]) for row in papers} == {"2022-11-08": True, "2022-12-08": False}


@every_file
def test_no_column_and_no_cell_names_a_natural_person(name):
    personal = re.compile(r"person|vorname|nachname|geburt|adresse|telefon|mail|kontakt|ansprech")
    assert not [column for column in COLUMNS[name].split() if personal.search(column)]
    addressed = re.compile(
        r"\b(Herrn?|Frau|Dr\.|Prof\.|Pfarrer(in)?|Bürgermeister(in)?|Imam) [A-ZÄÖÜ]|\w@\w|\b0\d{3,5}[ /-]\d{4,}"
    )
    for row in rows(name):
        words = {column: cell for column, cell in row.items() if column not in {"quelle", "url"}}
        assert not addressed.search(" | ".join(words.values())), row
