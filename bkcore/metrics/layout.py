"""Where each organisation is drawn in the network of organisations: the same data always give the same picture."""

import math

import numpy as np
import numpy.typing as npt
import pandas as pd
import rustworkx
from scipy.spatial import KDTree

from bkcore.metrics.incidence import Ties, incidence
from bkcore.metrics.projection import projection_graph

_SEED = 2019
_ITERATIONS = 500
_FEWEST = 50
_SPREAD = 1.0  # ideal length of an edge before scaling; wide enough that hubs do not swallow their partners
_GAP = 0.15  # between the largest part and the ring of the smaller ones
_CLEARANCE = 1.3  # smallest distance between two nodes, divided by the root of their number
_PUSHES, _FEWEST_PUSHES = 300, 60
_ENOUGH = 1e-4  # pushes nobody would see
_STEPS = 30_000  # iterations times nodes: the first sixty nodes get all iterations, larger networks fewer

_BESIDE = 0.05  # between activities that share their organisations
_GOLDEN = math.pi * (3 - math.sqrt(5))

Points = npt.NDArray[np.float64]


def node_positions(ties: Ties) -> pd.DataFrame:
    """Return a place for every active organisation; partners lie close, separate parts lie around the largest one.

    The largest part is laid out by springs from a fixed seed, the others stand on a ring around it, then nodes that
    would cover each other are pushed apart.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.

    Returns:
        Frame by ``organisation_id`` with ``x`` and ``y`` in [-1, 1], no unit; one organisation lies at (0, 0); empty
        when there is no tie. Positions have no meaning of their own, only nearness has.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        Fruchterman and Reingold (1991), Graph drawing by force-directed placement, Software: Practice and Experience
        21(11), 1129-1164.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b"], "activity_id": ["x", "x"]})
        >>> node_positions(ties).abs().max().tolist()
        [1.0, 0.0]
    """
    network = incidence(ties)
    graph = projection_graph(network)
    points = np.zeros((len(network.organisations), 2))
    parts = sorted(
        (sorted(part) for part in rustworkx.connected_components(graph)), key=lambda part: (-len(part), part)
    )
    for number, part in enumerate(parts):
        radius = math.sqrt(len(part) / len(parts[0]))
        angle = math.pi / 4 + 2 * math.pi * (number - 1) / max(len(parts) - 1, 1)  # the first in a corner
        centre = (1 + _GAP + radius) * np.array([math.cos(angle), math.sin(angle)]) if number else np.zeros(2)
        points[part] = centre + radius * _springs(graph.subgraph(part))
    points = _scaled(_pushed_apart(points)).round(4)
    ids = pd.Index(network.organisations, name="organisation_id", dtype="str")
    return pd.DataFrame(points + 0.0, columns=["x", "y"], index=ids)


def activity_positions(ties: Ties, *, places: pd.DataFrame) -> pd.DataFrame:
    """Return a place for every activity: in the middle of its organisations, those of one middle side by side.

    Organisations keep the places they have, so that both pictures of the same network show them where they were.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie; repeated rows count once.
        places: Result of ``node_positions``, shape (organisations, 2), with every organisation of the ties.

    Returns:
        Frame by ``activity_id`` with ``x`` and ``y`` in [-1, 1], no unit; empty when there is no tie.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.
        KeyError: An organisation has no place.

    Source:
        Barycentre as in Tutte (1963), How to draw a graph, Proceedings of the London Mathematical Society 13, 743-767;
        spiral of Vogel (1979), A better way to construct the sunflower head, Mathematical Biosciences 44, 179-189.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["a", "b"], "activity_id": ["x", "x"]})
        >>> activity_positions(ties, places=node_positions(ties)).abs().max().tolist()
        [0.0, 0.0]
    """
    network = incidence(ties)
    where = places.loc[list(network.organisations), ["x", "y"]].to_numpy(dtype=float)
    sizes = np.maximum(network.organisations_of, 1)[:, None]
    middles = (network.matrix.T @ where / sizes).round(4)
    around = np.where(network.organisations_of == 1, _BESIDE, 0.0)[:, None]  # not on top of its only organisation
    _, same = np.unique(middles, axis=0, return_inverse=True)
    order = np.argsort(same.ravel(), kind="stable")
    first = np.searchsorted(same.ravel()[order], same.ravel()[order])
    turn = np.empty(len(order))
    turn[order] = np.arange(len(order)) - first
    angle = turn * _GOLDEN
    off = (around[:, 0] + _BESIDE * np.sqrt(turn))[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    ids = pd.Index(network.activities, name="activity_id", dtype="str")
    return pd.DataFrame(np.clip(middles + off, -1, 1).round(4) + 0.0, columns=["x", "y"], index=ids)


def _springs(part: "rustworkx.PyGraph[str, int]") -> Points:
    """Return the places of one connected part in a circle of radius 1, its longest extent lying flat."""
    if len(part) == 1:
        return np.zeros((1, 2))
    steps = min(_ITERATIONS, max(_FEWEST, _STEPS // len(part)))
    found = rustworkx.spring_layout(part, k=_SPREAD, num_iter=steps, weight_fn=float, seed=_SEED)
    points = np.array([found[node] for node in range(len(part))])
    points -= points.mean(axis=0)
    x, y = points[:, 0], points[:, 1]
    angle = math.atan2(2 * float(x @ y), float(x @ x - y @ y)) / 2
    flat = np.column_stack([x * math.cos(angle) + y * math.sin(angle), y * math.cos(angle) - x * math.sin(angle)])
    return np.asarray(flat / np.hypot(x, y).max())


def _pushed_apart(points: Points) -> Points:
    """Return the places with nodes that are too close moved away from each other, step by step."""
    clearance = _CLEARANCE / math.sqrt(max(len(points), 1))
    for _ in range(min(_PUSHES, max(_FEWEST_PUSHES, _STEPS // max(len(points), 1)))):
        close = KDTree(points).query_pairs(clearance, output_type="ndarray") if len(points) > 1 else np.zeros((0, 2))
        if not len(close):
            break
        one, other = close[np.lexsort(close.T[::-1])].T
        apart = points[one] - points[other]
        distance = np.hypot(apart[:, 0], apart[:, 1])[:, None]
        away = np.divide(apart, distance, out=np.zeros_like(apart), where=distance > 0)
        push = away * np.clip(clearance - distance, 0.0, None) / 2
        points = points.copy()
        np.add.at(points, one, push)
        np.subtract.at(points, other, push)
        if push.size and np.abs(push).max() < _ENOUGH:
            break
    return points


def _scaled(points: Points) -> Points:
    """Return the places moved and scaled alike in both directions, so that the wider one fills [-1, 1]."""
    if not len(points):
        return points
    centred = points - (points.max(axis=0) + points.min(axis=0)) / 2
    extent = np.abs(centred).max()
    return np.asarray(centred / extent) if extent > 0 else centred
