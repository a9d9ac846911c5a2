"""The page on the catalogue in all its states: one version, two, approved, a round of a version nobody knows."""

import inspect
import shutil
from datetime import date

import pytest
from sqlmodel import select

from bkcore import catalogue
from bkcore.access import SYSTEM, Actor
from bkcore.commands.assessments import PutRound
from bkcore.model.assessments import CatalogueApproval
from bkcore.services.rounds import put_round
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import Role
from dashboard import state
from tests.factories import open_a_round
from tests.pages.acting import LAST_DAY, TODAY, acting_on, opened
from tests.pages.scenes import words

VERSION = catalogue.load().version
GROUP, OFFICE = Actor(role=Role.STEERING_GROUP), Actor(role=Role.ADMINISTRATION)
FILE = "factors/4-niedrigschwelligkeit.toml"
OLD, NEW = "Wir gehen dorthin, wo die Menschen ohnehin sind.", "Wir suchen die Menschen auf."


@pytest.fixture
def two_versions(tmp_path, monkeypatch):
    """A second version in which one statement reads otherwise."""
    root = shutil.copytree(catalogue.CATALOGUE_ROOT, tmp_path / "catalogue")
    later = shutil.copytree(root / VERSION, root / "2027-1")
    for name, old, new in (
        ("catalogue.toml", f'version = "{VERSION}"', 'version = "2027-1"'),
        ("catalogue.toml", f"valid_from = {catalogue.load().valid_from}", "valid_from = 2027-01-01"),
        (FILE, OLD, NEW),
    ):
        text = (later / name).read_text(encoding="utf-8")
        assert old in text
        (later / name).write_text(text.replace(old, new), encoding="utf-8")
    for name in ("versions", "load", "edition", "compared", "comparable_factors"):
        monkeypatch.setattr(catalogue, name, _rooted(getattr(catalogue, name), root))
    return root


def _rooted(found, root):
    """The same function with another default folder."""

    def call(*given, **named):
        inside = "root" in inspect.signature(found).bind(*given, **named).arguments
        return found(*given, **named) if inside else found(*given, root=root, **named)

    return call


def button(app, key):
    return next(one for one in app.button if one.key == key)


@pytest.mark.parametrize("by", [GROUP, OFFICE])
def test_one_version_is_read_and_called_a_draft(sqlite_engine, monkeypatch, by):
    app = opened("catalogue", sqlite_engine, monkeypatch, by=by)
    said = words(app)
    assert f"Die Fassung {VERSION} ist ein Entwurf" in said
    assert "Acht Gelingensfaktoren, 32 Aussagen mit je fünf Stufen." in said
    first = catalogue.load().factors[0]
    for item in (first.short, *first.indicators):
        assert item.statement in said
        assert all(text in said for text in item.levels)
    assert "Es gibt erst eine Fassung." in said
    assert "noch keine" in said


def test_the_next_factor_is_one_button_away(sqlite_engine, monkeypatch):
    app = opened("catalogue", sqlite_engine, monkeypatch, by=GROUP)
    assert not [one for one in app.button if one.key == "factor--1"]
    button(app, "factor-1").click().run()
    assert catalogue.load().factors[1].question in words(app)
    assert catalogue.load().factors[0].question not in words(app)


def test_a_factor_has_its_own_address(sqlite_engine, monkeypatch):
    app = opened("catalogue", sqlite_engine, monkeypatch, by=GROUP, query={"faktor": "verankerung"})
    assert catalogue.load().factor("verankerung").question in words(app)
    button(app, "factor--1").click().run()
    assert catalogue.load().factors[-2].question in words(app)
    assert app.query_params["faktor"] == catalogue.load().factors[-2].id


def test_an_address_with_a_version_or_factor_that_is_not_there_is_told_so(sqlite_engine, monkeypatch):
    query = {"faktor": "gibt-es-nicht", "fassung": "1848"}
    said = words(opened("catalogue", sqlite_engine, monkeypatch, by=GROUP, query=query))
    assert "„gibt-es-nicht“ aus der Adresse gibt es hier nicht" in said
    assert "„1848“ aus der Adresse gibt es hier nicht" in said
    assert catalogue.load().factors[0].question in said


def test_the_group_records_its_decision_and_takes_it_back(sqlite_engine, monkeypatch):
    app = opened("catalogue", sqlite_engine, monkeypatch, by=GROUP)
    button(app, "approve").click().run()
    assert "Hier fehlt eine Angabe." in words(app)
    next(one for one in app.text_input if one.key == "approve-meeting").set_value("14. Sitzung")
    button(app, "approve").click().run()
    with reading(sqlite_engine) as session:
        (row,) = session.exec(select(CatalogueApproval)).all()
    assert (row.version, row.decided_on, row.meeting) == (VERSION, TODAY, "14. Sitzung")
    assert "(14. Sitzung)" in words(app)
    assert f"Die Fassung {VERSION} ist seit dem" in words(app)
    button(app, "withdraw").click().run()
    assert "Hier fehlt eine Angabe." in words(app)
    next(one for one in app.text_input if one.key == "withdraw-reason").set_value("Falsche Fassung")
    button(app, "withdraw").click().run()
    assert f"Die Fassung {VERSION} ist ein Entwurf" in words(app)
    assert not app.exception


def test_whoever_answers_may_know_the_state_of_the_words(sqlite_engine, monkeypatch):
    acting_on(sqlite_engine, monkeypatch, by=GROUP)
    assert not state.edition_state(VERSION).approved


def test_rounds_stand_at_their_version_and_one_of_an_unknown_version_is_named(sqlite_engine, monkeypatch):
    with unit_of_work(sqlite_engine) as session:
        open_a_round(session, closes_on=LAST_DAY)
        day = date(2024, 3, 1)
        old = PutRound(slug="alt", title="Alte Runde", opens_on=day, closes_on=day, catalogue_version="1999-9")
        put_round(session, old, by=SYSTEM)
    said = words(opened("catalogue", sqlite_engine, monkeypatch, by=GROUP))
    assert "Herbst 2026 (läuft)" in said
    assert "Die Runde „Alte Runde“ gehört zur Fassung „1999-9“" in said


def test_two_versions_stand_side_by_side_in_words(sqlite_engine, monkeypatch, two_versions):
    app = opened("catalogue", sqlite_engine, monkeypatch, by=GROUP)
    said = words(app)
    assert "Die Fassung 2027-1 ist ein Entwurf" in said
    assert f'<td role="cell" data-name="Bisher">{OLD}</td><td role="cell" data-name="Neu">{NEW}</td>' in said
    assert "Vergleichen lassen sich nur „" in said
    next(one for one in app.selectbox if one.key == "version-earlier").select("2027-1").run()
    assert "zweimal dieselbe Fassung" in words(app)


@pytest.mark.parametrize("role", [Role.PROJECT_LEAD, Role.RATER, Role.COUNCIL])
def test_the_page_is_closed_to_everybody_else(sqlite_engine, monkeypatch, role):
    from dashboard.menu import PAGES_OF

    assert "catalogue" not in PAGES_OF.get(role, ())
