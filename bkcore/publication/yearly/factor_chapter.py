"""The success factors of a year: spread, n, change against the round before, views where they are protected."""

from collections.abc import Mapping, Sequence

from bkcore.publication.document import FactorRow, Factors
from bkcore.publication.factor_section import factor_section
from bkcore.publication.parts import Table
from bkcore.publication.yearly.chapter import Chapter, Fact, paragraphs
from bkcore.publication.yearly.document import ViewRow
from bkcore.publication.yearly.inputs import ReportInputs
from bkcore.publication.yearly.protection import SafeReport
from bkcore.vocabulary import View
from bkcore.wording import year_report as words
from bkcore.wording import year_report_sentences as sentences
from bkcore.wording.labels import label
from bkcore.wording.numbers import UNDEFINED, WITHHELD, date_de, decimal

_FEWEST_TO_COMPARE = 3


def factors(inputs: ReportInputs, safe: SafeReport) -> Factors:
    """Return the factors of the year's round; without one they say so."""
    found = factor_section(safe.factors, turn=inputs.factor_round)
    return found if inputs.factor_round else found.model_copy(update={"note": sentences.no_round(inputs.year)})


def previous(inputs: ReportInputs, safe: SafeReport) -> Factors | None:
    """Return what is shown of the round before, without a drawing; ``None`` when nothing can be compared."""
    if inputs.previous_round is None or not safe.previous:
        return None
    return factor_section(safe.previous, turn=inputs.previous_round).model_copy(update={"figure": None})


def views(safe: SafeReport) -> tuple[ViewRow, ...]:
    """Return the views that may be shown."""
    return tuple(
        ViewRow(
            factor=one.factor,
            view=one.view.value,
            mean=one.shown.mean,
            n_raters=one.shown.n_raters,
            n_projects=one.shown.n_projects,
        )
        for one in safe.views
    )


def chapter(inputs: ReportInputs, safe: SafeReport) -> Chapter:
    """Return the chapter of the factors, from protected figures alone."""
    turn, found = inputs.factor_round, factors(inputs, safe)
    if turn is None or found.figure is None:
        return Chapter(key="factors", text=found.note, facts=((words.ROUND_LABEL, UNDEFINED),))
    before, shown_views = previous(inputs, safe), views(safe)
    moves = _moves(found, before)
    return Chapter(
        key="factors",
        text=paragraphs(
            (sentences.round_of(turn.title, date_de(turn.closes_on), found.figure.finding),),
            (_moved(moves, before), _widest(found, shown_views)),
        ),
        facts=(
            (words.ROUND_LABEL, turn.title),
            *((row.title, WITHHELD if row.withheld else f"{row.mean_text} ({row.n_text})") for row in found.rows),
            *_view_facts(found, shown_views),
        ),
        figure=found.figure,
        tables=_comparison(found, before, shown_views),
    )


def lesson(found: Factors) -> str:
    """Say where the projects see themselves furthest and least far; nothing unless each is one factor's alone."""
    shown = [(row.mean, row.title) for row in found.rows if not row.withheld and isinstance(row.mean, float)]
    ordered = sorted(shown)
    if len(ordered) < _FEWEST_TO_COMPARE or ordered[0][0] == ordered[1][0] or ordered[-1][0] == ordered[-2][0]:
        return ""
    (low, lowest), (high, highest) = ordered[0], ordered[-1]
    return sentences.lesson(highest, high, lowest, low)


def _moves(found: Factors, before: Factors | None) -> Mapping[str, tuple[float, float]]:
    """Return the means of both rounds, as shown, where both are."""
    earlier = {row.key: row.mean for row in before.rows} if before else {}
    return {
        row.key: (mean, row.mean)
        for row in found.rows
        if isinstance(mean := earlier.get(row.key), float) and isinstance(row.mean, float)
    }


def _moved(moves: Mapping[str, tuple[float, float]], before: Factors | None) -> str:
    if not moves or before is None:
        return ""
    steps = [round(now - then, 1) for then, now in moves.values()]
    return sentences.moved(
        up=sum(step > 0 for step in steps),
        down=sum(step < 0 for step in steps),
        same=sum(step == 0 for step in steps),
        before=before.round_title,
    )


def _gap(of: Sequence[ViewRow]) -> tuple[float, str, str] | None:
    """Return the distance between the highest and the lowest view as shown, and which they are."""
    if len(of) < 2:  # noqa: PLR2004 - a pair
        return None
    ordered = sorted(of, key=lambda row: (row.mean, row.view))
    low, high = ordered[0], ordered[-1]
    return round(high.mean - low.mean, 1), label(View(high.view)), label(View(low.view))


def _widest(found: Factors, shown: Sequence[ViewRow]) -> str:
    pairs = [(_gap([one for one in shown if one.factor == row.key]), row.title) for row in found.rows]
    gaps = sorted([(gap, title) for gap, title in pairs if gap is not None and gap[0] > 0], reverse=True)
    if not gaps or (len(gaps) > 1 and gaps[0][0][0] == gaps[1][0][0]):
        return ""
    (apart, high, low), title = gaps[0]
    return sentences.widest_gap(title, high, low, decimal(apart))


def _view_facts(found: Factors, shown: Sequence[ViewRow]) -> tuple[Fact, ...]:
    titles = {row.key: row.title for row in found.rows}
    return tuple((f"{titles[one.factor]}, {label(View(one.view))}", decimal(one.mean)) for one in shown)


def _comparison(found: Factors, before: Factors | None, shown: Sequence[ViewRow]) -> tuple[Table, ...]:
    """Return change and views in one table; nothing when there is neither."""
    kinds = [view for view in View if any(one.view == view.value for one in shown)]
    if before is None and not kinds:
        return ()
    heads = [words.COLUMN_FACTOR, words.COLUMN_MEAN]
    heads += [words.COLUMN_BEFORE, words.COLUMN_CHANGE] if before else []
    heads += [*(label(view) for view in kinds), words.COLUMN_GAP] if kinds else []
    return (
        Table(
            caption=words.CAPTION_CHANGE,
            columns=tuple(heads),
            rows=tuple(_cells(row, before, kinds, shown) for row in found.rows),
        ),
    )


def _cells(row: FactorRow, before: Factors | None, kinds: Sequence[View], shown: Sequence[ViewRow]) -> tuple[str, ...]:
    cells = [row.title, row.mean_text]
    if before is not None:
        earlier = next((one for one in before.rows if one.key == row.key), None)
        cells += [UNDEFINED if earlier is None else earlier.mean_text, _change(row, earlier)]
    if kinds:
        mine = {one.view: one for one in shown if one.factor == row.key}
        gap = _gap(list(mine.values()))
        cells += [decimal(mine[view.value].mean) if view.value in mine else WITHHELD for view in kinds]
        cells.append(WITHHELD if gap is None else decimal(gap[0]))
    return tuple(cells)


def _change(row: FactorRow, earlier: FactorRow | None) -> str:
    if earlier is None:
        return UNDEFINED
    if not isinstance(row.mean, float) or not isinstance(earlier.mean, float):
        return WITHHELD
    return sentences.change(earlier.mean, row.mean)
