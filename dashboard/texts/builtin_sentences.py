"""German for whole sentences of Streamlit, and for those with a value in them; used like ``builtin``."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "Streamlit server is not responding. Are you connected to the internet?": (
        "Das Dashboard antwortet gerade nicht. Bitte prüfen Sie Ihre Verbindung zum Netz. "
        "Gespeichertes bleibt gespeichert."
    ),
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:": (
        "Das Dashboard antwortet gerade nicht. Gespeichertes bleibt gespeichert. Zum Starten auf diesem Rechner:"
    ),
    "streamlit run yourscript.py": "make run",
    "Connection lost. Please wait for the app to reconnect, then try again.": (
        "Die Verbindung ist unterbrochen. Bitte warten Sie einen Moment und versuchen Sie es dann noch einmal."
    ),
    "The page that you have requested does not seem to exist. Running the app's main page.": (
        "Diese Seite gibt es nicht, oder sie gehört nicht zu Ihrem Zugang. Sie sehen die Startseite."
    ),
    "To fix this, simply reload this app by pressing": "Bitte laden Sie die Seite neu:",
    "No active connection is available to load more rows.": "Ohne Verbindung lassen sich keine Zeilen nachladen.",
}
"""Sentences that may stand in running text; translated there too."""

PATTERNS: Final[tuple[tuple[str, str], ...]] = (
    (
        r"^You have requested page /.*Running the app's main page\.$",
        "Diese Seite gibt es nicht, oder sie gehört nicht zu Ihrem Zugang. Sie sehen die Startseite.",
    ),
    (r"^Cannot connect to Streamlit \(HTTP status: (\d+)\)[\s\S]*$", "Die Verbindung kam nicht zustande (Status $1)."),
    (r"^Connection failed with status (\d+)[\s\S]*$", "Die Verbindung kam nicht zustande (Status $1)."),
    (r"^View (\d+) more$", "$1 weitere zeigen"),
    (r"^(\d+) more$", "$1 weitere"),
    (r"^1 option available\.?$", "Ein Eintrag."),
    (r"^(\d+) options? available\.?$", "$1 Einträge."),
    (r"^Choose date, (.+)$", "Datum wählen, $1"),
    (r"^Choose date range, (.+)$", "Zeitraum wählen, $1"),
    (r"^Choose date and time, (.+)$", "Datum und Uhrzeit wählen, $1"),
    (r"^day, (.+)$", "Tag, $1"),
    (r"^month, (.+)$", "Monat, $1"),
    (r"^year, (.+)$", "Jahr, $1"),
    (r"^hour, (.+)$", "Stunde, $1"),
    (r"^minute, (.+)$", "Minute, $1"),
    (r"^[a-z0-9_ ]+ icon$", "Zeichen"),
    (r"^Remove (.+)$", "$1 entfernen"),
    (r"^Cancel upload of (.+)$", "Hochladen von $1 abbrechen"),
    (r"^Add: (.+)$", "Ergänzen: $1"),
    (r"^Select (\d+) matches$", "$1 Treffer auswählen"),
    (r"^Help for (.+)$", "Hilfe zu: $1"),
    (r"^Shortcut (.+)$", "Tastenkürzel $1"),
    (r"^Page (\d+)$", "Seite $1"),
    (r"^Sort by (.+)$", "Sortieren nach $1"),
    (r"^(.+) start date$", "$1, Anfang"),
    (r"^(.+) end date$", "$1, Ende"),
    (r"^(.+) color picker$", "$1, Farbe wählen"),
    (r"^(\d+(?:[.,]\d+)?) ?(B|KB|MB|GB) per file( • .+)?$", "Höchstens $1 $2 je Datei$3"),
    (r"^(.+) files are not allowed\.$", "Dateien der Art $1 gehen hier nicht."),
    (r"^File must be (\d+(?:[.,]\d+)?) ?(B|KB|MB|GB) or smaller\.$", "Die Datei ist zu groß; höchstens $1 $2 gehen."),
    (r"^File is too large\. Maximum size is (.+)\.$", "Die Datei ist zu groß; höchstens $1 gehen."),
    (
        r"^You can only select up to 1 option\. Remove an option first\.$",
        "Hier geht nur ein Eintrag. Bitte entfernen Sie zuerst den anderen.",
    ),
    (
        r"^You can only select up to (\d+) options\. Remove an option first\.$",
        "Hier gehen höchstens $1 Einträge. Bitte entfernen Sie zuerst einen.",
    ),
    (
        r"^Number is outside the allowed range\. Please enter a value between (.+) and (.+)\.$",
        "Bitte geben Sie eine Zahl von $1 bis $2 ein.",
    ),
    (
        r"^Number is below the allowed range\. Please enter a value greater than or equal to (.+)\.$",
        "Bitte geben Sie eine Zahl ab $1 ein.",
    ),
    (
        r"^Number is above the allowed range\. Please enter a value less than or equal to (.+)\.$",
        "Bitte geben Sie eine Zahl bis $1 ein.",
    ),
    (r"^Value must be (.+) or later\.$", "Frühestens $1."),
    (r"^Value must be (.+) or earlier\.$", "Spätestens $1."),
    (r"^Time is out of range\..*$", "Diese Uhrzeit ist nicht wählbar."),
    (r"^Date is out of range\..*$", "Dieses Datum ist nicht wählbar."),
    (r"^Value is out of range for .*$", "Dieser Wert ist nicht wählbar."),
    (r"^Error: Date set outside allowed range\..*$", "Dieses Datum ist nicht wählbar."),
    (r"^Invalid input\. Must match pattern: .*$", "Bitte prüfen Sie diese Eingabe."),
    (r"^Failed to load (?:script|CSS) from .*$", "Dieser Teil der Seite ließ sich nicht laden."),
    (r"^Running `.*`\.?$", "Wird berechnet …"),
    (r"^(\d+) out of (\d+) stars?$", "$1 von $2 Sternen"),
)
"""Strings with a value in them: a regular expression both Python and JavaScript read, and its replacement."""
