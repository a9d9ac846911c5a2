"""Reading, comparing and approving versions of the catalogue."""
