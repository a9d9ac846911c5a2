"""The factors of a round beside the round before, and their views; from protected figures alone."""

from collections.abc import Mapping, Sequence

from bkcore.publication.disclosure import SafeFactor
from bkcore.publication.document import FactorRow, Factors, ViewRow
from bkcore.publication.factor_section import factor_section
from bkcore.publication.inputs import RoundInput
from bkcore.publication.parts import Table
from bkcore.publication.view_protection import SafeView
from bkcore.vocabulary import View
from bkcore.wording import year_report as words
from bkcore.wording import year_report_sentences as phrases
from bkcore.wording.labels import label
from bkcore.wording.numbers import UNDEFINED, WITHHELD, decimal

_FEWEST_TO_COMPARE = 3


def previous(factors: Sequence[SafeFactor], *, turn: RoundInput | None) -> Factors | None:
    """Return what is shown of the round before, without a drawing; ``None`` when nothing can be compared."""
    if turn is None or not factors:
        return None
    return factor_section(factors, turn=turn).model_copy(update={"figure": None})


def view_rows(views: Sequence[SafeView]) -> tuple[ViewRow, ...]:
    """Return the views that may be shown."""
    return tuple(
        ViewRow(
            factor=one.factor,
            view=one.view.value,
            mean=one.shown.mean,
            n_raters=one.shown.n_raters,
            n_projects=one.shown.n_projects,
        )
        for one in views
    )


def sentences(found: Factors, before: Factors | None, shown: Sequence[ViewRow]) -> tuple[str, str]:
    """Return how many factors moved, and where views lie furthest apart; empty where there is nothing to say."""
    return _moved(_moves(found, before), before), _widest(found, shown)


def lesson(found: Factors) -> str:
    """Say where the projects see themselves furthest and least far; nothing unless each is one factor's alone."""
    shown = [(row.mean, row.title) for row in found.rows if not row.withheld and isinstance(row.mean, float)]
    ordered = sorted(shown)
    if len(ordered) < _FEWEST_TO_COMPARE or ordered[0][0] == ordered[1][0] or ordered[-1][0] == ordered[-2][0]:
        return ""
    (low, lowest), (high, highest) = ordered[0], ordered[-1]
    return phrases.lesson(highest, high, lowest, low)


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
    return phrases.moved(
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
    return phrases.widest_gap(title, high, low, decimal(apart))


def tables(found: Factors, before: Factors | None, shown: Sequence[ViewRow]) -> tuple[Table, ...]:
    """Return change and views of each factor in one table; nothing when there is neither.

    Args:
        found: The factors of the round.
        before: What is shown of the round before.
        shown: The views that may be shown.
    """
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
    return phrases.change(earlier.mean, row.mean)
