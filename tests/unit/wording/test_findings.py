import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkcore.vocabulary import Band
from bkcore.wording import briefing as words
from bkcore.wording import findings
from bkcore.wording.findings import ChangeFacts, FactorFacts

LEVELS = st.none() | st.floats(1, 5)
CHANGES = st.none() | st.tuples(st.floats(-4, 4), st.floats(0, 4), st.floats(0, 4)).map(
    lambda found: ChangeFacts(step=found[0], lower=found[0] - found[1], upper=found[0] + found[2])
)


@st.composite
def profiles(draw):
    rows = []
    for number in range(draw(st.integers(0, 8))):
        mean = draw(LEVELS)
        lower, upper = sorted((draw(st.floats(1, 5)), draw(st.floats(1, 5))))
        known = mean is not None and draw(st.booleans())
        rows.append(
            FactorFacts(
                title=f"Faktor {number}",
                mean=mean,
                lower=lower if known else None,
                upper=upper if known else None,
                previous=draw(LEVELS) if mean is not None else None,
                change=draw(CHANGES) if mean is not None else None,
                ladder=number == 5,
                band=None if mean is None else draw(st.sampled_from(Band)),
                projects=draw(st.integers(0, 20)),
            )
        )
    return rows


def moved(step, *, within=0.05):
    return ChangeFacts(step=step, lower=step - within, upper=step + within)


def factor(title="Augenhöhe", mean=3.0, **fields):
    return FactorFacts(**{"title": title, "mean": mean, "band": Band.DISCUSS, "projects": 8, **fields})


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (9, "Die Runde „Herbst“ läuft noch neun Tage."),
        (20, "Die Runde „Herbst“ läuft noch 20 Tage."),
        (1, "Die Runde „Herbst“ endet morgen."),
        (0, "Die Runde „Herbst“ endet heute."),
    ],
)
def test_the_open_round_says_how_long_it_runs(days, sentence):
    assert findings.round_running("Herbst", days=days) == sentence


@pytest.mark.parametrize(
    ("handed_in", "asked", "sentence"),
    [
        (0, 0, "Noch ist kein Projekt eingeladen."),
        (0, 1, "Das eingeladene Projekt hat noch nicht abgegeben."),
        (1, 1, "Das eingeladene Projekt hat abgegeben."),
        (0, 12, "Noch keines von zwölf Projekten hat abgegeben."),
        (1, 12, "Eines von zwölf Projekten hat abgegeben."),
        (11, 14, "Elf von 14 Projekten haben abgegeben."),
        (14, 14, "Alle 14 Projekte haben abgegeben."),
    ],
)
def test_the_open_round_says_who_has_handed_in(handed_in, asked, sentence):
    assert findings.round_progress(handed_in=handed_in, asked=asked) == sentence


def test_what_waits_is_said_only_when_something_waits():
    assert findings.waiting(0) == ""
    assert findings.waiting(1) == "Eine angekündigte Aktivität ist noch nicht bestätigt."
    assert findings.waiting(28) == "28 angekündigte Aktivitäten sind noch nicht bestätigt."


@pytest.mark.parametrize(
    ("organisations", "components", "alone", "sentence"),
    [
        (1, 1, 1, "2024 war nur eine Organisation aktiv."),
        (3, 3, 3, "2024 war jede Organisation für sich aktiv."),
        (4, 1, 0, "Alle vier Organisationen sind 2024 über gemeinsame Aktivitäten verbunden."),
        (3, 2, 1, "Zwei Organisationen sind 2024 über gemeinsame Aktivitäten verbunden, eine war für sich aktiv."),
        (5, 3, 2, "Drei Organisationen sind 2024 über gemeinsame Aktivitäten verbunden, zwei waren für sich aktiv."),
        (4, 2, 0, "Vier Organisationen bildeten 2024 zwei Gruppen ohne gemeinsame Aktivität untereinander."),
    ],
)
def test_the_network_says_how_it_hangs_together(organisations, components, alone, sentence):
    found = findings.connected(2024, organisations=organisations, components=components, alone=alone)
    assert found == sentence


def test_the_widest_spread_comes_first():
    rows = [
        factor("Augenhöhe", lower=2, upper=4),
        factor("b", 4.5, lower=4, upper=4.5),
        factor("c", 2, lower=2, upper=2.4),
    ]
    assert "„Augenhöhe“" in findings.factor_finding(rows)
    assert "auseinander" in findings.factor_finding(rows)


def test_a_spread_over_two_projects_is_not_spoken_of():
    rows = [factor(str(n), 3 + n / 10, lower=1, upper=5 - n / 10, projects=2) for n in range(4)]
    assert "auseinander" not in findings.factor_finding(rows)
    assert findings.talking_points(rows) == ()


def test_a_clear_fall_is_the_finding_when_nothing_is_spread_wide():
    rows = [factor("a", 3.0, change=moved(-0.6)), factor("b", 4.0, change=moved(0.1)), factor("c", 3.5)]
    assert findings.factor_finding(rows) == "„a“ wird vorsichtiger eingeschätzt als in der Runde davor."


def test_two_equal_highest_means_name_nobody():
    assert findings.factor_finding([factor("a", 4.0), factor("b", 4.0), factor("c", 3.0)]) == words.FACTORS_SHOWN


def test_bands_are_counted_in_words():
    rows = [factor("a", 4.2, band=Band.STRENGTH), factor("b"), factor("c"), factor("d", 2, band=Band.CONCERN)]
    assert findings.bands(rows) == "Ein Faktor ist eine Stärke, zwei sind Gesprächsstoff, einer macht Sorge."
    assert findings.bands([]) == words.FACTORS_WITHHELD


@given(profiles())
def test_no_sentence_names_a_factor_that_is_withheld(rows):
    said = " ".join([findings.factor_finding(rows), *findings.talking_points(rows)])
    assert [row.title for row in rows if row.mean is None and f"„{row.title}“" in said] == []


@given(profiles())
def test_a_rise_or_fall_is_claimed_only_where_the_interval_leaves_out_zero(rows):
    for sentence in [findings.factor_finding(rows), *findings.talking_points(rows)]:
        named = next((row for row in rows if f"„{row.title}“" in sentence), None)
        if "vorsichtiger" in sentence:
            assert named.change.upper < 0
            assert -named.change.step >= findings.CLEAR_STEP
        if "wird weiter" in sentence:
            assert named.change.lower > 0
            assert named.change.step >= findings.CLEAR_STEP


@given(profiles())
def test_that_nothing_surely_changed_is_said_only_when_it_was_looked_at_and_is_so(rows):
    changes = [row.change for row in rows if row.mean is not None and row.change is not None]
    said = findings.NO_SURE_CHANGE in findings.talking_points(rows)
    assert said == (bool(changes) and not any(change.sure for change in changes))


def test_a_rise_of_the_plain_means_is_no_rise_when_the_interval_holds_zero():
    rows = [factor("a", 4.0, previous=3.0, change=moved(0.4, within=0.5)), factor("b", 3.0), factor("c", 3.5)]
    said = [findings.factor_finding(rows), *findings.talking_points(rows)]
    assert not [sentence for sentence in said if "wird weiter" in sentence]
    assert findings.NO_SURE_CHANGE in said


def test_the_ladder_is_never_compared_with_means():
    rows = [factor("Leiter", 5.0, lower=1, upper=5, ladder=True), factor("a", 4.0), factor("b", 3.0), factor("c", 3.5)]
    said = " ".join([findings.factor_finding(rows), *findings.talking_points(rows)])
    assert "Leiter" not in said
    assert "„a“" in said


@given(profiles())
def test_the_finding_is_one_true_sentence_and_no_talking_point_repeats_it(rows):
    finding = findings.factor_finding(rows)
    assert finding.endswith(".")
    assert finding not in findings.talking_points(rows)
    if "am weitesten auseinander" in finding:
        spreads = {row.title: row.spread for row in rows if row.mean is not None and row.spread is not None}
        widest = max(spreads, key=spreads.__getitem__)
        assert f"„{widest}“" in finding
        assert spreads[widest] >= findings.WIDE


@given(profiles())
def test_the_bands_add_up_to_the_factors_that_are_shown(rows):
    shown = [row for row in rows if row.mean is not None]
    assert (findings.bands(rows) == words.FACTORS_WITHHELD) is (not shown)


@given(st.integers(0, 40), st.integers(0, 40))
def test_no_project_too_many_has_handed_in(handed_in, asked):
    sentence = findings.round_progress(handed_in=min(handed_in, asked), asked=asked)
    assert ("Alle" in sentence) is (asked > 1 and handed_in >= asked)
