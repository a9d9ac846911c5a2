import json

import pytest
from click.testing import CliRunner

from bkcore.cli.figures import metrics
from bkcore.seed import load_record
from bkcore.vocabulary import Role
from tests.factories import activity, organisation, project
from tests.pages.scenes import TODAY, opened, words
from tests.pages.scenes import filled as fill


@pytest.fixture
def record(sqlite_engine):
    load_record(sqlite_engine)
    return sqlite_engine


def tables(app):
    return [table.value for table in app.table]


def side(name, **more):
    return {"ansicht": name, **more}


def test_without_activities_the_page_explains_what_will_be_here(sqlite_engine, monkeypatch):
    assert "Noch ist keine Aktivität erfasst." in words(opened("activity", sqlite_engine, monkeypatch))


def test_the_finding_keeps_what_took_place_apart_from_what_was_announced(record, monkeypatch):
    shown = words(opened("activity", record, monkeypatch, role=Role.STEERING_GROUP))
    assert "51 Aktivitäten haben stattgefunden, 28 weitere sind nur angekündigt." in shown
    assert shown.count("<h1") == 1


def test_the_calendar_shows_the_year_of_the_address_and_no_more_than_is_known(record, monkeypatch):
    app = opened("activity", record, monkeypatch, query={"jahr": "2024"})
    shown = words(app)
    assert "2024: sieben Aktivitäten haben stattgefunden, vier sind nur angekündigt." in shown
    december = shown.split("Dezember</h3>")[1].split("</section>")[0]
    assert "Tag nicht bekannt" in december
    assert "bk-day" not in december
    assert "Besuch aus dem Landtag" in shown.split("Nur das Jahr ist bekannt</h3>")[1]
    assert "12.–19." in shown.split("Juni</h3>")[1].split("</section>")[0]


def test_a_year_the_record_does_not_have_leads_to_the_latest_and_says_so(record, monkeypatch):
    app = opened("activity", record, monkeypatch, query={"jahr": "1999"})
    assert "„1999“ aus der Adresse gibt es hier nicht" in words(app)
    assert app.selectbox(key="choice-jahr").value == "2025"


def test_project_and_kind_filter_every_side(record, monkeypatch):
    asked = {"projekt": "p-jugendkonferenz", "art": "workshop"}
    app = opened("activity", record, monkeypatch, query=side("Liste", **asked))
    shown = words(app)
    assert "Drei Aktivitäten haben stattgefunden." in shown
    assert shown.count('<th scope="row"') == 3
    assert app.selectbox(key="choice-projekt").value == "p-jugendkonferenz"


def test_the_list_holds_what_has_no_date_and_can_be_asked_for_it(record, monkeypatch):
    shown = words(opened("activity", record, monkeypatch, query=side("Liste", jahr="ohne")))
    assert "Zehn Aktivitäten in dieser Auswahl" in shown
    assert "ohne Datum" in shown


def test_the_list_can_hold_only_what_was_announced(record, monkeypatch):
    shown = words(opened("activity", record, monkeypatch, query=side("Liste", stand="angekuendigt", jahr="2025")))
    assert "Neun Aktivitäten in dieser Auswahl" in shown
    assert '<td role="cell" data-name="Stand">stattgefunden' not in shown


def test_choosing_a_year_puts_it_into_the_address(record, monkeypatch):
    app = opened("activity", record, monkeypatch)
    app.selectbox(key="choice-jahr").select("2021").run()
    assert app.query_params["jahr"] == "2021"
    assert "2021: sieben Aktivitäten haben stattgefunden" in words(app)


def test_people_are_shown_with_what_they_are_known_for_and_a_week_does_not_count_twice(record, monkeypatch):
    shown = words(opened("activity", record, monkeypatch, query=side("Menschen")))
    assert "Für sechs von 50 Aktivitäten ist bekannt, wie viele Menschen kamen: zusammen kamen 940." in shown
    assert "bekannt für 6 von 50" in shown
    assert "Eine Aktivität zählt hier nicht mit" in shown


def test_what_nobody_wrote_down_is_a_dash_and_no_zero(record, monkeypatch):
    shown = words(opened("activity", record, monkeypatch, query=side("Menschen")))
    volunteers = shown.split("Ehrenamtliche</dt>")[1]
    assert volunteers.startswith('<dd class="bk-value">–</dd>')
    assert "bekannt für 0 von 51" in volunteers


def test_the_years_of_the_page_are_those_of_the_command_line(record, monkeypatch):
    monkeypatch.setenv("BK_DATABASE_URL", str(record.url))
    found = json.loads(CliRunner().invoke(metrics, ["participation", "--json"]).output)
    (years,) = tables(opened("activity", record, monkeypatch, query=side("Jahre")))
    (people,) = tables(opened("activity", record, monkeypatch, query=side("Menschen")))
    assert years["Jahr"].tolist() == [str(row["year"]) for row in reversed(found["by_year"])]
    for row in found["by_year"]:
        cells = years[years["Jahr"] == str(row["year"])].iloc[0]
        assert (cells["stattgefunden"], cells["nur angekündigt"]) == (str(row["activities"]), str(row["announced"]))
        assert cells["aktive Organisationen"] == (str(row["organisations"]) if row["organisations"] else "–")
        if row["activities"]:
            came = people[people["Jahr"] == str(row["year"])].iloc[0]
            assert came["Teilnehmende"] == ("–" if row["attendance"]["sum"] is None else str(row["attendance"]["sum"]))
            assert (came["bekannt für"], came["von"]) == (
                str(row["attendance"]["known"]),
                str(row["attendance"]["of"]),
            )


def test_the_years_are_given_with_and_without_the_towns_own_offices(record, monkeypatch):
    shown = words(opened("activity", record, monkeypatch, query=side("Jahre")))
    assert "2025 waren drei Organisationen aktiv, keine davon eine Dienststelle der Stadt." in shown
    assert "An jeder der 40 Aktivitäten mit bekannten Beteiligten" in shown


def test_the_running_year_is_said_to_be_unfinished(sqlite_engine, monkeypatch):
    fill(sqlite_engine, lambda session: activity(session, date=f"{TODAY.year}-03-01"))
    assert f"{TODAY.year} läuft noch" in words(opened("activity", sqlite_engine, monkeypatch))


@pytest.mark.parametrize("name", ["Kalender", "Zeitstrahl", "Jahre", "Menschen", "Liste"])
@pytest.mark.parametrize("fields", [{"status": "angekuendigt"}, {"date": None, "precision": "unbekannt"}, {}])
def test_every_side_of_a_single_activity_says_what_it_lacks(name, fields, sqlite_engine, monkeypatch):
    fill(sqlite_engine, project, lambda session: activity(session, project="jugendkonferenz", **fields))
    app = opened("activity", sqlite_engine, monkeypatch, query=side(name))
    assert "0 Aktivitäten" not in words(app)
    assert "None" not in words(app)


def test_a_choice_without_anything_says_so(sqlite_engine, monkeypatch):
    fill(
        sqlite_engine,
        organisation,
        project,
        lambda session: activity(session, "fest", kind="fest", project="jugendkonferenz"),
        lambda session: activity(session, "kurs", kind="kurs", partners=("awo",)),
    )
    asked = {"projekt": "jugendkonferenz", "art": "kurs"}
    shown = words(opened("activity", sqlite_engine, monkeypatch, query=asked))
    assert "Zu dieser Auswahl ist nichts erfasst." in shown


def test_an_address_with_a_side_that_is_not_there_is_told_so(record, monkeypatch):
    shown = words(opened("activity", record, monkeypatch, query=side("gibt-es-nicht")))
    assert "„gibt-es-nicht“ aus der Adresse gibt es hier nicht (Ansicht). Gezeigt wird: Kalender." in shown
    assert "aus der Adresse" not in words(opened("activity", record, monkeypatch, query=side("Jahre")))
