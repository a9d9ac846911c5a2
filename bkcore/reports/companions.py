"""What was counted beside each factor, in the year before a round's end."""

from datetime import date, timedelta

from bkcore.instrument import Factor
from bkcore.metrics.companions import CountedFigure, counted_companions
from bkcore.metrics.window import Window
from bkcore.reports.network import NetworkFrames

_LAST_DAY_OF_FEBRUARY = 28


def year_before(last_day: date) -> Window:
    """Return the year that ends with a day, that day included."""
    end = last_day + timedelta(days=1)
    day = min(end.day, _LAST_DAY_OF_FEBRUARY) if end.month == 2 else end.day  # noqa: PLR2004 - February
    return Window(end.replace(year=end.year - 1, day=day), end)


def companions(
    frames: NetworkFrames, *, last_day: date, factors: tuple[Factor, ...], project: str | None = None
) -> dict[str, CountedFigure]:
    """Return the counted figure of each factor by the factor's id, over the year that ends with a day.

    Args:
        frames: The frames of the network.
        last_day: Last day of the round.
        factors: The factors, each with the key of its companion; a key nobody counts is left out.
        project: Only activities of this project; all when not given.
    """
    counted = counted_companions(
        frames.activities,
        frames.participations,
        frames.organisations,
        window=year_before(last_day),
        project=project,
    )
    return {factor.id: counted[factor.companion.key] for factor in factors if factor.companion.key in counted}
