"""What would be missing without one organisation: a question about risk, never a grade."""

from dataclasses import dataclass

import numpy as np
import rustworkx
from scipy import sparse

from bkcore.metrics.incidence import Incidence, Ties, incidence
from bkcore.metrics.projection import component_sizes, parts


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


@dataclass(frozen=True)
class AbsenceRows:
    """Who and what stands behind the counts of an ``Absence``.

    Attributes:
        organisation: Whose absence is asked for.
        without_partner: Others who would have no partner any more.
        cut_off: Groups that would come apart from the largest part of those it held together, the largest group first.
        activities_empty: Activities in which nobody else takes part.
        activities_alone: Activities that would be left with a single organisation.
    """

    organisation: str
    without_partner: frozenset[str]
    cut_off: tuple[frozenset[str], ...]
    activities_empty: frozenset[str]
    activities_alone: frozenset[str]


def absence_rows(ties: Ties, *, organisation: str) -> AbsenceRows:
    """Name who and what would be left alone if one organisation were missing.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        organisation: Id; behind one without a tie stands nobody.

    Returns:
        The rows behind the counts of ``absence``; empty sets when there is no tie. ``cut_off`` holds one group less
        than the parts into which those it is connected with would fall.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        docs/methodology.md; removal of a point as in Harary (1969), Graph Theory, chapter 3 (cut points).

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "a", "c"], "activity_id": ["x", "x", "y", "y"]})
        >>> absence_rows(ties, organisation="a").cut_off
        (frozenset({'c'}),)
    """
    network = incidence(ties)
    row = network.position(organisation)
    if row is None:
        return AbsenceRows(organisation, frozenset(), (), frozenset(), frozenset())
    own = network.matrix[[row]].indices
    sizes = network.organisations_of[own]
    alone = network.partners(row) & (network.meetings.partners == 1)
    return AbsenceRows(
        organisation=organisation,
        without_partner=frozenset(np.array(network.organisations, dtype=object)[alone]),
        cut_off=_cut_off(network, row),
        activities_empty=frozenset(network.activities[place] for place in own[sizes == 1]),
        activities_alone=frozenset(network.activities[place] for place in own[sizes == 2]),  # noqa: PLR2004 - see above
    )


def load_bearing(ties: Ties) -> tuple[AbsenceRows, ...]:
    """Name every organisation without which others would be cut off or left without a partner.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        The rows of ``absence_rows`` of each of them, sorted by id, which is no ranking; empty when there is no tie or
        nobody depends on one organisation alone.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        docs/methodology.md; cut points of the two-mode network, Tarjan (1972), Depth-first search and linear graph
        algorithms, SIAM Journal on Computing 1(2), 146-160.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "a", "c"], "activity_id": ["x", "x", "y", "y"]})
        >>> [rows.organisation for rows in load_bearing(ties)]
        ['a']
    """
    network = incidence(ties)
    found = (absence_rows(network, organisation=network.organisations[row]) for row in sorted(_candidates(network)))
    return tuple(rows for rows in found if rows.cut_off or rows.without_partner)


def _candidates(network: Incidence) -> set[int]:
    """Return the rows that may hold others together: cut points of both modes, and the only partner of somebody."""
    n, m = network.matrix.shape
    graph: rustworkx.PyGraph[None, None] = rustworkx.PyGraph()
    graph.add_nodes_from([None] * (n + m))
    rows, columns = network.matrix.nonzero()
    graph.add_edges_from_no_data(list(zip(rows.tolist(), (columns + n).tolist(), strict=True)))
    only = np.flatnonzero(network.meetings.partners == 1)
    partners = {int(np.flatnonzero(network.partners(row))[0]) for row in only.tolist()}
    return {point for point in rustworkx.articulation_points(graph) if point < n} | partners


def _cut_off(network: Incidence, row: int) -> tuple[frozenset[str], ...]:
    """Return the groups beside the largest into which those connected with a row fall without it."""
    before, after = parts(network.matrix), parts(_emptied(network.matrix, row))
    near = np.flatnonzero(before == before[row])
    groups: dict[int, list[str]] = {}
    for other in near[near != row].tolist():
        groups.setdefault(int(after[other]), []).append(network.organisations[other])
    ordered = sorted(groups.values(), key=lambda group: (-len(group), group))
    return tuple(frozenset(group) for group in ordered[1:])


def _emptied(matrix: sparse.csr_array, row: int) -> sparse.csr_array:
    """Return a matrix of the same shape in which one row holds nothing."""
    begins, ends = matrix.indptr[row], matrix.indptr[row + 1]
    fewer = np.where(np.arange(len(matrix.indptr)) > row, matrix.indptr - (ends - begins), matrix.indptr)
    kept = np.delete(matrix.indices, np.arange(begins, ends))
    return sparse.csr_array((np.ones(len(kept), dtype=matrix.data.dtype), kept, fewer), shape=matrix.shape)
