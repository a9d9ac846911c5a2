from datetime import UTC, datetime

import pytest
import streamlit as st

from bkcore.model.assessments import Assessment
from bkcore.reports import assessment as reports
from bkcore.store import unit_of_work as units
from bkcore.store.unit_of_work import reading
from bkcore.vocabulary import OptOut, RemarkKind
from dashboard.components import ladder, saving
from dashboard.forms.assessment import keeping, pace, remarks
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
    return keeping.save_answer(given, assessment_id=by.assessment_id, indicator_id=indicator, by=by)


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
        patch.setattr("bkcore.services.drafts.require_open", lambda *_: None)
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
    assert not keeping.save_answer(3, **raw, by=stranger)
    assert "fehlt Ihnen die Berechtigung" in saving.refusal()


def test_a_value_outside_the_scale_is_refused(sqlite_engine, lead):
    assert not give(9, lead)
    assert saving.refusal("augenhoehe-1")
    assert not stored(sqlite_engine, lead).answers


def write(text, by, kind=RemarkKind.EVIDENCE, **more):
    given = ladder.Text(text, **more)
    return remarks.save_remark(given, assessment_id=by.assessment_id, factor_id="augenhoehe", kind=kind, by=by)


def test_words_are_saved_and_an_empty_text_removes_them(sqlite_engine, lead):
    assert write("Alle reden mit.", lead)
    assert write("Zeit", lead, RemarkKind.NEED, private=True)
    assert stored(sqlite_engine, lead).remarks == {
        ("augenhoehe", RemarkKind.EVIDENCE): reports.Written("Alle reden mit."),
        ("augenhoehe", RemarkKind.NEED): reports.Written("Zeit", confidential=True),
    }
    assert write("", lead, seen=("Alle reden mit.",))
    assert list(stored(sqlite_engine, lead).remarks) == [("augenhoehe", RemarkKind.NEED)]


def test_a_text_from_another_device_is_not_replaced_unseen(sqlite_engine, lead):
    write("Auf dem Telefon geschrieben", lead, seen=("",))
    assert not write("Am Rechner geschrieben", lead, seen=("",))
    refused = saving.refusal("augenhoehe-beleg")
    assert "„Auf dem Telefon geschrieben“" in refused
    assert "Ihr Text steht noch im Feld" in refused
    assert write("Am Rechner geschrieben, beides", lead, seen=("", "Auf dem Telefon geschrieben"))
    assert not remarks.unsaved()


def test_a_text_that_came_too_late_is_kept_for_its_writer(sqlite_engine, lead):
    close(sqlite_engine)
    assert not write("Zu spät", lead)
    assert remarks.unsaved() == "Zu spät"


def test_an_answer_can_be_taken_back(sqlite_engine, lead):
    give(4, lead)
    assert give(None, lead)
    assert not stored(sqlite_engine, lead).answers


def test_an_answer_of_another_device_is_named_until_it_is_given_here_anew(sqlite_engine, lead):
    give(4, lead)
    mine = lead.assessment_id
    assert not keeping.changed_elsewhere(mine, "augenhoehe-1", stored=4)
    assert keeping.changed_elsewhere(mine, "augenhoehe-1", stored=2)
    assert keeping.changed_elsewhere(mine, "augenhoehe-1", stored=2)
    give(3, lead)
    assert not keeping.changed_elsewhere(mine, "augenhoehe-1", stored=3)


def test_the_time_between_two_answers_is_counted_and_a_break_is_not(sqlite_engine, lead, monkeypatch):
    clock = iter([100.0, 130.0, 1000.0])
    monkeypatch.setattr(pace.time, "monotonic", lambda: next(clock))
    for indicator in ("augenhoehe-1", "augenhoehe-2", "augenhoehe-3"):
        give(4, lead, indicator)
    with reading(sqlite_engine) as session:
        assert session.get(Assessment, lead.assessment_id).seconds_spent == 0 + 30 + 120


def test_a_correction_after_handing_in_is_saved_too(sqlite_engine, lead):
    give(4, lead)
    hand_in(sqlite_engine, lead)
    assert give(5, lead)
    assert stored(sqlite_engine, lead).answers["augenhoehe-1"].level == 5


def test_a_ladder_starts_anew_when_another_device_changed_the_answer():
    assert keeping.ladder_key("antwort", stored=None) == "antwort-0"
    st.session_state["antwort-0"] = {"value": 1}
    assert keeping.ladder_key("antwort", stored=1) == "antwort-0"
    assert keeping.ladder_key("antwort", stored=4) == "antwort-0", "the answer of the hand was not heard yet"
    st.session_state["ladder-heard-antwort-0"] = 1
    assert keeping.ladder_key("antwort", stored=4) == "antwort-1"
    assert keeping.ladder_key("antwort", stored=4) == "antwort-1"
