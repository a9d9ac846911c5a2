import json

import pytest

from bkcore.seed import load_record
from bkcore.vocabulary import Role
from tests.factories import activity, organisation, project
from tests.pages.scenes import filled, opened, words


def charts(app):
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


@pytest.fixture
def record(sqlite_engine):
    load_record(sqlite_engine)
    return sqlite_engine


def test_without_organisations_the_page_explains_what_will_be_here(sqlite_engine, monkeypatch):
    app = opened("organisation", sqlite_engine, monkeypatch)
    assert "Noch ist keine Organisation erfasst." in words(app)


def test_without_a_choice_nothing_is_shown_but_the_choice(record, monkeypatch):
    app = opened("organisation", record, monkeypatch)
    assert app.selectbox(key="choice-organisation").value is None
    assert charts(app) == []
    app.selectbox(key="choice-organisation").select("integrationsmanagement").run()
    assert not app.exception
    assert app.query_params["organisation"] == "integrationsmanagement"
    assert len(charts(app)) == 2


def test_an_address_opens_its_card_with_source_and_without_a_rating(record, monkeypatch):
    app = opened(
        "organisation", record, monkeypatch, role=Role.STEERING_GROUP, query={"organisation": "ditib-oberaden"}
    )
    shown = words(app)
    assert "DITIB" in shown.split("</h1>")[0]
    for name in ("Im Bestand seit", "Beständigkeit", "Kern oder Umfeld", "Beleg", "Quelle", "Nennung nach außen"):
        assert f"<dt>{name}</dt>" in shown
    assert "Diese Karte ist keine Bewertung." in shown
    assert "was-waere-wenn?organisation=ditib-oberaden" in shown


def test_an_organisation_that_is_not_there_is_told_so(record, monkeypatch):
    app = opened("organisation", record, monkeypatch, query={"organisation": "<b>gibt-es-nicht</b>"})
    assert "„&lt;b&gt;gibt-es-nicht&lt;/b&gt;“ aus der Adresse gibt es hier nicht" in words(app)
    assert "Bitte wählen Sie selbst." in words(app)


def test_a_year_narrows_partners_and_activities_and_stands_in_the_address(record, monkeypatch):
    app = opened("organisation", record, monkeypatch, query={"organisation": "integrationsmanagement", "jahr": "2021"})
    assert app.selectbox(key="choice-jahr").value == "2021"
    assert "(2021)" in words(app)
    app.selectbox(key="choice-jahr").select("alle").run()
    assert "jahr" not in app.query_params
    assert "(alle Jahre)" in words(app)


def test_a_year_without_it_leads_to_all_years_with_a_sentence(record, monkeypatch):
    app = opened("organisation", record, monkeypatch, query={"organisation": "integrationsmanagement", "jahr": "1999"})
    assert "„1999“ aus der Adresse gibt es hier nicht (Zeitraum). Gezeigt wird: alle Jahre." in words(app)


def test_what_is_announced_only_is_no_year_of_participation(sqlite_engine, monkeypatch):
    filled(
        sqlite_engine,
        organisation,
        lambda session: activity(session, "bald", partners=("awo",), status="angekuendigt"),
        lambda session: activity(session, "fest"),
    )
    shown = words(opened("organisation", sqlite_engine, monkeypatch, query={"organisation": "awo"}))
    assert "Awo: noch in keinem Jahr dabei" in shown
    assert "Bisher ist sie nur angekündigt." in shown
    assert "Es ist niemand bekannt, mit dem sie zusammen dabei war." in shown


def test_a_pause_is_no_exit_and_a_return_is_counted(sqlite_engine, monkeypatch):
    filled(
        sqlite_engine,
        organisation,
        lambda session: organisation(session, "schule", kind="schule", sector="public"),
        project,
        lambda session: activity(
            session, "a", date="2020-05-01", partners=("awo", "schule"), project="jugendkonferenz"
        ),
        lambda session: activity(session, "b", date="2022-05-01", partners=("awo",)),
        lambda session: activity(session, "c", date="2024-05-01", partners=("schule",)),
    )
    shown = words(opened("organisation", sqlite_engine, monkeypatch, query={"organisation": "awo"}))
    assert "Seit 2020 in zwei von fünf Jahren aktiv." in shown
    assert "Sie kam einmal zurück; die längste Pause dauerte ein Jahr." in shown
    assert "Zuletzt 2022; seitdem ruht ihre Mitarbeit im Bestand. Ein Austritt ist das nicht." in shown
    assert "2022 im Kern: bei 100\xa0% der Aktivitäten dabei" in shown
    assert "Am häufigsten zusammen mit Schule: 1-mal." in shown
    assert "<dt>Jugendkonferenz</dt><dd>bei einer Aktivität dabei</dd>" in shown
