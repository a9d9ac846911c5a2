"""The bare address: ``app`` leads on from here to the visitor's first page."""
