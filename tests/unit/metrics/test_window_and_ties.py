from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkcore.errors import ColumnMissing, PeriodInvalid
from bkcore.metrics.change import change
from bkcore.metrics.ties import HELD, ties
from bkcore.metrics.window import ALL_TIME, Window, calendar_month, calendar_year, select_activities
from tests.spec.tables import frame

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
ORGANISATIONS = frame("""
    | organisation_id |
    |-----------------|
    | awo             |
    | schule          |
    | stadt           |
""")


@pytest.mark.parametrize(
    ("window", "before"),
    [
        (calendar_year(2024), calendar_year(2023)),
        (calendar_year(2025), calendar_year(2024)),
        (calendar_month(2024, 3), calendar_month(2024, 2)),
        (calendar_month(2024, 1), calendar_month(2023, 12)),
        (Window(date(2024, 1, 1), date(2024, 7, 1)), Window(date(2023, 7, 1), date(2024, 1, 1))),
        (Window(date(2024, 3, 15), date(2024, 4, 15)), Window(date(2024, 2, 15), date(2024, 3, 15))),
        (Window(date(2024, 3, 1), date(2024, 3, 11)), Window(date(2024, 2, 20), date(2024, 3, 1))),
        (Window(date(2024, 1, 31), date(2024, 3, 31)), Window(date(2023, 12, 2), date(2024, 1, 31))),
        (Window(date(2024, 1, 1), None), None),
        (Window(None, date(2024, 1, 1)), None),
        (Window(date(1, 1, 1), date(9999, 1, 1)), None),
        (ALL_TIME, None),
    ],
)
def test_the_window_before_has_the_same_length_in_months_or_else_in_days(window, before):
    assert window.before() == before


@given(start=DAYS, length=st.integers(1, 2000))
def test_the_window_before_ends_where_the_window_starts(start, length):
    window = Window(start, start + timedelta(days=length))
    before = window.before()
    assert before.end == window.start
    assert abs((before.end - before.start).days - length) <= 3


def test_a_window_that_ends_before_it_begins_is_refused():
    with pytest.raises(PeriodInvalid):
        Window(date(2024, 5, 1), date(2024, 5, 1))


def held(text):
    return frame(text).assign(status="stattgefunden")


ACTIVITIES = held("""
    | activity_id | start      | start_latest | link         |
    |-------------|------------|--------------|--------------|
    | mai         | 2024-05-31 | 2024-05-31   | kern         |
    | juni        | 2024-06-01 | 2024-06-01   | umfeld       |
    | im-mai      | 2024-05-01 | 2024-05-31   | kern         |
    | 2024        | 2024-01-01 | 2024-12-31   |              |
    | undatiert   |            |              | vorgeschichte |
""")


@pytest.mark.parametrize(
    ("window", "inside"),
    [
        (calendar_month(2024, 5), ["mai", "im-mai"]),
        (calendar_month(2024, 6), ["juni"]),
        (calendar_year(2024), ["mai", "juni", "im-mai", "2024"]),
        (Window(date(2024, 5, 2), None), ["mai", "juni"]),
        (Window(None, date(2024, 5, 31)), []),
        (Window(None, date(2024, 6, 1)), ["mai", "im-mai"]),
        (ALL_TIME, ["mai", "juni", "im-mai", "2024", "undatiert"]),
    ],
)
def test_an_activity_lies_in_a_window_when_its_whole_known_period_does(window, inside):
    assert select_activities(ACTIVITIES, window=window, statuses=HELD)["activity_id"].tolist() == inside


def test_the_link_to_the_network_filters_when_asked():
    assert select_activities(ACTIVITIES, statuses=HELD, link="kern")["activity_id"].tolist() == ["mai", "im-mai"]
    with pytest.raises(ColumnMissing):
        select_activities(ACTIVITIES.drop(columns="link"), statuses=HELD, link="kern")


def test_a_tie_needs_both_states_and_a_listed_organisation():
    participations = frame("""
        | organisation_id | activity_id | status        |
        |-----------------|-------------|---------------|
        | awo             | mai         |               |
        | awo             | mai         | stattgefunden |
        | stadt           | mai         | angekuendigt  |
        | fremde          | mai         | stattgefunden |
        | stadt           | nirgends    | stattgefunden |
    """)
    assert ties(participations, ACTIVITIES, ORGANISATIONS).to_numpy().tolist() == [["awo", "mai"]]
    announced = ties(participations, ACTIVITIES, ORGANISATIONS, include_announced=True)
    assert announced.to_numpy().tolist() == [["awo", "mai"], ["stadt", "mai"]]


def test_without_a_status_column_participations_follow_the_activity():
    participations = frame("""
        | organisation_id | activity_id |
        |-----------------|-------------|
        | awo             | mai         |
    """)
    assert len(ties(participations, ACTIVITIES, ORGANISATIONS)) == 1
    assert len(ties(participations, ACTIVITIES.assign(status="ausgefallen"), ORGANISATIONS)) == 0


PARTICIPATIONS = frame("""
    | organisation_id | activity_id |
    |-----------------|-------------|
    | schule          | 2022        |
    | awo             | 2023        |
    | stadt           | 2023        |
    | awo             | 2024        |
    | schule          | 2024        |
    | stadt           | nie         |
""")
YEARS = held("""
    | activity_id | start      | start_latest |
    |-------------|------------|--------------|
    | 2022        | 2022-01-01 | 2022-12-31   |
    | 2023        | 2023-12-31 | 2023-12-31   |
    | 2024        | 2024-01-01 | 2024-01-01   |
    | nie         |            |              |
""")


def changed(window):
    found = change(PARTICIPATIONS, YEARS, ORGANISATIONS, window=window)
    return (found.new, found.returned, found.left, found.retained, found.base_year)


def test_the_first_year_is_the_base_year():
    assert changed(calendar_year(2022)) == (None, None, 0, 0, True)


def test_who_was_there_before_the_year_before_comes_back():
    assert changed(calendar_year(2023)) == (2, 0, 1, 0, False)
    assert changed(calendar_year(2024)) == (0, 1, 1, 1, False)


def test_a_quiet_year_lets_all_go_and_none_come():
    assert changed(calendar_year(2025)) == (0, 0, 2, 0, False)


def test_a_window_open_to_the_future_has_no_window_of_equal_length_before_it():
    assert changed(Window(date(2024, 1, 1), None)) == (0, None, None, None, False)


def test_without_a_first_day_nothing_can_be_compared():
    assert changed(ALL_TIME) == (None, None, None, None, True)
    assert changed(Window(None, date(2024, 1, 1))) == (None, None, None, None, True)
