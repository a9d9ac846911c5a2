"""What two versions of the catalogue have in common, and what nobody may compare."""

import shutil
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkcore.catalogue import CATALOGUE_ROOT, comparable_factors, compared, load, unchanged_items, versions
from bkcore.differences import Change, difference
from bkcore.errors import NotFound
from bkcore.instrument import Catalogue, Factor, Indicator
from bkcore.vocabulary import AssessmentForm

NOW, LATER = load().version, "2027-1"
FACTORS = frozenset(factor.id for factor in load().factors)
ITEMS = frozenset(load().factor_of())
FILE = "factors/4-niedrigschwelligkeit.toml"
STATEMENT = "Wir gehen dorthin, wo die Menschen ohnehin sind."
LEVEL = "Wir laden in unsere eigenen Räume ein. Wer kommen will, findet den Weg."
SHORT = "Der erste Schritt zu uns ist leicht, und das Bleiben auch."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A catalogue with a second version that says the same."""
    copied = Path(shutil.copytree(CATALOGUE_ROOT, tmp_path / "catalogue"))
    shutil.copytree(copied / NOW, copied / LATER)
    edit(copied / LATER / "catalogue.toml", f'version = "{NOW}"', f'version = "{LATER}"')
    edit(copied / LATER / "catalogue.toml", f"valid_from = {load().valid_from}", "valid_from = 2027-01-01")
    return copied


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def without(path: Path, indicator: str) -> None:
    text = path.read_text(encoding="utf-8")
    start = text.index(f'[[indicators]]\nid = "{indicator}"')
    end = text.index("[[", start + 1)
    path.write_text(text[:start] + text[end:], encoding="utf-8")


def test_a_copy_under_a_new_name_says_the_same_everywhere(root: Path):
    assert versions(root) == (LATER, NOW)
    found = compared(NOW, LATER, root)
    assert all(factor.same for factor in found.factors)
    assert unchanged_items(NOW, LATER, root) == ITEMS
    assert comparable_factors(NOW, LATER, root=root) == FACTORS


@pytest.mark.parametrize(("old", "new"), [(STATEMENT, "Wir gehen hinaus."), (LEVEL, "Wir laden zu uns ein.")])
def test_a_reworded_statement_or_level_text_ends_the_comparison_of_its_factor_alone(root: Path, old: str, new: str):
    edit(root / LATER / FILE, old, new)
    assert unchanged_items(NOW, LATER, root) == ITEMS - {"niedrigschwelligkeit-1"}
    assert comparable_factors(NOW, LATER, root=root) == FACTORS - {"niedrigschwelligkeit"}
    factor = compared(NOW, LATER, root).factors[3]
    assert [item.change for item in factor.indicators] == [Change.REWORDED, *[Change.UNCHANGED] * 3]
    assert factor.short.change is Change.UNCHANGED


def test_scores_of_one_form_are_compared_when_only_the_other_form_was_reworded(root: Path):
    edit(root / LATER / FILE, SHORT, "Der erste Schritt ist leicht.")
    rest = FACTORS - {"niedrigschwelligkeit"}
    assert comparable_factors(NOW, LATER, form=AssessmentForm.FULL, root=root) == FACTORS
    assert comparable_factors(NOW, LATER, form=AssessmentForm.SHORT, root=root) == rest
    assert comparable_factors(NOW, LATER, root=root) == rest


def test_a_dropped_indicator_ends_the_comparison_and_the_version_is_still_valid(root: Path):
    without(root / LATER / FILE, "niedrigschwelligkeit-2")
    assert len(load(root).factor("niedrigschwelligkeit").indicators) == 3
    factor = compared(NOW, LATER, root).factors[3]
    assert {item.id: item.change for item in factor.indicators}["niedrigschwelligkeit-2"] is Change.DROPPED
    assert comparable_factors(NOW, LATER, root=root) == FACTORS - {"niedrigschwelligkeit"}
    back = compared(LATER, NOW, root).factors[3]
    assert {item.id: item.change for item in back.indicators}["niedrigschwelligkeit-2"] is Change.NEW


def test_a_new_indicator_ends_the_comparison(root: Path):
    path = root / LATER / FILE
    text = path.read_text(encoding="utf-8")
    start = text.index("[[indicators]]")
    block = text[start : text.index("[[", start + 1)].replace("keit-1", "keit-5")
    path.write_text(text[:start] + block + text[start:], encoding="utf-8")
    assert load(root).factor("niedrigschwelligkeit").indicators[0].id == "niedrigschwelligkeit-5"
    assert compared(NOW, LATER, root).factors[3].indicators[0].change is Change.NEW
    assert comparable_factors(NOW, LATER, root=root) == FACTORS - {"niedrigschwelligkeit"}


def test_an_id_that_comes_back_with_another_meaning_is_never_the_old_one(root: Path):
    without(root / LATER / FILE, "niedrigschwelligkeit-1")
    third = root / "2028-1"
    shutil.copytree(root / NOW, third)
    edit(third / "catalogue.toml", f'version = "{NOW}"', 'version = "2028-1"')
    edit(third / FILE, STATEMENT, "Wir haben lange geöffnet.")
    assert "niedrigschwelligkeit" not in comparable_factors(NOW, "2028-1", root=root)
    assert "niedrigschwelligkeit" not in comparable_factors(LATER, "2028-1", root=root)


def test_changed_actions_and_explanations_are_told_and_end_no_comparison(root: Path):
    factor = load().factors[3]
    edit(root / LATER / FILE, factor.explanation, "Schwellen sieht, wer davorsteht.")
    edit(root / LATER / FILE, factor.actions[0].text, "Gehen Sie hin.")
    found = compared(NOW, LATER, root).factors[3]
    assert {text.id for text in found.texts if text.change is Change.REWORDED} == {"explanation"}
    assert [action.id for action in found.actions if action.change is Change.REWORDED] == [factor.actions[0].id]
    assert not found.same
    assert comparable_factors(NOW, LATER, root=root) == FACTORS


def test_nothing_is_comparable_with_a_version_nobody_knows():
    for pair in ((NOW, "1999-9"), ("1999-9", NOW), ("1999-9", "1999-9")):
        assert comparable_factors(*pair) == unchanged_items(*pair) == frozenset()
    assert comparable_factors(NOW, NOW) == FACTORS
    with pytest.raises(NotFound):
        compared(NOW, "1999-9")


# A change is a pair: which factor, and what happens to which of its indicators.
CHANGES = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 3)), st.sampled_from(["word", "level", "drop"]), max_size=6
)


@given(changes=CHANGES, added=st.sets(st.integers(0, 7), max_size=3), short=st.sets(st.integers(0, 7), max_size=3))
def test_exactly_the_untouched_factors_can_be_compared(
    changes: dict[tuple[int, int], str], added: set[int], short: set[int]
):
    before = load()
    after = replace(before, version=LATER, factors=tuple(changed(before, changes, added, short)))
    found = difference(before, after)
    touched = {factor for factor, _ in changes} | added
    assert {n for n, one in enumerate(found.factors) if not one.same_indicators} == touched
    assert {n for n, one in enumerate(found.factors) if not one.same_short} == short
    untouched = {
        item.id
        for n, factor in enumerate(before.factors)
        for place, item in enumerate(factor.indicators)
        if (n, place) not in changes
    } | {factor.id for n, factor in enumerate(before.factors) if n not in short}
    assert found.unchanged_items() == untouched
    back = difference(after, before)
    assert back.unchanged_items() == untouched
    opposite = {Change.NEW: Change.DROPPED, Change.DROPPED: Change.NEW}
    forth = {item.id: opposite.get(item.change, item.change) for one in found.factors for item in one.items}
    assert forth == {item.id: item.change for one in back.factors for item in one.items}


def changed(before: Catalogue, changes: dict[tuple[int, int], str], added: set[int], short: set[int]) -> list[Factor]:
    numbers = count(10)
    result = []
    for n, factor in enumerate(before.factors):
        items: list[Indicator] = []
        for place, item in enumerate(factor.indicators):
            kind = changes.get((n, place), "")
            if kind == "word":
                items.append(replace(item, statement="Anders."))
            elif kind == "level":
                items.append(replace(item, levels=(*item.levels[:2], "Anders.", *item.levels[3:])))
            elif not kind:
                items.append(item)
        if n in added:
            items.append(replace(factor.indicators[0], id=f"{factor.id}-{next(numbers)}"))
        brief = replace(factor.short, statement="Anders.") if n in short else factor.short
        result.append(replace(factor, indicators=tuple(items), short=brief))
    return result
