import math

from bkcore.publication.inputs import YearInput
from dashboard.charts.activity import participation_chart


def year(number, *, new=None, returned=None, retained=None, base=False, total=None, activities=3, announced=0):
    parts = (new or 0) + (returned or 0) + (retained or 0)
    return YearInput(
        year=number,
        organisations=parts if total is None else total,
        activities=activities,
        activities_with_ties=activities,
        joint_activities=0,
        announced=announced,
        new=new,
        returned=returned,
        left=0,
        retained=retained,
        base_year=base,
    )


YEARS = (
    year(2022, total=8, retained=0, base=True),
    year(2023, total=0, new=0, returned=0, retained=0, activities=0, announced=2),
    year(2024, new=4, returned=3, retained=0, announced=1),
)


def values(chart, name):
    return next(list(trace.x) for trace in chart.figure.data if trace.name == name)


def words(chart):
    return [annotation.text for annotation in chart.figure.layout.annotations]


def test_the_base_year_stands_apart_from_new_and_returned():
    chart = participation_chart(YEARS, shown=2024)
    assert values(chart, "Basisjahr") == [8, 0, 0]
    assert values(chart, "neu") == [0, 0, 4]
    assert values(chart, "wieder dabei") == [0, 0, 3]
    assert "auch im Vorjahr dabei" not in [trace.name for trace in chart.figure.data]


def test_the_parts_of_every_year_add_up_to_its_total():
    chart = participation_chart(YEARS, shown=2024)
    assert [sum(parts) for parts in zip(*(trace.x for trace in chart.figure.data), strict=True)] == [8, 0, 7]


def test_a_year_without_records_says_so_instead_of_zero():
    assert "nichts bekannt" in words(participation_chart(YEARS, shown=2024))


def test_announced_activities_stand_apart():
    chart = participation_chart(YEARS, shown=2024)
    assert "3 + 1" in words(chart)
    assert "0 + 2" in words(chart)
    assert chart.table["nur angekündigt"].tolist() == [1, 2, 0]


def test_the_finding_is_about_the_year_shown():
    assert participation_chart(YEARS, shown=2024).finding.startswith("2024 kamen vier Organisationen neu dazu")
    assert participation_chart(YEARS, shown=2022).finding.startswith("2022 ist das Basisjahr")


def test_the_year_shown_is_bold():
    ticks = participation_chart(YEARS, shown=2022).figure.layout.yaxis.ticktext
    assert ticks == ("<b>2022</b>", "2023", "2024")


def test_without_a_year_there_is_no_chart():
    assert participation_chart((), shown=2024) is None
    assert participation_chart((year(2024, total=0, new=0),), shown=2024) is None


def test_the_table_leaves_open_what_the_base_year_cannot_say():
    row = participation_chart(YEARS, shown=2024).table.iloc[-1]
    assert row["Jahr"] == "2022"
    assert row["aktiv"] == 8
    assert row.isna()["neu"]


def test_bars_begin_at_zero_and_words_are_large_enough():
    chart = participation_chart(YEARS, shown=2024)
    assert chart.figure.layout.xaxis.range[0] == 0
    assert all(annotation.font.size >= 13 for annotation in chart.figure.layout.annotations)
    assert all(not math.isnan(value) for trace in chart.figure.data for value in trace.x)
