"""The point of the factors: the profile, where views differ, where it falls."""

from collections.abc import Iterator, Sequence

from bkcore.instrument import LADDER
from bkcore.publication.disclosure import SafeFactor, rounded
from bkcore.publication.document import Factors
from bkcore.publication.factor_section import factor_section
from bkcore.publication.gather import round_input
from bkcore.publication.gather_factors import factor_input
from bkcore.publication.meeting.document import Line, Listing, Point
from bkcore.publication.meeting.gather import MeetingInputs
from bkcore.reports.factor_facts import facts_of
from bkcore.reports.factor_results import FactorResults
from bkcore.reports.factors import FactorsReport
from bkcore.vocabulary import AgendaKind
from bkcore.wording import meeting as words
from bkcore.wording.findings import CLEAR_STEP, FactorFacts, factor_finding, talking_points
from bkcore.wording.labels import label
from bkcore.wording.numbers import decimal, join_words, signed
from bkcore.wording.project_result import TOLD_GAP, TOLD_GAPS


def factor_point(inputs: MeetingInputs) -> Point:
    """Return what the group sees of the factors: a release's own figures, or the house's at the internal threshold."""
    section = shown_factors(inputs)
    if section.figure is None:
        return Point(kind=AgendaKind.FACTORS, finding=words.NO_ROUND, paragraphs=(section.note,))
    if inputs.release is not None:
        return Point(
            kind=AgendaKind.FACTORS,
            finding=section.figure.finding,
            figure=section.figure,
            short_titles=tuple(row.short_title for row in section.rows),
        )
    facts = factor_facts(inputs.factors)
    return Point(
        kind=AgendaKind.FACTORS,
        finding=factor_finding(facts),
        paragraphs=talking_points(facts),
        figure=section.figure,
        short_titles=tuple(row.short_title for row in section.rows),
        listings=(
            Listing(title=words.VIEWS_DIFFER, lines=tuple(_gaps(facts)), empty=words.VIEWS_AGREE),
            Listing(title=words.FALLS, lines=tuple(_falls(facts)), empty=_steady(facts)),
        ),
    )


def shown_factors(inputs: MeetingInputs) -> Factors:
    """Return the factors as this meeting shows them; without figures when no round is closed."""
    if inputs.release is not None:
        return inputs.release.factors
    report = inputs.factors.report
    if report.round is None:
        return factor_section((), turn=None)
    return factor_section(_safe(report), turn=round_input(report.round))


def factor_facts(results: FactorResults) -> tuple[FactorFacts, ...]:
    """Return the facts behind the sentences, as the page of the factors has them."""
    report = results.report
    return facts_of(report.profile, report.views, factors=report.factors, changes=results.change_facts)


def _safe(report: FactorsReport) -> list[SafeFactor]:
    rows = [(factor, factor_input(factor, report.profile)) for factor in report.factors]
    return [
        SafeFactor(
            key=factor.id,
            title=factor.title,
            short_title=factor.short_title,
            shown=None if row.mean is None else rounded(row),
        )
        for factor, row in rows
    ]


def _gaps(facts: Sequence[FactorFacts]) -> Iterator[Line]:
    """Yield the factors whose views lie apart, the widest first; the ladder has no distances."""
    apart = []
    for fact in facts:
        if fact.key == LADDER or len(fact.views) < 2:  # noqa: PLR2004 - a gap needs two
            continue
        ordered = sorted(fact.views, key=lambda view: (view.mean, view.view.value))
        gap = ordered[-1].mean - ordered[0].mean
        if gap >= TOLD_GAP:
            apart.append((gap, fact.title, ordered))
    for _, title, ordered in sorted(apart, key=lambda entry: (-entry[0], entry[1]))[:TOLD_GAPS]:
        views = [f"{label(view.view)} {decimal(view.mean)}" for view in reversed(ordered)]
        yield Line(title=title, note=join_words(views))


def _falls(facts: Sequence[FactorFacts]) -> Iterator[Line]:
    """Yield the factors that are rated lower than in the round before, and whether that is sure."""
    down = [
        (fact.change, fact)
        for fact in facts
        if fact.change is not None and fact.mean is not None and fact.change.step <= -CLEAR_STEP
    ]
    for change, fact in sorted(down, key=lambda entry: (entry[0].step, entry[1].title)):
        note = words.sure if change.sure else words.unsure
        yield Line(title=fact.title, note=note(signed(change.step, digits=1)))


def _steady(facts: Sequence[FactorFacts]) -> str:
    return words.NOTHING_FALLS if any(fact.change is not None for fact in facts) else words.NO_CHANGE_KNOWN
