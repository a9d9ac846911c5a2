"""Turns rows of a table into lines of JSON and back, without losing a type."""

import json
from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import Column, Date, DateTime, Table, TypeDecorator

Values = Mapping[str, object]


def to_line(values: Values) -> bytes:
    """Return one row as a line of JSON."""
    plain = {name: _plain(value) for name, value in values.items()}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"


def from_line(table: Table, line: bytes) -> Values:
    """Return the row of a line, as the table takes it.

    Raises:
        ValueError: The line is no row of this table.
    """
    plain = json.loads(line)
    columns = {column.name: column for column in table.columns}
    if not isinstance(plain, dict) or set(plain) != set(columns):
        raise ValueError(table.name)
    return {name: _typed(columns[name], value) for name, value in plain.items()}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _typed(column: Column[object], value: object) -> object:
    if not isinstance(value, str):
        return value
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    if isinstance(kind, DateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, Date) else value
