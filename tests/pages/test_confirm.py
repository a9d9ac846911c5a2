"""Confirming activities at the desk: every state of the page, and everything the administration and a lead can do."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bkcore.commands.capture import CreateCaptureLink
from bkcore.commands.pictures import OfferPicture, PutPicture
from bkcore.model.activities import Activity
from bkcore.model.capture import CaptureLink
from bkcore.model.pictures import OfferedPicture, ProjectPicture
from bkcore.services.capture_desks import desk_behind
from bkcore.services.capture_links import create_capture_link
from bkcore.services.offered_pictures import offer_picture
from bkcore.services.pictures import put_picture
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import ActivityStatus, CaptureResult
from dashboard.texts import confirm as texts
from tests.factories import ADMINISTRATION, STEERING_GROUP, activity, lead_of, organisation, project
from tests.pages.acting import PUBLIC_URL, TODAY, opened
from tests.pages.scenes import words
from tests.pictures import photo

LEAD = lead_of("jugendkonferenz")


@pytest.fixture
def town(sqlite_engine):
    """Give two projects: an old and a recent announcement, one ahead, and one of the other project."""
    with unit_of_work(sqlite_engine) as session:
        for slug in ("awo", "igmg"):
            organisation(session, slug)
        project(session, title="Jugendkonferenz")
        project(session, "blog", title="Blog")
        announced = {"project": "jugendkonferenz", "status": "angekuendigt"}
        activity(session, "alt", title="Altes Fest", date="2024-05-01", **announced)
        day = (TODAY - timedelta(days=3)).isoformat()
        activity(session, "neu", title="Neues Fest", date=day, partners=("awo",), **announced)
        activity(session, "bald", title="Ball", date=(TODAY + timedelta(days=9)).isoformat(), **announced)
        activity(session, "fremd", title="Lesung", project="blog", status="angekuendigt")
    return sqlite_engine


def found(engine, slug):
    with reading(engine) as session:
        return session.exec(select(Activity).where(Activity.slug == slug)).one()


def answer(app, slug, **fields):
    app.selectbox(key="confirm-chosen").set_value(slug).run()
    app.button(key="confirm-open").click().run()
    for name, value in fields.items():
        kinds = {"result": app.button_group, "organisations": app.multiselect, "attendees": app.number_input}
        kinds[name](key=f"confirm-{name}").set_value(value)
    app.button(key="confirm-save").click().run()
    assert not app.exception
    return app


def test_an_empty_town_is_told_that_nothing_waits(sqlite_engine, monkeypatch):
    shown = words(opened("confirm", sqlite_engine, monkeypatch, by=ADMINISTRATION))
    assert texts.NOTHING_TITLE in shown
    assert texts.NOBODY in shown
    assert texts.NO_LINKS in shown


def test_what_waits_is_listed_the_latest_first(town, monkeypatch):
    shown = words(opened("confirm", town, monkeypatch, by=ADMINISTRATION))
    assert "Drei Aktivitäten warten auf eine Bestätigung." in shown
    assert "Zwei davon warten seit mehr als zwei Wochen." in shown
    assert shown.index("Neues Fest") < shown.index("Altes Fest")
    assert texts.AHEAD in shown


def test_a_lead_sees_the_own_project_and_gives_no_addresses(town, monkeypatch):
    shown = words(opened("confirm", town, monkeypatch, by=LEAD))
    assert "Zwei Aktivitäten warten auf eine Bestätigung." in shown
    assert "Lesung" not in shown
    assert texts.LINKS not in shown


def test_the_steering_group_finds_the_page_locked(town, monkeypatch):
    shown = words(opened("locked", town, monkeypatch, by=STEERING_GROUP))
    assert "Neues Fest" not in shown


@pytest.mark.parametrize("by", [ADMINISTRATION, LEAD])
def test_an_activity_is_confirmed_with_who_and_how_many(town, monkeypatch, by):
    app = answer(opened("confirm", town, monkeypatch, by=by), "neu", organisations=["awo", "igmg"], attendees=80)
    row = found(town, "neu")
    assert (row.status, row.attendees) == (ActivityStatus.HELD, 80)
    assert "neu" not in app.selectbox(key="confirm-chosen").options


def test_for_something_new_only_who_has_one_project_gets_the_partners_of_last_time_ticked(town, monkeypatch):
    with unit_of_work(town) as session:
        activity(session, "war", project="jugendkonferenz", partners=("igmg",), date="2025-01-01")
        activity(session, "auch", project="blog", partners=("awo",), date="2025-01-01")
    for by, ticked in ((LEAD, ["igmg"]), (ADMINISTRATION, [])):
        app = opened("confirm", town, monkeypatch, by=by)
        app.button(key="confirm-new").click().run()
        assert app.multiselect(key="confirm-organisations").value == ticked


def test_a_refusal_is_shown_and_nothing_is_saved(town, monkeypatch):
    app = answer(opened("confirm", town, monkeypatch, by=ADMINISTRATION), "neu", result=CaptureResult.MOVED)
    assert "Bitte geben Sie den Tag an." in str(app.session_state["complaints-confirm"])
    assert found(town, "neu").status is ActivityStatus.ANNOUNCED


def test_an_address_is_given_handed_out_and_taken_away(town, monkeypatch):
    app = opened("confirm", town, monkeypatch, by=ADMINISTRATION)
    app.selectbox(key="capture-project").set_value("jugendkonferenz")
    app.text_input(key="capture-mail").set_value("leitung@beispiel.de")
    app.button(key="capture-give").click().run()
    assert not app.exception
    address = next(code.value for code in app.code if code.value.startswith(f"{PUBLIC_URL}/erfassen/"))
    with reading(town) as session:
        assert desk_behind(session, address.rsplit("/", 1)[1]).project == "jugendkonferenz"
    app.button(key="capture-links-done").click().run()
    app.button(key="capture-revoke").click().run()
    (asked,) = (block.proto.body for block in app.get("html") if texts.REVOKE_CONSEQUENCES[0] in block.proto.body)
    assert "Jugendkonferenz" in asked
    app.button(key="capture-revoke-yes").click().run()
    with reading(town) as session:
        assert session.exec(select(CaptureLink)).one().revoked_at is not None
    assert texts.NO_LINKS in words(app)


def test_a_wrong_mail_address_is_said_at_its_field(town, monkeypatch):
    app = opened("confirm", town, monkeypatch, by=ADMINISTRATION)
    app.text_input(key="capture-mail").set_value("keine Adresse")
    app.button(key="capture-give").click().run()
    assert "Das ist keine E-Mail-Adresse." in words(app)


def test_leads_are_asked_by_messages_to_copy_without_a_mail_server(town, monkeypatch):
    with unit_of_work(town) as session:
        create_capture_link(session, CreateCaptureLink(project="jugendkonferenz"), by=ADMINISTRATION)
    app = opened("confirm", town, monkeypatch, by=ADMINISTRATION)
    assert app.multiselect(key="asking-chosen").value == ["neu", "alt"]
    app.multiselect(key="asking-chosen").set_value(["neu"])
    app.button(key="asking-ask").click().run()
    assert not app.exception
    (address,) = (code.value for code in app.code if code.value.startswith(f"{PUBLIC_URL}/erfassen/"))
    with reading(town) as session:
        assert desk_behind(session, address.rsplit("/", 1)[1]).activity == "neu"


@pytest.fixture
def offered(town):
    """Give an activity that took place and of which the lead has sent a picture."""
    with unit_of_work(town) as session:
        activity(session, "war", title="Zeltfest", project="jugendkonferenz", date="2025-01-01")
        words = {"alt": "Zelt, Anruf 02307 123456", "consent": "Eltern, schriftlich"}
        offer_picture(session, OfferPicture(activity="war", content=photo(), **words), by=LEAD)
    return town


def pictures(engine, table):
    with reading(engine) as session:
        return session.exec(select(table)).all()


def test_an_offered_picture_is_looked_at_and_taken_over(offered, monkeypatch):
    app = opened("confirm", offered, monkeypatch, by=ADMINISTRATION)
    shown = words(app)
    assert all(part in shown for part in (texts.OFFERS, "Zeltfest", "Eltern, schriftlich", texts.OFFER_SUSPECT))
    app.button(key="offer-take-war").click().run()
    assert not app.exception
    assert pictures(offered, OfferedPicture) == []
    assert [row.released for row in pictures(offered, ProjectPicture)] == [False]
    assert texts.OFFERS not in words(app)


def test_a_picture_that_would_replace_another_asks_first(offered, monkeypatch):
    with unit_of_work(offered) as session:
        given = PutPicture(slug="jugendkonferenz", content=photo(colour="green"), alt="Alt", consent="Liegt vor")
        put_picture(session, given, by=ADMINISTRATION)
    app = opened("confirm", offered, monkeypatch, by=ADMINISTRATION)
    app.button(key="offer-take-war").click().run()
    assert [row.alt for row in pictures(offered, ProjectPicture)] == ["Alt"]
    app.button(key="offer-take-war-yes").click().run()
    assert [row.alt for row in pictures(offered, ProjectPicture)] == ["Zelt, Anruf 02307 123456"]


def test_an_offered_picture_is_deleted_after_a_question(offered, monkeypatch):
    app = opened("confirm", offered, monkeypatch, by=ADMINISTRATION)
    app.button(key="offer-decline-war").click().run()
    assert pictures(offered, OfferedPicture)
    app.button(key="offer-decline-war-yes").click().run()
    assert pictures(offered, OfferedPicture) == []
    assert pictures(offered, ProjectPicture) == []


def test_another_picture_sent_meanwhile_is_not_decided_on_unseen(offered, monkeypatch):
    app = opened("confirm", offered, monkeypatch, by=ADMINISTRATION)
    with unit_of_work(offered) as session:
        command = OfferPicture(activity="war", content=photo(colour="green"), alt="Neu", consent="Liegt vor")
        offer_picture(session, command, by=LEAD)
    app.button(key="offer-take-war").click().run()
    assert pictures(offered, ProjectPicture) == []
    assert "Neu" in words(app)


def test_a_lead_sees_no_offers(offered, monkeypatch):
    assert texts.OFFERS not in words(opened("confirm", offered, monkeypatch, by=LEAD))
