import pytest

from dashboard.charts.profile import ProfileRow, own_profile_chart


def rows(*scores):
    return [ProfileRow(f"Faktor {number}", score, answered=4) for number, score in enumerate(scores, start=1)]


def test_the_ladder_has_a_step_and_no_sentence_compares_it_with_means():
    ladder = ProfileRow("Mitbestimmung", 1.0, answered=4, ladder=True)
    chart = own_profile_chart([*rows(2.5, 4.0), ladder])
    assert chart.finding == "Am weitesten sind Sie bei „Faktor 2“, am meisten Luft ist bei „Faktor 1“."
    assert "Mitbestimmung Stufe 1" in chart.description
    assert "<b>Stufe 1</b>" in {note.text for note in chart.figure.layout.annotations}
    assert "bei „Mitbestimmung“ Ihre mittlere Stufe" in chart.subtitle
    assert own_profile_chart([ladder]).finding == "Bei „Mitbestimmung“ liegen Sie auf Stufe 1."


def test_a_factor_without_a_score_is_in_the_table_but_not_in_the_picture():
    chart = own_profile_chart(rows(2.5, None, 4.0))
    assert list(chart.figure.data[0].x) == [2.5, 4.0]
    assert len(chart.table) == 3
    assert "Faktor 2" not in chart.description


@pytest.mark.parametrize(
    ("scores", "finding"),
    [
        ((2.5, 4.0), "Am weitesten sind Sie bei „Faktor 2“, am meisten Luft ist bei „Faktor 1“."),
        ((2.0, 2.0, 4.0), "Am weitesten sind Sie bei „Faktor 3“, am meisten Luft ist bei „Faktor 1“ und „Faktor 2“."),
        (
            (2.0, 2.0, 2.0, 4.0),
            "Am weitesten sind Sie bei „Faktor 4“, am meisten Luft ist bei drei Faktoren zugleich.",
        ),
        ((3.0, 3.0), "Alle gezeigten Faktoren liegen bei Ihnen gleichauf."),
        ((3.25,), "Bei „Faktor 1“ liegen Sie bei 3,2."),
    ],
)
def test_the_finding_claims_only_what_holds(scores, finding):
    assert own_profile_chart(rows(*scores)).finding == finding
