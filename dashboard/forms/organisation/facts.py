"""What the record knows of an organisation in words, its projects, and where to go from here."""

from collections.abc import Mapping
from datetime import date

from bkcore.reports.organisation_facts import OrganisationCard
from dashboard.components import chips, panel
from dashboard.texts import navigation
from dashboard.texts import organisation as texts
from dashboard.texts import organisation_facts as words


def draw(card: OrganisationCard, *, today: date) -> None:
    """Show the facts with their source.

    Args:
        card: The organisation.
        today: The day it is; a year that is not over says nothing about who stays away.
    """
    panel.terms([panel.Term(*entry) for entry in words.facts(card, today=today)])


def draw_all(names: Mapping[str, str]) -> None:
    """Offer every organisation by name.

    Args:
        names: Name of every organisation by its slug.
    """
    panel.heading(texts.ALL, texts.all_note(len(names)))
    found = sorted(names.items(), key=lambda entry: entry[1].casefold())
    links = [chips.Chip(name, "", f"{navigation.ORGANISATION_PATH}?organisation={slug}") for slug, name in found]
    chips.row(links, label=texts.ALL)


def draw_projects(card: OrganisationCard) -> None:
    """Show what it leads or took part in."""
    panel.heading(texts.PROJECTS, texts.projects_note(card))
    if card.projects:
        panel.terms([panel.Term(*entry) for entry in texts.projects(card)])


def draw_onward(card: OrganisationCard) -> None:
    """Offer the question what would be missing without it, and the network around it."""
    panel.heading(texts.ONWARD, texts.NO_RATING)
    chips.row(
        [
            chips.Chip(texts.WHAT_IF, "", f"{navigation.WHAT_IF_PATH}?organisation={card.slug}"),
            chips.Chip(texts.TO_NETWORK, "", navigation.NETWORK_PATH),
        ],
        label=texts.ONWARD,
    )
