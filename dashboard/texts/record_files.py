"""Wording around files of the record: template, upload, preview, faults."""

from typing import Final

from bkcore.intake.report import Fault, ImportReport
from bkcore.wording.numbers import percent, whole
from dashboard.texts import records

EXCEL: Final = "Excel"
EXCEL_NOTE: Final = (
    "Viele Einträge auf einmal: Vorlage ausfüllen, hochladen, Vorschau ansehen, einlesen. Gespeichert wird alles oder "
    "nichts."
)
TEMPLATE: Final = "Leere Vorlage"
TEMPLATE_FILE: Final = "bergkamen-vorlage.xlsx"
EXPORT: Final = "Alles als Excel-Mappe"
EXPORT_FILE: Final = "bergkamen-bestand.xlsx"
UPLOAD: Final = "Datei hochladen (.xlsx oder .csv)"
OPENING: Final = "Die Datei wird geöffnet …"
CHECKING: Final = "Die Datei wird geprüft"
READING: Final = "Die Datei wird eingelesen"
APPLY: Final = "Einlesen"
UNCHANGED: Final = "Die Datei sagt dasselbe wie der Bestand. Es gibt nichts einzulesen."
PREVIEW: Final = "Das würde sich ändern"
PREVIEW_COLUMNS: Final = ("Blatt", "Neu", "Geändert", "Unverändert")
FAULT_COLUMNS: Final = ("Wo", "Was steht da", "Warum geht das nicht")
FAULTS_WHAT: Final = "Bitte berichtigen Sie die genannten Stellen in der Datei und laden Sie sie noch einmal hoch."
MOST_FAULTS: Final = 100


def tally(report: ImportReport) -> list[tuple[str, ...]]:
    """Return a row of the preview for each sheet."""
    return [(sheet, whole(one.new), whole(one.changed), whole(one.unchanged)) for sheet, one in report.sheets.items()]


def share_done(label: str, share: float) -> str:
    """Return how far something is.

    Args:
        label: What is done.
        share: From 0 to 1.
    """
    return f"{label}: {percent(share)}"


def fault(found: Fault) -> tuple[str, ...]:
    """Return where a fault is, what stands there, and why it does not fit."""
    row = f", Zeile {found.row}" if found.row is not None else ""
    column = f", Spalte {found.column}" if found.column else ""
    return f"{found.file}{row}{column}", found.value or records.EMPTY, found.reason


def faults_title(number: int) -> str:
    """Return how many faults a file has."""
    return f"Die Datei hat {'einen' if number == 1 else whole(number)} Fehler. Eingelesen wird nichts."


def applied(report: ImportReport) -> str:
    """Return what was read in."""
    return f"Eingelesen: {whole(report.total.new)} neu, {whole(report.total.changed)} geändert."
