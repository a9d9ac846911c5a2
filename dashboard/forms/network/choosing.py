"""What can be chosen on the network page; every choice lives in the address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from dashboard.components import filters
from dashboard.texts import graph as words
from dashboard.texts import network as texts

YEAR: Final = "jahr"


@dataclass(frozen=True)
class Chosen:
    """What the whole page is about."""

    year: int
    with_offices: bool


@dataclass(frozen=True)
class Look:
    """How the picture is drawn."""

    mode: str
    size: str
    colour: str


def year_and_offices(years: Sequence[int]) -> Chosen:
    """Ask for the year and whether the town's offices count.

    Args:
        years: The years with activities, the newest first, at least one.
    """
    with st.container(horizontal=True, vertical_alignment="top", gap="large"):
        year = filters.choice(texts.YEAR, {year: str(year) for year in years}, key=YEAR, kind="list")
        with_offices = filters.choice(texts.OFFICES, texts.WITH_OFFICES, key="stadt")
    return Chosen(year=year, with_offices=with_offices)


def look() -> Look:
    """Ask what is drawn, and what size and colour of the points say."""
    with st.container(horizontal=True, gap="medium"):
        return Look(
            mode=filters.choice(words.MODE, words.MODES, key="ansicht"),
            size=filters.choice(words.SIZE, words.SIZES, key="groesse"),
            colour=filters.choice(words.COLOUR, words.COLOURS, key="farbe"),
        )


def go_to(year: int) -> None:
    """Let the page follow the year of the picture; the address follows the page."""
    st.session_state[YEAR] = year
