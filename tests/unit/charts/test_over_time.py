from datetime import date

import pandas as pd

from bkcore.metrics.participation import ParticipationCounts, ParticipationFigures
from bkcore.metrics.people import PeopleSum
from bkcore.metrics.window import ALL_TIME
from bkcore.reports.over_time import ActivityLine, ActivityReport, YearOfActivity, YearOfTurnover
from bkcore.vocabulary import ActivityStatus, Precision
from dashboard.charts.cohorts import cohorts_chart
from dashboard.charts.timeline import timeline_chart
from dashboard.charts.turnover import turnover_chart
from dashboard.texts.turnover import spans

NOBODY: frozenset[str] = frozenset()
UNKNOWN = PeopleSum(sum=None, known=0, of=1)


def line(identifier, *, month, status=ActivityStatus.HELD):
    return ActivityLine(
        activity=identifier,
        title=identifier,
        start=date(2024, month or 1, 1),
        end=date(2024, month or 12, 28),
        precision=Precision.MONTH if month else Precision.YEAR,
        year=2024,
        month=month,
        kind=None,
        status=status,
        project="",
        whole="",
        organisations=(),
        attendees=None,
    )


def timeline(*lines):
    held = sum(one.status is ActivityStatus.HELD for one in lines)
    counts = ParticipationCounts(held, len(lines) - held, 0, UNKNOWN, UNKNOWN, UNKNOWN)
    figures = ParticipationFigures(ALL_TIME, counts, by_year=(), by_month=(), undated=0)
    years = (YearOfActivity(2024, counts, offices=0, with_partners=0, offices_only=0),)
    return timeline_chart(ActivityReport(lines, figures, years, seasons=pd.DataFrame(), projects={}, kinds=()))


def turnover(year, **sets):
    empty = dict.fromkeys(("base", "new", "returned", "retained", "paused", "unseen", "open", "resigned"), NOBODY)
    return YearOfTurnover(year, **{**empty, **{key: frozenset(ids) for key, ids in sets.items()}})


def test_what_is_known_to_the_year_only_stands_in_no_month():
    (held,) = timeline(line("a", month=None), line("b", month=3)).figure.data
    assert list(zip(held.x, held.text, strict=True)) == [(3, "1"), (13, "1")]


def test_what_was_only_announced_is_never_added_to_what_took_place():
    chart = timeline(line("a", month=3), line("b", month=3, status=ActivityStatus.ANNOUNCED))
    assert [(trace.name, trace.text) for trace in chart.figure.data] == [
        ("stattgefunden", ("1",)),
        ("nur angekündigt", ("1",)),
    ]


def test_who_is_missing_lies_left_of_the_line_and_nobody_is_missing_from_a_year_that_runs():
    years = [
        turnover(2022, base="ab"),
        turnover(2023, retained="a", new="c", paused="b"),
        turnover(2024, retained="a", open="c"),
    ]
    over = turnover_chart(years, shown=2024, now=2026)
    assert {trace.name: list(trace.x) for trace in over.figure.data}["nicht dabei, noch offen"] == [0, 0, -1]
    running = turnover_chart(years, shown=2024, now=2024)
    assert "nicht dabei, noch offen" not in [trace.name for trace in running.figure.data]
    assert running.table.iloc[0].isna().sum() == 4


def test_a_first_year_of_four_has_numbers_and_no_share():
    rows = [(2022, 2022, 4, 4, 1.0, True), (2022, 2023, 4, 1, 0.25, True), (2023, 2023, 5, 5, 1.0, False)]
    frame = pd.DataFrame(rows, columns=["first_year", "year", "size", "active", "share", "base"])
    chart = cohorts_chart(frame, now=2026)
    assert sorted(word.text for word in chart.figure.layout.annotations) == ["1 v. 4", "100", "4 v. 4"]
    assert chart.table["Anteil"].isna().tolist() == [True, True, False]


def test_years_in_a_row_are_written_as_a_span():
    assert spans([2024, 2014, 2019, 2020, 2021]) == "2014, 2019–2021, 2024"
