"""One function per command: check permission, load, decide, write rows and one journal entry; the caller commits."""
