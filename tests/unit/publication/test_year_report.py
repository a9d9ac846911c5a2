"""What a yearly report says: protection, moved figures, corrections, what is left out."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkcore.publication.briefing import build as build_briefing
from bkcore.publication.disclosure import NOTHING_SHOWN
from bkcore.publication.memory import remember
from bkcore.publication.parts import WITHHELD
from bkcore.publication.yearly.check import Mend, check, stale
from bkcore.publication.yearly.content import build
from bkcore.publication.yearly.corrections import compare
from bkcore.publication.yearly.document import canonical, parse
from bkcore.publication.yearly.drafts import WrittenText
from bkcore.publication.yearly.gather import ran_in
from bkcore.publication.yearly.inputs import ReportInputs
from bkcore.publication.yearly.protection import protect
from bkcore.vocabulary import PaperKind
from bkcore.wording.year_report import TITLES
from tests.unit.publication import samples
from tests.unit.publication.samples import TODAY
from tests.unit.publication.year_reports import YEAR, content, full, report, views, written


def test_a_report_can_be_read_back_from_its_one_spelling() -> None:
    assert parse(canonical(report())) == report()


def test_the_chapters_stand_in_the_order_of_their_titles() -> None:
    assert [chapter.key for chapter in content().chapters] == list(TITLES)
    assert [section.key for section in report().sections] == [key for key in TITLES if content().chapter(key).text]


def test_chapters_without_anything_to_say_are_left_out_by_the_rule_and_the_others_say_so() -> None:
    empty = report(ReportInputs(year=2016, today=TODAY), written())
    assert {section.key for section in empty.sections} == set(TITLES) - {"lessons", "outlook"}
    assert all(section.paragraphs for section in empty.sections)
    own = report(ReportInputs(year=2016, today=TODAY), written(texts={"lessons": WrittenText("Zuhören hilft.", {})}))
    assert next(section for section in own.sections if section.key == "lessons").paragraphs == ("Zuhören hilft.",)


def test_only_a_resolution_has_a_proposal() -> None:
    assert "zur Kenntnis" in report().resolution
    assert report(draft=written(PaperKind.NOTICE)).resolution == ""


def test_text_of_an_unreleased_project_is_nowhere() -> None:
    found = canonical(report())
    assert "Nicht freigegeben." not in found
    assert "Stilles Projekt" not in found
    assert "Förderverein Geheim" not in found


@given(leads=st.integers(0, 14), team=st.integers(0, 14), partners=st.integers(0, 14))
def test_a_hidden_view_hides_the_others_it_could_be_computed_from(leads: int, team: int, partners: int) -> None:
    key = samples.factors()[0].key
    inputs = replace(full(), views=views(key, leads=leads, team=team, partners=partners))
    shown = {view.view for view in protect(inputs, memory=NOTHING_SHOWN).views}
    enough = [count >= 5 for count in (leads, team, partners) if count]
    assert bool(shown) is (bool(enough) and all(enough))


def test_a_report_and_a_release_guard_each_other_against_comparison() -> None:
    """One more rater between a report and a release would be told by their difference."""
    inputs = replace(samples.full(), factor_round=replace(full().factor_round))
    more = samples.factors(n_raters=32)
    later = build_briefing(replace(inputs, factors=more), earlier=[report()])
    assert all(row.withheld for row in later.factors.rows)
    again = build(replace(full(), factors=more), earlier=[build_briefing(inputs)])
    assert all(row.withheld for row in again.factors.rows)
    assert all(row.withheld for row in build(replace(full(), factors=more), earlier=[report()]).factors.rows)


def test_views_and_the_round_before_are_remembered_too() -> None:
    memory = remember([report()])
    assert ("herbst-2023", samples.factors()[0].key) in memory.factors
    assert ("herbst-2024", samples.factors()[0].key, "team") in memory.views
    moved = replace(full(), views=tuple(replace(view, n_raters=view.n_raters + 1) for view in full().views))
    assert not build(moved, earlier=[report()]).views


def test_a_withheld_factor_shows_in_no_sentence_table_or_fact() -> None:
    hidden = samples.factors()[5].title
    found = content()
    assert next(row for row in found.factors.rows if row.title == hidden).withheld
    assert found.chapter("factors").basis[hidden] == "·"
    for secret in (1.0, 4.9):
        rows = tuple(replace(row, mean=secret) if row.title == hidden else row for row in full().factors)
        assert build(replace(full(), factors=rows)) == found


def test_people_counted_too_few_are_not_told() -> None:
    years = (*samples.YEARS[:-1], replace(samples.YEARS[-1], attendance=3, attendance_known=2))
    found = build(replace(full(), years=years))
    assert "bleibt zum Schutz der Menschen ungenannt" in found.chapter("network").text
    assert found.attendance is not None
    assert found.attendance.rows[-1].people == WITHHELD
    twin = build(replace(full(), years=(*years[:-1], replace(years[-1], attendance=4))))
    assert twin == found


def test_a_running_year_claims_and_compares_nothing() -> None:
    years = tuple(replace(year, year=year.year + 2) for year in samples.YEARS)
    found = build(replace(full(), year=2026, years=years))
    assert found.headline.rule == "running"
    assert "läuft noch" in found.chapter("network").text
    assert "als im Jahr davor" not in found.chapter("network").text
    assert found.chapter("network").figure is None
    assert {figure.comparison for figure in found.key_figures} == {
        "Das Jahr läuft noch, deshalb gibt es keinen Vergleich."
    }


def test_moved_figures_are_named_with_both_values() -> None:
    basis = {**content().chapter("network").basis, "aktive Organisationen": "26"}
    draft = written(texts={"network": WrittenText("Ein gutes Jahr.", basis)})
    assert stale(content(), draft) == {"network": (("aktive Organisationen", "26", "27"),)}
    (moved,) = [found for found in check(report(), content(), draft).findings if found.code == "figures_moved"]
    assert (moved.mend, moved.section) == (Mend.TEXTS, "network")


def test_the_check_names_everything_worth_a_look() -> None:
    draft = written(reference="", stations=(), texts={"mandate": WrittenText("Fragen Sie Frau Meier. 中", {})})
    codes = {found.code for found in check(report(draft=draft), content(), draft).findings}
    assert codes == {
        "reference_missing", "stations_missing", "figures_moved", "looks_personal", "letters_missing", "unread",
        "unconfirmed", "texts_unreleased", "measures_open", "withheld",
    }  # fmt: skip
    ready = written(PaperKind.NOTICE, texts={one.key: WrittenText(one.text, one.basis) for one in content().chapters})
    codes = {found.code for found in check(report(draft=ready), content(), ready).findings}
    assert {"day_missing", "decision_unasked"} <= codes
    assert not codes & {"unread", "figures_moved", "reference_missing"}


def test_a_correction_names_what_moved_and_nothing_else() -> None:
    years = (*samples.YEARS[:-1], replace(samples.YEARS[-1], organisations=28, new=16))
    later = report(replace(full(), years=years), written(reference="12/9999"))
    found = {one.label: (one.before, one.after) for one in compare(report(), later)}
    assert found["Drucksache"] == ("12/1234", "12/9999")
    assert found["aktive Organisationen: Wert"] == ("27", "28")
    assert found["Text zu „Das Netzwerk in Zahlen“"] == ("bisheriger Text", "neuer Text")
    assert not any("Datenschutz" in label for label in found)
    assert compare(report(), report()) == ()


@pytest.mark.parametrize(
    ("begins", "ends", "year", "expected"),
    [
        ("2019-02", "2022", 2020, True),
        ("2019", None, 2019, True),
        ("2019", None, 2020, False),
        (None, "2020-02-15", 2020, True),
        (None, "2020-02-15", 2019, False),
        (None, None, 2020, False),
    ],
)
def test_a_project_counts_only_for_years_it_is_proven_for(begins, ends, year: int, expected: bool) -> None:
    assert ran_in(begins, ends, year=year) is expected


def test_the_report_is_about_its_year() -> None:
    assert report().cover.title == f"Sachstandsbericht {YEAR}"
