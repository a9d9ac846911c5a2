"""The shipped record, counted a second time with nothing but the csv module and networkx."""

import csv
import statistics
from collections import defaultdict
from datetime import date, timedelta
from itertools import combinations

import networkx as nx
import pytest
from networkx.algorithms import bipartite

from bkcore.metrics.network import as_json, network_figures
from bkcore.metrics.window import ALL_TIME, calendar_year
from scripts.record import FOLDER, load

YEARS = list(range(2013, 2026))
HELD = "stattgefunden"


def rows(name):
    with (FOLDER / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def known_period(text):
    parts = [int(part) for part in text.split("-")] if text else []
    if not parts:
        return None
    first = date(*[*parts, 1, 1][:3])
    if len(parts) == 3:
        return first, first
    following = date(first.year + 1, 1, 1) if len(parts) == 1 else (first + timedelta(days=31)).replace(day=1)
    return first, following - timedelta(days=1)


ACTIVITIES = {row["kennung"]: row for row in rows("aktivitaeten")}
PERIODS = {key: known_period(row["datum"]) for key, row in ACTIVITIES.items()}
SECTOR = {row["kennung"]: row["sektor"] for row in rows("organisationen")}
PAIRS = {
    (row["organisation"], row["aktivitaet"])
    for row in rows("beteiligungen")
    if (row["stand"] or ACTIVITIES[row["aktivitaet"]]["stand"]) == HELD
    and ACTIVITIES[row["aktivitaet"]]["stand"] == HELD
}


def in_year(activity, year):
    if year is None:
        return True
    return PERIODS[activity] is not None and {day.year for day in PERIODS[activity]} == {year}


def pairs_of(year):
    return {pair for pair in PAIRS if in_year(pair[1], year)}


def found(year):
    record = load()
    window = ALL_TIME if year is None else calendar_year(year)
    offices = ["stadt-bergkamen", "integrationsmanagement"]
    return as_json(
        network_figures(
            record.participations, record.activities, record.organisations, window=window, public_offices=offices
        )
    )


@pytest.mark.parametrize("year", [None, *YEARS])
def test_the_figures_are_those_of_a_second_count(year):
    pairs, figures = pairs_of(year), found(year)
    active, with_ties = {who for who, _ in pairs}, {what for _, what in pairs}
    assert figures["organisations"] == len(active)
    assert figures["activities_with_ties"] == len(with_ties)
    assert figures["ties"] == len(pairs)
    assert figures["activities"] == sum(row["stand"] == HELD and in_year(key, year) for key, row in ACTIVITIES.items())
    assert (figures["two_mode"]["density"] is None) == (not pairs)
    if len(active) < 3:
        return
    who_was_at, what_did = defaultdict(set), defaultdict(set)
    for who, what in pairs:
        who_was_at[what].add(who)
        what_did[who].add(what)
    sizes = [len(group) for group in who_was_at.values()]
    assert figures["organisations_per_activity"] == pytest.approx(
        {"mean": statistics.mean(sizes), "median": statistics.median(sizes)}
    )
    assert figures["joint_activities"] == sum(len({SECTOR[one] for one in group}) > 1 for group in who_was_at.values())
    edges = {pair for group in who_was_at.values() for pair in combinations(sorted(group), 2)}
    small = {
        pair
        for what, group in who_was_at.items()
        if ACTIVITIES[what]["plenum"] != "ja"
        for pair in combinations(sorted(group), 2)
    }
    assert figures["projection"]["edges"] == len(edges)
    assert figures["projection"]["edges_without_plenaries"] == len(small)
    graph = nx.Graph(list(edges))
    graph.add_nodes_from(active)
    assert figures["projection"]["components"] == nx.number_connected_components(graph)
    inside = sum(SECTOR[a] == SECTOR[b] for a, b in edges)
    assert figures["ei_index"] == pytest.approx((len(edges) - 2 * inside) / len(edges))
    ranked = sorted(active, key=lambda who: (-len(what_did[who]), who))
    reached = set().union(*(what_did[who] for who in ranked[:3]))
    assert figures["top3_share"] == pytest.approx(len(reached) / len(with_ties))
    assert [row["id"] for row in figures["by_organisation"]] == ranked
    between = nx.betweenness_centrality(graph)
    assert {row["id"]: row["betweenness"] for row in figures["by_organisation"]} == pytest.approx(between)
    two_mode = nx.Graph(list(pairs))
    redundant = bipartite.node_redundancy(two_mode, [who for who in active if len(what_did[who]) > 1])
    assert {
        row["id"]: row["redundancy"] for row in figures["by_organisation"] if row["redundancy"] is not None
    } == pytest.approx(redundant)


@pytest.mark.parametrize("year", YEARS)
def test_the_change_is_that_of_a_second_count(year):
    here, there = ({who for who, _ in pairs_of(each)} for each in (year, year - 1))
    ever = {who for who, what in PAIRS if PERIODS[what] is not None and PERIODS[what][1].year < year}
    expected = {
        "new": len(here - ever) if ever else None,
        "returned": len((here & ever) - there) if ever else None,
        "left": len(there - here),
        "retained": len(here & there),
        "base_year": not ever,
    }
    assert found(year)["change"] == expected
