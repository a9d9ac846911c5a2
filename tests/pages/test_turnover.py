import json

import pytest
from click.testing import CliRunner

from bkcore.cli.figures import metrics
from bkcore.seed import load_record
from bkcore.vocabulary import Role
from tests.factories import activity, organisation
from tests.pages.scenes import TODAY, opened, words
from tests.pages.scenes import filled as fill


@pytest.fixture
def record(sqlite_engine):
    load_record(sqlite_engine)
    return sqlite_engine


def takes_part(*years, who="awo"):
    def step(session):
        organisation(session, who, name=who.upper())
        for year in years:
            activity(session, f"{who}-{year}", date=f"{year}-05-01", partners=(who,))

    return step


def test_without_activities_the_page_explains_what_will_be_here(sqlite_engine, monkeypatch):
    assert "Noch ist kein Jahr mit Beteiligten erfasst." in words(opened("turnover", sqlite_engine, monkeypatch))


def test_a_year_is_told_in_a_sentence_and_by_name(record, monkeypatch):
    shown = words(opened("turnover", record, monkeypatch, role=Role.STEERING_GROUP, query={"jahr": "2024"}))
    assert "2024 kamen acht neu dazu und fünf wieder; vier aus dem Vorjahr waren nicht dabei." in shown
    assert "Netzwerk Demokratie Bergkamen" in shown.split("Neu dabei (8)")[1].split("</div>")[0]
    assert "Bergkamen for all e.V." in shown.split("bisher nicht wieder (4)")[1].split("</div>")[0]


def test_in_the_last_year_it_is_open_who_only_pauses(record, monkeypatch):
    shown = words(opened("turnover", record, monkeypatch))
    assert "2025 kam eine neu dazu; 16 aus dem Vorjahr waren nicht dabei." in shown
    assert "Ob sie nur pausieren, zeigt sich erst in den nächsten Jahren." in shown
    assert "noch offen (16)" in shown


def test_the_first_year_has_no_before(record, monkeypatch):
    shown = words(opened("turnover", record, monkeypatch, query={"jahr": "2014"}))
    assert "2014 beginnt die Aufzeichnung, mit acht Organisationen." in shown
    assert "deshalb ist hier niemand neu" in shown
    assert "Neu dabei (" not in shown


def test_the_picture_without_the_towns_own_offices_has_its_own_address(record, monkeypatch):
    app = opened("turnover", record, monkeypatch, query={"jahr": "2024", "dienststellen": "ohne"})
    shown = words(app)
    assert "drei aus dem Vorjahr waren nicht dabei" in shown
    assert "Integrationsmanagement" not in shown
    app.selectbox(key="choice-dienststellen").select("mit").run()
    assert "dienststellen" not in app.query_params


def test_the_years_of_the_page_are_those_of_the_command_line(record, monkeypatch):
    monkeypatch.setenv("BK_DATABASE_URL", str(record.url))
    found = json.loads(CliRunner().invoke(metrics, ["participation", "--json"]).output)["by_year"]
    years = opened("turnover", record, monkeypatch).table[0].value.set_index("Jahr")
    compared = [row for row in found if row["organisations"] and not row["base_year"]]
    assert len(compared) == 7
    for row in compared:
        cells = years.loc[str(row["year"])].replace("–", "0").astype(int)
        assert cells["aktiv"] == row["organisations"]
        assert cells["neu"] == row["new"]
        assert cells["wieder dabei"] == row["returned"]
        assert cells["auch im Vorjahr dabei"] == row["retained"]
        assert cells.iloc[4:].sum() == row["left"]
    silent = years.loc["2016"]
    assert set(silent) == {"–"}


def test_a_pause_is_told_from_not_having_come_back(sqlite_engine, monkeypatch):
    fill(
        sqlite_engine,
        takes_part(2021, 2022, 2023, 2024, who="stadt"),
        takes_part(2021, 2023, who="awo"),
        takes_part(2021, who="chor"),
    )
    shown = words(opened("turnover", sqlite_engine, monkeypatch, query={"jahr": "2022"}))
    assert "AWO" in shown.split("später wieder (1)")[1].split("</div>")[0]
    assert "CHOR" in shown.split("bisher nicht wieder (1)")[1].split("</div>")[0]
    assert "Eine davon war später wieder dabei." in shown


def test_only_a_recorded_exit_is_called_one(sqlite_engine, monkeypatch):
    def left(session):
        organisation(session, "chor", name="Chor", left_on="2022")
        activity(session, "chor-2021", date="2021-05-01", partners=("chor",))

    fill(sqlite_engine, takes_part(2021, 2022, 2023, who="stadt"), left)
    shown = words(opened("turnover", sqlite_engine, monkeypatch, query={"jahr": "2022"}))
    assert "Chor" in shown.split("Ausgetreten (1)")[1].split("</div>")[0]


def test_nobody_is_missing_from_a_year_that_is_not_over(sqlite_engine, monkeypatch):
    year = TODAY.year
    fill(sqlite_engine, takes_part(year - 2, year - 1, who="awo"), takes_part(year - 2, year - 1, year, who="stadt"))
    app = opened("turnover", sqlite_engine, monkeypatch)
    assert "das Jahr läuft noch" in words(app)
    assert "nicht dabei" not in words(app).split("<h2")[0]
    assert app.table[0].value.set_index("Jahr").loc[str(year)].iloc[4:].tolist() == ["–"] * 4


def test_one_year_is_no_change(sqlite_engine, monkeypatch):
    fill(sqlite_engine, takes_part(2024))
    assert "Bisher ist nur ein Jahr mit Beteiligten erfasst." in words(opened("turnover", sqlite_engine, monkeypatch))


def test_small_first_years_are_said_and_get_no_share(record, monkeypatch):
    app = opened("turnover", record, monkeypatch)
    assert "2022, 2023 und 2025: zu klein für einen Anteil" in words(app)
    cohorts = app.table[2].value
    small = cohorts[cohorts["Jahrgang"] == "2022"]
    assert set(small["Anteil"]) == {"–"}
    assert small["davon aktiv"].tolist() == ["4", "1", "1", "1"]
    assert cohorts[cohorts["Jahrgang"] == "2021"]["davon aktiv"].tolist() == ["9", "4", "2", "1", "0"]


def test_who_keeps_coming_is_listed_by_name(record, monkeypatch):
    shown = words(opened("turnover", record, monkeypatch))
    assert "19 von 49 Organisationen waren in mehr als einem Jahr dabei." in shown
    row = shown.split("AWO Migrationsdienste Bergkamen</th>")[1].split("</tr>")[0]
    assert "2019, 2022–2024" in row
    assert [cell.split("<")[0] for cell in row.split('">')[2:]] == ["4", "1", "2"]
