"""The records the browser draws the network from: one place for each organisation in all years, every word German."""

import json

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bkcore.metrics.graph_years import network_graph
from bkcore.metrics.network import network_figures
from bkcore.metrics.window import calendar_year
from dashboard.charts.graph import graph_drawing

SECTORS = ("public", "civil", "private")
YEARS = (2022, 2023, 2024)


def graph_of(ties):
    """Return the picture of these ties: (year, activity) by organisations."""
    rows = [(who, f"{year}-{what}") for (year, what), members in ties.items() for who in members]
    participations = pd.DataFrame(rows, columns=["organisation_id", "activity_id"], dtype="str").drop_duplicates()
    days = pd.to_datetime([f"{year}-05-01" for year, _ in ties])
    activities = pd.DataFrame(
        {
            "activity_id": pd.Series([f"{year}-{what}" for year, what in ties], dtype="str"),
            "title": [f"{what} {year}" for year, what in ties],
            "status": "stattgefunden",
            "plenary": False,
            "precision": "tag",
            "start": days,
            "start_latest": days,
        }
    )
    ids = sorted(set(participations["organisation_id"]))
    organisations = pd.DataFrame(
        {
            "organisation_id": pd.Series(ids, dtype="str"),
            "name": [f"Verein {key}" for key in ids],
            "sector": [SECTORS[place % 3] for place in range(len(ids))],
        }
    )
    frames = (participations, activities, organisations)
    series = [(year, network_figures(*frames, window=calendar_year(year))) for year in YEARS]
    return network_graph(*frames, series=series)


def drawn(ties, *, running=2030):
    return json.loads(graph_drawing(graph_of(ties), running=running).content)


def year(content, wanted):
    (entry,) = [entry for entry in content["years"] if entry["year"] == wanted]
    return entry


@pytest.fixture
def three_years():
    return {
        (2022, "fest"): ["awo", "stadt"],
        (2023, "fest"): ["awo", "kita"],
        (2023, "lauf"): ["awo", "kita"],
        (2024, "fest"): ["stadt", "kita"],
    }


def test_a_year_says_who_is_new_who_came_back_and_who_is_missing(three_years):
    content = drawn(three_years)
    names = [node["name"] for node in content["nodes"]]
    standing = {entry["year"]: {names[row[0]]: row[6] for row in entry["nodes"]} for entry in content["years"]}
    assert standing[2022] == {"Verein awo": "base", "Verein stadt": "base"}
    assert standing[2023] == {"Verein awo": "continuing", "Verein kita": "new"}
    assert standing[2024] == {"Verein kita": "continuing", "Verein stadt": "returned"}
    assert [names[place] for place, _ in year(content, 2024)["left"]] == ["Verein awo"]


def test_nobody_is_called_missing_in_the_year_that_is_not_over(three_years):
    assert year(drawn(three_years, running=2024), 2024)["left"] == []


def test_a_point_leads_to_its_card_and_says_who_it_is(three_years):
    content = drawn(three_years)
    node = content["nodes"][1]
    assert node["href"] == "/organisation?organisation=kita"
    sentences = [row[7] for row in year(content, 2023)["nodes"]]
    assert "Verein kita: Zivilgesellschaft, zwei Aktivitäten, ein Partner, neu dabei" in sentences


def test_a_line_says_how_often_and_an_activity_who_was_there(three_years):
    entry = year(drawn(three_years), 2023)
    assert entry["lines"] == [[0, 1, 2]]
    assert sorted(event[0] for event in entry["events"]) == [
        "fest 2023, 1. Mai 2023: zwei Organisationen",
        "lauf 2023, 1. Mai 2023: zwei Organisationen",
    ]
    assert all(event[3] == [0, 1] for event in entry["events"])


def test_without_ties_there_is_nothing_to_draw():
    assert drawn({}) == {"nodes": [], "years": []}


def test_of_many_organisations_the_most_active_are_drawn_and_the_rest_is_told():
    ties = {(2024, f"a{number}"): [f"o{number:03}", "o000"] for number in range(1, 170)}
    graph = graph_drawing(graph_of(ties), running=2030)
    content = json.loads(graph.content)
    assert len(content["nodes"]) == len(content["years"][0]["nodes"]) == 150
    assert "Verein o000" in [node["name"] for node in content["nodes"]]
    assert "170 Organisationen" in graph.words[2024].subtitle
    assert "Gezeigt sind die 150 aktivsten über alle Jahre." in graph.words[2024].subtitle


ACTIVITIES = st.tuples(st.sampled_from(YEARS), st.sampled_from("uvwx"))
TIES = st.dictionaries(ACTIVITIES, st.sets(st.sampled_from("abcdefgh"), min_size=1).map(sorted), min_size=1)


@settings(max_examples=30)
@given(ties=TIES)
def test_an_organisation_never_moves_from_one_year_to_the_next(ties):
    content = drawn(ties)
    drawn_in = [place for entry in content["years"] for place, *_ in [*entry["nodes"], *entry["left"]]]
    assert set(drawn_in) == set(range(len(content["nodes"])))  # each has one place, and each year only points to it
    for entry in content["years"]:
        assert not {"x", "y"} & {str(part) for row in entry["nodes"] for part in row}
        assert {place for line in entry["lines"] for place in line[:2]} <= {row[0] for row in entry["nodes"]}
        assert all(-1 <= event[1] <= 1 and -1 <= event[2] <= 1 for event in entry["events"])


@settings(max_examples=20)
@given(ties=TIES, order=st.randoms(use_true_random=False))
def test_the_order_of_the_records_changes_no_place(ties, order):
    other = list(ties.items())
    order.shuffle(other)
    assert drawn(dict(other))["nodes"] == drawn(ties)["nodes"]


def test_a_group_keeps_its_colour_when_another_outgrows_it():
    north, south = [f"n{number}" for number in range(4)], [f"s{number}" for number in range(3)]
    content = drawn(
        {
            (2022, "nord"): north,
            (2022, "sued"): south,
            (2023, "nord"): north[:3],
            (2023, "sued"): [*south, "s3", "s4"],
        }
    )
    names = [node["name"] for node in content["nodes"]]

    def colours(wanted):
        return {names[row[0]]: row[5] for row in year(content, wanted)["nodes"]}

    assert {colours(2022)[f"Verein {key}"] for key in north} == {0}
    assert {colours(2023)[f"Verein {key}"] for key in north[:3]} == {0}
    assert {colours(2023)[f"Verein {key}"] for key in [*south, "s3", "s4"]} == {1}
