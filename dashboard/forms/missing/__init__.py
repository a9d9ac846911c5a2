"""The page of what is missing: the list of perspectives and the next steps, block by block."""
