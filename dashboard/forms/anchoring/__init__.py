"""Parts of the page of anchoring."""
