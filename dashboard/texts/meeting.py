"""Wording of the page of meetings: the list, preparing, holding, looking back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from bkcore.reports.meetings import DecisionState, ItemState, MeetingDetail, MeetingRow, MeetingsReport
from bkcore.vocabulary import MeetingState
from bkcore.wording import minutes as words
from bkcore.wording.labels import label
from bkcore.wording.numbers import count, date_de, join_words, sentence_case
from dashboard.texts import navigation

ABOUT: Final = (
    "Eine Sitzung läuft vom Dashboard: Tagesordnung, Zahlen auf der Leinwand, Beschlüsse mit Maßnahmen, am Ende das "
    "Protokoll."
)
EMPTY_TITLE: Final = "Noch ist keine Sitzung vorbereitet."
EMPTY: Final = "Bereiten Sie die nächste vor: Tag, Ort, wer eingeladen ist. Die Tagesordnung bringt das Programm mit."
LIST: Final = "Alle Sitzungen"
COLUMNS: Final = ("Sitzung", "Tag", "Ort", "Stand", "Beschlüsse")
UNKNOWN_TITLE: Final = "Diese Sitzung gibt es nicht."
UNKNOWN: Final = "Vielleicht ist die Adresse nicht vollständig. Alle Sitzungen stehen auf dieser Seite."
UNKNOWN_POINT_TITLE: Final = "Diesen Punkt gibt es in der Tagesordnung nicht."
UNKNOWN_POINT: Final = "Gezeigt wird der Punkt, bei dem die Sitzung gerade ist."
BACK: Final = "Alle Sitzungen"
NEW: Final = "Sitzung vorbereiten …"

FORM_NEW: Final = "Sitzung vorbereiten"
FORM_EDIT: Final = "Sitzung ändern"
FIELD_TITLE: Final = "Name der Sitzung"
FIELD_DAY: Final = "Tag"
FIELD_CLOCK: Final = "Beginn"
FIELD_PLACE: Final = "Ort"
FIELD_INVITED: Final = "Eingeladene Organisationen"
FIELD_INVITED_HINT: Final = "Organisationen wählen"
FIELD_KINDS: Final = "Punkte mit Daten"
FIELD_KINDS_HINT: Final = "Punkte wählen"
FIELD_TOPICS: Final = "Themen, eines je Zeile"
FIELD_RELEASE: Final = "Woraus Netzwerk und Faktoren gezeigt werden"
RECORD: Final = "Aus den Daten beim Beginn der Sitzung"
SAVE: Final = "Speichern"
SAVED: Final = "Die Sitzung ist vorbereitet."
CHANGED: Final = "Die Änderung ist gespeichert."
EDIT: Final = "Ändern …"
CANCEL: Final = "Absagen …"
CANCEL_QUESTION: Final = "Sitzung absagen?"
CANCEL_TEXT: Final = ("Die Sitzung bleibt mit ihrer Tagesordnung in der Liste stehen, kann aber nicht mehr beginnen.",)
CANCEL_YES: Final = "Absagen"
CANCELLED: Final = "Die Sitzung ist abgesagt."
CALENDAR: Final = "Termin für den Kalender (.ics)"
CALENDAR_FILE: Final = "sitzung.ics"
START: Final = "Sitzung beginnen …"
START_QUESTION: Final = "Sitzung beginnen?"
START_TEXT: Final = (
    "Was die Sitzung ansieht, wird jetzt festgehalten. Spätere Einträge ändern daran nichts mehr.",
    "Die nächste Sitzung vergleicht mit genau diesem Stand.",
    "Gäste können ab jetzt mit einem QR-Code mitlesen, bis die Sitzung endet.",
)
TAKE_BACK: Final = "Beginn zurücknehmen …"
TAKE_BACK_QUESTION: Final = "Beginn zurücknehmen?"
TAKE_BACK_TEXT: Final = (
    "Die Sitzung ist dann wieder in Vorbereitung. Was beim Beginn festgehalten wurde, gilt nicht mehr.",
    "Das geht nur, solange nichts notiert und nichts beschlossen ist.",
)
TAKE_BACK_YES: Final = "Zurücknehmen"
TAKEN_BACK: Final = "Die Sitzung ist wieder in Vorbereitung."
START_YES: Final = "Beginnen"
STARTED: Final = "Die Sitzung läuft."
AGENDA: Final = "Tagesordnung"
AGENDA_COLUMNS: Final = ("Punkt", "Was er zeigt")
INVITED: Final = "Eingeladen"
NOBODY_INVITED: Final = "Noch ist niemand eingeladen."
PREVIEW_NOTE: Final = "Festgehalten wird es erst beim Beginn."

POINTS: Final = "Punkte der Tagesordnung"
PREVIOUS: Final = "Zurück"
NEXT: Final = "Weiter"
NOTES: Final = "Festgehalten"
NOTES_FIELD: Final = "Was zu diesem Punkt gesagt wurde"
NOTES_HINT: Final = "Ergebnisse und Absprachen in Stichworten; Organisationen und Funktionen, keine Namen."
NOTES_SAVE: Final = "Notiz speichern"
NOTES_SAVED: Final = "Die Notiz ist gespeichert."
NOTES_MOVED: Final = (
    "Jemand hat zu diesem Punkt inzwischen etwas anderes festgehalten. Ihr Text steht noch im Feld; gespeichert ist "
    "jetzt: „{text}“ Speichern Sie noch einmal, gilt Ihr Text."
)
NOTES_UNCHANGED: Final = "An der Notiz war nichts zu ändern."
NO_NOTES: Final = "Zu diesem Punkt ist nichts festgehalten."
TOPIC: Final = "Zu diesem Thema zeigt das Dashboard keine Daten."
MORE: Final = "{number} weitere"

DECISIONS: Final = "Beschlüsse"
OPEN_MEASURE: Final = "Zur Maßnahme"
DEFINITIONS: Final = "So entstehen die Zahlen"
NO_DECISIONS: Final = "Zu diesem Punkt ist noch nichts beschlossen."
DECIDE: Final = "Beschluss festhalten …"
FORM_DECIDE: Final = "Beschluss festhalten"
FORM_CORRECT: Final = "Beschluss berichtigen"
FIELD_TEXT: Final = "Was ist beschlossen?"
FIELD_RESULT: Final = "Ergebnis"
FIELD_COUNTED: Final = "Stimmen wurden gezählt"
FIELD_FOR: Final = "Dafür"
FIELD_AGAINST: Final = "Dagegen"
FIELD_ABSTAINED: Final = "Enthaltungen"
FIELD_CREATES: Final = "Daraus entsteht eine Maßnahme"
DECIDED: Final = "Der Beschluss ist festgehalten."
CORRECTED: Final = "Der Beschluss ist berichtigt."
CORRECT: Final = "Berichtigen …"
REMOVE: Final = "Zurücknehmen …"
REMOVE_QUESTION: Final = "Beschluss zurücknehmen?"
REMOVE_TEXT: Final = (
    "Der Beschluss steht dann nicht im Protokoll; seine Nummer wird nicht neu vergeben.",
    "Eine Maßnahme, die daraus entstand, bleibt. Sie lässt sich auf der Seite „Maßnahmen“ verwerfen.",
)
REMOVE_YES: Final = "Zurücknehmen"
REMOVED: Final = "Der Beschluss ist zurückgenommen."

ATTENDING: Final = "Wer ist da?"
FIELD_PRESENT: Final = "Anwesende Organisationen"
FIELD_GUESTS: Final = "Weitere Teilnehmende, als Funktionen"
GUESTS_HINT: Final = "zum Beispiel: Bürgermeister, Presse"
ATTENDANCE_SAVED: Final = "Die Anwesenheit ist festgehalten."
ADD_TOPIC: Final = "Thema ergänzen …"
FORM_TOPIC: Final = "Thema ergänzen"
FIELD_TOPIC: Final = "Thema"
TOPIC_ADDED: Final = "Das Thema steht am Ende der Tagesordnung."
FOLLOW: Final = "Mitlesen"
FOLLOW_TEXT: Final = (
    "Gäste lesen auf dem eigenen Telefon mit: veröffentlichte Zahlen, ohne Konto, bis die Sitzung endet."
)
FOLLOW_NOTHING: Final = "Noch ist nichts veröffentlicht. Gäste sehen bis dahin nur, bei welchem Punkt die Sitzung ist."
FOLLOW_ALT: Final = "QR-Code zum Mitlesen dieser Sitzung"
FOLLOW_ENDED: Final = "Für diese Sitzung gibt es keine Adresse mehr; sie galt bis zu ihrem Ende."
END: Final = "Sitzung beenden …"
END_QUESTION: Final = "Sitzung beenden?"
END_TEXT: Final = (
    "Das Protokoll ist dann vollständig und lässt sich als Word- und PDF-Datei holen.",
    "Die Adresse der Gäste gilt nicht mehr.",
    "Zum Berichtigen kann die Verwaltung die Sitzung wieder öffnen.",
)
END_YES: Final = "Beenden"
ENDED: Final = "Die Sitzung ist beendet."
MINUTES: Final = "Protokoll"
MINUTES_TEXT: Final = "Anwesenheit nach Organisationen, Beschlüsse, Maßnahmen und die Zahlen, wie sie gezeigt wurden."
MINUTES_DRAFT: Final = "Entwurf des Protokolls"
WORD: Final = "Als Word-Datei"
PDF: Final = "Als PDF"
TAKE_OVER: Final = "In den Bestand übernehmen …"
TAKE_OVER_QUESTION: Final = "Sitzung als Aktivität festhalten?"
TAKE_OVER_TEXT: Final = (
    "Die Sitzung wird eine Aktivität des Netzwerks, mit den Organisationen, die da waren, und zählt mit.",
    "Steht sie dort schon aus anderer Quelle, übernehmen Sie sie bitte nicht noch einmal.",
)
TAKE_OVER_YES: Final = "Übernehmen"
TAKEN_OVER: Final = "Die Sitzung steht als Aktivität im Bestand."
REOPEN: Final = "Wieder öffnen …"
REOPEN_QUESTION: Final = "Sitzung wieder öffnen?"
REOPEN_TEXT: Final = (
    "Notizen, Beschlüsse und Anwesenheit lassen sich dann berichtigen.",
    "Die gezeigten Zahlen bleiben, wie sie waren. Gäste können nicht wieder mitlesen.",
)
REOPEN_YES: Final = "Wieder öffnen"
REOPENED: Final = "Die Sitzung ist wieder offen."
LOOK_BACK: Final = "Was gezeigt wurde"


def address(meeting_id: int | None = None) -> str:
    """Return the address of a meeting, or of all."""
    return f"/{navigation.MEETING_PATH}" + (f"?sitzung={meeting_id}" if meeting_id else "")


def start_text(planned: date, *, today: date) -> tuple[str, ...]:
    """Say what beginning does; on another day than planned also that today counts."""
    moved = f"Geplant ist der {date_de(planned)}; als Tag der Sitzung gilt dann der {date_de(today)}."
    return START_TEXT if planned == today else (moved, *START_TEXT)


def head(report: MeetingsReport) -> tuple[str, str]:
    """Return title and lead of the list: what runs, what comes next, or how many were held."""
    if not report.meetings:
        return navigation.MEETING, ABOUT
    first = report.meetings[0]
    if first.state is MeetingState.RUNNING:
        return f"„{first.title}“ läuft gerade.", ABOUT
    if first.state is MeetingState.PREPARED:
        return f"Die nächste Sitzung ist am {date_de(first.held_on)}.", ABOUT
    held = sum(row.state is MeetingState.ENDED for row in report.meetings)
    return f"{sentence_case(count(held, 'Sitzung', 'Sitzungen'))} mit dem Dashboard, keine ist vorbereitet.", ABOUT


def row(one: MeetingRow) -> tuple[str, ...]:
    """Return one row of the list, in the order of ``COLUMNS``."""
    decided = str(one.decisions) if one.state in {MeetingState.RUNNING, MeetingState.ENDED} else ""
    return one.title, when(one), one.place, label(one.state), decided


def when(one: MeetingRow) -> str:
    """Say when a meeting is."""
    return date_de(one.held_on) + (f", {words.clock(one.starts_at)}" if one.starts_at else "")


def facts(found: MeetingDetail, *, releases: Mapping[int, date]) -> tuple[tuple[str, str], ...]:
    """Return when, where and from which state, as a short record."""
    shown = source(found.release_number, releases)
    told = ((FIELD_DAY, when(found.row)), (FIELD_PLACE, found.row.place), (words.STATE, shown))
    return tuple(fact for fact in told if fact[1])


def source(number: int | None, releases: Mapping[int, date]) -> str:
    """Say where network and factors are shown from."""
    if number is None:
        return RECORD
    day = releases.get(number)
    return f"Aus der Veröffentlichung Nr. {number}" + (f" vom {date_de(day)}" if day else "")


def step_title(item: ItemState) -> str:
    """Name a point in the strip."""
    return f"{item.position + 1} · {item.title}"


def eyebrow(found: MeetingDetail, item: ItemState) -> str:
    """Say where one is."""
    return f"{found.row.title} · TOP {item.position + 1} von {len(found.items)} · {item.title}"


def decision_title(one: DecisionState) -> str:
    """Head a decision."""
    return f"{words.decision(one.number)}: {words.result(one.result, one.votes)}"


def measure_line(one: DecisionState) -> str:
    """Say which measure came of a decision; empty for none."""
    if one.measure is None:
        return ""
    return f"Maßnahme: {one.measure.title} ({one.measure.owner}, bis {date_de(one.measure.due_on)})"


def present(found: MeetingDetail) -> str:
    """Say how many organisations are noted as there."""
    there = sum(one.present for one in found.attendance)
    if not there:
        return words.NOBODY
    return f"{sentence_case(count(there, 'Organisation ist', 'Organisationen sind'))} als anwesend festgehalten."


def ended_lead(found: MeetingDetail, decisions: Sequence[DecisionState]) -> str:
    """Say what a meeting came to."""
    measures = sum(one.measure is not None for one in decisions)
    decided = count(len(decisions), "Beschluss", "Beschlüsse", feminine=False) if decisions else "kein Beschluss"
    came = count(measures, "Maßnahme", "Maßnahmen") if measures else "keine Maßnahme"
    return f"{sentence_case(decided)}, {came}. {present(found)}"


def looks_like_a_person(found: Sequence[str]) -> str:
    """Ask softly to look once more at what looks like a person; it is saved all the same."""
    named = join_words([f"„{excerpt}“" for excerpt in found])
    return (
        f"Das sieht nach einer Person aus: {named}. Ins Protokoll gehören Organisationen und Funktionen, keine Namen."
    )
