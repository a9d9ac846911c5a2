"""What a rater can do beside answering: choose a form, correct, take back, withdraw, hand over; what is measured."""

from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from bkcore import catalogue
from bkcore.access import Actor
from bkcore.commands.access import CreateSignInLink
from bkcore.commands.assessments import (
    AnswerIndicator,
    ChooseForm,
    ClearAnswer,
    CloseRound,
    HandIn,
    HandOver,
    WithdrawAssessment,
    WriteRemark,
)
from bkcore.commands.rounds import RenewInvitation
from bkcore.errors import LastAnswer, LinkDead, NotFound, NotPermitted, RoundClosed, TextMoved
from bkcore.model.assessments import AnswerChange, Assessment, Rating, Remark
from bkcore.model.journal import JournalEntry
from bkcore.reports import assessment as reports
from bkcore.reports.assessment_desk import desk
from bkcore.reports.duration import durations, reading_minutes
from bkcore.reports.invitations import invitations
from bkcore.services import answers, assessments, remarks
from bkcore.services.access import IssuedLink, create_sign_in_link
from bkcore.services.corrections import renew_invitation
from bkcore.services.handover import hand_over_assessment
from bkcore.services.rounds import close_round
from bkcore.services.visits import actor_of, start_visit
from bkcore.store.data_version import data_version
from bkcore.vocabulary import AssessmentForm, RemarkKind, Role, SubjectKind, View
from tests import factories
from tests.conftest import NOW

FIRST, FACTOR = "identitaeten-1", "identitaeten"
HOURS = timedelta(hours=8)


@pytest.fixture
def issued(session: Session) -> IssuedLink:
    factories.project(session)
    factories.open_a_round(session)
    return factories.invitation(session)


@pytest.fixture
def mine(issued: IssuedLink) -> int:
    return issued.link.assessment_id or 0


@pytest.fixture
def lead(mine: int) -> Actor:
    return factories.lead_of("jugendkonferenz", assessment_id=mine)


def give(session: Session, by: Actor, item: str = FIRST, level: int = 3, seconds: int = 0) -> None:
    command = AnswerIndicator(assessment_id=by.assessment_id, indicator_id=item, level=level, seconds=seconds)
    answers.answer(session, command, by=by)


def write(session: Session, by: Actor, text: str, **more: object) -> Remark | None:
    command = WriteRemark(assessment_id=by.assessment_id, factor_id="augenhoehe", text=text, **more)
    return remarks.write_remark(session, command, by=by)


def hand_in(session: Session, by: Actor) -> None:
    assessments.hand_in(session, HandIn(assessment_id=by.assessment_id), by=by)


def report(session: Session, by: Actor) -> reports.AssessmentReport:
    return reports.build(session, assessment_id=by.assessment_id or 0, by=by, today=NOW.date())


def actions(session: Session) -> list[str]:
    return list(session.exec(select(JournalEntry.action).order_by(col(JournalEntry.id))))


def test_going_from_short_to_full_and_back_keeps_every_answer(session: Session, lead: Actor) -> None:
    for form in (AssessmentForm.SHORT, AssessmentForm.FULL, AssessmentForm.SHORT):
        assessments.choose_form(session, ChooseForm(assessment_id=lead.assessment_id, form=form), by=lead)
        give(session, lead, FACTOR if form is AssessmentForm.SHORT else FIRST, level=2)
    now = report(session, lead)
    assert (now.form, now.total, now.answered) == (AssessmentForm.SHORT, 8, 1)
    assert set(now.answers) == {FACTOR, FIRST}
    assert [answer.level for answer in now.other_form(now.catalogue.factor(FACTOR))] == [2]


def test_choosing_a_form_in_a_draft_moves_no_data_version_and_after_handing_in_it_does(
    session: Session, lead: Actor
) -> None:
    before = data_version(session)
    short = ChooseForm(assessment_id=lead.assessment_id, form="kurz")
    assessments.choose_form(session, short, by=lead)
    assert data_version(session) == before
    give(session, lead, FACTOR)
    hand_in(session, lead)
    handed_in = data_version(session)
    assessments.choose_form(session, short, by=lead)
    assert data_version(session) == handed_in
    assessments.choose_form(session, ChooseForm(assessment_id=lead.assessment_id, form="voll"), by=lead)
    assert data_version(session) > handed_in


@pytest.mark.parametrize(("item", "form"), [(FACTOR, AssessmentForm.SHORT), (FIRST, AssessmentForm.FULL)])
def test_who_never_chose_has_handed_in_the_form_that_was_answered(
    session: Session, lead: Actor, item: str, form: AssessmentForm
) -> None:
    give(session, lead, item)
    hand_in(session, lead)
    assert session.get_one(Assessment, lead.assessment_id).form is form


def test_a_correction_keeps_the_earlier_answer_for_its_rater(session: Session, lead: Actor) -> None:
    give(session, lead, level=2)
    give(session, lead, level=1)
    assert session.exec(select(AnswerChange)).all() == []
    hand_in(session, lead)
    give(session, lead, level=4)
    give(session, lead, level=4)
    give(session, lead, level=5)
    earlier = report(session, lead).earlier[FIRST]
    assert [(before.answer.level, before.until) for before in earlier] == [(4, NOW.date()), (1, NOW.date())]
    assert actions(session).count("correct_answer") == 2


def test_an_answer_taken_back_is_open_again(session: Session, lead: Actor) -> None:
    give(session, lead, level=2)
    clear = ClearAnswer(assessment_id=lead.assessment_id, indicator_id=FIRST)
    answers.clear_answer(session, clear, by=lead)
    assert session.exec(select(Rating)).all() == session.exec(select(AnswerChange)).all() == []
    give(session, lead, level=2)
    give(session, lead, FACTOR)
    hand_in(session, lead)
    answers.clear_answer(session, clear, by=lead)
    answers.clear_answer(session, clear, by=lead)
    assert [before.answer.level for before in report(session, lead).earlier[FIRST]] == [2]
    assert actions(session).count("correct_answer") == 1


def test_what_is_handed_in_keeps_its_last_answer(session: Session, lead: Actor) -> None:
    give(session, lead, level=2)
    give(session, lead, FACTOR, level=4)
    hand_in(session, lead)
    first, last = (ClearAnswer(assessment_id=lead.assessment_id, indicator_id=item) for item in (FIRST, FACTOR))
    answers.clear_answer(session, first, by=lead)
    before = actions(session)
    with pytest.raises(LastAnswer):
        answers.clear_answer(session, last, by=lead)
    assert actions(session) == before
    assert report(session, lead).answers[FACTOR].level == 4
    assessments.withdraw_assessment(session, WithdrawAssessment(assessment_id=lead.assessment_id), by=lead)
    answers.clear_answer(session, last, by=lead)
    assert report(session, lead).answers == {}


def test_what_was_withdrawn_counts_no_more_and_can_be_handed_in_again(session: Session, lead: Actor) -> None:
    give(session, lead)
    hand_in(session, lead)
    withdraw = WithdrawAssessment(assessment_id=lead.assessment_id)
    assessments.withdraw_assessment(session, withdraw, by=lead)
    assessments.withdraw_assessment(session, withdraw, by=lead)
    now = report(session, lead)
    assert (now.handed_in, now.withdrawn_on, now.answered) == (False, NOW.date(), 1)
    assert actions(session).count("withdraw_assessment") == 1
    hand_in(session, lead)
    assert report(session, lead).withdrawn_on is None


def test_after_the_end_of_a_round_nothing_is_taken_back(session: Session, lead: Actor) -> None:
    give(session, lead)
    hand_in(session, lead)
    close_round(session, CloseRound(slug="herbst-2026"), by=factories.ADMINISTRATION)
    with pytest.raises(RoundClosed):
        assessments.withdraw_assessment(session, WithdrawAssessment(assessment_id=lead.assessment_id), by=lead)
    with pytest.raises(RoundClosed):
        answers.clear_answer(session, ClearAnswer(assessment_id=lead.assessment_id, indicator_id=FIRST), by=lead)
    with pytest.raises(RoundClosed):
        hand_over_assessment(session, HandOver(assessment_id=lead.assessment_id), by=lead)


@pytest.mark.parametrize("by_administration", [False, True], ids=["by its rater", "by the administration"])
def test_a_successor_finds_everything_but_what_was_confidential(
    session: Session, issued: IssuedLink, lead: Actor, by_administration: bool
) -> None:
    visit = start_visit(session, issued.token, valid_for=HOURS)
    give(session, lead, level=2)
    write(session, lead, "Alle wissen das")
    write(session, lead, "Nur für mich", kind="bedarf", confidential=True)
    by = factories.ADMINISTRATION if by_administration else lead
    fresh = hand_over_assessment(session, HandOver(assessment_id=lead.assessment_id), by=by)

    assert session.exec(select(Remark.text)).all() == ["Alle wissen das"]
    with pytest.raises(LinkDead):
        actor_of(session, visit.token)
    with pytest.raises(LinkDead):
        start_visit(session, issued.token, valid_for=HOURS)
    successor = actor_of(session, start_visit(session, fresh.token, valid_for=HOURS).token)
    assert (successor.role, successor.assessment_id) == (lead.role, lead.assessment_id)
    now = report(session, successor)
    assert now.handed_over_on == NOW.date()
    assert now.answers[FIRST].level == 2
    entry = session.exec(select(JournalEntry).order_by(col(JournalEntry.id).desc())).first()
    assert (entry.action, entry.details) == ("hand_over_assessment", {"confidential_texts_deleted": 1})


def sign_in_lead(session: Session, project: str) -> tuple[str, str]:
    """Return the visit of a lead who signed in without a personal link, and the token of a link not used yet."""
    command = CreateSignInLink(role=Role.PROJECT_LEAD, project=project)
    used, waiting = (create_sign_in_link(session, command, by=factories.ADMINISTRATION).token for _ in range(2))
    return start_visit(session, used, valid_for=HOURS).token, waiting


def test_handing_over_ends_the_visits_of_leads_without_a_personal_link(session: Session, lead: Actor) -> None:
    visit, waiting = sign_in_lead(session, "jugendkonferenz")
    factories.project(session, "blog")
    elsewhere, _ = sign_in_lead(session, "blog")
    former = actor_of(session, visit)
    hand_over_assessment(session, HandOver(assessment_id=lead.assessment_id), by=former)
    with pytest.raises(LinkDead):
        actor_of(session, visit)
    with pytest.raises(LinkDead):
        start_visit(session, waiting, valid_for=HOURS)
    assert actor_of(session, elsewhere).project == "blog"


def test_handing_over_a_team_members_view_leaves_the_leads_signed_in(session: Session, lead: Actor) -> None:
    visit, _ = sign_in_lead(session, "jugendkonferenz")
    other = factories.invitation(session, view=View.TEAM).link.assessment_id or 0
    by = factories.rater_of("jugendkonferenz", assessment_id=other)
    hand_over_assessment(session, HandOver(assessment_id=other), by=by)
    assert actor_of(session, visit).role is Role.PROJECT_LEAD
    assert lead.assessment_id != other


def test_a_successor_who_lost_the_link_gets_a_new_one_from_the_administration(session: Session, lead: Actor) -> None:
    give(session, lead, level=2)
    lost = hand_over_assessment(session, HandOver(assessment_id=lead.assessment_id), by=lead)
    (entry,) = invitations(session, round_slug="herbst-2026", by=factories.ADMINISTRATION)
    fresh = renew_invitation(session, RenewInvitation(link_id=entry.link_id), by=factories.ADMINISTRATION)
    with pytest.raises(LinkDead):
        start_visit(session, lost.token, valid_for=HOURS)
    successor = actor_of(session, start_visit(session, fresh.token, valid_for=HOURS).token)
    assert report(session, successor).answers[FIRST].level == 2


def test_nobody_hands_over_what_belongs_to_another(session: Session, mine: int) -> None:
    factories.project(session, "blog")
    for stranger in (
        factories.lead_of("blog"),
        factories.rater_of("jugendkonferenz", assessment_id=mine + 1),
        factories.STEERING_GROUP,
    ):
        with pytest.raises(NotPermitted):
            hand_over_assessment(session, HandOver(assessment_id=mine), by=stranger)
    with pytest.raises(NotFound):
        hand_over_assessment(session, HandOver(assessment_id=mine + 99), by=factories.ADMINISTRATION)


def test_a_text_changed_elsewhere_is_not_replaced_unseen(session: Session, lead: Actor) -> None:
    write(session, lead, "Vom Telefon", seen=("",))
    with pytest.raises(TextMoved) as moved:
        write(session, lead, "Vom Rechner", seen=("",))
    assert moved.value.facts == {"text": "Vom Telefon"}
    write(session, lead, "Beides", seen=("", "Vom Telefon"))
    write(session, lead, "", seen=("Beides",))
    write(session, lead, "Neu", seen=("Beides",))
    assert session.exec(select(Remark.text)).all() == ["Neu"]


def test_a_text_that_became_confidential_stays_the_writers(session: Session, lead: Actor) -> None:
    write(session, lead, "Offen")
    assert write(session, lead, "Offen", confidential=True).confidential
    factor = catalogue.load().factor("augenhoehe")
    assert report(session, lead).written(factor, RemarkKind.EVIDENCE) == reports.Written("Offen", confidential=True)


def test_seconds_are_counted_until_handing_in(session: Session, lead: Actor) -> None:
    for item, seconds in ((FIRST, 0), ("identitaeten-2", 35), ("identitaeten-3", 120)):
        give(session, lead, item, seconds=seconds)
    hand_in(session, lead)
    give(session, lead, FIRST, level=5, seconds=90)
    assert session.get_one(Assessment, lead.assessment_id).seconds_spent == 155


def test_a_duration_is_measured_from_three_raters_of_one_form_alone(session: Session, lead: Actor) -> None:
    loaded = catalogue.load()
    reading = {form: reading_minutes(loaded, form=form) for form in AssessmentForm}
    assert reading == {AssessmentForm.SHORT: 3, AssessmentForm.FULL: 13}

    def measured() -> dict[str, tuple[int, int]]:
        found = durations(session, catalogue=loaded)
        return {form: (duration.minutes, duration.raters) for form, duration in found.items()}

    def person(form: str, *items: str, seconds: int) -> None:
        by = factories.rater_of(
            "jugendkonferenz",
            assessment_id=factories.invitation(session, view=View.TEAM).link.assessment_id or 0,
        )
        assessments.choose_form(session, ChooseForm(assessment_id=by.assessment_id, form=form), by=by)
        for item in items:
            give(session, by, item, seconds=seconds)
        hand_in(session, by)

    person("kurz", FACTOR, "augenhoehe", seconds=60)
    person("kurz", FACTOR, seconds=90)
    person("kurz", FACTOR, FIRST, seconds=100)
    assert measured() == {form: (minutes, 0) for form, minutes in reading.items()}
    person("kurz", FACTOR, "augenhoehe", seconds=120)
    assert measured()["kurz"] == (2, 3)
    assert measured()["voll"] == (reading[AssessmentForm.FULL], 0)


def test_the_report_speaks_of_a_department_and_of_its_rounds_catalogue(session: Session, issued: IssuedLink) -> None:
    factories.project(session, "bauamt", kind="bereich")
    office = factories.invitation(session, "bauamt").link.assessment_id
    by = factories.lead_of("bauamt", assessment_id=office)
    now = report(session, by)
    assert now.kind is SubjectKind.DEPARTMENT
    assert now.catalogue is catalogue.edition("2026-1")
    assert desk(session, by=by, today=NOW.date()).kind is SubjectKind.DEPARTMENT
    assert issued.link.assessment_id != office


def test_what_is_missing_is_asked_after_a_low_level_of_the_present_form(session: Session, lead: Actor) -> None:
    factor = catalogue.load().factor(FACTOR)
    give(session, lead, FIRST, level=3)
    assert not report(session, lead).low(factor, up_to=2)
    give(session, lead, "identitaeten-4", level=2)
    assert report(session, lead).low(factor, up_to=2)


def test_the_own_profile_takes_the_short_level_where_too_few_statements_are_rated(
    session: Session, lead: Actor
) -> None:
    give(session, lead, FACTOR, level=4)
    give(session, lead, FIRST, level=1)
    for item, level in (("augenhoehe", 5), ("augenhoehe-1", 1), ("augenhoehe-2", 2)):
        give(session, lead, item, level=level)
    scores = {row.factor.id: row.score for row in report(session, lead).profile}
    assert scores[FACTOR] == 4
    assert scores["augenhoehe"] == 1.5
    assert scores["verankerung"] is None


def test_the_own_profile_shows_a_step_of_the_ladder_that_was_chosen_never_a_mean(session: Session, lead: Actor) -> None:
    for item, level in (("partizipation-1", 1), ("partizipation-2", 2), ("partizipation-3", 5), ("partizipation-4", 5)):
        give(session, lead, item, level=level)
    scores = {row.factor.id: row for row in report(session, lead).profile}
    assert scores["partizipation"].score == 2
    assert {action.from_level for action in scores["partizipation"].actions} == {2}
