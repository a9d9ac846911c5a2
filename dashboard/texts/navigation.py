"""Names of the pages and their addresses."""

from typing import Final

OVERVIEW: Final = "Überblick"
NETWORK: Final = "Netzwerk"
FACTORS: Final = "Gelingensfaktoren"
PROJECT: Final = "Projekt"
ASSESSMENT: Final = "Selbsteinschätzung"
ROUNDS: Final = "Runden"
CATALOGUE: Final = "Katalog"
COUNCIL: Final = "Ratsansicht"
SIGN_OUT: Final = "Abmelden"
WELCOME: Final = "Willkommen"

OVERVIEW_PATH: Final = "ueberblick"
NETWORK_PATH: Final = "netzwerk"
FACTORS_PATH: Final = "gelingensfaktoren"
PROJECT_PATH: Final = "projekt"
ASSESSMENT_PATH: Final = "selbsteinschaetzung"
ROUNDS_PATH: Final = "runden"
CATALOGUE_PATH: Final = "katalog"
COUNCIL_PATH: Final = "ratsansicht"
SIGN_OUT_PATH: Final = "abmelden"
WELCOME_PATH: Final = "willkommen"

DEMO: Final = "Beispieldaten: Runden, Antworten und einige Termine sind erfunden, nichts für einen Bericht."
"""Printed on top of every page of the demonstration."""
