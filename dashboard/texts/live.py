"""Wording of the live link's own small pages: password, too many requests, nothing released yet."""

from typing import Final

LOCKED_TITLE: Final = "Dieser Link hat ein Kennwort."
LOCKED_TEXT: Final = "Das Kennwort haben Sie mit dem Link bekommen. Danach fragt diese Seite nicht noch einmal."
WRONG_TEXT: Final = (
    "Das Kennwort passt nicht. Bitte prüfen Sie Groß- und Kleinschreibung und versuchen Sie es noch einmal. Hilft das "
    "nicht, fragen Sie bitte das Integrationsmanagement."
)
FIELD: Final = "Kennwort"
OPEN: Final = "Öffnen"
COOKIE_NOTE: Final = "Damit die Seite sich das merkt, legt sie ein Cookie an, das nur für diesen Link gilt."
TOO_MANY_TITLE: Final = "Einen Moment bitte."
TOO_MANY_TEXT: Final = "Diese Seite wird gerade sehr oft aufgerufen. Bitte laden Sie sie in ein paar Sekunden neu."
TOO_MANY_PASSWORDS: Final = (
    "Hier wurden kurz nacheinander viele falsche Kennwörter eingegeben. Bitte versuchen Sie es in einer Minute noch "
    "einmal."
)
NOTHING_TITLE: Final = "Noch ist nichts veröffentlicht."
NOTHING_TEXT: Final = "Der erste Sachstand wird gerade vorbereitet. Bitte versuchen Sie es später noch einmal."
