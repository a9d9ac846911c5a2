"""Parts of the page of one project."""
