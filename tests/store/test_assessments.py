"""The life of an assessment: invited, answered, resumed, handed in, corrected, closed."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from bkcore.commands.assessments import AnswerIndicator, CloseRound, HandIn, InviteRater, OpenRound, StartAssessment
from bkcore.commands.assessments import WriteRemark as Write
from bkcore.errors import (
    AlreadyExists,
    InvalidValue,
    NotFound,
    NothingToHandIn,
    NotPermitted,
    PeriodInvalid,
    RoundClosed,
    RoundOpen,
)
from bkcore.model.assessments import Assessment, Rating, Remark
from bkcore.model.journal import JournalEntry
from bkcore.services.access import invite_rater
from bkcore.services.answers import answer
from bkcore.services.assessments import hand_in, start_assessment
from bkcore.services.remarks import write_remark
from bkcore.services.rounds import close_round, open_round
from bkcore.store.data_version import data_version
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import OptOut, View
from tests import factories
from tests.conftest import NOW

FIRST = "identitaeten-1"


@pytest.fixture
def invited(session: Session) -> int:
    factories.project(session)
    factories.open_a_round(session)
    return factories.invitation(session).link.assessment_id


def test_an_answer_is_in_the_draft_at_once_and_does_not_move_the_data_version(session: Session, invited: int) -> None:
    before = data_version(session)
    lead = factories.lead_of("jugendkonferenz", assessment_id=invited)
    answer(session, AnswerIndicator(assessment_id=invited, indicator_id=FIRST, level=3), by=lead)
    answer(session, AnswerIndicator(assessment_id=invited, indicator_id=FIRST, level=4), by=lead)
    assert [rating.level for rating in session.exec(select(Rating))] == [4]
    assert data_version(session) == before


def test_an_answer_is_a_level_or_an_opt_out_and_changes_between_them(session: Session, invited: int) -> None:
    lead = factories.lead_of("jugendkonferenz", assessment_id=invited)
    answer(session, AnswerIndicator(assessment_id=invited, indicator_id=FIRST, level=3), by=lead)
    opted = AnswerIndicator(assessment_id=invited, indicator_id=FIRST, opt_out=OptOut.DONT_KNOW)
    assert answer(session, opted, by=lead).level is None


def test_answers_survive_the_end_of_the_process_and_are_there_on_another_device(engine: Engine) -> None:
    with unit_of_work(engine, now=NOW) as session:
        factories.project(session)
        factories.open_a_round(session)
        assessment_id = factories.invitation(session).link.assessment_id
    lead = factories.lead_of("jugendkonferenz", assessment_id=assessment_id)
    with unit_of_work(engine, now=NOW) as session:
        answer(session, AnswerIndicator(assessment_id=assessment_id, indicator_id=FIRST, level=2), by=lead)
    engine.dispose()
    with reading(engine) as session:
        assert session.exec(select(Rating.level)).all() == [2]


def test_handing_in_moves_the_data_version_and_only_once(session: Session, invited: int) -> None:
    lead = factories.lead_of("jugendkonferenz", assessment_id=invited)
    answer(session, AnswerIndicator(assessment_id=invited, indicator_id=FIRST, level=3), by=lead)
    before = data_version(session)
    assert hand_in(session, HandIn(assessment_id=invited), by=lead).handed_in_at == NOW
    after = data_version(session)
    hand_in(session, HandIn(assessment_id=invited), by=lead)
    assert before < after == data_version(session)


def test_a_correction_after_handing_in_counts_at_once_and_is_written_to_the_journal_without_the_answer(
    session: Session, invited: int
) -> None:
    lead = factories.lead_of("jugendkonferenz", assessment_id=invited)
    answer(session, AnswerIndicator(assessment_id=invited, indicator_id=FIRST, level=3), by=lead)
    hand_in(session, HandIn(assessment_id=invited), by=lead)
    answer(session, AnswerIndicator(assessment_id=invited, indicator_id=FIRST, level=5), by=lead)
    entry = session.exec(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
    assert (entry.action, entry.details) == ("correct_answer", {"item": FIRST})


def test_an_empty_assessment_cannot_be_handed_in(session: Session, invited: int) -> None:
    with pytest.raises(NothingToHandIn):
        hand_in(session, HandIn(assessment_id=invited), by=factories.lead_of("jugendkonferenz"))


def test_after_closing_no_answer_is_taken_and_none_is_lost(session: Session, invited: int) -> None:
    lead = factories.lead_of("jugendkonferenz", assessment_id=invited)
    answer(session, AnswerIndicator(assessment_id=invited, indicator_id=FIRST, level=3), by=lead)
    close_round(session, CloseRound(slug="herbst-2026"), by=factories.ADMINISTRATION)
    with pytest.raises(RoundClosed):
        answer(session, AnswerIndicator(assessment_id=invited, indicator_id=FIRST, level=5), by=lead)
    assert session.exec(select(Rating.level)).one() == 3


def test_the_last_day_of_a_round_still_counts_and_the_day_after_does_not(engine: Engine) -> None:
    with unit_of_work(engine, now=NOW) as session:
        factories.project(session)
        factories.open_a_round(session, closes_on=NOW.date())
        assessment_id = factories.invitation(session).link.assessment_id
    lead = factories.lead_of("jugendkonferenz", assessment_id=assessment_id)
    wish = AnswerIndicator(assessment_id=assessment_id, indicator_id=FIRST, level=2)
    with unit_of_work(engine, now=NOW.replace(hour=22)) as session:  # 23 o'clock in Bergkamen
        answer(session, wish, by=lead)
    with pytest.raises(RoundClosed), unit_of_work(engine, now=NOW + timedelta(days=1)) as session:
        answer(session, wish, by=lead)


def test_nobody_answers_in_the_name_of_another(session: Session, invited: int) -> None:
    factories.project(session, "blog")
    strangers = [
        factories.lead_of("blog"),
        factories.lead_of("jugendkonferenz", assessment_id=invited + 1),
        factories.rater_of("jugendkonferenz", assessment_id=invited + 1),
        factories.ADMINISTRATION,
        factories.STEERING_GROUP,
    ]
    for stranger in strangers:
        with pytest.raises(NotPermitted):
            answer(session, AnswerIndicator(assessment_id=invited, indicator_id=FIRST, level=3), by=stranger)


def test_a_lead_without_personal_link_takes_up_the_same_assessment_again(session: Session) -> None:
    factories.project(session)
    factories.open_a_round(session)
    lead = factories.lead_of("jugendkonferenz")
    first = start_assessment(session, StartAssessment(round="herbst-2026"), by=lead)
    again = start_assessment(session, StartAssessment(round="herbst-2026"), by=lead)
    assert first.id == again.id


def test_an_unknown_indicator_is_refused(session: Session, invited: int) -> None:
    with pytest.raises(NotFound):
        answer(
            session,
            AnswerIndicator(assessment_id=invited, indicator_id="gibt-es-nicht", level=3),
            by=factories.lead_of("jugendkonferenz"),
        )


def test_evidence_is_kept_replaced_and_removed(session: Session, invited: int) -> None:
    lead = factories.lead_of("jugendkonferenz", assessment_id=invited)
    write_remark(session, Write(assessment_id=invited, factor_id="augenhoehe", text="Erstens"), by=lead)
    write_remark(session, Write(assessment_id=invited, factor_id="augenhoehe", text="Zweitens"), by=lead)
    assert session.exec(select(Remark.text)).all() == ["Zweitens"]
    write_remark(session, Write(assessment_id=invited, factor_id="augenhoehe", text=" "), by=lead)
    assert session.exec(select(Remark.text)).all() == []


def test_only_one_round_is_open_and_its_title_is_new(session: Session) -> None:
    turn = factories.open_a_round(session)
    with pytest.raises(RoundOpen):
        factories.open_a_round(session, "Winter 2026")
    close_round(session, CloseRound(slug=turn.slug), by=factories.ADMINISTRATION)
    with pytest.raises(RoundClosed):
        close_round(session, CloseRound(slug=turn.slug), by=factories.ADMINISTRATION)
    with pytest.raises(AlreadyExists):
        factories.open_a_round(session)


def test_a_round_does_not_end_before_today(session: Session) -> None:
    with pytest.raises(PeriodInvalid):
        open_round(session, OpenRound(title="Alt", closes_on="21.11.2026"), by=factories.ADMINISTRATION)


def test_participants_are_not_invited_by_personal_link(session: Session) -> None:
    factories.project(session)
    factories.open_a_round(session)
    command = InviteRater(round="herbst-2026", project="jugendkonferenz", view=View.PARTICIPANT)
    with pytest.raises(InvalidValue):
        invite_rater(session, command, by=factories.ADMINISTRATION)


def test_each_invitation_is_a_rater_of_its_own(session: Session, invited: int) -> None:
    factories.invitation(session)
    raters = session.exec(select(Assessment.rater)).all()
    assert len(raters) == len(set(raters)) == 2
    assert invited
