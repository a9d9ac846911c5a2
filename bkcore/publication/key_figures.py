"""The six public figures of the network, in words and numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bkcore.publication.inputs import YearInput
from bkcore.publication.parts import Cell, KeyFigure, Number
from bkcore.wording import briefing as words
from bkcore.wording import briefing_sentences as sentences
from bkcore.wording.numbers import UNDEFINED, decimal, percent, whole

_DIVERSITY_DIGITS = 2
_SHARE_DIGITS = 2
_MEDIAN_DIGITS = 1


@dataclass(frozen=True)
class _Kind:
    """How one key figure is taken from a year and written."""

    key: str
    label: str
    definition: str
    value: Callable[[YearInput], Number]
    text: Callable[[YearInput], str]
    details: Callable[[YearInput], tuple[Cell, ...]] = lambda _: ()


def key_figures(years: Sequence[YearInput]) -> tuple[KeyFigure, ...]:
    """Return the six figures of the latest year with activities, each beside the year before; none without a year."""
    active = [year for year in years if year.organisations]
    if not active:
        return ()
    now = active[-1]
    before = next((year for year in active if year.year == now.year - 1), None)
    return tuple(
        KeyFigure(
            key=kind.key,
            label=kind.label,
            value=kind.value(now),
            text=kind.text(now),
            definition=kind.definition,
            comparison=_comparison(kind, now, before),
            details=kind.details(now),
        )
        for kind in _KINDS
    )


def texts_of(year: YearInput) -> dict[str, str]:
    """Return the six figures of a year as they are written, by label; undefined without an active organisation."""
    return {kind.label: kind.text(year) if year.organisations else UNDEFINED for kind in _KINDS}


def _comparison(kind: _Kind, now: YearInput, before: YearInput | None) -> str:
    if before is None or kind.value(before) is None:
        return words.NO_YEAR_BEFORE
    return sentences.compared(before.year, kind.text(before), same=kind.text(now) == kind.text(before))


def _count(key: str, label: str, value: int | None) -> Cell:
    return Cell(key=key, label=label, value=value, text=whole(value))


def _change_details(year: YearInput) -> tuple[Cell, ...]:
    return (
        _count("returned", words.LABEL_RETURNED, year.returned),
        _count("left", words.LABEL_LEFT, year.left),
    )


def _activity_details(year: YearInput) -> tuple[Cell, ...]:
    return (
        _count("activities", words.LABEL_ACTIVITIES, year.activities),
        _count("activities_with_ties", words.LABEL_WITH_TIES, year.activities_with_ties),
    )


def _rounded(value: float | None, digits: int) -> Number:
    return None if value is None else round(value, digits)


def _median(value: float | None) -> str:
    return decimal(value, digits=0 if value is None or value == int(value) else _MEDIAN_DIGITS)


_KINDS = (
    _Kind(
        key="organisations",
        label=words.LABEL_ORGANISATIONS,
        definition=words.MEANING_ORGANISATIONS,
        value=lambda year: year.organisations,
        text=lambda year: whole(year.organisations),
    ),
    _Kind(
        key="new",
        label=words.LABEL_NEW,
        definition=words.MEANING_CHANGE,
        value=lambda year: year.new,
        text=lambda year: whole(year.new),
        details=_change_details,
    ),
    _Kind(
        key="joint_activities",
        label=words.LABEL_JOINT,
        definition=words.MEANING_JOINT,
        value=lambda year: year.joint_activities,
        text=lambda year: sentences.of(year.joint_activities, year.activities_with_ties),
        details=_activity_details,
    ),
    _Kind(
        key="sector_diversity",
        label=words.LABEL_DIVERSITY,
        definition=words.MEANING_DIVERSITY,
        value=lambda year: _rounded(year.sector_diversity, _DIVERSITY_DIGITS),
        text=lambda year: decimal(year.sector_diversity, digits=_DIVERSITY_DIGITS),
    ),
    _Kind(
        key="top3_share",
        label=words.LABEL_TOP3,
        definition=words.MEANING_TOP3,
        value=lambda year: _rounded(year.top3_share, _SHARE_DIGITS),
        text=lambda year: percent(year.top3_share),
    ),
    _Kind(
        key="organisations_per_activity",
        label=words.LABEL_MEDIAN,
        definition=words.MEANING_MEDIAN,
        value=lambda year: _rounded(year.organisations_per_activity, _MEDIAN_DIGITS),
        text=lambda year: _median(year.organisations_per_activity),
    ),
)
