"""Checks one row: cells by column in, command or reasons out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pydantic import ValidationError

from bkcore.commands.base import Command, partial_date
from bkcore.intake.columns import Column, Form, Layout
from bkcore.intake.folding import fold
from bkcore.vocabulary import OptOut, Precision
from bkcore.wording import intake as wording
from bkcore.wording.messages import field_message

_WHOLE = re.compile(r"-?[0-9]{1,15}")
_LEVELS = ("1", "2", "3", "4", "5")
_YES_NO: Mapping[str, bool] = {"ja": True, "nein": False}
_PRECISION_BY_LENGTH = {4: Precision.YEAR, 7: Precision.MONTH}

# Where a rule over several fields shows: at the one people correct.
_COLUMN_OF_RULE: Mapping[str, tuple[str, ...]] = {
    "date_precision": ("datum",),
    "ends_before_start": ("datum_ende", "ende"),
    "part_of_itself": ("teil_von",),
    "more_first_timers_than_attendees": ("davon_erstmals",),
    "level_or_opt_out": ("stufe",),
    "words_not_listed": ("suchwoerter",),
    "owner_missing": ("organisation",),
}
_COMPARED = frozenset(
    {"slug", "date", "precision", "ends_on", "part_of", "attendees", "first_timers", "opens_on", "closes_on"}
)


class CellFault(ValueError):
    """A cell that cannot be what its column asks for; carries the German reason."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row is refused, and in which column; empty when the whole row is meant."""

    column: str
    text: str


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """The command of a row, or the reasons why there is none."""

    command: Command | None
    reasons: tuple[Reason, ...] = ()


def check_row(layout: Layout, cells: Mapping[str, str]) -> CheckedRow:
    """Turn a row into its command.

    Args:
        layout: What the columns mean.
        cells: Text by column name; a missing column is empty.

    Returns:
        The command, or every reason against it.
    """
    answers, reasons = _answers(layout, cells)
    try:
        command = layout.command.model_validate(answers)
    except ValidationError as error:
        told = {reason.column for reason in reasons}
        reasons += [reason for reason in _reasons(layout, error) if reason.column not in told]
        reasons += _further_reasons(layout, answers, {str(fault["loc"][0]) for fault in error.errors() if fault["loc"]})
        return CheckedRow(None, tuple(reasons))
    return CheckedRow(None, tuple(reasons)) if reasons else CheckedRow(command)


def _answers(layout: Layout, cells: Mapping[str, str]) -> tuple[dict[str, object], list[Reason]]:
    answers: dict[str, object] = {}
    reasons: list[Reason] = []
    for column in layout.columns:
        text = cells.get(column.name, "").strip()
        if not text:
            continue
        try:
            answers |= _converted(column, text)
        except CellFault as fault:
            reasons.append(Reason(column.name, str(fault)))
    precision = layout.column("genauigkeit")
    if precision is not None and not precision.required and not cells.get(precision.name, "").strip():
        # The council's file may leave the precision out: the date shows it.
        answers["precision"] = _shown_precision(str(answers.get("date", "")))
    return answers, reasons


def _converted(column: Column, text: str) -> dict[str, object]:
    value: object = text
    if column.form is Form.LEVEL:
        return _level(text)
    if column.vocabulary is not None:
        value = _members(column.vocabulary).get(fold(text))
        if value is None:
            raise CellFault(wording.allowed(member.value for member in column.vocabulary))
    elif column.form is Form.YES_NO:
        value = _YES_NO.get(fold(text))
        if value is None:
            raise CellFault(field_message({"type": "bool_parsing"}))
    elif column.form is Form.NUMBER and not _WHOLE.fullmatch(text):
        raise CellFault(wording.WHOLE_NUMBER)
    return {column.field: value} if column.field else {}


def _level(text: str) -> dict[str, object]:
    if text in _LEVELS:
        return {"level": int(text)}
    opt_out = _members(OptOut).get(fold(text))
    if opt_out is None:
        raise CellFault(wording.allowed([*_LEVELS, *OptOut]))
    return {"opt_out": opt_out}


@cache
def _members(vocabulary: type[StrEnum]) -> Mapping[str, StrEnum]:
    return {fold(member.value): member for member in vocabulary}


def _shown_precision(text: str) -> Precision:
    if not text:
        return Precision.UNKNOWN
    try:
        return _PRECISION_BY_LENGTH.get(len(partial_date(text)), Precision.DAY)
    except ValueError:
        return Precision.DAY


def _reasons(layout: Layout, error: ValidationError) -> Iterator[Reason]:
    names = {column.field: column.name for column in layout.columns}
    for fault in error.errors(include_url=False):
        text = field_message(dict(fault))
        if fault["loc"]:
            yield Reason(names.get(str(fault["loc"][0]), ""), text)
            continue
        rule = str(fault.get("ctx", {}).get("error", ""))
        places = _COLUMN_OF_RULE.get(rule, ())
        yield Reason(next((place for place in places if layout.column(place)), ""), text)


def _further_reasons(layout: Layout, answers: Mapping[str, object], faulty: set[str]) -> list[Reason]:
    """Return what rules over several fields say once the faulty ones, which they do not compare, are set aside."""
    if not faulty or faulty & _COMPARED:
        return []
    repaired = {field: value for field, value in answers.items() if field not in faulty}
    for column in layout.columns:
        if column.field in faulty and column.required:
            repaired[column.field] = next(iter(column.vocabulary)) if column.vocabulary else "x"
    try:
        layout.command.model_validate(repaired)
    except ValidationError as error:
        return list(_reasons(layout, error))
    return []
