import json

import pytest

from bkcore.metrics import betweenness
from bkcore.seed import load_record
from bkcore.vocabulary import Role
from tests.factories import activity, organisation
from tests.pages.scenes import filled as fill
from tests.pages.scenes import opened, words


def charts(app):
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


def drawn(app):
    """What the picture of the network was given."""
    (picture,) = [part for part in app.get("bidi_component") if part.proto.component_name == "dashboard.graph"]
    return json.loads(picture.proto.json)


@pytest.fixture
def record(sqlite_engine):
    load_record(sqlite_engine)
    return sqlite_engine


def test_without_activities_the_page_explains_what_will_be_here(sqlite_engine, monkeypatch):
    app = opened("network", sqlite_engine, monkeypatch)
    assert "Noch ist keine Aktivität erfasst" in words(app)
    assert charts(app) == []


def test_the_latest_year_is_shown_first(record, monkeypatch):
    app = opened("network", record, monkeypatch)
    assert app.selectbox(key="choice-jahr").value == "2025"
    assert len(charts(app)) == 2


def test_the_year_can_be_chosen_and_changes_every_sentence(record, monkeypatch):
    app = opened("network", record, monkeypatch, role=Role.STEERING_GROUP)
    app.selectbox(key="choice-jahr").select("2024").run()
    shown = words(app)
    assert not app.exception
    assert "2024 haben so viele Organisationen mitgewirkt wie in keinem Jahr zuvor." in shown
    assert "Das kann auch daran liegen" in shown
    assert "2024 kamen acht Organisationen neu dazu, fünf kehrten zurück." in shown
    assert "Neu dabei (8)" in shown
    assert "Netzwerk Demokratie Bergkamen" in shown
    assert "Bergkamen for all e.V." in shown.split("Aus dem Vorjahr nicht dabei (4)")[1]


def test_an_address_opens_its_year(record, monkeypatch):
    app = opened("network", record, monkeypatch, query={"jahr": "2022"})
    assert app.selectbox(key="choice-jahr").value == "2022"


def test_the_base_year_has_no_lists_and_says_why(record, monkeypatch):
    app = opened("network", record, monkeypatch)
    app.selectbox(key="choice-jahr").select("2014").run()
    assert "In diesem Jahr beginnt die Zählung." in words(app)
    assert "Neu dabei" not in words(app)


def test_a_year_whose_partners_nobody_wrote_down_says_so(sqlite_engine, monkeypatch):
    fill(sqlite_engine, organisation, activity)
    app = opened("network", sqlite_engine, monkeypatch)
    assert "Für 2024 ist eine Aktivität bestätigt, aber keine Beteiligten erfasst." in words(app)
    assert charts(app) == []


def test_one_organisation_alone_is_a_network_of_one(sqlite_engine, monkeypatch):
    fill(sqlite_engine, organisation, lambda session: activity(session, partners=("awo",)))
    app = opened("network", sqlite_engine, monkeypatch)
    assert "2024 war nur eine Organisation aktiv." in drawn(app)["content"]
    assert "mehr Organisationen" not in words(app)


def test_headings_come_in_order(record, monkeypatch):
    shown = words(opened("network", record, monkeypatch))
    assert shown.count("<h1") == 1
    assert "<h3" not in shown.split("<h2", maxsplit=1)[0]


def test_the_picture_holds_all_years_and_begins_with_that_of_the_page(record, monkeypatch):
    given = drawn(opened("network", record, monkeypatch, query={"jahr": "2024"}))
    assert given["year"] == 2024
    assert [entry["year"] for entry in json.loads(given["content"])["years"]] == [2014, *range(2019, 2026)]
    assert (given["mode"], given["size"], given["colour"]) == ("organisations", "activities", "sector")


def test_every_choice_of_the_picture_lives_in_the_address(record, monkeypatch):
    query = {"ansicht": "aktivitaeten", "groesse": "vermittlung", "farbe": "gruppen"}
    app = opened("network", record, monkeypatch, query=query)
    given = drawn(app)
    assert (given["mode"], given["size"], given["colour"]) == ("both", "betweenness", "community")
    assert dict(app.query_params).keys() == query.keys()


def test_an_address_that_asks_for_what_is_not_there_is_told_so_and_shows_the_default(record, monkeypatch):
    app = opened("network", record, monkeypatch, query={"jahr": "1999", "farbe": "<b>blau</b>"})
    assert "„1999“ aus der Adresse gibt es hier nicht (Jahr). Gezeigt wird: 2025." in words(app)
    assert "„&lt;b&gt;blau&lt;/b&gt;“ aus der Adresse gibt es hier nicht (Farbe der Punkte)." in words(app)
    assert app.selectbox(key="choice-jahr").value == "2025"
    assert drawn(app)["colour"] == "sector"


def test_the_page_can_be_read_without_the_town(record, monkeypatch):
    query = {"jahr": "2024", "dienststellen": "ohne"}
    app = opened("network", record, monkeypatch, query=query)
    shown = words(app)
    assert "Netzwerk · ohne die Stadtverwaltung gerechnet" in shown
    assert "Herausgerechnet sind die Stadtverwaltung und ihre Stellen" in shown
    assert "Stadt Bergkamen (Stadtverwaltung)" not in drawn(app)["content"]
    assert "Stadt Bergkamen (Stadtverwaltung)" in drawn(opened("network", record, monkeypatch))["content"]


def test_the_sectors_that_met_are_named(record, monkeypatch):
    shown = words(opened("network", record, monkeypatch, query={"jahr": "2024"}))
    assert "2024 kamen am häufigsten zusammen: Öffentliche Hand mit Zivilgesellschaft, bei vier von" in shown
    assert "Aus der Wirtschaft war niemand dabei." in shown


def test_the_groups_stand_beside_what_chance_would_make(record, monkeypatch):
    app = opened("network", record, monkeypatch, query={"jahr": "2024"})
    assert "die Gruppen" in words(app)
    assert "Die Modularität ist 0," in words(app)
    assert "in 100 Netzen, in denen die Beteiligungen zufällig gemischt sind" in words(app)
    assert "ist geschätzt" not in words(app)


@pytest.mark.usefixtures("nothing_kept")
def test_an_estimated_betweenness_says_how_far_off_it_may_be(record, monkeypatch):
    monkeypatch.setattr(betweenness, "EXACT_BELOW", 3)
    monkeypatch.setattr(betweenness, "PIVOTS", 5)
    shown = words(opened("network", record, monkeypatch, query={"jahr": "2024"}))
    assert shown.count("Prozentpunkte vom genauen ab") == 2


def test_a_year_nobody_knows_is_said_below_the_choices_that_stand_side_by_side(record, monkeypatch):
    app = opened("network", record, monkeypatch, query={"jahr": "1848"})
    drawn = [str(getattr(one, "key", None) or getattr(one.proto, "body", "")) for one in app.main]
    (said,) = [place for place, text in enumerate(drawn) if "1848" in text]
    assert drawn.index("choice-jahr") < drawn.index("choice-dienststellen") < said
