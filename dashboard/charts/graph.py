"""The network's picture as the browser draws it: one place for each organisation, one record for each year."""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from bkcore.metrics.graph_years import GraphYear, NetworkGraph
from bkcore.vocabulary import Precision, Sector
from dashboard.texts import graph as texts
from dashboard.texts.navigation import organisation_address

LINES: Final = 600
"""Lines of a year that are drawn at most, the closest pairs first."""
_SECTORS: Final = tuple(Sector)


@dataclass(frozen=True)
class GraphWords:
    """The sentences of one year."""

    finding: str
    subtitle: str
    description: str


@dataclass(frozen=True)
class GraphDrawing:
    """What the browser needs to draw every year without asking again.

    Attributes:
        content: JSON, made once per data version: ``nodes`` and ``years``, as ``assets/graph.js`` reads them.
        words: The sentences of each year.
    """

    content: str
    words: Mapping[int, GraphWords]


def graph_drawing(graph: NetworkGraph, *, running: int) -> GraphDrawing:
    """Return the picture of all years.

    Args:
        graph: ``NetworkGraph``.
        running: The year that is not over yet; nobody is called missing in it.

    Returns:
        The records and the sentences of each year.
    """
    place = {str(key): number for number, key in enumerate(graph.organisations.index)}
    words = {entry.year: _words(graph, entry) for entry in graph.years}
    nodes = [
        {"name": name, "x": x, "y": y, "sector": _SECTORS.index(Sector(sector)), "href": organisation_address(key)}
        for key, name, sector, x, y in _rows(graph.organisations, "name", "sector", "x", "y")
    ]
    years = [
        {
            "year": entry.year,
            "finding": words[entry.year].finding,
            "note": words[entry.year].subtitle,
            "description": words[entry.year].description,
            "nodes": _nodes(graph, entry, place=place),
            "left": [] if entry.year == running else _left(graph, entry, place=place),
            "lines": _lines(entry, place=place),
            "events": _events(entry, place=place),
        }
        for entry in graph.years
    ]
    content = json.dumps({"nodes": nodes, "years": years}, ensure_ascii=False, separators=(",", ":"))
    return GraphDrawing(content=content, words=words)


def _words(graph: NetworkGraph, entry: GraphYear) -> GraphWords:
    busiest = graph.organisations["name"].loc[entry.nodes.index[:3]]
    return GraphWords(
        finding=texts.finding(entry.year, entry.figures),
        subtitle=texts.subtitle(entry.year, entry.figures, drawn=len(entry.nodes)),
        description=texts.description(entry.year, entry.figures, busiest=busiest),
    )


def _nodes(graph: NetworkGraph, entry: GraphYear, *, place: Mapping[str, int]) -> list[list[object]]:
    """Return place, activities, partners, betweenness, core, community, standing and sentence, the busiest first."""
    names, sectors = graph.organisations["name"].to_dict(), graph.organisations["sector"].to_dict()
    found: list[list[object]] = []
    columns = ("activities", "partners", "betweenness", "core", "community", "standing")
    for key, activities, partners, share, core, community, standing in _rows(entry.nodes, *columns):
        between = None if math.isnan(share) else round(share, 4)
        sentence = texts.organisation(
            names[key],
            sector=Sector(sectors[key]),
            activities=activities,
            partners=partners,
            betweenness=between,
            standing=standing,
        )
        found.append([place[key], activities, partners, between, int(core), community, standing, sentence])
    return found


def _left(graph: NetworkGraph, entry: GraphYear, *, place: Mapping[str, int]) -> list[list[object]]:
    """Return place and sentence of those that were there the year before."""
    gone = graph.organisations.loc[list(entry.left)]
    return [
        [place[key], texts.absent(name, sector=Sector(sector))] for key, name, sector in _rows(gone, "name", "sector")
    ]


def _lines(entry: GraphYear, *, place: Mapping[str, int]) -> list[list[int]]:
    """Return both places and the number of shared activities, the closest first."""
    pairs = entry.pairs.head(LINES)
    ends = zip(pairs["organisation_a"], pairs["organisation_b"], pairs["shared"].tolist(), strict=True)
    return [[place[a], place[b], shared] for a, b, shared in ends]


def _events(entry: GraphYear, *, place: Mapping[str, int]) -> list[list[object]]:
    """Return sentence, x, y and the places of its organisations for each activity."""
    members = entry.ties.groupby("activity_id")["organisation_id"].agg(list).to_dict()
    found: list[list[object]] = []
    for key, title, start, precision, x, y in _rows(entry.events, "title", "start", "precision", "x", "y"):
        sentence = texts.event(
            title,
            day=None if pd.isna(start) else start.date(),
            precision=Precision(precision),
            organisations=len(members[key]),
        )
        found.append([sentence, x, y, [place[member] for member in members[key]]])
    return found


def _rows(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Yield the index and the chosen columns of each row."""
    return zip(frame.index.tolist(), *(frame[column].tolist() for column in columns), strict=True)
