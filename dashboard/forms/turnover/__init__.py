"""Parts of the page of change."""
