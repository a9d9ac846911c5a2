"""The steering group approves a version of the catalogue, and takes a mistaken approval back."""

import json
from datetime import date, timedelta

import pytest
from pydantic import ValidationError
from sqlmodel import select

from bkcore import catalogue
from bkcore.access import SYSTEM, Actor
from bkcore.commands.assessments import PutRating, PutRound
from bkcore.commands.catalogue import ApproveCatalogue, WithdrawApproval
from bkcore.errors import AlreadyExists, DayInFuture, NotFound, NotPermitted
from bkcore.model.assessments import CatalogueApproval
from bkcore.model.journal import JournalEntry
from bkcore.reports import editions
from bkcore.services.catalogue_approval import approve_catalogue, withdraw_approval
from bkcore.services.ratings import put_rating
from bkcore.services.rounds import put_round
from bkcore.vocabulary import Role
from tests import factories
from tests.conftest import NOW

VERSION = catalogue.load().version
TODAY = NOW.date()


def approve(session, *, by=factories.STEERING_GROUP, **fields):
    raw = {"version": VERSION, "decided_on": TODAY, "meeting": "12. Sitzung", **fields}
    return approve_catalogue(session, ApproveCatalogue.model_validate(raw), by=by)


def entries(session):
    return session.exec(select(JournalEntry)).all()


def test_a_version_is_a_draft_until_the_decision_is_recorded(session):
    assert not editions.state_of(session, VERSION).approved
    approve(session, decided_on=TODAY - timedelta(days=3))
    found = editions.state_of(session, VERSION)
    assert (found.approved, found.recorded) == (True, True)
    assert (found.decided_on, found.meeting) == (TODAY - timedelta(days=3), "12. Sitzung")
    (entry,) = entries(session)
    assert (entry.action, entry.key, entry.role) == ("approve_catalogue", VERSION, Role.STEERING_GROUP)
    assert entry.details == {"decided_on": "2026-11-19", "meeting": "12. Sitzung"}


def test_a_version_is_approved_once(session):
    approve(session)
    with pytest.raises(AlreadyExists):
        approve(session, by=factories.ADMINISTRATION)
    assert len(entries(session)) == 1


def test_a_mistaken_approval_is_taken_back_with_a_reason_and_the_journal_keeps_both(session):
    approve(session)
    withdraw_approval(session, WithdrawApproval(version=VERSION, reason="Falsche Fassung"), by=factories.STEERING_GROUP)
    assert not editions.state_of(session, VERSION).approved
    assert session.exec(select(CatalogueApproval)).all() == []
    assert entries(session)[-1].details == {
        "before": {"decided_on": "2026-11-22", "meeting": "12. Sitzung"},
        "reason": "Falsche Fassung",
    }
    approve(session)
    assert editions.state_of(session, VERSION).approved


def test_an_approval_is_not_taken_back_without_a_reason_nor_where_there_is_none(session):
    with pytest.raises(ValidationError):
        WithdrawApproval(version=VERSION, reason=" ")
    with pytest.raises(NotFound):
        withdraw_approval(session, WithdrawApproval(version=VERSION, reason="Irrtum"), by=SYSTEM)


def test_a_version_nobody_knows_and_a_day_to_come_are_refused(session):
    with pytest.raises(NotFound):
        approve(session, version="1999-9")
    with pytest.raises(DayInFuture):
        approve(session, decided_on=TODAY + timedelta(days=1))
    assert entries(session) == []


@pytest.mark.parametrize("role", [Role.PROJECT_LEAD, Role.RATER, Role.COUNCIL])
def test_nobody_else_approves_or_takes_back(session, role):
    stranger = Actor(role=role, project="p", assessment_id=1)
    with pytest.raises(NotPermitted):
        approve(session, by=stranger)
    with pytest.raises(NotPermitted):
        withdraw_approval(session, WithdrawApproval(version=VERSION, reason="Irrtum"), by=stranger)
    with pytest.raises(NotPermitted):
        editions.build(session, by=stranger, today=TODAY)


def held_elsewhere(session, slug, version):
    day = date(2025, 3, 1)
    raw = PutRound(slug=slug, title=slug.title(), opens_on=day, closes_on=day, catalogue_version=version)
    put_round(session, raw, by=SYSTEM)


def test_every_round_stands_at_its_version_and_those_of_an_unknown_one_are_named(session):
    held_elsewhere(session, "alt", "1999-9")
    factories.open_a_round(session)
    report = editions.build(session, by=factories.STEERING_GROUP, today=TODAY)
    assert [one.slug for one in report.editions[0].rounds] == ["herbst-2026"]
    assert [(one.slug, one.version) for one in report.unknown] == [("alt", "1999-9")]


def rating(item, *, turn):
    return PutRating(round=turn, project="jugendkonferenz", view="leitung", rater="r", indicator_id=item, level=3)


def test_answers_belong_to_the_words_of_their_round(session):
    factories.project(session)
    held_elsewhere(session, "alt", "1999-9")
    held_elsewhere(session, "neu", VERSION)
    put_rating(session, rating("augenhoehe-9", turn="alt"), by=SYSTEM)
    with pytest.raises(NotFound):
        put_rating(session, rating("augenhoehe-9", turn="neu"), by=SYSTEM)
    with pytest.raises(NotFound):
        put_rating(session, rating("hoehe-1", turn="alt"), by=SYSTEM)
    assert json.dumps(session.exec(select(JournalEntry.action)).all()).count("put_rating") == 1
