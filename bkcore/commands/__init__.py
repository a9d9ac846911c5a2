"""Frozen pydantic commands: the only validated door to the tables."""
