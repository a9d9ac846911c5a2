"""The network in a window: figures, the year before, the years, who takes part with whom."""

from dataclasses import dataclass, field

import pandas as pd
from sqlmodel import Session

from bkcore.frames import network as frames
from bkcore.metrics.layout import node_positions
from bkcore.metrics.network import NetworkFigures, network_figures
from bkcore.metrics.pairs import co_participation_pairs
from bkcore.metrics.participation import ParticipationFigures, YearOfParticipation, participation_figures
from bkcore.metrics.projection import public_offices
from bkcore.metrics.ties import ties
from bkcore.metrics.window import ALL_TIME, Window, calendar_year


@dataclass(frozen=True)
class NetworkFrames:
    """The three frames every figure of the network rests on."""

    participations: pd.DataFrame
    activities: pd.DataFrame
    organisations: pd.DataFrame
    names: dict[str, str] = field(repr=False)


@dataclass(frozen=True)
class NetworkReport:
    """The network in one calendar year.

    Attributes:
        year: The year.
        figures: Every figure of ``bk metrics network`` for it.
        before: The same for the year before.
        participation: Counts of the year, announced apart, people with coverage.
        years: One entry per calendar year from the first to the last recorded.
        nodes: Active organisations, indexed by id: ``name``, ``sector``, ``activities``, ``degree``, ``x``, ``y``.
        pairs: Who took part with whom: ``organisation_a``, ``organisation_b`` (ids), ``shared``, ``weight``, ``last``.
    """

    year: int
    figures: NetworkFigures
    before: NetworkFigures
    participation: ParticipationFigures
    years: tuple[YearOfParticipation, ...]
    nodes: pd.DataFrame
    pairs: pd.DataFrame


def load(session: Session) -> NetworkFrames:
    """Read the frames of the network."""
    organisations = frames.organisations(session)
    return NetworkFrames(
        participations=frames.participations(session),
        activities=frames.activities(session),
        organisations=organisations,
        names=dict(zip(organisations["organisation_id"], organisations["name"], strict=True)),
    )


def figures(
    data: NetworkFrames, *, window: Window = ALL_TIME, include_announced: bool = False, link: str | None = None
) -> NetworkFigures:
    """Return every figure of the network in a window."""
    return network_figures(
        data.participations,
        data.activities,
        data.organisations,
        window=window,
        include_announced=include_announced,
        link=link,
        public_offices=public_offices(data.organisations),
    )


def participation(data: NetworkFrames, *, window: Window = ALL_TIME) -> ParticipationFigures:
    """Return the counts of activities and people in a window."""
    return participation_figures(data.participations, data.activities, data.organisations, window=window)


def years_with_activities(data: NetworkFrames) -> tuple[int, ...]:
    """Return the calendar years in which something that took place is recorded, the newest first."""
    recorded = participation(data).by_year
    return tuple(entry.year for entry in reversed(recorded) if entry.counts.activities)


def build(data: NetworkFrames, *, year: int) -> NetworkReport:
    """Return the network in one calendar year.

    Args:
        data: The frames, read once per data version.
        year: Which year.

    Returns:
        Figures, the year before, all years, and the graph of the year.
    """
    window = calendar_year(year)
    year_ties = ties(data.participations, data.activities, data.organisations, window=window)
    found = figures(data, window=window)
    return NetworkReport(
        year=year,
        figures=found,
        before=figures(data, window=calendar_year(year - 1)),
        participation=participation(data, window=window),
        years=participation(data).by_year,
        nodes=_nodes(data, found, year_ties),
        pairs=co_participation_pairs(year_ties, activities=data.activities),
    )


def _nodes(data: NetworkFrames, found: NetworkFigures, year_ties: pd.DataFrame) -> pd.DataFrame:
    organisations = data.organisations.set_index("organisation_id")[["name", "sector"]]
    counted = pd.DataFrame(
        {entry.id: {"activities": entry.activities, "degree": entry.degree} for entry in found.by_organisation}
    ).T
    positions = node_positions(year_ties)
    return organisations.join(counted, how="inner").join(positions, how="inner")
