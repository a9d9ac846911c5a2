"""Wording of the page behind the link of whoever owns a measure."""

from datetime import date
from typing import Final

from bkcore.reports.measure_board import BoardMeasure
from bkcore.wording.labels import label
from bkcore.wording.numbers import date_de, sentence_case
from bkcore.wording.owner_letters import due

SKIP: Final = "Zum Formular springen"
EYEBROW: Final = "Ihre Maßnahme"
STATE: Final = "Wo steht sie?"
SENTENCE: Final = "Was ist passiert?"
SENTENCE_HINT: Final = "Ein Satz reicht. Bitte Funktionen nennen, keine Namen."
SUBMIT: Final = "Melden"
SAVED: Final = "Danke, Ihre Meldung ist gespeichert."
LOG: Final = "Was bisher geschah"
NO_LOG: Final = "Noch hat niemand etwas aufgeschrieben."
TROUBLE: Final = "Noch nicht gespeichert"
NOTHING: Final = "Bitte wählen Sie einen anderen Stand oder schreiben Sie einen Satz."
TOO_LONG: Final = "Der Satz ist zu lang. Bitte kürzen Sie ihn auf 500 Zeichen."
BUSY: Final = (
    "Gerade ist viel los. Bitte tippen Sie in ein paar Sekunden noch einmal auf „Melden“. Ihr Satz steht noch da."
)
PRIVACY: Final = (
    "Wer diesen Link hat, kann hier melden; geben Sie ihn nur an die Vertretung weiter. Gespeichert werden Stand, "
    "Satz, Tag und die Funktion, für die der Link ausgegeben ist, kein Name und kein Gerät. Der Link endet 30 Tage, "
    "nachdem die Maßnahme erledigt oder verworfen ist."
)


def lead(one: BoardMeasure, *, today: date) -> str:
    """Say where it stands and until when."""
    if one.is_closed:
        since = f" seit dem {date_de(one.finished_on)}" if one.finished_on else ""
        return f"{sentence_case(label(one.state))}{since}."
    return f"{sentence_case(label(one.state))}, {due(one.due_on, today=today)}."


def owned_by(one: BoardMeasure) -> str:
    """Say who owns it, and what it is for."""
    about = " · ".join(part for part in (one.factor, one.project_title) if part)
    return f"Zuständig: {one.owner}" + (f" · {about}" if about else "")
