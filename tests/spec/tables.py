"""Little tables for tests: a markdown table becomes a frame, its columns typed by the column contracts."""

import pandas as pd

from bkcore.columns import (
    ACTIVITIES,
    ANCHORS,
    DEPARTMENTS,
    HANDED_IN,
    MEASURES,
    ORGANISATIONS,
    PARTICIPATIONS,
    PROJECTS,
    RATINGS,
    REPRESENTATIONS,
    SEATS,
)

_KINDS: dict[str, str] = {}
for _contract in (
    *(DEPARTMENTS, PROJECTS, MEASURES, HANDED_IN, ANCHORS),
    *(ORGANISATIONS, ACTIVITIES, PARTICIPATIONS, RATINGS, SEATS, REPRESENTATIONS),
):
    _KINDS |= {**_contract.kinds, **_contract.optional}
_KINDS |= {
    "score": "float64",
    "found": "int64",
    "of": "int64",
    "open": "int64",
    "weight": "float64",
    "shared": "int64",
    "last_together": "datetime64[us]",
    "organisation_a": "str",
    "organisation_b": "str",
}


def frame(text: str) -> pd.DataFrame:
    """Return the frame a markdown table shows; an empty cell is missing, ``ja``/``nein`` fills a flag."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    header, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    columns = dict(zip(header, zip(*rows, strict=True) if rows else [()] * len(header), strict=True))
    return pd.DataFrame({name: _column(name, list(cells)) for name, cells in columns.items()})


def _column(name: str, cells: list[str]) -> pd.Series:
    """Return one typed column."""
    kind = _KINDS.get(name, "str")
    values: list[object] = [cell or None for cell in cells]
    if kind == "boolean":
        return pd.Series([None if cell is None else cell == "ja" for cell in values], dtype="boolean")
    if kind == "bool":
        return pd.Series([cell == "ja" for cell in cells], dtype="bool")
    if kind in {"Int64", "int64"}:
        return pd.Series([None if cell is None else int(str(cell)) for cell in values], dtype=kind)
    if kind == "datetime64[us]":
        return pd.Series(pd.to_datetime(pd.Series(values, dtype="str"), format="%Y-%m-%d")).astype(kind)
    return pd.Series(values, dtype="str").astype(kind)
