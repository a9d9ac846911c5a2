"""The card of one organisation, block by block."""
