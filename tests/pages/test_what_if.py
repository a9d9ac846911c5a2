import pytest

from bkcore.seed import load_record
from bkcore.vocabulary import Role
from tests.factories import activity, organisation
from tests.pages.scenes import filled as fill
from tests.pages.scenes import opened, words


@pytest.fixture
def record(sqlite_engine):
    load_record(sqlite_engine)
    return sqlite_engine


def test_without_activities_the_page_explains_what_will_be_here(sqlite_engine, monkeypatch):
    assert "Noch ist niemand erfasst, der mitgewirkt hat." in words(opened("what_if", sqlite_engine, monkeypatch))


def test_the_overview_names_who_depends_on_one_organisation_and_ranks_nobody(record, monkeypatch):
    shown = words(opened("what_if", record, monkeypatch, role=Role.STEERING_GROUP))
    assert "An diesen Stellen hängt viel an einer Organisation" in shown
    assert "DITIB-Moscheegemeinde Oberaden hätte zu den übrigen keine Verbindung mehr." in shown
    assert 'href="was-waere-wenn?organisation=igmg"' in shown
    links = [part.split("</a>")[0].split(">")[-1] for part in shown.split('class="bk-linked"')[1:]]
    assert links == sorted(links, key=str.casefold)
    assert len(links) == 6
    assert "kein Vorwurf und keine Rangliste" in shown


def test_an_address_opens_the_network_without_an_organisation(record, monkeypatch):
    shown = words(opened("what_if", record, monkeypatch, query={"organisation": "bergkamen-for-all-team"}))
    assert (
        "Ohne Bergkamen for all-Team hätten zwei andere Organisationen keine Verbindung mehr zu den übrigen." in shown
    )
    assert "Nordstadtblogger Dortmund" in shown.split("Abgetrennt von den übrigen (2)")[1]
    assert (
        "Von 18 Aktivitäten: bei fünf wäre niemand mehr dabei und bei acht nur noch eine andere Organisation." in shown
    )
    assert "Die 56 übrigen Organisationen bilden zwei getrennte Teile; ohne sie wären es drei." in shown


def test_the_figures_are_those_of_the_rows(record, monkeypatch):
    app = opened("what_if", record, monkeypatch, query={"organisation": "bergkamen-for-all-team"})
    rows = app.table[0].value
    assert len(rows) == 18
    assert rows["andere Organisationen"].tolist().count("0") == 5
    assert rows["andere Organisationen"].tolist().count("1") == 8


def test_a_year_narrows_the_question_and_stays_in_the_links(record, monkeypatch):
    shown = words(opened("what_if", record, monkeypatch, query={"jahr": "2023"}))
    assert "An dieser Stelle hängt viel an einer Organisation" in shown
    assert "Integrationsrat der Stadt Bergkamen hätte zu den übrigen keine Verbindung mehr." in shown
    assert "organisation=bergkamen-for-all-ev&amp;jahr=2023" in shown


def test_an_organisation_that_was_not_there_changes_nothing(record, monkeypatch):
    shown = words(opened("what_if", record, monkeypatch, query={"organisation": "igmg", "jahr": "2023"}))
    assert "war in diesem Zeitraum (2023) an keiner Aktivität beteiligt" in shown


def test_an_unknown_organisation_leads_to_the_overview_and_says_so(record, monkeypatch):
    shown = words(opened("what_if", record, monkeypatch, query={"organisation": "gibt-es-nicht"}))
    assert "„gibt-es-nicht“ aus der Adresse gibt es hier nicht" in shown
    assert "An diesen Stellen hängt viel an einer Organisation" in shown


def test_the_towns_own_offices_are_the_centre_by_design(record, monkeypatch):
    shown = words(opened("what_if", record, monkeypatch, query={"organisation": "stadt-bergkamen"}))
    assert "weil sie einlädt" in shown


def test_where_nobody_depends_on_one_organisation_that_is_said(sqlite_engine, monkeypatch):
    fill(
        sqlite_engine,
        *(lambda session, who=who: organisation(session, who) for who in ("awo", "chor", "stadt")),
        lambda session: activity(session, partners=("awo", "chor", "stadt")),
    )
    shown = words(opened("what_if", sqlite_engine, monkeypatch))
    assert "Niemand hängt an einer einzelnen Organisation." in shown
    alone = words(opened("what_if", sqlite_engine, monkeypatch, query={"organisation": "awo"}))
    assert "Auch ohne Awo bliebe verbunden, wer jetzt verbunden ist." in alone
    assert "Die zwei übrigen Organisationen hängen zusammen; das bliebe so." in alone
