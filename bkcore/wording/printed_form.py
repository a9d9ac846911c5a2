"""Wording of the form on paper, beside what the catalogue and the form's own wording say."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from bkcore.vocabulary import AssessmentForm
from bkcore.wording.numbers import date_de
from bkcore.wording.statements import each

TITLE: Final = "Selbsteinschätzung"
BRAND: Final = "Vielfalts-Netzwerk „Bergkamen for all“"
DRAFT: Final = "Entwurf"
HOW_TITLE: Final = "So geht es"
HOW_MORE: Final = (
    "Eine niedrige Stufe ist keine schlechte Note, es gibt keine Rangliste. Antworten Sie bitte zuerst für sich "
    "allein. Bitte schreiben Sie keine Namen auf den Bogen."
)
ABOUT: Final = "Vorhaben oder Bereich"
VIEW: Final = "Meine Sicht"
VIEWS: Final = ("Leitung", "Team", "Partner")
DONT_KNOW_KEY: Final = "w"
NOT_APPLICABLE_KEY: Final = "n"
CONFIDENTIAL: Final = "Diesen Text bitte vertraulich behandeln"
CONFIDENTIAL_SHORT: Final = "vertraulich"
RETURN_TITLE: Final = "Wohin mit dem Bogen?"
RETURN: Final = (
    "Bitte geben Sie ihn dem Integrationsmanagement der Stadt Bergkamen. Dort werden die Kreuze abgetippt und als "
    "„vom Papierbogen“ gekennzeichnet. Danach wird der Bogen vernichtet. Wie bei den Antworten am Bildschirm sieht der "
    "Rat nur das Bild des ganzen Netzwerks."
)
KEYS: Final = "Für das Abtippen: 1 bis 5 = Stufe, w = weiß ich nicht, n = trifft nicht zu, - = leer"
FORMS: Final = {AssessmentForm.SHORT: "Kurzform", AssessmentForm.FULL: "Ausführliche Form"}


def how(form: AssessmentForm, statements: Sequence[int]) -> str:
    """Say how the form is filled in.

    Args:
        form: Short or full.
        statements: How many statements each factor has in the full form.
    """
    short = form is AssessmentForm.SHORT or max(statements) == 1
    read = each([1] if short else statements, one="einen Satz", several="Sätze")
    steps, tick = ("und fünf Stufen", "") if short else (", jeder mit fünf Stufen", " je Satz")
    return (
        f"Zu jedem der acht Gelingensfaktoren lesen Sie {read}{' ' if short else ''}{steps}. Kreuzen Sie{tick} die "
        "Stufe an, die Ihren Alltag am besten beschreibt. Passen zwei, nehmen Sie die niedrigere."
    )


def until(closes_on: date | None) -> str:
    """Say until when the form must be there."""
    return f"Bitte zurück bis {date_de(closes_on)}." if closes_on else ""


def version(name: str, *, draft: bool) -> str:
    """Return which version of the catalogue is printed, and that it is a draft."""
    return f"Fassung {name}" + (f" ({DRAFT})" if draft else "")
