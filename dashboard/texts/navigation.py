"""Names of the pages and their addresses."""

from typing import Final
from urllib.parse import urlencode

OVERVIEW: Final = "Überblick"
NETWORK: Final = "Netzwerk"
ACTIVITY: Final = "Aktivität"
TURNOVER: Final = "Veränderung"
WHAT_IF: Final = "Was wäre wenn"
ORGANISATION: Final = "Organisation"
MISSING: Final = "Wer fehlt?"
FACTORS: Final = "Gelingensfaktoren"
PROJECT: Final = "Projekt"
ASSESSMENT: Final = "Selbsteinschätzung"
ROUNDS: Final = "Runden"
MEASURES: Final = "Maßnahmen"
CATALOGUE: Final = "Katalog"
COUNCIL: Final = "Ratsansicht"
REPORT: Final = "Bericht"
SIGN_OUT: Final = "Abmelden"
WELCOME: Final = "Willkommen"

SECTION_NETWORK: Final = "Netzwerk"
SECTION_FACTORS: Final = "Faktoren"
SECTION_GROUP: Final = "Steuerung"
SECTION_COUNCIL: Final = "Rat"
SECTION_ACCESS: Final = "Zugang"

OVERVIEW_PATH: Final = "ueberblick"
NETWORK_PATH: Final = "netzwerk"
ACTIVITY_PATH: Final = "aktivitaet"
TURNOVER_PATH: Final = "veraenderung"
WHAT_IF_PATH: Final = "was-waere-wenn"
ORGANISATION_PATH: Final = "organisation"
MISSING_PATH: Final = "wer-fehlt"
FACTORS_PATH: Final = "gelingensfaktoren"
PROJECT_PATH: Final = "projekt"
ASSESSMENT_PATH: Final = "selbsteinschaetzung"
ROUNDS_PATH: Final = "runden"
MEASURES_PATH: Final = "massnahmen"
CATALOGUE_PATH: Final = "katalog"
COUNCIL_PATH: Final = "ratsansicht"
REPORT_PATH: Final = "sachstandsbericht"
SIGN_OUT_PATH: Final = "abmelden"
WELCOME_PATH: Final = "willkommen"

DEMO: Final = "Beispieldaten: Runden, Antworten und einige Termine sind erfunden, nichts für einen Bericht."
"""Printed on top of every page of the demonstration."""


def organisation_address(slug: str) -> str:
    """Return the address of an organisation's card."""
    return f"/{ORGANISATION_PATH}?{urlencode({'organisation': slug})}"
