"""What can be chosen on the network page; every choice lives in the address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from dashboard.components import choice
from dashboard.texts import graph as words
from dashboard.texts import network as texts
from dashboard.texts import turnover

YEAR: Final = "jahr"
_MODES: Final = {"organisationen": "organisations", "aktivitaeten": "both"}
_SIZES: Final = {"aktivitaeten": "activities", "partner": "partners", "vermittlung": "betweenness"}
_COLOURS: Final = {"bereich": "sector", "kern": "core", "gruppen": "community"}
"""What the address says, and what is meant."""


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
    """Ask for the year and whether the town's offices count, in the words of the page of change.

    Args:
        years: The years with activities, the newest first, at least one.
    """
    with choice.row():
        year = choice.choose(texts.YEAR, [str(year) for year in years], key=YEAR, width=160)
        names = turnover.OFFICES_NAMES
        offices = choice.choose(turnover.OFFICES, list(names), key="dienststellen", named=names.__getitem__, width=260)
    return Chosen(year=int(year or years[0]), with_offices=offices != turnover.WITHOUT)


def look() -> Look:
    """Ask what is drawn, and what size and colour of the points say."""
    with choice.row():
        return Look(
            mode=_asked(words.MODE, _MODES, words.MODES, key="ansicht"),
            size=_asked(words.SIZE, _SIZES, words.SIZES, key="groesse"),
            colour=_asked(words.COLOUR, _COLOURS, words.COLOURS, key="farbe"),
        )


def go_to(year: int) -> None:
    """Let the page follow the year of the picture."""
    st.query_params[YEAR] = str(year)


def _asked(label: str, meant: Mapping[str, str], named: Mapping[str, str], *, key: str) -> str:
    found = choice.choose(label, list(meant), key=key, named=lambda value: named[meant[value]], width=240)
    return meant[str(found)]
