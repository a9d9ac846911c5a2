"""How each figure of the self-assessment is defined, word for word as in ``docs/methodology.md``; a test compares."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

DEFINITIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Wert einer Person": (
            "Mittelwert der Stufen einer Person über die Indikatoren eines Faktors, wenn mindestens die Hälfte der "
            "Indikatoren eine Stufe hat. Sonst gilt die Stufe, die die Person in der Kurzform dem ganzen Faktor "
            "gegeben hat; fehlt auch sie, gibt es keinen Wert."
        ),
        "Wert einer Sicht und eines Projekts": (
            "Sicht: Mittelwert über die Personen einer Sicht (Leitung, Team, Partner, Teilnehmende) in einem Projekt. "
            "Projekt: Mittelwert über die Sichten Leitung, Team und Partner, jede gleich viel. Stimmen der "
            "Teilnehmenden gehen nicht ein; sie stehen als eigene Sicht daneben."
        ),
        "Anteil der Enthaltungen": (
            "Anteil von „weiß ich nicht“ und „trifft nicht zu“ an allen Antworten zu den Indikatoren eines Faktors. "
            "Die Antwort der Kurzform zum ganzen Faktor zählt nur bei Personen, die keinen seiner Indikatoren "
            "beantwortet haben."
        ),
        "Übereinstimmung": (
            "Wie einig sich die Personen **eines** Projekts sind, gemessen an zufälligen Antworten auf fünf Stufen; "
            "nur für Projekte mit mindestens fünf Personen, dann über diese Projekte gemittelt."
        ),
        "Veränderung zwischen zwei Runden": (
            "Mittelwert der Unterschiede der Projekte, die in beiden Runden einen Wert haben, mit einem Bereich von "
            "95 %: Aus diesen Projekten wird 10 000-mal mit Zurücklegen gezogen (fester Startwert), der Bereich reicht "
            "vom 2,5. zum 97,5. Perzentil der Mittelwerte. Verglichen werden nur Faktoren, deren Indikatoren in beiden "
            "Fassungen des Katalogs dieselben sind."
        ),
    }
)
"""Title of a rule in the methodology to its definition."""


def plain() -> tuple[tuple[str, str], ...]:
    """Return titles and definitions without marks of emphasis."""
    return tuple((title, definition.replace("**", "")) for title, definition in DEFINITIONS.items())
