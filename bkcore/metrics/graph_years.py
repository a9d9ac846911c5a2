"""The network as a picture that can be followed over the years: each organisation has one place, whatever the year."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import pandas as pd

from bkcore.metrics.change import ChangedOrganisations, changed_organisations
from bkcore.metrics.communities import communities
from bkcore.metrics.core import core_periphery
from bkcore.metrics.followed import followed_groups
from bkcore.metrics.layout import activity_positions, node_positions
from bkcore.metrics.membership import among
from bkcore.metrics.network import NetworkFigures
from bkcore.metrics.pairs import co_participation_pairs
from bkcore.metrics.ties import ties
from bkcore.metrics.window import calendar_year

DRAWN: Final = 150
"""Organisations a picture can hold; of more, the most active over all years are drawn."""
GROUPS: Final = 5
"""Groups that have a colour and a letter of their own."""
EVENTS: Final = 150
"""Activities of a year that are drawn at most, the largest first."""

Standing = Literal["base", "new", "returned", "continuing"]
"""How an active organisation stands to the year before; in the base year nothing is compared."""


@dataclass(frozen=True)
class GraphYear:
    """One calendar year of the picture.

    Attributes:
        year: The year.
        figures: Every figure of ``bk metrics network`` for it, of the whole network.
        nodes: Drawn active organisations by id: ``activities``, ``partners``, ``betweenness`` (NaN where not defined),
            ``core``, ``community`` (below 5 one of those with a colour, which keeps its number from year to year),
            ``standing``; the most active first.
        left: Drawn organisations that were there the year before and are not now.
        pairs: ``organisation_a``, ``organisation_b``, ``shared`` of the drawn ones, the closest first.
        events: Drawn activities by id: ``title``, ``start``, ``precision``, ``x``, ``y``; the largest first.
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
        organisations: Drawn organisations by id: ``name``, ``sector``, ``x`` and ``y`` in [-1, 1] for all years.
        years: Every calendar year with an active organisation, in order.
    """

    organisations: pd.DataFrame
    years: tuple[GraphYear, ...]


def network_graph(
    participations: pd.DataFrame,
    activities: pd.DataFrame,
    organisations: pd.DataFrame,
    *,
    series: Sequence[tuple[int, NetworkFigures]],
) -> NetworkGraph:
    """Return who is drawn where, and what there is to draw in each calendar year.

    Args:
        participations: ``PARTICIPATIONS`` frame, shape (participations, >=2), of all times, with ``status`` when known.
        activities: ``ACTIVITIES`` frame, shape (activities, >=7), of all times, with ``title`` and ``precision``.
        organisations: ``ORGANISATIONS`` frame, shape (organisations, >=3): ``organisation_id``, ``name``, ``sector``.
        series: Each calendar year with its figures, in order; those without an active organisation are left out.

    Returns:
        Places from the ties of all years, so that nothing moves from one year to the next; figures of the whole network
        even when not all of it is drawn; no years and empty frames when there is no tie.

    Raises:
        ColumnMissing: A column of one of the three frames is missing.

    Source:
        Stable places as in Moody, McFarland and Bender-deMoll (2005), Dynamic network visualization, American Journal
        of Sociology 110(4), 1206-1241.

    Examples:
        >>> frames = [kind.empty() for kind in (PARTICIPATIONS, ACTIVITIES, ORGANISATIONS)]
        >>> network_graph(*frames, series=[]).years
        ()
    """
    ever = ties(participations, activities, organisations)
    shown = _most(ever, by="organisation_id", most=DRAWN)
    places = node_positions(shown)
    middles = activity_positions(shown, places=places)
    drawn = frozenset(places.index)
    titles = activities.drop_duplicates("activity_id").set_index("activity_id")[["title", "start", "precision"]]
    named = organisations.drop_duplicates("organisation_id").set_index("organisation_id")[["name", "sector"]]

    def graph_year(year: int, figures: NetworkFigures, groups: "pd.Series[int]") -> GraphYear:
        window = calendar_year(year)
        whole = ties(participations, activities, organisations, window=window)
        here = _drawn(whole, drawn)
        changed = changed_organisations(participations, activities, organisations, window=window)
        part = _most(here, by="activity_id", most=EVENTS)
        largest = part["activity_id"].value_counts(sort=False).sort_index().sort_values(ascending=False, kind="stable")
        return GraphYear(
            year=year,
            figures=figures,
            nodes=_nodes(figures, whole=whole, groups=groups, changed=changed),
            left=() if changed.base_year else tuple(sorted((changed.left or frozenset()) & drawn)),
            pairs=co_participation_pairs(here, activities=activities)[["organisation_a", "organisation_b", "shared"]],
            events=titles.loc[largest.index].join(middles),
            ties=part,
        )

    shown_years = [(year, figures) for year, figures in series if figures.organisations]
    grouped = _followed(
        _drawn(ties(participations, activities, organisations, window=calendar_year(year)), drawn)
        for year, _ in shown_years
    )
    return NetworkGraph(
        organisations=named.join(places, how="inner"),
        years=tuple(graph_year(*entry, groups) for entry, groups in zip(shown_years, grouped, strict=True)),
    )


def _drawn(pairs: pd.DataFrame, drawn: frozenset[str]) -> pd.DataFrame:
    """Return the ties of the drawn organisations."""
    return pairs[among(pairs["organisation_id"], drawn)]


def _followed(years: Iterable[pd.DataFrame]) -> Iterator["pd.Series[int]"]:
    """Yield the groups of each year, with the numbers of the year before."""
    before: pd.Series[int] = pd.Series(dtype="int64")
    for here in years:
        before = followed_groups(communities(here), before=before, numbers=GROUPS)
        yield before.rename("community")


def _most(pairs: pd.DataFrame, *, by: str, most: int) -> pd.DataFrame:
    """Return the ties of those with the most, equal ones by id."""
    counts = pairs[by].value_counts(sort=False).sort_index().sort_values(ascending=False, kind="stable")
    return pairs[among(pairs[by], counts.index[:most])]


def _nodes(
    figures: NetworkFigures, *, whole: pd.DataFrame, groups: "pd.Series[int]", changed: ChangedOrganisations
) -> pd.DataFrame:
    """Return the figures of the drawn organisations: counted in the whole network, grouped in the drawn one."""
    counted = pd.DataFrame(
        [(entry.id, entry.activities, entry.degree, entry.betweenness) for entry in figures.by_organisation],
        columns=["organisation_id", "activities", "partners", "betweenness"],
    ).set_index("organisation_id")
    grouped = groups.to_frame().join(core_periphery(whole)["core"])
    nodes = grouped.join(counted.astype({"betweenness": float}))
    nodes["standing"] = [_standing(str(key), changed) for key in nodes.index]
    return nodes.sort_values(["activities", "partners"], ascending=False, kind="stable")


def _standing(key: str, changed: ChangedOrganisations) -> Standing:
    if changed.base_year:
        return "base"
    if key in (changed.new or ()):
        return "new"
    return "returned" if key in (changed.returned or ()) else "continuing"
