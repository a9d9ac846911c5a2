"""What things share, as products of sparse matrices in blocks: sums over all pairs are kept, never all pairs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from scipy import sparse

Counts = TypeVar("Counts", int, npt.NDArray[np.int64])
Kind = TypeVar("Kind", bound=np.generic)
_PRODUCTS_AT_ONCE = 4_000_000  # products per block: about 100 MB, however large the network is


@dataclass(frozen=True, eq=False)
class Product:
    """What the things of a block share among each other (``within``), or with all later things.

    Attributes:
        rows: Which things the rows of the matrix are.
        columns: Which things its columns are.
        matrix: One entry for each pair that shares something; within a block it is symmetric, so each pair is there
            twice, and nothing stands on its diagonal.
    """

    rows: slice
    columns: slice
    matrix: sparse.csr_array

    @property
    def within(self) -> bool:
        """Whether each pair is there twice."""
        return self.rows == self.columns

    def of_rows(self, values: npt.NDArray[Kind]) -> npt.NDArray[Kind]:
        """Return for each entry the value of the thing in its row, from an array with one value per thing."""
        return np.repeat(values[self.rows], np.diff(self.matrix.indptr))

    def of_columns(self, values: npt.NDArray[Kind]) -> npt.NDArray[Kind]:
        """Return for each entry the value of the thing in its column, from an array with one value per thing."""
        mine: npt.NDArray[Kind] = values[self.columns][self.matrix.indices]
        return mine

    def once(self, counts: Counts) -> Counts:
        """Return how many pairs that many entries are."""
        return counts // 2 if self.within else counts


def products(left: sparse.csr_array, right: sparse.csr_array) -> Iterator[Product]:
    """Return ``left @ right`` above its diagonal, each block of rows with itself and then with all later ones.

    An activity with 3,000 organisations alone makes 4.5 million pairs: all pairs at once would not fit where only their
    sums are wanted. Every block costs about the same number of products.

    Args:
        left: Things × what they share, shape (things, others), no zero stored.
        right: The other way round, shape (others, things), a value where ``left`` has one.

    Yields:
        Products that hold every pair of two different things that share something in exactly one of them.
    """
    n = left.shape[0]
    for begins, ends in blocks(left @ np.diff(right.indptr).astype(np.float64)):
        block = left[begins:ends]
        own = block @ right[:, begins:ends]
        own.data[own.indices == np.repeat(np.arange(ends - begins), np.diff(own.indptr))] = 0
        own.eliminate_zeros()
        yield Product(slice(begins, ends), slice(begins, ends), own)
        if ends < n:
            yield Product(slice(begins, ends), slice(ends, n), block @ right[:, ends:])


def blocks(work: npt.NDArray[np.float64]) -> Iterator[tuple[int, int]]:
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


def whole_numbers(largest: int) -> npt.DTypeLike:
    """Return the smaller of two types of whole numbers if it can hold this one: half the memory is half the time."""
    return np.int32 if largest <= np.iinfo(np.int32).max else np.int64
