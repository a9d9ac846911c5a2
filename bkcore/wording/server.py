"""What ``bk serve`` and ``bk migrate`` print."""

from typing import Final

MIGRATED: Final = "Die Datenbank ist auf dem Stand {revision}."
SERVING: Final = "Das Dashboard startet und ist gleich erreichbar: {address} (Beenden: Strg+C)."
RETURNING: Final = (
    "Anmelden: „bk sign-in verwaltung“, „bk sign-in steuerungsgruppe“ oder „bk sign-in PROJEKTKENNUNG“",
    "gibt einen Einmal-Link aus (.venv/bin/bk).",
)
FIRST: Final = (
    "",
    "Die Datenbank ist neu und enthält den öffentlich belegten Bestand des Netzwerks.",
    "Diese Links stehen nur hier. Die Anmelde-Links gelten einmal und 15 Minuten lang:",
)
ROLES: Final = {
    "verwaltung": "Verwaltung",
    "steuerungsgruppe": "Steuerungsgruppe",
    "projekt": "Projektleitung ({project})",
    "rat": "Rat (Live-Link)",
}
LINK: Final = "  {role}: {address}"
FIRST_LIVE_LINK: Final = "Rat und Ausschüsse"
FREE_PORT: Final = "ein freier Anschluss; dieser ist belegt oder nicht erlaubt (bei „bk serve“ auch: --port)"
OWN_HOST: Final = "eine Adresse dieses Rechners wie 127.0.0.1 oder 0.0.0.0 (bei „bk serve“ auch: --host)"
