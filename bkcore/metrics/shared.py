"""Who shares how much with whom, and what all pairs that met add up to."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from bkcore.metrics.products import products, whole_numbers

Vector = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Pairs:
    """Some of the pairs of rows that share a column, each pair once: ``rows`` < ``columns``, ``shared`` from 1."""

    rows: npt.NDArray[np.int32]
    columns: npt.NDArray[np.int32]
    shared: npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Meetings:
    """What the pairs of organisations that met add up to, without keeping the pairs.

    Attributes:
        partners: Number of others each organisation met.
        by_shared: Number of pairs by the number of activities they share; none for 0.
        outside_plenaries: Pairs that share at least one activity other than a plenary.
        within_sectors: Pairs of two organisations of the same sector.
    """

    partners: Whole
    by_shared: Whole
    outside_plenaries: int
    within_sectors: int

    @property
    def pairs(self) -> int:
        """Pairs of organisations that share at least one activity."""
        return int(self.by_shared.sum())

    @property
    def repeated(self) -> int:
        """Pairs that share at least two."""
        return int(self.by_shared[2:].sum())

    @property
    def cycles(self) -> int:
        """Cycles of two organisations and two activities: every two activities of a pair close one."""
        shared = np.arange(len(self.by_shared))
        return int(self.by_shared @ (shared * (shared - 1) // 2))


def shared_blocks(matrix: sparse.csr_array) -> Iterator[Pairs]:
    """Return the number of shared columns of every two rows of a 0-1 matrix that share one, some rows at a time.

    Args:
        matrix: Sparse matrix of shape (rows, columns), values 0 and 1.

    Yields:
        The pairs whose lower row lies in the block, in no order.
    """
    numbers = np.arange(matrix.shape[0], dtype=np.int32)
    for found in products(matrix, matrix.T.tocsr()):
        rows, columns, shared = found.of_rows(numbers), found.of_columns(numbers), found.matrix.data
        once = columns > rows if found.within else slice(None)
        yield Pairs(rows[once], columns[once], shared[once])


def meetings(
    matrix: sparse.csr_array,
    *,
    plenaries: npt.NDArray[np.bool_] | None = None,
    sectors: npt.NDArray[np.int8] | None = None,
) -> Meetings:
    """Return what the pairs of rows of a 0-1 matrix that share a column add up to.

    One walk through the pairs tells both counts: an activity counts 1, a plenary 1 above all that can stand below.

    Args:
        matrix: Sparse matrix of shape (organisations, activities), values 0 and 1.
        plenaries: Which columns are plenaries, shape (activities,); none when not given.
        sectors: Number of each row's sector, shape (organisations,); below 0, or not given: not known, like no other.

    Returns:
        Counts from 0; without rows when the matrix has none.
    """
    n, m = matrix.shape
    bits = int(np.diff(matrix.indptr).max(initial=0)).bit_length()
    plenaries = np.zeros(m, dtype=np.bool_) if plenaries is None else plenaries
    mine = np.full(n, -1, dtype=np.int8) if sectors is None else sectors
    theirs = np.where(mine < 0, np.int8(-2), mine)  # unknown beside unknown is no match
    marked = matrix.T.tocsr().astype(whole_numbers(4**bits))
    marked.data[:] = np.repeat(np.where(plenaries, 2**bits, 1), np.diff(marked.indptr))
    partners, by_shared = np.zeros(n, dtype=np.int64), np.zeros(2**bits, dtype=np.int64)
    outside, within = 0, 0
    for found in products(matrix, marked):
        partners[found.rows] += np.diff(found.matrix.indptr)
        if not found.within:
            partners[found.columns] += np.bincount(found.matrix.indices, minlength=found.matrix.shape[1])
        others = found.matrix.data & (2**bits - 1)
        by_shared += found.once(np.bincount(others + (found.matrix.data >> bits), minlength=len(by_shared)))
        outside += found.once(int(np.count_nonzero(others)))
        within += found.once(int(np.count_nonzero(found.of_rows(mine) == found.of_columns(theirs))))
    return Meetings(partners, by_shared, outside_plenaries=outside, within_sectors=within)


def adjacency(matrix: sparse.csr_array, *, kind: npt.DTypeLike = np.float64) -> Vector:
    """Return 1.0 for each two rows of a 0-1 matrix that share a column, in full, 0 on the diagonal."""
    n = matrix.shape[0]
    full = np.zeros((n, n), dtype=kind)
    for found in shared_blocks(matrix):
        full[found.rows, found.columns] = full[found.columns, found.rows] = 1
    return full
