"""Wording of the council's view inside the dashboard, and of what the administration releases there."""

from datetime import date
from typing import Final

from bkcore.wording.numbers import UNDEFINED, date_de, number_word, sentence_case

TITLE: Final = "Was der Rat sieht"
LEAD: Final = "Hier prüfen und veröffentlichen Sie den Sachstand, den Rat und Ausschüsse über ihren Link lesen."
TAB_VIEW: Final = "Sachstand"
TAB_LINKS: Final = "Live-Links"
TAB_TEXTS: Final = "Projekttexte"
TABS: Final = (TAB_VIEW, TAB_LINKS, TAB_TEXTS)

NONE_TITLE: Final = "Noch ist nichts veröffentlicht."
NONE_TEXT: Final = "Sobald das Integrationsmanagement den ersten Sachstand veröffentlicht, steht er hier."
NONE_TEXT_RELEASER: Final = (
    "Unten sehen Sie, wie der Sachstand aussähe. Mit der Veröffentlichung bekommt er Nummer und Datum."
)

RELEASE: Final = "Jetzt veröffentlichen …"
RELEASE_YES: Final = "Veröffentlichen"
RELEASE_CONSEQUENCES: Final = (
    "Der Stand von jetzt wird mit Nummer und Datum festgehalten und nie mehr geändert.",
    "Live-Links, die nicht an einem früheren Stand hängen, zeigen ihn sofort.",
)
RELEASE_NOTE: Final = (
    "Ändern sich die Daten, erneuert sich der Sachstand von selbst. Von Hand veröffentlichen Sie, wenn ein Stand zu "
    "einer Sitzung gehören soll."
)
RELEASED: Final = "Der Sachstand ist veröffentlicht."
LINK_TEASER: Final = "Den Link für den Rat legen Sie unter „Live-Links“ an."

CREATE_TITLE: Final = "Neuen Link anlegen"
CREATE_NOTE: Final = "Wer den Link hat, liest den Sachstand ohne Anmeldung."
FIELD_LABEL: Final = "Wofür ist der Link?"
FIELD_LABEL_HINT: Final = "zum Beispiel: Ratssitzung im Dezember"
FIELD_EXPIRES: Final = "Gilt bis einschließlich"
FIELD_SHOWS: Final = "Was zeigt er?"
SHOWS_LIVE: Final = "immer den neuesten Stand"
FIELD_SITTING: Final = "Tag der Sitzung (nur bei einem festen Stand, freiwillig)"
FIELD_LOCK: Final = "Kennwort (freiwillig, mindestens 8 Zeichen)"
FIELD_NEW_LOCK: Final = "Neues Kennwort (mindestens 8 Zeichen)"
SAVE_LOCK: Final = "Kennwort speichern"
DROP_LOCK: Final = "Kennwort entfernen"
LOCK_MISSING: Final = "Hier fehlt eine Angabe."
LOCK_SAVED: Final = "Das Kennwort gilt ab sofort."
LOCK_DROPPED: Final = "Der Link öffnet sich jetzt ohne Kennwort."
CREATE: Final = "Link anlegen und zeigen"
LINKS_TITLE: Final = "Alle Links"
LINKS_NONE: Final = "Noch gibt es keinen Link."
COLUMNS: Final = ("Link", "Zustand", "Gilt bis", "Zeigt", "Aufrufe")
ALIVE: Final = "● gilt"
EXPIRED: Final = "○ abgelaufen"
REVOKED: Final = "○ gesperrt"
MANAGE_TITLE: Final = "Link ändern"
FIELD_LINK: Final = "Welcher Link?"
FIELD_LINK_HINT: Final = "Link wählen"
ROTATE: Final = "Neue Adresse geben …"
ROTATE_QUESTION: Final = "Neue Adresse geben?"
ROTATE_TEXT: Final = "Die alte Adresse gilt sofort nicht mehr. Wer sie hat, braucht die neue."
ROTATE_YES: Final = "Neue Adresse geben"
REVOKE: Final = "Link sperren …"
REVOKE_QUESTION: Final = "Link für immer sperren?"
REVOKE_TEXT: Final = "Die Adresse gilt sofort nicht mehr. Das lässt sich nicht zurücknehmen."
REVOKE_YES: Final = "Link sperren"
REVOKED_DONE: Final = "Der Link ist gesperrt."
FILE_NAME: Final = "live-link.txt"

TEXTS_TITLE: Final = "Texte einzeln freigeben"
TEXTS_NOTE: Final = (
    "Eine Beschreibung erscheint für Rat und Öffentlichkeit erst, wenn Sie sie gelesen und freigegeben haben."
)
TEXTS_NONE: Final = "Noch hat kein Projekt eine Beschreibung."
FIELD_PROJECT: Final = "Projekt"
FIELD_PROJECT_HINT: Final = "Projekt wählen"
TEXT_FREE: Final = "freigegeben"
TEXT_KEPT: Final = "nicht freigegeben"
TEXT_RELEASE: Final = "Diesen Text freigeben"
TEXT_TAKE_BACK: Final = "Freigabe zurücknehmen"
TEXT_RELEASED: Final = "Der Text ist freigegeben und erscheint mit der nächsten Veröffentlichung."
TEXT_TAKEN_BACK: Final = "Die Freigabe ist zurückgenommen; ab der nächsten Veröffentlichung fehlt der Text."
TEXT_SURROUNDINGS: Final = (
    "Dieses Projekt gehört zum Umfeld oder zur Vorgeschichte des Netzwerks. Im Sachstand erscheint es nicht, auch wenn "
    "Text und Bild freigegeben sind."
)
PICTURE_TITLE: Final = "Bild zu diesem Projekt"
PICTURE_NOTE: Final = (
    "Ein Bild erscheint auf der Seite des Projekts hinter dem Live-Link. Ort, Zeit und Gerät, die eine Kamera in die "
    "Datei schreibt, werden beim Speichern entfernt."
)
PICTURE_FILE: Final = "Bilddatei (JPEG, PNG oder WebP, höchstens 10 MB)"
PICTURE_ALT: Final = "Was ist zu sehen?"
PICTURE_ALT_HELP: Final = "Ein Satz für Menschen, die das Bild nicht sehen; bitte keine Namen."
PICTURE_CONSENT: Final = "Wer hat der Veröffentlichung zugestimmt?"
PICTURE_CONSENT_HELP: Final = (
    "Zum Beispiel: „Einwilligungen der Abgebildeten liegen der Leitung schriftlich vor, 3. Mai 2026“. "
    "Das bleibt in der Verwaltung und erscheint nirgends."
)
PICTURE_LABELS: Final = {"alt": PICTURE_ALT, "consent": PICTURE_CONSENT}
PICTURE_SAVE: Final = "Bild speichern"
PICTURE_MISSING: Final = "Bitte wählen Sie zuerst eine Bilddatei."
PICTURE_SAVED: Final = "Das Bild ist gespeichert. Es erscheint erst, wenn Sie es freigeben."
PICTURE_RELEASE: Final = "Dieses Bild freigeben"
PICTURE_RELEASED: Final = "Das Bild ist freigegeben und erscheint mit der nächsten Veröffentlichung."
PICTURE_RELEASED_ALONE: Final = "Es erscheint, sobald auch der Text freigegeben ist."
PICTURE_TAKE_BACK: Final = "Freigabe des Bildes zurücknehmen"
PICTURE_TAKEN_BACK: Final = "Die Freigabe ist zurückgenommen; hinter dem Live-Link ist das Bild ab sofort weg."
PICTURE_REMOVE: Final = "Bild löschen …"
PICTURE_REMOVE_QUESTION: Final = "Bild für immer löschen?"
PICTURE_REMOVE_TEXT: Final = "Es verschwindet sofort, hier und hinter dem Live-Link."
PICTURE_REMOVE_YES: Final = "Bild löschen"
PICTURE_REMOVED: Final = "Das Bild ist gelöscht."
PICTURE_OTHER: Final = "Anderes Bild wählen"

_SENDER: Final = "Integrationsmanagement der Stadt Bergkamen"
SUBJECT: Final = "Sachstand zum Netzwerk „Bergkamen for all“"


def picture_seen(alt: str) -> str:
    """Return what is told of a picture to those who do not see it."""
    return f"Zu sehen: {alt}"


def picture_consent(consent: str) -> str:
    """Return who agreed that a picture is shown."""
    return f"Zugestimmt: {consent}"


def edition(stand: str, number: int) -> str:
    """Return of which day the document is, and its number."""
    return f"Stand {stand} · Veröffentlichung Nr. {number}" if number else f"Stand {stand} · Vorschau"


def shows_for_sitting(shows: str, day: date) -> str:
    """Return what a pinned link shows, with the sitting it belongs to."""
    return f"{shows}, Sitzung am {date_de(day)}"


def with_password(shows: str) -> str:
    """Return what a link shows, and that it asks for a password."""
    return f"{shows}, mit Kennwort"


def paper(body: str, reference: str) -> str:
    """Return before which body a paper was, and its number if it has one."""
    return body if reference == UNDEFINED else f"{body} · Drucksache {reference}"


def release_question(number: int) -> str:
    """Return the question before releasing."""
    return f"Veröffentlichung Nr. {number}?"


def shows_fixed(number: int) -> str:
    """Return that a link stays at a release."""
    return f"fest den Stand Nr. {number}"


def until(day: date | None) -> str:
    """Return the last day of a link."""
    return date_de(day) if day else UNDEFINED


def link_name(label: str, created: date) -> str:
    """Return the name of a link in a choice."""
    return f"{label} (angelegt am {date_de(created)})"


def texts_count(released: int, total: int) -> str:
    """Return how many texts are released."""
    some = "keiner" if not released else "einer" if released == 1 else number_word(released)
    return f"{sentence_case(some)} von {number_word(total)} Texten {'ist' if released <= 1 else 'sind'} freigegeben."


def body(address: str, expires_on: date | None) -> str:
    """Return the message that carries a live link."""
    last = f" Der Link gilt bis zum {date_de(expires_on)}." if expires_on else ""
    about = (
        "unter diesem Link lesen Sie den Sachstand zum Integrationsmanagement und zum Netzwerk „Bergkamen for all“ "
        f"(Drucksache 12/0767):\n{address}"
    )
    how = (
        f"Eine Anmeldung brauchen Sie nicht.{last} Der Bericht lässt sich dort auch als PDF, für Word und als Tabelle "
        "herunterladen."
    )
    return "\n\n".join(("Guten Tag,", about, how, f"Freundliche Grüße\n{_SENDER}"))
