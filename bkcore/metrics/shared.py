"""Who shares how much with whom, in blocks: products of a sparse matrix with itself, never kept as a whole."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

Vector = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
_PRODUCTS_AT_ONCE = 4_000_000  # products per block: about 100 MB, however large the network is


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
        pairs: Pairs of organisations that share at least one activity.
        repeated: Pairs that share at least two.
        cycles: Cycles of two organisations and two activities.
    """

    partners: Whole
    pairs: int
    repeated: int
    cycles: int


def shared_blocks(matrix: sparse.csr_array) -> Iterator[Pairs]:
    """Return the number of shared columns of every two rows of a 0-1 matrix that share one, some rows at a time.

    An activity with 3,000 organisations alone makes 4.5 million pairs: all pairs at once would not fit where only their
    sums are wanted. Every block costs about the same number of products.

    Args:
        matrix: Sparse matrix of shape (rows, columns), values 0 and 1.

    Yields:
        The pairs whose lower row lies in the block, in no order.
    """
    columns = matrix.T.tocsr()
    for begins, ends in blocks(matrix @ np.diff(columns.indptr).astype(np.float64)):
        block = matrix[begins:ends] @ columns[:, begins:]  # with itself and with the later rows
        rows = np.repeat(np.arange(ends - begins, dtype=np.int32), np.diff(block.indptr))
        once = block.indices > rows
        yield Pairs(rows[once] + np.int32(begins), block.indices[once] + np.int32(begins), block.data[once])


def blocks(work: Vector) -> Iterator[tuple[int, int]]:
    """Return the first row of each block and the one after its last, so that all blocks make about equal work.

    Args:
        work: Products each row makes.
    """
    done = np.cumsum(work)
    begins = 0
    while begins < len(work):
        before = done[begins - 1] if begins else 0.0
        ends = max(int(np.searchsorted(done, before + _PRODUCTS_AT_ONCE, side="right")), begins + 1)
        yield begins, ends
        begins = ends


def meetings(matrix: sparse.csr_array) -> Meetings:
    """Return what the pairs of rows of a 0-1 matrix that share a column add up to.

    Args:
        matrix: Sparse matrix of shape (organisations, activities), values 0 and 1.

    Returns:
        Counts from 0; without rows when the matrix has none.
    """
    n = matrix.shape[0]
    partners = np.zeros(n, dtype=np.int64)
    pairs, repeated, cycles = 0, 0, 0
    for found in shared_blocks(matrix):
        partners += np.bincount(found.rows, minlength=n) + np.bincount(found.columns, minlength=n)
        pairs += len(found.shared)
        often = found.shared[found.shared > 1].astype(np.int64)
        repeated += len(often)
        cycles += int(often @ (often - 1)) // 2
    return Meetings(partners=partners, pairs=pairs, repeated=repeated, cycles=cycles)


def adjacency(matrix: sparse.csr_array, *, kind: npt.DTypeLike = np.float64) -> Vector:
    """Return 1.0 for each two rows of a 0-1 matrix that share a column, in full, 0 on the diagonal."""
    n = matrix.shape[0]
    full = np.zeros((n, n), dtype=kind)
    for found in shared_blocks(matrix):
        full[found.rows, found.columns] = full[found.columns, found.rows] = 1
    return full
