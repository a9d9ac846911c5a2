"""Wording around departments of the administration."""

from typing import Final

TITLE: Final = "Bereiche der Verwaltung"
NOTE: Final = (
    "Rat und Verwaltung haben dieselben acht Gelingensfaktoren übernommen. Bereiche schätzen sich wie Projekte ein, "
    "werden aber nie mit ihnen zusammengezählt."
)
NONE: Final = "Noch ist kein Bereich angelegt. Tragen Sie unten den ersten ein."
COLUMNS: Final = ("Bereich", "Stand")
ACTIVE: Final = "wird gefragt"
RETIRED: Final = "stillgelegt"
ADD_TITLE: Final = "Bereich anlegen"
FIELD_NAME: Final = "Name des Bereichs"
FIELD_NAME_HINT: Final = "zum Beispiel: Bürgerbüro"
ADD: Final = "Bereich anlegen"
ADDED: Final = "Der Bereich ist angelegt."
EDIT_TITLE: Final = "Bereich ändern"
FIELD_CHOICE: Final = "Welcher Bereich?"
FIELD_CHOICE_HINT: Final = "Bereich wählen"
RENAME: Final = "Namen ändern"
RENAMED: Final = "Der Name ist geändert."
RETIRE: Final = "Stilllegen …"
RETIRE_YES: Final = "Stilllegen"
RETIRE_TEXT: Final = (
    "Er wird für neue Runden nicht mehr vorgeschlagen. Frühere Ergebnisse bleiben.",
    "Sie können das jederzeit zurücknehmen.",
)
ASK_AGAIN: Final = "Wieder fragen …"
ASK_AGAIN_YES: Final = "Wieder fragen"
AGAIN_TEXT: Final = ("Er steht dann wieder zur Wahl, wenn Sie eine Runde öffnen oder einladen.",)


def retire_question(title: str) -> str:
    """Ask before retiring."""
    return f"„{title}“ stilllegen?"


def again_question(title: str) -> str:
    """Ask before taking up again."""
    return f"„{title}“ wieder fragen?"
