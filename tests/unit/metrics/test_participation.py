import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkcore.columns import ACTIVITIES, ORGANISATIONS, PARTICIPATIONS
from bkcore.metrics.participation import participation_figures, participation_json
from bkcore.metrics.people import counted_in_parts, people_sum
from bkcore.metrics.window import Window, calendar_year
from tests.spec.tables import frame
from tests.unit.metrics.strategies import shuffled

ACTIVITY_ROWS = """
| activity_id | start      | start_latest | status        | attendees | first_timers | volunteers | part_of | link   |
|-------------|------------|--------------|---------------|-----------|--------------|------------|---------|--------|
| treffen     | 2022-05-01 | 2022-05-31   | stattgefunden | 20        |              |            |         | kern   |
| woche       | 2024-03-11 | 2024-03-11   | stattgefunden | 300       | 30           |            |         | kern   |
| film        | 2024-03-12 | 2024-03-12   | stattgefunden | 40        |              | 2          | woche   | kern   |
| fest        | 2024-04-01 | 2024-04-01   | stattgefunden |           |              |            | woche   | umfeld |
| irgendwann  | 2024-01-01 | 2024-12-31   | stattgefunden |           |              |            |         |        |
| ausblick    | 2024-06-01 | 2024-06-01   | angekuendigt  | 900       |              |            | film    |        |
| undatiert   |            |              | stattgefunden | 7         |              |            |         |        |
"""
PARTICIPATION_ROWS = """
    | organisation_id | activity_id |
    |-----------------|-------------|
    | awo             | treffen     |
    | awo             | film        |
    | stadt           | irgendwann  |
    | stadt           | ausblick    |
"""
ORGANISATION_ROWS = """
    | organisation_id |
    |-----------------|
    | awo             |
    | stadt           |
"""


def figures(**options):
    found = participation_figures(frame(PARTICIPATION_ROWS), frame(ACTIVITY_ROWS), frame(ORGANISATION_ROWS), **options)
    return participation_json(found)


def test_the_keys_are_those_others_rely_on():
    counts = ["activities", "announced", "organisations", "attendance", "first_timers", "volunteers"]
    found = figures()
    assert list(found) == ["window", *counts, "by_year", "by_month", "undated"]
    assert list(found["attendance"]) == ["sum", "known", "of"]
    change = ["new", "returned", "left", "retained", "base_year"]
    assert list(found["by_year"][0]) == ["year", *counts, *change]
    assert list(found["by_month"][0]) == ["month", *counts]


def test_a_week_is_left_out_of_a_sum_when_one_of_its_events_states_that_number():
    found = figures(window=calendar_year(2024))
    assert found["attendance"] == {"sum": 40, "known": 1, "of": 3}
    assert found["first_timers"] == {"sum": 30, "known": 1, "of": 4}
    assert found["volunteers"] == {"sum": 2, "known": 1, "of": 3}
    assert (found["activities"], found["announced"], found["organisations"]) == (4, 1, 2)


def test_what_has_no_date_counts_only_without_a_window():
    assert figures()["attendance"] == {"sum": 67, "known": 3, "of": 5}
    assert figures()["undated"] == figures(window=calendar_year(2024))["undated"] == 1
    assert sum(row["activities"] for row in figures()["by_year"]) == figures()["activities"] - 1


def test_years_without_activities_stay_in_the_series():
    found = {row["year"]: row for row in figures()["by_year"]}
    assert list(found) == [2022, 2023, 2024]
    assert (found[2023]["activities"], found[2023]["left"]) == (0, 1)
    assert found[2023]["attendance"] == {"sum": None, "known": 0, "of": 0}


def test_the_first_year_is_the_base_year_and_later_ones_compare():
    found = {row["year"]: row for row in figures()["by_year"]}
    assert (found[2022]["base_year"], found[2022]["new"]) == (True, None)
    assert (found[2024]["new"], found[2024]["returned"], found[2024]["left"]) == (1, 1, 0)


def test_what_is_known_to_the_year_only_is_in_no_month():
    months = {row["month"]: row for row in figures()["by_month"]}
    assert (min(months), max(months), len(months)) == ("2022-05", "2024-06", 26)
    assert sum(row["activities"] for row in months.values()) == 4
    assert (months["2024-06"]["announced"], months["2024-06"]["activities"]) == (1, 0)


def test_months_add_up_to_their_year_even_when_a_part_lies_in_the_next_month():
    months = [row for row in figures()["by_month"] if row["month"].startswith("2024")]
    year = figures()["by_year"][-1]
    assert sum(row["attendance"]["sum"] or 0 for row in months) == year["attendance"]["sum"]


def test_a_part_of_a_year_is_no_year():
    found = figures(window=Window(date(2024, 3, 1), date(2024, 12, 31)))
    assert found["by_year"] == []
    assert [row["month"] for row in found["by_month"]] == ["2024-03", "2024-04", "2024-05", "2024-06"]


def test_the_link_to_the_network_filters_when_asked():
    found = figures(link="kern")
    assert (found["activities"], found["announced"], found["organisations"]) == (3, 0, 1)


def test_parts_of_parts_are_parts_and_a_circle_ends():
    rows = frame("""
        | activity_id | part_of | attendees |
        |-------------|---------|-----------|
        | jahr        |         | 500       |
        | woche       | jahr    |           |
        | film        | woche   | 40        |
        | huhn        | ei      | 1         |
        | ei          | huhn    |           |
    """)
    assert counted_in_parts(rows, count="attendees") == {"jahr", "woche", "ei", "huhn"}


def test_without_activities_there_is_nothing_to_show():
    found = participation_json(participation_figures(PARTICIPATIONS.empty(), ACTIVITIES.empty(), ORGANISATIONS.empty()))
    assert (found["activities"], found["by_year"], found["by_month"]) == (0, [], [])
    assert found["attendance"] == {"sum": None, "known": 0, "of": 0}
    json.dumps(found, allow_nan=False)


@given(order=st.integers(0, 2**31))
def test_the_order_of_rows_does_not_matter(order):
    found = participation_figures(
        shuffled(frame(PARTICIPATION_ROWS), order), shuffled(frame(ACTIVITY_ROWS), order), frame(ORGANISATION_ROWS)
    )
    assert participation_json(found) == figures()


@given(numbers=st.lists(st.one_of(st.none(), st.integers(0, 1000)), max_size=9))
def test_a_sum_without_parts_is_the_sum_of_what_is_known(numbers):
    rows = ACTIVITIES.empty().reindex(range(len(numbers))).assign(activity_id=[f"a{i}" for i in range(len(numbers))])
    found = people_sum(rows.assign(attendees=numbers).astype({"attendees": "Int64"}), count="attendees")
    known = [number for number in numbers if number is not None]
    assert (found.sum, found.known, found.of) == (sum(known) if known else None, len(known), len(numbers))


def test_a_number_of_nought_is_a_known_number():
    rows = frame("""
        | activity_id | attendees |
        |-------------|-----------|
        | leer        | 0         |
    """)
    assert people_sum(rows, count="attendees").sum == 0


@pytest.mark.parametrize("count", ["attendees", "first_timers", "volunteers"])
def test_announced_numbers_are_never_people_who_came(count):
    assert (figures()[{"attendees": "attendance"}.get(count, count)]["sum"] or 0) < 900
