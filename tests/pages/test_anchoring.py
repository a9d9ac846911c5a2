"""Anchoring: every state of the page, for those who read it and for those who keep the list."""

import pytest
from sqlmodel import select

from bkcore.commands.departments import AddDepartment
from bkcore.model.projects import Project
from bkcore.services.departments import add_department
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import SubjectKind
from tests.factories import ADMINISTRATION, STEERING_GROUP, project
from tests.pages.acting import TODAY, opened
from tests.pages.scenes import words

YEAR = TODAY.year


@pytest.fixture
def town(sqlite_engine):
    """Two departments, a project of one of them since last year."""
    with unit_of_work(sqlite_engine) as session:
        for title in ("Jugendamt", "Bürgerbüro"):
            add_department(session, AddDepartment(title=title), by=ADMINISTRATION)
        project(session, "blog", title="Blog", responsibility="Jugendamt", begins=f"{YEAR - 1}", ends=f"{YEAR + 1}")
    return sqlite_engine


def test_without_a_list_the_page_says_how_to_begin_and_the_list_is_kept_there(sqlite_engine, monkeypatch):
    shown = words(opened("anchoring", sqlite_engine, monkeypatch, by=STEERING_GROUP))
    assert "Noch ist kein Bereich der Verwaltung angelegt." in shown
    assert "Bereich anlegen" not in shown
    app = opened("anchoring", sqlite_engine, monkeypatch, by=ADMINISTRATION)
    app.text_input(key="department-new").set_value("Jugendamt")
    app.button(key="department-add").click().run()
    assert not app.exception
    with reading(sqlite_engine) as session:
        assert session.exec(select(Project.title).where(Project.kind == SubjectKind.DEPARTMENT)).all() == ["Jugendamt"]
    assert "Noch ist nichts erfasst, das zu einem Bereich gehören könnte." in words(app)


def test_the_finding_stands_before_the_matrix_and_names_the_gaps(town, monkeypatch):
    shown = words(opened("anchoring", town, monkeypatch, by=STEERING_GROUP))
    assert f"{YEAR} ist Integration bis jetzt in einem von zwei Bereichen verankert." in shown
    assert "Ohne Projekt, Maßnahme und eigene Einschätzung: Bürgerbüro." in shown
    assert shown.index("verankert.") < shown.index('class="bk-matrix"')
    row = shown.partition('<th scope="row" role="rowheader">Bürgerbüro</th>')[2].partition("</tr>")[0]
    assert "bk-gap" in row
    assert "fehlt" in row
    assert shown.count("<h1") == 1
    assert f"{YEAR - 1} wie {YEAR} waren 50\u00a0% der Bereiche verankert." in shown


def test_the_year_lives_in_the_address(town, monkeypatch):
    app = opened("anchoring", town, monkeypatch, by=STEERING_GROUP, query={"jahr": str(YEAR - 1)})
    assert f"{YEAR - 1} ist Integration in einem von zwei Bereichen verankert." in words(app)


def test_projects_without_a_department_are_named_and_make_it_a_lower_bound(town, monkeypatch):
    with unit_of_work(town) as session:
        project(session, "fest", title="Fest der Vielfalt", begins=f"{YEAR}", ends=f"{YEAR}")
    app = opened("anchoring", town, monkeypatch, by=ADMINISTRATION)
    shown = words(app)
    assert "in mindestens einem von zwei Bereichen" in shown
    assert "Nicht sicher bekannt ist es bei: Bürgerbüro." in shown
    assert "Fest der Vielfalt" in shown
    assert "Im Bestand eintragen" in shown
