import json

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkcore.columns import RATINGS
from bkcore.errors import ColumnMissing
from bkcore.metrics.factor_scores import rater_scores
from bkcore.metrics.factors import agreement, band, factor_profile, view_profile
from bkcore.metrics.factors_json import factors_json
from tests.spec.tables import frame
from tests.unit.metrics.strategies import INDICATORS, ratings, shuffled

KEYS = [
    "id",
    "mean",
    "sd",
    "n_raters",
    "n_projects",
    "band",
    "lowest",
    "highest",
    "agreement",
    "opt_out_share",
    "short_form_share",
    "previous_mean",
    "views",
]


def one_answer_each(text):
    """One indicator, one project, the team's view, where the table does not say otherwise."""
    table = frame(text)
    defaults = {"project_id": "p", "view": "team", "factor_id": "f4", "indicator_id": "f4-1", "opt_out": None}
    return table.assign(**{name: value for name, value in defaults.items() if name not in table.columns})


def test_the_latest_answer_of_a_rater_replaces_earlier_ones():
    answers = one_answer_each("""
        | rater | level | answered_on |
        |-------|-------|-------------|
        | a     | 4     | 2026-09-01  |
        | a     | 2     | 2026-03-01  |
        | b     | 5     | 2026-09-01  |
    """)
    assert factor_profile(answers, indicators={"f4": 1}).loc["f4", "mean"] == 4.5


def test_a_later_opt_out_takes_the_level_back():
    answers = one_answer_each("""
        | rater | level | opt_out     | answered_on |
        |-------|-------|-------------|-------------|
        | a     | 4     |             | 2026-03-01  |
        | a     |       | weiss_nicht | 2026-09-01  |
    """)
    found = factor_profile(answers, indicators={"f4": 1}).loc["f4"]
    assert (found["n_raters"], found["opt_out_share"]) == (0, 1.0)


@pytest.mark.parametrize(("answered", "indicators", "scores"), [(1, 2, 1), (1, 3, 0), (2, 3, 1), (2, 4, 1), (2, 5, 0)])
def test_half_of_the_indicators_must_have_a_level(answered, indicators, scores):
    rows = [("a", "p", "team", "f4", f"f4-{number}", 3, None) for number in range(answered)]
    answers = RATINGS.cast(pd.DataFrame(rows, columns=list(RATINGS.columns)))
    assert len(rater_scores(answers, indicators={"f4": indicators})) == scores


def test_every_view_counts_once_however_many_raters_it_has():
    answers = one_answer_each("""
        | rater | view         | level |
        |-------|--------------|-------|
        | a     | leitung      | 5     |
        | b     | team         | 2     |
        | c     | team         | 4     |
        | d     | team         | 3     |
        | e     | teilnehmende | 1     |
    """)
    found = factor_profile(answers, indicators={"f4": 1}).loc["f4"]
    assert (found["mean"], found["n_raters"], found["lowest"], found["highest"]) == (4.0, 4, 2.0, 5.0)
    views = view_profile(answers, indicators={"f4": 1}).loc["f4"]
    assert views["mean"].dropna().to_dict() == {"leitung": 5.0, "team": 3.0, "teilnehmende": 1.0}


def test_one_project_has_no_spread():
    answers = one_answer_each("""
        | rater | level |
        |-------|-------|
        | a     | 3     |
    """)
    assert factor_profile(answers, indicators={"f4": 1})["sd"].isna().all()


def test_a_pseudonym_is_unique_within_its_project_only():
    answers = one_answer_each("""
        | rater | project_id | level |
        |-------|------------|-------|
        | a     | p          | 3     |
        | a     | q          | 4     |
    """)
    found = factor_profile(answers, indicators={"f4": 1}).loc["f4"]
    assert (found["n_raters"], found["n_projects"], found["mean"]) == (2, 2, 3.5)
    assert factors_json(answers, indicators={"f4": 1}, round_id="2026")["raters"] == 2


def test_a_mean_of_four_is_a_strength_even_if_thirds_do_not_add_up_in_a_float():
    thirds = [11 / 3, 13 / 3]
    mean = sum(thirds) / 2
    assert band(mean) == band(4 - 1e-12) == "strength"
    assert band(3.999) == "discuss"
    assert band(float("nan")) is None


def scores_of(levels, project="p"):
    raters = [f"{project}{number}" for number in range(len(levels))]
    return pd.DataFrame({"factor_id": "f", "project_id": project, "view": "team", "rater": raters, "score": levels})


@given(levels=st.lists(st.floats(1, 5), min_size=5, max_size=12), order=st.integers(0, 2**31))
def test_agreement_stays_between_nothing_and_all_and_ignores_order(levels, order):
    scores = scores_of(levels)
    found = agreement(scores)["f"]
    assert 0.0 <= found <= 1.0
    assert agreement(shuffled(scores, order))["f"] == pytest.approx(found, abs=1e-12)


@given(level=st.floats(1, 5), raters=st.integers(5, 9))
def test_raters_who_say_the_same_agree_fully(level, raters):
    assert agreement(scores_of([level] * raters))["f"] == pytest.approx(1.0)


def test_agreement_needs_five_raters_of_the_same_project():
    assert agreement(pd.concat([scores_of([3.0] * 4, "p"), scores_of([3.0] * 4, "q")])).empty
    both = agreement(pd.concat([scores_of([3.0] * 5, "p"), scores_of([1.0, 1.0, 5.0, 5.0, 3.0], "q")]))
    assert both["f"] == pytest.approx((1.0 + 0.0) / 2)


@given(answers=ratings(), order=st.integers(0, 2**31))
def test_the_profile_ignores_the_order_of_the_answers(answers, order):
    found = factor_profile(answers, indicators=INDICATORS)
    pd.testing.assert_frame_equal(factor_profile(shuffled(answers, order), indicators=INDICATORS), found)


@given(answers=ratings())
def test_the_profile_stays_on_the_scale(answers):
    found = factor_profile(answers, indicators=INDICATORS)
    assert list(found.index) == list(INDICATORS)
    levels = found[["lowest", "q1", "median", "mean", "q3", "highest"]].dropna()
    assert levels.stack().between(1, 5).all()
    assert (levels["lowest"] <= levels["mean"] + 1e-12).all()
    assert (levels["mean"] <= levels["highest"] + 1e-12).all()
    assert found["opt_out_share"].dropna().between(0, 1).all()
    assert (found["n_raters"] >= found["n_projects"]).all()


@given(answers=ratings())
def test_participants_voices_never_enter(answers):
    others = answers[answers["view"] != "teilnehmende"]
    pd.testing.assert_frame_equal(
        factor_profile(answers, indicators=INDICATORS), factor_profile(others, indicators=INDICATORS)
    )


@given(answers=ratings())
def test_the_json_has_the_keys_others_rely_on_and_no_nan(answers):
    found = factors_json(answers, indicators=INDICATORS, round_id="2026", previous={"f2": 3.2})
    json.dumps(found, allow_nan=False)
    assert list(found) == ["round", "assessments", "raters", "factors"]
    assert [list(factor) for factor in found["factors"]] == [KEYS, KEYS]
    assert [factor["previous_mean"] for factor in found["factors"]] == [None, 3.2]
    views = found["factors"][0]["views"]
    assert list(views) == ["leitung", "team", "partner", "teilnehmende"]
    assert {tuple(figures) for figures in views.values()} == {("mean", "n_raters", "n_projects")}


def test_without_answers_everything_is_undefined():
    found = factors_json(RATINGS.empty(), indicators=INDICATORS, round_id="2026")
    assert (found["assessments"], found["raters"]) == (0, 0)
    for factor in found["factors"]:
        assert {key for key, value in factor.items() if value is None} == set(KEYS) - {
            "id",
            "n_raters",
            "n_projects",
            "views",
        }


def test_a_frame_without_levels_is_refused():
    with pytest.raises(ColumnMissing):
        factor_profile(RATINGS.empty().drop(columns="level"), indicators=INDICATORS)
