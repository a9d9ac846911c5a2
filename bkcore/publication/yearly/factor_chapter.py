"""The success factors of a year: spread, n, change against the round before, views where they are protected."""

from collections.abc import Sequence

from bkcore.publication import factor_comparison as comparison
from bkcore.publication.document import Factors, ViewRow
from bkcore.publication.factor_section import factor_section
from bkcore.publication.yearly.chapter import Chapter, Fact, paragraphs
from bkcore.publication.yearly.inputs import ReportInputs
from bkcore.publication.yearly.protection import SafeReport
from bkcore.vocabulary import View
from bkcore.wording import year_report as words
from bkcore.wording import year_report_sentences as sentences
from bkcore.wording.labels import label
from bkcore.wording.numbers import UNDEFINED, WITHHELD, date_de, decimal


def factors(inputs: ReportInputs, safe: SafeReport) -> Factors:
    """Return the factors of the year's round; without one they say so."""
    found = factor_section(safe.factors, turn=inputs.factor_round)
    return found if inputs.factor_round else found.model_copy(update={"note": sentences.no_round(inputs.year)})


def chapter(inputs: ReportInputs, safe: SafeReport) -> Chapter:
    """Return the chapter of the factors, from protected figures alone."""
    turn, found = inputs.factor_round, factors(inputs, safe)
    if turn is None or found.figure is None:
        return Chapter(key="factors", text=found.note, facts=((words.ROUND_LABEL, UNDEFINED),))
    before = comparison.previous(safe.previous, turn=inputs.previous_round)
    shown_views = comparison.view_rows(safe.views)
    return Chapter(
        key="factors",
        text=paragraphs(
            (sentences.round_of(turn.title, date_de(turn.closes_on), found.figure.finding),),
            comparison.sentences(found, before, shown_views),
        ),
        facts=(
            (words.ROUND_LABEL, turn.title),
            *((row.title, WITHHELD if row.withheld else f"{row.mean_text} ({row.n_text})") for row in found.rows),
            *_view_facts(found, shown_views),
        ),
        figure=found.figure,
        tables=comparison.tables(found, before, shown_views),
    )


def _view_facts(found: Factors, shown: Sequence[ViewRow]) -> tuple[Fact, ...]:
    titles = {row.key: row.title for row in found.rows}
    return tuple((f"{titles[one.factor]}, {label(View(one.view))}", decimal(one.mean)) for one in shown)
