from datetime import UTC, datetime

import pytest
import streamlit as st

from bkcore.reports import assessment as reports
from bkcore.store import unit_of_work as units
from bkcore.store.unit_of_work import reading
from bkcore.vocabulary import OptOut
from dashboard.components import saving
from dashboard.forms.assessment import questions
from tests.factories import rater_of
from tests.pages.acting import TODAY, acting_on, close, hand_in, invited_lead


@pytest.fixture(autouse=True)
def remembered(monkeypatch):
    monkeypatch.setattr(st, "session_state", {})


@pytest.fixture
def lead(sqlite_engine, monkeypatch):
    by = invited_lead(sqlite_engine)
    acting_on(sqlite_engine, monkeypatch, by=by)
    return by


def stored(engine, by):
    with reading(engine) as session:
        return reports.build(session, assessment_id=by.assessment_id, by=by, today=TODAY)


def give(given, by, indicator="augenhoehe-1"):
    return questions.save_answer(given, assessment_id=by.assessment_id, indicator_id=indicator, by=by)


def test_an_answer_is_committed_before_it_is_called_saved(sqlite_engine, lead):
    assert give(4, lead)
    assert stored(sqlite_engine, lead).answers["augenhoehe-1"].level == 4
    assert saving.at("augenhoehe-1").count(":") == 1
    assert not saving.at("augenhoehe-2")


def test_the_time_is_that_of_bergkamen(sqlite_engine, lead, monkeypatch):
    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(TODAY.year, 7, 1, 12, 3, tzinfo=tz or UTC)

    monkeypatch.setattr(units, "datetime", Clock)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bkcore.services.assessments.require_open", lambda *_: None)
        assert give(4, lead)
    assert saving.at("augenhoehe-1") == "14:03"


def test_an_opt_out_replaces_a_level_and_the_last_answer_wins(sqlite_engine, lead):
    give(4, lead)
    give("weiss_nicht", lead)
    assert stored(sqlite_engine, lead).answers["augenhoehe-1"].opt_out is OptOut.DONT_KNOW
    give(2, lead)
    assert stored(sqlite_engine, lead).answers["augenhoehe-1"].level == 2


def test_a_round_that_closed_meanwhile_refuses_in_one_sentence_and_keeps_the_rest(sqlite_engine, lead):
    give(4, lead)
    close(sqlite_engine)
    assert not give(5, lead, "augenhoehe-2")
    assert saving.refusal("augenhoehe-2").startswith("Die Runde „Herbst 2026“ nimmt keine Antworten mehr an")
    assert not saving.at("augenhoehe-2")
    assert list(stored(sqlite_engine, lead).answers) == ["augenhoehe-1"]


def test_nobody_answers_for_somebody_else(sqlite_engine, lead):
    stranger = rater_of("jugendkonferenz", assessment_id=lead.assessment_id + 1)
    raw = {"assessment_id": lead.assessment_id, "indicator_id": "augenhoehe-1"}
    assert not questions.save_answer(3, **raw, by=stranger)
    assert "fehlt Ihnen die Berechtigung" in saving.refusal()


def test_a_value_outside_the_scale_is_refused(sqlite_engine, lead):
    assert not give(9, lead)
    assert saving.refusal("augenhoehe-1")
    assert not stored(sqlite_engine, lead).answers


def test_words_are_saved_and_an_empty_text_removes_them(sqlite_engine, lead):
    raw = {"assessment_id": lead.assessment_id, "factor_id": "augenhoehe", "by": lead}
    assert questions.save_evidence("Alle reden mit.", **raw)
    assert stored(sqlite_engine, lead).evidence == {"augenhoehe": "Alle reden mit."}
    assert questions.save_evidence("", **raw)
    assert not stored(sqlite_engine, lead).evidence


def test_a_correction_after_handing_in_is_saved_too(sqlite_engine, lead):
    give(4, lead)
    hand_in(sqlite_engine, lead)
    assert give(5, lead)
    assert stored(sqlite_engine, lead).answers["augenhoehe-1"].level == 5


def test_a_ladder_starts_anew_when_another_device_changed_the_answer():
    assert questions.ladder_key("antwort", stored=None) == "antwort-0"
    st.session_state["antwort-0"] = {"value": 1}
    assert questions.ladder_key("antwort", stored=1) == "antwort-0"
    assert questions.ladder_key("antwort", stored=4) == "antwort-1"
    assert questions.ladder_key("antwort", stored=4) == "antwort-1"
