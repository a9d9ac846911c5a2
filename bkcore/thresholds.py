"""How many people a figure needs: the one place of these numbers; a setting may only raise them.

They are read once, when the program starts, and hold for everything it computes and says from then on.
"""

from typing import Final

from pydantic import ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

FEWEST_PUBLIC: Final = 5
"""What the house promises; no setting goes below."""

FEWEST_INTERNAL: Final = 3
"""The same for those who see more."""


class Raised(BaseSettings):
    """What the environment asks for; a value that is none counts as not given here, and the settings refuse it."""

    model_config = SettingsConfigDict(env_prefix="BK_", env_file=".env", extra="ignore", frozen=True)

    public_minimum: int = FEWEST_PUBLIC
    internal_minimum: int = FEWEST_INTERNAL


def minimums() -> tuple[int, int]:
    """Return how many people a figure needs outside and inside.

    Returns:
        Never less than the house promises, and outside never less than inside.
    """
    try:
        raised = Raised()
    except ValidationError:
        return FEWEST_PUBLIC, FEWEST_INTERNAL
    internal = max(FEWEST_INTERNAL, raised.internal_minimum)
    return max(FEWEST_PUBLIC, internal, raised.public_minimum), internal


_FOUND: Final = minimums()

PUBLIC_MINIMUM: Final = _FOUND[0]
"""Fewest raters or people behind a figure that leaves the house."""

DOMINANT_SHARE: Final = 0.85
"""Greatest share of a published sum of people that one organisation which is not to be named may have brought."""

INTERNAL_MINIMUM: Final = _FOUND[1]
"""Fewest raters behind a figure that the steering group and the administration see."""

COHORT_MINIMUM: Final = 5
"""Fewest organisations that came first in a year before a share of them is spoken of; below it only their number."""
