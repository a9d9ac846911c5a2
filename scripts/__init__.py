"""Scripts of the repository: generated documentation."""
