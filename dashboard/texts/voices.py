"""Wording of the section that opens the participants' forms, hangs up their posters and closes them."""

from datetime import date
from typing import Final

from bkcore.wording.numbers import count, date_de, number_word, sentence_case

TITLE: Final = "Stimmen der Teilnehmenden"
NOTE: Final = "Ein kurzer Bogen ohne Namen, für alle, die ein Angebot besuchen. Er braucht nur Link oder Aushang."

FIELD_PROJECTS: Final = "Wofür soll ein Bogen offen sein?"
FIELD_PROJECTS_HINT: Final = "Projekte und Bereiche wählen"
OPEN: Final = "Bogen öffnen"
NONE_CHOSEN: Final = "Bitte wählen Sie mindestens ein Projekt oder einen Bereich."
ALL_OPEN: Final = "Für alle Projekte und Bereiche ist ein Bogen offen."
NONE: Final = "Noch ist kein Bogen offen. Wählen Sie oben ein Projekt oder einen Bereich."

TABLE: Final = "Bögen und Zahl der Stimmen"
COLUMNS: Final = ("Projekt oder Bereich", "Stimmen", "Stand")
COUNT_NOTE: Final = (
    "Hier steht nur, wie viele es sind. Die Antworten sieht bis zum Ende der Runde niemand, auch Sie nicht."
)
STATES: Final = {True: "● offen", False: "○ geschlossen"}

FIELD_FORM: Final = "Aushang und Link für"
FIELD_FORM_HINT: Final = "Bogen wählen"
ADDRESS: Final = "Link zum Weitergeben"
POSTERS: Final = "Aushang mit QR-Code"
POSTER_NOTE: Final = (
    "Auf dem Aushang steht die Einladung auch in Leichter Sprache und vier anderen Sprachen. Diese Fassungen hat noch "
    "niemand geprüft, der sie spricht oder braucht."
)
A4: Final = "Aushang A4 (PDF)"
A6: Final = "Handzettel A6 (PDF)"

CLOSE: Final = "Bogen schließen …"
CLOSE_YES: Final = "Bogen schließen"
CLOSED: Final = "Der Bogen ist geschlossen."
CLOSED_NOTE: Final = "Dieser Bogen ist geschlossen. Öffnen Sie ihn oben wieder, gilt dieselbe Adresse."


def opened(forms: int) -> str:
    """Return that forms are open, and where the way to them is."""
    if forms == 1:
        return "Der Bogen ist offen. Aushang und Link finden Sie darunter."
    return f"{sentence_case(number_word(forms))} Bögen sind offen. Aushang und Link finden Sie darunter."


def close_question(project: str) -> str:
    """Return the question before closing a form."""
    return f"Bogen für „{project}“ schließen?"


def close_consequences(voices: int, closes_on: date) -> tuple[str, ...]:
    """Return what closing a form does."""
    counted = sentence_case(count(voices, "Stimme", "Stimmen"))
    kept = f"{counted} {'bleibt' if voices == 1 else 'bleiben'} gezählt." if voices else "Bisher kam keine Stimme."
    return (
        "Link und Aushang führen ab sofort ins Leere. Bitte nehmen Sie die Aushänge ab.",
        kept,
        f"Bis zum {date_de(closes_on)} können Sie den Bogen wieder öffnen.",
    )


def file_name(project: str, paper: str) -> str:
    """Return the name of a poster's file."""
    return f"aushang-{project}-{paper}.pdf"
