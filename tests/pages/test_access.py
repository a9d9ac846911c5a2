"""Who was given which way in, taking it away, and the hand-over: every state of the page."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select
from streamlit.testing.v1 import AppTest

from bkcore.access import SYSTEM, Actor, administers
from bkcore.commands.access import CreateSignInLink
from bkcore.commands.capture import CreateCaptureLink
from bkcore.commands.council import CreateLiveLink, MakeRelease
from bkcore.commands.measures import InviteOwner, PlanMeasure
from bkcore.commands.meetings import PrepareMeeting
from bkcore.commands.members import BeginRepresentation, CreateSeat
from bkcore.commands.voices import OpenVoiceForm
from bkcore.errors import NotPermitted
from bkcore.model.access import AccessLink
from bkcore.model.capture import CaptureLink
from bkcore.model.council import LiveLink
from bkcore.model.steering import MeasureLink
from bkcore.model.voices import VoiceForm
from bkcore.publication import release
from bkcore.publication.links import create_live_link
from bkcore.services.access import create_sign_in_link
from bkcore.services.capture_links import create_capture_link
from bkcore.services.measure_links import invite_owner
from bkcore.services.measures import plan_measure
from bkcore.services.meetings import prepare_meeting
from bkcore.services.members import begin_representation, create_seat
from bkcore.services.voices import open_voice_form
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import Role
from dashboard import access_state, state
from dashboard.menu import PAGES_OF
from dashboard.texts import access as texts
from tests.factories import ADMINISTRATION, activity, invitation, open_a_round, organisation, project
from tests.pages.acting import LAST_DAY, TODAY, acting_on, opened
from tests.pages.scenes import words


def page(engine: Engine, monkeypatch: pytest.MonkeyPatch, by: Actor = ADMINISTRATION) -> AppTest:
    return opened("access", engine, monkeypatch, by=by)


@pytest.fixture
def town(sqlite_engine: Engine) -> Engine:
    """One way in of every kind, each number 1."""
    with unit_of_work(sqlite_engine) as session:
        project(session, title="Jugendkonferenz")
        open_a_round(session, closes_on=LAST_DAY)
        invitation(session)
        create_sign_in_link(session, CreateSignInLink(role=Role.STEERING_GROUP, label="Vorsitz"), by=SYSTEM)
        measure = plan_measure(
            session, PlanMeasure(title="Plakate drucken", owner="Koordination", due_on=TODAY), by=SYSTEM
        )
        invite_owner(session, InviteOwner(measure_id=measure.id or 0, label="Büro", mail="b@example.org"), by=SYSTEM)
        create_capture_link(session, CreateCaptureLink(project="jugendkonferenz", mail="a@example.org"), by=SYSTEM)
        create_capture_link(session, CreateCaptureLink(), by=SYSTEM)
        create_live_link(session, CreateLiveLink(label="Hauptausschuss"), by=SYSTEM)
        open_voice_form(session, OpenVoiceForm(round="herbst-2026", project="jugendkonferenz"), by=SYSTEM)
    return sqlite_engine


def test_an_empty_town_says_where_links_are_given(sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    app = page(sqlite_engine, monkeypatch)
    shown = words(app)
    assert texts.EMPTY_TITLE in shown
    assert "Keine Zugänge gelten gerade." in shown
    assert not app.selectbox
    assert "Erste Schritte" in shown


def test_every_kind_is_listed_without_a_mail_address(town: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = words(page(town, monkeypatch))
    assert "Sieben Zugänge gelten gerade." in shown
    for kind in texts.KINDS.values():
        assert f'aria-label="{kind}"' in shown
    for said in ("Steuerungsgruppe", "Vorsitz", "Jugendkonferenz, Herbst 2026", "Plakate drucken", "Hauptausschuss"):
        assert said in shown
    assert "noch nie" in shown
    assert "@example.org" not in shown


@pytest.mark.parametrize(
    ("key", "ended"),
    [
        ("sign_in-2", lambda session: session.get_one(AccessLink, 2).revoked_at),
        ("assessment-1", lambda session: session.get_one(AccessLink, 1).revoked_at),
        ("measure-1", lambda session: session.get_one(MeasureLink, 1).revoked_at),
        ("capture-1", lambda session: session.get_one(CaptureLink, 1).revoked_at),
        ("calendar-2", lambda session: session.get_one(CaptureLink, 2).revoked_at),
        ("live-1", lambda session: session.get_one(LiveLink, 1).revoked_at),
        ("voices-1", lambda session: session.get_one(VoiceForm, 1).closed_on),
    ],
)
def test_one_is_taken_away_after_a_question(
    town: Engine, monkeypatch: pytest.MonkeyPatch, key: str, ended: Callable[[Session], object]
) -> None:
    app = page(town, monkeypatch)
    app.selectbox(key="access-chosen").set_value(key).run()
    app.button(key="access-revoke").click().run()
    with reading(town) as session:
        assert ended(session) is None
    app.button(key="access-revoke-yes").click().run()
    assert not app.exception
    with reading(town) as session:
        assert ended(session) is not None
    shown = words(app.run())
    assert "Sechs Zugänge gelten gerade." in shown
    assert "Beendete Zugänge (1)" in [one.label for one in app.expander]


def test_saying_no_takes_nothing_away(town: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    app = page(town, monkeypatch)
    app.selectbox(key="access-chosen").set_value("live-1").run()
    app.button(key="access-revoke").click().run()
    app.button(key="access-revoke-no").click().run()
    with reading(town) as session:
        assert session.exec(select(LiveLink.revoked_at)).one() is None


@pytest.mark.parametrize("role", Role)
def test_only_the_administration_reads_it(town: Engine, monkeypatch: pytest.MonkeyPatch, role: Role) -> None:
    by = Actor(role=role, project="jugendkonferenz", assessment_id=1, measure_id=1)
    acting_on(town, monkeypatch, by=by)
    if administers(by):
        assert len(access_state.given(by=by)) == 7
        assert access_state.hand_over(by=by, today=TODAY).letters == 1
        return
    for read in (access_state.given, lambda *, by: access_state.hand_over(by=by, today=TODAY)):
        with pytest.raises(NotPermitted):
            read(by=by)


def test_the_page_stands_in_no_other_menu() -> None:
    assert [role for role, pages in PAGES_OF.items() if "access" in pages] == [Role.ADMINISTRATION]


def test_the_hand_over_of_an_empty_town_names_everything_that_is_missing(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = words(page(sqlite_engine, monkeypatch))
    due = TODAY.year - 1
    assert "sechs Punkte sind von 10 noch offen" in shown
    for said in (
        "Keine Aktivitäten warten auf Bestätigung.",
        "Keine Runde ist offen oder geplant. Es gab noch keine.",
        "Kein Link liegt unverschickt.",
        "Noch ist kein Sitz eingetragen.",
        "Keine Sitzung ist vorbereitet. Es gab noch keine.",
        "Noch ist keine Maßnahme vorgenommen.",
        f"Der Bericht für {due} steht noch aus.",
        "Für den Rat ist noch nichts veröffentlicht.",
        "BK_SMTP_URL",
    ):
        assert said in shown
    for address in ("bestaetigen", "runden", "mitglieder", "sitzung", "massnahmen", "sachstandsbericht", "ratsansicht"):
        assert f'href="/{address}"' in shown


def test_the_hand_over_counts_what_waits(town: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    with unit_of_work(town) as session:
        for slug in ("awo", "igmg"):
            organisation(session, slug, name=slug.upper())
            create_seat(session, CreateSeat(organisation=slug, title="Sitz", begins_on=TODAY), by=SYSTEM)
        seat = {"seat": "awo-sitz", "name": "Erfundene Person", "begins_on": TODAY}
        begin_representation(session, BeginRepresentation.model_validate(seat), by=SYSTEM)
        activity(session, "fest", date="2026-01-01", status="angekuendigt")
        command = PrepareMeeting(title="Sitzung", held_on=TODAY + timedelta(days=7))
        prepare_meeting(session, command, by=SYSTEM)
        release.make(session, MakeRelease(), by=SYSTEM)
    shown = words(page(town, monkeypatch))
    assert "Eine Aktivität wartet auf Bestätigung." in shown
    assert "„Herbst 2026“:" in shown
    assert "Ein Link wurde noch nicht verschickt und nie geöffnet." in shown
    assert "Niemand vertritt: IGMG." in shown
    assert "Vorbereitet für" in shown
    assert "Zuletzt veröffentlicht am" in shown
    assert "Erfundene Person" not in shown


def test_the_hand_over_says_what_is_set_up(town: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    opened("overview", town, monkeypatch, by=ADMINISTRATION)  # sets what the program reads
    chosen = state.settings().model_copy(update={"smtp_url": "smtp://post.example", "public_url": "http://127.0.0.1:1"})
    app = page(town, monkeypatch)
    monkeypatch.setattr(state, "settings", lambda: chosen)
    shown = words(app.run())
    assert "Ein Mailserver ist eingestellt." in shown
    assert "BK_PUBLIC_URL" in shown
