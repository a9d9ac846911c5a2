"""Code to German sentence: what is wrong, where, and what to do. A test checks that every code has one."""

from collections.abc import Mapping
from datetime import date

from bkcore.errors import BkError
from bkcore.wording.numbers import count, date_de

THINGS: Mapping[str, str] = {
    "organisation": "Eine Organisation",
    "project": "Ein Projekt",
    "project_picture": "Ein Bild zum Projekt",
    "offered_picture": "Ein angebotenes Bild",
    "department": "Einen Bereich",
    "activity": "Eine Aktivität",
    "participation": "Eine Beteiligung",
    "consultation": "Eine Beratung",
    "round": "Eine Runde",
    "assessment": "Eine Selbsteinschätzung",
    "indicator": "Einen Indikator",
    "factor": "Einen Gelingensfaktor",
    "catalogue": "Eine Fassung des Katalogs",
    "catalogue_approval": "Eine Freigabe des Katalogs",
    "access_link": "Einen Zugangslink",
    "voice_form": "Einen Stimmungsbogen",
    "capture_link": "Einen Link zum Erfassen",
    "measure_link": "Einen Link zu einer Maßnahme",
    "live_link": "Einen Live-Link",
    "release": "Eine Veröffentlichung",
    "year_report": "Einen Sachstandsbericht",
    "measure": "Eine Maßnahme",
    "meeting": "Eine Sitzung",
    "meeting_item": "Einen Tagesordnungspunkt",
    "decision": "Einen Beschluss",
    "seat": "Einen Sitz",
    "representation": "Eine Vertretung",
    "perspective": "Eine Perspektive",
    "perspective_gap": "Einen nächsten Schritt",
    "record": "Einen Eintrag",
    "year": "Ein Jahr",
}

_SENTENCES: Mapping[str, str] = {
    "refused": "Das geht so nicht.",
    "not_permitted": "Dafür fehlt Ihnen die Berechtigung. Bitte wenden Sie sich an das Integrationsmanagement.",
    "not_found": "{thing} mit der Kennung „{key}“ gibt es nicht. Bitte prüfen Sie die Schreibweise.",
    "already_exists": "{thing} mit dem Namen „{key}“ gibt es schon. Bitte wählen Sie einen anderen Namen.",
    "conflict": (
        "Jemand war schneller und hat „{key}“ inzwischen geändert. Bitte laden Sie die Seite neu und prüfen Sie den "
        "neuen Stand; gespeichert wurde nur die frühere Änderung."
    ),
    "round_closed": (
        "Die Runde „{title}“ nimmt keine Antworten mehr an (Ende: {closed_on}). Ihre bisherigen Antworten sind "
        "gespeichert; bei Fragen hilft das Integrationsmanagement."
    ),
    "round_planned": (
        "Die Runde „{title}“ beginnt erst am {opens_on}. Bis dahin nimmt sie noch keine Antworten an; Ihr Link gilt "
        "dann auch."
    ),
    "round_overlaps": (
        "Für diese Zeit ist schon die Runde „{title}“ vorgesehen ({start} bis {end}). Bitte wählen Sie Tage, die sich "
        "nicht überschneiden, oder sagen Sie die andere Runde ab."
    ),
    "paper_key_unknown": (
        "{factor}, Stelle {position}: „{value}“ ist keine Antwort. Bitte tippen Sie 1 bis 5, w für „Weiß ich nicht“, n "
        "für „Trifft nicht zu“ oder - für leer."
    ),
    "paper_line_length": (
        "{factor}: Getippt sind {found} Zeichen, erwartet {expected}, eines für jede Aussage. Bitte tippen Sie für "
        "leere Felder einen Strich."
    ),
    "already_answered": (
        "Zu „{project}“ ist hier schon geantwortet oder damit begonnen worden. Bitte laden Sie die Seite neu."
    ),
    "mail_missing": (
        "Es ist kein Postausgang eingerichtet, also kann nichts verschickt werden. Bitte setzen Sie BK_SMTP_URL oder "
        "kopieren Sie die Nachrichten von den Seiten „Runden“ und „Bestätigen“."
    ),
    "round_open": "Die Runde „{title}“ läuft noch. Bitte schließen Sie sie zuerst.",
    "activity_waiting": (
        "Von „{title}“ ist noch nicht gesagt, was daraus geworden ist. Bitte setzen Sie den Stand auf „stattgefunden“ "
        "oder „ausgefallen“; danach lässt sich die Aktivität ins Archiv legen."
    ),
    "meeting_begun": (
        "„{title}“ wird nicht mehr vorbereitet: Die Sitzung hat begonnen, ist beendet oder abgesagt. Bitte laden Sie "
        "die Seite neu."
    ),
    "meeting_not_running": (
        "„{title}“ läuft nicht; festgehalten wird nur, solange die Sitzung läuft. Eine beendete Sitzung kann die "
        "Verwaltung wieder öffnen."
    ),
    "meeting_running": "Die Sitzung „{title}“ läuft noch. Bitte beenden Sie sie zuerst.",
    "period_invalid": "Das Ende ({end}) liegt vor dem Anfang ({start}). Bitte wählen Sie ein späteres Ende.",
    "day_in_future": "Der {day} liegt in der Zukunft. Bitte geben Sie den Tag an, an dem es geschehen ist.",
    "nothing_to_undo": "An „{key}“ wurde seit dem Anlegen nichts geändert; es gibt nichts zurückzunehmen.",
    "nothing_to_hand_in": (
        "Für „{project}“ gibt es noch keine Antwort. Bitte beantworten Sie mindestens eine Frage, bevor Sie abgeben."
    ),
    "last_answer": (
        "Das ist die letzte Antwort Ihrer abgegebenen Einschätzung zu „{project}“; sie bleibt stehen. Sie können sie "
        "ändern oder auf der Seite mit Ihrem Profil die ganze Abgabe zurückziehen."
    ),
    "text_moved": (
        "Dieser Text wurde inzwischen an anderer Stelle geändert; gespeichert ist dort: „{text}“. Ihr Text steht noch "
        "im Feld und ersetzt den anderen, sobald Sie weiterschreiben."
    ),
    "link_dead": (
        "Dieser Link gilt nicht oder nicht mehr. Bitte bitten Sie das Integrationsmanagement um einen neuen Link."
    ),
    "link_was_sent": (
        "An die bisherige Adresse ging schon eine Nachricht mit diesem Link. Bitte wählen Sie „Neuen Link geben“: Er "
        "geht an die neue Adresse, und der alte gilt sofort nicht mehr."
    ),
    "nothing_released": (
        "Noch ist nichts veröffentlicht. Das Integrationsmanagement veröffentlicht den ersten Sachstand; bitte "
        "versuchen Sie es später noch einmal."
    ),
    "correction_unsaid": (
        "Für {year} gibt es schon einen veröffentlichten Bericht. Bitte sagen Sie in einem Satz, was die neue Fassung "
        "berichtigt."
    ),
    "picture_refused": "{flaw}",
    "import_refused": (
        "Die Datei enthält {faults}. Es wurde nichts gespeichert; bitte berichtigen Sie die genannten Zeilen."
    ),
    "sample_mixed": (
        "Die Einstellung BK_DEMO={value} passt nicht zu dieser Datenbank: Erfundene Beispiele und echte Daten stehen "
        "nie in derselben. Bitte ändern Sie BK_DEMO oder BK_DATABASE_URL."
    ),
    "file_unreadable": "Die Datei „{path}“ lässt sich nicht lesen: {reason}",
    "file_unwritable": "Die Datei „{path}“ lässt sich nicht schreiben: {reason}",
    "setting_invalid": "Die Einstellung {variable} hat den Wert „{value}“, erwartet wird {expected}.",
    "schema_outdated": (
        "Die Datenbank hat den Stand „{found}“, gebraucht wird „{expected}“. Bitte führen Sie „bk migrate“ aus."
    ),
    "database_unreachable": (
        "Die Datenbank {url} antwortet nicht. Bitte prüfen Sie BK_DATABASE_URL und ob der Datenbankdienst läuft."
    ),
    "database_foreign": (
        "Unter {url} liegt keine Datenbank dieses Programms. Bitte prüfen Sie BK_DATABASE_URL; an dem, was dort liegt, "
        "wurde nichts geändert."
    ),
    "database_busy": (
        "Die Datenbank ist gerade beschäftigt. Es wurde nichts gespeichert; bitte versuchen Sie es gleich noch einmal."
    ),
    "schema_unknown": (
        "Die Datenbank hat den Stand „{found}“, dieses Programm kennt nur Stände bis „{expected}“. Bitte nehmen Sie "
        "die Fassung des Programms, die zuletzt mit dieser Datenbank lief."
    ),
    "catalogue_broken": "Die Katalogdatei „{path}“ ist unvollständig: {reason}",
    "column_missing": "In der Tabelle „{frame}“ fehlt die Spalte „{column}“.",
    "invalid_value": "„{value}“ passt nicht in das Feld „{field}“. Erlaubt: {allowed}.",
}

_FIELDS: Mapping[str, str] = {
    "missing": "Hier fehlt eine Angabe.",
    "string_too_short": "Hier fehlt eine Angabe.",
    "string_too_long": "Der Text ist zu lang; erlaubt sind höchstens {max_length} Zeichen.",
    "string_pattern_mismatch": "Erlaubt sind nur Kleinbuchstaben, Ziffern und einzelne Bindestriche.",
    "enum": "Dieser Wert ist nicht vorgesehen. Erlaubt: {expected}.",
    "literal_error": "Dieser Wert ist nicht vorgesehen. Erlaubt: {expected}.",
    "int_parsing": "Hier wird eine ganze Zahl erwartet.",
    "int_from_float": "Hier wird eine ganze Zahl erwartet.",
    "int_type": "Hier wird eine ganze Zahl erwartet.",
    "bool_parsing": "Hier wird „ja“ oder „nein“ erwartet.",
    "greater_than_equal": "Die Zahl ist zu klein; erlaubt ist mindestens {ge}.",
    "less_than_equal": "Die Zahl ist zu groß; erlaubt ist höchstens {le}.",
    "extra_forbidden": "Dieses Feld ist nicht vorgesehen.",
    "date_form": "Das ist kein gültiges Datum. Bitte schreiben Sie zum Beispiel 15.03.2024 oder 2024-03-15.",
    "date_year": "Das Jahr liegt nicht zwischen 1900 und 2100. Bitte prüfen Sie, ob es ein Tippfehler ist.",
    "mail_address": "Das ist keine E-Mail-Adresse. Bitte schreiben Sie sie wie verein@beispiel.de.",
    "web_address": "Hier wird eine Adresse erwartet, die mit https:// oder http:// beginnt.",
    "date_day_missing": "Hier wird ein volles Datum mit Tag erwartet, zum Beispiel 15.03.2024.",
    "date_precision": "Datum und Genauigkeit passen nicht zusammen.",
    "ends_before_start": "Das Ende liegt vor dem Anfang, oder der Anfang fehlt.",
    "part_of_itself": "Eine Aktivität kann nicht Teil von sich selbst sein.",
    "more_first_timers_than_attendees": "Es können nicht mehr Menschen erstmals da gewesen sein als insgesamt.",
    "title_missing": "Bitte schreiben Sie, wie es hieß.",
    "day_missing": "Bitte geben Sie den Tag an.",
    "too_short": "Das ist zu kurz; nötig sind mindestens {min_length} Zeichen.",
    "too_long": "Das ist zu lang; erlaubt sind höchstens {max_length} Zeichen.",
    "sitting_without_release": "Zu einer Sitzung gehört ein fester Stand. Bitte wählen Sie, welchen der Link zeigt.",
    "level_or_opt_out": "Bitte wählen Sie genau eine Antwort.",
    "merge_with_itself": "Bitte wählen Sie zwei verschiedene Organisationen.",
    "agenda_kind": "Themen werden mit ihrem Namen eingetragen, eines je Zeile.",
    "agenda_missing": "Die Tagesordnung ist leer. Bitte wählen Sie mindestens einen Punkt oder nennen Sie ein Thema.",
    "votes_incomplete": "Bitte geben Sie alle drei Stimmenzahlen an (auch eine 0) oder keine.",
    "owner_missing": "Bitte sagen Sie, wer sich kümmert: eine Organisation oder eine Funktion.",
    "words_not_listed": (
        "Bei Sektor und Art gehören hierher Werte der Liste, zum Beispiel civil oder schule, mit Semikolon getrennt."
    ),
    "control_character": "Der Text enthält ein unsichtbares Steuerzeichen. Bitte tippen Sie ihn neu ein.",
    "date_from_datetime_parsing": "Das ist kein gültiges Datum. Bitte schreiben Sie zum Beispiel 15.03.2024.",
}


_FLAWS: Mapping[str, str] = {
    "missing": "Bitte wählen Sie zuerst eine Bilddatei.",
    "file": "Die Bilddatei ist größer als 10 MB. Bitte wählen Sie ein kleineres Bild.",
    "points": "Das Bild hat mehr als 50 Millionen Bildpunkte. Bitte wählen Sie ein kleineres Bild.",
    "format": (
        "Diese Datei lässt sich nicht als Bild lesen. Bitte wählen Sie ein Bild als JPEG, PNG oder WebP; ist es eines, "
        "so ist die Datei beschädigt."
    ),
    "small": "Das Bild ist zu klein, um etwas zu zeigen. Bitte wählen Sie ein größeres.",
}


def message(error: BkError) -> str:
    """Return the one German sentence for a refusal: the reason and the way out."""
    facts = {name: _readable(name, value) for name, value in error.facts.items()}
    if "what" in facts:
        facts["thing"] = THINGS[facts["what"]]
    return _SENTENCES[error.code].format(**facts)


def codes() -> frozenset[str]:
    """Return all codes that have a sentence."""
    return frozenset(_SENTENCES)


def field_message(fault: Mapping[str, object]) -> str:
    """Return the German sentence for one entry of ``pydantic.ValidationError.errors()``."""
    kind = str(fault["type"])
    context = fault.get("ctx")
    facts = dict(context) if isinstance(context, Mapping) else {}
    if kind == "value_error":
        kind = str(facts.get("error", ""))
    sentence = _FIELDS.get(kind, "Dieser Wert passt hier nicht.")
    return sentence.format(**{name: _without_or(value) for name, value in facts.items()})


def _without_or(value: object) -> str:
    return str(value).replace("'", "").replace(" or ", ", ")


def _readable(name: str, value: object) -> str:
    if name == "flaw":
        return _FLAWS[str(value)]
    if name == "faults" and isinstance(value, int):
        return count(value, "Fehler", "Fehler", feminine=False).replace("ein Fehler", "einen Fehler")
    if name in {"closed_on", "opens_on", "start", "end", "day"} and isinstance(value, str):
        return date_de(date.fromisoformat(value))
    return str(value)
