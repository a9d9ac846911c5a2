"""German wording of the screen, one module per page; a typo is an error that mypy finds."""
