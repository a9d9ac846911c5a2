"""Who took part in what: the ties between organisations and activities that all network figures rest on."""

from collections.abc import Collection

import numpy as np
import pandas as pd

from bkcore.columns import ORGANISATIONS, PARTICIPATIONS
from bkcore.metrics.membership import among
from bkcore.metrics.window import ALL_TIME, Window, select_activities
from bkcore.vocabulary import ActivityStatus

HELD = frozenset({ActivityStatus.HELD.value})
HELD_OR_ANNOUNCED = HELD | {ActivityStatus.ANNOUNCED.value}


def accepted_statuses(*, include_announced: bool) -> frozenset[str]:
    """Return the states that count: what took place, and what was announced when asked for."""
    return HELD_OR_ANNOUNCED if include_announced else HELD


def ties(
    participations: pd.DataFrame,
    activities: pd.DataFrame,
    organisations: pd.DataFrame,
    *,
    window: Window = ALL_TIME,
    include_announced: bool = False,
    link: str | None = None,
) -> pd.DataFrame:
    """Return which organisation took part in which activity of a window, each pair once.

    Both the participation and the activity must have taken place (or been announced, when asked for); a participation
    without a state takes the activity's. The role does not matter.

    Args:
        participations: ``PARTICIPATIONS`` frame, shape (participations, >=2), with ``status`` when it is known.
        activities: ``ACTIVITIES`` frame, shape (activities, >=4).
        organisations: ``ORGANISATIONS`` frame, shape (organisations, >=1); ties of others do not count.
        window: Half-open period the activities must lie in.
        include_announced: Whether what was only announced counts too.
        link: Only activities linked to the network in this way; all when not given.

    Returns:
        Frame with ``organisation_id`` and ``activity_id``, sorted, no pair twice; unit "tie"; without rows when none.

    Raises:
        ColumnMissing: A column of one of the three frames is missing.

    Source:
        docs/methodology.md, definition of a tie; affiliation network as in Borgatti and Everett (1997).

    Examples:
        >>> activities = pd.DataFrame({
        ...     "activity_id": ["fest", "markt"],
        ...     "start": pd.to_datetime(["2024-03-15", "2024-05-01"]),
        ...     "start_latest": pd.to_datetime(["2024-03-15", "2024-05-01"]),
        ...     "status": ["stattgefunden", "angekuendigt"],
        ... })
        >>> participations = pd.DataFrame({"organisation_id": ["awo", "awo"], "activity_id": ["fest", "markt"]})
        >>> ties(participations, activities, pd.DataFrame({"organisation_id": ["awo"]}))
          organisation_id activity_id
        0             awo        fest
    """
    selected = select_activities(
        activities, window=window, statuses=accepted_statuses(include_announced=include_announced), link=link
    )
    found = accepted(participations, selected, organisations, include_announced=include_announced)
    rows, names = pd.factorize(found["organisation_id"], sort=True)
    columns, titles = pd.factorize(found["activity_id"], sort=True)
    keys = np.sort(rows * np.int64(len(titles)) + columns)  # in the order of both ids
    once = keys[np.flatnonzero(np.diff(keys, prepend=-1))]
    return pd.DataFrame(
        {
            "organisation_id": names.take(once // max(len(titles), 1)),
            "activity_id": titles.take(once % max(len(titles), 1)),
        }
    )


def accepted(
    participations: pd.DataFrame, selected: pd.DataFrame, organisations: pd.DataFrame, *, include_announced: bool
) -> pd.DataFrame:
    """Return the participations of listed organisations in the selected activities that count by their own state."""
    PARTICIPATIONS.check(participations)
    ORGANISATIONS.check(organisations, "organisation_id")
    counts = among(participations["activity_id"], selected["activity_id"])
    counts &= among(participations["organisation_id"], organisations["organisation_id"])
    if "status" in participations.columns:
        status = participations["status"]
        counts &= status.isna() | (status == "") | among(status, accepted_statuses(include_announced=include_announced))
    return participations.loc[counts, list(PARTICIPATIONS.columns)]


def without(ties: pd.DataFrame, *, organisations: Collection[str]) -> pd.DataFrame:
    """Return the ties without those of some organisations, so that any figure can be given with and without them.

    Args:
        ties: ``PARTICIPATIONS`` frame, shape (ties, >=2), one row per tie.
        organisations: Ids to leave out, such as the public offices that are the centre by design.

    Returns:
        Frame of the other rows, all columns, in their order, unit "tie"; without rows when none is left.

    Raises:
        ColumnMissing: A column of ``PARTICIPATIONS`` is missing.

    Source:
        docs/methodology.md: the town office is the centre by design; report with and without it.

    Examples:
        >>> ties = pd.DataFrame({"organisation_id": ["stadt", "awo"], "activity_id": ["fest", "fest"]})
        >>> without(ties, organisations=["stadt"])["organisation_id"].tolist()
        ['awo']
    """
    PARTICIPATIONS.check(ties)
    return ties[~among(ties["organisation_id"], organisations)].reset_index(drop=True)
