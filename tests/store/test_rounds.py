"""Rounds over time: planned, open, closed, called off; departments apart from projects; addresses forgotten."""

from datetime import UTC, date, datetime, timedelta

import pytest
from pydantic import ValidationError
from sqlalchemy import Engine
from sqlmodel import Session, select

from bkcore import catalogue, seed
from bkcore.access import SYSTEM, Actor
from bkcore.commands.access import RevokeAccessLink
from bkcore.commands.assessments import AnswerIndicator, CloseRound, HandIn, InviteRater, OpenRound
from bkcore.commands.departments import AddDepartment, RenameDepartment, RetireDepartment
from bkcore.commands.rounds import (
    CancelRound,
    ChooseAsked,
    ForgetAddresses,
    RecordDispatch,
    RemindRater,
    RenewInvitation,
    WithdrawReminder,
)
from bkcore.errors import (
    AlreadyAnswered,
    AlreadyExists,
    InvalidValue,
    LinkDead,
    NotFound,
    NotPermitted,
    PeriodInvalid,
    RoundClosed,
    RoundOpen,
    RoundOverlaps,
    RoundPlanned,
)
from bkcore.model.access import AccessLink
from bkcore.model.assessments import Assessment, RoundProject
from bkcore.model.journal import JournalEntry
from bkcore.model.projects import Project
from bkcore.publication.gather import gather
from bkcore.reports import factors
from bkcore.reports.assessment import build
from bkcore.reports.invitations import LinkState, asked, invitations
from bkcore.reports.project_texts import project_texts
from bkcore.reports.rounds import all_rounds, closed_rounds
from bkcore.reports.subjects import subjects
from bkcore.services.access import invite_rater, revoke_access_link
from bkcore.services.answers import answer
from bkcore.services.assessments import hand_in
from bkcore.services.corrections import renew_invitation
from bkcore.services.departments import add_department, rename_department, retire_department
from bkcore.services.reminders import forget_addresses, record_dispatch, remind_rater, withdraw_reminder
from bkcore.services.rounds import cancel_round, choose_asked, close_round, open_round
from bkcore.services.visits import link_behind
from bkcore.settings import load
from bkcore.store.unit_of_work import unit_of_work
from bkcore.vocabulary import SubjectKind, View
from bkcore.wording.messages import message
from tests import factories
from tests.conftest import NOW
from tests.factories import ADMINISTRATION, STEERING_GROUP, lead_of

TODAY = NOW.date()
CLOSES = date(2026, 12, 20)


def planned(session: Session, title: str = "Winter 2027", **more: object) -> None:
    values = {"title": title, "opens_on": date(2027, 1, 4), "closes_on": date(2027, 1, 31), **more}
    open_round(session, OpenRound.model_validate(values), by=ADMINISTRATION)


def rated(session: Session, slug: str, *, levels: int = 3) -> None:
    issued = factories.invitation(session, slug)
    actor = lead_of(slug, assessment_id=issued.link.assessment_id)
    for factor in catalogue.load().factors:
        for item in factor.indicators:
            wish = AnswerIndicator(assessment_id=issued.link.assessment_id, indicator_id=item.id, level=levels)
            answer(session, wish, by=actor)
    hand_in(session, HandIn(assessment_id=issued.link.assessment_id), by=actor)


def test_a_planned_round_takes_no_answers_and_says_from_when_it_does(session: Session) -> None:
    factories.project(session)
    planned(session)
    issued = factories.invitation(session, turn="winter-2027")
    lead = lead_of("jugendkonferenz", assessment_id=issued.link.assessment_id)
    wish = AnswerIndicator(assessment_id=lead.assessment_id, indicator_id="augenhoehe-1", level=3)
    with pytest.raises(RoundPlanned) as refused:
        answer(session, wish, by=lead)
    assert "beginnt erst am 4. Januar 2027" in message(refused.value)
    assert link_behind(session, issued.token).id == issued.link.id
    report = build(session, assessment_id=lead.assessment_id, by=lead, today=TODAY)
    assert (report.is_planned, report.is_open, report.opens_on) == (True, False, date(2027, 1, 4))


def test_on_its_first_day_a_planned_round_takes_answers(engine: Engine) -> None:
    with unit_of_work(engine, now=NOW) as session:
        factories.project(session)
        planned(session)
        assessment_id = factories.invitation(session, turn="winter-2027").link.assessment_id
    lead = lead_of("jugendkonferenz", assessment_id=assessment_id)
    with unit_of_work(
        engine, now=datetime(2027, 1, 3, 23, 30, tzinfo=UTC)
    ) as session:  # half past midnight in Bergkamen
        answer(session, AnswerIndicator(assessment_id=assessment_id, indicator_id="augenhoehe-1", level=3), by=lead)


def test_a_planned_round_is_neither_open_nor_closed_in_any_report(session: Session) -> None:
    planned(session)
    (state,) = all_rounds(session, today=TODAY)
    assert (state.is_planned, state.is_open) == (True, False)
    assert closed_rounds(session, today=TODAY) == ()
    assert factors.build(session, today=TODAY).round is None


def test_two_rounds_never_share_a_day(session: Session) -> None:
    factories.open_a_round(session)
    with pytest.raises(RoundOpen):
        planned(session, "Nikolaus", opens_on=CLOSES)
    planned(session)
    with pytest.raises(RoundOverlaps) as refused:
        planned(session, "Fasching", opens_on=date(2027, 1, 31), closes_on=date(2027, 2, 20))
    assert "„Winter 2027“ vorgesehen (4. Januar 2027 bis 31. Januar 2027)" in message(refused.value)
    close_round(session, CloseRound(slug="herbst-2026"), by=ADMINISTRATION)
    planned(session, "Nikolaus", opens_on=date(2026, 12, 1), closes_on=CLOSES)


def test_a_period_must_lie_ahead_and_in_order(session: Session) -> None:
    with pytest.raises(InvalidValue):
        planned(session, opens_on=TODAY - timedelta(days=1))
    with pytest.raises(PeriodInvalid):
        planned(session, closes_on=date(2027, 1, 3))
    with pytest.raises(InvalidValue):
        planned(session, catalogue_version="1999-1")


def test_a_round_knows_whom_it_is_to_ask(session: Session) -> None:
    factories.project(session)
    factories.project(session, "blog")
    turn = open_round(session, OpenRound(title="Herbst 2026", closes_on=CLOSES, projects=("blog",)), by=ADMINISTRATION)
    assert [one.slug for one in asked(session, round_slug=turn.slug, by=ADMINISTRATION).to_ask] == ["blog"]
    choose_asked(session, ChooseAsked(round=turn.slug, projects=("jugendkonferenz",)), by=ADMINISTRATION)
    found = asked(session, round_slug=turn.slug, by=ADMINISTRATION)
    assert [one.slug for one in found.without(View.LEAD)] == ["jugendkonferenz"]
    factories.invitation(session)
    found = asked(session, round_slug=turn.slug, by=ADMINISTRATION)
    assert found.without(View.LEAD) == ()
    assert [one.slug for one in found.without(View.TEAM)] == ["jugendkonferenz"]
    with pytest.raises(NotFound):
        choose_asked(session, ChooseAsked(round=turn.slug, projects=("gibt-es-nicht",)), by=ADMINISTRATION)


def test_inviting_somebody_counts_the_project_among_those_asked(session: Session) -> None:
    factories.project(session)
    factories.open_a_round(session)
    factories.invitation(session)
    factories.invitation(session, view=View.TEAM)
    assert len(session.exec(select(RoundProject)).all()) == 1


def test_a_new_round_suggests_those_of_the_last_one_that_have_not_ended(session: Session) -> None:
    factories.project(session)
    factories.project(session, "blog", ends="2026-10")
    factories.project(session, "umfeld", link="umfeld")
    factories.project(session, "neu")
    suggested = lambda: [one.slug for one in subjects(session, today=TODAY, by=ADMINISTRATION) if one.chosen]  # noqa: E731
    assert suggested() == ["jugendkonferenz", "neu"]
    wish = OpenRound(title="Herbst 2026", closes_on=CLOSES, projects=("jugendkonferenz", "blog"))
    open_round(session, wish, by=ADMINISTRATION)
    assert suggested() == ["jugendkonferenz"]


def test_a_planned_round_can_be_called_off_and_a_running_one_not(session: Session) -> None:
    factories.project(session)
    planned(session)
    issued = factories.invitation(session, turn="winter-2027")
    cancel_round(session, CancelRound(slug="winter-2027"), by=ADMINISTRATION)
    assert all_rounds(session, today=TODAY) == ()
    assert session.exec(select(Assessment)).all() == []
    with pytest.raises(LinkDead):
        link_behind(session, issued.token)
    turn = factories.open_a_round(session)
    with pytest.raises(RoundOpen):
        cancel_round(session, CancelRound(slug=turn.slug), by=ADMINISTRATION)


def test_a_reminder_brings_one_more_link_and_the_first_stays_valid(session: Session) -> None:
    factories.project(session)
    factories.open_a_round(session)
    wish = InviteRater(round="herbst-2026", project="jugendkonferenz", label="Projektleitung", mail="a@beispiel.de")
    first = invite_rater(session, wish, by=ADMINISTRATION)
    again = remind_rater(session, RemindRater(assessment_id=first.link.assessment_id), by=ADMINISTRATION)
    assert link_behind(session, first.token).assessment_id == link_behind(session, again.token).assessment_id
    assert (again.link.label, again.link.mail, again.link.role) == ("Projektleitung", "a@beispiel.de", first.link.role)
    (entry,) = invitations(session, round_slug="herbst-2026", by=ADMINISTRATION)
    assert (entry.reminders, entry.reminded_on, entry.link_id) == (1, TODAY, again.link.id)


def test_revoking_or_renewing_ends_every_link_to_the_same_assessment(session: Session) -> None:
    factories.project(session)
    factories.open_a_round(session)
    first = factories.invitation(session)
    again = remind_rater(session, RemindRater(assessment_id=first.link.assessment_id), by=ADMINISTRATION)
    new = renew_invitation(session, RenewInvitation(link_id=again.link.id), by=ADMINISTRATION)
    for dead in (first, again):
        with pytest.raises(LinkDead):
            link_behind(session, dead.token)
    revoke_access_link(session, RevokeAccessLink(link_id=new.link.id), by=ADMINISTRATION)
    (entry,) = invitations(session, round_slug="herbst-2026", by=ADMINISTRATION)
    assert entry.link is LinkState.REVOKED
    with pytest.raises(NotFound):
        remind_rater(session, RemindRater(assessment_id=first.link.assessment_id), by=ADMINISTRATION)


def test_who_has_handed_in_is_not_reminded_and_nobody_after_the_end(session: Session) -> None:
    factories.project(session)
    factories.project(session, "blog")
    factories.open_a_round(session)
    rated(session, "jugendkonferenz")
    other = factories.invitation(session, "blog")
    (done,) = [one for one in invitations(session, round_slug="herbst-2026", by=SYSTEM) if one.project != "blog"]
    with pytest.raises(AlreadyAnswered):
        remind_rater(session, RemindRater(assessment_id=done.assessment_id), by=ADMINISTRATION)
    close_round(session, CloseRound(slug="herbst-2026"), by=ADMINISTRATION)
    with pytest.raises(RoundClosed):
        remind_rater(session, RemindRater(assessment_id=other.link.assessment_id), by=ADMINISTRATION)


def test_a_reminder_that_reached_nobody_is_taken_back_and_a_sent_one_not(session: Session) -> None:
    factories.project(session)
    factories.open_a_round(session)
    first = factories.invitation(session)
    unsent = remind_rater(session, RemindRater(assessment_id=first.link.assessment_id), by=ADMINISTRATION)
    withdraw_reminder(session, WithdrawReminder(link_id=unsent.link.id), by=ADMINISTRATION)
    sent = remind_rater(session, RemindRater(assessment_id=first.link.assessment_id), by=ADMINISTRATION)
    record_dispatch(session, RecordDispatch(link_id=sent.link.id), by=ADMINISTRATION)
    for link in (sent.link, first.link):
        with pytest.raises(NotFound):
            withdraw_reminder(session, WithdrawReminder(link_id=link.id), by=ADMINISTRATION)
    (entry,) = invitations(session, round_slug="herbst-2026", by=ADMINISTRATION)
    assert (entry.reminders, entry.sent_on) == (1, TODAY)


def test_addresses_are_forgotten_thirty_days_after_the_end_and_no_journal_entry_holds_one(engine: Engine) -> None:
    with unit_of_work(engine, now=NOW) as session:
        factories.project(session)
        factories.open_a_round(session, closes_on=TODAY + timedelta(days=5))
        wish = InviteRater(round="herbst-2026", project="jugendkonferenz", mail="a@beispiel.de")
        issued = invite_rater(session, wish, by=ADMINISTRATION)
        remind_rater(session, RemindRater(assessment_id=issued.link.assessment_id), by=ADMINISTRATION)
    for days, left in ((34, 2), (35, 0), (36, 0)):
        with unit_of_work(engine, now=NOW + timedelta(days=days)) as session:
            forget_addresses(session, ForgetAddresses(), by=SYSTEM)
            assert len([link for link in session.exec(select(AccessLink)) if link.mail]) == left
    with unit_of_work(engine, now=NOW) as session:
        entries = session.exec(select(JournalEntry)).all()
        assert [entry.details for entry in entries if entry.action == "forget_addresses"] == [{"links": 2}]
        assert "beispiel.de" not in "".join(str(entry.details) + entry.key for entry in entries)


def test_the_start_of_the_server_forgets_addresses(engine: Engine) -> None:
    with unit_of_work(engine, now=NOW) as session:
        factories.project(session)
        factories.open_a_round(session, closes_on=TODAY)
        invite_rater(
            session, InviteRater(round="herbst-2026", project="jugendkonferenz", mail="a@beispiel.de"), by=SYSTEM
        )
    address = engine.url.render_as_string(hide_password=False)
    seed.prepare(load(database_url=address), now=NOW + timedelta(days=31))
    with unit_of_work(engine, now=NOW) as session:
        assert session.exec(select(AccessLink.mail)).all() == [None]


@pytest.mark.parametrize(
    "typed",
    [
        "verein",
        "verein@",
        "@beispiel.de",
        "a b@beispiel.de",
        "a@beispiel",
        "ä@beispiel.de",
        "a@grüße.de",
        "a@b.de\nBcc: c@d.de",
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        InviteRater(round="x", project="x", mail=typed)


def test_a_domain_with_umlauts_is_kept_as_mail_servers_write_it() -> None:
    assert InviteRater(round="x", project="x", mail=" verein@müller.de ").mail == "verein@xn--mller-kva.de"


def test_departments_are_added_renamed_and_retired(session: Session) -> None:
    stored = add_department(session, AddDepartment(title="Bürgerbüro"), by=ADMINISTRATION).row
    assert (stored.slug, stored.kind) == ("b-buergerbuero", SubjectKind.DEPARTMENT)
    with pytest.raises(AlreadyExists):
        add_department(session, AddDepartment(title="BÜRGERBÜRO"), by=ADMINISTRATION)
    rename_department(session, RenameDepartment(slug=stored.slug, title="Bürgerservice"), by=ADMINISTRATION)
    retire_department(session, RetireDepartment(slug=stored.slug), by=ADMINISTRATION)
    (one,) = subjects(session, today=TODAY, by=ADMINISTRATION)
    assert (one.title, one.over, one.chosen) == ("Bürgerservice", True, False)
    retire_department(session, RetireDepartment(slug=stored.slug, retired=False), by=ADMINISTRATION)
    assert not subjects(session, today=TODAY, by=ADMINISTRATION)[0].over
    factories.project(session)
    with pytest.raises(NotFound):
        retire_department(session, RetireDepartment(slug="jugendkonferenz"), by=ADMINISTRATION)


def test_no_figure_about_projects_counts_a_department(engine: Engine) -> None:
    with unit_of_work(engine, now=NOW) as session:
        factories.project(session)
        add_department(session, AddDepartment(title="Bürgerbüro"), by=ADMINISTRATION)
        department = session.exec(select(Project).where(Project.kind == SubjectKind.DEPARTMENT)).one()
        department.description = "Ein Text."
        session.add(department)
        factories.open_a_round(session)
        rated(session, "jugendkonferenz", levels=2)
        rated(session, "b-buergerbuero", levels=5)
        close_round(session, CloseRound(slug="herbst-2026"), by=ADMINISTRATION)
        (state,) = closed_rounds(session, today=TODAY)
        assert (state.projects_asked, state.projects_handed_in) == (1, 1)
        assert (state.departments_asked, state.departments_handed_in) == (1, 1)
        report = factors.build(session, today=TODAY, minimum=1)
        assert (report.projects, report.raters, set(report.profile["mean"])) == (1, 1, {2.0})
        figures = factors.as_json(session, today=TODAY, round_slug=None)
        assert {factor["mean"] for factor in figures["factors"]} == {2.0}
        gathered = gather(session, today=TODAY)
        assert [project.key for project in gathered.projects] == ["jugendkonferenz"]
        assert project_texts(session, by=ADMINISTRATION) == ()


@pytest.mark.parametrize("actor", [STEERING_GROUP, lead_of("jugendkonferenz")], ids=["group", "lead"])
def test_only_the_administration_runs_rounds_and_keeps_departments(session: Session, actor: Actor) -> None:
    for service, command in (
        (open_round, OpenRound(title="X", closes_on=CLOSES)),
        (cancel_round, CancelRound(slug="x")),
        (choose_asked, ChooseAsked(round="x", projects=())),
        (remind_rater, RemindRater(assessment_id=1)),
        (withdraw_reminder, WithdrawReminder(link_id=1)),
        (record_dispatch, RecordDispatch(link_id=1)),
        (forget_addresses, ForgetAddresses()),
        (add_department, AddDepartment(title="X")),
        (rename_department, RenameDepartment(slug="x", title="X")),
        (retire_department, RetireDepartment(slug="x")),
    ):
        with pytest.raises(NotPermitted):
            service(session, command, by=actor)
    with pytest.raises(NotPermitted):
        subjects(session, today=TODAY, by=actor)
