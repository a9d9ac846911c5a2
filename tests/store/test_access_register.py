"""Who was given which way in: every kind, what it is worth today, and nothing that would open it or name a person."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session

from bkcore.access import SYSTEM
from bkcore.commands.access import CreateSignInLink, RevokeAccessLink
from bkcore.commands.assessments import CloseRound, InviteRater
from bkcore.commands.capture import CreateCaptureLink, RemindOfActivity
from bkcore.commands.council import CreateLiveLink
from bkcore.commands.measures import InviteOwner, PlanMeasure, RemindOwner
from bkcore.commands.voices import OpenVoiceForm
from bkcore.errors import NotPermitted
from bkcore.model.capture import CaptureLink
from bkcore.publication.links import count_views, create_live_link
from bkcore.reports.access_register import build
from bkcore.reports.given_access import AccessKind, AccessState, GivenAccess
from bkcore.services.access import create_sign_in_link, invite_rater, revoke_access_link
from bkcore.services.capture_links import create_capture_link, remind_of_activity
from bkcore.services.links import note_used
from bkcore.services.measure_links import invite_owner, remind_owner
from bkcore.services.measures import plan_measure
from bkcore.services.rounds import close_round
from bkcore.services.visits import start_visit
from bkcore.services.voices import open_voice_form
from bkcore.vocabulary import Role, View
from tests.factories import ADMINISTRATION, STEERING_GROUP, activity, lead_of, open_a_round, project, rater_of

MAIL = "leitung@example.org"
TODAY = date(2026, 11, 22)


def given(session: Session, kind: AccessKind) -> list[GivenAccess]:
    return [one for one in build(session, by=ADMINISTRATION) if one.kind is kind]


def one_of(session: Session, kind: AccessKind) -> GivenAccess:
    (found,) = given(session, kind)
    return found


def test_every_kind_is_in_it_and_no_token_and_no_mail_address(session: Session) -> None:
    project(session, title="Jugendkonferenz")
    open_a_round(session)
    activity(session, "ball", project="jugendkonferenz", status="angekuendigt", date="2026-11-01")
    measure = plan_measure(
        session, PlanMeasure(title="Plakate", owner="Koordination", due_on=date(2026, 12, 1)), by=SYSTEM
    )
    invited = {"round": "herbst-2026", "project": "jugendkonferenz", "view": View.LEAD, "mail": MAIL}
    tokens = [
        create_sign_in_link(session, CreateSignInLink(role=Role.STEERING_GROUP, label="Vorsitz"), by=SYSTEM).token,
        invite_rater(session, InviteRater.model_validate(invited), by=SYSTEM).token,
        invite_owner(session, InviteOwner(measure_id=measure.id or 0, label="Büro", mail=MAIL), by=SYSTEM).token,
        create_capture_link(session, CreateCaptureLink(project="jugendkonferenz", mail=MAIL), by=SYSTEM).token,
        create_capture_link(session, CreateCaptureLink(), by=SYSTEM).token,
        remind_of_activity(session, RemindOfActivity(activity="ball"), by=SYSTEM).token,
        create_live_link(session, CreateLiveLink(label="Hauptausschuss"), by=SYSTEM).token,
        open_voice_form(session, OpenVoiceForm(round="herbst-2026", project="jugendkonferenz"), by=SYSTEM).token,
    ]
    found = build(session, by=ADMINISTRATION)
    assert {one.kind for one in found} == set(AccessKind)
    assert all(one.is_alive for one in found)
    assert [one.subject for one in found if one.kind is AccessKind.CAPTURE] == [
        "Jugendkonferenz, Ball",
        "Jugendkonferenz",
    ]
    assert len({one.key for one in found}) == len(found)
    shown = repr(found)
    assert not [secret for secret in (*tokens, MAIL) if secret in shown]


@pytest.mark.parametrize("actor", [STEERING_GROUP, lead_of("jugendkonferenz"), rater_of("blog", assessment_id=1)])
def test_it_is_for_the_administration_alone(session: Session, actor) -> None:
    with pytest.raises(NotPermitted):
        build(session, by=actor)


def test_a_sign_in_link_is_used_up_but_whoever_used_it_is_still_here(session: Session) -> None:
    issued = create_sign_in_link(session, CreateSignInLink(role=Role.ADMINISTRATION), by=SYSTEM)
    assert one_of(session, AccessKind.SIGN_IN).state is AccessState.VALID
    start_visit(session, issued.token, valid_for=timedelta(hours=12))
    shown = one_of(session, AccessKind.SIGN_IN)
    assert (shown.state, shown.is_alive, shown.last_used_on) == (AccessState.SIGNED_IN, True, TODAY)
    revoke_access_link(session, RevokeAccessLink(link_id=shown.id), by=ADMINISTRATION)
    assert one_of(session, AccessKind.SIGN_IN).state is AccessState.REVOKED


def test_a_visit_that_ran_out_leaves_a_link_that_is_used_up(session: Session) -> None:
    issued = create_sign_in_link(session, CreateSignInLink(role=Role.ADMINISTRATION), by=SYSTEM)
    start_visit(session, issued.token, valid_for=timedelta(0))
    assert one_of(session, AccessKind.SIGN_IN).state is AccessState.USED


def test_a_sign_in_link_nobody_used_in_time_is_over(session: Session) -> None:
    issued = create_sign_in_link(session, CreateSignInLink(role=Role.ADMINISTRATION), by=SYSTEM)
    issued.link.expires_at = datetime(2026, 11, 1, tzinfo=UTC)
    assert one_of(session, AccessKind.SIGN_IN).state is AccessState.OVER


def test_a_personal_link_ends_with_its_round(session: Session) -> None:
    project(session, title="Jugendkonferenz")
    open_a_round(session)
    command = InviteRater(round="herbst-2026", project="jugendkonferenz", view=View.TEAM, label="Team")
    invite_rater(session, command, by=SYSTEM)
    shown = one_of(session, AccessKind.ASSESSMENT)
    assert (shown.subject, shown.view, shown.ends_on) == ("Jugendkonferenz, Herbst 2026", View.TEAM, date(2026, 12, 20))
    close_round(session, CloseRound(slug="herbst-2026"), by=SYSTEM)
    assert one_of(session, AccessKind.ASSESSMENT).state is AccessState.OVER


def test_links_to_one_measure_are_one_way_in_used_last_by_any_of_them(session: Session) -> None:
    command = PlanMeasure(title="Plakate", owner="Koordination", due_on=date(2026, 12, 1))
    measure = plan_measure(session, command, by=SYSTEM)
    invite_owner(session, InviteOwner(measure_id=measure.id or 0, label="Büro"), by=SYSTEM)
    remind_owner(session, RemindOwner(measure_id=measure.id or 0), by=SYSTEM)
    shown = one_of(session, AccessKind.MEASURE)
    assert (shown.id, shown.label, shown.links, shown.last_used_on) == (measure.id, "Büro", 2, None)
    measure.finished_on = TODAY - timedelta(days=29)
    assert one_of(session, AccessKind.MEASURE).is_alive
    measure.finished_on = TODAY - timedelta(days=30)
    assert one_of(session, AccessKind.MEASURE).state is AccessState.OVER


def test_the_day_of_the_last_use_is_told_and_no_more(session: Session) -> None:
    issued = create_capture_link(session, CreateCaptureLink(), by=SYSTEM)
    note_used(session, CaptureLink, issued.token)
    assert one_of(session, AccessKind.CALENDAR).last_used_on == TODAY
    live = create_live_link(session, CreateLiveLink(label="Rat", expires_on=date(2026, 11, 30)), by=SYSTEM)
    count_views(session, live.link.id or 0, day=date(2026, 11, 20))
    count_views(session, live.link.id or 0, day=date(2026, 11, 21))
    assert one_of(session, AccessKind.LIVE).last_used_on == date(2026, 11, 21)
    live.link.expires_on = date(2026, 11, 21)
    assert one_of(session, AccessKind.LIVE).state is AccessState.OVER
