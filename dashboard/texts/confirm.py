"""Wording of the page on which activities are confirmed."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from bkcore.reports.capture import WaitingActivity
from bkcore.reports.capture_links import GivenLink
from bkcore.reports.capture_reminders import Reminder
from bkcore.reports.offered_pictures import Offer
from bkcore.wording.numbers import date_de, number_word, sentence_case
from dashboard.texts import capture, council

TITLE: Final = "Aktivitäten bestätigen"
NOTHING_TITLE: Final = "Alles ist bestätigt."
NOTHING: Final = "Keine Aktivität wartet. Kommt der Tag einer angekündigten Aktivität, steht sie danach hier."
PROJECT: Final = "Projekt"
NO_PROJECT: Final = "ohne Projekt"
WAITING: Final = "Bitte bestätigen"
WAITING_NOTE: Final = (
    "Die neueste zuerst. Angekündigt heißt noch nicht stattgefunden: In die Kennzahlen kommt erst, was bestätigt ist."
)
COLUMNS: Final = ("Aktivität", "Wann und wo", "Projekt", "Nachgefragt")
ANSWER: Final = "Eine Aktivität bestätigen"
FIELD_ACTIVITY: Final = "Welche?"
FIELD_ACTIVITY_HINT: Final = "Suchen und wählen"
OPEN: Final = "Bestätigen …"
NEW: Final = "Etwas anderes erfassen …"
DIALOG_NEW: Final = "Was hat stattgefunden?"
SAVED: Final = "Die Aktivität ist gespeichert."
AHEAD: Final = "Noch geplant"
COLUMNS_AHEAD: Final = ("Aktivität", "Wann und wo", "Projekt")
FIELD_ORGANISATIONS: Final = "Wer war dabei?"
FIELD_ORGANISATIONS_HINT: Final = "Suchen und wählen"
FIELD_PROJECT: Final = "Zu welchem Projekt?"
SAVE: Final = "Speichern"

ASK_TITLE: Final = "Nachfragen"
ASK: Final = "Fragen"
ASK_NOTE: Final = "Die Leitung bekommt einen Link, der auf dem Telefon genau diese Aktivität öffnet. Er gilt 60 Tage."
NOBODY: Final = "Zu keiner wartenden Aktivität ist ein Link zum Erfassen vergeben. Darunter vergeben Sie einen."
FIELD_ASK: Final = "Zu welchen Aktivitäten?"
ASK_NONE: Final = "Bitte wählen Sie mindestens eine Aktivität."

LINKS: Final = "Links zum Erfassen"
LINKS_NOTE: Final = (
    "Unter seinem Link erfasst ein Projekt seine Aktivitäten auf dem Telefon, ohne Anmeldung. Er gilt, bis Sie ihn "
    "zurückziehen."
)
NO_LINKS: Final = "Noch ist kein Link vergeben."
COLUMNS_LINKS: Final = ("Projekt", "Für wen", "Vergeben am", "Zuletzt benutzt", "Nachfragen an")
CALENDAR_OF_ALL: Final = "Kalender aller geplanten Termine"
GIVE: Final = "Link vergeben"
GIVE_TITLE: Final = "Link zum Erfassen vergeben"
FIELD_FOR: Final = "Für wen? Eine Funktion, kein Name (freiwillig)"
FIELD_FOR_HINT: Final = "zum Beispiel Projektleitung"
FIELD_MAIL: Final = "E-Mail-Adresse für Nachfragen (freiwillig)"
GIVE_CALENDAR: Final = "Kalender-Link vergeben"
REVOKE: Final = "Link zurückziehen …"
FIELD_LINK: Final = "Welcher Link?"
REVOKE_QUESTION: Final = "Den Link zurückziehen?"
REVOKE_YES: Final = "Zurückziehen"
REVOKE_CONSEQUENCES: Final = (
    "Unter diesem Link lässt sich sofort nichts mehr erfassen.",
    "Was erfasst ist, bleibt. Die Adresse für Nachfragen wird gelöscht.",
)
REVOKED: Final = "Der Link ist zurückgezogen."
FILE_NAME: Final = "links-zum-erfassen.txt"

OFFERS: Final = "Angebotene Bilder"
OFFERS_NOTE: Final = (
    "Leitungen haben sie beim Erfassen gesendet. Übernommen wird ein Bild das Bild des Projekts; zu sehen ist es erst, "
    "wenn Sie es auf der Seite „Rat“ freigeben."
)
OFFER_SUSPECT: Final = "Die Beschreibung sieht nach dem Namen oder der Nummer eines Menschen aus. Bitte sehen Sie hin."
OFFER_TAKE: Final = "Übernehmen"
OFFER_REPLACE: Final = "Übernehmen …"
OFFER_REPLACE_QUESTION: Final = "Das Bild des Projekts ersetzen?"
OFFER_REPLACE_TEXT: Final = "Das Bild, das es hat, wird gelöscht und verschwindet sofort hinter dem Live-Link."
OFFER_TAKEN: Final = "Das Bild gehört jetzt zum Projekt. Freigeben können Sie es auf der Seite „Rat“."
OFFER_DECLINE: Final = "Löschen …"
OFFER_DECLINE_QUESTION: Final = "Das angebotene Bild löschen?"
OFFER_DECLINE_TEXT: Final = "Es wird für immer gelöscht. Die Leitung kann ein anderes senden."
OFFER_DECLINE_YES: Final = "Bild löschen"
OFFER_DECLINED: Final = "Das angebotene Bild ist gelöscht."


def offered(offer: Offer) -> tuple[str, ...]:
    """Return what is told beside an offered picture."""
    return (
        f"{offer.project or NO_PROJECT}, gesendet am {date_de(offer.offered_on)}",
        council.picture_seen(offer.alt),
        council.picture_consent(offer.consent),
    )


def head(waiting: Sequence[WaitingActivity], *, today: date) -> tuple[str, str]:
    """Return the finding and what to do about it."""
    late = sum(one.is_overdue(today) for one in waiting)
    if not waiting:
        return NOTHING_TITLE, NOTHING
    if late == 0:
        rest = "Alle erst seit höchstens zwei Wochen."
    elif late == len(waiting):
        rest = "Alle seit mehr als zwei Wochen."
    else:
        verb = "wartet" if late == 1 else "warten"
        rest = f"{sentence_case(number_word(late) if late > 1 else 'eine')} davon {verb} seit mehr als zwei Wochen."
    return capture.waiting_count(len(waiting)), rest


def row(activity: WaitingActivity, reminder: Reminder | None) -> tuple[str, ...]:
    """Return a row of the list; nobody asks about what has no last day that has passed."""
    asked = f"am {date_de(reminder.asked_on)}" if reminder and reminder.asked_on else "nein"
    return activity.title, capture.when(activity), activity.project_title or NO_PROJECT, asked


def ahead_row(activity: WaitingActivity) -> tuple[str, ...]:
    """Return a row of what is still to come."""
    return activity.title, capture.when(activity), activity.project_title or NO_PROJECT


def link_row(link: GivenLink) -> tuple[str, ...]:
    """Return a row of the list of addresses."""
    used = date_de(link.last_used_on) if link.last_used_on else "noch nie"
    return link.project_title or CALENDAR_OF_ALL, link.label, date_de(link.created_on), used, link.mail or ""


def link_name(link: GivenLink) -> str:
    """Return the name of an address."""
    return " · ".join(part for part in (link.project_title or CALENDAR_OF_ALL, link.label) if part)


def activity_name(activity: WaitingActivity) -> str:
    """Return the name of an activity where one is chosen."""
    return f"{activity.title} ({capture.when(activity)})"


def letter(link_title: str, address: str) -> tuple[str, str]:
    """Return subject and text of the message that brings an address."""
    return (
        f"Aktivitäten auf dem Telefon erfassen: {link_title}",
        (
            "Guten Tag,\n\n"
            f"unter diesem Link erfassen Sie die Aktivitäten von „{link_title}“:\n\n{address}\n\n"
            "Eine Minute genügt, eine Schätzung reicht. Legen Sie den Link am besten auf den Startbildschirm Ihres "
            "Telefons. Er ist nur für Menschen bestimmt, die für das Projekt antworten.\n\n"
            "Vielen Dank!\nIntegrationsmanagement der Stadt Bergkamen\n"
        ),
    )


def calendar_letter(address: str) -> tuple[str, str]:
    """Return subject and text of the message that brings the calendar."""
    return (
        "Kalender der geplanten Aktivitäten",
        f"Guten Tag,\n\ndiesen Kalender können Sie abonnieren:\n\n{address}\n\nEr aktualisiert sich von selbst.\n",
    )
