"""What the administration does for the council: release, give links, release texts."""
