"""Shares of those who stayed, left and came for the first time, from the counts of a change."""

from bkcore.metrics.change import Change


def retention(found: Change) -> float | None:
    """Share of the organisations active in the window before that are active again.

    Args:
        found: Counts of a window against the one before, scalar values from ``change``.

    Returns:
        #(here ∩ before)/#before in [0, 1], unit "share"; None when nobody was active before or there is no window
        before.

    Raises:
        Nothing.

    Source:
        docs/methodology.md; a quiet year is not an exit, so this says who was there, not who belongs.

    Examples:
        >>> retention(Change(new=1, returned=0, left=1, retained=3, base_year=False))
        0.75
    """
    if found.retained is None or found.left is None:
        return None
    before = found.retained + found.left
    return found.retained / before if before else None


def churn(found: Change) -> float | None:
    """Share of the organisations active in the window before that are not active now.

    Args:
        found: Counts of a window against the one before, scalar values from ``change``.

    Returns:
        1 - retention in [0, 1], unit "share"; None where retention is.

    Raises:
        Nothing.

    Source:
        docs/methodology.md; the complement of retention.

    Examples:
        >>> churn(Change(new=1, returned=0, left=1, retained=3, base_year=False))
        0.25
    """
    kept = retention(found)
    return None if kept is None else 1 - kept


def new_voices(found: Change) -> float | None:
    """Share of the active organisations that never took part before.

    Args:
        found: Counts of a window against the one before, scalar values from ``change``.

    Returns:
        #new/#active in [0, 1], unit "share"; None in the base year, when nobody is active or there is no window before.

    Raises:
        Nothing.

    Source:
        docs/methodology.md; in the first recorded year everybody would be new, so it is the base year.

    Examples:
        >>> new_voices(Change(new=1, returned=0, left=1, retained=3, base_year=False))
        0.25
    """
    if found.new is None or found.returned is None or found.retained is None:
        return None
    active = found.new + found.returned + found.retained
    return found.new / active if active else None
