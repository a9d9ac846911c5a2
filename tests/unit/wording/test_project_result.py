"""Sentences about results: each is there only when its rule makes it true."""

import doctest
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkcore.metrics.companions import CountedFigure
from bkcore.metrics.factors import band
from bkcore.reports import level_text
from bkcore.vocabulary import Band, View
from bkcore.wording import project_result as words
from bkcore.wording.findings import ViewFacts
from bkcore.wording.project_result import ProjectFacts
from dashboard.texts import factor_results as texts
from dashboard.texts import project as page

MODULES = (words, texts, page, level_text)
VIEWS = st.lists(st.tuples(st.sampled_from(View), st.floats(1, 5)), max_size=4, unique_by=lambda pair: pair[0])


def fact(title="Augenhöhe", *, score=3.0, views=(), previous=None):
    seen = tuple(ViewFacts(view=view, mean=mean, raters=3) for view, mean in views)
    named = band(score) if score is not None else None
    return ProjectFacts(
        key=title,
        title=title,
        score=score,
        text=level_text.level_text(score),
        previous=previous,
        views=seen,
        band=Band(named) if named else None,
    )


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_example_runs(module):
    names = {"CountedFigure": CountedFigure}
    assert doctest.testmod(module, extraglobs=names).failed == 0


@given(views=VIEWS)
def test_a_gap_is_told_from_half_a_level_on_and_names_the_two_ends(views):
    found = fact(views=views)
    told = words.widest([found])
    assert bool(told) == (found.gap >= words.TOLD_GAP)
    if told:
        low, high = found.ends
        assert low.mean < high.mean
        assert words.gap_sentence(found).count("bei") == 2


@given(level=st.floats(1, 5))
def test_a_written_level_never_looks_like_another_band(level):
    written = float(level_text.level_text(level).replace(",", "."))
    assert band(written) == band(level) or abs(written - level) < 0.001


@given(
    steps=st.lists(st.tuples(st.floats(1, 5), st.none() | st.floats(1, 5)), max_size=8),
)
def test_what_moved_is_told_only_against_a_round_before_and_never_as_sure(steps):
    facts = [fact(f"F{number}", score=now, previous=before) for number, (now, before) in enumerate(steps)]
    told = words.change_finding(facts, previous="Herbst")
    assert bool(told) == any(before is not None for _, before in steps)
    assert bool(words.change_caveat(facts)) == bool(told)
    if "nah beieinander" in told:
        assert all(abs(now - before) < 0.25 for now, before in steps if before is not None)


def test_the_ladder_of_a_project_is_told_in_steps():
    views = (ViewFacts(view=View.LEAD, mean=4.0, raters=1), ViewFacts(view=View.TEAM, mean=2.0, raters=3))
    found = replace(fact("Mitbestimmung", score=2.0, previous=3.0, views=()), ladder=True, views=views)
    assert words.gap_sentence(found) == (
        "„Mitbestimmung“: Die Leitung sieht das Projekt auf Stufe 4, das Team auf Stufe 2."
    )
    assert words.views_text(found) == "Leitung Stufe 4 (eine Person), Team Stufe 2 (3 Personen)"
    told = words.change_finding([found], previous="Herbst")
    assert told.startswith("Gegenüber „Herbst“: „Mitbestimmung“ auf Stufe 2 statt Stufe 3.")
    assert ("Unterschied", "eine Stufe niedriger als in der Runde davor") in page.numbers(
        found, past=(), counted=None, definition=""
    )


@given(lower=st.floats(-4, 4), width=st.floats(0, 4), projects=st.integers(3, 30))
def test_a_direction_is_claimed_only_when_the_interval_leaves_out_zero(lower, width, projects):
    upper = lower + width
    told = texts.change(projects=projects, step=(lower + upper) / 2, lower=lower, upper=upper)
    assert ("nicht gesichert" in told) == (lower <= 0 <= upper)
    assert ("Hinweis, kein Beweis" in told) == (projects < 10 and not lower <= 0 <= upper)


@pytest.mark.parametrize(
    ("projects", "sentence"),
    [
        (0, "Kein Projekt war in beiden Runden dabei. Für einen Vergleich braucht es drei."),
        (1, "Nur ein Projekt war in beiden Runden dabei. Für einen Vergleich braucht es drei."),
        (2, "Nur zwei Projekte waren in beiden Runden dabei. Für einen Vergleich braucht es drei."),
    ],
)
def test_too_few_common_projects_say_so(projects, sentence):
    assert texts.change(projects=projects, step=None, lower=None, upper=None) == sentence


@pytest.mark.parametrize(
    ("bands", "sentence"),
    [
        ({Band.STRENGTH: 1}, "Ein Projekt sieht hier eine Stärke."),
        ({Band.DISCUSS: 5, Band.CONCERN: 1}, "Fünf Projekte sehen hier Gesprächsstoff, eines eine Sorge."),
        ({}, ""),
    ],
)
def test_the_distribution_counts_projects_by_band(bands, sentence):
    assert texts.distribution(bands) == sentence


@pytest.mark.parametrize(
    ("scores", "sentence"),
    [
        ((4.2, 4.4, 3.1, 2.0), "Zwei Stärken, einmal Gesprächsstoff, eine Sorge."),
        ((3.1, 3.2), "Zweimal Gesprächsstoff."),
        ((2.0,), "Eine Sorge."),
        ((), ""),
    ],
)
def test_the_profile_says_how_many_factors_lie_where(scores, sentence):
    assert page.profile_finding([fact(score=score) for score in scores]) == sentence


def test_one_project_that_moved_is_told_without_counting():
    assert texts.ladder_shift(up=1, same=0, down=0, previous="Herbst") == (
        "Ein Projekt war auch in „Herbst“ dabei und steht höher."
    )
    assert texts.ladder_shift(up=0, same=0, down=0, previous="Herbst") == ""
