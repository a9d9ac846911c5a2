"""Forms on paper: one sheet is one handed-in assessment, marked for good, correctable until the round closes."""

import pytest
from sqlmodel import Session, select

from bkcore.access import Actor
from bkcore.commands.assessments import AnswerIndicator, CloseRound, StartAssessment, WithdrawAssessment
from bkcore.commands.paper import DeletePaper, EnterPaper
from bkcore.errors import (
    AlreadyAnswered,
    InvalidValue,
    LinkDead,
    NotFound,
    NothingToHandIn,
    NotPermitted,
    PaperKeyUnknown,
    RoundClosed,
)
from bkcore.model.assessments import Assessment, Rating, Remark
from bkcore.model.journal import JournalEntry
from bkcore.reports.assessment_desk import desk
from bkcore.reports.invitations import Progress, invitations
from bkcore.reports.rounds import all_rounds
from bkcore.services.answers import answer
from bkcore.services.assessments import start_assessment, withdraw_assessment
from bkcore.services.paper import delete_paper, enter_paper
from bkcore.services.rounds import close_round
from bkcore.services.visits import link_behind
from bkcore.vocabulary import OptOut, Origin, Role, View
from tests import factories
from tests.conftest import NOW
from tests.factories import ADMINISTRATION, STEERING_GROUP, lead_of


@pytest.fixture(autouse=True)
def turn(session: Session) -> None:
    factories.project(session)
    factories.open_a_round(session)


def sheet(**more: object) -> EnterPaper:
    values = {"round": "herbst-2026", "project": "jugendkonferenz", "form": "voll", "lines": {"identitaeten": "3w-5"}}
    return EnterPaper.model_validate(values | more)


def test_a_sheet_is_one_handed_in_assessment_marked_as_paper(session: Session) -> None:
    remark = {"factor_id": "identitaeten", "text": "Es kommen neue Leute.", "confidential": True}
    row = enter_paper(session, sheet(remarks=[remark]), by=ADMINISTRATION)
    assert (row.origin, row.form.value, row.handed_in_at, row.view) == (Origin.PAPER, "voll", NOW, View.LEAD)
    stored = session.exec(select(Rating.indicator_id, Rating.level, Rating.opt_out).order_by(Rating.indicator_id)).all()
    assert stored == [
        ("identitaeten-1", 3, None),
        ("identitaeten-2", None, OptOut.DONT_KNOW),
        ("identitaeten-4", 5, None),
    ]
    (kept,) = session.exec(select(Remark))
    assert (kept.text, kept.confidential) == ("Es kommen neue Leute.", True)
    (state,) = all_rounds(session, today=NOW.date())
    assert (state.projects_asked, state.projects_handed_in) == (1, 1)
    (entry,) = session.exec(select(JournalEntry).where(JournalEntry.action == "enter_paper"))
    assert set(entry.details) == {"round", "project", "view", "again"}


def test_one_wrong_key_and_nothing_of_the_sheet_is_stored(session: Session) -> None:
    with pytest.raises(PaperKeyUnknown):
        enter_paper(session, sheet(lines={"identitaeten": "3333", "verankerung": "33x3"}), by=ADMINISTRATION)
    with pytest.raises(NotFound):
        enter_paper(session, sheet(lines={"gibt-es-nicht": "3333"}), by=ADMINISTRATION)
    with pytest.raises(NothingToHandIn):
        enter_paper(session, sheet(lines={"identitaeten": "----"}), by=ADMINISTRATION)
    assert session.exec(select(Assessment)).all() == []
    assert session.exec(select(Rating)).all() == []


def test_a_mistyped_sheet_is_typed_again_in_place_of_the_old(session: Session) -> None:
    first = enter_paper(session, sheet(), by=ADMINISTRATION)
    again = enter_paper(session, sheet(form="kurz", lines={"identitaeten": "2"}, replaces=first.id), by=ADMINISTRATION)
    assert again.id == first.id
    assert session.exec(select(Rating.indicator_id, Rating.level)).all() == [("identitaeten", 2)]


def test_a_sheet_can_stand_in_for_an_invitation_of_the_team_whose_link_then_ends(session: Session) -> None:
    invited = factories.invitation(session, view=View.TEAM)
    enter_paper(session, sheet(view="team", replaces=invited.link.assessment_id), by=ADMINISTRATION)
    (entry,) = invitations(session, round_slug="herbst-2026", by=ADMINISTRATION)
    assert (entry.progress, entry.origin, entry.can_be_reminded) == (Progress.HANDED_IN, Origin.PAPER, False)
    with pytest.raises(LinkDead):
        link_behind(session, invited.token)
    delete_paper(session, DeletePaper(assessment_id=entry.assessment_id), by=ADMINISTRATION)
    (entry,) = invitations(session, round_slug="herbst-2026", by=ADMINISTRATION)
    assert (entry.progress, entry.origin) == (Progress.ASKED, Origin.ONLINE)


def test_nobody_answers_over_what_somebody_has_begun(session: Session) -> None:
    invited = factories.invitation(session).link.assessment_id
    lead = lead_of("jugendkonferenz", assessment_id=invited)
    answer(session, AnswerIndicator(assessment_id=invited, indicator_id="augenhoehe-1", level=3), by=lead)
    with pytest.raises(AlreadyAnswered):
        enter_paper(session, sheet(replaces=invited), by=ADMINISTRATION)
    with pytest.raises(NotFound):
        enter_paper(session, sheet(view="team", replaces=invited), by=ADMINISTRATION)
    with pytest.raises(NotFound):
        delete_paper(session, DeletePaper(assessment_id=invited), by=ADMINISTRATION)
    assert session.exec(select(Rating.level)).all() == [3]


def test_a_deleted_sheet_counts_no_more(session: Session) -> None:
    row = enter_paper(session, sheet(), by=ADMINISTRATION)
    delete_paper(session, DeletePaper(assessment_id=row.id), by=ADMINISTRATION)
    assert session.exec(select(Assessment)).all() == []
    assert session.exec(select(Rating)).all() == []


def test_an_invited_lead_finds_the_own_sheet_behind_the_link_and_corrects_it_there(session: Session) -> None:
    invited = factories.invitation(session)
    number = invited.link.assessment_id
    enter_paper(session, sheet(replaces=number), by=ADMINISTRATION)
    assert link_behind(session, invited.token).id == invited.link.id
    lead = lead_of("jugendkonferenz", assessment_id=number)
    found = desk(session, by=lead, today=NOW.date()).assessment
    assert (found.on_paper, found.handed_in, found.other_sheets) == (True, True, 0)
    assert found.answers["identitaeten-1"].level == 3

    answer(session, AnswerIndicator(assessment_id=number, indicator_id="identitaeten-1", level=4), by=lead)
    (state,) = all_rounds(session, today=NOW.date())
    assert (state.projects_asked, state.projects_handed_in) == (1, 1)
    assert session.get_one(Assessment, number).origin is Origin.PAPER
    with pytest.raises(AlreadyAnswered):
        enter_paper(session, sheet(replaces=number), by=ADMINISTRATION)
    with pytest.raises(AlreadyAnswered):
        delete_paper(session, DeletePaper(assessment_id=number), by=ADMINISTRATION)
    withdraw_assessment(session, WithdrawAssessment(assessment_id=number), by=lead)
    with pytest.raises(AlreadyAnswered):
        enter_paper(session, sheet(replaces=number), by=ADMINISTRATION)
    assert session.exec(select(Rating.level).where(Rating.indicator_id == "identitaeten-1")).all() == [4]


def test_a_lead_who_signs_in_works_on_the_sheet_instead_of_answering_twice(session: Session) -> None:
    paper = enter_paper(session, sheet(), by=ADMINISTRATION)
    lead = lead_of("jugendkonferenz")
    assert desk(session, by=lead, today=NOW.date()).assessment.assessment_id == paper.id
    assert start_assessment(session, StartAssessment(round="herbst-2026"), by=lead).id == paper.id


def test_what_a_lead_has_begun_on_the_screen_goes_before_a_sheet(session: Session) -> None:
    lead = lead_of("jugendkonferenz")
    begun = start_assessment(session, StartAssessment(round="herbst-2026"), by=lead)
    enter_paper(session, sheet(), by=ADMINISTRATION)
    found = desk(session, by=lead, today=NOW.date()).assessment
    assert (found.assessment_id, found.on_paper, found.other_sheets) == (begun.id, False, 1)
    assert start_assessment(session, StartAssessment(round="herbst-2026"), by=lead).id == begun.id


def test_a_rater_is_told_of_sheets_of_the_same_view_alone(session: Session) -> None:
    number = factories.invitation(session, view=View.TEAM).link.assessment_id
    for view in ("team", "team", "leitung"):
        enter_paper(session, sheet(view=view), by=ADMINISTRATION)
    rater = Actor(role=Role.RATER, project="jugendkonferenz", assessment_id=number)
    assert desk(session, by=rater, today=NOW.date()).assessment.other_sheets == 2


def test_after_the_round_nothing_is_typed_in_or_deleted(session: Session) -> None:
    row = enter_paper(session, sheet(), by=ADMINISTRATION)
    close_round(session, CloseRound(slug="herbst-2026"), by=ADMINISTRATION)
    with pytest.raises(RoundClosed):
        enter_paper(session, sheet(), by=ADMINISTRATION)
    with pytest.raises(RoundClosed):
        delete_paper(session, DeletePaper(assessment_id=row.id), by=ADMINISTRATION)


def test_participants_have_a_form_of_their_own(session: Session) -> None:
    with pytest.raises(InvalidValue):
        enter_paper(session, sheet(view="teilnehmende"), by=ADMINISTRATION)


@pytest.mark.parametrize("actor", [STEERING_GROUP, lead_of("jugendkonferenz")], ids=["group", "lead"])
def test_only_the_administration_types_in_paper(session: Session, actor: Actor) -> None:
    with pytest.raises(NotPermitted):
        enter_paper(session, sheet(), by=actor)
    with pytest.raises(NotPermitted):
        delete_paper(session, DeletePaper(assessment_id=1), by=actor)
