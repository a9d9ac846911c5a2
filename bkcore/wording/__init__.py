"""German that pages, command line, import and council documents share; page wording stays in ``dashboard.texts``."""
