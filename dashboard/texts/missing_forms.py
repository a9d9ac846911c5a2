"""Wording around the list of perspectives and the next steps for those that are missing."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from bkcore.reports.perspective_facts import CoverageCell, DeclaredPerspective, Gap
from bkcore.suggestions import Suggestion
from bkcore.vocabulary import GapState
from bkcore.wording.labels import label
from bkcore.wording.numbers import count, date_de, number_word, sentence_case

GAPS: Final = "Fehlende Perspektiven und nächste Schritte"
NO_GAPS: Final = "Zu diesem Jahr ist keine Lücke bekannt, und kein Schritt ist offen."
COLUMNS_GAPS: Final = ("Perspektive", "Stand", "Nächster Schritt", "Wer", "Bis wann")
NO_STEP: Final = "noch keiner"
NOTE_STEP: Final = "Nächsten Schritt festhalten …"
STEP_TITLE: Final = "Nächsten Schritt festhalten"
STEP_EDIT_TITLE: Final = "Schritt ändern"
STEP_LEAD: Final = "Was, wer und bis wann: So lässt sich später sagen, ob die Perspektive dazugekommen ist."
FIELD_PERSPECTIVE: Final = "Welche Perspektive?"
FIELD_STEP: Final = "Was geschieht als Nächstes?"
FIELD_STEP_HINT: Final = "zum Beispiel: Seniorenbeirat einladen"
FIELD_ORGANISATION: Final = "Welche Organisation kümmert sich?"
FIELD_ORGANISATION_HINT: Final = "Organisation wählen"
FIELD_OWNER: Final = "Oder wer? Eine Funktion, kein Name"
FIELD_OWNER_HINT: Final = "zum Beispiel Koordination"
FIELD_DUE: Final = "Bis wann?"
FIELD_NOTE: Final = "Anmerkung, ohne Namen von Menschen"
SAVE_STEP: Final = "Schritt speichern"
STEP_SAVED: Final = "Der Schritt ist gespeichert."
MANAGE: Final = "Stand eines Schritts melden"
FIELD_GAP: Final = "Schritt"
FIELD_GAP_HINT: Final = "Schritt wählen"
EDIT: Final = "Bearbeiten …"
CLOSE: Final = "Als erledigt melden"
REOPEN: Final = "Wieder öffnen"
CLOSED: Final = "Der Schritt ist erledigt. Über „Wieder öffnen“ nehmen Sie das zurück."
REOPENED: Final = "Der Schritt ist wieder offen."

LIST: Final = "Was uns wichtig ist"
LIST_NOTE: Final = "Die Liste führt die Steuerungsgruppe. Jede Änderung steht im Journal."
COLUMNS_LIST: Final = ("Perspektive", "Merkmal", "Suchwörter", "Woher", "Stand")
ADD: Final = "Perspektive hinzufügen …"
ADD_TITLE: Final = "Perspektive hinzufügen"
EDIT_TITLE: Final = "Perspektive ändern"
FIELD_TRAIT: Final = "Wonach suchen wir?"
FIELD_TITLE: Final = "Bezeichnung"
FIELD_TITLE_HINT: Final = "zum Beispiel: Alleinerziehende"
FIELD_VALUE: Final = "Welche Werte des Bestands gehören dazu?"
FIELD_WORDS: Final = "Suchwörter: wie der Bestand sie sonst noch nennt, mit Semikolon getrennt"
FIELD_SOURCE: Final = "Woher wissen wir, dass sie wichtig ist? Sitzung, Dokument oder Adresse"
SAVE: Final = "Speichern"
SAVED: Final = "Die Perspektive ist gespeichert."
CHANGE: Final = "Eine Perspektive ändern"
FIELD_CHOICE_HINT: Final = "Perspektive wählen"
RETIRE: Final = "Nicht mehr suchen"
RETIRED: Final = "Die Perspektive ruht. Über „Wieder suchen“ nehmen Sie das zurück."
RESUME: Final = "Wieder suchen"
RESUMED: Final = "Die Perspektive wird wieder gesucht."

SUGGESTIONS: Final = "Vorschläge aus öffentlichen Quellen"
SUGGESTIONS_NOTE: Final = "Wichtig wird ein Vorschlag erst, wenn Sie ihn übernehmen. Die Quelle wird mitgespeichert."
FIELD_SUGGESTIONS: Final = "Was davon ist Ihnen wichtig?"
TAKE: Final = "Übernehmen"
NONE_CHOSEN: Final = "Bitte wählen Sie zuerst mindestens einen Vorschlag."
SOURCES: Final = "Woher die Vorschläge kommen"

_OWN: Final = "eigene Festlegung"
_ACTIVE: Final = "wird gesucht"
_RESTING: Final = "ruht"


def gaps_note(open_steps: int, *, late: int) -> str:
    """Say how many steps are open and how many of them are late."""
    if not open_steps:
        return "Zurzeit ist kein Schritt offen."
    verb = "ist" if open_steps == 1 else "sind"
    found = f"{sentence_case(count(open_steps, 'Schritt', 'Schritte', feminine=False))} {verb} offen"
    if not late:
        return f"{found}."
    return f"{found}, {'einer' if late == 1 else number_word(late)} davon überfällig."


def gap_row(one: DeclaredPerspective, cell: CoverageCell | None, gap: Gap | None, *, today: date) -> tuple[str, ...]:
    """Return one row of the list, in the order of ``COLUMNS_GAPS``."""
    stand = _stand(cell)
    if gap is None:
        return one.title, stand, NO_STEP, "", ""
    due = date_de(gap.due_on)
    if gap.state is GapState.DONE:
        due = label(gap.state)
    elif gap.is_overdue(today):
        due = f"{due} (überfällig)"
    return one.title, stand, gap.step, gap.who, due


def gap_name(perspective: str, gap: Gap) -> str:
    """Name a step in a choice."""
    return f"{perspective}: {gap.step} ({label(gap.state)})"


def list_row(one: DeclaredPerspective) -> tuple[str, ...]:
    """Return one row of what is declared, in the order of ``COLUMNS_LIST``."""
    words = ", ".join(word.strip() for word in one.words.split(";") if word.strip())
    return one.title, label(one.trait), words, one.source or _OWN, _RESTING if one.retired else _ACTIVE


def list_title(number: int) -> str:
    """Name the list by its length."""
    return f"{sentence_case(count(number, 'Perspektive', 'Perspektiven'))} mit Suchwörtern und Herkunft"


def taken(number: int) -> str:
    """Say how many suggestions were taken up."""
    return f"{sentence_case(count(number, 'Vorschlag', 'Vorschläge', feminine=False))} übernommen."


def suggestion_name(one: Suggestion) -> str:
    """Name a suggestion in a choice."""
    return f"{one.title} ({label(one.trait)})"


def sources(found: Iterable[Suggestion]) -> tuple[tuple[str, str], ...]:
    """Return name and reason with source of every suggestion."""
    return tuple((one.title, f"{one.why} Quelle: {one.source}") for one in found)


def _stand(cell: CoverageCell | None) -> str:
    return "" if cell is None else label(cell.state)
