"""Wording around one measure: its record, reporting, editing, history, its factor, the owner's link."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from bkcore.personal_data import Trace
from bkcore.reports.measure_board import BoardMeasure, MeasuresReport
from bkcore.reports.measure_detail import DecisionSource, HistoryLine, LogLine, OwnerAccess
from bkcore.reports.measure_effect import Effect, Missing, Side
from bkcore.reports.owners import OwnerToRemind
from bkcore.vocabulary import MeasureState
from bkcore.wording.labels import label
from bkcore.wording.numbers import UNDEFINED, count, date_de, decimal, join_words, sentence_case, step
from bkcore.wording.owner_letters import due

EYEBROW: Final = "Maßnahme"
TO_MEETING: Final = "Zur Sitzung"
RECORD: Final = "Was vorgenommen ist"
REPORT: Final = "Wo steht sie?"
REPORT_NOTE: Final = "Stand wählen, in einem Satz sagen, was war. Beides zusammen oder eins davon."
FIELD_STATE: Final = "Stand"
FIELD_SENTENCE: Final = "Was ist passiert? Funktionen nennen, keine Namen"
SAVE_REPORT: Final = "Stand melden"
REPORTED: Final = "Gemeldet."
NOTHING_REPORTED: Final = "Bitte wählen Sie einen anderen Stand oder schreiben Sie einen Satz."
LOG: Final = "Was bisher geschah"
NO_LOG: Final = "Noch hat niemand etwas aufgeschrieben."
HISTORY: Final = "Alle Änderungen"
HISTORY_COLUMNS: Final = ("Tag", "Wer", "Was")
EDIT: Final = "Bearbeiten …"

FORM_NEW: Final = "Maßnahme festhalten"
FORM_EDIT: Final = "Maßnahme bearbeiten"
FORM_LEAD: Final = "Was, wer und bis wann: So lässt sich später sagen, was daraus geworden ist."
FIELDS: Final[Mapping[str, str]] = {
    "title": "Was soll geschehen?",
    "text": "Mehr dazu, ohne Namen von Menschen",
    "owner_organisation": "Welche Organisation kümmert sich?",
    "owner": "Wer darin? Eine Funktion, kein Name",
    "due_on": "Bis wann?",
    "factor_id": "Zu welchem Faktor?",
    "project": "Zu welchem Projekt?",
}
ORGANISATION_HINT: Final = "Organisation wählen"
OWNER_HINT: Final = "zum Beispiel Leitung des Jugendamts"
FACTOR_HINT: Final = "zu keinem bestimmten"
PROJECT_HINT: Final = "zu keinem bestimmten"
SAVE: Final = "Speichern"
SAVED: Final = "Die Maßnahme ist gespeichert."
PLANNED: Final = "Die Maßnahme ist festgehalten."
CHANGED_MEANWHILE: Final = (
    "Jemand hat diese Maßnahme geändert, während Sie daran gearbeitet haben. Ihre Angaben stehen noch im Formular. "
    "Mit „Speichern“ gilt, was jetzt hier steht; was vorher galt, bleibt unter „Alle Änderungen“ lesbar."
)

EFFECT: Final = "Hat es gewirkt?"
EFFECT_NOTE: Final = (
    "Der Faktor vor und nach der Maßnahme, nebeneinander. Ob die Maßnahme der Grund ist, sagt der Vergleich nicht: "
    "In der Zeit ist auch anderes geschehen."
)
BEFORE: Final = "Davor"
AFTER: Final = "Danach"

LINK: Final = "Link für die Zuständigen"
LINK_NOTE: Final = (
    "Hinter dem Link steht eine Seite für das Telefon: Stand antippen, einen Satz schreiben. Er öffnet nur diese "
    "Maßnahme und endet 30 Tage, nachdem sie erledigt ist."
)
FIELD_LABEL: Final = "Für wen? Eine Funktion, kein Name"
FIELD_MAIL: Final = "E-Mail-Adresse, wenn Erinnerungen dorthin gehen sollen"
GIVE: Final = "Link ausgeben"
REVOKE: Final = "Alle Links zurückziehen …"
REVOKE_QUESTION: Final = "Alle Links zu dieser Maßnahme zurückziehen?"
REVOKE_TEXT: Final = ("Sie öffnen sofort nichts mehr.", "Die E-Mail-Adressen dazu werden gelöscht.")
REVOKE_YES: Final = "Links zurückziehen"
REVOKED: Final = "Die Links sind zurückgezogen."
LINKS: Final = "Ausgegebene Links"
LINK_COLUMNS: Final = ("Für", "Ausgegeben", "Verschickt", "Zuletzt benutzt")

REMIND: Final = "Zuständige erinnern"
REMIND_COLUMNS: Final = ("Maßnahme", "Fällig", "Für", "Zuletzt angeschrieben")
REMIND_BUTTON: Final = "Erinnerungen schreiben …"
REMIND_QUESTION: Final = "Zuständige erinnern?"
REMIND_YES: Final = "Erinnerungen schreiben"
REMIND_FIELD: Final = "Wen erinnern?"
NEVER: Final = "noch nie"

_MISSING: Final[Mapping[Missing, str]] = {
    Missing.NO_FACTOR: "Die Maßnahme gehört zu keinem Faktor, also lässt sich nichts vergleichen.",
    Missing.NOT_DONE: "Die Maßnahme ist noch nicht erledigt.",
    Missing.NO_ROUND: "Keine abgeschlossene Runde in dieser Zeit.",
    Missing.TOO_FEW: "Zu wenige haben geantwortet, um einen Wert zu zeigen.",
    Missing.ASKED_OTHERWISE: "In der anderen Runde fragt der Katalog etwas anderes; das lässt sich nicht vergleichen.",
}
_ACTIONS: Final[Mapping[str, str]] = {
    "plan_measure": "vorgenommen",
    "edit_measure": "geändert",
    "set_measure_state": "gemeldet",
    "invite_owner": "Link ausgegeben",
    "remind_owner": "erinnert",
    "record_owner_dispatch": "Nachricht verschickt",
    "withdraw_owner_reminder": "Erinnerung zurückgenommen",
    "revoke_owner_links": "Links zurückgezogen",
}
_FIELD_NAMES: Final[Mapping[str, str]] = {
    "title": "Titel",
    "text": "Beschreibung",
    "owner_organisation": "Organisation",
    "owner": "Funktion",
    "due_on": "Termin",
    "factor_id": "Faktor",
    "project": "Projekt",
    "state": "Stand",
}


def lead(one: BoardMeasure, *, today: date) -> str:
    """Return the sentence below the title: where it stands, until when, who owns it."""
    if one.is_closed:
        since = f" seit dem {date_de(one.finished_on)}" if one.finished_on else ""
        return f"{sentence_case(label(one.state))}{since}. Zuständig: {one.owner}."
    return f"{sentence_case(label(one.state))}, {due(one.due_on, today=today)}. Zuständig: {one.owner}."


def decided(source: DecisionSource) -> str:
    """Say which decision a measure came from."""
    return f"Aus Beschluss {source.number} der Sitzung „{source.meeting}“ vom {date_de(source.held_on)}: {source.text}"


def record(one: BoardMeasure) -> tuple[tuple[str, str], ...]:
    """Return names and values of what a measure says; what is not known is left out."""
    rows = (
        ("Zuständig", one.owner),
        ("Bis wann", date_de(one.due_on)),
        ("Faktor", one.factor),
        ("Projekt", one.project_title),
        ("Herkunft", f"{label(one.origin)}, {date_de(one.taken_on)}"),
        ("Mehr dazu", one.text),
    )
    return tuple(row for row in rows if row[1])


def log_entry(line: LogLine) -> tuple[str, str, str]:
    """Return day, sentence and note of a line of the log."""
    return date_de(line.day), line.text, f"{_who(line)} · {label(line.state)}"


def history_row(line: HistoryLine, report: MeasuresReport) -> tuple[str, ...]:
    """Return one row of the history, in the order of ``HISTORY_COLUMNS``."""
    what = _ACTIONS.get(line.action, line.action)
    names = [name for name in _FIELD_NAMES if name in line.before]
    values = [
        (name, _value(name, line.before[name], report), _value(name, line.after.get(name), report)) for name in names
    ]
    changes = [f"{_FIELD_NAMES[name]}: {before} → {after}" for name, before, after in values]
    return date_de(line.day), _who(line), f"{what}. {'; '.join(changes)}".strip() if changes else what


def _who(line: LogLine | HistoryLine) -> str:
    return " · ".join(dict.fromkeys(part for part in (label(line.role), line.label) if part))


def _moved(name: str, line: HistoryLine, report: MeasuresReport) -> str:
    return f"{_value(name, line.before[name], report)} → {_value(name, line.after.get(name), report)}"


def _value(name: str, value: object, report: MeasuresReport) -> str:
    if value is None or value == "":
        return UNDEFINED
    text = str(value)
    if name == "state":
        return label(MeasureState(text))
    if name == "due_on":
        return date_de(date.fromisoformat(text))
    named = {"owner_organisation": report.organisations, "factor_id": report.factors, "project": report.projects}
    return f"„{named.get(name, {}).get(text, text)}“"


def stored_now(name: str, one: Mapping[str, object], report: MeasuresReport) -> str:
    """Say what another person has stored in a field meanwhile."""
    value = one[name]
    shown = _value(name, value.isoformat() if isinstance(value, date) else value, report)
    return f"{_FIELD_NAMES[name]}: gespeichert ist jetzt {shown}."


def state_moved(state: MeasureState) -> str:
    """Say that the state was changed by somebody else meanwhile; what was typed is still there."""
    return (
        f"Inzwischen hat jemand den Stand auf „{label(state)}“ gesetzt. Ihr Satz steht noch da. Stimmt Ihre Meldung "
        "noch, melden Sie sie noch einmal."
    )


def looks_like_a_person(found: tuple[Trace, ...]) -> str:
    """Ask to look once more at what looks like a person."""
    named = join_words([f"„{trace.excerpt}“" for trace in found])
    return (
        f"Das sieht nach einer Person aus: {named}. Bitte nennen Sie lieber die Funktion. Ist es keine Person, "
        "speichern Sie noch einmal."
    )


def effect_sentence(one: BoardMeasure, effect: Effect) -> str:
    """Return what both sides say together, or that they cannot be compared."""
    before, after = effect.before.score, effect.after.score
    if before is None or after is None:
        return "Davor und danach lassen sich noch nicht nebeneinander stellen."
    about = f"{one.factor} ({f'Projekt {one.project_title}' if one.project else 'ganzes Netzwerk'})"
    if effect.is_step:
        return f"{about}: davor {step(before)}, danach {step(after)}."
    return f"{about}: davor {decimal(before)}, danach {decimal(after)} von 5."


def side_value(side: Side, *, is_step: bool) -> str:
    """Return the value of one side, a dash when there is none."""
    return step(side.score) if is_step else decimal(side.score)


def side_note(side: Side) -> str:
    """Return the round of one side, or why there is no value."""
    why = _MISSING[side.missing] if side.missing else ""
    told = f"Runde „{side.round_title}“, bis {date_de(side.closed_on)}." if side.round_title else ""
    return f"{told} {why}".strip()


def link_row(one: OwnerAccess) -> tuple[str, ...]:
    """Return one row of the links, in the order of ``LINK_COLUMNS``."""
    kind = " (Erinnerung)" if one.reminder else ""
    sent = date_de(one.sent_on) if one.sent_on else "nicht von hier"
    used = date_de(one.last_used_on) if one.last_used_on else NEVER
    return f"{one.label or 'ohne Angabe'}{kind}", date_de(one.created_on), sent, used


def remind_note(number: int) -> str:
    """Say how many measures are due soon or overdue."""
    verb = "ist" if number == 1 else "sind"
    some = sentence_case(count(number, "Maßnahme", "Maßnahmen"))
    return f"{some} {verb} in den nächsten 14 Tagen fällig oder schon überfällig."


def remind_row(one: OwnerToRemind, *, today: date) -> tuple[str, ...]:
    """Return one row of those to remind, in the order of ``REMIND_COLUMNS``."""
    who = one.label or one.measure.owner
    reach = "" if one.mail else " (keine Adresse)"
    when = due(one.measure.due_on, today=today)
    return one.measure.title, when, f"{who}{reach}", date_de(one.written_on) if one.written_on else NEVER
