"""Excel and CSV in and out: read, check, preview, apply; export, template, backup and restore."""
