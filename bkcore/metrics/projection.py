"""The network of organisations: an edge where two share at least one activity."""

import numpy as np
import numpy.typing as npt
import pandas as pd
import rustworkx
from scipy import sparse
from scipy.sparse import csgraph

from bkcore.columns import ACTIVITIES, ORGANISATIONS
from bkcore.metrics.incidence import Incidence, Ties, incidence
from bkcore.metrics.shared import shared_blocks
from bkcore.vocabulary import OrganisationKind

_OUTSIDE_TOWN = ("Kreis Unna", "ueberoertlich")


def projection_edges(ties: Ties) -> int:
    """Number of pairs of organisations that share at least one activity.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        Count from 0 to n(n-1)/2, unit "pairs"; 0 when there is no tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Borgatti and Everett (1997), Network analysis of 2-mode data, Social Networks 19(3), 243-269.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "c"], "activity_id": ["x", "x", "y"]})
        >>> projection_edges(ties)
        1
    """
    return incidence(ties).meetings.pairs


def repeated_edges(ties: Ties) -> int:
    """Number of pairs of organisations that share at least two activities.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        Count from 0 to the pairs that share one, unit "pairs"; 0 when there is no tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        docs/methodology.md; one large meeting makes no pair here, so this count needs no list of plenaries.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "a", "b"], "activity_id": ["x", "x", "y", "y"]})
        >>> repeated_edges(ties)
        1
    """
    return incidence(ties).meetings.repeated


def edges_without_plenaries(ties: Ties, *, activities: pd.DataFrame) -> int:
    """Number of pairs of organisations that share at least one activity other than a plenary.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        activities: ``ACTIVITIES`` frame, shape (activities, >=2): ``activity_id``, ``plenary``.

    Returns:
        Count from 0 to n(n-1)/2, unit "pairs"; 0 when there is no tie.

    Raises:
        ColumnMissing: A column of one of the two frames is missing.

    Source:
        docs/methodology.md; one plenary of 15 lifts the density of a network of 20 from 0.12 to 0.60.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b"], "activity_id": ["x", "x"]})
        >>> edges_without_plenaries(ties, activities=pd.DataFrame({"activity_id": ["x"], "plenary": [True]}))
        0
    """
    network = incidence(ties)
    return network.marked(plenaries=plenaries_of(network, activities=activities)).meetings.outside_plenaries


def plenaries_of(network: Incidence, *, activities: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Return which activities of a network, in its order, are plenaries."""
    ACTIVITIES.check(activities, "activity_id", "plenary")
    plenaries = activities.loc[activities["plenary"].astype(bool), "activity_id"]
    return np.asarray(pd.Index(network.activities, dtype="str").isin(plenaries))


def projection_density(ties: Ties) -> float | None:
    """Share of possible pairs of active organisations that share at least one activity.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        2E/(n(n-1)) in [0, 1], unit "share"; None below two active organisations.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Wasserman and Faust (1994), Social Network Analysis, Cambridge University Press, chapter 4.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "c"], "activity_id": ["x", "x", "y"]})
        >>> round(projection_density(ties), 3)
        0.333
    """
    network = incidence(ties)
    n = len(network.organisations)
    return 2 * projection_edges(network) / (n * (n - 1)) if n > 1 else None


def degree_centralization(ties: Ties, *, without: str | None = None) -> float | None:
    """How far the network leans on its best-connected organisation, from 0 (even) to 1 (a star).

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        without: Organisation to remove first, with its edges; the others stay, even without any edge.

    Returns:
        Σ(d_max - d_i)/((n-1)(n-2)) in [0, 1], unit "share"; None below three organisations.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Freeman (1978), Centrality in social networks: conceptual clarification, Social Networks 1(3), 215-239.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "a", "c"], "activity_id": ["x", "x", "y", "y"]})
        >>> degree_centralization(ties)
        1.0
        >>> degree_centralization(ties, without="a") is None
        True
    """
    network = incidence(ties)
    degrees = network.meetings.partners
    if without is not None and (position := network.position(without)) is not None:
        degrees = np.delete(degrees - network.partners(position), position)
    n = len(degrees)
    return float((degrees.max() - degrees).sum()) / ((n - 1) * (n - 2)) if n > 2 else None  # noqa: PLR2004


def components(ties: Ties) -> int:
    """Number of separate parts of the network of organisations.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        Count from 0 to n, unit "parts"; an organisation without partners is a part; 0 when there is no tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Wasserman and Faust (1994), Social Network Analysis, Cambridge University Press, chapter 4.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "c"], "activity_id": ["x", "x", "y"]})
        >>> components(ties)
        2
    """
    return len(component_sizes(ties))


def component_sizes(ties: Ties) -> tuple[int, ...]:
    """Return how many organisations each separate part of the network holds, the largest first.

    The parts of the network of organisations are those of the two-mode network, so no pair is needed to find them.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        Counts from 1 to n, falling, unit "organisations"; they add up to n; empty when there is no tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Wasserman and Faust (1994), Social Network Analysis, Cambridge University Press, chapters 4 and 8.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b", "c"], "activity_id": ["x", "x", "y"]})
        >>> component_sizes(ties)
        (2, 1)
    """
    part_of = parts(incidence(ties).matrix)
    return tuple(sorted(np.unique(part_of, return_counts=True)[1].tolist(), reverse=True))


def parts(matrix: sparse.csr_array) -> npt.NDArray[np.int32]:
    """Return for each row of a 0-1 matrix in which part of the two-mode network it lies, as a number."""
    n, m = matrix.shape
    if not n:
        return np.zeros(0, dtype=np.int32)
    ends = np.r_[matrix.indptr, np.full(m, matrix.nnz)]
    both_modes = sparse.csr_array((matrix.data, matrix.indices + n, ends), shape=(n + m, n + m))
    return np.asarray(csgraph.connected_components(both_modes, directed=False)[1][:n], dtype=np.int32)


def projection_graph(ties: Ties) -> "rustworkx.PyGraph[str, int]":
    """Return the projection as a graph whose nodes follow the sorted ids and whose edges carry the shared activities.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        Undirected graph, node payload the id, edge payload the count of shared activities; empty when there is no tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Borgatti and Everett (1997), Network analysis of 2-mode data, Social Networks 19(3), 243-269.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b"], "activity_id": ["x", "x"]})
        >>> projection_graph(ties).nodes()
        ['a', 'b']
    """
    network: Incidence = incidence(ties)
    graph: rustworkx.PyGraph[str, int] = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(network.organisations)
    for found in shared_blocks(network.matrix):
        order = np.lexsort([found.columns, found.rows])
        ends = (side[order].tolist() for side in (found.rows, found.columns, found.shared))
        graph.add_edges_from(list(zip(*ends, strict=True)))
    return graph


def public_offices(organisations: pd.DataFrame) -> tuple[str, ...]:
    """Return the town's own offices: public administration that is not the district's, the state's or another town's.

    Args:
        organisations: ``ORGANISATIONS`` frame, shape (organisations, >=3): ``organisation_id``, ``kind``, ``district``.

    Returns:
        Their ids, sorted, unit "organisation"; empty when there is none.

    Raises:
        ColumnMissing: A column of ``ORGANISATIONS`` is missing.

    Source:
        docs/methodology.md: by default `stadt-bergkamen` and its offices.

    Examples:
        >>> public_offices(pd.DataFrame({
        ...     "organisation_id": ["stadt", "kreis"], "kind": ["verwaltung"] * 2, "district": ["", "Kreis Unna"]
        ... }))
        ('stadt',)
    """
    ORGANISATIONS.check(organisations, "organisation_id", "kind", "district")
    own = organisations["kind"].eq(OrganisationKind.ADMINISTRATION.value) & ~organisations["district"].isin(
        _OUTSIDE_TOWN
    )
    return tuple(sorted(organisations.loc[own, "organisation_id"]))
