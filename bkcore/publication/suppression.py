"""Cell suppression: the fewest cells to withhold beside the sensitive ones so that nobody can compute those.

The exact model for small tables: withholding is chosen by one mixed-integer program in which every sensitive cell must
be able to move as far as its protection asks while all sums still hold and every published cell stays what it is. What
an attacker can compute is the other half: the interval a linear program finds for a withheld cell.

Source:
    Fischetti and Salazar (2001), Solving the cell suppression problem on tabular data with linear constraints,
    Management Science 47(7), 1008-1027.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

Matrix = NDArray[np.float64]
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table.

    Attributes:
        value: What it holds, from 0.
        loss: What readers lose when it is withheld, above 0.
        reach: How far from its value an attacker must still find it possible, down (as far as 0) and up; ``None`` when
            the cell is not sensitive.
        told_elsewhere: Whether an attacker has it from another place, so that withholding it protects no other cell.
    """

    value: float
    loss: float = 1.0
    reach: float | None = None
    told_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Cells and the sums between them.

    Attributes:
        cells: All cells, margins among them.
        sums: Of each margin the places of its parts: ``(margin, (part, part, …))``.
    """

    cells: tuple[Cell, ...]
    sums: tuple[tuple[int, tuple[int, ...]], ...]


@lru_cache(maxsize=256)
def withheld(table: Table) -> frozenset[int]:
    """Return which cells to withhold: the sensitive ones, and what else it takes, at the least loss.

    Args:
        table: Non-negative cells whose sums hold.

    Returns:
        Places in ``table.cells``; none when no cell is sensitive.

    Raises:
        ValueError: Not even withholding every cell protects: what is told elsewhere gives a sensitive cell away.

    Examples:
        >>> rows = (Cell(200), Cell(3, reach=4), Cell(60), Cell(263))
        >>> sorted(withheld(Table(rows, sums=((3, (0, 1, 2)),))))
        [1, 2]
    """
    moves = [(place, way) for place, cell in enumerate(table.cells) if cell.reach for way in _ways(cell)]
    if not moves:
        return frozenset(place for place, cell in enumerate(table.cells) if cell.reach is not None)
    size, equations = len(table.cells), _equations(table)
    # Unknowns: one choice per cell (1 withheld), then for every move of a sensitive cell where all cells would go.
    columns = size * (1 + len(moves))
    lower, upper = np.zeros(columns), np.ones(columns)
    constraints = []
    farthest = sum(cell.value + (cell.reach or 0.0) for cell in table.cells)
    for number, (place, way) in enumerate(moves, start=1):
        here = slice(size * number, size * (number + 1))
        down = np.array([0.0 if cell.told_elsewhere else cell.value for cell in table.cells])
        up = np.array([0.0 if cell.told_elsewhere else farthest for cell in table.cells])
        down[place], up[place] = max(-way, 0.0), max(way, 0.0)
        lower[here], upper[here] = -down, up
        lower[size * number + place] = upper[size * number + place] = way
        constraints += _held(equations, down, up, here=here, columns=columns)
    for place, cell in enumerate(table.cells):
        lower[place] = float(cell.reach is not None)
    loss = np.zeros(columns)
    loss[:size] = [cell.loss for cell in table.cells]
    integrality = np.repeat([1, 0], [size, columns - size])
    found = milp(loss, integrality=integrality, bounds=Bounds(lower, upper), constraints=constraints)
    if found.x is None:
        raise ValueError("no choice of cells protects the table")
    return frozenset(int(place) for place in np.flatnonzero(found.x[:size] > 0.5))  # noqa: PLR2004 - rounds 0 and 1


def interval(table: Table, hidden: Collection[int], cell: int, *, known: Mapping[int, float] | None = None) -> Interval:
    """Return between which values a reader of everything published knows a withheld cell to lie.

    Args:
        table: The whole table.
        hidden: Places of the withheld cells.
        cell: The withheld cell that is attacked.
        known: What the reader has from elsewhere, by place.

    Returns:
        The least and the greatest possible value; ``inf`` when nothing bounds it from above.
    """
    told = dict(known or {})
    bounds = [
        (told.get(place, 0.0), told.get(place)) if place in hidden else (one.value, one.value)
        for place, one in enumerate(table.cells)
    ]
    aim = np.zeros(len(table.cells))
    aim[cell] = 1.0
    equations = _equations(table)
    ends = [linprog(sign * aim, A_eq=equations, b_eq=np.zeros(len(equations)), bounds=bounds) for sign in (1, -1)]
    least, greatest = (math.inf if end.x is None else float(end.x[cell]) for end in ends)
    return least, greatest


def _ways(cell: Cell) -> Sequence[float]:
    """Return how far a sensitive cell must be able to go, down and up; below 0 there is nothing."""
    reach = cell.reach or 0.0
    return tuple(way for way in (-min(reach, cell.value), reach) if way)


def _equations(table: Table) -> Matrix:
    rows = np.zeros((len(table.sums), len(table.cells)))
    for row, (margin, parts) in zip(rows, table.sums, strict=True):
        row[list(parts)] = 1.0
        row[margin] = -1.0
    return rows


def _held(equations: Matrix, down: Matrix, up: Matrix, *, here: slice, columns: int) -> list[LinearConstraint]:
    """Return that all sums hold after a move, and that only what is withheld moves."""
    size = len(down)
    sums, sinking, rising = np.zeros((len(equations), columns)), np.zeros((size, columns)), np.zeros((size, columns))
    sums[:, here] = equations
    sinking[:, here] = rising[:, here] = np.eye(size)
    sinking[:, :size], rising[:, :size] = np.diag(down), -np.diag(up)
    return [
        LinearConstraint(sums, 0.0, 0.0),
        LinearConstraint(sinking, 0.0, np.inf),
        LinearConstraint(rising, -np.inf, 0.0),
    ]
