"""What would be missing without one organisation: a question about risk, never a grade."""

from dataclasses import dataclass

import numpy as np

from bkcore.metrics.incidence import Incidence, Ties, incidence
from bkcore.metrics.projection import component_sizes


@dataclass(frozen=True)
class Absence:
    """The network with one organisation taken out; the others and their activities stay as they were.

    Attributes:
        organisation: Whose absence is asked for.
        ties: Ties that would be missing.
        pairs: Pairs of organisations that would be missing: those it is part of.
        components: Separate parts of the others with it in the network.
        components_without: Separate parts of the others without it.
        without_partner: Others who would have no partner any more.
        activities_empty: Activities in which nobody else takes part.
        activities_alone: Activities that would be left with a single organisation.
    """

    organisation: str
    ties: int
    pairs: int
    components: int
    components_without: int
    without_partner: int
    activities_empty: int
    activities_alone: int


def absence(ties: Ties, *, organisation: str) -> Absence:
    """Say what would be missing if one organisation were.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        organisation: Id; one without a tie changes nothing.

    Returns:
        Counts from 0; ``components`` counts the parts that hold anybody else, so that an organisation that stands alone
        leaves it unchanged; 0 throughout when there is no tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        docs/methodology.md; removal of a point as in Harary (1969), Graph Theory, chapter 3 (cut points).

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "a", "c"], "activity_id": ["x", "x", "y", "y"]})
        >>> found = absence(ties, organisation="a")
        >>> (found.components, found.components_without, found.activities_alone)
        (1, 2, 2)
    """
    network = incidence(ties)
    row = network.position(organisation)
    parts = len(component_sizes(network))
    if row is None:
        return Absence(organisation, 0, 0, parts, parts, 0, 0, 0)
    partners = network.partners(row)
    sizes = network.organisations_of[network.matrix[[row]].indices]
    others = np.delete(np.arange(len(network.organisations)), row)
    rest = Incidence(tuple(np.delete(network.organisations, row)), network.activities, network.matrix[others])
    return Absence(
        organisation=organisation,
        ties=len(sizes),
        pairs=int(partners.sum()),
        components=parts - (not partners.any()),
        components_without=len(component_sizes(rest)),
        without_partner=int((partners & (network.meetings.partners == 1)).sum()),
        activities_empty=int((sizes == 1).sum()),
        activities_alone=int((sizes == 2).sum()),  # noqa: PLR2004 - two take part, one is left
    )
