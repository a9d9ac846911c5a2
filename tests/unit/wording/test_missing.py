"""The finding about missing perspectives is true and whole in every case."""

import pytest

from bkcore.reports.perspective_facts import CoverageCell, DeclaredPerspective
from bkcore.vocabulary import CoverageState, Trait
from dashboard.texts import missing as texts

M, C, U, Q = CoverageState.MISSING, CoverageState.COVERED, CoverageState.UNCERTAIN, CoverageState.QUIET


def perspective(title, *states, trait=Trait.SECTOR):
    cells = tuple(
        CoverageCell(
            2024 - len(states) + 1 + number, found=int(state is C), known=1, of=int(state is not Q) * 2, state=state
        )
        for number, state in enumerate(states)
    )
    return DeclaredPerspective(title, trait, title, "", False, "", None, "", 1, cells, ())


@pytest.mark.parametrize(
    ("states", "running", "finding"),
    [
        ([M], False, "2024 fehlt die gesuchte Perspektive."),
        ([C], True, "2024 ist bis jetzt die gesuchte Perspektive vertreten."),
        ([U], False, "2024 fehlt nachweislich niemand; bei der gesuchten Perspektive wissen wir es nicht."),
        ([M, C], False, "2024 fehlt eine von zwei Perspektiven."),
        ([M, M, U], True, "2024 fehlen bis jetzt zwei von drei Perspektiven."),
        ([U, C], False, "2024 fehlt nachweislich niemand; bei einer von zwei Perspektiven wissen wir es nicht."),
        ([C, C], False, "2024 sind alle zwei Perspektiven vertreten."),
    ],
)
def test_the_finding_counts_missing_before_unknown(states, running, finding):
    found = [perspective(f"P{number}", state) for number, state in enumerate(states)]
    assert texts.head(found, year=2024, running=running)[0] == finding


def test_the_names_follow_and_what_is_not_known_stands_apart():
    found = [perspective("Heil", U), perspective("Wirtschaft", M), perspective("Schulen", C)]
    lead = texts.head(found, year=2024, running=False)[1]
    assert lead == "Es fehlt: Wirtschaft. Nicht sicher bekannt ist es bei: Heil."


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ([(C, C)], "2023 bis 2024: Immer vertreten war P0, mindestens einmal vertreten war jede."),
        ([(M, C)], "2023 bis 2024: Keine Perspektive war immer vertreten, jede aber mindestens einmal."),
        ([(M, U), (Q, C)], "2023 bis 2024: Immer vertreten war P1, nie belegt war P0."),
        ([(M, M)] * 4, "2023 bis 2024: Immer vertreten war keine, nie belegt waren vier Perspektiven."),
    ],
)
def test_the_years_are_summed_up_without_the_quiet_ones(rows, finding):
    found = [perspective(f"P{number}", *states) for number, states in enumerate(rows)]
    assert texts.chart_finding(found, [2023, 2024]) == finding
