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
