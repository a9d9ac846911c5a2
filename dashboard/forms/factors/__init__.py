"""Parts of the page of the success factors."""
