"""Wording of the assistant for the yearly report to the council."""

from datetime import date
from typing import Final

from bkcore.publication.yearly.check import Mend
from bkcore.publication.yearly.shelf import ReportEntry
from bkcore.wording import year_report_sentences as sentences
from bkcore.wording.numbers import date_de
from bkcore.wording.year_report import TITLES

STEPS: Final = ("1 Jahr und Art", "2 Beratungsfolge", "3 Texte", "4 Prüfung", "5 Veröffentlichung")
STEPS_LABEL: Final = "Schritt"
LEADS: Final = (
    "Welches Jahr, und in welcher Form bekommt der Rat den Bericht?",
    "Welche Gremien beraten wann, und was tun sie?",
    "Jeder Abschnitt beginnt mit Sätzen aus den Zahlen des Jahres. Schreiben Sie sie um, wo Sie mehr wissen.",
    "Ein Blick auf das Ganze, bevor es hinausgeht.",
    "Mit der Veröffentlichung bekommt der Bericht Nummer und Tag und ändert sich nie mehr.",
)
BACK: Final = "Zurück"
NEXT: Final = ("Weiter zur Beratungsfolge", "Weiter zu den Texten", "Weiter zur Prüfung", "Weiter zur Veröffentlichung")
KEPT: Final = "Alles wird sofort gespeichert. Sie können jederzeit aufhören und an jedem Gerät weitermachen."

FIELD_YEAR: Final = "Jahr"
FIELD_KIND: Final = "Art der Vorlage"
KIND_HINTS: Final = (
    "Der Rat nimmt den Bericht zur Kenntnis, ohne etwas zu beschließen.",
    "Der Rat beschließt über einen Vorschlag, der auf dem Deckblatt steht.",
)
FIELD_SUBJECT: Final = "Betreff"
FIELD_REFERENCE: Final = "Nummer der Drucksache (vergibt das Ratsbüro)"
FIELD_FILE_NUMBER: Final = "Aktenzeichen (freiwillig)"
FIELD_RESOLUTION: Final = "Beschlussvorschlag"

STATIONS_NONE: Final = "Noch ist kein Gremium eingetragen."
STATIONS_TITLE: Final = "Weg durch die Gremien"
REMOVE: Final = "Entfernen"
ADD_TITLE: Final = "Gremium hinzufügen"
ADD: Final = "Hinzufügen"
FIELD_BODY: Final = "Gremium"
FIELD_BODY_HINT: Final = "wählen oder neu eintippen"
FIELD_DAY: Final = "Tag der Sitzung (leer, wenn noch offen)"
FIELD_DAY_HINT: Final = "zum Beispiel 10.12.2026"
FIELD_ROLE: Final = "Was tut das Gremium?"
FIELD_DECIDES: Final = "Hier fällt die Entscheidung"

FIELD_SECTION: Final = "Abschnitt"
FIELD_TEXT: Final = "Text"
FROM_FIGURES: Final = "Sätze aus den Zahlen"
CONFIRMED: Final = "bestätigt"
OWN: Final = "eigener Text"
MOVED: Final = "Zahlen geändert"
EMPTY: Final = "noch leer"
CONFIRM: Final = "Passt so"
CONFIRM_NEXT: Final = "Passt so, weiter"
FOLLOW: Final = "Wieder den Zahlen folgen"
MOVED_TITLE: Final = "Diese Zahlen haben sich geändert:"
MOVED_NOTE: Final = "Ihr Text ist unverändert. Die neuen Sätze lauten:"
TAKE: Final = "Neue Sätze übernehmen"
STILL_RIGHT: Final = "Mein Text stimmt noch"
BELOW: Final = "Was unter dem Text steht"
NOTHING_BELOW: Final = "Unter diesem Text steht nichts weiter."
LEFT_OUT_NOTE: Final = "Aus den Zahlen ergibt sich hier nichts. Ohne eigene Sätze erscheint der Abschnitt nicht."
PICTURE: Final = "Bild: "

CHECK_NOTE: Final = "Nichts davon hindert die Veröffentlichung. Sie entscheiden."
CHECK_LIST: Final = "Was noch zu tun ist"
MEND: Final = "Dort beheben"
MENDS: Final = {
    Mend.COVER: "Schritt 1",
    Mend.STATIONS: "Schritt 2",
    Mend.TEXTS: "Schritt 3",
    Mend.PROJECT_TEXTS: "Freigeben können Sie Texte in der Ratsansicht unter „Projekttexte“.",
    Mend.RECORDS: "Bestätigen lassen sie sich auf der Seite „Bestätigen“.",
    Mend.NOWHERE: "Nur zur Kenntnis.",
}
TO_COUNCIL: Final = "Zur Ratsansicht"

PREVIEW_TITLE: Final = "So sieht es der Rat"
PREVIEW_NOTE: Final = "Lesen Sie den Entwurf vorher ganz. Er trägt auf jeder Seite den Vermerk, dass er einer ist."
PREVIEWS: Final = {"pdf": "Entwurf als PDF", "docx": "Entwurf für Word"}
FIELD_CORRECTION: Final = "Was berichtigt die neue Fassung?"
FIELD_CORRECTION_HINT: Final = "in einem Satz; er steht im Bericht"
CORRECTION_MISSING: Final = "Bitte sagen Sie, was die neue Fassung berichtigt."
RELEASE: Final = "Bericht veröffentlichen …"
RELEASE_YES: Final = "Veröffentlichen"
RELEASE_CONSEQUENCES: Final = (
    "Der Bericht wird mit Nummer und Tag festgehalten und nie mehr geändert.",
    "Eine spätere Berichtigung wird eine neue Fassung, in der steht, was anders ist.",
)
RELEASED: Final = "Der Bericht ist veröffentlicht. Sie finden ihn unten."
LIST_TITLE: Final = "Veröffentlichte Berichte"
LIST_NONE: Final = "Noch ist kein Bericht veröffentlicht."
FIELD_REPORT: Final = "Bericht"
FORMS: Final = {
    "pdf": "PDF (barrierefrei)",
    "docx": "Word",
    "html": "Webseite (HTML)",
    "csv": "Daten (CSV)",
    "dcat": "Beschreibung der Daten (DCAT-AP.de)",
    "json": "Für Ratssysteme (OParl, JSON)",
}
LONG_MESSAGE: Final = "höchstens 8000 Zeichen"


def title(year: int) -> str:
    """Head the page."""
    return sentences.title(year)


def there_is_one(entry: ReportEntry) -> str:
    """Say that a year's report is released already."""
    which = sentences.edition(entry.number, entry.version)
    day = date_de(entry.made_on)
    return f"Für {entry.year} ist am {day} {which} veröffentlicht worden. Hier entsteht eine neue Fassung."


def station(place: int, body: str) -> str:
    """Name a station with its place."""
    return f"{place}. {body}"


def station_note(day: date | None, role: str, *, decides: bool) -> str:
    """Say when a body meets and what it does."""
    when = date_de(day) if day else "Tag noch offen"
    return f"{when} · {role}" + (" · entscheidet" if decides else "")


def section(key: str, mark: str) -> str:
    """Name a chapter in the choice, with how far it is."""
    return f"{TITLES[key]} ({mark})"


def progress(done: int, total: int) -> str:
    """Say how many chapters are confirmed."""
    return f"{done} von {total} Abschnitten bestätigt"


def moved(name: str, before: str, now: str) -> str:
    """Say which figure moved and how."""
    return f"{name}: vorher {before or 'nicht dabei'}, jetzt {now or 'nicht dabei'}"


def saved(at: str) -> str:
    """Say that something is safe."""
    return f"gespeichert {at}"


def release_question(year: int, version: int) -> str:
    """Ask before releasing."""
    more = f" in {version}. Fassung" if version > 1 else ""
    return f"Sachstandsbericht {year}{more} veröffentlichen?"


def entry(one: ReportEntry) -> str:
    """Name a released report."""
    return f"{sentences.title(one.year)}, {sentences.edition(one.number, one.version)}, {date_de(one.made_on)}"
