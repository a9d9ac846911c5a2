"""The letters of a round: what they all say, and the place on the page where they are sent or handed out."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from bkcore.access import Actor
from bkcore.post.letters import Letter, Occasion
from bkcore.reports.rounds import RoundState
from bkcore.store.unit_of_work import town_day
from dashboard import state
from dashboard.components import outbox

PLACE: Final = "invitations"


def about(turn: RoundState) -> Occasion:
    """Return what every letter about this round says."""
    now = datetime.now(UTC)
    return Occasion(
        slug=turn.slug,
        title=turn.title,
        opens_on=turn.opens_on,
        closes_on=turn.closes_on,
        catalogue_version=turn.catalogue_version,
        now=now,
        today=town_day(now),
        site=state.settings().public_url,
    )


def put(letters: Sequence[Letter]) -> None:
    """Take fresh letters; meant for callbacks. The page that follows sends them or hands them out."""
    outbox.put(letters, place=PLACE)


def draw(*, by: Actor) -> None:
    """Send what waits, and show what became of each.

    Args:
        by: Who sends.
    """
    outbox.draw(place=PLACE, by=by)
