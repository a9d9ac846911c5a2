"""Days of a round that move: the last day of a running one, everything about a planned one."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from bkcore.access import Actor
from bkcore.commands.assessments import AnswerIndicator, CloseRound, InviteRater
from bkcore.commands.rounds import ChangePlannedRound, MoveLastDay, RemindRater
from bkcore.errors import (
    AlreadyExists,
    InvalidValue,
    NotPermitted,
    PeriodInvalid,
    RoundClosed,
    RoundOpen,
    RoundOverlaps,
)
from bkcore.model.assessments import Round
from bkcore.model.journal import JournalEntry
from bkcore.post.letters import Addressee, Occasion, reminder
from bkcore.reports.assessment import build
from bkcore.reports.invitations import invitations
from bkcore.reports.rounds import all_rounds
from bkcore.services.access import invite_rater
from bkcore.services.answers import answer
from bkcore.services.reminders import remind_rater
from bkcore.services.round_dates import change_planned_round, move_last_day
from bkcore.services.rounds import close_round
from bkcore.services.visits import link_behind
from bkcore.store.unit_of_work import unit_of_work
from bkcore.vocabulary import SubjectKind, View
from bkcore.wording.messages import message
from tests import factories
from tests.conftest import NOW
from tests.factories import ADMINISTRATION, STEERING_GROUP, lead_of
from tests.store.test_rounds import planned

TODAY = NOW.date()
LATER = date(2027, 1, 15)


def moved(session: Session, closes_on: date, *, by: Actor = ADMINISTRATION) -> Round:
    return move_last_day(session, MoveLastDay(slug="herbst-2026", closes_on=closes_on), by=by)


def changed(session: Session, *, by: Actor = ADMINISTRATION, **more: object) -> Round:
    values = {
        "slug": "winter-2027",
        "title": "Winter 2027",
        "opens_on": date(2027, 1, 4),
        "closes_on": date(2027, 1, 31),
        "catalogue_version": "2026-1",
        **more,
    }
    return change_planned_round(session, ChangePlannedRound.model_validate(values), by=by)


def actions(session: Session) -> list[str]:
    return [entry.action for entry in session.exec(select(JournalEntry).order_by(JournalEntry.id))]


@pytest.mark.parametrize("last", [LATER, TODAY + timedelta(days=1)])
def test_the_last_day_of_a_running_round_moves_and_its_raters_see_it(session: Session, last: date) -> None:
    factories.project(session)
    factories.open_a_round(session)
    issued = factories.invitation(session)
    lead = lead_of("jugendkonferenz", assessment_id=issued.link.assessment_id)
    turn = moved(session, last)
    assert (turn.closes_on, turn.version) == (last, 2)
    report = build(session, assessment_id=issued.link.assessment_id or 0, by=lead, today=TODAY)
    assert (report.closes_on, report.ended_on) == (last, last)
    entry = session.exec(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
    assert (entry.action, entry.key) == ("move_last_day", "herbst-2026")
    assert entry.details == {"from": "2026-12-20", "to": last.isoformat()}


def test_links_sent_before_the_last_day_moved_still_open_on_the_days_it_gained(engine: Engine) -> None:
    with unit_of_work(engine, now=NOW) as session:
        factories.project(session)
        factories.open_a_round(session)
        wish = InviteRater(round="herbst-2026", project="jugendkonferenz", mail="a@beispiel.de")
        first = invite_rater(session, wish, by=ADMINISTRATION)
        again = remind_rater(session, RemindRater(assessment_id=first.link.assessment_id), by=ADMINISTRATION)
        moved(session, LATER)
        assessment_id, tokens = first.link.assessment_id, (first.token, again.token)
        (entry,) = invitations(session, round_slug="herbst-2026", by=ADMINISTRATION)
        assert (entry.reminders, entry.reminded_on) == (1, TODAY)
    with unit_of_work(engine, now=NOW.replace(year=2027, month=1, day=10)) as session:
        assert {link_behind(session, token).assessment_id for token in tokens} == {assessment_id}
        lead = lead_of("jugendkonferenz", assessment_id=assessment_id)
        answer(session, AnswerIndicator(assessment_id=assessment_id, indicator_id="augenhoehe-1", level=3), by=lead)


def test_a_reminder_after_the_move_names_the_new_day_and_its_calendar_entry_replaces_the_old_one(
    session: Session,
) -> None:
    factories.project(session)
    turn = factories.open_a_round(session)
    to = Addressee(1, "t", "jugendkonferenz", "Jugendkonferenz", SubjectKind.PROJECT, View.LEAD, "", None)

    def letter() -> tuple[str, str]:
        about = Occasion(
            turn.slug, turn.title, turn.opens_on, turn.closes_on, "2026-1", NOW, TODAY, "https://b.example"
        )
        written = reminder(to, about, begun=False)
        uid = next(line for line in written.calendar.decode().split("\r\n") if line.startswith("UID:"))
        return written.subject + written.body, uid

    before, uid = letter()
    moved(session, LATER)
    after, uid_after = letter()
    assert "20. Dezember 2026" in before
    assert "15. Januar 2027" in after
    assert "20. Dezember 2026" not in after
    assert uid == uid_after


def test_the_last_day_may_neither_be_today_nor_past_nor_lie_in_another_round(session: Session) -> None:
    factories.open_a_round(session)
    planned(session)
    for day in (TODAY, TODAY - timedelta(days=1)):
        with pytest.raises(InvalidValue) as refused:
            moved(session, day)
        assert "Erlaubt: morgen oder später" in message(refused.value)
    with pytest.raises(RoundOverlaps):
        moved(session, date(2027, 1, 4))
    moved(session, date(2027, 1, 3))


def test_moving_to_the_same_day_changes_nothing(session: Session) -> None:
    factories.open_a_round(session)
    before = actions(session)
    moved(session, date(2026, 12, 20))
    assert actions(session) == before


def test_a_round_whose_results_are_seen_takes_no_answers_again(session: Session) -> None:
    factories.open_a_round(session)
    close_round(session, CloseRound(slug="herbst-2026"), by=ADMINISTRATION)
    with pytest.raises(RoundClosed):
        moved(session, LATER)


def test_a_planned_round_changes_as_a_whole_and_keeps_its_id(session: Session) -> None:
    planned(session)
    changed(session, title="Frühjahr 2027", opens_on=date(2027, 3, 1), closes_on=date(2027, 3, 31))
    (state,) = all_rounds(session, today=TODAY)
    assert (state.slug, state.title, state.opens_on, state.closes_on) == (
        "winter-2027",
        "Frühjahr 2027",
        date(2027, 3, 1),
        date(2027, 3, 31),
    )
    assert actions(session)[-1] == "change_planned_round"
    changed(session, title="Frühjahr 2027", opens_on=TODAY, closes_on=date(2027, 3, 31))
    assert all_rounds(session, today=TODAY)[0].is_open


def test_a_planned_round_is_changed_only_to_what_could_be_planned(session: Session) -> None:
    factories.open_a_round(session)
    planned(session)
    planned(session, "Ostern 2027", opens_on=date(2027, 3, 1), closes_on=date(2027, 3, 31))
    with pytest.raises(RoundOpen):
        changed(session, opens_on=date(2026, 12, 20))
    with pytest.raises(RoundOverlaps):
        changed(session, closes_on=date(2027, 3, 1))
    with pytest.raises(PeriodInvalid):
        changed(session, closes_on=date(2027, 1, 3))
    with pytest.raises(InvalidValue):
        changed(session, opens_on=TODAY - timedelta(days=1))
    with pytest.raises(InvalidValue):
        changed(session, catalogue_version="1999-1")
    with pytest.raises(AlreadyExists):
        changed(session, title="Ostern 2027")
    changed(session)


def test_a_running_round_is_no_planned_one(session: Session) -> None:
    factories.open_a_round(session)
    with pytest.raises(RoundOpen):
        changed(session, slug="herbst-2026", opens_on=TODAY)


@pytest.mark.parametrize("actor", [STEERING_GROUP, lead_of("jugendkonferenz")])
def test_only_the_administration_moves_days(session: Session, actor: Actor) -> None:
    with pytest.raises(NotPermitted):
        moved(session, LATER, by=actor)
    with pytest.raises(NotPermitted):
        changed(session, by=actor)
