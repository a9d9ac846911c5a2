"""The two-mode network as a matrix, made once and handed to every figure."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from bkcore.columns import PARTICIPATIONS

Matrix = npt.NDArray[np.float64]
Vector = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Incidence:
    """Organisations × activities, 1.0 where an organisation took part; whole numbers that a float holds exactly."""

    organisations: tuple[str, ...]
    activities: tuple[str, ...]
    matrix: Matrix

    @cached_property
    def activities_of(self) -> Vector:
        """Number of activities of each organisation."""
        return np.asarray(self.matrix.sum(axis=1))

    @cached_property
    def organisations_of(self) -> Vector:
        """Number of organisations of each activity."""
        return np.asarray(self.matrix.sum(axis=0))

    @cached_property
    def shared(self) -> Matrix:
        """Number of activities two organisations share; 0 on the diagonal."""
        counts = self.matrix @ self.matrix.T
        np.fill_diagonal(counts, 0.0)
        return counts

    @cached_property
    def adjacency(self) -> npt.NDArray[np.bool_]:
        """Whether two organisations share an activity: the projection."""
        return self.shared > 0

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
        Matrix of shape (organisations, activities) with values 0.0 and 1.0; shape (0, 0) when there is no tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Borgatti and Everett (1997), Network analysis of 2-mode data, Social Networks 19(3), 243-269.

    Examples:
        >>> incidence(pd.DataFrame({"organisation_id": ["a", "b"], "activity_id": ["x", "x"]})).shared.tolist()
        [[0.0, 1.0], [1.0, 0.0]]
    """
    if isinstance(ties, Incidence):
        return ties
    PARTICIPATIONS.check(ties)
    rows, organisations = pd.factorize(ties["organisation_id"], sort=True)
    columns, activities = pd.factorize(ties["activity_id"], sort=True)
    matrix = np.zeros((len(organisations), len(activities)))
    matrix[rows, columns] = 1.0
    return Incidence(tuple(organisations), tuple(activities), matrix)
