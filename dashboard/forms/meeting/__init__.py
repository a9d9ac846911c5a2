"""Screens of the page of meetings: the list, preparing, one that runs, one that has ended."""
