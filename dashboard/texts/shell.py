"""Wording of the frame around every page: shared components, error pages, the page before the program has loaded."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from bkcore.wording.numbers import date_de, whole

NAME: Final = "Bergkamen for all"
SERVICE: Final = "Beteiligungs-Dashboard"
TITLE: Final = f"{NAME} · {SERVICE}"

TABLE: Final = "Daten als Tabelle"
MEANING: Final = "Was bedeutet das?"
DOWNLOAD: Final = "Als CSV herunterladen"
PICTURE_BUTTONS: Final[Mapping[str, str]] = {"png": "Bild speichern (PNG)", "svg": "Bild speichern (SVG)"}
PICTURE_DONE: Final = "Das Bild ist gespeichert."
PICTURE_FAILED: Final = (
    "Das Bild ließ sich nicht speichern. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal."
)
MISSING_VALUE: Final = "–"
CHARACTERS_LEFT: Final = "noch {n} Zeichen"
YES: Final = "ja"
NO: Final = "nein"

DONE: Final = "erledigt"
CURRENT: Final = "jetzt"
AHEAD: Final = "kommt noch"

NO_SCRIPT: Final = (
    "Diese Seite braucht JavaScript. Bitte schalten Sie es in Ihrem Browser ein. "
    "Der Sachstand für den Rat lässt sich mit dem Link aus der Einladung auch ohne JavaScript lesen."
)

CONNECTION_LOST: Final = "Die Verbindung ist unterbrochen. Was gespeichert ist, bleibt gespeichert. Wir verbinden neu …"
CONNECTION_GONE: Final = "Die Verbindung ließ sich nicht wiederherstellen. Bitte laden Sie die Seite neu."
CONNECTION_BACK: Final = "Die Verbindung steht wieder."
MESSAGE: Final = "Mitteilung"
RELOAD: Final = "Seite neu laden"
COMPUTING: Final = "Das Programm ist gerade gestartet und rechnet die Zahlen aus. Die Seite erscheint von selbst."
LOADING: Final = "Das Dashboard wird geladen …"

NOT_FOUND_TITLE: Final = "Diese Seite gibt es nicht."
NOT_FOUND_TEXT: Final = (
    "Vielleicht ist der Link abgelaufen, oder die Adresse ist nicht vollständig. "
    "Bitte öffnen Sie den Link noch einmal aus Ihrer Nachricht. Hilft das nicht, "
    "schickt Ihnen das Integrationsmanagement einen neuen."
)
NO_PAGE_TEXT: Final = (
    "Vielleicht ist die Adresse nicht vollständig, oder die Seite heißt inzwischen anders. "
    "Über die Startseite finden Sie alle Seiten, die zu Ihrem Zugang gehören."
)
NOT_ALLOWED_TITLE: Final = "Das geht mit dieser Adresse nicht."
NOT_ALLOWED_TEXT: Final = "Bitte gehen Sie zurück und versuchen Sie es über die Schaltfläche auf der Seite noch einmal."
BUG_TITLE: Final = "Da ist etwas schiefgegangen."
HOME: Final = "Zur Startseite"


def bug_text(ticket: str) -> str:
    """Return the sentence that names the ticket of a bug."""
    return (
        "Der Fehler liegt bei uns, nicht bei Ihnen. Was Sie gespeichert haben, bleibt gespeichert. "
        f"Bitte laden Sie die Seite neu. Bleibt es dabei, nennen Sie uns diese Nummer: {ticket}"
    )


def progress(done: int, total: int) -> str:
    """Return how far a form has come, for screen readers."""
    return f"{done} von {total} erledigt"


def rows_shown(shown: int, of: int) -> str:
    """Say that a table shows its first rows only."""
    return f"Hier stehen die ersten {whole(shown)} von {whole(of)} Zeilen. Die CSV-Datei enthält alle."


def source(day: date) -> str:
    """Return the line that tells where a saved picture comes from."""
    return f"Quelle: {SERVICE} {NAME}, Stand {date_de(day)}"


def picture_of(finding: str) -> str:
    """Return the name of the buttons that save a picture, for screen readers."""
    return f"Bild speichern: {finding}"
