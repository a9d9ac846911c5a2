"""The whole card in reading order: facts beside years, activities beside partners, then sources and what is next."""

from datetime import date

import streamlit as st

from bkcore.reports.organisation_facts import OrganisationCard
from dashboard.forms.organisation import doing, facts, partners


def draw(card: OrganisationCard, *, period: str, today: date) -> None:
    """Show the card.

    Args:
        card: The organisation, with activities and partners of the period.
        period: The chosen period, as in the address.
        today: The day it is.
    """
    left, right = st.columns([6, 5], gap="large")
    with left:
        facts.draw(card, today=today)
    with right:
        doing.draw_years(card)
    left, right = st.columns([6, 5], gap="large")
    with left:
        doing.draw(card, period=period)
    with right:
        partners.draw(card, period=period)
    doing.draw_sources(card)
    partners.draw_links(card)
    facts.draw_projects(card)
    facts.draw_onward(card)
