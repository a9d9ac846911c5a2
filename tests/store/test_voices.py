"""Voices are counted and nothing else: at once, once, and without a trace of who, when or in which order."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session, col, func, select

from bkcore import catalogue
from bkcore.access import SYSTEM
from bkcore.commands.assessments import CloseRound
from bkcore.commands.voices import ANSWERS, CloseVoiceForm, OpenVoiceForm, SubmitVoice
from bkcore.errors import InvalidValue, LinkDead, NotFound, NotPermitted, RoundClosed
from bkcore.frames.assessments import ratings
from bkcore.frames.voices import voices
from bkcore.metrics.factor_scores import view_scores
from bkcore.model.journal import JournalEntry
from bkcore.model.registry import TABLES
from bkcore.model.voices import VoiceCount, VoiceForm
from bkcore.reports.voices import voice_forms
from bkcore.services.rounds import close_round
from bkcore.services.voices import close_voice_form, open_form, open_voice_form, submit_voice
from bkcore.store.unit_of_work import reading, unit_of_work
from tests import factories
from tests.conftest import NOW

A = {"identitaeten": "5", "augenhoehe": "4", "verankerung": "weiss_nicht"}
B = {"identitaeten": "1", "partizipation": "4", "gemeinsam": "trifft_nicht_zu"}


@pytest.fixture
def token(engine: Engine) -> str:
    """Open a round, and in it the form of one project."""
    with unit_of_work(engine, now=NOW) as session:
        factories.project(session, title="Jugendkonferenz")
        factories.open_a_round(session)
        return opened(session).token


def opened(session: Session, project: str = "jugendkonferenz") -> VoiceForm:
    return open_voice_form(session, OpenVoiceForm(round="herbst-2026", project=project), by=SYSTEM)


def submit(session: Session, token: str, answers: dict[str, str]) -> None:
    submit_voice(session, SubmitVoice(token=token, answers=answers), by=SYSTEM)


def counted(session: Session) -> dict[tuple[str, str], int]:
    rows = session.exec(select(VoiceCount).where(VoiceCount.voices > 0).execution_options(populate_existing=True))
    return {(row.factor_id, row.answer): row.voices for row in rows}


def everything(session: Session) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, in the order the database keeps them."""
    tables = [*TABLES.tables, "alembic_version"]
    return {table: [tuple(row) for row in session.execute(text(f'SELECT * FROM "{table}"'))] for table in tables}  # noqa: S608


def test_every_counter_is_there_before_the_first_voice(engine, token):
    with reading(engine) as session:
        rows = session.exec(select(VoiceCount)).all()
        assert {(row.factor_id, row.answer) for row in rows} == {
            (factor.id, answer) for factor in catalogue.load().factors for answer in ANSWERS
        }
        assert {row.voices for row in rows} == {0}


def test_a_voice_raises_its_answers_and_the_number_of_voices(engine, token):
    for answers in (A, B, A):
        with unit_of_work(engine, now=NOW) as session:
            submit(session, token, answers)
    with reading(engine) as session:
        assert counted(session) == {
            ("identitaeten", "5"): 2,
            ("identitaeten", "1"): 1,
            ("augenhoehe", "4"): 2,
            ("verankerung", "weiss_nicht"): 2,
            ("partizipation", "4"): 1,
            ("gemeinsam", "trifft_nicht_zu"): 1,
        }
        assert session.exec(select(VoiceForm.voices)).one() == 3


def test_a_hundred_people_at_once_are_all_counted_once(engine, token):
    def call(number: int) -> None:
        with unit_of_work(engine, now=NOW) as session:
            submit(session, token, {"identitaeten": ANSWERS[number % 5], "mehrwerte": "3"})

    with ThreadPoolExecutor(100) as pool:
        assert list(pool.map(call, range(100))) == [None] * 100
    with reading(engine) as session:
        assert counted(session) == {
            **{("identitaeten", level): 20 for level in ("1", "2", "3", "4", "5")},
            ("mehrwerte", "3"): 100,
        }
        assert session.exec(select(VoiceForm.voices)).one() == 100


def test_a_voice_changes_its_counters_and_nothing_else_in_the_whole_database(engine, token):
    with reading(engine) as session:
        before = everything(session)
    with unit_of_work(engine, now=NOW + timedelta(hours=3)) as session:
        submit(session, token, A)
    with reading(engine) as session:
        after = everything(session)
    assert {table for table in before if before[table] != after[table]} == {"voice_form", "voice_count"}
    assert {table: len(rows) for table, rows in before.items()} == {table: len(rows) for table, rows in after.items()}
    changed = [
        (name, old, new)
        for table in ("voice_form", "voice_count")
        for row, other in zip(before[table], after[table], strict=True)
        for name, old, new in zip(TABLES.tables[table].columns.keys(), row, other, strict=True)
        if old != new
    ]
    assert changed == [("voices", 0, 1)] * 4


def test_the_order_of_two_voices_cannot_be_told_afterwards(engine, token):
    @contextmanager
    def tried() -> Iterator[Session]:
        with Session(engine.execution_options(writes=True)) as session:
            session.info["now"] = NOW
            yield session
            session.rollback()

    found = []
    for first, second in ((A, B), (B, A)):
        with tried() as session:
            submit(session, token, first)
            submit(session, token, second)
            found.append(everything(session))
    assert found[0] == found[1]


@pytest.mark.postgres
def test_below_the_tables_no_counter_tells_that_it_was_raised_last(postgres_engine):
    with unit_of_work(postgres_engine, now=NOW) as session:
        factories.project(session)
        factories.open_a_round(session)
        token = opened(session).token
    for answers in (A, B):
        with unit_of_work(postgres_engine, now=NOW) as session:
            submit(session, token, answers)
    with reading(postgres_engine) as session:
        hidden = session.execute(text("SELECT count(DISTINCT xmin::text), count(*) FROM voice_count")).one()
        assert tuple(hidden) == (1, 56)


def test_a_voice_writes_no_journal_and_moves_no_data_version(engine, token):
    with reading(engine) as session:
        before = session.exec(select(func.count()).select_from(JournalEntry)).one()
    with unit_of_work(engine, now=NOW) as session:
        submit(session, token, A)
    with reading(engine) as session:
        assert session.exec(select(func.count()).select_from(JournalEntry)).one() == before


def test_only_the_program_counts_a_voice(engine, token):
    with unit_of_work(engine, now=NOW) as session, pytest.raises(NotPermitted):
        submit_voice(session, SubmitVoice(token=token, answers=A), by=factories.ADMINISTRATION)


def test_only_the_administration_opens_and_closes_a_form(session):
    factories.project(session)
    factories.open_a_round(session)
    form = opened(session)
    for by in (factories.STEERING_GROUP, factories.lead_of("jugendkonferenz")):
        with pytest.raises(NotPermitted):
            open_voice_form(session, OpenVoiceForm(round="herbst-2026", project="jugendkonferenz"), by=by)
        with pytest.raises(NotPermitted):
            close_voice_form(session, CloseVoiceForm(form_id=form.id), by=by)
        with pytest.raises(NotPermitted):
            voice_forms(session, round_slug="herbst-2026", by=by)


def test_an_answer_to_an_unknown_factor_is_refused_and_counts_nothing(engine, token):
    with pytest.raises(InvalidValue), unit_of_work(engine, now=NOW) as session:
        submit(session, token, {**A, "erfunden": "3"})
    with reading(engine) as session:
        assert counted(session) == {}


def test_opening_twice_keeps_the_address_and_what_was_counted(session):
    factories.project(session)
    factories.open_a_round(session)
    first = opened(session)
    submit(session, first.token, A)
    close_voice_form(session, CloseVoiceForm(form_id=first.id), by=SYSTEM)
    again = opened(session)
    assert (again.token, again.closed_on) == (first.token, None)
    entries = session.exec(select(func.count()).select_from(JournalEntry)).one()
    assert opened(session).id == first.id
    assert session.exec(select(func.count()).select_from(JournalEntry)).one() == entries
    assert counted(session)[("augenhoehe", "4")] == 1


def test_a_closed_form_takes_no_voice_and_looks_like_no_form(session):
    factories.project(session)
    factories.open_a_round(session)
    form = opened(session)
    close_voice_form(session, CloseVoiceForm(form_id=form.id), by=SYSTEM)
    close_voice_form(session, CloseVoiceForm(form_id=form.id), by=SYSTEM)
    with pytest.raises(RoundClosed):
        submit(session, form.token, A)
    with pytest.raises(LinkDead):
        open_form(session, form.token)
    with pytest.raises(LinkDead):
        open_form(session, "unbekannt")
    with pytest.raises(LinkDead):
        submit(session, "unbekannt", A)
    with pytest.raises(NotFound):
        close_voice_form(session, CloseVoiceForm(form_id=999), by=SYSTEM)


def test_after_the_round_no_voice_counts_and_no_form_opens(session):
    factories.project(session)
    factories.project(session, "friedensfest")
    factories.open_a_round(session)
    form = opened(session)
    close_round(session, CloseRound(slug="herbst-2026"), by=SYSTEM)
    with pytest.raises(RoundClosed):
        submit(session, form.token, A)
    with pytest.raises(LinkDead):
        open_form(session, form.token)
    with pytest.raises(RoundClosed):
        opened(session, "friedensfest")


def test_a_form_says_whose_it_is_what_it_asks_and_until_when(session):
    factories.project(session, title="Jugendkonferenz")
    turn = factories.open_a_round(session)
    shown = open_form(session, opened(session).token)
    assert (shown.project, shown.closes_on) == ("Jugendkonferenz", turn.closes_on)
    assert shown.factors == tuple(factor.id for factor in catalogue.load().factors)


def test_the_office_sees_how_many_answered_and_nothing_of_what(session):
    factories.project(session, title="Jugendkonferenz")
    factories.open_a_round(session)
    form = opened(session)
    submit(session, form.token, A)
    session.expire_all()
    (shown,) = voice_forms(session, round_slug="herbst-2026", by=factories.ADMINISTRATION)
    assert (shown.project_title, shown.voices, shown.is_open, shown.token) == ("Jugendkonferenz", 1, True, form.token)


def test_the_frame_holds_one_answer_for_every_time_it_was_given(session):
    factories.project(session)
    factories.open_a_round(session)
    form = opened(session)
    for answers in (A, A, B):
        submit(session, form.token, answers)
    frame = voices(session, round_slug="herbst-2026")
    assert len(frame) == 9
    assert set(frame["view"]) == {"teilnehmende"}
    assert (frame["indicator_id"] == frame["factor_id"]).all()
    assert not frame[["project_id", "factor_id", "rater"]].duplicated().any()
    levels = frame.dropna(subset="level").rename(columns={"level": "score"}).astype({"score": "float64"})
    means = view_scores(levels).set_index("factor_id")["score"].to_dict()
    assert means == {"identitaeten": 11 / 3, "augenhoehe": 4.0, "partizipation": 4.0}
    assert sorted(frame["opt_out"].dropna()) == ["trifft_nicht_zu", "weiss_nicht", "weiss_nicht"]
    together = ratings(session, round_slug="herbst-2026", factor_of={})
    assert together["view"].tolist() == ["teilnehmende"] * 9
    assert together.dtypes.to_dict() == frame.dtypes.to_dict()


def test_without_voices_the_frame_is_empty_and_keeps_its_kinds(session):
    factories.project(session)
    factories.open_a_round(session)
    opened(session)
    assert voices(session, round_slug="herbst-2026").empty
    empty = ratings(session, round_slug="herbst-2026", factor_of={})
    assert empty.dtypes.to_dict() == voices(session, round_slug="herbst-2026").dtypes.to_dict()


def test_another_projects_and_another_rounds_voices_stay_apart(session):
    factories.project(session)
    factories.project(session, "friedensfest")
    factories.open_a_round(session)
    one, other = opened(session), opened(session, "friedensfest")
    assert one.token != other.token
    submit(session, one.token, A)
    assert session.exec(select(func.sum(col(VoiceCount.voices))).where(VoiceCount.form_id == other.id)).one() == 0
    assert voices(session, round_slug="anderswann").empty
