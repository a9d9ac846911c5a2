"""The network of a year: the claim in front, the six public figures, their course, the people counted."""

from collections.abc import Sequence
from dataclasses import replace

from bkcore.publication import headline as headlines
from bkcore.publication.disclosure import SafeAttendance, SafeYear
from bkcore.publication.document import Headline
from bkcore.publication.inputs import YearInput
from bkcore.publication.key_figures import key_figures, texts_of
from bkcore.publication.network_section import attendance, network_figure
from bkcore.publication.parts import KeyFigure, Table
from bkcore.publication.report import key_table
from bkcore.publication.yearly.chapter import Chapter, Fact, paragraphs
from bkcore.publication.yearly.inputs import TREND_YEARS, ReportInputs
from bkcore.wording import briefing as briefing_words
from bkcore.wording import year_report as words
from bkcore.wording import year_report_sentences as sentences
from bkcore.wording.numbers import UNDEFINED, date_de, percent, whole

_UNFINISHED = frozenset({"running", "incomplete"})
"""Claims about a year that is not known well enough to be compared."""


def year_of(inputs: ReportInputs) -> YearInput:
    """Return the year of the report; one nothing is recorded of has no activity and no organisation."""
    if inputs.years and inputs.years[-1].year == inputs.year:
        return inputs.years[-1]
    return YearInput(year=inputs.year, organisations=0, activities=0, activities_with_ties=0)


def headline(inputs: ReportInputs) -> Headline:
    """Return the claim in front; about a year that runs or of which nothing is known, nothing is claimed."""
    now = year_of(inputs)
    if inputs.running:
        known = sentences.so_far(organisations=now.organisations, activities=now.activities_with_ties)
        lead = known if now.organisations else sentences.activities_of(now.year, now.activities, now.announced)
        return Headline(
            rule="running", finding=sentences.running(now.year, date_de(inputs.today)), lead=lead, caveat=""
        )
    if not now.organisations:
        return Headline(rule="nothing", finding=_nothing(now), lead="", caveat="")
    return headlines.headline(inputs.years)


def figures(inputs: ReportInputs) -> tuple[KeyFigure, ...]:
    """Return the six public figures of the year; a running year is compared with nothing."""
    now = year_of(inputs)
    if not now.organisations:
        return ()
    if not inputs.running:
        return key_figures(inputs.years)
    found = key_figures((replace(now, left=None),))
    return tuple(figure.model_copy(update={"comparison": words.RUNNING}) for figure in found)


def chapter(inputs: ReportInputs, safe: SafeAttendance) -> Chapter:
    """Return the chapter of the network.

    Args:
        inputs: What is known of the years; organisations and activities need no protection.
        safe: The people counted, protected.
    """
    now, claim, found = year_of(inputs), headline(inputs), figures(inputs)
    people = next((row for row in safe.rows if row.year == now.year), None)
    facts = [(cell.label, cell.text) for figure in found for cell in (figure, *figure.details)]
    return Chapter(
        key="network",
        text=paragraphs(
            (claim.finding, claim.lead, claim.caveat),
            () if claim.rule in _UNFINISHED else (_change(inputs.years, now), _load(inputs.years, now)),
            (_people(people),),
        ),
        facts=(
            *facts,
            *(() if found else ((words.ACTIVITIES_LABEL, whole(now.activities)),)),
            (words.ANNOUNCED_LABEL, whole(now.announced)),
            *_people_facts(people),
        ),
        figure=network_figure(inputs.years) if now.organisations and not inputs.running else None,
        tables=tuple(
            table
            for table in (key_table(found) if found else None, _trend(inputs, now), _counted(safe))
            if table is not None
        ),
    )


def _nothing(now: YearInput) -> str:
    if now.activities:
        return sentences.without_organisations(now.year, now.activities)
    return sentences.announced_only(now.year, now.announced) if now.announced else sentences.nothing_recorded(now.year)


def _before(years: Sequence[YearInput], now: YearInput) -> YearInput | None:
    return next((year for year in years if year.year == now.year - 1 and year.organisations), None)


def _change(years: Sequence[YearInput], now: YearInput) -> str:
    if _before(years, now) is None or now.returned is None or now.left is None or not now.organisations:
        return ""
    return sentences.came_and_went(year=now.year, returned=now.returned, left=now.left)


def _load(years: Sequence[YearInput], now: YearInput) -> str:
    if now.top3_share is None or not now.organisations:
        return ""
    before = _before(years, now)
    share = percent(before.top3_share) if before and before.top3_share is not None else ""
    return sentences.load(share=percent(now.top3_share), before=share, year=now.year - 1)


def _people(row: SafeYear | None) -> str:
    if row is None or not row.activities:
        return ""
    people = "" if row.people is None else whole(row.people)
    return sentences.people(year=row.year, counted=row.counted, activities=row.activities, people=people)


def _people_facts(row: SafeYear | None) -> tuple[Fact, ...]:
    if row is None or not row.activities:
        return ()
    return (
        (words.COUNTED_LABEL, whole(row.counted)),
        (words.PEOPLE_LABEL, words.WITHHELD if row.withheld else whole(row.people)),
    )


def _trend(inputs: ReportInputs, now: YearInput) -> Table | None:
    """Return the figures of the last years side by side, so that one sees the course and not only one step."""
    years = inputs.years[-TREND_YEARS:]
    if not now.organisations:
        return None
    columns = [texts_of(year) for year in years]
    rows = [(label, *(texts[label] for texts in columns)) for label in columns[-1]]
    activities = [whole(year.activities) if year.activities else UNDEFINED for year in years]
    heads = [words.so_far(year.year) if inputs.running and year is now else str(year.year) for year in years]
    return Table(
        caption=words.CAPTION_KEY_FIGURES,
        columns=(words.COLUMN_FIGURE, *heads),
        rows=(*rows, (briefing_words.LABEL_ACTIVITIES, *activities)),
    )


def _counted(safe: SafeAttendance) -> Table | None:
    found = attendance(safe)
    return found.table if found is not None and any(row.counted for row in safe.rows) else None
