"""Pairs of activities that one organisation alone ties together, without walking through the pairs of the busiest.

Pairs grow with the square of what an organisation does: a few busy ones make most of them. Each of the 64 busiest has a
bit in a machine word, an activity the word of those that took part, and two words tell at once which of them tie two
activities. Only the pairs that one of the others ties are walked through.
"""

import numpy as np
import numpy.typing as npt
from scipy import sparse

from bkcore.metrics.products import products, whole_numbers
from bkcore.metrics.shared import Vector

Words = npt.NDArray[np.uint64]
_BITS = 64
_COMPARED_AT_ONCE = 500_000  # words: what fits into the nearer memory of a processor


def sole_ties(matrix: sparse.csr_array, *, words_for: int = _BITS) -> Vector:
    """Return, for each organisation, how many pairs of activities share it and nobody else.

    Args:
        matrix: Sparse matrix of shape (organisations, activities), values 0 and 1.
        words_for: How many of the busiest organisations get a bit, at most 64; the result is the same with any.

    Returns:
        Whole numbers from 0, shape (organisations,); without rows when the matrix has none.
    """
    done = np.diff(matrix.indptr)
    busiest = np.argsort(done, kind="stable")[::-1][:words_for]
    bits = np.zeros(len(done), dtype=np.uint64)
    bits[busiest] = np.uint64(1) << np.arange(len(busiest), dtype=np.uint64)
    words = _words(matrix, bits)
    sole = _sole_ties_of_others(matrix, bits, words)
    for one in busiest:
        own = words[matrix.indices[matrix.indptr[one] : matrix.indptr[one + 1]]] ^ bits[one]
        sole[one] += _pairs_without_common_bit(own)
    return sole


def _words(matrix: sparse.csr_array, bits: Words) -> Words:
    """Return the bits of all that took part, for each activity."""
    who = matrix.T.tocsr()
    words = np.zeros(matrix.shape[1], dtype=np.uint64)
    some = np.diff(who.indptr) > 0
    words[some] = np.bitwise_or.reduceat(bits[who.indices], who.indptr[:-1][some]) if who.nnz else 0
    return words


def _pairs_without_common_bit(words: Words) -> int:
    """Return how many pairs of words have no bit in common."""
    found, rows = 0, max(_COMPARED_AT_ONCE // max(len(words), 1), 1)
    for begins in range(0, len(words), rows):
        block, later = words[begins : begins + rows], words[begins + rows :]
        each_twice = np.count_nonzero((block[:, None] & block) == 0) - np.count_nonzero(block == 0)
        found += int(each_twice // 2 + np.count_nonzero((block[:, None] & later) == 0))
    return found


def _sole_ties_of_others(matrix: sparse.csr_array, bits: Words, words: Words) -> Vector:
    """Return the sole ties of those without a bit, and, below 0, what they take from those with one.

    One product tells both how many of them two activities share and, where it is one, which: every tie carries the
    number of its organisation on top of n, so that only a single one stays below 2n.
    """
    n = matrix.shape[0]
    others = matrix[bits == 0].astype(whole_numbers(2 * n * n))
    others.data[:] = n + np.repeat(np.flatnonzero(bits == 0), np.diff(others.indptr))
    by_activity = others.T.tocsr()
    by_activity.data[:] = 1
    sole, taken = np.zeros(n, dtype=np.int64), np.zeros(_BITS, dtype=np.int64)
    for found in products(by_activity, others):
        common = found.of_rows(words) & found.of_columns(words)
        by_nobody_busy = common == 0
        alone = found.matrix.data[by_nobody_busy & (found.matrix.data < 2 * n)] - n
        sole += found.once(np.bincount(alone, minlength=n))
        common = common[~by_nobody_busy]
        single = common[common & (common - np.uint64(1)) == 0]
        taken += found.once(np.bincount(np.bitwise_count(single - np.uint64(1)), minlength=_BITS))
    with_bit = np.flatnonzero(bits)
    sole[with_bit] -= taken[np.bitwise_count(bits[with_bit] - np.uint64(1))]
    return sole.astype(np.float64)
