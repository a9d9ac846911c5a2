"""What the briefing tells beside network and factors: measures, funding, lessons, the time ahead; words and counts."""

from collections import Counter
from collections.abc import Sequence

from bkcore.publication import factor_comparison
from bkcore.publication.disclosure import SafeProject
from bkcore.publication.document import Factors, FundedProject, Funding, Topic, ViewRow
from bkcore.publication.inputs import BriefingInputs, FactorInput, MeasureInput
from bkcore.publication.parts import Cell, Table
from bkcore.vocabulary import MeasureState
from bkcore.wording import briefing_topics as words
from bkcore.wording import year_report_sentences as sentences
from bkcore.wording.labels import label
from bkcore.wording.numbers import date_de, partial_date_de, whole

_YEARS = 5
"""So many years at most stand in the table of meetings."""


def measures(inputs: BriefingInputs) -> Topic | None:
    """Return what the steering group did and what came of it; ``None`` before its first measure or meeting.

    Counts alone leave the house: titles and texts of measures, decisions and points of an agenda are working papers,
    typed without a thought of the public, and nobody releases them one by one.
    """
    told, met = inputs.measures, inputs.meetings
    if not told and not met:
        return None
    states = Counter(one.state for one in told)
    overdue = sum(one.overdue for one in told)
    tables = (_states(states), _by_factor(told, inputs.factors), _by_year(inputs))
    return Topic(
        title=words.MEASURES,
        paragraphs=(
            words.joined(
                words.measures(
                    done=states[MeasureState.DONE],
                    left=sum(one.open for one in told),
                    dropped=states[MeasureState.DROPPED],
                    overdue=overdue,
                )
            ),
            words.meetings(
                held=sum(year.meetings for year in met),
                topics=sum(year.topics for year in met),
                decisions=sum(year.decisions for year in met),
            ),
            words.NOT_TOLD,
        ),
        cells=(
            *(_count(f"state.{state.value}", label(state), states[state]) for state in MeasureState),
            _count("overdue", words.OVERDUE, overdue),
        ),
        tables=tuple(table for table in tables if table.rows),
    )


def comparison(found: Factors, before: Factors | None, views: Sequence[ViewRow]) -> Topic | None:
    """Return how the factors moved and how far views lie apart; ``None`` when neither may be shown.

    Args:
        found: The factors of the round.
        before: What is shown of the round before.
        views: The views that may be shown.
    """
    shown = factor_comparison.tables(found, before, views)
    said = words.joined(factor_comparison.sentences(found, before, views))
    return Topic(title=words.COMPARISON, paragraphs=(said,) if said else (), tables=shown) if shown else None


def funding(inputs: BriefingInputs, projects: Sequence[SafeProject]) -> Funding | None:
    """Return what is funded and what ends when; a source stands only beside a project whose text is released.

    Args:
        inputs: Figures of the day.
        projects: The released projects.
    """
    if not inputs.projects:
        return None
    funded = {one.key: one.funding for one in inputs.projects if one.funding}
    ends = ends_by_year(inputs)
    items = tuple(
        FundedProject(
            key=one.key,
            title=one.title,
            source=funded[one.key] or "",
            end=partial_date_de(one.ends) if one.ends else words.NO_END,
        )
        for one in projects
        if one.key in funded
    )
    return Funding(
        title=words.FUNDING,
        paragraphs=(
            words.joined(
                (
                    words.funding(projects=len(inputs.projects), funded=len(funded)),
                    words.told_only(len(funded) - len(items)),
                    *(words.ends(year, number) for year, number in ends.items()),
                )
            ),
        ),
        cells=(
            _count("funded", words.FUNDED, len(funded)),
            *(_count(f"ends.{year}", f"{words.CAPTION_ENDS} {year}", number) for year, number in ends.items()),
        ),
        items=items,
        tables=funding_tables(items),
    )


def funding_tables(items: Sequence[FundedProject]) -> tuple[Table, ...]:
    """Return the table of sources and ends; none without a source that may be shown."""
    rows = tuple((one.title, one.source, one.end) for one in items)
    return (Table(caption=words.CAPTION_FUNDING, columns=words.COLUMNS_FUNDING, rows=rows),) if rows else ()


def lessons(found: Factors) -> Topic | None:
    """Return what the self-assessment suggests to talk about; ``None`` when it shows too little."""
    text = factor_comparison.lesson(found)
    return Topic(title=words.LESSONS, paragraphs=(text,)) if text else None


def outlook(inputs: BriefingInputs) -> Topic | None:
    """Return what is recorded of the time ahead; ``None`` when there is nothing."""
    turn, left = inputs.ahead, sum(one.open for one in inputs.measures)
    said = (
        sentences.round_ahead(turn.title, date_de(turn.closes_on), is_open=turn.is_open) if turn else "",
        *(words.ends(year, number) for year, number in ends_by_year(inputs).items()),
        words.measures_ahead(left) if left else "",
    )
    text = words.joined(said)
    return Topic(title=words.OUTLOOK, paragraphs=(text,)) if text else None


def ends_by_year(inputs: BriefingInputs) -> dict[int, int]:
    """Return how many projects have a recorded end in this year and the next."""
    years = Counter(int(one.ends[:4]) for one in inputs.projects if one.ends)
    return {year: years[year] for year in (inputs.today.year, inputs.today.year + 1) if years[year]}


def _states(states: Counter[MeasureState]) -> Table:
    rows = tuple((label(state), whole(states[state])) for state in MeasureState if states[state])
    return Table(caption=words.CAPTION_STATES, columns=words.COLUMNS_STATES, rows=rows)


def _by_factor(told: Sequence[MeasureInput], factors: Sequence[FactorInput]) -> Table:
    titles = {factor.key: factor.title for factor in factors}
    agreed = Counter(titles.get(one.factor or "", words.NO_FACTOR) for one in told)
    done = Counter(titles.get(one.factor or "", words.NO_FACTOR) for one in told if one.state is MeasureState.DONE)
    return Table(
        caption=words.CAPTION_FACTORS,
        columns=words.COLUMNS_FACTORS,
        rows=tuple(
            (title, whole(agreed[title]), whole(done[title]))
            for title in (*titles.values(), words.NO_FACTOR)
            if agreed[title]
        ),
    )


def _by_year(inputs: BriefingInputs) -> Table:
    met = {one.year: one for one in inputs.meetings}
    agreed = Counter(one.agreed_in for one in inputs.measures)
    done = Counter(one.done_in for one in inputs.measures if one.done_in is not None)
    years = sorted({*met, *agreed, *done}, reverse=True)[:_YEARS]
    rows = []
    for year in reversed(years):
        one = met.get(year)
        # A year in which nobody recorded a meeting is no year without one.
        held = (one.meetings, one.topics, one.decisions) if one else (None, None, None)
        rows.append((str(year), *map(whole, held), whole(agreed[year]), whole(done[year])))
    return Table(caption=words.CAPTION_YEARS, columns=words.COLUMNS_YEARS, rows=tuple(rows))


def _count(key: str, name: str, value: int) -> Cell:
    return Cell(key=key, label=name, value=value, text=whole(value))
