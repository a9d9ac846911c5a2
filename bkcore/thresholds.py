"""How many people a figure needs: the one place of these numbers; a setting may only raise them."""

from typing import Final

PUBLIC_MINIMUM: Final = 5
"""Fewest raters or people behind a figure that leaves the house."""

INTERNAL_MINIMUM: Final = 3
"""Fewest raters behind a figure that the steering group and the administration see."""

COHORT_MINIMUM: Final = 5
"""Fewest organisations that came first in a year before a share of them is spoken of; below it only their number."""
