"""The owner's link: what it opens, how it ends, who is reminded, and what is forgotten."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from bkcore.access import Actor
from bkcore.commands.measures import (
    ForgetOwners,
    InviteOwner,
    PlanMeasure,
    RemindOwner,
    RevokeOwnerLink,
    SetMeasureState,
    WithdrawOwnerReminder,
)
from bkcore.errors import LinkDead, NotFound, NotPermitted
from bkcore.model.journal import JournalEntry
from bkcore.model.steering import Measure, MeasureLink
from bkcore.reports.measure_detail import build, owned
from bkcore.reports.owners import owners_to_remind
from bkcore.services.measure_links import (
    OwnerLink,
    forget_owners,
    invite_owner,
    note_use,
    owner_behind,
    remind_owner,
    revoke_owner_links,
    withdraw_owner_reminder,
)
from bkcore.services.measures import plan_measure, set_measure_state
from bkcore.store.unit_of_work import unit_of_work
from bkcore.vocabulary import MeasureState, Role
from tests.conftest import NOW
from tests.factories import ADMINISTRATION, STEERING_GROUP

TODAY = date(2026, 11, 22)
MAIL = "leitung@beispiel.de"


def planned(session: Session, *, days: int = 40, **fields: object) -> Measure:
    values = {"title": "Plakate drucken", "owner": "Presse", "due_on": TODAY + timedelta(days=days), **fields}
    return plan_measure(session, PlanMeasure.model_validate(values), by=STEERING_GROUP)


def given(session: Session, measure: Measure, **fields: object) -> OwnerLink:
    command = InviteOwner.model_validate({"measure_id": measure.id, "label": "Pressestelle", "mail": MAIL, **fields})
    return invite_owner(session, command, by=ADMINISTRATION)


def report(session: Session, measure: Measure, state: MeasureState, *, by: Actor) -> None:
    command = SetMeasureState(measure_id=measure.id or 0, state=state, version=measure.version)
    set_measure_state(session, command, by=by)


def test_the_owner_reports_on_the_own_measure_and_on_no_other(session: Session) -> None:
    mine, other = planned(session), planned(session, title="Anderes")
    owner = owner_behind(session, given(session, mine).token)
    assert (owner.role, owner.label, owner.measure_id) == (Role.MEASURE_OWNER, "Pressestelle", mine.id)
    report(session, mine, MeasureState.UNDER_WAY, by=owner)
    assert mine.state is MeasureState.UNDER_WAY
    with pytest.raises(NotPermitted):
        report(session, other, MeasureState.DONE, by=owner)
    assert owned(session, by=owner).measure.title == "Plakate drucken"
    with pytest.raises(NotPermitted):
        build(session, measure_id=mine.id, by=owner, today=TODAY)
    entry = session.exec(select(JournalEntry).where(JournalEntry.role == Role.MEASURE_OWNER)).one()
    assert (entry.label, entry.key) == ("Pressestelle", str(mine.id))


def test_only_the_administration_gives_out_links(session: Session) -> None:
    measure = planned(session)
    with pytest.raises(NotPermitted):
        invite_owner(session, InviteOwner(measure_id=measure.id), by=STEERING_GROUP)
    with pytest.raises(NotFound):
        invite_owner(session, InviteOwner(measure_id=99), by=ADMINISTRATION)


def test_neither_token_nor_address_is_in_the_journal(session: Session) -> None:
    issued = given(session, planned(session))
    told = str([(entry.key, entry.label, entry.details) for entry in session.exec(select(JournalEntry))])
    assert issued.token not in told
    assert MAIL not in told
    assert issued.link.token_hash != issued.token


def test_revoking_ends_every_link_at_once_and_forgets_the_addresses(session: Session) -> None:
    measure = planned(session)
    tokens = [given(session, measure).token, given(session, measure, label="Vertretung").token]
    assert revoke_owner_links(session, RevokeOwnerLink(measure_id=measure.id), by=ADMINISTRATION) == 2
    for token in [*tokens, "unbekannt"]:
        with pytest.raises(LinkDead):
            owner_behind(session, token)
    assert [link.mail for link in session.exec(select(MeasureLink))] == [None, None]
    assert revoke_owner_links(session, RevokeOwnerLink(measure_id=measure.id), by=ADMINISTRATION) == 0


def test_a_link_ends_thirty_days_after_its_measure_and_lives_again_with_it(engine: Engine) -> None:
    with unit_of_work(engine, now=NOW) as session:
        measure = planned(session)
        token = given(session, measure).token
        report(session, measure, MeasureState.DONE, by=STEERING_GROUP)
    with unit_of_work(engine, now=NOW + timedelta(days=29)) as session:
        assert owner_behind(session, token).measure_id == measure.id
        assert forget_owners(session, ForgetOwners(), by=ADMINISTRATION) == 0
    with unit_of_work(engine, now=NOW + timedelta(days=30)) as session:
        with pytest.raises(LinkDead):
            owner_behind(session, token)
        assert forget_owners(session, ForgetOwners(), by=ADMINISTRATION) == 1
        assert session.exec(select(MeasureLink.mail)).one() is None
        report(session, session.get_one(Measure, measure.id), MeasureState.OPEN, by=STEERING_GROUP)
        assert owner_behind(session, token).measure_id == measure.id


def test_reminded_are_owners_of_what_is_due_within_two_weeks_or_overdue(session: Session) -> None:
    late, soon = planned(session, title="Überfällig"), planned(session, title="Bald", days=14)
    late.due_on = TODAY - timedelta(days=3)
    planned(session, title="Später", days=15)
    done = planned(session, title="Erledigt", days=1)
    report(session, done, MeasureState.DONE, by=STEERING_GROUP)
    given(session, late)
    found = owners_to_remind(session, by=ADMINISTRATION, today=TODAY)
    assert [(one.measure.title, one.mail, one.written_on) for one in found] == [
        ("Überfällig", MAIL, TODAY),
        ("Bald", None, None),
    ]
    with pytest.raises(NotPermitted):
        owners_to_remind(session, by=STEERING_GROUP, today=TODAY)
    assert soon.title == "Bald"


def test_a_reminder_is_made_out_like_the_latest_link_and_leaves_it_alive(session: Session) -> None:
    measure = planned(session)
    first = given(session, measure)
    again = remind_owner(session, RemindOwner(measure_id=measure.id), by=ADMINISTRATION)
    assert (again.link.label, again.link.mail, again.link.reminder) == ("Pressestelle", MAIL, True)
    assert owner_behind(session, first.token) == owner_behind(session, again.token)
    note_use(session, first.token)
    assert first.link.last_used_on == TODAY
    withdraw_owner_reminder(session, WithdrawOwnerReminder(link_id=again.link.id), by=ADMINISTRATION)
    with pytest.raises(NotFound):
        withdraw_owner_reminder(session, WithdrawOwnerReminder(link_id=first.link.id), by=ADMINISTRATION)
    with pytest.raises(LinkDead):
        owner_behind(session, again.token)
    links = build(session, measure_id=measure.id, by=ADMINISTRATION, today=TODAY).links
    assert [(one.label, one.has_mail) for one in links] == [("Pressestelle", True)]
    assert build(session, measure_id=measure.id, by=STEERING_GROUP, today=TODAY).links == ()
