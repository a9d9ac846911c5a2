"""The section of the page "Runden" that opens the participants' forms."""

import pytest

from bkcore.access import SYSTEM, Actor
from bkcore.commands.voices import SubmitVoice
from bkcore.errors import LinkDead
from bkcore.reports.voices import voice_forms
from bkcore.services.voices import open_form, submit_voice
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import Role
from dashboard.texts import voices as texts
from tests.factories import open_a_round, project
from tests.pages.acting import LAST_DAY, PUBLIC_URL, opened
from tests.pages.scenes import words

ADMINISTRATION = Actor(role=Role.ADMINISTRATION)


@pytest.fixture
def turn(sqlite_engine):
    with unit_of_work(sqlite_engine) as session:
        project(session, "jugendkonferenz", title="Jugendkonferenz")
        project(session, "friedensfest", title="Friedensfest")
        open_a_round(session, closes_on=LAST_DAY)


def page(engine, monkeypatch):
    return opened("rounds", engine, monkeypatch, by=ADMINISTRATION)


def forms(engine):
    with reading(engine) as session:
        return voice_forms(session, round_slug="herbst-2026", by=ADMINISTRATION)


def button(app, key):
    return next(one for one in app.button if one.key == key)


def keys(app):
    return {one.key for one in (*app.button, *app.get("download_button"))}


def field(app, key):
    return next(one for one in (*app.multiselect, *app.selectbox) if one.key == key)


def open_one(app, *slugs):
    field(app, "voices-projects").set_value(list(slugs))
    button(app, "voices-opening").click().run()
    assert not app.exception


def test_before_the_first_form_the_section_says_what_to_do(sqlite_engine, monkeypatch, turn):
    shown = words(page(sqlite_engine, monkeypatch))
    assert texts.TITLE in shown
    assert texts.NONE in shown


def test_opening_a_form_shows_its_address_and_two_posters(sqlite_engine, monkeypatch, turn):
    app = page(sqlite_engine, monkeypatch)
    open_one(app, "jugendkonferenz")
    (form,) = forms(sqlite_engine)
    assert f"{PUBLIC_URL}/stimme/{form.token}" in [block.value for block in app.code]
    assert {"voices-a4", "voices-a6", "voices-close"} <= keys(app)
    with reading(sqlite_engine) as session:
        assert open_form(session, form.token).project == "Jugendkonferenz"


def test_several_forms_are_opened_at_once_and_one_is_chosen(sqlite_engine, monkeypatch, turn):
    app = page(sqlite_engine, monkeypatch)
    open_one(app, "jugendkonferenz", "friedensfest")
    assert len(forms(sqlite_engine)) == 2
    assert texts.ALL_OPEN in words(app)
    assert field(app, "voices-form").value == "jugendkonferenz"
    shown = {form.project: f"{PUBLIC_URL}/stimme/{form.token}" for form in forms(sqlite_engine)}
    assert [block.value for block in app.code] == [shown["jugendkonferenz"]]
    field(app, "voices-form").select("Friedensfest").run()
    assert [block.value for block in app.code] == [shown["friedensfest"]]


def test_only_the_number_of_voices_is_shown(sqlite_engine, monkeypatch, turn):
    open_one(page(sqlite_engine, monkeypatch), "jugendkonferenz")
    (form,) = forms(sqlite_engine)
    for _ in range(4):
        with unit_of_work(sqlite_engine) as session:
            submit_voice(session, SubmitVoice(token=form.token, answers={"mehrwerte": "2"}), by=SYSTEM)
    shown = words(page(sqlite_engine, monkeypatch))
    assert '<td role="cell" data-name="Stimmen">4</td>' in shown
    assert texts.COUNT_NOTE in shown


def test_choosing_nothing_is_complained_about_at_the_field(sqlite_engine, monkeypatch, turn):
    app = page(sqlite_engine, monkeypatch)
    open_one(app)
    assert texts.NONE_CHOSEN in words(app)
    assert not forms(sqlite_engine)


def test_closing_asks_first_and_the_form_can_be_opened_again(sqlite_engine, monkeypatch, turn):
    app = page(sqlite_engine, monkeypatch)
    open_one(app, "jugendkonferenz")
    (before,) = forms(sqlite_engine)
    button(app, "voices-close").click().run()
    assert "Bisher kam keine Stimme." in words(app)
    button(app, "voices-close-yes").click().run()
    assert texts.CLOSED_NOTE in words(app)
    with reading(sqlite_engine) as session, pytest.raises(LinkDead):
        open_form(session, before.token)
    open_one(app, "jugendkonferenz")
    (after,) = forms(sqlite_engine)
    assert (after.token, after.is_open) == (before.token, True)


@pytest.mark.parametrize(
    ("voices", "sentence"),
    [(0, "Bisher kam keine Stimme."), (1, "Eine Stimme bleibt gezählt."), (2, "Zwei Stimmen bleiben gezählt.")],
)
def test_closing_says_what_stays(voices, sentence):
    assert texts.close_consequences(voices, LAST_DAY)[1] == sentence
