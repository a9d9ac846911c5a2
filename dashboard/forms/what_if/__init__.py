"""Parts of the page of what would be without an organisation."""
