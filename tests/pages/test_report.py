"""The assistant for the yearly report: its steps, resuming, moved figures, who may open it."""

import pytest

from bkcore.access import SYSTEM, Actor
from bkcore.commands.council import PutConsultation
from bkcore.errors import NotPermitted
from bkcore.publication.yearly import drafts, release
from bkcore.publication.yearly.document import parse
from bkcore.services.council import put_consultation
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import ConsultationRole, PaperKind, Role
from dashboard import yearly_state
from dashboard.menu import PAGES_OF
from tests.factories import activity, lead_of, organisation, project
from tests.pages.acting import TODAY, acting_on, opened
from tests.pages.scenes import words

ADMINISTRATION = Actor(role=Role.ADMINISTRATION)
YEAR = TODAY.year - 1


@pytest.fixture
def network(sqlite_engine):
    with unit_of_work(sqlite_engine) as session:
        for slug, sector in (("awo", "civil"), ("kita", "public")):
            organisation(session, slug, sector=sector)
        activity(session, partners=("awo", "kita"), date=f"{YEAR}-05-01")
        project(session, title="Jugendkonferenz", begins=str(YEAR), description="Jugendliche entscheiden selbst.")


def page(engine, monkeypatch, **query):
    return opened("report", engine, monkeypatch, by=ADMINISTRATION, query=query)


def widget(kind, key):
    return next(one for one in kind if one.key == key)


def written(engine, year=YEAR):
    with reading(engine) as session:
        return drafts.read(session, year)


def at_step(engine, monkeypatch, step):
    app = page(engine, monkeypatch)
    while written(engine).step < step:
        widget(app.button, "report-next").click().run()
        assert not app.exception
    return app


def text_area(app, key="mandate"):
    return widget(app.text_area, f"report-text-{YEAR}-{key}")


def test_it_begins_with_the_last_whole_year_and_saves_each_field(sqlite_engine, monkeypatch, network):
    app = page(sqlite_engine, monkeypatch)
    assert f"Sachstandsbericht {YEAR}" in words(app)
    assert not written(sqlite_engine).begun
    widget(app.radio, f"report-kind-{YEAR}").set_value(PaperKind.RESOLUTION).run()
    widget(app.text_input, f"report-reference-{YEAR}").set_value("12/1234").run()
    widget(app.text_area, f"report-resolution-{YEAR}").set_value("Der Rat dankt.").run()
    found = written(sqlite_engine)
    assert (found.kind, found.reference, found.resolution) == (PaperKind.RESOLUTION, "12/1234", "Der Rat dankt.")
    assert "gespeichert" in words(app)


def test_a_station_is_chosen_and_taken_off_again(sqlite_engine, monkeypatch, network):
    paper = {"slug": "c", "subject": "S", "kind": "Anfrage", "body": "Ausschuss für Neues", "precision": "unbekannt"}
    with unit_of_work(sqlite_engine) as session:
        put_consultation(session, PutConsultation.model_validate(paper), by=SYSTEM)
    app = at_step(sqlite_engine, monkeypatch, 2)
    widget(app.button, "report-add").click().run()
    assert "Hier fehlt eine Angabe." in words(app)
    widget(app.selectbox, "report-station-body").set_value("Ausschuss für Neues")
    widget(app.selectbox, "report-station-role").set_value(ConsultationRole.DECISION)
    widget(app.text_input, "report-station-day").set_value("10.12.")
    widget(app.button, "report-add").click().run()
    assert "Das ist kein gültiges Datum." in words(app)
    widget(app.text_input, "report-station-day").set_value("10.12.2026")
    widget(app.checkbox, "report-station-decides").check()
    widget(app.button, "report-add").click().run()
    (station,) = written(sqlite_engine).stations
    assert (station.body, station.role, station.authoritative) == ("Ausschuss für Neues", "Entscheidung", True)
    assert "1. Ausschuss für Neues" in words(app)
    assert "10. Dezember 2026 · Entscheidung · entscheidet" in words(app)
    widget(app.button, f"report-remove-{station.id}").click().run()
    assert not written(sqlite_engine).stations


def test_a_chapter_comes_with_its_sentences_and_keeps_what_is_written(sqlite_engine, monkeypatch, network):
    app = at_step(sqlite_engine, monkeypatch, 3)
    assert "Drucksache 12/0767" in text_area(app).value
    widget(app.button, "report-confirm").click().run()
    assert set(written(sqlite_engine).texts) == {"mandate"}
    assert "Zwei Organisationen haben" in text_area(app, "network").value
    text_area(app, "network").set_value("Ein gutes Jahr.").run()
    assert written(sqlite_engine).texts["network"].text == "Ein gutes Jahr."
    assert text_area(app, "network").value == "Ein gutes Jahr."


def test_another_device_goes_on_where_one_was(sqlite_engine, monkeypatch, network):
    app = at_step(sqlite_engine, monkeypatch, 3)
    widget(app.button, "report-confirm").click().run()
    other = page(sqlite_engine, monkeypatch)
    assert widget(other.selectbox, "report-chapter").value == "network"


def test_moved_figures_are_flagged_and_the_text_stays(sqlite_engine, monkeypatch, network):
    app = at_step(sqlite_engine, monkeypatch, 3)
    widget(app.button, "report-confirm").click().run()
    text_area(app, "network").set_value("Ein gutes Jahr.").run()
    with unit_of_work(sqlite_engine) as session:
        organisation(session, "schule", sector="public")
        activity(session, "lauf", partners=("schule",), date=f"{YEAR}-06-01")
    app = page(sqlite_engine, monkeypatch)
    assert "Diese Zahlen haben sich geändert:" in words(app)
    assert "aktive Organisationen: vorher 2, jetzt 3" in words(app)
    assert text_area(app, "network").value == "Ein gutes Jahr."
    widget(app.button, "report-take").click().run()
    assert "Drei Organisationen haben" in written(sqlite_engine).texts["network"].text
    assert "Diese Zahlen haben sich geändert:" not in words(app)


def test_a_text_that_is_still_right_can_be_kept(sqlite_engine, monkeypatch, network):
    app = at_step(sqlite_engine, monkeypatch, 3)
    widget(app.button, "report-confirm").click().run()
    text_area(app, "network").set_value("Ein gutes Jahr.").run()
    with unit_of_work(sqlite_engine) as session:
        activity(session, "lauf", partners=("awo",), date=f"{YEAR}-06-01")
    app = page(sqlite_engine, monkeypatch)
    widget(app.button, "report-still").click().run()
    assert written(sqlite_engine).texts["network"].text == "Ein gutes Jahr."
    assert "Diese Zahlen haben sich geändert:" not in words(app)


def test_the_check_leads_to_where_something_is_mended(sqlite_engine, monkeypatch, network):
    app = at_step(sqlite_engine, monkeypatch, 4)
    assert "PDF/UA-1" in words(app)
    assert "Die Beratungsfolge ist noch leer." in words(app)
    assert "keinen freigegebenen Text" in words(app)
    mend = next(one for one in app.button if one.label == "Dort beheben: Schritt 2")
    mend.click().run()
    assert written(sqlite_engine).step == 2


def test_a_report_is_released_after_a_question_and_a_second_one_says_what_it_corrects(
    sqlite_engine, monkeypatch, network
):
    app = at_step(sqlite_engine, monkeypatch, 5)
    widget(app.button, "report-release").click().run()
    assert "nie mehr geändert" in words(app)
    widget(app.button, "report-release-yes").click().run()
    with reading(sqlite_engine) as session:
        (entry,) = release.entries(session)
        assert (entry.number, entry.year, entry.version) == (1, YEAR, 1)
    assert widget(app.button, "report-release").disabled
    widget(app.text_area, "report-correction").set_value("Die Zahl der Organisationen.").run()
    widget(app.button, "report-release").click().run()
    widget(app.button, "report-release-yes").click().run()
    with reading(sqlite_engine) as session:
        found = parse(release.by_number(session, 2).content)
    assert (found.cover.version, found.correction) == (2, "Die Zahl der Organisationen.")


@pytest.mark.parametrize("role", [Role.STEERING_GROUP, Role.PROJECT_LEAD, Role.RATER])
def test_nobody_else_opens_it(sqlite_engine, monkeypatch, network, role):
    assert "report" not in PAGES_OF[role]
    by = lead_of("jugendkonferenz") if role is Role.PROJECT_LEAD else Actor(role=role)
    acting_on(sqlite_engine, monkeypatch, by=by)
    for look in (
        lambda: yearly_state.years(by=by, today=TODAY),
        lambda: yearly_state.desk(by=by, year=YEAR, today=TODAY),
        lambda: yearly_state.entries(by=by),
        lambda: yearly_state.released_file(by=by, number=1, form="pdf"),
    ):
        with pytest.raises(NotPermitted):
            look()


def test_an_empty_program_offers_the_running_year(sqlite_engine, monkeypatch):
    app = page(sqlite_engine, monkeypatch)
    assert f"Sachstandsbericht {TODAY.year}" in words(app)
    assert "läuft noch" in words(app)


@pytest.mark.parametrize("asked", ["1848", "²", "neulich"])
def test_an_address_with_a_year_that_has_no_report_is_told_so(network, sqlite_engine, monkeypatch, asked):
    shown = words(page(sqlite_engine, monkeypatch, jahr=asked))
    assert f"„{asked}“ aus der Adresse gibt es hier nicht (Jahr). Gezeigt wird: {YEAR}." in shown
    assert "aus der Adresse" not in words(page(sqlite_engine, monkeypatch, jahr=str(TODAY.year)))
