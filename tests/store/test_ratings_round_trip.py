"""Answers and voices leave in the exchange format and come back the same, on both databases."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import SQLModel, func, select

from bkcore import catalogue
from bkcore.access import SYSTEM
from bkcore.commands.assessments import AnswerIndicator, HandIn
from bkcore.commands.voice_counts import PutVoices
from bkcore.commands.voices import ANSWERS
from bkcore.errors import NotFound, RoundOpen
from bkcore.intake.apply import apply
from bkcore.intake.exchange_rows import exchange_rows
from bkcore.intake.export import csv_files, export_rows
from bkcore.intake.read import read_files
from bkcore.intake.table import table_of
from bkcore.intake.workbook_out import workbook_bytes
from bkcore.model.assessments import Assessment, Rating, Remark
from bkcore.model.journal import JournalEntry
from bkcore.model.projects import Project
from bkcore.model.voices import VoiceCount, VoiceForm
from bkcore.services.answers import answer
from bkcore.services.assessments import hand_in
from bkcore.services.voice_counts import put_voices
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import Origin, RemarkKind, View
from tests import factories
from tests.conftest import NOW

VERSION = catalogue.load().version
ITEMS = sorted(catalogue.load().factor_of())
FACTORS = [*catalogue.load().factor_titles()]
STEPS = ["1", "2", "3", "4", "5", "weiss_nicht", "trifft_nicht_zu"]
ROUNDS = {"r-alt": VERSION, "r-neu": VERSION}
PLACES = st.tuples(st.sampled_from([*ROUNDS]), st.sampled_from(["p-1", "p-2", "b-1"]))
PEOPLE = st.tuples(PLACES, st.sampled_from([*View]), st.sampled_from(["a", "b", "r-4711", "Person 3", "stimme-1"]))
SHEETS = st.dictionaries(
    PEOPLE,
    st.dictionaries(
        st.sampled_from(ITEMS), st.tuples(st.sampled_from(STEPS), st.sampled_from(["", "belegt"])), min_size=1
    ),
    max_size=6,
)
VOICES = st.dictionaries(
    PLACES,
    st.lists(st.dictionaries(st.sampled_from(FACTORS), st.sampled_from(STEPS), min_size=1), min_size=1, max_size=8),
    max_size=4,
)
LONG = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def emptied(engine):
    with engine.execution_options(writes=True).begin() as connection:
        for table in reversed(SQLModel.metadata.sorted_tables):
            connection.execute(table.delete())


def frame():
    subjects = [("p-1", "projekt"), ("p-2", ""), ("b-1", "bereich")]
    return [
        table_of("projekte", [{"kennung": slug, "titel": slug, "gegenstand": kind} for slug, kind in subjects]),
        table_of(
            "runden",
            [
                {
                    "kennung": slug, "titel": slug, "beginn": "2025-01-01", "ende": "2025-02-01",
                    "katalogversion": version,
                }
                for slug, version in ROUNDS.items()
            ],
        ),
    ]  # fmt: skip


def rows_of(sheets):
    return [
        {
            "runde": turn, "projekt": project, "sicht": view, "person": person, "indikator": item, "stufe": step,
            "beleg": certainty,
        }
        for ((turn, project), view, person), answers in sheets.items()
        for item, (step, certainty) in answers.items()
    ]  # fmt: skip


def count_voices(engine, voices):
    with unit_of_work(engine, now=NOW) as session:
        for (turn, project), people in voices.items():
            counts = {
                factor: dict(Counter(one[factor] for one in people if factor in one))
                for factor in {factor for one in people for factor in one}
            }
            put_voices(session, PutVoices(round=turn, project=project, counts=counts), by=SYSTEM)


@given(sheets=SHEETS, voices=VOICES)
@settings(max_examples=25, suppress_health_check=LONG)
def test_every_answer_and_every_voice_comes_back_as_it_went_out(engine, sheets, voices):
    emptied(engine)
    apply(engine, [*frame(), table_of("bewertungen", rows_of(sheets))], by=SYSTEM, now=NOW)
    count_voices(engine, voices)
    first = export_rows(engine, by=SYSTEM)
    files = csv_files(first)
    wanted = Counter(tuple(row.items()) for row in rows_of(sheets))
    given_voices = sum(len(one) for people in voices.values() for one in people)
    assert len(first["bewertungen"]) == wanted.total() + given_voices
    assert wanted <= Counter(tuple(row.items()) for row in first["bewertungen"])
    for back in (read_files(files), read_files({"mappe.xlsx": workbook_bytes(first)})):
        assert apply(engine, back, by=SYSTEM, now=NOW).nothing_to_do
    emptied(engine)
    apply(engine, read_files(files), by=SYSTEM, now=NOW)
    assert csv_files(export_rows(engine, by=SYSTEM)) == files
    with reading(engine) as session:
        assert session.exec(select(func.sum(VoiceCount.voices))).one() or given_voices == 0
        assert {row.origin for row in session.exec(select(Assessment))} <= {Origin.IMPORTED}
        assert {row.kind for row in session.exec(select(Project))} == {"projekt", "bereich"}


def test_voices_come_back_as_counters_and_never_as_people(engine):
    apply(engine, frame(), by=SYSTEM, now=NOW)
    count_voices(engine, {("r-neu", "p-1"): [{"augenhoehe": "5"}, {"augenhoehe": "2", "mehrwerte": "weiss_nicht"}]})
    files = csv_files(export_rows(engine, by=SYSTEM))
    emptied(engine)
    apply(engine, read_files(files), by=SYSTEM, now=NOW)
    with reading(engine) as session:
        assert session.exec(select(Assessment)).all() == []
        (form,) = session.exec(select(VoiceForm)).all()
        assert (form.voices, form.closed_on) == (2, NOW.date())
        counted = session.exec(select(VoiceCount).where(VoiceCount.voices > 0)).all()
        assert {(row.factor_id, row.answer, row.voices) for row in counted} == {
            ("augenhoehe", "5", 1), ("augenhoehe", "2", 1), ("mehrwerte", "weiss_nicht", 1),
        }  # fmt: skip
        assert len(session.exec(select(VoiceCount)).all()) == len(FACTORS) * len(ANSWERS)


def test_the_names_made_up_for_voices_follow_the_answers_and_tie_nothing_together(engine):
    apply(engine, frame(), by=SYSTEM, now=NOW)
    people = [{"augenhoehe": "5", "mehrwerte": "1"}, {"augenhoehe": "2", "mehrwerte": "4"}]
    count_voices(engine, {("r-neu", "p-1"): people})
    one_way = export_rows(engine, by=SYSTEM)["bewertungen"]
    emptied(engine)
    apply(engine, frame(), by=SYSTEM, now=NOW)
    crossed = [{"augenhoehe": "2", "mehrwerte": "1"}, {"augenhoehe": "5", "mehrwerte": "4"}]
    count_voices(engine, {("r-neu", "p-1"): crossed})
    assert export_rows(engine, by=SYSTEM)["bewertungen"] == one_way
    names = [row["person"] for row in one_way]
    assert len({*names}) == len(names)
    assert [(row["person"], row["stufe"]) for row in one_way if row["indikator"] == "augenhoehe"] == [
        ("stimme-augenhoehe-0001", "2"), ("stimme-augenhoehe-0002", "5"),
    ]  # fmt: skip


def test_voices_of_a_form_that_still_takes_some_stay_inside(engine):
    with unit_of_work(engine, now=NOW) as session:
        factories.project(session)
        turn = factories.open_a_round(session)
        wish = PutVoices(round=turn.slug, project="jugendkonferenz", counts={"augenhoehe": {"4": 3}})
        form = put_voices(session, wish, by=SYSTEM).row
        form.closed_on = None
        session.add(form)
        session.flush()
        with pytest.raises(RoundOpen):
            put_voices(session, wish, by=SYSTEM)
    with reading(engine, now=NOW) as session:
        assert exchange_rows(session)["bewertungen"] == []
    with reading(engine, now=NOW + timedelta(days=60)) as session:
        assert len(exchange_rows(session)["bewertungen"]) == 3


def test_a_factor_nobody_asks_about_takes_no_voice(session):
    factories.project(session)
    turn = factories.open_a_round(session)
    with pytest.raises(NotFound):
        put_voices(session, PutVoices(round=turn.slug, project="jugendkonferenz", counts={"x": {"4": 1}}), by=SYSTEM)


def test_words_of_raters_and_drafts_never_leave_in_the_exchange_format(engine):
    with unit_of_work(engine, now=NOW) as session:
        factories.project(session)
        factories.open_a_round(session)
        done, draft = (factories.invitation(session, view=View.TEAM).link.assessment_id for _ in range(2))
        for assessment in (done, draft):
            rater = factories.rater_of("jugendkonferenz", assessment_id=assessment)
            answer(session, AnswerIndicator(assessment_id=assessment, indicator_id="mehrwerte", level=4), by=rater)
        remark = Remark(assessment_id=done, factor_id="mehrwerte", kind=RemarkKind.EVIDENCE, text="Geheim genug")
        session.add(remark)
        by = factories.rater_of("jugendkonferenz", assessment_id=done)
        hand_in(session, HandIn(assessment_id=done), by=by)
    files = csv_files(export_rows(engine, by=SYSTEM))
    assert files["bewertungen.csv"].decode().count("mehrwerte") == 1
    assert not any("Geheim" in content.decode() for content in files.values())


def test_an_import_of_many_rows_leaves_what_single_rows_would(engine):
    """Collected rows and single ones come to the same rows, and to one journal entry each."""
    sheets = {(("r-neu", "p-1"), View.TEAM, name): dict.fromkeys(ITEMS, ("3", "")) for name in ("a", "b", "c")}
    apply(engine, [*frame(), table_of("bewertungen", rows_of(sheets))], by=SYSTEM, now=NOW)
    changed = {key: dict.fromkeys(ITEMS, ("4" if key[2] == "a" else "3", "")) for key in sheets}
    report = apply(engine, [table_of("bewertungen", rows_of(changed))], by=SYSTEM, now=NOW)
    assert report.as_json() | {"faults": []} == report.as_json() | {
        "faults": [], "new": 0, "changed": len(ITEMS), "unchanged": 2 * len(ITEMS),
    }  # fmt: skip
    with reading(engine) as session:
        assert session.exec(select(func.count()).select_from(Rating)).one() == 3 * len(ITEMS)
        entries = session.exec(select(JournalEntry).order_by(JournalEntry.id)).all()
    written = Counter(entry.action for entry in entries)
    assert written == {"put_project": 3, "put_round": len(ROUNDS), "put_rating": 4 * len(ITEMS)}
    assert date(2026, 11, 22) == entries[0].at.date()
