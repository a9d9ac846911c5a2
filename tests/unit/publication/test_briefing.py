"""What the briefing says, and which rule lets it say so."""

import json
from dataclasses import replace

import pytest
from pydantic import ValidationError

from bkcore.publication.briefing import build
from bkcore.publication.document import Briefing, canonical, parse, says_the_same
from bkcore.publication.headline import headline
from bkcore.publication.inputs import YearInput
from bkcore.publication.plain_text import clean
from bkcore.wording import briefing_topics as topic_words
from tests.unit.publication import samples


def year(number: int, organisations: int, **fields: object) -> YearInput:
    values = {"activities": 5, "activities_with_ties": 4, "joint_activities": 2, "new": 1, "returned": 0, "retained": 1}
    return YearInput(year=number, organisations=organisations, **{**values, **fields})


@pytest.mark.parametrize("sample", [samples.full, samples.empty, samples.demo, samples.crowded])
def test_a_document_survives_its_own_json_byte_for_byte(sample) -> None:
    content = canonical(build(sample(), number=3))
    assert canonical(parse(content)) == content
    assert json.loads(content)["header"]["number"] == 3


def test_a_field_nobody_allowed_is_refused() -> None:
    plain = json.loads(canonical(build(samples.full())))
    plain["raters"] = ["a"]
    with pytest.raises(ValidationError):
        Briefing.model_validate(plain)


def test_documents_are_the_same_when_only_date_and_number_differ() -> None:
    one = build(samples.full(), number=1)
    later = build(replace(samples.full(), today=samples.TODAY.replace(day=23)), number=2)
    assert says_the_same(one, later)
    assert not says_the_same(one, build(replace(samples.full(), undated=11), number=2))


@pytest.mark.parametrize(
    ("years", "rule"),
    [
        ((), "nothing"),
        ((year(2024, 0),), "nothing"),
        ((year(2024, 5, base_year=True, new=None),), "first"),
        ((year(2022, 9), year(2024, 5)), "first"),
        ((year(2023, 9), year(2024, 12)), "more"),
        ((year(2023, 9), year(2024, 11)), "steady"),
        ((year(2023, 100), year(2024, 109)), "steady"),
        ((year(2023, 9), year(2024, 6)), "fewer"),
        ((year(2021, 4), year(2022, 5), year(2023, 9), year(2024, 10)), "record"),
        ((year(2021, 4), year(2022, 10), year(2023, 9), year(2024, 10)), "steady"),
        ((year(2023, 9), year(2024, 3, activities=2, announced=3)), "incomplete"),
    ],
)
def test_a_headline_stands_only_where_its_rule_holds(years: tuple[YearInput, ...], rule: str) -> None:
    assert headline(years).rule == rule


def test_growth_beside_better_records_is_said_with_a_caveat() -> None:
    grown = headline((year(2023, 9, activities=5), year(2024, 20, activities=9)))
    assert "mehr Aktivitäten erfasst" in grown.caveat
    assert headline((year(2023, 9, activities=9), year(2024, 20, activities=5))).caveat == ""


def test_sentences_are_german_also_with_one_and_with_none() -> None:
    said = headline((year(2024, 1, activities_with_ties=1, new=1, joint_activities=0, announced=1),))
    assert said.finding == "Für 2024 ist 1 aktive Organisation bekannt."
    assert said.lead == (
        "Eine Organisation hat 2024 an einer bekannten Aktivität mitgewirkt, eine davon zum ersten Mal. "
        "Keine der Aktivitäten trugen Organisationen aus zwei Bereichen gemeinsam."
    )
    assert said.caveat.startswith("Eine Aktivität aus 2024 ist nur angekündigt")


def test_six_figures_stand_beside_the_year_before() -> None:
    figures = build(samples.full()).key_figures
    assert [figure.key for figure in figures] == [
        "organisations",
        "new",
        "joint_activities",
        "sector_diversity",
        "top3_share",
        "organisations_per_activity",
    ]
    assert [figure.text for figure in figures] == ["27", "15", "7 von 11", "0,71", "45\u00a0%", "2"]
    assert figures[0].comparison == "2023: 9."
    assert figures[5].comparison == "Unverändert gegenüber 2023."


def test_a_figure_that_is_not_defined_is_a_dash_and_null_and_never_zero() -> None:
    base = replace(samples.full(), years=samples.YEARS[:1])
    figure = build(base).key_figures[1]
    assert (figure.value, figure.text) == (None, "–")


def test_the_running_year_is_compared_with_nothing_it_is_not_in_the_inputs() -> None:
    drawn = build(samples.full()).network
    assert drawn is not None
    assert [bar.year for bar in drawn.bars] == [2019, 2020, 2021, 2022, 2023, 2024]
    assert drawn.bars[0].base
    assert all(bar.new + bar.returned + bar.continuing == bar.total for bar in drawn.bars[1:])


def test_organisations_are_named_with_consent_only_and_texts_appear_released_only() -> None:
    content = canonical(build(samples.full()))
    assert "Förderverein Geheim" not in content
    assert "Träger: Zivilgesellschaft" in content
    assert "Träger: Stadt Bergkamen" in content
    assert "Stilles Projekt" not in content
    assert "Nicht freigegeben" not in content


def test_only_web_addresses_become_links() -> None:
    papers = build(samples.full()).papers
    assert [paper.url is not None for paper in papers] == [True, True, False]
    assert "javascript" not in canonical(build(samples.full()))


def test_papers_stand_newest_first_with_dates_as_exact_as_they_are_known() -> None:
    assert [paper.date for paper in build(samples.full()).papers] == ["8. Dezember 2022", "21. Februar 2019", "2019"]


def test_text_loses_what_breaks_files_or_turns_words_around() -> None:
    assert clean("a\x00b\x1b\u202ec\ud800\ufffe\td\r\ne") == "abc d\ne"
    assert clean(3) == 3


def test_the_widest_spread_is_claimed_only_when_it_is_one_factors_alone() -> None:
    figure = build(samples.full()).factors.figure
    assert figure is not None
    assert figure.finding.startswith("Bei „Augenhöhe")
    alike = tuple(replace(row, lower_quartile=3.0, upper_quartile=4.5, mean=3.5) for row in samples.factors())
    same = build(replace(samples.full(), factors=alike)).factors.figure
    assert same is not None
    assert same.finding == "So schätzen die Projekte ihre Arbeit selbst ein."


def test_without_a_closed_round_no_figure_of_a_factor_exists() -> None:
    section = build(replace(samples.full(), factor_round=None)).factors
    assert section.rows == ()
    assert section.figure is None


def test_departments_are_told_with_their_gaps_named_and_nothing_but_counts() -> None:
    found = build(samples.full()).anchoring
    assert found is not None
    assert found.finding == "2025 ist Integration in mindestens einem von drei Bereichen verankert."
    assert found.note == (
        "Ohne Projekt, Maßnahme und eigene Einschätzung: Schulamt. Nicht sicher bekannt ist es bei: Kulturamt. "
        "Bei einem Projekt ist kein Bereich aus der Liste eingetragen."
    )
    assert found.table.rows == (
        ("Jugendamt", "2", "1", "ja"),
        ("Schulamt", "fehlt", "fehlt", "fehlt"),
        ("Kulturamt", "?", "fehlt", "fehlt"),
    )
    assert found.trend.rows == (("2024", "3", "0", "3", "–"), ("2025", "3", "1", "1", "33\u00a0%"))
    assert build(samples.empty()).anchoring is None


def test_a_release_from_before_the_section_can_still_be_read() -> None:
    plain = json.loads(canonical(build(samples.full())))
    for section in ("anchoring", "comparison", "previous", "views", "measures", "funding", "lessons", "outlook"):
        del plain[section]
    old = Briefing.model_validate(plain)
    assert old.anchoring is None
    assert old.topics == ()


def test_change_and_views_stand_beside_each_factor_where_they_are_protected() -> None:
    briefing = build(samples.full())
    assert briefing.comparison is not None
    (table,) = briefing.comparison.tables
    rows = {row[0]: row[1:] for row in table.rows}
    first, withheld = briefing.factors.rows[0], briefing.factors.rows[5]
    small = next(row for row in briefing.factors.rows if row.key == "gemeinsam")
    assert rows[first.title] == ("3,7", "3,3", "+0,4", "4,0", "3,2", "3,6", "0,8")
    assert rows[withheld.title] == ("·", "2,0", "·", "·", "·", "·", "·")
    assert rows[small.title][-4:] == ("·",) * 4  # one small view hides all of this factor
    assert "Von sieben vergleichbaren Faktoren" in briefing.comparison.paragraphs[0]
    assert not {"gemeinsam", "partizipation"} & {view.factor for view in briefing.views}
    assert build(replace(samples.full(), previous=(), previous_round=None, views=())).comparison is None


def test_a_view_that_gains_few_raters_is_withheld_until_enough_lie_between() -> None:
    one = build(samples.full(), number=1)
    more = tuple(
        replace(view, mean=2.0, n_raters=view.n_raters + 1) if view.view == "leitung" else view
        for view in samples.full().views
    )
    assert {view.factor for view in one.views}
    assert build(replace(samples.full(), views=more), number=2, earlier=[one]).views == ()


def test_measures_are_told_as_counts_from_meeting_to_result() -> None:
    found = build(samples.full()).measures
    assert found is not None
    assert found.paragraphs[0] == (
        "Bisher wurden fünf Maßnahmen vereinbart. Davon sind zwei erledigt, zwei noch nicht abgeschlossen und eine "
        "verworfen. Bei einer ist der vereinbarte Termin verstrichen."
    )
    assert found.paragraphs[1] == (
        "Erfasst sind fünf Sitzungen der Steuerungsgruppe. Dabei ging es um 30 Themen; 70 Beschlüsse sind festgehalten."
    )
    states, factors, years = found.tables
    assert dict(states.rows) == {"offen": "1", "in Arbeit": "1", "erledigt": "2", "verworfen": "1"}
    assert factors.rows[-1] == ("ohne Gelingensfaktor", "4", "1")
    assert factors.rows[0][1:] == ("1", "1")
    assert years.rows == (
        ("2024", "–", "–", "–", "2", "1"),
        ("2025", "3", "17", "41", "1", "1"),
        ("2026", "2", "13", "29", "2", "0"),
    )
    assert build(samples.empty()).measures is None


def test_funding_is_named_beside_a_released_text_alone_and_every_end_counts() -> None:
    found = build(samples.full()).funding
    assert found is not None
    assert found.paragraphs[0] == (
        "Für zwei von drei Projekten ist eine Förderung eingetragen. Bei einem geförderten Projekt steht die Förderung "
        "nicht hier, weil ihr Text nicht freigegeben ist. Ein Projekt hat sein eingetragenes Ende im Jahr 2026. Ein "
        "Projekt hat sein eingetragenes Ende im Jahr 2027."
    )
    assert found.tables[0].rows == (("Tippi-Projekt", "Stiftung Mitte", "2026"),)
    assert "Stiller Topf" not in canonical(build(samples.full()))


def test_lessons_and_outlook_stand_only_where_there_is_something_to_say() -> None:
    whole = build(samples.full())
    assert whole.lessons is not None
    assert "am wenigsten weit bei" in whole.lessons.paragraphs[0]
    assert whole.outlook is not None
    assert whole.outlook.paragraphs[0].startswith("Die Selbsteinschätzung „Herbst 2026“ läuft bis 30. November 2026.")
    assert whole.outlook.paragraphs[0].endswith("Zwei Maßnahmen sind noch nicht abgeschlossen.")
    nothing = build(samples.empty())
    assert nothing.topics == ()


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((1, 0, 0, 0), "Bisher wurde eine Maßnahme vereinbart. Davon ist eine erledigt."),
        ((0, 3, 0, 1), "Davon sind drei noch nicht abgeschlossen. Bei einer ist der vereinbarte Termin verstrichen."),
        ((0, 0, 0, 0), "Noch ist keine Maßnahme erfasst."),
    ],
)
def test_sentences_about_measures_are_german_also_with_one_and_with_none(counts, said: str) -> None:
    done, left, dropped, overdue = counts
    words = topic_words.joined(topic_words.measures(done=done, left=left, dropped=dropped, overdue=overdue))
    assert words.endswith(said)


def test_a_day_that_passes_makes_no_new_document_of_the_topics() -> None:
    one = build(samples.full(), number=1)
    later = build(replace(samples.full(), today=samples.TODAY.replace(day=24)), number=2)
    assert one.topics == later.topics
