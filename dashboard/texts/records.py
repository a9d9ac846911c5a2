"""Wording of the page on which the record is kept."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from bkcore.intake.desk import Step
from bkcore.reports.doubles import Double
from bkcore.services.merging import Moved
from bkcore.services.records import Outcome
from bkcore.store.unit_of_work import TOWN_TIME
from bkcore.vocabulary import Role
from bkcore.wording.labels import label
from bkcore.wording.numbers import count, date_de, join_words, percent, sentence_case, whole

TITLE: Final = "Bestand"
LEAD: Final = (
    "Was hier steht, ist die Grundlage aller Kennzahlen. Jede Änderung steht mit Zeit und Funktion im Verlauf."
)
SHEET: Final = "Was?"
SHEETS: Final[Mapping[str, str]] = {
    "organisationen": "Organisationen",
    "projekte": "Projekte und Bereiche",
    "aktivitaeten": "Aktivitäten",
    "gremien": "Beratungen im Rat",
}
SEARCH: Final = "Suche im Namen"
SEARCH_HINT: Final = "zum Beispiel: AWO"
RECORD: Final = "Eintrag"
RECORD_HINT: Final = "Suchen und wählen"
EDIT: Final = "Bearbeiten …"
NEW: Final = "Neu anlegen …"
NEW_TITLE: Final[Mapping[str, str]] = {
    "organisationen": "Organisation anlegen",
    "projekte": "Projekt oder Bereich anlegen",
    "aktivitaeten": "Aktivität anlegen",
    "gremien": "Beratung anlegen",
}
NOTHING: Final = "Dazu ist nichts erfasst. Prüfen Sie die Schreibweise, oder legen Sie den Eintrag neu an."
UNKNOWN: Final = "nicht bekannt"
SAVE: Final = "Speichern"
SLUG: Final = "Kennung: {slug}. Sie bleibt für immer."
UNDO: Final = "Letzte Änderung zurücknehmen"
HISTORY: Final = "Verlauf"
HISTORY_COLUMNS: Final = ("Wann und wer", "Was")
HISTORY_NONE: Final = "Zu diesem Eintrag steht nichts im Verlauf."
EMPTY: Final = "leer"

VIEW: Final = "Bearbeiten"
VIEWS: Final[Mapping[str, str]] = {"einzeln": "Einzeln im Formular", "tabelle": "Mehrere in einer Tabelle"}
GRID_ALT: Final = "Einträge zum Bearbeiten; jede Zeile ein Eintrag, jede Spalte eine Angabe"
GRID_NOTE: Final = "Tippen Sie in die Zellen. Gespeichert wird mit dem Knopf darunter: alles oder nichts."
GRID_SAVE: Final = "Änderungen speichern"
GRID_AGAIN: Final = "Verwerfen und neu laden"
GRID_NOTHING: Final = (
    "In der Tabelle ist nichts geändert. Haben Sie eben noch getippt, speichern Sie bitte noch einmal."
)
GRID_SLUG: Final = "Kennung"
ARCHIVED: Final = "Archivierte zeigen"
ARCHIVE: Final = "Ins Archiv legen"
ARCHIVE_NOTE: Final = (
    "Gelöscht wird hier nichts. Ein Eintrag im Archiv steht nicht mehr in dieser Suche, und das Telefon bietet ihn "
    "nicht mehr an; was mit ihm war, zählt weiter. Eine irrige Aktivität bekommt besser den Stand „ausgefallen“."
)
RESTORE: Final = "Aus dem Archiv holen"
IN_ARCHIVE: Final = "Dieser Eintrag liegt seit dem {day} im Archiv."
ARCHIVING_DONE: Final = "Der Eintrag liegt im Archiv."
RESTORING_DONE: Final = "Der Eintrag steht wieder in der Suche."
DOUBLES: Final = "Doppelte Organisationen zusammenführen"
DOUBLES_NOTE: Final = "Zwei Einträge für dieselbe Organisation zählen doppelt. Vorgeschlagen wird, was ähnlich heißt."
DOUBLES_NONE: Final = "Keine zwei Namen sehen einander ähnlich. Sie können trotzdem zwei Einträge wählen."
DOUBLES_COLUMNS: Final = ("Eintrag", "Anderer Eintrag", "Ähnlichkeit der Namen")
KEPT: Final = "Bleibt bestehen"
GONE: Final = "Geht darin auf"
ORGANISATION_HINT: Final = "Organisation wählen"
SWAP: Final = "Tauschen"
MERGE: Final = "Zusammenführen …"
MERGE_QUESTION: Final = "Zusammenführen?"
MERGE_YES: Final = "Zusammenführen"
MERGED: Final = "Die Einträge sind zusammengeführt."
MERGE_NOTHING: Final = "An dem Eintrag, der aufgeht, hängt nichts."
MERGE_SAME: Final = "Bitte wählen Sie zwei verschiedene Organisationen."
MERGE_FINAL: Final = (
    "Das lässt sich nicht zurücknehmen. Was in dem Eintrag stand, bleibt im Verlauf; sein Name bleibt auffindbar. "
    "Leere Felder werden gefüllt, und hat einer der beiden die Nennung abgelehnt, gilt das weiter."
)
_TABLES: Final[Mapping[str, tuple[str, str]]] = {
    "participation": ("Beteiligung", "Beteiligungen"),
    "seat": ("Sitz", "Sitze"),
    "project": ("Projekt als Träger", "Projekte als Träger"),
    "measure": ("Maßnahme", "Maßnahmen"),
    "perspective_gap": ("nächster Schritt", "nächste Schritte"),
    "meeting_attendance": ("Sitzung", "Sitzungen"),
    "former_name": ("früherer Name", "frühere Namen"),
}

LABELS: Final[Mapping[str, str]] = {
    "name": "Name",
    "titel": "Titel",
    "art": "Art",
    "sektor": "Bereich",
    "ortsteil": "Ortsteil",
    "dabei_seit": "Dabei seit",
    "ausgeschieden_am": "Ausgeschieden am",
    "namensnennung": "Darf öffentlich genannt werden",
    "quelle": "Quelle",
    "beleg": "Beleg",
    "anmerkung": "Anmerkung",
    "gegenstand": "Projekt oder Bereich",
    "traeger": "Träger",
    "beginn": "Beginn",
    "ende": "Ende",
    "zielgruppe": "Zielgruppe",
    "themen": "Themen",
    "foerderung": "Förderung",
    "verantwortungsbereich": "Verantwortungsbereich",
    "beschreibung": "Beschreibung",
    "netzwerkbezug": "Bezug zum Netzwerk",
    "projekt": "Projekt",
    "datum": "Datum",
    "datum_ende": "Letzter Tag",
    "genauigkeit": "Wie genau ist das Datum bekannt?",
    "ort": "Ort",
    "stand": "Stand",
    "teilnehmende": "Teilnehmende",
    "geschaetzt": "Die Zahl ist geschätzt",
    "davon_erstmals": "davon zum ersten Mal",
    "ehrenamtliche": "Ehrenamtliche",
    "erreichbarkeit": "Erreichbarkeit",
    "plenum": "Treffen des ganzen Netzwerks",
    "sprachen": "Sprachen",
    "kostenlos": "Kostenlos",
    "barrierefrei": "Barrierefrei",
    "gemeinsam_geplant": "Gemeinsam geplant",
    "vorschlaege_aufgegriffen": "Aufgegriffene Vorschläge",
    "aufgaben_uebergeben": "Übergebene Aufgaben",
    "teil_von": "Teil von",
    "drucksache": "Drucksache",
    "betreff": "Betreff",
    "gremium": "Gremium",
    "ergebnis": "Ergebnis",
    "zusammenfassung": "Zusammenfassung",
    "url": "Adresse im Netz",
    "relevanz": "Bezug zum Netzwerk",
}
"""What each column is called where one record is edited; a test compares it with the sheets."""

_ACTIONS: Final[Mapping[str, str]] = {
    "merge_organisations": "ein Doppel aufgenommen",
    "archive_record": "ins Archiv gelegt",
    "restore_record": "aus dem Archiv geholt",
    "capture_activity": "bestätigt oder erfasst",
    "release_project_text": "Text veröffentlicht oder zurückgezogen",
    "put_department": "Bereich gepflegt",
}


def head(numbers: Mapping[str, int]) -> str:
    """Return how much is recorded, as a sentence."""
    organisations = count(numbers["organisationen"], "Organisation", "Organisationen")
    activities = count(numbers["aktivitaeten"], "Aktivität", "Aktivitäten")
    both = f"{organisations} und {activities}"
    verb = "ist" if numbers["organisationen"] == 1 and not numbers["aktivitaeten"] else "sind"
    return f"{both[0].upper()}{both[1:]} {verb} erfasst."


def found(number: int, *, most: int) -> str:
    """Return how many were found."""
    if number >= most:
        return f"mehr als {most} gefunden, bitte mehr vom Namen schreiben"
    return f"{whole(number)} gefunden"


def saved(outcome: Outcome) -> str:
    """Return what saving came to."""
    return {
        Outcome.NEW: "Der Eintrag ist angelegt.",
        Outcome.CHANGED: "Die Änderung ist gespeichert.",
        Outcome.UNCHANGED: "Es war nichts zu ändern.",
    }[outcome]


def step(found: Step, names: Mapping[str, str]) -> tuple[str, str]:
    """Return one entry of the history: when and who, and what changed.

    Args:
        found: The entry.
        names: German name of each column of the table.
    """
    who = label(Role(found.role)) if found.role != Role.SYSTEM else "Programm"
    changes = [
        f"{names[column]}: {_value(found.before.get(column))} → {_value(value)}"
        for column, value in found.after.items()
        if found.before and column in names
    ]
    doing = _ACTIONS.get(found.action, "")
    what = "; ".join(changes) or doing or ("geändert" if found.before else "angelegt")
    return f"{_moment(found.at)} · {found.label or who}", what


def _value(value: object) -> str:
    if value is None or value == "":
        return EMPTY
    if isinstance(value, bool):
        return "ja" if value else "nein"
    text = str(value)
    return f"„{text[:80]}…“" if len(text) > 80 else f"„{text}“"  # noqa: PLR2004 - a line of the history


def _moment(at: datetime) -> str:
    local = at.astimezone(TOWN_TIME)
    return f"{date_de(local.date())}, {local:%H:%M} Uhr"


def grid_most(most: int) -> str:
    """Say that only the first rows are shown."""
    return f"{GRID_NOTE} Gezeigt werden die ersten {whole(most)}; suchen Sie nach einem Namen, oder nehmen Sie Excel."


def grid_fault(slug: str, column: str, reason: str) -> str:
    """Say where a grid cannot be saved, and why."""
    return f"{slug}, {LABELS.get(column, column)}: {reason} Gespeichert ist nichts."


def grid_saved(number: int) -> str:
    """Say how many records were saved."""
    return f"{sentence_case(count(number, 'Eintrag ist', 'Einträge sind', feminine=False))} gespeichert."


def grid_pending(number: int) -> str:
    """Say how many rows are typed into and not saved yet; empty for none."""
    if not number:
        return ""
    return f"{sentence_case(count(number, 'Zeile ist', 'Zeilen sind'))} geändert und noch nicht gespeichert."


def moves(moved: Moved) -> str:
    """Say what a merge moves, and what both say alike."""
    parts = [count(number, *_TABLES[name]) for name, number in moved.rows.items()]
    told = f"Es ziehen um: {join_words(parts)}." if parts else MERGE_NOTHING
    if not moved.alike:
        return told
    verb = "steht" if moved.alike == 1 else "stehen"
    twice = sentence_case(count(moved.alike, *_TABLES["participation"]))
    return f"{told} {twice} {verb} bei beiden und bleibt nur einmal."


def merge_texts(kept: str, gone: str, moved: Moved) -> tuple[str, ...]:
    """Say what happens when two records are merged."""
    return f"„{gone}“ geht in „{kept}“ auf.", moves(moved), MERGE_FINAL


def double(pair: Double) -> tuple[str, str, str]:
    """Return one suggested pair, in the order of ``DOUBLES_COLUMNS``."""
    return pair.first.name, pair.second.name, percent(pair.likeness / 100)
