"""Groups that keep their number from one year to the next, so that a colour means the same over the years."""

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment


def followed_groups(groups: "pd.Series[int]", *, before: "pd.Series[int]", numbers: int) -> "pd.Series[int]":
    """Return the groups with the numbers of those of the year before with which they share most members.

    The largest groups of at least two, as many as there are numbers, are matched so that as many members as possible
    keep their number; a group that shares nobody takes a free number, best one that nobody had the year before.

    Args:
        groups: Group of each organisation by ``organisation_id``, shape (organisations,), from 0, the largest first.
        before: Result for the year before, shape (organisations then,); empty for the first year.
        numbers: How many numbers are kept apart, 1 or more.

    Returns:
        Same index, the same groups: a number below ``numbers`` for those matched, the others from ``numbers`` on in
        their order; empty when there is no organisation.

    Raises:
        ValueError: There is no number to give.

    Source:
        Matching of groups by overlap as in Palla, Barabasi and Vicsek (2007), Quantifying social group evolution,
        Nature 446, 664-667; assignment as in Crouse (2016), IEEE Transactions on Aerospace and Electronic Systems
        52(4), 1679-1696.

    Examples:
        >>> before = pd.Series({"a": 0, "b": 0, "c": 0, "d": 1, "e": 1})
        >>> now = pd.Series({"c": 1, "a": 1, "d": 0, "e": 0, "f": 0})
        >>> followed_groups(now, before=before, numbers=5).to_dict()
        {'c': 0, 'a': 0, 'd': 1, 'e': 1, 'f': 1}
    """
    if numbers < 1:
        raise ValueError(numbers)
    sizes = np.bincount(groups.to_numpy()) if len(groups) else np.zeros(0, dtype=np.int64)
    order = np.lexsort([np.arange(len(sizes)), -sizes])
    large = [int(group) for group in order if sizes[group] > 1][:numbers]
    number = _matched(groups, large=large, before=before, numbers=numbers)
    rest = [int(group) for group in order if int(group) not in number]
    number |= {group: numbers + place for place, group in enumerate(rest)}
    return groups.map(number).astype("int64")


def _matched(groups: "pd.Series[int]", *, large: list[int], before: "pd.Series[int]", numbers: int) -> dict[int, int]:
    """Return the number of each large group."""
    both = pd.DataFrame({"now": groups, "then": before}).dropna().astype("int64")
    both = both[both["now"].isin(large) & (both["then"] < numbers)]
    shared = np.zeros((len(large), numbers), dtype=np.int64)
    place = {group: row for row, group in enumerate(large)}
    np.add.at(shared, (both["now"].map(place).to_numpy(dtype=np.int64), both["then"].to_numpy()), 1)
    rows, columns = linear_sum_assignment(shared, maximize=True)
    kept = shared[rows, columns] > 0
    number = {large[row]: int(column) for row, column in zip(rows[kept], columns[kept], strict=True)}
    known = set(before.to_list())
    free = sorted(set(range(numbers)) - set(number.values()), key=lambda one: (one in known, one))
    return number | dict(zip([group for group in large if group not in number], free, strict=False))
