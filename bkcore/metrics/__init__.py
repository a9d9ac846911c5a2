"""Every figure: pure functions from frames to numbers or frames."""
