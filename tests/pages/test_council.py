import json

import pytest

from bkcore.access import SYSTEM, Actor
from bkcore.commands.council import MakeRelease
from bkcore.errors import LinkDead
from bkcore.model.steering import Measure
from bkcore.publication import links, release
from bkcore.publication.document import parse
from bkcore.reports.project_texts import project_texts
from bkcore.store.unit_of_work import now_of, reading, unit_of_work
from bkcore.vocabulary import Role
from tests.factories import activity, lead_of, organisation, project
from tests.pages.acting import PUBLIC_URL, TODAY, opened
from tests.pages.scenes import closed_round, words
from tests.pictures import photo

ADMINISTRATION = Actor(role=Role.ADMINISTRATION)
READERS = [Actor(role=Role.STEERING_GROUP), lead_of("jugendkonferenz")]


@pytest.fixture
def network(sqlite_engine):
    with unit_of_work(sqlite_engine) as session:
        for slug, sector in (("awo", "civil"), ("kita", "public")):
            organisation(session, slug, sector=sector)
        activity(session, partners=("awo", "kita"), date="2024-05-01")
        project(session, title="Jugendkonferenz", description="Jugendliche entscheiden selbst.")


def released(engine):
    with unit_of_work(engine) as session:
        release.make(session, MakeRelease(), by=SYSTEM)


def button(app, key):
    return next(one for one in app.button if one.key == key)


def listed(engine):
    with reading(engine) as session:
        return links.list_live_links(session, by=ADMINISTRATION)


@pytest.mark.parametrize("by", READERS)
def test_before_the_first_release_readers_are_told_to_wait(sqlite_engine, monkeypatch, network, by):
    app = opened("council", sqlite_engine, monkeypatch, by=by)
    assert "Noch ist nichts veröffentlicht." in words(app)
    with reading(sqlite_engine) as session:
        assert release.latest(session) is None


@pytest.mark.parametrize("by", READERS)
def test_readers_see_the_release_and_no_button(sqlite_engine, monkeypatch, network, by):
    released(sqlite_engine)
    app = opened("council", sqlite_engine, monkeypatch, by=by)
    assert "Veröffentlichung Nr. 1" in words(app)
    assert "Das Netzwerk in sechs Zahlen" in words(app)
    assert not app.button


def test_the_view_of_the_council_tells_every_figure_and_topic_of_the_release(sqlite_engine, monkeypatch, network):
    with unit_of_work(sqlite_engine) as session:
        measure = Measure(
            title="Intern", owner="Fachbereich", due_on=TODAY, state="erledigt", created_at=now_of(session)
        )
        session.add(measure)
    released(sqlite_engine)
    with reading(sqlite_engine) as session:
        briefing = parse(release.latest(session).content)
    shown = words(opened("council", sqlite_engine, monkeypatch, by=READERS[0]))
    assert [key for key, _ in briefing.topics] == ["massnahmen", "foerderung"]
    for said in (
        *(figure.text for figure in briefing.key_figures),
        *(text for _, topic in briefing.topics for text in (topic.title, *topic.paragraphs)),
        *(f"{cell}" for _, topic in briefing.topics for table in topic.tables for row in table.rows for cell in row),
    ):
        assert said in shown
    assert "Intern" not in shown


def test_the_page_shows_the_frozen_document_and_not_the_tables(sqlite_engine, monkeypatch, network):
    released(sqlite_engine)
    app = opened("council", sqlite_engine, monkeypatch, by=READERS[0])
    assert "Jugendliche entscheiden selbst." not in words(app)
    assert len(app.get("plotly_chart")) == 1


def test_withheld_factors_are_drawn_as_withheld(sqlite_engine, monkeypatch, network):
    with unit_of_work(sqlite_engine) as session:
        closed_round(session, projects=2)
    released(sqlite_engine)
    app = opened("council", sqlite_engine, monkeypatch, by=READERS[0])
    drawn = json.loads(app.get("plotly_chart")[-1].proto.spec)["layout"]["annotations"]
    assert [one["text"] for one in drawn].count("geschützter Wert") == 8


def test_releasing_asks_first(sqlite_engine, monkeypatch, network):
    app = opened("council", sqlite_engine, monkeypatch, by=ADMINISTRATION)
    assert "Vorschau" in words(app)
    button(app, "release").click().run()
    assert "nie mehr geändert" in words(app)
    button(app, "release-yes").click().run()
    assert "Veröffentlichung Nr. 1" in words(app)


def test_a_live_link_is_shown_once_and_listed_without_its_address(sqlite_engine, monkeypatch, network):
    released(sqlite_engine)
    app = opened("council", sqlite_engine, monkeypatch, by=ADMINISTRATION)
    next(one for one in app.text_input if one.key == "creating-label").set_value("Ratssitzung")
    button(app, "create").click().run()
    address = app.code[0].value
    assert address.startswith(f"{PUBLIC_URL}/rat/")
    with reading(sqlite_engine) as session:
        assert links.resolve(session, address.rpartition("/")[2], today=TODAY).label == "Ratssitzung"
    button(app, "live-link-done").click().run()
    assert not app.code
    assert "● gilt" in words(app)


def test_a_live_link_needs_a_label(sqlite_engine, monkeypatch, network):
    app = opened("council", sqlite_engine, monkeypatch, by=ADMINISTRATION)
    button(app, "create").click().run()
    assert '<p class="bk-fault" role="alert">Hier fehlt eine Angabe.</p>' in words(app)
    assert not listed(sqlite_engine)


def test_a_link_can_be_pinned_rotated_and_revoked(sqlite_engine, monkeypatch, network):
    released(sqlite_engine)
    app = opened("council", sqlite_engine, monkeypatch, by=ADMINISTRATION)
    next(one for one in app.text_input if one.key == "creating-label").set_value("Ratssitzung")
    app.radio[0].set_value(1)
    button(app, "create").click().run()
    old = app.code[0].value.rpartition("/")[2]
    assert listed(sqlite_engine)[0].pinned == 1
    managing = next(one for one in app.selectbox if one.key == "managing-link")
    managing.select_index(0).run()
    button(app, "rotate").click().run()
    button(app, "rotate-yes").click().run()
    new = app.code[0].value.rpartition("/")[2]
    with reading(sqlite_engine) as session:
        assert links.resolve(session, new, today=TODAY)
        with pytest.raises(LinkDead):
            links.resolve(session, old, today=TODAY)
    button(app, "revoke-live").click().run()
    button(app, "revoke-live-yes").click().run()
    assert listed(sqlite_engine)[0].revoked == TODAY


def test_a_text_is_read_before_it_is_released_and_can_be_taken_back(sqlite_engine, monkeypatch, network):
    app = opened("council", sqlite_engine, monkeypatch, by=ADMINISTRATION)
    next(one for one in app.selectbox if one.key == "project-text").select_index(0).run()
    assert "Jugendliche entscheiden selbst." in words(app)
    for expected in (True, False):
        button(app, "release-text").click().run()
        with reading(sqlite_engine) as session:
            assert project_texts(session, by=ADMINISTRATION)[0].released is expected


def with_picture(app, content=None, *, alt="Ein Zelt auf dem Markt", consent="Liegt vor"):
    app.selectbox(key="project-text").set_value("jugendkonferenz").run()
    if content is not None:
        app.file_uploader(key="picture-file-jugendkonferenz-0").set_value(("bild.jpg", content, "image/jpeg")).run()
    app.text_input(key="picture-alt-jugendkonferenz-0").set_value(alt).run()
    app.text_input(key="picture-consent-jugendkonferenz-0").set_value(consent).run()
    button(app, "picture-save").click().run()
    return app


def stored_picture(engine):
    with reading(engine) as session:
        return project_texts(session, by=ADMINISTRATION)[0].picture


def test_a_picture_is_looked_at_before_it_is_released_and_can_be_taken_back(sqlite_engine, monkeypatch, network):
    app = with_picture(opened("council", sqlite_engine, monkeypatch, by=ADMINISTRATION), photo())
    assert not app.exception
    assert not stored_picture(sqlite_engine).released
    assert any('alt="Ein Zelt auf dem Markt"' in one.body for one in app.get("html"))
    assert "Liegt vor" in words(app)
    button(app, "picture-release").click().run()
    assert stored_picture(sqlite_engine).released
    assert "Es erscheint, sobald auch der Text freigegeben ist." in words(app)
    button(app, "picture-release").click().run()
    assert not stored_picture(sqlite_engine).released


def test_a_project_of_the_surroundings_is_said_to_appear_nowhere(sqlite_engine, monkeypatch, network):
    with unit_of_work(sqlite_engine) as session:
        project(session, "kim", title="KIM", description="Landesprogramm.", link="umfeld")
    app = opened("council", sqlite_engine, monkeypatch, by=ADMINISTRATION)
    app.selectbox(key="project-text").set_value("jugendkonferenz").run()
    assert "gehört zum Umfeld" not in words(app)
    app.selectbox(key="project-text").set_value("kim").run()
    assert "gehört zum Umfeld oder zur Vorgeschichte des Netzwerks. Im Sachstand erscheint es nicht" in words(app)


def test_a_picture_is_deleted_after_a_question(sqlite_engine, monkeypatch, network):
    app = with_picture(opened("council", sqlite_engine, monkeypatch, by=ADMINISTRATION), photo())
    button(app, "picture-remove").click().run()
    assert stored_picture(sqlite_engine) is not None
    button(app, "picture-remove-yes").click().run()
    assert stored_picture(sqlite_engine) is None


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"content": None}, "Bitte wählen Sie zuerst eine Bilddatei."),
        ({"content": b"kein Bild"}, "Diese Datei lässt sich nicht als Bild lesen."),
        ({"content": photo(), "alt": ""}, "Was ist zu sehen?: "),
        ({"content": photo(), "consent": ""}, "Wer hat der Veröffentlichung zugestimmt?: "),
    ],
    ids=["no file", "no picture", "no words", "nobody agreed"],
)
def test_what_is_missing_of_a_picture_is_said_and_what_was_typed_stays(
    sqlite_engine, monkeypatch, network, given, sentence
):
    app = with_picture(opened("council", sqlite_engine, monkeypatch, by=ADMINISTRATION), **given)
    assert sentence in words(app)
    assert stored_picture(sqlite_engine) is None
    assert app.text_input(key="picture-alt-jugendkonferenz-0").value == given.get("alt", "Ein Zelt auf dem Markt")
