"""Who shares how much with whom, in blocks: products of a sparse matrix with itself, never kept as a whole."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

Vector = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
_PRODUCTS_AT_ONCE = 8_000_000  # products per block: about 100 MB, however large the network is


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


def shared_blocks(matrix: sparse.csr_array) -> Iterator[tuple[int, sparse.csr_array]]:
    """Return the number of shared columns of every two rows of a 0-1 matrix, some rows at a time.

    An activity with 3,000 organisations alone makes 4.5 million pairs: the whole product would not fit where its sums
    are wanted. Every block costs about the same number of products.

    Args:
        matrix: Sparse matrix of shape (rows, columns), values 0 and 1.

    Yields:
        The first row of the block, and its counts of shape (rows of the block, rows), 0 on the diagonal of the whole.
    """
    columns = matrix.T.tocsr()
    for begins, ends in blocks(matrix @ np.diff(columns.indptr).astype(np.float64)):
        block = matrix[begins:ends] @ columns
        owner = np.repeat(np.arange(begins, ends), np.diff(block.indptr))
        block.data[block.indices == owner] = 0
        block.eliminate_zeros()
        yield begins, block


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


def upper(begins: int, block: sparse.csr_array) -> tuple[Whole, Whole, Whole]:
    """Return each pair of a block once: lower row, higher row, shared columns, sorted by both rows."""
    block.sort_indices()
    rows = np.repeat(np.arange(begins, begins + block.shape[0]), np.diff(block.indptr))
    once = block.indices > rows
    return rows[once], block.indices[once].astype(np.int64), block.data[once].astype(np.int64)


def meetings(matrix: sparse.csr_array) -> Meetings:
    """Return what the pairs of rows of a 0-1 matrix that share a column add up to.

    Args:
        matrix: Sparse matrix of shape (organisations, activities), values 0 and 1.

    Returns:
        Counts from 0; without rows when the matrix has none.
    """
    partners = np.zeros(matrix.shape[0], dtype=np.int64)
    repeated, twice = 0, 0
    for begins, block in shared_blocks(matrix):
        partners[begins : begins + block.shape[0]] = np.diff(block.indptr)
        repeated += int((block.data > 1).sum())
        counts = block.data.astype(np.int64)
        twice += int(counts @ (counts - 1))
    return Meetings(partners=partners, pairs=int(partners.sum()) // 2, repeated=repeated // 2, cycles=twice // 4)
