from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bkcore.metrics.layout import node_positions
from bkcore.metrics.network import network_figures
from bkcore.metrics.pairs import co_participation_pairs
from dashboard.charts.network import network_chart, organisation_table

SECTORS = ("public", "civil", "private")


def drawn(ties, *, names=None):
    """Draw the graph of these ties: activity by organisations."""
    rows = [(organisation, activity) for activity, members in ties.items() for organisation in members]
    participations = pd.DataFrame(rows, columns=["organisation_id", "activity_id"]).drop_duplicates()
    ids = sorted(participations["organisation_id"].unique())
    activities = pd.DataFrame(
        {
            "activity_id": list(ties),
            "status": "stattgefunden",
            "plenary": False,
            "start": pd.Timestamp("2024-05-01"),
            "start_latest": pd.Timestamp("2024-05-01"),
        }
    )
    sectors = [SECTORS[place % 3] for place in range(len(ids))]
    organisations = pd.DataFrame({"organisation_id": ids, "sector": sectors})
    found = network_figures(participations, activities, organisations)
    counted = {entry.id: (entry.activities, entry.degree) for entry in found.by_organisation}
    nodes = pd.DataFrame(
        {
            "name": [(names or {}).get(key, f"Verein {key}") for key in ids],
            "sector": sectors,
            "activities": [counted[key][0] for key in ids],
            "degree": [counted[key][1] for key in ids],
            "since": pd.Timestamp("2020-01-01"),
        },
        index=ids,
    ).join(node_positions(participations))
    pairs = co_participation_pairs(participations, activities=activities)
    return network_chart(nodes, pairs, year=2024, found=found), nodes


@pytest.fixture
def week():
    return drawn({"fest": ["awo", "kita", "moschee"], "lauf": ["awo", "sparkasse"], "lesung": ["bücherei"]})


def test_one_trace_holds_all_lines_and_each_sector_has_its_points(week):
    chart, nodes = week
    lines, *points = chart.figure.data
    assert list(lines.x).count(None) == 4
    assert sorted(trace.name for trace in points) == ["Wirtschaft", "Zivilgesellschaft", "Öffentliche Hand"]
    assert sum(len(trace.x) for trace in points) == len(nodes)


def test_a_sector_differs_by_shape_as_well_as_colour(week):
    points = week[0].figure.data[1:]
    assert len({trace.marker.symbol for trace in points}) == len(points)


def test_the_finding_counts_groups_and_those_alone(week):
    assert week[0].finding == (
        "Vier Organisationen sind 2024 über gemeinsame Aktivitäten verbunden, eine war für sich aktiv."
    )


def test_the_table_names_both_sides_and_how_often():
    chart, _ = drawn({"fest": ["a", "b"], "lauf": ["a", "b"]})
    assert chart.table.to_numpy().tolist() == [["Verein a", "Verein b", 2]]


def test_one_organisation_alone_has_no_line():
    chart, _ = drawn({"fest": ["a"]})
    assert len(chart.figure.data[0].x) == 0
    assert chart.finding == "2024 war nur eine Organisation aktiv."


def test_the_list_of_organisations_begins_with_the_most_active(week):
    table = organisation_table(week[1])
    assert table["Organisation"].iloc[0] == "Verein awo"
    assert table["Partner"].iloc[0] == 3
    assert table["dabei seit"].unique().tolist() == ["2020"]


def test_every_full_name_is_there_on_hover():
    long = "Katholische Kirchengemeinden in Bergkamen (St. Elisabeth / Pastoralverbund)"
    chart, _ = drawn({"fest": ["a", "b"]}, names={"a": long})
    assert any(long in text for trace in chart.figure.data[1:] for text in trace.hovertext)
    assert not any(long in annotation.text for annotation in chart.figure.layout.annotations)


def test_words_are_large_enough(week):
    assert all(annotation.font.size >= 13 for annotation in week[0].figure.layout.annotations)


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.sampled_from("uvwxyz"), st.sets(st.sampled_from("abcdefghijkl"), min_size=1), min_size=1))
def test_no_two_names_stand_on_each_other(ties):
    chart, _ = drawn({activity: sorted(members) for activity, members in ties.items()})
    boxes = [box(annotation) for annotation in chart.figure.layout.annotations]
    for (left, bottom, right, top), (other_left, other_bottom, other_right, other_top) in combinations(boxes, 2):
        assert left >= other_right or other_left >= right or bottom >= other_top or other_bottom >= top


def box(annotation):
    lines = annotation.text.split("<br>")
    width, height = max(map(len, lines)) * 0.05, len(lines) * 0.1
    left = annotation.ax - {"left": 0, "center": width / 2, "right": width}[annotation.xanchor]
    bottom = annotation.ay - {"bottom": 0, "middle": height / 2, "top": height}[annotation.yanchor]
    return left + 1e-9, bottom + 1e-9, left + width - 1e-9, bottom + height - 1e-9
