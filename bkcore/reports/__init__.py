"""One frozen object per view, built from checked frames by pure metrics."""
