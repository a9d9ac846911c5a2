import pandas as pd
import pytest

from bkcore import catalogue
from bkcore.reports.factor_facts import facts_of
from bkcore.reports.factors import withhold
from bkcore.vocabulary import Band, View
from dashboard.charts.factors import factor_profile_chart

FACTORS = catalogue.load().factors
VIEWS = pd.DataFrame({"factor_id": [], "view": [], "mean": [], "n_raters": [], "n_projects": []})


def profile(**rows):
    """Return a profile in which the named factors differ from 3.2."""
    keys = [factor.id for factor in FACTORS]
    frame = pd.DataFrame(
        {
            "mean": 3.2,
            "q1": 3.0,
            "q3": 3.5,
            "n_raters": 9,
            "n_projects": 5,
            "band": "discuss",
            "agreement": float("nan"),
            "opt_out_share": 0.1,
            "previous_mean": float("nan"),
        },
        index=pd.Index(keys, name="factor_id"),
    )
    for key, values in rows.items():
        for column, value in values.items():
            frame.loc[key, column] = value
    return withhold(frame, minimum=3)


def facts(views=VIEWS, **rows):
    return facts_of(profile(**rows), views, factors=FACTORS)


def chart(**rows):
    return factor_profile_chart(facts(**rows), round_title="Herbst", previous="Frühjahr")


def dots(drawn):
    return drawn.figure.data[-1]


def test_every_factor_has_a_row_in_the_order_of_the_council():
    drawn = chart()
    assert list(dots(drawn).y) == [8, 7, 6, 5, 4, 3, 2, 1]
    assert drawn.table["Gelingensfaktor"].tolist() == [factor.short_title for factor in FACTORS]


def test_a_withheld_row_has_no_dot_and_says_why():
    drawn = chart(augenhoehe={"n_raters": 2, "mean": 1.0})
    assert 1.0 not in dots(drawn).x
    assert len(dots(drawn).x) == 7
    assert "· zu wenige Rückmeldungen" in [note.text for note in drawn.figure.layout.annotations]
    assert "„·“ heißt: weniger als drei Einschätzende." in drawn.subtitle
    assert drawn.table.set_index("Gelingensfaktor").loc["Augenhöhe"].eq("·").all()


def test_nothing_withheld_needs_no_legend():
    assert "„·“" not in chart().subtitle


def test_two_projects_have_no_middle_half():
    drawn = chart(augenhoehe={"n_projects": 2})
    assert sum(trace.mode == "lines" for trace in drawn.figure.data) == 7


def test_the_round_before_is_a_ring_and_named():
    drawn = chart(augenhoehe={"previous_mean": 2.5})
    assert list(drawn.figure.data[-2].x) == [2.5]
    assert "Ring: Runde „Frühjahr“" in drawn.subtitle
    assert "Ring" not in chart().subtitle


def test_the_drawn_values_are_those_of_the_report():
    drawn = chart(augenhoehe={"mean": 3.97, "q1": 2.1, "q3": 4.4})
    row = drawn.table.set_index("Gelingensfaktor").loc["Augenhöhe"]
    assert row["Mittelwert"] == 3.97
    assert row["Mitte bis"] == 4.4
    assert (2.1, 4.4) in [tuple(trace.x) for trace in drawn.figure.data]


def test_a_mean_just_below_four_is_not_written_as_four():
    hover = dots(chart(augenhoehe={"mean": 3.97})).hovertext[4]
    assert "3,97" in hover


def test_the_scale_is_fixed_and_words_are_large_enough():
    drawn = chart(augenhoehe={"mean": 1.0})
    assert drawn.figure.layout.xaxis.range == chart().figure.layout.xaxis.range
    assert all(note.font.size >= 13 for note in drawn.figure.layout.annotations)


def test_the_finding_counts_the_bands():
    found = chart(augenhoehe={"mean": 4.2, "band": "strength"}, partizipation={"mean": 2.0, "band": "concern"})
    assert found.finding == "Ein Faktor ist eine Stärke, sechs sind Gesprächsstoff, einer macht Sorge."


def test_views_of_a_withheld_factor_are_not_handed_on():
    views = pd.DataFrame(
        {"factor_id": ["augenhoehe"], "view": ["leitung"], "mean": [3.0], "n_raters": [4], "n_projects": [4]}
    )
    shown = next(fact for fact in facts(views) if fact.key == "augenhoehe")
    assert [view.view for view in shown.views] == [View.LEAD]
    hidden = next(fact for fact in facts(views, augenhoehe={"n_raters": 2}) if fact.key == "augenhoehe")
    assert hidden.views == ()
    assert hidden.mean is None
    assert hidden.band is None


@pytest.mark.parametrize("band", Band)
def test_every_band_is_named_on_the_scale(band):
    from dashboard.texts.factors import BANDS

    assert BANDS[band] in [note.text for note in chart().figure.layout.annotations]


def test_projects_on_one_step_of_the_ladder_stand_side_by_side_and_stay_in_their_row():
    drawn = factor_profile_chart(
        facts(), round_title="Herbst", previous="", scores={"partizipation": (2.0,) * 12, "augenhoehe": (3.0,) * 3}
    )
    row = 8 - [factor.id for factor in FACTORS].index("partizipation")
    strip = drawn.figure.data[-3]
    own = [(x, y) for x, y in zip(strip.x, strip.y, strict=True) if row - 1 < y < row]
    assert len(own) == 12
    assert sum(x for x, _ in own) / 12 == pytest.approx(2.0)
    assert max(abs(x - 2.0) for x, _ in own) < 0.5
    assert min(y for _, y in own) > row - 0.4
    assert sum(x == 3.0 for x in strip.x) == 3


def test_the_ladder_is_described_as_a_step_and_draws_attention_to_no_width():
    found = facts(partizipation={"mean": 2.0, "q1": 1.0, "q3": 4.0})
    drawn = factor_profile_chart(found, round_title="Herbst", previous="")
    assert "Mitbestimmung Stufe 2" in drawn.description
    assert "bei „Mitbestimmung“ mittlere Stufe" in drawn.subtitle
    colours = {trace.line.color for trace in drawn.figure.data if trace.mode == "lines"}
    assert len(colours) == 1
