"""What ``bk doctor`` says."""

from typing import Final

NAMES: Final = {
    "database": "Datenbank",
    "schema": "Schema",
    "catalogue": "Katalog",
    "rounds": "Runden",
    "secret": "Schlüssel",
    "disk": "Speicherplatz",
    "mail": "Postausgang",
}
DATABASE: Final = "Sie antwortet, und ihre Verweise stimmen."
DATABASE_DAMAGED: Final = (
    "Die Datenbank ist beschädigt ({reason}). Bitte spielen Sie mit „bk restore“ eine Sicherung ein."
)
SCHEMA: Final = "Stand {revision}."
CATALOGUE: Final = "Fassung {version} ist vollständig, Zustand: {state}."
ROUNDS: Final = "Jede gehört zu einer Fassung des Katalogs, die dieses Programm kennt."
KEY: Final = "Nur der Besitzer kann ihn lesen."
KEY_SET: Final = "Er kommt aus BK_SECRET_KEY."
KEY_OPEN: Final = "Die Datei {path} ist für andere lesbar. Bitte führen Sie „chmod 600 {path}“ aus."
DISK: Final = "{free} frei."
DISK_FULL: Final = "Es sind nur noch {free} frei. Bitte schaffen Sie Platz in {path}."
NO_MAIL: Final = "Keiner eingerichtet (BK_SMTP_URL fehlt); Nachrichten werden zum Kopieren vorbereitet."
MAIL: Final = "Er antwortet; Einladungen und Erinnerungen gehen darüber hinaus."
MAIL_SILENT: Final = "Der Postausgang antwortet nicht ({reason}). Bitte prüfen Sie BK_SMTP_URL."
UNREADABLE: Final = "Kein Zugriff auf {path} ({reason}). Bitte prüfen Sie die Rechte des Ordners."
WELL: Final = "in Ordnung"
UNWELL: Final = "FEHLER"
