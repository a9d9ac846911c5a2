"""What stands around the figures: mandate, lessons, outlook, method, data protection, the line to KIM."""

from bkcore.publication import factor_comparison
from bkcore.publication.document import Factors
from bkcore.publication.inputs import PaperInput
from bkcore.publication.yearly.chapter import Chapter, paragraphs
from bkcore.publication.yearly.document import Entry
from bkcore.publication.yearly.inputs import ReportInputs
from bkcore.publication.yearly.work_chapters import ends_in
from bkcore.wording import year_report as words
from bkcore.wording import year_report_sentences as sentences
from bkcore.wording.numbers import date_de, whole


def mandate(inputs: ReportInputs) -> Chapter:
    """Return the mandate, and what the bodies dealt with in the year."""
    earlier = words.BEFORE_MANDATE if inputs.year < words.MANDATE_YEAR else ""
    return Chapter(
        key="mandate",
        text=paragraphs((words.MANDATE_TEXT, earlier), (sentences.papers_in_year(inputs.year, len(inputs.papers)),)),
        facts=((words.PAPERS_LABEL, whole(len(inputs.papers))),),
        entries=tuple(_paper(paper) for paper in sorted(inputs.papers, key=lambda one: (one.held_on, one.subject))),
    )


def lessons(found: Factors) -> Chapter:
    """Return what the self-assessment suggests to talk about; nothing when it shows too little."""
    text = factor_comparison.lesson(found)
    return Chapter(key="lessons", text=text, facts=((words.ROUND_LABEL, found.round_title),) if text else ())


def outlook(inputs: ReportInputs) -> Chapter:
    """Return what is recorded of the time after the year; nothing when there is nothing."""
    following, day = ends_in(inputs, inputs.year + 1), date_de(inputs.today)
    left = sum(one.open for one in inputs.measures)
    turn = inputs.ahead
    facts = [(words.NEXT_LABEL, whole(following))] if following else []
    facts += [(words.ROUND_LABEL, turn.title)] if turn else []
    facts += [(words.OPEN_LABEL, whole(left))] if left else []
    return Chapter(
        key="outlook",
        text=paragraphs(
            (
                sentences.round_ahead(turn.title, date_de(turn.closes_on), is_open=turn.is_open) if turn else "",
                sentences.will_end(inputs.year + 1, following) if following else "",
                sentences.measures_ahead(left, day) if left else "",
            ),
        ),
        facts=tuple(facts),
    )


def method(inputs: ReportInputs) -> Chapter:
    """Return where the figures come from."""
    left_out = sentences.undated(inputs.undated) if inputs.undated else ""
    return Chapter(
        key="method",
        text=paragraphs(
            words.METHOD_TEXTS, (left_out,), (words.METHOD_FACTORS if inputs.factor_round is not None else "",)
        ),
    )


def data_protection() -> Chapter:
    """Return what is protected."""
    return Chapter(key="data_protection", text=paragraphs(words.DATA_PROTECTION_TEXTS))


def boundary() -> Chapter:
    """Return the line that separates the network from KIM."""
    return Chapter(key="boundary", text=words.BOUNDARY_TEXT)


def _paper(paper: PaperInput) -> Entry:
    parts = (
        f"{paper.kind} {paper.reference}" if paper.reference else paper.kind,
        paper.body,
        date_de(paper.held_on, precision=paper.precision),
    )
    return Entry(title=paper.subject, note=" · ".join(parts), text="", url=paper.url)
