"""Wording of recording an activity on the phone."""

from typing import Final

from bkcore.reports.capture import WaitingActivity
from bkcore.vocabulary import ActivityStatus, CaptureResult, Precision
from bkcore.wording.capture import period
from bkcore.wording.numbers import count, date_de, number_word, sentence_case, whole

LIST_TITLE: Final = "Was ist daraus geworden?"
LIST_LEAD: Final = "Tippen Sie eine Aktivität an. Eine Minute genügt, eine Schätzung reicht."
OVER: Final = "Bitte bestätigen"
NOTHING_OVER: Final = "Nichts wartet auf eine Bestätigung."
AHEAD: Final = "Noch geplant"
NEW: Final = "Etwas anderes hat stattgefunden"
RECENT: Final = "Zuletzt erfasst"
CALENDAR: Final = "Kalender der geplanten Termine (.ics)"
CALENDAR_NAME: Final = "Bergkamen for all: geplante Aktivitäten"
SKIP: Final = "Zum Inhalt"
BACK: Final = "Zurück zur Liste"
NEW_TITLE: Final = "Was hat stattgefunden?"
TROUBLE: Final = "Noch nicht gespeichert"

FIELD_TITLE: Final = "Wie hieß es?"
FIELD_DAY: Final = "An welchem Tag?"
FIELD_NEW_DAY: Final = "An welchem Tag ist es nun?"
FIELD_DAY_HINT: Final = "Nur bei „verschoben“ nötig, oder wenn der Tag noch nicht bekannt war."
FIELD_RESULT: Final = "Hat es stattgefunden?"
RESULTS: Final = {
    CaptureResult.HELD: "Ja",
    CaptureResult.CANCELLED: "Ausgefallen",
    CaptureResult.MOVED: "Verschoben",
}
WHO: Final = "Wer war dabei?"
WHO_ANNOUNCED: Final = "Angekreuzt ist, wer angekündigt war."
WHO_LAST_TIME: Final = "Angekreuzt ist, wer beim letzten Mal dabei war."
WHO_RECORDED: Final = "Angekreuzt ist, wer schon eingetragen ist."
WHO_NOBODY: Final = "Kreuzen Sie an, wer mitgemacht hat."
MORE: Final = "Weitere Organisationen"
OTHERS: Final = "Noch nicht in der Liste? Name der Organisation"
HOW_MANY: Final = "Wie viele Menschen?"
HOW_MANY_HINT: Final = "Was Sie nicht wissen, lassen Sie leer."
ATTENDEES: Final = "Teilnehmende"
ESTIMATED: Final = "Die Zahl ist geschätzt"
FIRST_TIMERS: Final = "davon zum ersten Mal"
VOLUNTEERS: Final = "Ehrenamtliche"
SENTENCE: Final = "Ein Satz dazu (freiwillig)"
SENTENCE_HINT: Final = "Bitte keine Namen von Menschen."
BEFORE: Final = "Bisher steht dort:"
SAVE: Final = "Speichern"

SENDING: Final = "Wird gespeichert …"
WAITING: Final = "Keine Verbindung. Ihre Angaben liegen auf diesem Gerät und gehen ab, sobald die Verbindung da ist."
RESTORED: Final = "Ihre Eingaben von vorhin sind wieder da."
MOVED_ON: Final = (
    "Jemand hat diese Aktivität inzwischen geändert. Ihre Angaben stehen noch unten. Bitte prüfen Sie, was jetzt "
    "gespeichert ist, und speichern Sie noch einmal, wenn Ihre Angaben gelten sollen."
)
NOW_SAVED: Final = "Jetzt gespeichert:"
BUSY: Final = "Das Speichern hat gerade nicht geklappt. Bitte tippen Sie noch einmal auf „Speichern“."
PERSON: Final = (
    "Das sieht nach dem Namen oder der Nummer eines Menschen aus. Bitte nehmen Sie es heraus; ist es keiner, speichern "
    "Sie noch einmal."
)

THANKS: Final = "Gespeichert. Vielen Dank!"
ANOTHER: Final = "Noch eine Aktivität"
CORRECT: Final = "Etwas ändern"

PICTURE: Final = "Ein Bild dazu (freiwillig)"
PICTURE_NOTE: Final = (
    "Die Verwaltung sieht es an und entscheidet, ob es das Bild Ihres Projekts wird. Vorher ist es nirgends zu sehen. "
    "Ort, Gerät und was die Kamera sonst in die Datei schreibt, wird gelöscht."
)
PICTURE_FILE: Final = "Bild auswählen oder aufnehmen"
PICTURE_ALT: Final = "Was ist zu sehen?"
PICTURE_ALT_HINT: Final = "Ein Satz für Menschen, die das Bild nicht sehen. Bitte keine Namen."
PICTURE_CONSENT: Final = "Wer hat zugestimmt, dass es gezeigt wird?"
PICTURE_CONSENT_HINT: Final = (
    "Alle, die zu erkennen sind; bei Kindern die Eltern. Bitte keine Namen, zum Beispiel: „alle Abgebildeten, "
    "schriftlich bei der Leitung“."
)
PICTURE_SEND: Final = "Bild senden"
PICTURE_SENDING: Final = "Das Bild wird gesendet …"
PICTURE_WAITING: Final = (
    "Keine Verbindung. Das Bild geht ab, sobald die Verbindung da ist; lassen Sie diese Seite offen."
)
PICTURE_OTHER: Final = "Ein anderes Bild senden"


def picture_offered(alt: str) -> str:
    """Return that a picture has arrived."""
    return f"Ihr Bild ist angekommen: „{alt}“. Die Verwaltung sieht es an."


def when(activity: WaitingActivity) -> str:
    """Return when and where, in one line."""
    day = date_de(activity.starts_on, precision=activity.precision) if activity.starts_on else "Tag nicht bekannt"
    if activity.ends_on is not None and activity.ends_on != activity.starts_on:
        day = f"{day} bis {date_de(activity.ends_on)}"
    return " · ".join(part for part in (day, activity.place or "") if part)


def waiting_count(number: int) -> str:
    """Return how many wait for a confirmation, as a sentence."""
    if number == 0:
        return NOTHING_OVER
    verb = "wartet" if number == 1 else "warten"
    return sentence_case(f"{count(number, 'Aktivität', 'Aktivitäten')} {verb} auf eine Bestätigung.")


def older(number: int) -> str:
    """Return the heading of those that have waited longest."""
    return f"Ältere ({number})"


def more(number: int) -> str:
    """Return the heading of the organisations that are not suggested."""
    return f"{MORE} ({number})"


def summary(
    activity: WaitingActivity, *, status: ActivityStatus, organisations: int, attendees: int | None, estimated: bool
) -> str:
    """Return in one sentence what is recorded now.

    Args:
        activity: The activity.
        status: What became of it.
        organisations: How many took part.
        attendees: How many people came, if known.
        estimated: Whether that is an estimate.
    """
    title, precision = activity.title, activity.precision
    if status is ActivityStatus.CANCELLED:
        return f"{title} ist ausgefallen."
    if status is not ActivityStatus.HELD:
        return f"{title} ist jetzt {period(activity.starts_on, activity.ends_on, precision=precision)} angekündigt."
    with_whom = f" mit {_dative(organisations)}" if organisations else ""
    return f"{title} hat{_on(activity)}{with_whom} stattgefunden.{_people(attendees, estimated=estimated)}"


def _on(activity: WaitingActivity) -> str:
    if activity.starts_on is None:
        return ""
    if activity.precision is Precision.DAY:
        return f" am {date_de(activity.starts_on)}"
    return f" ({date_de(activity.starts_on, precision=activity.precision)})"


def _people(attendees: int | None, *, estimated: bool) -> str:
    if attendees is None:
        return ""
    number = f"etwa {whole(attendees)}" if estimated else whole(attendees)
    return f" Da {'war' if attendees == 1 else 'waren'} {number} {'Mensch' if attendees == 1 else 'Menschen'}."


def _dative(organisations: int) -> str:
    return "einer Organisation" if organisations == 1 else f"{number_word(organisations)} Organisationen"
