"""German wording of what the council sees: headings, names, definitions; sentences with values are next door."""

from collections.abc import Mapping
from typing import Final

from bkcore.thresholds import PUBLIC_MINIMUM
from bkcore.wording.numbers import number_word

NETWORK: Final = "Bergkamen for all"
TITLE: Final = "Sachstand zum Integrationsmanagement und zum Netzwerk „Bergkamen for all“"
SHORT_TITLE: Final = "Sachstand für Rat und Ausschüsse"
TOWN: Final = "Stadt Bergkamen"
AUDIENCE: Final = "Rat und Ausschüsse der Stadt Bergkamen"
MANDATE: Final = "Drucksache 12/0767 (2022): jährlicher Sachstandsbericht an den Rat"
MANDATE_URL: Final = "https://ris.bergkamen.de/buergerinfo/vo0050.asp?__kvonr=2072828"
DEMO: Final = "Beispieldaten: Die Angaben sind zum Teil erfunden und zeigen nur, wie der Sachstand aussieht."
DEMO_SHORT: Final = "Beispieldaten"

KEY_FIGURES: Final = "Das Netzwerk in sechs Zahlen"
NETWORK_SECTION: Final = "Wer wirkt mit?"
ATTENDANCE: Final = "Wie viele Menschen kamen?"
FACTORS: Final = "Die acht Gelingensfaktoren"
ROUND: Final = "Stand der Selbsteinschätzung"
PROJECTS: Final = "Projekte"
GALLERY: Final = "Die Projekte im Überblick"
GALLERY_LEAD: Final = "Jedes Projekt hat eine eigene Seite. Hier stehen alle, deren Text freigegeben ist."
TO_GALLERY: Final = "Alle Projekte im Überblick"
TO_STATE: Final = "Zum Sachstand"
OTHER_PROJECTS: Final = "Weitere Projekte"
PROJECT_BEFORE: Final = "Davor"
PROJECT_AFTER: Final = "Danach"
PAPERS: Final = "Vorlagen und Beratungen"
REPORTS: Final = "Sachstandsberichte"
REPORTS_NOTE: Final = (
    "Einmal im Jahr bekommt der Rat einen Bericht. Hier stehen die veröffentlichten zum Lesen und Mitnehmen."
)
REPORT_NAMES: Final[Mapping[str, str]] = {"bericht.pdf": "PDF (barrierefrei)", "bericht.docx": "Word"}
METHOD: Final = "Wie die Zahlen entstehen"
DATA_PROTECTION: Final = "Datenschutz"
BOUNDARY: Final = "Abgrenzung"
LEGEND: Final = "Zeichenerklärung"
DOWNLOADS: Final = "Zum Mitnehmen"
TABLE: Final = "Daten als Tabelle"
MEANING: Final = "Was bedeutet das?"
CONTENTS: Final = "Inhalt"
SKIP: Final = "Zum Inhalt springen"
RELOAD: Final = "Aktualisieren"
LIVE: Final = "Die Seite zeigt immer den neuesten Stand."
PINNED: Final = "Dieser Link zeigt fest diesen Stand."
MANDATE_LABEL: Final = "Auftrag"
AUDIENCE_LABEL: Final = "Für"
STAND_LABEL: Final = "Stand"
PERIOD_LABEL: Final = "Zeitraum der Daten"
DOWNLOAD_NAMES: Final[Mapping[str, tuple[str, str]]] = {
    "bericht.pdf": ("Bericht als PDF", "barrierefrei, zum Drucken und Verteilen"),
    "bericht.docx": ("Bericht für Word", "zum Weiterarbeiten"),
    "daten.csv": ("Daten als Tabelle (CSV)", "für Excel und LibreOffice"),
    "daten.json": ("Daten für Programme (JSON)", "genau das, was hier steht"),
}
LEGEND_TEXT: Final = (
    "„·“ heißt: Der Wert wird nicht gezeigt, weil er auf zu wenigen Menschen oder fast allein auf einer Organisation "
    "beruht, weil sich seit einer früheren Veröffentlichung nur bei wenigen etwas geändert hat oder weil sich ein "
    "solcher Wert sonst ausrechnen ließe. „–“ heißt: Dazu gibt es keine Angabe. Beides ist keine Null."
)
TEXT_WITHDRAWN: Final = "Text zurückgezogen"
WITHHELD_WORDS: Final = "geschützter Wert"
BOUNDARY_TEXT: Final = (
    "Dieser Sachstand handelt von Organisationen, Projekten und Veranstaltungen. Er enthält keine Fälle einzelner "
    "Menschen. Das ähnlich klingende Landesprogramm KIM (Kommunales Integrationsmanagement) ist etwas anderes: Dort "
    "werden Zugewanderte einzeln beraten."
)
DATA_PROTECTION_TEXTS: Final = (
    (
        "Angaben von Menschen erscheinen nur zusammengefasst, und nur, wenn mindestens "
        f"{number_word(PUBLIC_MINIMUM)} von ihnen dahinterstehen."
    ),
    "Werte zu den Gelingensfaktoren gelten für das ganze Netzwerk. Einzelne Projekte werden nicht verglichen.",
    "Organisationen werden nur mit ihrer Zustimmung genannt. Texte von Projekten erscheinen erst nach ihrer Freigabe.",
    "Beim Öffnen dieses Links wird nur gezählt, wie oft das an einem Tag geschieht. Adressen werden nicht gespeichert.",
)
LABEL_ORGANISATIONS: Final = "aktive Organisationen"
LABEL_NEW: Final = "Organisationen zum ersten Mal dabei"
LABEL_RETURNED: Final = "nach einer Pause wieder dabei"
LABEL_LEFT: Final = "aus dem Vorjahr nicht dabei"
LABEL_JOINT: Final = "gemeinsame Aktivitäten"
LABEL_ACTIVITIES: Final = "bekannte Aktivitäten insgesamt"
LABEL_WITH_TIES: Final = "davon mit bekannten Beteiligten"
LABEL_DIVERSITY: Final = "Vielfalt der Bereiche"
LABEL_TOP3: Final = "der Aktivitäten mit den drei Aktivsten"
LABEL_MEDIAN: Final = "Organisationen je Aktivität (Median)"
MEANING_ORGANISATIONS: Final = "Aktiv heißt: an mindestens einer stattgefundenen Aktivität des Jahres beteiligt."
MEANING_CHANGE: Final = "Neu heißt: vorher an keiner bekannten Aktivität beteiligt. Ein ruhiges Jahr ist kein Austritt."
MEANING_JOINT: Final = (
    "Dabei sind mindestens zwei der drei Bereiche öffentliche Hand, Zivilgesellschaft und Wirtschaft."
)
MEANING_DIVERSITY: Final = "0 heißt: Alle kommen aus einem Bereich. 1 heißt: Alle drei Bereiche sind gleich stark."
MEANING_TOP3: Final = "Je höher der Anteil, desto mehr hängt an wenigen Organisationen."
MEANING_MEDIAN: Final = "Bei der Hälfte der Aktivitäten wirkten höchstens so viele Organisationen mit."
MEANING_BARS: Final = (
    "Eine Organisation zählt in jedem Jahr einmal, auch wenn sie an vielem beteiligt war. „Neu“ war vorher nie dabei, "
    "„wieder dabei“ hatte mindestens ein Jahr Pause. Im Basisjahr beginnt die Zählung, deshalb ist dort nichts neu. Wo "
    "besser aufgeschrieben wird, sieht es nach Wachstum aus: Lesen Sie die Zahl der Aktivitäten immer mit."
)
MEANING_PROFILE: Final = (
    "Projekte schätzen sich selbst auf fünf Stufen ein, von 1 (noch nicht begonnen) bis 5 (selbstverständlich "
    "verankert). Der Punkt ist der Mittelwert der Projekte, der Balken reicht über ihre mittlere Hälfte. Bei der "
    "Mitbestimmung bilden die Stufen eine Leiter; dort steht statt eines Mittelwerts die mittlere Stufe. Ab 4 sprechen "
    "wir von einer Stärke, ab 3 von Gesprächsstoff, darunter von einer Sorge. Das sind Anlässe zum Reden, keine Noten."
)
COLUMNS_KEY_FIGURES: Final = ("Kennzahl", "Wert", "Vorjahr", "Bedeutung")
COLUMNS_BARS: Final = ("Jahr", "aktiv", "neu", "wieder dabei", "auch im Vorjahr dabei", "Aktivitäten")
COLUMNS_FACTORS: Final = (
    "Gelingensfaktor", "Mittelwert oder Stufe", "mittlere Hälfte", "Projekte", "Einschätzende", "Einordnung",
    "keine Angabe",
)  # fmt: skip
COLUMNS_ATTENDANCE: Final = ("Jahr", "Aktivitäten", "davon gezählt", "Menschen")
TOTAL: Final = "zusammen"
CAPTION_KEY_FIGURES: Final = "Sechs Kennzahlen mit Vorjahr und Bedeutung"
CAPTION_BARS: Final = "Aktive Organisationen je Jahr"
CAPTION_FACTORS: Final = "Selbsteinschätzung zu den acht Gelingensfaktoren"
CAPTION_ATTENDANCE: Final = "Gezählte Menschen je Jahr"
BASE_YEAR: Final = "Basisjahr"
LEGEND_BARS: Final = ("neu", "wieder dabei", "auch im Vorjahr dabei", "Basisjahr")
SCALE_ENDS: Final = ("noch nicht begonnen", "selbstverständlich verankert")
ORGANISATIONS: Final = ("Organisation", "Organisationen")
ACTIVITIES: Final = ("Aktivität", "Aktivitäten")

NOTHING_YET: Final = "Noch ist keine Aktivität mit beteiligten Organisationen erfasst."
NOTHING_YET_LEAD: Final = "Sobald die ersten Aktivitäten eingetragen sind, stehen hier die Zahlen des Netzwerks."

NO_YEAR_BEFORE: Final = "Ein Vergleichsjahr gibt es nicht."

FACTORS_SHOWN: Final = "So schätzen die Projekte ihre Arbeit selbst ein."
FACTORS_WITHHELD: Final = "Zu den Gelingensfaktoren lassen sich noch keine Werte zeigen, ohne Einzelne zu verraten."
FACTORS_NONE: Final = "Noch ist keine Selbsteinschätzung abgeschlossen."
FACTORS_HIDDEN_UNTIL: Final = (
    "Ergebnisse erscheinen erst, wenn eine Runde beendet ist, damit niemand sich daran ausrichtet."
)

NO_ROUND: Final = "Zurzeit läuft keine Selbsteinschätzung."

NO_PERIOD: Final = "noch ohne Jahr"
