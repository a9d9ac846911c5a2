"""Screens of the page of measures: choosing, listing, one measure, editing, reporting, its owner's link."""
