"""Who took part in more than one year, as rows for reading and as the table of all."""

from collections.abc import Mapping

import pandas as pd

from dashboard.texts import turnover as texts


def steady_rows(
    continuity: pd.DataFrame, active: pd.DataFrame, *, names: Mapping[str, str]
) -> tuple[tuple[str, str, str, str, str], ...]:
    """Return those who took part in more than one year, by name.

    Args:
        continuity: Result of ``bkcore.metrics.continuity.continuity``.
        active: Result of ``bkcore.metrics.continuity.active_years``.
        names: Name of every organisation by id.

    Returns:
        Name, years, number of years, returns and longest pause, as they are written.
    """
    several = continuity[continuity["years"] > 1]
    years = active.groupby("organisation_id")["year"].agg(list)
    rows = [
        (
            names[one],
            texts.spans(years[one]),
            str(row["years"]),
            str(row["returns"]) if row["returns"] else "",
            str(row["longest_pause"]) if row["longest_pause"] else "",
        )
        for one, row in zip(several.index, several.to_dict("records"), strict=True)
    ]
    return tuple(sorted(rows, key=lambda row: row[0].casefold()))


def continuity_table(continuity: pd.DataFrame, *, names: Mapping[str, str]) -> pd.DataFrame:
    """Return every organisation with German headings, by name.

    Args:
        continuity: Result of ``bkcore.metrics.continuity.continuity``.
        names: Name of every organisation by id.

    Returns:
        Frame, shape (organisations, 7), raw numbers.
    """
    named = continuity.assign(
        name=[names[one] for one in continuity.index],
        first=continuity["first"].astype(str),
        last=continuity["last"].astype(str),
    )
    ordered = named.sort_values("name", key=lambda column: column.str.casefold())
    chosen = ordered[["name", "first", "last", "years", "share", "returns", "longest_pause"]]
    return chosen.set_axis(list(texts.COLUMNS_ALL), axis=1)
