"""A group keeps its number, and so its colour, as long as it keeps its members."""

from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkcore.metrics.followed import followed_groups

NUMBERS = 4
NAMES = [f"o{number}" for number in range(9)]


def ranked(raw):
    """Number groups from 0, the largest first, as ``communities`` does."""
    found = pd.Series(raw, dtype="int64").sort_index()
    order = found.value_counts(sort=False).sort_index().sort_values(ascending=False, kind="stable").index
    return found.map({group: place for place, group in enumerate(order)}).astype("int64")


groupings = st.dictionaries(st.sampled_from(NAMES), st.integers(0, 5)).map(ranked)


def same_parts(one, other):
    return {frozenset(part.index) for _, part in one.groupby(one)} == {
        frozenset(part.index) for _, part in other.groupby(other)
    }


def kept(now, before):
    both = pd.DataFrame({"now": now, "before": before}).dropna()
    return int(((both["now"] == both["before"]) & (both["now"] < NUMBERS)).sum())


@given(now=groupings, before=groupings)
def test_numbers_change_and_groups_never(now, before):
    then = followed_groups(before, before=pd.Series(dtype="int64"), numbers=NUMBERS)
    found = followed_groups(now, before=then, numbers=NUMBERS)
    assert list(found.index) == list(now.index)
    assert same_parts(found, now)


@given(grouping=groupings)
def test_a_year_that_stays_the_same_keeps_every_number(grouping):
    first = followed_groups(grouping, before=pd.Series(dtype="int64"), numbers=NUMBERS)
    again = followed_groups(grouping, before=first, numbers=NUMBERS)
    pd.testing.assert_series_equal(again, first)


@given(now=groupings, before=groupings, order=st.integers(0, 2**31))
def test_the_order_of_the_organisations_changes_nothing(now, before, order):
    then = followed_groups(before, before=pd.Series(dtype="int64"), numbers=NUMBERS)
    found = followed_groups(now, before=then, numbers=NUMBERS)
    mixed = now.sample(frac=1, random_state=order)
    pd.testing.assert_series_equal(followed_groups(mixed, before=then, numbers=NUMBERS).sort_index(), found)


@given(now=groupings, before=groupings)
def test_no_other_numbering_keeps_more_members(now, before):
    then = followed_groups(before, before=pd.Series(dtype="int64"), numbers=NUMBERS)
    found = followed_groups(now, before=then, numbers=NUMBERS)
    numbered = sorted(set(found[found < NUMBERS]))
    for other in permutations(range(NUMBERS), len(numbered)):
        renamed = found.map({**{one: one for one in found}, **dict(zip(numbered, other, strict=True))})
        assert kept(renamed, then) <= kept(found, then)


@given(grouping=groupings)
def test_only_the_largest_groups_of_two_or_more_are_numbered(grouping):
    found = followed_groups(grouping, before=pd.Series(dtype="int64"), numbers=NUMBERS)
    sizes = found.value_counts()
    low, high = sizes[sizes.index < NUMBERS], sizes[sizes.index >= NUMBERS]
    assert (low > 1).all()
    assert len(low) == min(NUMBERS, int((sizes > 1).sum()))
    assert not len(low) or not len(high) or low.min() >= high.max() or high.max() == 1


def test_a_new_group_does_not_take_the_number_of_one_that_has_just_gone():
    before = pd.Series({"a": 0, "b": 0, "c": 1, "d": 1})
    now = pd.Series({"c": 0, "d": 0, "x": 1, "y": 1})
    assert followed_groups(now, before=before, numbers=3).to_dict() == {"c": 1, "d": 1, "x": 2, "y": 2}


def test_without_a_number_there_is_nothing_to_give():
    with pytest.raises(ValueError, match="0"):
        followed_groups(pd.Series(np.zeros(0, dtype="int64")), before=pd.Series(dtype="int64"), numbers=0)
