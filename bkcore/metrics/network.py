"""All figures of the network of one window, in one frozen object."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date

import pandas as pd

from bkcore.metrics.averages import Average, activities_per_organisation, organisations_per_activity
from bkcore.metrics.change import Change, change
from bkcore.metrics.concentration import herfindahl, top3_share
from bkcore.metrics.diversity import ei_expected, ei_index, joint_activities, sector_diversity, sectors_of
from bkcore.metrics.incidence import Incidence, incidence
from bkcore.metrics.organisations import OrganisationFigures, organisation_figures
from bkcore.metrics.projection import (
    components,
    degree_centralization,
    edges_without_plenaries,
    plenaries_of,
    projection_density,
    projection_edges,
)
from bkcore.metrics.ties import accepted_statuses, ties
from bkcore.metrics.two_mode import two_mode_clustering, two_mode_density
from bkcore.metrics.window import ALL_TIME, Window, select_activities


@dataclass(frozen=True)
class TwoMode:
    """Figures of the network of organisations and activities."""

    density: float | None
    clustering: float | None


@dataclass(frozen=True)
class Projection:
    """Figures of the network of organisations."""

    edges: int
    edges_without_plenaries: int
    density: float | None
    centralization: float | None
    centralization_without: Mapping[str, float | None]
    components: int


@dataclass(frozen=True)
class NetworkFigures:
    """Every figure of ``bk metrics network``; None where a figure is not defined."""

    window: Window
    organisations: int
    activities: int
    activities_with_ties: int
    ties: int
    organisations_per_activity: Average
    activities_per_organisation: Average
    two_mode: TwoMode
    projection: Projection
    joint_activities: int
    sector_diversity: float | None
    top3_share: float | None
    hhi: float | None
    ei_index: float | None
    ei_expected: float | None
    change: Change
    by_organisation: tuple[OrganisationFigures, ...]


def network_figures(
    participations: pd.DataFrame,
    activities: pd.DataFrame,
    organisations: pd.DataFrame,
    *,
    window: Window = ALL_TIME,
    include_announced: bool = False,
    link: str | None = None,
    public_offices: Iterable[str] = (),
) -> NetworkFigures:
    """Return every figure of the network in a window.

    Args:
        participations: ``PARTICIPATIONS`` frame, shape (participations, >=2), of all times, with ``status`` when known.
        activities: ``ACTIVITIES`` frame, shape (activities, >=5), of all times.
        organisations: ``ORGANISATIONS`` frame, shape (organisations, >=2): ``organisation_id``, ``sector``.
        window: Half-open period the figures are about.
        include_announced: Whether what was only announced counts too.
        link: Only activities linked to the network in this way; all when not given.
        public_offices: Organisations that are the centre by design; those with a tie are removed once each.

    Returns:
        Counts, shares and indices as described at each metric; None where a figure is not defined, never 0 or NaN.

    Raises:
        ColumnMissing: A column of one of the three frames is missing.

    Source:
        docs/methodology.md, `bk metrics network --json`; each metric names its own.

    Examples:
        >>> activities = pd.DataFrame({
        ...     "activity_id": ["x"], "status": ["stattgefunden"], "plenary": [False],
        ...     "start": pd.to_datetime(["2024-05-01"]), "start_latest": pd.to_datetime(["2024-05-01"]),
        ... })
        >>> participations = pd.DataFrame({"organisation_id": ["a", "b"], "activity_id": ["x", "x"]})
        >>> organisations = pd.DataFrame({"organisation_id": ["a", "b"], "sector": ["public", "civil"]})
        >>> network_figures(participations, activities, organisations).ties
        2
    """
    statuses = accepted_statuses(include_announced=include_announced)
    selected = select_activities(activities, window=window, statuses=statuses, link=link)
    pairs = ties(
        participations, activities, organisations, window=window, include_announced=include_announced, link=link
    )
    network = incidence(pairs)
    network = network.marked(
        plenaries=plenaries_of(network, activities=selected),
        sectors=sectors_of(network, organisations=organisations),
    )
    return NetworkFigures(
        window=window,
        organisations=len(network.organisations),
        activities=selected["activity_id"].nunique(),
        activities_with_ties=len(network.activities),
        ties=len(pairs),
        organisations_per_activity=organisations_per_activity(network),
        activities_per_organisation=activities_per_organisation(network),
        two_mode=TwoMode(density=two_mode_density(network), clustering=two_mode_clustering(network)),
        projection=_projection(network, activities=selected, public_offices=public_offices),
        joint_activities=joint_activities(network, organisations=organisations),
        sector_diversity=sector_diversity(network, organisations=organisations),
        top3_share=top3_share(network),
        hhi=herfindahl(network),
        ei_index=ei_index(network, organisations=organisations),
        ei_expected=ei_expected(network, organisations=organisations),
        change=change(
            participations, activities, organisations, window=window, include_announced=include_announced, link=link
        ),
        by_organisation=organisation_figures(network, activities=selected),
    )


def as_json(figures: NetworkFigures) -> dict[str, object]:
    """Return the figures with exactly the keys of ``bk metrics network --json``."""
    return {
        **asdict(replace(figures, by_organisation=())),
        "window": {"from": _iso(figures.window.start), "to": _iso(figures.window.end)},
        "by_organisation": [
            {**vars(row), "first": _iso(row.first), "last": _iso(row.last)} for row in figures.by_organisation
        ],
    }


def _projection(network: Incidence, *, activities: pd.DataFrame, public_offices: Iterable[str]) -> Projection:
    """Return the figures of the network of organisations."""
    return Projection(
        edges=projection_edges(network),
        edges_without_plenaries=edges_without_plenaries(network, activities=activities),
        density=projection_density(network),
        centralization=degree_centralization(network),
        centralization_without={
            office: degree_centralization(network, without=office)
            for office in sorted(public_offices)
            if office in network.organisations
        },
        components=components(network),
    )


def _iso(day: date | None) -> str | None:
    """Return a day as an ISO date."""
    return day.isoformat() if day is not None else None
