"""With whom an organisation was at the same activities: a picture, names that lead to their cards, the table."""

from functools import partial

from bkcore.reports.organisation_facts import OrganisationCard
from dashboard import state
from dashboard.charts.organisation import DRAWN, partners_chart
from dashboard.components import chart, chips, panel
from dashboard.texts import navigation
from dashboard.texts import organisation as texts


def draw(card: OrganisationCard, *, period: str) -> None:
    """Show the closest partners of a period.

    Args:
        card: The organisation with the partners of that period.
        period: The chosen period, as in the address.
    """
    if not card.partners:
        panel.heading(texts.PARTNERS, texts.no_partners(texts.period(period)))
        return
    drawing = partial(partners_chart, card, period=texts.period(period))
    drawn = state.drawn("organisation-partners", card.slug, period, build=drawing)
    chart.show(drawn, key="partner", meaning=texts.PARTNERS_MEANING)


def draw_links(card: OrganisationCard) -> None:
    """Offer the cards of the closest partners.

    Args:
        card: The organisation with the partners of the period.
    """
    found = card.partners[:DRAWN]
    links = [
        chips.Chip(one.name, texts.times(one.shared), f"{navigation.ORGANISATION_PATH}?organisation={one.slug}")
        for one in found
    ]
    if not links:
        return
    panel.heading(texts.TO_CARDS, texts.more_partners(len(card.partners) - len(found)))
    chips.row(links, label=texts.TO_CARDS)
