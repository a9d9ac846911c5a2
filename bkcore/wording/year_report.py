"""German wording of the yearly report to the council: headings, fixed texts; sentences with values are next door."""

from collections.abc import Mapping
from typing import Final

from bkcore.thresholds import PUBLIC_MINIMUM
from bkcore.vocabulary import PaperKind
from bkcore.wording.numbers import number_word

ISSUER: Final = "Integrationsmanagement"
SUBJECT_LABEL: Final = "Betreff"
REPORT_LABEL: Final = "Bericht"
REFERENCE_LABEL: Final = "Drucksache"
FILE_NUMBER_LABEL: Final = "Aktenzeichen"
DATE_LABEL: Final = "Datum"
ISSUER_LABEL: Final = "Federführung"
STATIONS: Final = "Beratungsfolge"
COLUMNS_STATIONS: Final = ("Gremium", "Datum", "Aufgabe")
CAPTION_STATIONS: Final = "Gremien, die über diese Vorlage beraten"
NO_STATIONS: Final = "Die Beratungsfolge steht noch nicht fest."
DECIDES: Final = "beschließt"
NO_DAY: Final = "noch offen"
COMPONENTS: Final = "Bestandteile dieser Vorlage"
RESOLUTION: Final = "Beschlussvorschlag"
STATEMENT: Final = "Sachdarstellung"
CORRECTION: Final = "Was diese Fassung berichtigt"
COLUMNS_CORRECTION: Final = ("Angabe", "vorher", "jetzt")
CAPTION_CORRECTION: Final = "Änderungen gegenüber der vorigen Fassung"
DRAFT: Final = "Entwurf, nicht veröffentlicht"
PUBLIC: Final = "öffentlich"
NOT_NUMBERED: Final = "wird vergeben"
CONTENTS: Final = "Inhalt"

COMPONENT_COVER: Final = "Deckblatt"
COMPONENT_NOTICE: Final = "Sachdarstellung"
COMPONENT_RESOLUTION: Final = "Beschlussvorschlag und Sachdarstellung"
COMPONENT_DATA: Final = "Daten als Tabelle (CSV) mit Beschreibung der Felder"

KIND_LABEL: Final = "Art der Vorlage"
TEXT_BEFORE: Final = "bisheriger Text"
TEXT_AFTER: Final = "neuer Text"
TEXT_MISSING: Final = "nicht enthalten"

TITLES: Final[Mapping[str, str]] = {
    "mandate": "Auftrag",
    "network": "Das Netzwerk in Zahlen",
    "projects": "Projekte und Aktivitäten",
    "factors": "Die acht Gelingensfaktoren",
    "measures": "Maßnahmen und ihr Stand",
    "anchoring": "Integration als Aufgabe aller Bereiche",
    "funding": "Förderung und was wann endet",
    "lessons": "Was wir gelernt haben",
    "outlook": "Ausblick",
    "method": "Wie die Zahlen entstehen",
    "data_protection": "Datenschutz",
    "boundary": "Abgrenzung zum Landesprogramm KIM",
}
"""The chapters of the Sachdarstellung by key, in reading order."""

LEFT_OUT: Final = frozenset({"lessons", "outlook"})
"""Chapters that are left out when the records say nothing and nobody wrote a text; all others say so."""

FACT_TREND: Final = "Verlauf"
CAPTION_KEY_FIGURES: Final = "Die sechs öffentlichen Kennzahlen im Verlauf"
COLUMN_FIGURE: Final = "Kennzahl"
CAPTION_KINDS: Final = "Bestätigte Aktivitäten nach ihrer Art"
NO_KIND: Final = "ohne Angabe"
COLUMNS_KINDS: Final = ("Art", "Aktivitäten")
CAPTION_CHANGE: Final = "Veränderung und Sichten je Gelingensfaktor"
COLUMN_FACTOR: Final = "Gelingensfaktor"
COLUMN_MEAN: Final = "Mittelwert"
COLUMN_BEFORE: Final = "davor"
COLUMN_CHANGE: Final = "Veränderung"
COLUMN_GAP: Final = "Abstand der Sichten"
CAPTION_MEASURES: Final = "Maßnahmen nach ihrem Stand"
COLUMNS_MEASURES: Final = ("Stand", "Maßnahmen")
CAPTION_ANCHORING: Final = "Projekte je Verantwortungsbereich"
COLUMNS_ANCHORING: Final = ("Verantwortungsbereich", "Projekte")
NO_RESPONSIBILITY: Final = "nicht eingetragen oder nicht freigegeben"
CAPTION_FUNDING: Final = "Eingetragene Förderungen und Enden"
COLUMNS_FUNDING: Final = ("Projekt", "Förderung", "Ende")

ACTIVITIES_LABEL: Final = "bestätigte Aktivitäten"
ANNOUNCED_LABEL: Final = "nur angekündigt"
PEOPLE_LABEL: Final = "gezählte Menschen"
PROJECTS_LABEL: Final = "Projekte im Jahr"
DESCRIBED_LABEL: Final = "davon beschrieben"
MEASURES_LABEL: Final = "vereinbarte Maßnahmen"
EARLIER_LABEL: Final = "aus früheren Jahren offen"
OVERDUE_LABEL: Final = "Termin verstrichen"
FUNDED_LABEL: Final = "Projekte mit Förderung"
ENDING_LABEL: Final = "im Jahr beendet"
NEXT_LABEL: Final = "im Folgejahr endend"
PAPERS_LABEL: Final = "Beratungen im Jahr"
ROUND_LABEL: Final = "Runde"
OPEN_LABEL: Final = "offene Maßnahmen"
DEPARTMENTS_LABEL: Final = "Verwaltungsbereiche mit Selbsteinschätzung"
COUNTED_LABEL: Final = "Aktivitäten mit gezählten Menschen"

MANDATE_TEXT: Final = (
    "Grundlage dieses Berichts ist die Drucksache 12/0767 aus dem Jahr 2022. Sie sieht vor, dass die Verwaltung dem "
    "Rat jährlich einen Sachstandsbericht vorstellt. Maßstab sind die acht Gelingensfaktoren und der Anspruch, "
    "Integration als Querschnittsthema in allen Verantwortungsbereichen von Rat und Verwaltung zu verankern."
)
MANDATE_YEAR: Final = 2022
BEFORE_MANDATE: Final = "Er blickt auf ein Jahr zurück, in dem es diesen Auftrag noch nicht gab."
METHOD_TEXTS: Final = (
    "Alle Zahlen und Bilder entstehen aus denselben Einträgen wie der Sachstand hinter dem Link des Rates.",
    "Gezählt werden nur Aktivitäten, die nachweislich stattgefunden haben. Was nicht aufgeschrieben wurde, fehlt.",
    "Eine kleinere Zahl kann deshalb auch an lückenhaften Aufzeichnungen liegen.",
)
METHOD_FACTORS: Final = (
    "Bei den Gelingensfaktoren zählt jedes Projekt gleich, auch wenn dort mehr Menschen geantwortet haben. Die "
    "Einordnung richtet sich nach dem ungerundeten Mittelwert."
)
DATA_PROTECTION_TEXTS: Final = (
    (
        "Angaben von Menschen erscheinen nur zusammengefasst, und nur, wenn mindestens "
        f"{number_word(PUBLIC_MINIMUM)} von ihnen dahinterstehen."
    ),
    "Werte zu den Gelingensfaktoren gelten für das ganze Netzwerk. Einzelne Projekte werden nicht verglichen.",
    "Organisationen werden nur mit ihrer Zustimmung genannt. Texte von Projekten erscheinen erst nach ihrer Freigabe.",
)
BOUNDARY_TEXT: Final = (
    "Dieser Bericht handelt von Organisationen, Projekten und Veranstaltungen. Er enthält keine Fälle einzelner "
    "Menschen. Das ähnlich klingende Landesprogramm KIM (Kommunales Integrationsmanagement) ist etwas anderes: Dort "
    "werden Zugewanderte einzeln beraten."
)
NO_RESPONSIBILITIES: Final = "Welche Verantwortungsbereiche daran beteiligt waren, ist noch nicht eingetragen."
KINDS: Final[Mapping[PaperKind, str]] = {
    PaperKind.NOTICE: "Mitteilungsvorlage",
    PaperKind.RESOLUTION: "Beschlussvorlage",
}
RUNNING: Final = "Das Jahr läuft noch, deshalb gibt es keinen Vergleich."
WITHHELD: Final = "geschützt"
PAGE: Final = "Seite"
PAGE_OF: Final = "von"
KEYWORDS: Final = ("Integration", "Vielfalt", "Beteiligung", "Netzwerk", "Sachstandsbericht")
FIGURE: Final = "Abbildung"
TABLE: Final = "Tabelle"


def so_far(year: int) -> str:
    """Head the column of a year that is not over."""
    return f"{year} bisher"


def resolution_draft(year: int) -> str:
    """Suggest what the council decides about a report."""
    return f"Der Rat der Stadt Bergkamen nimmt den Sachstandsbericht {year} zur Kenntnis."


def text_of(title: str) -> str:
    """Name the words of a chapter among what was corrected."""
    return f"Text zu „{title}“"
