"""Frames in, drawn figures with their describing sentence out; nothing here queries or computes."""
