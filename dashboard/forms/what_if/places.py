"""Where much depends on one organisation, by name and without a ranking."""

from urllib.parse import urlencode

import streamlit as st

from bkcore.reports.over_time import DependenceReport
from dashboard.components import linked, panel
from dashboard.texts import navigation, shell
from dashboard.texts import what_if as texts


def draw(found: DependenceReport, *, year: int | None) -> None:
    """Show who would be cut off or left alone, for each organisation of which that is true.

    Args:
        found: The report of the period.
        year: The period, kept in the links; everything when not given.
    """
    panel.heading(texts.places_finding(found), texts.PLACES_NOTE if found.rows else "")
    if found.rows:
        linked.terms(
            [
                linked.Linked(
                    found.active[rows.organisation], _address(rows.organisation, year), texts.place(rows, found.active)
                )
                for rows in found.rows
            ]
        )
    else:
        panel.text(texts.NO_PLACES)
    panel.text(texts.single(found), texts.CAREFUL)
    meaning()


def meaning() -> None:
    """Say how the figures of the page are defined."""
    with st.container(key="quiet-definition"), st.expander(shell.MEANING, key="definition"):
        panel.text(*texts.MEANING.split("\n\n"))


def _address(organisation: str, year: int | None) -> str:
    asked = {"organisation": organisation} | ({"jahr": str(year)} if year else {})
    return f"{navigation.WHAT_IF_PATH}?{urlencode(asked)}"
