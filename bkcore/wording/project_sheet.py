"""Words around the sheet a project takes to its team."""

from typing import Final

from bkcore.wording.briefing import NETWORK
from bkcore.wording.numbers import count, sentence_case

TALK: Final = "Worüber wir sprechen können"
DEMO: Final = "Beispieldaten: Runden, Antworten und einige Termine sind erfunden, nichts für einen Bericht."
COLUMNS: Final = ("Was", "Wer", "Bis wann", "Stand")


def footer(day: str) -> str:
    """Say what the sheet is, when it was made, and that it is no grade."""
    return (
        f"{NETWORK} · Stand {day} · Gesprächsanlässe, keine Noten · für das Projekt selbst, nicht zur Veröffentlichung"
    )


def step(title: str, from_level: int, to_level: int) -> str:
    """Say over which step an action leads."""
    return f"{title}: von Stufe {from_level} zu {to_level}"


def more(number: int) -> str:
    """Say how many measures are not listed; empty for none."""
    if number <= 0:
        return ""
    verb = "steht" if number == 1 else "stehen"
    return f"{sentence_case(count(number, 'weitere Maßnahme', 'weitere Maßnahmen'))} {verb} im Dashboard."
