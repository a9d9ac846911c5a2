"""One file per page, 60 lines at most: headings, calls, nothing computed."""
