"""Screens of the page of members: the seats, one seat, giving a seat, beginning and ending a representation."""
