"""What ``bk serve`` and ``bk migrate`` print."""

from typing import Final

MIGRATED: Final = "Die Datenbank ist auf dem Stand {revision}."
SERVING: Final = "Das Dashboard startet und ist gleich erreichbar: {address} (Beenden: Strg+C)."
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


def returning(*, demo: bool) -> tuple[str, ...]:
    """Say how to get in again; a demonstration is a database of its own."""
    before = "BK_DEMO=true " if demo else ""
    return (
        "Einen Einmal-Link zum Anmelden gibt „.venv/bin/bk“ aus:",
        f"  {before}.venv/bin/bk sign-in verwaltung",
        f"  {before}.venv/bin/bk sign-in steuerungsgruppe",
        f"  {before}.venv/bin/bk sign-in PROJEKTKENNUNG",
    )
