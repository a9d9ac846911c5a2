"""Confirming activities at the desk: the list, the dialog, the addresses leads answer from, and asking them."""
