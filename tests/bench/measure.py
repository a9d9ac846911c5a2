"""Measure one thing in a process of its own: ``python -m tests.bench.measure WHAT PARTS`` prints seconds and megabytes.

Processor time stands beside the time on the clock: on a busy machine only the first says what the work costs.
"""

import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable

import igraph
import networkx as nx
import numpy as np
import pandas as pd
from networkx.algorithms import bipartite

from bkcore.metrics import organisations as by_organisation
from bkcore.metrics.betweenness import sampled_betweenness
from bkcore.metrics.centrality import degree, redundancy, strength
from bkcore.metrics.incidence import incidence
from bkcore.metrics.layout import node_positions
from bkcore.metrics.network import as_json, network_figures
from bkcore.metrics.network_details import network_details
from bkcore.metrics.projection import components, degree_centralization, projection_density, projection_edges
from bkcore.metrics.two_mode import two_mode_clustering, two_mode_density
from tests.bench.networks import Generated, generated

PIVOTS = 256


def everything(data: Generated) -> object:
    """Everything ``bk metrics network --json`` prints, betweenness apart."""
    by_organisation.estimated_betweenness = _no_betweenness
    frames = (data.participations, data.activities, data.organisations)
    figures = network_figures(*frames, public_offices=["o00000", "o00001"])
    return json.dumps(as_json(figures) | network_details(*frames, figures=figures))


def figures_alone(data: Generated) -> object:
    """The same without the details: groups are looked for in small networks only, so sizes would not compare."""
    by_organisation.estimated_betweenness = _no_betweenness
    frames = (data.participations, data.activities, data.organisations)
    return json.dumps(as_json(network_figures(*frames, public_offices=["o00000", "o00001"])))


def same(data: Generated) -> object:
    """Ours, only what networkx offers as well, from the same frame of ties."""
    network = incidence(data.participations)
    return (
        two_mode_density(network),
        two_mode_clustering(network),
        projection_edges(network),
        projection_density(network),
        degree_centralization(network),
        components(network),
        degree(network),
        strength(network),
        redundancy(network),
    )


def networkx_same(data: Generated) -> object:
    """What networkx offers of the same measures, the graph built once."""
    graph = nx.Graph(list(data.participations.itertuples(index=False, name=None)))
    who = sorted(set(data.participations["organisation_id"]))
    projection = bipartite.collaboration_weighted_projected_graph(graph, who)
    degrees = [partners for _, partners in projection.degree()]
    return (
        bipartite.density(graph, who),
        bipartite.robins_alexander_clustering(graph),
        projection.number_of_edges(),
        nx.density(projection),
        sum(max(degrees) - one for one in degrees),
        nx.number_connected_components(projection),
        dict(projection.degree(weight="weight")),
        bipartite.node_redundancy(graph, [one for one in who if graph.degree(one) > 1]),
    )


def same_as_igraph(data: Generated) -> object:
    """Ours, only what igraph offers as well."""
    network = incidence(data.participations)
    return (
        two_mode_density(network),
        projection_edges(network),
        projection_density(network),
        degree_centralization(network),
        components(network),
        degree(network),
    )


def igraph_same(data: Generated) -> object:
    """What igraph offers of the same measures; it knows neither 4·C4/L3 nor Newman's weights nor redundancy."""
    rows, who = pd.factorize(data.participations["organisation_id"], sort=True)
    columns, what = pd.factorize(data.participations["activity_id"], sort=True)
    kinds = np.repeat([False, True], [len(who), len(what)])
    graph = igraph.Graph.Bipartite(kinds, np.column_stack([rows, columns + len(who)]).tolist())
    projection = graph.bipartite_projection(which=False)
    degrees = projection.degree()
    return (
        graph.ecount() / (len(who) * len(what)),
        projection.ecount(),
        projection.density(),
        sum(max(degrees) - one for one in degrees),
        len(projection.connected_components()),
        Counter(degrees),
    )


def betweenness(data: Generated) -> object:
    """From 256 starting points; exact when there are no more organisations than that."""
    found = sampled_betweenness(data.participations, pivots=PIVOTS)
    return float((found["error"] / found["betweenness"]).loc[found["betweenness"].nlargest(20).index].max())


def exact_betweenness(data: Generated) -> object:
    """All starting points."""
    return float(sampled_betweenness(data.participations, pivots=len(data.organisations))["betweenness"].max())


def networkx_betweenness(data: Generated) -> object:
    """All starting points, by networkx, the projection included as it is in ours."""
    graph = nx.Graph(list(data.participations.itertuples(index=False, name=None)))
    projection = bipartite.projected_graph(graph, sorted(set(data.participations["organisation_id"])))
    return max(nx.betweenness_centrality(projection).values())


def igraph_betweenness(data: Generated) -> object:
    """All starting points, by igraph, the projection included."""
    rows, who = pd.factorize(data.participations["organisation_id"], sort=True)
    columns, what = pd.factorize(data.participations["activity_id"], sort=True)
    kinds = np.repeat([False, True], [len(who), len(what)])
    graph = igraph.Graph.Bipartite(kinds, np.column_stack([rows, columns + len(who)]).tolist())
    return max(graph.bipartite_projection(which=False).betweenness(directed=False))


def layout(data: Generated) -> object:
    """Places of all organisations."""
    return node_positions(data.participations)


def nothing(data: Generated) -> object:
    """The data alone, so that its memory can be told from that of the figures."""
    return data


def _no_betweenness(ties: object) -> pd.DataFrame:
    return pd.DataFrame(np.nan, columns=["betweenness", "error"], index=list(incidence(ties).organisations))


WORK: dict[str, Callable[[Generated], object]] = {
    work.__name__: work
    for work in (
        everything,
        figures_alone,
        same,
        networkx_same,
        same_as_igraph,
        igraph_same,
        betweenness,
        exact_betweenness,
        networkx_betweenness,
        igraph_betweenness,
        layout,
        nothing,
    )
}


def main(name: str, parts: int) -> None:
    """Do the work once and print what it cost."""
    data = generated(parts)
    began, busy = time.perf_counter(), time.process_time()
    answer = WORK[name](data)
    cost = {
        "seconds": time.perf_counter() - began,
        "cpu_seconds": time.process_time() - busy,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "organisations": data.participations["organisation_id"].nunique(),
        "ties": len(data.participations),
        "answer": answer if isinstance(answer, float) else None,
    }
    sys.stdout.write(json.dumps(cost) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
