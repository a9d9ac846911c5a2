"""How many people a figure needs: the one place of these numbers; a setting may only raise them."""

from typing import Final

PUBLIC_MINIMUM: Final = 5
"""Fewest raters or people behind a figure that leaves the house."""

DOMINANT_SHARE: Final = 0.85
"""Greatest share of a published sum of people that one organisation which is not to be named may have brought."""

INTERNAL_MINIMUM: Final = 3
"""Fewest raters behind a figure that the steering group and the administration see."""

COHORT_MINIMUM: Final = 5
"""Fewest organisations that came first in a year before a share of them is spoken of; below it only their number."""
