"""Several people, several programs, one moment: nothing is lost, nothing is skipped, nobody waits for ever."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import Engine, func
from sqlmodel import col, select

from bkcore import catalogue
from bkcore.access import SYSTEM
from bkcore.commands.access import CreateSignInLink
from bkcore.commands.assessments import AnswerIndicator, CloseRound, HandIn, OpenRound, StartAssessment
from bkcore.commands.council import CreateLiveLink
from bkcore.errors import BkError, LinkDead, RoundClosed, RoundOpen
from bkcore.faults import DatabaseBusy
from bkcore.model.assessments import Assessment, Rating, Round
from bkcore.model.council import LiveLinkDay, Release
from bkcore.model.journal import JournalEntry
from bkcore.publication import desk, links
from bkcore.publication.views import tally_of
from bkcore.seed import prepare
from bkcore.services.access import create_sign_in_link
from bkcore.services.answers import answer
from bkcore.services.assessments import hand_in, start_assessment
from bkcore.services.rounds import close_round, open_round
from bkcore.services.visits import start_visit
from bkcore.settings import load
from bkcore.store import engine as store_engine
from bkcore.store.data_version import data_version
from bkcore.store.engine import engine_for
from bkcore.store.schema import migrate
from bkcore.store.unit_of_work import reading, unit_of_work
from tests import factories
from tests.conftest import NOW

A_MOMENT = 0.3
"""Long enough for a thread to get where it has to wait."""


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def bare(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Return a database without any table."""
    address = f"sqlite:///{tmp_path / 'bare.db'}"
    if request.param == "postgres":
        server = request.getfixturevalue("postgres_server")
        name = f"bare_{uuid4().hex}"
        plain = f"{server.replace('+psycopg', '')}/postgres"
        with psycopg.connect(plain, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        address = f"{server}/{name}"
    engine = engine_for(address)
    yield engine
    engine.dispose()


def together(*calls: Callable[[], object]) -> list[object]:
    """Make calls at the same time; a refusal is a result too."""

    def outcome(call: Callable[[], object]) -> object:
        try:
            return call()
        except BkError as refusal:
            return refusal

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(outcome, calls))


def invited(engine: Engine, count: int = 1) -> list[int]:
    """Open a round and invite raters of one project; return their assessments."""
    with unit_of_work(engine, now=NOW) as session:
        factories.project(session)
        factories.open_a_round(session)
        return [factories.invitation(session).link.assessment_id or 0 for _ in range(count)]


def answering(engine: Engine, assessment: int, indicator: str, level: int = 3) -> Callable[[], object]:
    def call() -> object:
        by = factories.lead_of("jugendkonferenz", assessment_id=assessment)
        command = AnswerIndicator(assessment_id=assessment, indicator_id=indicator, level=level)
        with unit_of_work(engine, now=NOW) as session:
            return answer(session, command, by=by)

    return call


def test_two_programs_that_start_at_once_fill_the_database_once(bare):
    settings = load(database_url=bare.url.render_as_string(hide_password=False))
    found = together(*[lambda: prepare(settings, now=NOW)] * 2)
    assert sorted(each.fresh for each in found) == [False, True]


def test_the_data_version_never_passes_over_a_change_that_is_still_under_way(engine):
    def link(session):
        create_sign_in_link(session, CreateSignInLink(role="verwaltung"), by=SYSTEM)

    def second() -> None:
        with unit_of_work(engine, now=NOW) as session:
            link(session)

    with ThreadPoolExecutor(1) as pool:
        with unit_of_work(engine, now=NOW) as session:
            link(session)
            other = pool.submit(second)
            wait([other], timeout=A_MOMENT)
            with reading(engine) as reader:
                before = data_version(reader)
        other.result()
    with reading(engine) as reader:
        new = reader.exec(select(func.count()).where(col(JournalEntry.id) > before)).one()
        assert new == reader.exec(select(func.count()).select_from(JournalEntry)).one() == 2


def test_fifty_answers_at_once_are_all_stored(engine):
    indicators = [each.id for factor in catalogue.load().factors for each in factor.indicators][:25]
    one, two = invited(engine, 2)
    calls = [answering(engine, assessment, indicator) for assessment in (one, two) for indicator in indicators]
    assert not [each for each in together(*calls) if isinstance(each, BkError)]
    with reading(engine) as session:
        assert session.exec(select(func.count()).select_from(Rating)).one() == 50


def test_two_devices_that_answer_the_same_question_leave_one_answer(engine):
    (assessment,) = invited(engine)
    indicator = catalogue.load().factors[0].indicators[0].id
    found = together(*[answering(engine, assessment, indicator, level) for level in (1, 2, 3, 4, 5)])
    assert not [each for each in found if isinstance(each, BkError)]
    with reading(engine) as session:
        assert len(session.exec(select(Rating)).all()) == 1


def test_a_lead_who_begins_on_two_devices_at_once_has_one_assessment(engine):
    with unit_of_work(engine, now=NOW) as session:
        factories.project(session)
        factories.open_a_round(session)

    def begin() -> object:
        with unit_of_work(engine, now=NOW) as session:
            by = factories.lead_of("jugendkonferenz")
            return start_assessment(session, StartAssessment(round="herbst-2026"), by=by)

    assert len({each.id for each in together(*[begin] * 4)}) == 1
    with reading(engine) as session:
        assert len(session.exec(select(Assessment)).all()) == 1


def test_nothing_is_handed_in_once_the_round_is_being_closed(engine):
    (assessment,) = invited(engine)
    answering(engine, assessment, catalogue.load().factors[0].indicators[0].id)()

    def late() -> object:
        with unit_of_work(engine, now=NOW) as session:
            by = factories.lead_of("jugendkonferenz", assessment_id=assessment)
            return hand_in(session, HandIn(assessment_id=assessment), by=by)

    with ThreadPoolExecutor(1) as pool:
        with unit_of_work(engine, now=NOW) as session:
            close_round(session, CloseRound(slug="herbst-2026"), by=SYSTEM)
            waiting = pool.submit(late)
            wait([waiting], timeout=A_MOMENT)
        with pytest.raises(RoundClosed):
            waiting.result()


def test_two_rounds_opened_at_once_are_one(engine):
    def opening(title: str) -> Callable[[], object]:
        def call() -> object:
            with unit_of_work(engine, now=NOW) as session:
                command = OpenRound(title=title, closes_on=(NOW + timedelta(days=9)).date())
                return open_round(session, command, by=SYSTEM)

        return call

    found = together(opening("Eins"), opening("Zwei"), opening("Drei"))
    assert sum(isinstance(each, RoundOpen) for each in found) == 2
    with reading(engine) as session:
        assert len(session.exec(select(Round)).all()) == 1


def test_a_one_time_link_that_is_used_twice_at_once_signs_in_once(engine):
    with unit_of_work(engine, now=NOW) as session:
        issued = create_sign_in_link(session, CreateSignInLink(role="verwaltung"), by=SYSTEM)

    def use() -> object:
        with unit_of_work(engine, now=NOW) as session:
            return start_visit(session, issued.token, valid_for=timedelta(hours=1))

    assert sum(isinstance(each, LinkDead) for each in together(*[use] * 5)) == 4


def test_readers_who_come_at_once_get_one_first_release_and_are_all_counted(engine):
    settings = load(database_url=engine.url.render_as_string(hide_password=False))
    with unit_of_work(engine, now=NOW) as session:
        token = links.create_live_link(session, CreateLiveLink(label="Rat"), by=SYSTEM).token

    def open_it() -> object:
        opened = desk.open_link(settings, token, now=NOW)
        tally_of(settings.database_url).note(opened.link_id, now=NOW)
        tally_of(settings.database_url).write(now=NOW)
        return opened.number

    assert together(*[open_it] * 12) == [1] * 12
    with reading(engine) as session:
        assert session.exec(select(func.count()).select_from(Release)).one() == 1
        assert session.exec(select(LiveLinkDay.views)).one() == 12


def test_who_waits_too_long_is_told_so(bare, monkeypatch):
    monkeypatch.setattr(store_engine, "WAIT_MILLISECONDS", 50)
    engine = store_engine.engine_for.__wrapped__(bare.url.render_as_string(hide_password=False))
    migrate(engine)
    with unit_of_work(engine, now=NOW) as session:
        create_sign_in_link(session, CreateSignInLink(role="verwaltung"), by=SYSTEM)
        with pytest.raises(DatabaseBusy), unit_of_work(engine, now=NOW) as other:
            create_sign_in_link(other, CreateSignInLink(role="verwaltung"), by=SYSTEM)
    engine.dispose()
