"""Metrics behind the result pages: short form, change with uncertainty, bands, gaps, ladder, counted companions."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkcore.columns import ORGANISATIONS, PARTICIPATIONS, RATINGS
from bkcore.metrics.companions import CountedFigure, counted_companions
from bkcore.metrics.factor_change import factor_changes
from bkcore.metrics.factor_distribution import band_counts
from bkcore.metrics.factor_scores import (
    counted_answers,
    project_scores,
    rater_scores,
    short_form_share,
    view_scores,
)
from bkcore.metrics.factors import factor_profile, opt_out_share
from bkcore.metrics.participation_ladder import ladder_counts, ladder_shift, ladder_steps
from bkcore.metrics.view_gaps import view_gaps
from bkcore.metrics.window import calendar_year
from tests.unit.metrics.strategies import INDICATORS, ratings, shuffled


def answers(*rows):
    """Rows of rater, item and level or opt-out, all of one project's team and the factor before the hyphen."""
    given = [
        (rater, "p", "team", item.split("-")[0], item, *((said, None) if isinstance(said, int) else (None, said)))
        for rater, item, said in rows
    ]
    return RATINGS.cast(pd.DataFrame(given, columns=list(RATINGS.columns)))


def score_of(*rows, indicators=4):
    found = rater_scores(answers(*rows), indicators={"f4": indicators})
    return [(row.score, row.short) for row in found.itertuples()]


def test_the_short_form_speaks_for_a_rater_without_indicator_answers():
    assert score_of(("a", "f4", 2)) == [(2.0, True)]


def test_half_of_the_indicators_outweigh_the_short_form():
    assert score_of(("a", "f4", 1), ("a", "f4-1", 5), ("a", "f4-2", 4)) == [(4.5, False)]


def test_fewer_than_half_of_the_indicators_leave_the_word_to_the_short_form():
    assert score_of(("a", "f4", 1), ("a", "f4-1", 5)) == [(1.0, True)]


def test_an_opt_out_to_the_whole_factor_is_no_score():
    assert score_of(("a", "f4", "weiss_nicht")) == []
    assert score_of(("a", "f4", "weiss_nicht"), ("a", "f4-1", 3), ("a", "f4-2", 3)) == [(3.0, False)]


def test_opt_outs_of_the_short_form_count_only_for_those_who_answered_no_indicator():
    both = answers(("a", "f4", "weiss_nicht"), ("a", "f4-1", 3), ("b", "f4", "trifft_nicht_zu"))
    assert opt_out_share(both, indicators={"f4": 4})["f4"] == 0.5
    assert counted_answers(both, indicators={"f4": 4})["rater"].tolist() == ["a", "b"]


def test_the_share_of_the_short_form_is_taken_over_raters_with_a_score():
    found = answers(("a", "f4", 3), ("b", "f4-1", 3), ("c", "f4-1", "weiss_nicht"))
    assert factor_profile(found, indicators={"f4": 1}).loc["f4", "short_form_share"] == 0.5


@given(found=ratings())
def test_without_the_short_form_nothing_changes_for_those_who_answered_in_detail(found):
    detailed = found[found["indicator_id"] != found["factor_id"]]
    scores = rater_scores(detailed, indicators=INDICATORS)
    both = rater_scores(found, indicators=INDICATORS)
    kept = both[~both["short"]].reset_index(drop=True)
    pd.testing.assert_frame_equal(kept, scores)
    assert short_form_share(both).between(0, 1).all()


@given(found=ratings(), order=st.integers(0, 2**31))
def test_scores_ignore_the_order_of_the_answers_and_stay_on_the_scale(found, order):
    scores = rater_scores(found, indicators=INDICATORS)
    pd.testing.assert_frame_equal(rater_scores(shuffled(found, order), indicators=INDICATORS), scores)
    assert scores["score"].between(1, 5).all()
    assert not scores.duplicated(["factor_id", "project_id", "view", "rater"]).any()


LEVELS = st.floats(1, 5)
PAIRS = st.lists(st.tuples(LEVELS, LEVELS), max_size=12)


def turns(pairs, names=None):
    names = names or [f"p{number:02}" for number in range(len(pairs))]
    frames = [
        pd.DataFrame({"factor_id": "f", "project_id": names, "score": [pair[place] for pair in pairs]}, dtype=object)
        for place in (0, 1)
    ]
    return [frame.astype({"factor_id": "str", "project_id": "str", "score": "float64"}) for frame in frames]


def change(pairs, names=None):
    before, after = turns(pairs, names)
    return factor_changes(before, after, comparable=["f"]).loc["f"]


@given(pairs=PAIRS)
def test_a_change_is_stated_from_three_common_projects_on_and_lies_in_its_interval(pairs):
    found = change(pairs)
    assert found["n"] == len(pairs)
    assert found[["change", "lower", "upper"]].isna().all() == (len(pairs) < 3)
    if len(pairs) >= 3:
        steps = [after - before for before, after in pairs]
        assert min(steps) - 1e-9 <= found["lower"] <= found["upper"] <= max(steps) + 1e-9
        assert found["change"] == pytest.approx(np.mean(steps), abs=1e-9)


@given(pairs=st.lists(st.tuples(LEVELS, LEVELS), min_size=3, max_size=9), order=st.randoms(use_true_random=False))
def test_a_change_depends_neither_on_the_order_nor_on_the_names_of_projects(pairs, order):
    mixed = list(pairs)
    order.shuffle(mixed)
    names = [f"andere-{len(mixed) - number}" for number in range(len(mixed))]
    assert change(mixed, names).tolist() == pytest.approx(change(pairs).tolist(), abs=1e-9)


@given(step=st.integers(-8, 8), projects=st.integers(3, 9))
def test_projects_that_all_moved_alike_leave_no_doubt(step, projects):
    found = change([(3.0, 3.0 + step / 8)] * projects)
    assert found[["change", "lower", "upper"]].tolist() == [step / 8] * 3


def test_only_projects_of_both_rounds_and_comparable_factors_are_compared():
    before, after = turns([(2.0, 3.0)] * 4)
    found = factor_changes(before.iloc[1:], after.iloc[:3], comparable=["f"])
    assert found.loc["f", "n"] == 2
    assert factor_changes(before, after, comparable=[]).empty
    assert factor_changes(before, after, comparable=["g"]).loc["g", "n"] == 0


@given(found=ratings())
def test_every_project_with_a_score_lies_in_one_band(found):
    projects = project_scores(rater_scores(found, indicators=INDICATORS))
    counts = band_counts(projects, factors=list(INDICATORS))
    assert list(counts.index) == list(INDICATORS)
    profile = factor_profile(found, indicators=INDICATORS)
    assert counts["n"].tolist() == profile["n_projects"].tolist()
    assert counts[["concern", "discuss", "strength"]].sum(axis=1).tolist() == counts["n"].tolist()


@given(found=ratings(), order=st.integers(0, 2**31))
def test_gaps_are_sorted_and_the_same_in_any_order(found, order):
    views = view_scores(rater_scores(found, indicators=INDICATORS))
    gaps = view_gaps(views)
    pd.testing.assert_frame_equal(view_gaps(shuffled(views, order)), gaps)
    assert gaps["gap"].between(0, 4).all()
    assert gaps["gap"].is_monotonic_decreasing
    assert (gaps["lowest_view"] != gaps["highest_view"]).all()


def test_one_view_alone_has_no_gap_and_equal_views_have_none_to_speak_of():
    views = pd.DataFrame({"factor_id": "f", "project_id": ["p", "q", "q"], "view": ["team", "team", "leitung"]})
    found = view_gaps(views.assign(score=3.0))
    assert found[["project_id", "gap"]].to_records(index=False).tolist() == [("q", 0.0)]


def ladder(*rows):
    return ladder_steps(answers(*rows), factor_id="f6", indicators={"f6": 4})


def test_the_step_of_a_project_is_one_that_somebody_named():
    assert ladder(("a", "f6", 1), ("b", "f6", 2), ("c", "f6", 5), ("d", "f6", 5)).to_dict() == {"p": 2}
    assert ladder(("a", "f6-1", 1), ("a", "f6-2", 4), ("a", "f6-3", 5)).to_dict() == {"p": 4}


def test_the_short_answer_is_left_out_of_the_ladder_when_the_indicators_speak():
    assert ladder(("a", "f6", 5), ("a", "f6-1", 2), ("a", "f6-2", 2)).to_dict() == {"p": 2}
    assert ladder(("a", "f6", 5), ("a", "f6-1", 2)).to_dict() == {"p": 5}


def test_without_a_score_there_is_no_step():
    assert ladder(("a", "f6-1", 5)).empty
    assert ladder_steps(RATINGS.empty(), factor_id="f6", indicators={"f6": 4}).empty
    assert ladder_counts(ladder_steps(RATINGS.empty(), factor_id="f6", indicators={"f6": 4})).sum() == 0


@given(found=ratings(), order=st.integers(0, 2**31))
def test_the_ladder_counts_every_project_once_and_ignores_order(found, order):
    steps = ladder_steps(found, factor_id="f2", indicators=INDICATORS)
    assert ladder_steps(shuffled(found, order), factor_id="f2", indicators=INDICATORS).to_dict() == steps.to_dict()
    assert ladder_counts(steps).sum() == len(steps) == factor_profile(found, indicators=INDICATORS)["n_projects"]["f2"]
    assert ladder_shift(steps, steps) == {"up": 0, "same": len(steps), "down": 0}


RECORDED = {
    "attendees": None,
    "first_timers": None,
    "languages": None,
    "free_of_charge": None,
    "accessible": None,
    "joint_planning": None,
    "proposals_taken_up": None,
    "roles_handed_over": None,
    "project_id": "p",
    "part_of": None,
    "status": "stattgefunden",
}


def dates(*rows):
    frame = pd.DataFrame([{**RECORDED, "activity_id": f"a{number}", **row} for number, row in enumerate(rows)])
    day = pd.to_datetime([row.get("day", "2026-03-15") for row in rows])
    return frame.assign(start=day, start_latest=day)


def counted(*rows, **options):
    return counted_companions(dates(*rows), PARTICIPATIONS.empty(), ORGANISATIONS.empty(), **options)


def test_what_nobody_recorded_is_not_known_rather_than_zero():
    found = counted({}, {})
    assert {figure.value for figure in found.values()} == {None}
    assert {(figure.known, figure.of) for figure in found.values()} == {(0, 2)}


def test_a_language_counts_once_however_it_is_written():
    found = counted({"languages": "Deutsch; Türkisch"}, {"languages": "türkisch;Arabisch;"}, {"languages": " ; "}, {})
    assert found["languages_offered"] == CountedFigure(3, known=2, of=4)


def test_free_and_accessible_must_both_be_stated():
    found = counted(
        {"free_of_charge": True, "accessible": True},
        {"free_of_charge": True, "accessible": False},
        {"free_of_charge": True},
    )
    assert found["free_accessible_dates"] == CountedFigure(1, known=2, of=3)


def test_who_came_back_needs_both_numbers_and_parts_speak_for_their_whole():
    found = counted(
        {"activity_id": "woche", "attendees": 100, "first_timers": 90},
        {"part_of": "woche", "attendees": 30, "first_timers": 10},
        {"attendees": 5},
    )
    assert found["returning_participants"] == CountedFigure(20, known=1, of=2)
    assert found["first_time_participants"] == CountedFigure(10, known=1, of=2)


def test_only_what_took_place_in_the_window_and_in_the_project_counts():
    found = counted(
        {"roles_handed_over": 1},
        {"roles_handed_over": 2, "day": "2025-03-15"},
        {"roles_handed_over": 4, "status": "angekuendigt"},
        {"roles_handed_over": 8, "project_id": "q"},
        window=calendar_year(2026),
        project="p",
    )
    assert found["roles_handed_over"] == CountedFigure(1, known=1, of=1)


def test_a_recorded_no_is_a_zero():
    assert counted({"joint_planning": False})["joint_planning_meetings"] == CountedFigure(0, known=1, of=1)


def test_joint_activities_are_known_where_an_organisation_is():
    activities = dates({}, {}, {})
    ties = pd.DataFrame({"organisation_id": ["stadt", "awo", "awo"], "activity_id": ["a0", "a0", "a1"]})
    organisations = pd.DataFrame({"organisation_id": ["stadt", "awo"], "sector": ["public", "civil"]})
    found = counted_companions(activities, ties, organisations)
    assert found["joint_activities"] == CountedFigure(1, known=2, of=3)
