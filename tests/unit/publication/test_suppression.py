"""Cell suppression on small tables: protected against linear programs, and never more than it takes."""

import math
from itertools import chain, combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bkcore.publication.suppression import Cell, Table, interval, withheld

REACH = 4.0


def crossed(inner: list[list[int]], *, least: int = 5) -> Table:
    """Two-way table with both margins and the grand total; small cells are sensitive."""
    height, width = len(inner), len(inner[0])
    rows = [[*row, sum(row)] for row in inner]
    rows.append([sum(row[place] for row in rows) for place in range(width + 1)])
    values = list(chain.from_iterable(rows))
    at = lambda row, column: row * (width + 1) + column  # noqa: E731 - the place of a cell
    across = [(at(row, width), tuple(at(row, column) for column in range(width))) for row in range(height + 1)]
    down = [(at(height, column), tuple(at(row, column) for row in range(height))) for column in range(width + 1)]
    cells = tuple(Cell(value, loss=1 + value, reach=REACH if 0 < value < least else None) for value in values)
    return Table(cells, tuple(across + down))


def protects(table: Table, hidden: frozenset[int]) -> bool:
    for place, cell in enumerate(table.cells):
        if cell.reach is None:
            continue
        if place not in hidden:
            return False
        least, greatest = interval(table, hidden, place)
        if least > max(0.0, cell.value - cell.reach) + 1e-6 or greatest < cell.value + cell.reach - 1e-6:
            return False
    return True


small = st.sampled_from([0, 1, 3, 4, 6, 9, 20, 60])
tables = st.integers(2, 3).flatmap(
    lambda width: st.lists(st.lists(small, min_size=width, max_size=width), min_size=2, max_size=3)
)


@given(inner=tables)
@settings(max_examples=30)
def test_every_withheld_sensitive_cell_could_be_anything_in_its_protection(inner: list[list[int]]) -> None:
    table = crossed(inner)
    hidden = withheld(table)
    assert protects(table, hidden)
    if all(cell.reach is None for cell in table.cells):
        assert hidden == frozenset()


@given(inner=st.lists(st.lists(small, min_size=2, max_size=2), min_size=2, max_size=2))
@settings(max_examples=8)
def test_no_other_choice_loses_less(inner: list[list[int]]) -> None:
    table = crossed(inner)
    sensitive = [place for place, cell in enumerate(table.cells) if cell.reach is not None]
    others = [place for place in range(len(table.cells)) if place not in sensitive]
    assume(sensitive)
    loss = lambda places: sum(table.cells[place].loss for place in places)  # noqa: E731 - what readers lose
    found = loss(withheld(table))
    for more in chain.from_iterable(combinations(others, count) for count in range(len(others) + 1)):
        choice = frozenset((*sensitive, *more))
        if loss(choice) < found:
            assert not protects(table, choice), sorted(choice)


def series(*cells: Cell) -> Table:
    whole = Cell(sum(cell.value for cell in cells), loss=0.5)
    return Table((*cells, whole), ((len(cells), tuple(range(len(cells)))),))


def test_a_cell_beside_its_total_takes_a_second_one_and_a_cheap_total_is_that_one() -> None:
    table = series(Cell(200), Cell(3, reach=4), Cell(60))
    assert withheld(table) == {1, 3}
    assert interval(table, {1}, 1) == (3, 3)
    assert interval(table, {1, 3}, 1) == (0, math.inf)


def test_what_is_told_elsewhere_protects_nothing_however_cheap_it_is() -> None:
    cells = (Cell(200, loss=0.1), Cell(3, reach=4), Cell(60, loss=0.1))
    assert withheld(series(*cells)) == {0, 1} or withheld(series(*cells)) == {1, 2}
    known = tuple(Cell(cell.value, loss=0.1, reach=cell.reach, told_elsewhere=True) for cell in cells)
    assert withheld(series(*known)) == {1, 3}
    assert interval(series(*known), {0, 1}, 1, known={0: 200}) == (3, 3)


def test_two_sensitive_cells_shield_each_other_only_as_far_as_they_reach() -> None:
    both = series(Cell(60), Cell(30, reach=20), Cell(30, reach=20))
    assert withheld(both) == {1, 2}
    assert withheld(series(Cell(60), Cell(3, reach=4), Cell(2, reach=4))) == {1, 2, 3}


def test_a_table_that_cannot_be_protected_is_refused() -> None:
    lost = Table((Cell(60, told_elsewhere=True), Cell(3, reach=4), Cell(63, told_elsewhere=True)), ((2, (0, 1)),))
    with pytest.raises(ValueError, match="protects"):
        withheld(lost)
