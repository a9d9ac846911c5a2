"""What import, export and template say: sentences for files and rows, help for every column."""

from collections.abc import Iterable, Mapping

from bkcore.wording.numbers import join_words, whole

MISSING = "Es gibt sie nicht. Bitte prüfen Sie den Pfad."
NOT_ALLOWED = "Das Programm darf sie nicht lesen. Bitte prüfen Sie die Rechte der Datei."
WRONG_KIND = "Erwartet wird ein Ordner mit CSV-Dateien, eine einzelne CSV-Datei oder eine Excel-Mappe (.xlsx)."
TOO_BIG = "Sie ist zu groß. Bitte teilen Sie sie auf."
TOO_MANY_ROWS = "Sie hat zu viele Zeilen. Bitte teilen Sie sie auf und löschen Sie leere Zeilen am Ende."
NOT_UTF_8 = "Sie ist kein Text in UTF-8. Bitte speichern Sie sie als „CSV UTF-8“ oder als Excel-Mappe (.xlsx)."
NO_WORKBOOK = "Sie ist keine Excel-Mappe oder beschädigt. Bitte speichern Sie sie neu als .xlsx."
OLD_OR_ENCRYPTED = (
    "Sie ist mit einem Kennwort geschützt oder hat das alte Format .xls. "
    "Bitte speichern Sie sie ohne Kennwort als .xlsx."
)
NO_EXPORT_OF_THIS_KIND = "Geschrieben wird eine Excel-Mappe (.xlsx) oder ein Ordner mit CSV-Dateien."
NOT_WRITABLE = "An diesen Ort lässt sich nicht schreiben. Bitte prüfen Sie den Pfad und die Rechte."
NO_BACKUP = "Sie ist keine Sicherung dieses Programms oder beschädigt."
BACKUP_CHANGED = "Ihre Prüfsummen stimmen nicht: Sie wurde verändert oder nicht vollständig übertragen."
BACKUP_INCONSISTENT = "Ihre Einträge passen nicht zueinander. Es wurde nichts ersetzt."

UNKNOWN_COLUMN = "Diese Spalte gibt es hier nicht. Bitte löschen Sie sie oder berichtigen Sie ihren Namen."
REPEATED_COLUMN = "Diese Spalte kommt zweimal vor. Bitte behalten Sie nur eine davon."
NAMELESS_COLUMN = "Über dieser Angabe steht kein Spaltenname."
MISSING_COLUMN = "Diese Spalte fehlt; sie muss in jeder Zeile gefüllt sein."
REPEATED_SHEET = "Diese Tabelle kommt zweimal vor. Bitte behalten Sie nur eine davon."
WHOLE_NUMBER = "Hier wird eine ganze Zahl ohne Punkt und Komma erwartet."

_NAMED_BY: Mapping[str, str] = {
    "organisationen": "Eine Organisation",
    "projekte": "Ein Projekt",
    "aktivitaeten": "Eine Aktivität",
    "runden": "Eine Runde",
    "perspektiven": "Eine Perspektive",
}

GUIDE: tuple[str, ...] = (
    "Vorlage für das Vielfaltsnetzwerk Bergkamen",
    "Füllen Sie nur die Blätter aus, die Sie brauchen. Leere Blätter bleiben ohne Wirkung.",
    (
        "Jede Zeile ist ein Eintrag. Die erste Zeile mit den Spaltennamen bleibt stehen; die Reihenfolge "
        "der Spalten ist frei."
    ),
    (
        "Spalten mit fettem Namen und dunklem Grund sind in jeder Zeile zu füllen. Alles andere darf "
        "leer bleiben: leer heißt „nicht bekannt“."
    ),
    (
        "Eine Kennung ist ein kurzer, dauerhafter Name aus Kleinbuchstaben, Ziffern und Bindestrichen, "
        "zum Beispiel „verein-bergkamen“."
    ),
    "Andere Blätter nennen einen Eintrag mit seiner Kennung: eine Beteiligung nennt Organisation und Aktivität.",
    "Ein Datum schreiben Sie so genau, wie Sie es kennen: 15.03.2024, 03.2024 oder 2024. Erfinden Sie keinen Tag.",
    "In Spalten mit einer Liste wählen Sie einen der Werte aus; alle Werte stehen auch auf dem Blatt „Werte“.",
    "Tragen Sie keine Namen, Adressen oder Telefonnummern von Menschen ein. In „person“ steht nur ein Deckname.",
    (
        "Prüfen Sie die Mappe zuerst mit der Vorschau. Gespeichert wird nur, wenn alle Zeilen stimmen; "
        "sonst wird jede falsche Zelle genannt."
    ),
    (
        "Dieselbe Mappe zweimal einzulesen ändert nichts. Ein geänderter Eintrag mit derselben Kennung "
        "ersetzt den früheren ganz: Eine leere Zelle löscht, was dort stand."
    ),
)
"""The first sheet of the template, a line for a row."""

NOT_IN_LIST = "Bitte wählen Sie einen Wert aus der Liste oder lassen Sie die Zelle leer."

_HELP: Mapping[str, str] = {
    "kennung": (
        "Kurzer, dauerhafter Name: Kleinbuchstaben, Ziffern, einzelne Bindestriche. Nie zweimal auf einem Blatt."
    ),
    "gegenstand": "projekt oder bereich (Verwaltungsbereich, der sich selbst einschätzt). Leer bedeutet: projekt.",
    "sprachen": "Sprachen der Einladung, Begrüßung oder Übersetzung, mit Semikolon getrennt; Deutsch zählt mit.",
    "geschaetzt": "ja, wenn die Zahl der Teilnehmenden geschätzt ist; nein, wenn sie gezählt wurde.",
    "kostenlos": "ja, wenn niemand etwas bezahlen musste.",
    "barrierefrei": "ja, wenn der Ort ohne Stufen zu erreichen und zu benutzen war.",
    "gemeinsam_geplant": "ja, wenn mindestens zwei Organisationen dabei zusammen geplant oder zurückgeblickt haben.",
    "vorschlaege_aufgegriffen": "Zahl der Vorschläge von Teilnehmenden, die umgesetzt oder fest eingeplant wurden.",
    "aufgaben_uebergeben": "Zahl der Aufgaben, die an Teilnehmende oder neue Ehrenamtliche übergeben wurden.",
    "name": "Name der Organisation, wie sie sich selbst nennt.",
    "art": "Bitte aus der Liste wählen.",
    "sektor": "public: öffentliche Hand, civil: Zivilgesellschaft, private: Wirtschaft.",
    "ortsteil": "Ortsteil, in dem die Organisation sitzt.",
    "dabei_seit": "Seit wann sie mitwirkt, so genau wie bekannt: 15.03.2024, 03.2024 oder 2024.",
    "ausgeschieden_am": "Seit wann sie nicht mehr mitwirkt; leer, solange sie dabei ist.",
    "namensnennung": "ja nur, wenn die Organisation zugestimmt hat, öffentlich genannt zu werden. Leer gilt als nein.",
    "quelle": "Wo das steht: eine Internetadresse oder ein Dokument.",
    "beleg": (
        "belegt: Die Quelle sagt es. abgeleitet: aus dem Zusammenhang geschlossen, der Grund steht in der Anmerkung."
    ),
    "anmerkung": "Was sonst wichtig ist. Keine Namen von Menschen.",
    "titel": "Titel, wie er angekündigt wurde.",
    "traeger": "Kennung der Organisation, die das Projekt trägt.",
    "beginn": "Erster Tag, so genau wie bekannt: 15.03.2024, 03.2024 oder 2024.",
    "ende": "Letzter Tag, so genau wie bekannt; leer, solange es läuft.",
    "zielgruppe": "An wen es sich richtet.",
    "themen": "Stichworte, mit Semikolon getrennt.",
    "foerderung": "Wer es fördert.",
    "verantwortungsbereich": "Bereich von Rat und Verwaltung, in den es gehört.",
    "beschreibung": "Zwei bis drei Sätze. Öffentlich erst, wenn jemand den Text freigibt.",
    "netzwerkbezug": "kern: Arbeit des Netzwerks. umfeld: verwandt. vorgeschichte: vor dem Netzwerk.",
    "projekt": "Kennung des Projekts, zu dem es gehört.",
    "datum": "Tag, Monat oder Jahr, so genau wie bekannt: 15.03.2024, 03.2024 oder 2024.",
    "datum_ende": "Letzter Tag, wenn es mehrere Tage dauert.",
    "genauigkeit": "Wie genau das Datum bekannt ist: tag, monat, jahr oder unbekannt.",
    "ort": "Wo es stattfindet.",
    "stand": "geplant, angekuendigt, stattgefunden oder ausgefallen.",
    "teilnehmende": "Wie viele Menschen da waren; nur die Zahl.",
    "davon_erstmals": "Wie viele davon zum ersten Mal.",
    "ehrenamtliche": "Wie viele Menschen ehrenamtlich mitgearbeitet haben.",
    "erreichbarkeit": "Wie gut die Zielgruppe zu erreichen ist: gut, mittel oder wenig.",
    "plenum": "ja, wenn das ganze Netzwerk eingeladen war.",
    "teil_von": "Kennung der Aktivität, deren Teil sie ist, zum Beispiel einer Aktionswoche.",
    "organisation": "Kennung der Organisation.",
    "aktivitaet": "Kennung der Aktivität.",
    "rolle": "veranstaltend, mitwirkend, foerdernd oder teilnehmend.",
    "drucksache": "Nummer der Vorlage, zum Beispiel 12/0767.",
    "betreff": "Betreff, wie er in der Tagesordnung steht.",
    "gremium": "Rat, Ausschuss oder Beirat.",
    "ergebnis": "Was beschlossen wurde; leer, wenn es nicht bekannt ist.",
    "zusammenfassung": "Worum es ging, in eigenen Worten.",
    "url": "Adresse im Ratsinformationssystem.",
    "relevanz": "kern, umfeld oder vorgeschichte.",
    "katalogversion": "Version des Fragenkatalogs, zum Beispiel 2026-1.",
    "runde": "Kennung der Runde.",
    "sicht": "leitung, team, partner oder teilnehmende.",
    "person": "Ein Deckname, kein Name: zum Beispiel p-01.",
    "indikator": "Kennung der Frage im Katalog, zum Beispiel identitaeten-1.",
    "stufe": "1 bis 5, weiss_nicht oder trifft_nicht_zu.",
    "merkmal": "Wonach im Bestand gesucht wird: zielgruppe, ortsteil, sektor, art oder sprache.",
    "bezeichnung": "Wie die Perspektive heißt, zum Beispiel Ältere Menschen oder Rünthe.",
    "suchwoerter": (
        "Wie sie im Bestand sonst noch heißt, mit Semikolon getrennt. Bei sektor und art: Werte der Liste, zum "
        "Beispiel civil oder schule."
    ),
    "ruht": "ja, wenn sie zurzeit nicht gesucht wird. Leer gilt als nein.",
    "perspektive": "Kennung der Perspektive, die fehlt.",
    "schritt": "Was als Nächstes geschieht, damit sie dazukommt.",
    "funktion": "Wer sich kümmert, wenn es keine Organisation des Netzwerks ist; eine Funktion, kein Name.",
    "bis": "Letzter Tag dafür, zum Beispiel 15.03.2027.",
}
_HELP_HERE: Mapping[tuple[str, str], str] = {
    ("runden", "beginn"): "Erster Tag, an dem Antworten möglich sind.",
    ("runden", "ende"): (
        "Letzter Tag, an dem Antworten möglich sind. Liegt er in der Vergangenheit, ist die Runde geschlossen."
    ),
    ("runden", "titel"): "Titel der Runde, zum Beispiel Herbst 2026.",
    ("luecken", "organisation"): "Kennung der Organisation, die sich kümmert.",
    ("luecken", "stand"): "offen oder erledigt. Leer gilt als offen.",
    ("beteiligungen", "stand"): "Leer lassen, wenn er der Stand der Aktivität ist.",
    ("gremien", "genauigkeit"): "Leer lassen, wenn das Datum sie schon zeigt.",
    ("bewertungen", "projekt"): "Kennung des Projekts, das eingeschätzt wurde.",
}


def quotes_broken(row: int) -> str:
    """Say that quotation marks of a CSV file do not close, and about where."""
    return f"Bei Zeile {whole(row)} ist ein Anführungszeichen nicht geschlossen oder eine Zelle zu lang."


def other_revision(*, backup: str, program: str) -> str:
    """Say that a backup belongs to another version of the program, and what to do."""
    return (
        f"Sie hat den Stand „{backup}“, dieses Programm den Stand „{program}“. Bitte spielen Sie sie mit der "
        "passenden Programmversion ein und aktualisieren Sie danach."
    )


def sheet_of(file: str, sheet: str) -> str:
    """Name a sheet of a workbook."""
    return f"{file}, Blatt {sheet}"


def unknown_sheet(known: Iterable[str]) -> str:
    """Say that a file or sheet does not belong here, and which ones do."""
    return f"Diese Tabelle gehört nicht dazu. Erwartet werden: {join_words(list(known))}."


def named_nowhere(sheet: str) -> str:
    """Say that a cell names a record that is neither in the files nor in the database."""
    return f"{_NAMED_BY[sheet]} mit dieser Kennung gibt es weder in den Dateien noch in der Datenbank."


def unknown_version(versions: Iterable[str]) -> str:
    """Say that the program does not have this version of the catalogue, and which ones it has."""
    return (
        f"Diese Fassung des Katalogs kennt das Programm nicht. Erlaubt: {', '.join(versions)}. Stammt die Datei aus "
        "einem neueren Programm, bringen Sie zuerst dieses auf dessen Stand."
    )


def unknown_indicator(version: str) -> str:
    """Say that the catalogue has no such indicator."""
    return f"Diesen Indikator gibt es im Katalog {version} nicht."


def repeated_row(first: int) -> str:
    """Say that a row names the same record as an earlier one."""
    return f"Dieser Eintrag steht schon in Zeile {whole(first)}."


def allowed(values: Iterable[str]) -> str:
    """Say which values a cell may hold."""
    return f"Dieser Wert ist nicht vorgesehen. Erlaubt: {', '.join(values)}."


def part_of_circle(slugs: Iterable[str]) -> str:
    """Say that activities are part of one another in a circle."""
    return f"Die Aktivitäten sind im Kreis Teil voneinander: {' → '.join(slugs)}."


def fault_sentence(file: str, row: int | None, column: str, value: str, reason: str) -> str:
    """Write one fault as a line for the command line.

    Examples:
        >>> fault_sentence("projekte.csv", 3, "beginn", "gestern", "Das ist kein gültiges Datum.")
        'projekte.csv, Zeile 3, Spalte beginn, „gestern“: Das ist kein gültiges Datum.'
    """
    place = [file]
    place += [f"Zeile {row}"] if row is not None else []
    place += [f"Spalte {column}"] if column else []
    place += [f"„{value}“"] if value else []
    return f"{', '.join(place)}: {reason}"


def column_help(sheet: str, column: str) -> str:
    """Return what to write into a column, in one or two sentences."""
    return _HELP_HERE.get((sheet, column), _HELP[column])
