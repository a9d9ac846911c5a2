"""The page on who was given which way in: its lists, taking one away, the hand-over."""
