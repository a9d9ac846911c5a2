"""What ``bk metrics network`` says beyond the figures of the pages: core, groups, pairs, continuity, absence."""

import math
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

import numpy as np
import pandas as pd

from bkcore.metrics.absence import absence
from bkcore.metrics.communities import LARGEST, communities, modularity_baseline
from bkcore.metrics.concentration import gini, ranking
from bkcore.metrics.continuity import cohort_retention, continuity
from bkcore.metrics.core import core_periphery
from bkcore.metrics.diversity import sector_matrix
from bkcore.metrics.incidence import Incidence, incidence
from bkcore.metrics.network import NetworkFigures
from bkcore.metrics.pairs import co_participation_pairs
from bkcore.metrics.projection import component_sizes
from bkcore.metrics.reachability import reachability
from bkcore.metrics.retention import churn, new_voices, retention
from bkcore.metrics.seasonality import seasonality
from bkcore.metrics.ties import accepted_statuses, ties
from bkcore.metrics.two_mode import two_mode_degree_centrality
from bkcore.metrics.window import ALL_TIME, Window, select_activities

PAIRS = 20
"""Closest pairs that are listed."""
ABSENT = 10
"""Most active organisations of which is said what would be missing without them."""
MANY_RUNS, FEW_RUNS, MANY = 100, 10, 300
"""Shuffled networks the groups are compared with: fewer from 300 organisations on."""


def network_details(
    participations: pd.DataFrame,
    activities: pd.DataFrame,
    organisations: pd.DataFrame,
    *,
    figures: NetworkFigures,
    window: Window = ALL_TIME,
    include_announced: bool = False,
    link: str | None = None,
) -> dict[str, object]:
    """Return the further keys of ``bk metrics network --json``.

    Args:
        participations: ``PARTICIPATIONS`` frame, shape (participations, >=2), of all times, with ``status`` when known.
        activities: ``ACTIVITIES`` frame, shape (activities, >=6), of all times, with ``reachability``.
        organisations: ``ORGANISATIONS`` frame, shape (organisations, >=2): ``organisation_id``, ``sector``.
        figures: ``network_figures`` of the same frames, window and choices.
        window: Half-open period the figures are about.
        include_announced: Whether what was only announced counts too.
        link: Only activities linked to the network in this way; all when not given.

    Returns:
        Plain values, ready for JSON; None where a figure is not defined, and for groups and pairs above 3,000
        organisations, where they are not looked for; empty lists when there is no tie.

    Raises:
        ColumnMissing: A column of one of the three frames is missing.

    Source:
        docs/methodology.md; each metric names its own.

    Examples:
        >>> frames = [kind.empty() for kind in (PARTICIPATIONS, ACTIVITIES, ORGANISATIONS)]
        >>> network_details(*frames, figures=network_figures(*frames))["core"]
        []
    """
    statuses = accepted_statuses(include_announced=include_announced)
    selected = select_activities(activities, window=window, statuses=statuses, link=link)
    pairs = ties(
        participations, activities, organisations, window=window, include_announced=include_announced, link=link
    )
    network = incidence(pairs)
    core = core_periphery(network)
    return {
        "betweenness": _how_exact(figures),
        "two_mode_degree": _records(two_mode_degree_centrality(network).rename("share").reset_index()),
        "component_sizes": list(component_sizes(network)),
        "repeated_pairs": network.meetings.repeated,
        "gini": gini(network),
        "sector_matrix": sector_matrix(network, organisations=organisations).to_dict(),
        "retention": retention(figures.change),
        "churn": churn(figures.change),
        "new_voices": new_voices(figures.change),
        "core": core.index[core["core"]].tolist(),
        "communities": _groups(network),
        "closest_pairs": _closest(network, activities=activities),
        "absence": [asdict(absence(network, organisation=key)) for key in _busiest(network)],
        "continuity": _records(continuity(pairs, activities=activities).reset_index()),
        "cohorts": _records(cohort_retention(pairs, activities=activities)),
        "seasonality": _records(seasonality(selected.drop_duplicates("activity_id")).reset_index()),
        "reachability": asdict(reachability(selected.drop_duplicates("activity_id"))),
    }


def _how_exact(figures: NetworkFigures) -> dict[str, object]:
    """Return whether betweenness is exact or an estimate, and the largest standard error of it."""
    errors = [row.betweenness_error for row in figures.by_organisation if row.betweenness_error is not None]
    return (
        {"exact": not any(errors), "largest_error": max(errors)} if errors else {"exact": None, "largest_error": None}
    )


def _groups(network: Incidence) -> dict[str, object] | None:
    """Return the groups, the largest first, and how far they are from chance."""
    size = len(network.organisations)
    if size > LARGEST:
        return None
    found = communities(network)
    groups = [found.index[found == number].tolist() for number in range(found.max() + 1 if size else 0)]
    runs = MANY_RUNS if size < MANY else FEW_RUNS
    return {"groups": groups, "modularity": asdict(modularity_baseline(network, runs=runs))}


def _closest(network: Incidence, *, activities: pd.DataFrame) -> list[dict[str, object]] | None:
    """Return the pairs that share most activities."""
    if len(network.organisations) > LARGEST:
        return None
    return _records(co_participation_pairs(network, activities=activities).head(PAIRS))


def _busiest(network: Incidence) -> list[str]:
    """Return the most active organisations."""
    return [network.organisations[row] for row in ranking(network)[:ABSENT]]


def _records(frame: pd.DataFrame) -> list[dict[str, object]]:
    """Return the rows of a frame as plain values."""
    return [_plain(row) for row in frame.to_dict("records")]


def _plain(row: Mapping[object, object]) -> dict[str, object]:
    return {str(key): _value(value) for key, value in row.items()}


def _value(value: object) -> object:
    """Return a value as JSON knows it: no numbers of NumPy, no NaN, days as ISO dates."""
    if value is pd.NaT:
        return None
    if isinstance(value, date):
        return pd.Timestamp(value).date().isoformat()
    plain = value.item() if isinstance(value, np.generic) else value
    return None if isinstance(plain, float) and math.isnan(plain) else plain
