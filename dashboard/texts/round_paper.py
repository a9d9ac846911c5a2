"""Wording around forms on paper: printing them, typing them in."""

from collections.abc import Mapping
from typing import Final

from bkcore.reports.invitations import Invitation
from bkcore.vocabulary import AssessmentForm, Origin, View
from bkcore.wording.numbers import count, sentence_case

PRINT_TITLE: Final = "Bogen drucken"
PRINT_NOTE: Final = "Dieselben Fragen wie am Bildschirm, als PDF in A4, auch zum Vorlesen geeignet."
FIELD_HEAD: Final = "Name auf dem Bogen (freiwillig)"
FIELD_HEAD_HINT: Final = "ohne Namen: Die Zeile bleibt frei"
PRINT: Final[Mapping[AssessmentForm, str]] = {
    AssessmentForm.SHORT: "Kurzform herunterladen (zwei Seiten)",
    AssessmentForm.FULL: "Ausführliche Form herunterladen",
}
FORM: Final[Mapping[AssessmentForm, str]] = {
    AssessmentForm.SHORT: "Kurzform",
    AssessmentForm.FULL: "Ausführliche Form",
}

ENTER_TITLE: Final = "Papierbogen eintragen"
ENTER_NOTE: Final = (
    "Jeder Bogen wird eine abgegebene Einschätzung und bleibt als „vom Papierbogen“ gekennzeichnet. Gespeichert wird "
    "alles oder nichts."
)
NOT_YET: Final = "Eintragen können Sie Bögen, sobald die Runde läuft."
NO_ROUND: Final = "Eintragen können Sie Bögen, solange eine Runde läuft."
FIELD_PROJECT: Final = "Vorhaben oder Bereich"
FIELD_PROJECT_HINT: Final = "Suchen und wählen"
NO_PROJECT: Final = "Bitte wählen Sie, um welches Vorhaben oder welchen Bereich es geht."
FIELD_VIEW: Final = "Sicht auf dem Bogen"
FIELD_FORM: Final = "Form des Bogens"
FIELD_REPLACES: Final = "Ersetzt der Bogen etwas?"
REPLACES_NOTHING: Final = "Nein, er kommt dazu"
LINES_TITLE: Final = "Die Kreuze, ein Zeichen je Aussage"
LINE_HINT: Final[Mapping[AssessmentForm, str]] = {
    AssessmentForm.SHORT: "zum Beispiel 3",
    AssessmentForm.FULL: "zum Beispiel 34w2",
}
REMARKS: Final = "Bemerkungen vom Bogen (freiwillig)"
SAVE: Final = "Bogen speichern"
SAVED: Final = "Der Bogen ist gespeichert."
SHEETS_NOTE: Final = (
    "Vertippt? Wählen Sie oben bei „Ersetzt der Bogen etwas?“ den alten Eintrag und tippen Sie neu. Gelesen werden "
    "können die Antworten hier nicht."
)
FIELD_SHEET: Final = "Bogen löschen"
FIELD_SHEET_HINT: Final = "Bogen wählen"
DELETE: Final = "Löschen …"
DELETE_YES: Final = "Bogen löschen"
DELETE_QUESTION: Final = "Diesen Bogen löschen?"
DELETE_TEXT: Final = "Seine Antworten zählen dann nicht mehr. Das lässt sich nicht zurücknehmen."
DELETED: Final = "Der Bogen ist gelöscht."


def file_name(form: AssessmentForm, slug: str) -> str:
    """Return the name of the file to print."""
    kind = "kurzform" if form is AssessmentForm.SHORT else "ausfuehrlich"
    return "-".join(part for part in ("bogen", kind, slug) if part) + ".pdf"


def lines_note(statements: int) -> str:
    """Say which keys there are, and how many a factor has."""
    each = "ein Zeichen" if statements == 1 else f"{statements} Zeichen"
    return (
        f"Je Faktor {each}: 1 bis 5 für die Stufe, w für „Weiß ich nicht“, n für „Trifft nicht zu“, - für leer. Mit "
        "der Tabulatortaste geht es weiter."
    )


def line(number: int, title: str) -> str:
    """Return the name of one line."""
    return f"{number}. {title}"


def confidential(number: int) -> str:
    """Return the name of the box below a remark."""
    return f"Bemerkung {number} vertraulich behandeln"


def replaces(entry: Invitation) -> str:
    """Return what a sheet can stand in for."""
    if entry.origin is Origin.PAPER:
        return f"Ja, den früheren Eintrag Nr. {entry.assessment_id}"
    made_out_to = f" an {entry.label}" if entry.label else ""
    then = "zeigt dann diese Antworten" if entry.view is View.LEAD else "gilt dann nicht mehr"
    return f"Ja, die Einladung{made_out_to} (Nr. {entry.assessment_id}); ihr Link {then}"


def sheets_title(number: int) -> str:
    """Return how many sheets were typed in."""
    return f"{sentence_case(count(number, 'Papierbogen', 'Papierbögen', feminine=False))} eingetragen"


def sheet(name: str, number: int, *, form: AssessmentForm | None) -> str:
    """Return the name of one sheet."""
    return f"{name} · {FORM[form] if form else ''} · Nr. {number}"
