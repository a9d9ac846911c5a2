"""Cached reports of who takes part: one organisation, and which of the declared perspectives are missing.

Keyed like those of ``state``: by database, data version and arguments.
"""

from bkcore.access import Actor
from bkcore.reports import organisation as core_organisation
from bkcore.reports import perspectives as core_perspectives
from bkcore.reports.organisation_facts import OrganisationCard
from bkcore.reports.perspective_facts import PerspectivesReport
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import reading
from dashboard.caches import shared
from dashboard.state import data_version, for_the_house, frames

_KEPT = 256


def organisation_card(*, by: Actor, organisation: str, year: int | None = None) -> OrganisationCard:
    """Return what the record knows of an organisation, with the partners of one year or of all, to the house."""
    return _organisation(for_the_house(by), data_version(), by, organisation, year)


def perspectives_report(*, by: Actor) -> PerspectivesReport:
    """Return what is declared relevant and how it stands in every year, to whom the network is open."""
    return _perspectives(for_the_house(by), data_version(), by)


@shared(_KEPT)
def _organisation(url: str, version: int, by: Actor, organisation: str, year: int | None) -> OrganisationCard:
    with reading(engine_for(url)) as session:
        return core_organisation.build(session, frames(url, version), organisation=organisation, by=by, year=year)


@shared(4)
def _perspectives(url: str, version: int, by: Actor) -> PerspectivesReport:
    with reading(engine_for(url)) as session:
        return core_perspectives.build(session, frames(url, version), by=by)
