"""A frame for people: as a table with German numbers, and as a file that a German Excel opens."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pandas as pd
import pyarrow as pa

from bkcore.wording.numbers import decimal, whole
from dashboard.texts import navigation
from dashboard.texts import shell as texts

ROWS: Final = 200
"""Rows a page shows at most; the file has all."""
_DECIMALS: Final = 2


@dataclass(frozen=True, eq=False)
class Table:
    """A frame of shape (rows, columns) with German headings and raw numbers; the index is not shown."""

    frame: pd.DataFrame

    @cached_property
    def printed(self) -> pa.Table:
        """What a page shows, as text, made once: Streamlit turns a frame into this at every run."""
        return pa.Table.from_pandas(german(self.frame.head(ROWS)), preserve_index=False)

    def csv(self, *, demo: bool) -> bytes:
        """Return the file; ``demo`` says in its first line that the values are samples."""
        return csv(self.frame, demo=demo)


def german(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame as text: decimal comma, points between thousands, a dash where nothing is.

    Args:
        frame: Any shape.

    Returns:
        The same shape and headings, every cell a string.
    """
    return frame.map(_cell)


def csv(frame: pd.DataFrame, *, demo: bool = False) -> bytes:
    """Return the frame as a file that a German Excel opens as it is.

    Args:
        frame: Any shape, raw numbers.
        demo: Whether the values are samples; the first line then says so.

    Returns:
        UTF-8 with byte order mark, semicolons, decimal comma, one heading line.
    """
    mark = f"{navigation.DEMO}\n" if demo else ""
    return (mark + frame.to_csv(index=False, sep=";", decimal=",")).encode("utf-8-sig")


def _cell(value: object) -> str:
    if isinstance(value, str):
        return value or texts.MISSING_VALUE
    if pd.isna(value):  # type: ignore[call-overload]  # a cell of any type, never an array
        return texts.MISSING_VALUE
    if isinstance(value, bool):
        return texts.YES if value else texts.NO
    if isinstance(value, pd.Timestamp):
        return f"{value:%d.%m.%Y}"
    if not isinstance(value, int | float):
        return str(value)
    return whole(value) if float(value).is_integer() else decimal(value, digits=_DECIMALS)
