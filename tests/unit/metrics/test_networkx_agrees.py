"""networkx as an independent reference for every measure it offers."""

import networkx as nx
import pytest
from hypothesis import given, settings
from networkx.algorithms import bipartite

from bkcore.metrics.betweenness import betweenness
from bkcore.metrics.centrality import degree, redundancy, strength
from bkcore.metrics.incidence import incidence
from bkcore.metrics.layout import node_positions
from bkcore.metrics.pairs import co_participation_pairs
from bkcore.metrics.projection import components, degree_centralization, projection_density, projection_edges
from bkcore.metrics.two_mode import two_mode_clustering, two_mode_density
from tests.unit.metrics.strategies import networks, tie_frame

CLOSE = 1e-9


def two_mode_graph(ties):
    graph = nx.Graph()
    graph.add_nodes_from(ties["organisation_id"], bipartite=0)
    graph.add_nodes_from(ties["activity_id"], bipartite=1)
    graph.add_edges_from(ties.itertuples(index=False, name=None))
    return graph


def organisations_of(ties):
    return sorted(set(ties["organisation_id"]))


def projected(ties):
    return bipartite.projected_graph(two_mode_graph(ties), organisations_of(ties))


@given(networks(min_size=1))
def test_two_mode_density(ties):
    expected = bipartite.density(two_mode_graph(ties), organisations_of(ties))
    assert two_mode_density(ties) == pytest.approx(expected, abs=CLOSE)


@given(networks())
def test_two_mode_clustering(ties):
    expected = bipartite.robins_alexander_clustering(two_mode_graph(ties)) if len(ties) else 0
    assert (two_mode_clustering(ties) or 0.0) == pytest.approx(expected, abs=CLOSE)


@given(networks())
def test_projection(ties):
    graph = projected(ties)
    assert projection_edges(ties) == graph.number_of_edges()
    assert components(ties) == nx.number_connected_components(graph)
    assert degree(ties).to_dict() == dict(graph.degree())
    if len(graph) > 1:
        assert projection_density(ties) == pytest.approx(nx.density(graph), abs=CLOSE)


@given(networks(min_size=1))
def test_degree_centralization_with_and_without_an_organisation(ties):
    graph = projected(ties)
    assert degree_centralization(ties) == centralization_of(graph)
    for organisation in list(graph):
        rest = graph.copy()
        rest.remove_node(organisation)
        assert degree_centralization(ties, without=organisation) == centralization_of(rest)


def centralization_of(graph):
    n, degrees = len(graph), [partners for _, partners in graph.degree()]
    if n < 3:
        return None
    return pytest.approx(sum(max(degrees) - own for own in degrees) / ((n - 1) * (n - 2)), abs=CLOSE)


@given(networks(min_size=1))
def test_betweenness(ties):
    graph = projected(ties)
    if len(graph) > 2:
        assert betweenness(ties).to_dict() == pytest.approx(nx.betweenness_centrality(graph), abs=CLOSE)
    else:
        assert betweenness(ties).isna().all()


@given(networks(min_size=1))
def test_redundancy(ties):
    graph = two_mode_graph(ties)
    busy = [organisation for organisation in organisations_of(ties) if graph.degree(organisation) > 1]
    found = redundancy(ties)
    assert list(found.dropna().index) == busy
    assert found.dropna().to_dict() == pytest.approx(bipartite.node_redundancy(graph, busy), abs=CLOSE)


@given(networks(min_size=1))
def test_newman_weights_and_strength(ties):
    graph = bipartite.collaboration_weighted_projected_graph(two_mode_graph(ties), organisations_of(ties))
    expected = {tuple(sorted(pair)): weight for *pair, weight in graph.edges(data="weight")}
    pairs = co_participation_pairs(ties, activities=undated(ties))
    found = dict(zip(zip(pairs["organisation_a"], pairs["organisation_b"], strict=True), pairs["weight"], strict=True))
    assert found == pytest.approx(expected, abs=CLOSE)
    assert strength(ties).to_dict() == pytest.approx(dict(graph.degree(weight="weight")), abs=CLOSE)


def undated(ties):
    activities = ties[["activity_id"]].drop_duplicates()
    return activities.assign(start=None).astype({"start": "datetime64[us]"})


def southern_women():
    graph = nx.davis_southern_women_graph()
    return graph, tie_frame([(woman, event) for woman in graph.graph["top"] for event in graph[woman]])


def test_the_southern_women_have_the_published_two_mode_density():
    """Davis, Gardner and Gardner (1941); 89 of 18 · 14 ties, 0.353 in Borgatti and Everett (1997)."""
    _, ties = southern_women()
    assert len(ties) == 89
    assert round(two_mode_density(ties), 3) == 0.353


def test_the_southern_women_agree_with_networkx_throughout():
    graph, ties = southern_women()
    women = graph.graph["top"]
    projection = bipartite.projected_graph(graph, women)
    assert two_mode_clustering(ties) == pytest.approx(bipartite.robins_alexander_clustering(graph), abs=CLOSE)
    assert projection_density(ties) == pytest.approx(nx.density(projection), abs=CLOSE)
    assert betweenness(ties).to_dict() == pytest.approx(nx.betweenness_centrality(projection), abs=CLOSE)
    assert redundancy(ties).to_dict() == pytest.approx(bipartite.node_redundancy(graph, women), abs=CLOSE)


@settings(max_examples=10)
@given(networks(min_size=30))
def test_the_matrix_made_once_gives_the_same_figures_as_the_frame(ties):
    network = incidence(ties)
    assert two_mode_clustering(network) == two_mode_clustering(ties)
    assert betweenness(network).equals(betweenness(ties))
    assert node_positions(network).equals(node_positions(ties))
