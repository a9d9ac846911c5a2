"""The women of Natchez and their fourteen social events (Davis, Gardner and Gardner 1941): the field's common example.

The attendance counts and the two-mode density are those printed in the literature. The centralities are theirs by the
definition of Borgatti and Everett (1997), each count divided by the size of the other side; they are recomputed here
from the printed counts, not copied from the article's table. Everything else is compared with networkx.
"""

import networkx as nx
import pytest
from networkx.algorithms import bipartite

from bkcore.metrics.betweenness import betweenness
from bkcore.metrics.centrality import degree, redundancy
from bkcore.metrics.communities import communities, modularity
from bkcore.metrics.projection import component_sizes, projection_density
from bkcore.metrics.two_mode import (
    activity_degree_centrality,
    two_mode_clustering,
    two_mode_degree_centrality,
    two_mode_density,
)
from tests.unit.metrics.strategies import tie_frame

CLOSE = 1e-9
GRAPH = nx.davis_southern_women_graph()
WOMEN = GRAPH.graph["top"]
TIES = tie_frame([(woman, event) for woman in WOMEN for event in GRAPH[woman]])
PROJECTION = bipartite.projected_graph(GRAPH, WOMEN)
EVENTS_OF = {
    "Evelyn Jefferson": 8,
    "Laura Mandeville": 7,
    "Theresa Anderson": 8,
    "Brenda Rogers": 7,
    "Charlotte McDowd": 4,
    "Frances Anderson": 4,
    "Eleanor Nye": 4,
    "Pearl Oglethorpe": 3,
    "Ruth DeSand": 4,
    "Verne Sanderson": 4,
    "Myra Liddel": 4,
    "Katherina Rogers": 6,
    "Sylvia Avondale": 7,
    "Nora Fayette": 8,
    "Helen Lloyd": 5,
    "Dorothy Murchison": 2,
    "Olivia Carleton": 2,
    "Flora Price": 2,
}
WOMEN_AT = dict(
    zip([f"E{number}" for number in range(1, 15)], [3, 3, 6, 4, 8, 8, 10, 14, 12, 5, 4, 6, 3, 3], strict=True)
)


def test_the_two_mode_density_is_the_published_one():
    assert len(TIES) == sum(EVENTS_OF.values()) == sum(WOMEN_AT.values()) == 89
    assert round(two_mode_density(TIES), 3) == 0.353


def test_the_two_mode_centralities_are_the_printed_counts_over_the_other_side():
    women, events = two_mode_degree_centrality(TIES), activity_degree_centrality(TIES)
    assert women.to_dict() == pytest.approx({woman: count / 14 for woman, count in EVENTS_OF.items()})
    assert events.to_dict() == pytest.approx({event: count / 18 for event, count in WOMEN_AT.items()})
    assert (round(women["Evelyn Jefferson"], 3), round(women["Flora Price"], 3)) == (0.571, 0.143)
    assert (round(events["E8"], 3), round(events["E1"], 3)) == (0.778, 0.167)
    theirs = bipartite.degree_centrality(GRAPH, WOMEN)
    assert {**women, **events} == pytest.approx(theirs, abs=CLOSE)


def test_the_network_of_the_women_agrees_with_networkx():
    assert two_mode_clustering(TIES) == pytest.approx(bipartite.robins_alexander_clustering(GRAPH), abs=CLOSE)
    assert projection_density(TIES) == pytest.approx(nx.density(PROJECTION), abs=CLOSE)
    assert degree(TIES).to_dict() == dict(PROJECTION.degree())
    assert betweenness(TIES).to_dict() == pytest.approx(nx.betweenness_centrality(PROJECTION), abs=CLOSE)
    assert redundancy(TIES).to_dict() == pytest.approx(bipartite.node_redundancy(GRAPH, WOMEN), abs=CLOSE)
    assert component_sizes(TIES) == (18,)


def test_the_modularity_of_their_groups_agrees_with_networkx():
    groups = communities(TIES)
    parts = [set(members.index) for _, members in groups.groupby(groups)]
    assert modularity(TIES, groups=groups) == pytest.approx(nx.community.modularity(PROJECTION, parts), abs=CLOSE)
