"""How much one import may hold, so that a broken or hostile file cannot fill the memory."""

MAX_BYTES = 50_000_000
"""A single file as it lies on the disk."""

MAX_UNPACKED_BYTES = 200_000_000
"""The parts of a workbook after unpacking."""

MAX_PARTS = 2_000
"""Parts of a workbook or backup."""

MAX_ROWS = 200_000
"""Rows of one sheet that hold anything."""

MAX_COLUMNS = 100
"""Columns of one sheet; further ones are not looked at."""
