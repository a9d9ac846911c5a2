"""The network as a picture that can be followed through the years: one place for each organisation, whatever the year."""

from dataclasses import dataclass, replace
from typing import Final, Literal

import pandas as pd

from bkcore.metrics.change import ChangedOrganisations, changed_organisations
from bkcore.metrics.communities import communities
from bkcore.metrics.core import core_periphery
from bkcore.metrics.incidence import incidence
from bkcore.metrics.layout import activity_positions, node_positions
from bkcore.metrics.membership import among
from bkcore.metrics.network import NetworkFigures
from bkcore.metrics.pairs import co_participation_pairs
from bkcore.metrics.projection import public_offices
from bkcore.metrics.ties import ties, without
from bkcore.metrics.window import calendar_year
from bkcore.reports.network import NetworkFrames

DRAWN: Final = 150
"""Organisations a picture can hold; of more, the most active of all years are drawn."""
EVENTS: Final = 150
"""Activities of a year that are drawn at most, the largest first."""

Standing = Literal["base", "new", "returned", "continuing", "left"]
"""How an organisation stands to the year before; in the base year nothing is compared."""


@dataclass(frozen=True)
class GraphYear:
    """One calendar year of the picture.

    Attributes:
        year: The year.
        figures: Every figure of ``bk metrics network`` for it, of the whole network.
        nodes: Drawn active organisations by id: ``activities``, ``partners``, ``betweenness`` (NaN where not defined),
            ``core``, ``community`` (from 0, the largest first), ``standing``.
        left: Drawn organisations that were there the year before and are not now.
        pairs: ``organisation_a``, ``organisation_b``, ``shared`` of the drawn ones, the closest first.
        events: Drawn activities by id: ``title``, ``start``, ``precision``, ``x``, ``y``.
        ties: Who of the drawn took part in which of the drawn activities.
    """

    year: int
    figures: NetworkFigures
    nodes: pd.DataFrame
    left: tuple[str, ...]
    pairs: pd.DataFrame
    events: pd.DataFrame
    ties: pd.DataFrame


@dataclass(frozen=True)
class NetworkGraph:
    """All years of the picture.

    Attributes:
        organisations: Drawn organisations by id: ``name``, ``sector``, ``x`` and ``y`` in [-1, 1], the same in each year.
        of: Organisations that were ever active; more than drawn when the picture cannot hold them.
        years: Every calendar year with an active organisation, in order.
    """

    organisations: pd.DataFrame
    of: int
    years: tuple[GraphYear, ...]


def without_offices(data: NetworkFrames) -> NetworkFrames:
    """Return the frames without the ties of the town's own offices, which are the centre by design."""
    rest = without(data.participations, organisations=public_offices(data.organisations))
    return replace(data, participations=rest)


def build(data: NetworkFrames) -> NetworkGraph:
    """Return the picture of all years.

    Args:
        data: The frames, read once per data version.

    Returns:
        Places from the ties of all years, so that nothing moves when the year changes; no years without a tie.
    """
    ever = ties(data.participations, data.activities, data.organisations)
    counts = ever["organisation_id"].value_counts()
    drawn = counts.sort_index().sort_values(ascending=False, kind="stable").index[:DRAWN]
    shown = ever[among(ever["organisation_id"], drawn)]
    places = node_positions(shown)
    named = data.organisations.drop_duplicates("organisation_id").set_index("organisation_id")[["name", "sector"]]
    middles = activity_positions(shown, places=places)
    active = [
        (entry.year, found) for entry, found in zip(data.years, data.series, strict=True) if found.organisations
    ]
    return NetworkGraph(
        organisations=named.join(places, how="inner"),
        of=len(counts),
        years=tuple(_year(data, found, year=year, shown=shown, middles=middles) for year, found in active),
    )


def _year(
    data: NetworkFrames, figures: NetworkFigures, *, year: int, shown: pd.DataFrame, middles: pd.DataFrame
) -> GraphYear:
    whole = ties(data.participations, data.activities, data.organisations, window=calendar_year(year))
    here = whole[among(whole["organisation_id"], shown["organisation_id"].unique())]
    changed = changed_organisations(
        data.participations, data.activities, data.organisations, window=calendar_year(year)
    )
    titles = data.activities.drop_duplicates("activity_id").set_index("activity_id")[["title", "start", "precision"]]
    largest = here["activity_id"].value_counts().sort_index().sort_values(ascending=False, kind="stable").index[:EVENTS]
    drawn = set(shown["organisation_id"])
    return GraphYear(
        year=year,
        figures=figures,
        nodes=_nodes(figures, whole=whole, here=here, changed=changed),
        left=tuple(sorted((changed.left or frozenset()) & drawn)) if not changed.base_year else (),
        pairs=co_participation_pairs(here, activities=data.activities)[["organisation_a", "organisation_b", "shared"]],
        events=titles.loc[largest].join(middles),
        ties=here[among(here["activity_id"], largest)],
    )


def _nodes(
    figures: NetworkFigures, *, whole: pd.DataFrame, here: pd.DataFrame, changed: ChangedOrganisations
) -> pd.DataFrame:
    """Return the figures of the drawn organisations: counted in the whole network, grouped in the drawn one."""
    counted = pd.DataFrame(
        [(entry.id, entry.activities, entry.degree, entry.betweenness) for entry in figures.by_organisation],
        columns=["organisation_id", "activities", "partners", "betweenness"],
    ).set_index("organisation_id")
    grouped = communities(incidence(here)).to_frame().join(core_periphery(whole)["core"])
    nodes = grouped.join(counted.astype({"betweenness": float}))
    nodes["standing"] = [_standing(key, changed) for key in nodes.index]
    return nodes.sort_values(["activities", "partners"], ascending=False, kind="stable")


def _standing(key: str, changed: ChangedOrganisations) -> Standing:
    if changed.base_year:
        return "base"
    if key in (changed.new or ()):
        return "new"
    return "returned" if key in (changed.returned or ()) else "continuing"
