"""The two-mode network as a sparse matrix, made once and handed to every figure."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from bkcore.columns import PARTICIPATIONS
from bkcore.metrics.shared import Meetings, Vector, meetings

__all__ = ["Incidence", "Ties", "Vector", "incidence"]


@dataclass(frozen=True, eq=False)
class Incidence:
    """Organisations × activities, 1 where an organisation took part; only what is not 0 takes memory.

    Attributes:
        organisations: Ids of the rows, sorted.
        activities: Ids of the columns, sorted.
        matrix: Whole numbers in compressed rows, columns sorted within each row, no zero and no repetition stored.
        plenaries: Which columns are plenaries; None where nothing is known of it.
        sectors: Number of the sector of each row, below 0 without one; None where nothing is known of it.
    """

    organisations: tuple[str, ...]
    activities: tuple[str, ...]
    matrix: sparse.csr_array
    plenaries: npt.NDArray[np.bool_] | None = None
    sectors: npt.NDArray[np.int8] | None = None

    @cached_property
    def activities_of(self) -> Vector:
        """Number of activities of each organisation."""
        return np.asarray(np.diff(self.matrix.indptr), dtype=np.float64)

    @cached_property
    def organisations_of(self) -> Vector:
        """Number of organisations of each activity."""
        return np.bincount(self.matrix.indices, minlength=len(self.activities)).astype(np.float64)

    @cached_property
    def meetings(self) -> Meetings:
        """What one walk through all pairs of organisations that met tells."""
        return meetings(self.matrix, plenaries=self.plenaries, sectors=self.sectors)

    def marked(
        self, *, plenaries: npt.NDArray[np.bool_] | None = None, sectors: npt.NDArray[np.int8] | None = None
    ) -> "Incidence":
        """Return the network that knows its plenaries or sectors; this one, with its walk, when it knows them."""
        plenaries = self.plenaries if plenaries is None else plenaries
        sectors = self.sectors if sectors is None else sectors
        if _same(plenaries, self.plenaries) and _same(sectors, self.sectors):
            return self
        return replace(self, plenaries=plenaries, sectors=sectors)

    def partners(self, row: int) -> npt.NDArray[np.bool_]:
        """Return which organisations share an activity with the one in a row; never itself."""
        met = np.asarray(self.matrix @ (self.matrix[[row]].toarray()[0] > 0).astype(np.int32)) > 0
        met[row] = False
        return met

    def position(self, organisation: str) -> int | None:
        """Return the row of an organisation, None when it has no tie."""
        return self.organisations.index(organisation) if organisation in self.organisations else None


Ties = pd.DataFrame | Incidence
"""What every network figure accepts: a frame of ties, or the matrix already made from it."""


def incidence(ties: Ties) -> Incidence:
    """Return the incidence matrix of a tie frame, rows and columns sorted by id.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), repeated rows count once; an ``Incidence`` is returned as is.

    Returns:
        Sparse matrix of shape (organisations, activities) with the value 1 for each tie; shape (0, 0) without a tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Borgatti and Everett (1997), Network analysis of 2-mode data, Social Networks 19(3), 243-269.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b"], "activity_id": ["x", "x"]})
        >>> incidence(ties).matrix.toarray().tolist()
        [[1], [1]]
    """
    if isinstance(ties, Incidence):
        return ties
    PARTICIPATIONS.check(ties)
    rows, organisations = pd.factorize(ties["organisation_id"], sort=True)
    columns, activities = pd.factorize(ties["activity_id"], sort=True)
    shape = (len(organisations), len(activities))
    matrix = sparse.coo_array((np.ones(len(rows), dtype=np.int32), (rows, columns)), shape=shape).tocsr()
    matrix.sum_duplicates()
    matrix.data[:] = 1
    return Incidence(tuple(organisations), tuple(activities), matrix)


def _same(marks: npt.NDArray[np.generic] | None, others: npt.NDArray[np.generic] | None) -> bool:
    """Return whether two marks say the same; None says nothing."""
    return marks is others or (marks is not None and others is not None and np.array_equal(marks, others))
