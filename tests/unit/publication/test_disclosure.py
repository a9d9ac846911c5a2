"""The small-cell rule, and attacks on it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkcore.publication.briefing import build
from bkcore.publication.disclosure import (
    PROJECTS_FOR_SPREAD,
    Shown,
    Thresholds,
    protect,
    protect_attendance,
    protect_factor,
)
from bkcore.publication.document import canonical
from bkcore.publication.factor_section import factor_section
from bkcore.publication.html import render
from bkcore.publication.inputs import FactorInput, YearInput
from bkcore.publication.memory import remember
from bkcore.publication.opendata import render_csv
from bkcore.publication.place import Place
from bkcore.thresholds import PUBLIC_MINIMUM
from bkcore.vocabulary import Band
from tests.unit.publication import samples


def factor(*, raters: int = 30, projects: int = 14, mean: float = 3.456, **fields: object) -> FactorInput:
    values = {"lower_quartile": 2.9, "upper_quartile": 4.1, "band": Band.DISCUSS, "opt_out_share": 0.13, **fields}
    return FactorInput(key="f", title="F", short_title="F", n_raters=raters, n_projects=projects, mean=mean, **values)


def test_thresholds_can_only_be_raised() -> None:
    assert Thresholds(persons=7).persons == 7
    for looser in ({"persons": 4}, {"projects": 2}):
        with pytest.raises(ValueError, match="raised"):
            Thresholds(**looser)


@given(raters=st.integers(0, 40), projects=st.integers(0, 20))
def test_a_factor_is_shown_whole_or_not_at_all(raters: int, projects: int) -> None:
    shown = protect_factor(factor(raters=raters, projects=projects)).shown
    assert (shown is not None) == (raters >= 5 and projects >= 3)
    if shown is not None:
        assert (shown.lower is not None) == (projects >= PROJECTS_FOR_SPREAD)


def test_a_stricter_house_withholds_more() -> None:
    assert protect_factor(factor(raters=6), thresholds=Thresholds(persons=7)).shown is None


def test_figures_leave_rounded() -> None:
    shown = protect_factor(factor()).shown
    assert shown == Shown(3.5, 2.9, 4.1, 0.1, Band.DISCUSS, 30, 14)


def test_the_ladder_leaves_as_a_step_and_as_no_mean() -> None:
    row = replace(factor(mean=3.0), lower_quartile=2.0, upper_quartile=4.0, ladder=True)
    turn = samples.full().factor_round
    (found,) = factor_section([protect_factor(row)], turn=turn).rows
    assert (found.mean, found.step, found.mean_text, found.spread_text) == (None, 3.0, "Stufe 3", "Stufe 2 bis 4")
    (dot,) = factor_section([protect_factor(row)], turn=turn).figure.dots
    assert (dot.mean, dot.place, dot.text) == (None, 3.0, "Stufe 3")


def test_a_mean_shown_before_hides_the_step_of_other_people_and_not_of_the_same() -> None:
    before = protect_factor(factor()).shown
    row = factor(mean=3.0, ladder=True)
    assert protect_factor(row, seen=[before]).shown is not None
    assert protect_factor(replace(row, n_raters=31), seen=[before]).shown is None


def test_a_score_of_three_projects_shows_no_quartiles_from_which_each_could_be_solved() -> None:
    shown = protect_factor(factor(projects=3)).shown
    assert shown is not None
    assert (shown.lower, shown.upper) == (None, None)


rounds = st.lists(
    st.tuples(
        st.integers(0, 25),
        st.sampled_from([0, 3, 8, 9, 12, 14]),
        st.floats(1, 5, allow_nan=False).map(lambda mean: round(mean, 3)),
    ),
    min_size=2,
    max_size=12,
)


@given(history=rounds)
def test_no_two_showings_ever_differ_by_a_few_raters_or_projects(history: list[tuple[int, int, float]]) -> None:
    seen: set[Shown] = set()
    for raters, projects, mean in history:
        shown = protect_factor(factor(raters=raters, projects=projects, mean=mean), seen=seen).shown
        if shown is not None:
            seen.add(shown)
    for one in seen:
        for other in seen - {one}:
            assert abs(one.n_raters - other.n_raters) >= PUBLIC_MINIMUM
            assert abs(one.n_projects - other.n_projects) not in {1, 2}


def test_the_memory_reaches_past_withheld_releases_to_every_value_ever_shown() -> None:
    inputs = replace(samples.full(), factors=samples.factors(n_raters=20))
    releases = [build(inputs, number=1)]
    for number, raters in enumerate((22, 24, 25, 26, 20), start=2):
        moved = tuple(replace(row, mean=(row.mean or 0) + 0.1 * number) for row in samples.factors(n_raters=raters))
        releases.append(build(replace(inputs, factors=moved), number=number, earlier=releases))
    assert [release.factors.rows[0].withheld for release in releases] == [False, True, True, False, True, True]


def test_an_unchanged_cell_stays_visible_beside_one_that_changed() -> None:
    first = build(samples.full(), number=1)
    rows = samples.factors()
    moved = (replace(rows[0], mean=(rows[0].mean or 0) + 0.2, n_raters=30), *rows[1:])
    second = build(replace(samples.full(), factors=moved), number=2, earlier=[first])
    assert [row.withheld for row in second.factors.rows] == [True, False, False, False, False, True, False, False]


def test_another_round_is_another_cell() -> None:
    first = build(samples.full(), number=1)
    turn = samples.full().factor_round
    assert turn is not None
    later = replace(samples.full(), factors=samples.factors(n_raters=30), factor_round=replace(turn, key="neu"))
    assert not build(later, number=2, earlier=[first]).factors.rows[0].withheld


def people(*sums: int | None) -> tuple[YearInput, ...]:
    return tuple(
        YearInput(
            year=2020 + place, organisations=3, activities=3, activities_with_ties=3, joint_activities=1,
            attendance=people, attendance_known=0 if people is None else 1,
        )
        for place, people in enumerate(sums)
    )  # fmt: skip


def test_a_handful_of_people_is_withheld_and_cannot_be_subtracted_from_the_total() -> None:
    safe = protect_attendance(people(200, 3, 60))
    assert [row.people for row in safe.rows] == [200, None, 60]
    assert safe.rows[1].withheld
    assert (safe.total, safe.withheld) == (None, True)


def test_a_total_is_withheld_exactly_when_a_year_is() -> None:
    """A sign beside years that all stand there would hide nothing: everybody can add them up."""
    inputs = replace(samples.empty(), years=people(200, 60))
    first = build(inputs, number=1)
    second = build(replace(inputs, years=people(212, 50)), number=2, earlier=[first])
    assert second.attendance is not None
    assert [row.people for row in second.attendance.rows] == [212, 50]
    assert second.attendance.total == 262


def test_a_sum_that_one_organisation_brought_almost_alone_is_withheld_with_the_total() -> None:
    years = people(200, 100, 60)
    shown = protect_attendance((years[0], replace(years[1], attendance_of_one=85), years[2]))
    assert [row.people for row in shown.rows] == [200, 100, 60]
    safe = protect_attendance((years[0], replace(years[1], attendance_of_one=86), years[2]))
    assert [row.people for row in safe.rows] == [200, None, 60]
    assert (safe.total, safe.withheld) == (None, True)


@given(sums=st.lists(st.one_of(st.none(), st.integers(0, 40)), min_size=1, max_size=8))
def test_beside_what_is_sensitive_the_total_is_withheld_and_no_year_more(sums: list[int | None]) -> None:
    safe = protect_attendance(people(*sums))
    small = [amount is not None and 0 < amount < PUBLIC_MINIMUM for amount in sums]
    assert [row.withheld for row in safe.rows] == small
    assert safe.withheld == any(small)


def test_nobody_and_nothing_known_are_told_apart() -> None:
    safe = protect_attendance(people(0, None, 60))
    assert [(row.people, row.withheld) for row in safe.rows] == [(0, False), (None, False), (60, False)]
    assert safe.total == 60


@given(series=st.lists(st.tuples(*[st.one_of(st.none(), st.integers(0, 40))] * 3), min_size=1, max_size=6))
def test_no_attack_on_margins_and_earlier_releases_finds_a_small_group(series) -> None:
    """Subtract everything published from everything published: no difference speaks of one to four people."""
    releases = []
    for number, sums in enumerate(series, start=1):
        inputs = replace(samples.empty(), years=people(*sums))
        releases.append(build(inputs, number=number, earlier=releases))
    shown = [release.attendance for release in releases if release.attendance is not None]
    for attendance in shown:
        visible = [row.people for row in attendance.rows if isinstance(row.people, int)]
        hidden = [row for row in attendance.rows if row.people == "withheld"]
        assert not any(0 < people < PUBLIC_MINIMUM for people in visible)
        if isinstance(attendance.total, int):
            assert not hidden
            assert attendance.total == sum(visible)
    for one in shown:
        for other in shown:
            for row, same in zip(one.rows, other.rows, strict=True):
                if isinstance(row.people, int) and isinstance(same.people, int):
                    assert abs(row.people - same.people) not in {1, 2, 3, 4}


def test_nothing_of_a_withheld_factor_is_in_any_face() -> None:
    secret = replace(
        samples.factors()[5], mean=2.7182, lower_quartile=1.2345, upper_quartile=4.9876, opt_out_share=0.87
    )
    rows = (*samples.factors()[:5], secret, *samples.factors()[6:])
    briefing = build(replace(samples.full(), factors=rows), number=1)
    for face in (canonical(briefing), render(briefing, place=Place("")), render_csv(briefing).decode()):
        for trace in ("2.7", "2,7182", "1.2", "1,2", "4.9", "5,0", "0.9", "90\u00a0%", "4 Einschätzende"):
            if trace not in canonical(build(samples.full(), number=1)) + render(build(samples.full()), place=Place("")):
                assert trace not in face
    assert briefing.factors.rows[5].withheld


def test_protection_is_pure() -> None:
    inputs = samples.full()
    assert protect(inputs) == protect(inputs)
    assert remember([]) == remember(iter(()))
