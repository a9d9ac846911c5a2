"""Links become visits, visits become actors, and dead is dead."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from bkcore.access import SYSTEM
from bkcore.commands.access import CreateSignInLink, RevokeAccessLink
from bkcore.commands.assessments import CloseRound
from bkcore.commands.rounds import RenewInvitation
from bkcore.errors import InvalidValue, LinkDead, NotFound, NotPermitted
from bkcore.model.access import AccessLink, Visit
from bkcore.services.access import create_sign_in_link, revoke_access_link
from bkcore.services.corrections import renew_invitation
from bkcore.services.rounds import close_round
from bkcore.services.visits import actor_of, end_visit, link_behind, start_visit
from bkcore.store.unit_of_work import unit_of_work
from bkcore.vocabulary import Role
from tests import factories
from tests.conftest import NOW

HOURS = timedelta(hours=12)


def test_a_token_has_at_least_128_bits_and_only_its_hash_is_kept(session: Session) -> None:
    issued = create_sign_in_link(session, CreateSignInLink(role=Role.ADMINISTRATION), by=SYSTEM)
    started = start_visit(session, issued.token, valid_for=HOURS)
    kept = [*session.exec(select(AccessLink.token_hash)), *session.exec(select(Visit.token_hash))]
    for token in (issued.token, started.token):
        assert len(token) * 6 >= 128
        assert token not in kept


def test_a_one_time_link_signs_in_once(session: Session) -> None:
    issued = create_sign_in_link(session, CreateSignInLink(role=Role.STEERING_GROUP), by=SYSTEM)
    assert link_behind(session, issued.token).role is Role.STEERING_GROUP  # looking does not use it up
    started = start_visit(session, issued.token, valid_for=HOURS)
    assert actor_of(session, started.token).role is Role.STEERING_GROUP
    with pytest.raises(LinkDead):
        start_visit(session, issued.token, valid_for=HOURS)


def test_a_one_time_link_ends_after_a_quarter_of_an_hour(engine: Engine) -> None:
    with unit_of_work(engine, now=NOW) as session:
        issued = create_sign_in_link(session, CreateSignInLink(role=Role.ADMINISTRATION), by=SYSTEM)
    with pytest.raises(LinkDead), unit_of_work(engine, now=NOW + timedelta(minutes=15)) as session:
        start_visit(session, issued.token, valid_for=HOURS)


def test_a_personal_link_signs_in_many_times_until_its_round_closes(session: Session) -> None:
    factories.project(session)
    factories.open_a_round(session)
    issued = factories.invitation(session)
    for _ in range(2):
        started = start_visit(session, issued.token, valid_for=HOURS)
        actor = actor_of(session, started.token)
        assert (actor.role, actor.project, actor.assessment_id) == (
            Role.PROJECT_LEAD,
            "jugendkonferenz",
            issued.link.assessment_id,
        )
    close_round(session, CloseRound(slug="herbst-2026"), by=SYSTEM)
    with pytest.raises(LinkDead):
        start_visit(session, issued.token, valid_for=HOURS)


def test_revoking_a_link_ends_its_visits_at_once(session: Session) -> None:
    issued = create_sign_in_link(session, CreateSignInLink(role=Role.ADMINISTRATION), by=SYSTEM)
    started = start_visit(session, issued.token, valid_for=HOURS)
    revoke_access_link(session, RevokeAccessLink(link_id=issued.link.id), by=SYSTEM)
    with pytest.raises(LinkDead):
        actor_of(session, started.token)


def test_a_renewed_invitation_opens_the_same_assessment_and_kills_the_old_address(session: Session) -> None:
    factories.project(session)
    factories.open_a_round(session)
    old = factories.invitation(session)
    new = renew_invitation(session, RenewInvitation(link_id=old.link.id), by=SYSTEM)
    assert new.link.assessment_id == old.link.assessment_id
    link_behind(session, new.token)
    with pytest.raises(LinkDead):
        link_behind(session, old.token)


def test_signing_out_and_time_end_a_visit(engine: Engine) -> None:
    with unit_of_work(engine, now=NOW) as session:
        issued = create_sign_in_link(session, CreateSignInLink(role=Role.ADMINISTRATION), by=SYSTEM)
        started = start_visit(session, issued.token, valid_for=HOURS)
    with pytest.raises(LinkDead), unit_of_work(engine, now=NOW + HOURS) as session:
        actor_of(session, started.token)
    with unit_of_work(engine, now=NOW) as session:
        actor_of(session, started.token)
        end_visit(session, started.token)
        with pytest.raises(LinkDead):
            actor_of(session, started.token)


@pytest.mark.parametrize("token", ["", "unbekannt", "a" * 500, "' OR 1=1 --", "\u0000"])
def test_an_unknown_token_opens_nothing(session: Session, token: str) -> None:
    with pytest.raises(LinkDead):
        link_behind(session, token)
    with pytest.raises(LinkDead):
        actor_of(session, token)


def test_a_lead_needs_a_project_that_exists(session: Session) -> None:
    with pytest.raises(InvalidValue):
        create_sign_in_link(session, CreateSignInLink(role=Role.PROJECT_LEAD), by=SYSTEM)
    with pytest.raises(NotFound):
        create_sign_in_link(session, CreateSignInLink(role=Role.PROJECT_LEAD, project="nirgends"), by=SYSTEM)


def test_only_the_administration_hands_out_links(session: Session) -> None:
    for actor in (factories.STEERING_GROUP, factories.lead_of("x"), factories.rater_of("x", assessment_id=1)):
        with pytest.raises(NotPermitted):
            create_sign_in_link(session, CreateSignInLink(role=Role.ADMINISTRATION), by=actor)
