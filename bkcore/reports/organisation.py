"""The card of one organisation: since when it takes part, in what, with whom; what the record knows, no rating."""

import pandas as pd
from sqlmodel import Session, select

from bkcore.access import Actor, reads_overviews, require
from bkcore.errors import NotFound
from bkcore.metrics.continuity import continuity
from bkcore.metrics.core import core_periphery
from bkcore.metrics.pairs import co_participation_pairs
from bkcore.metrics.ties import ties
from bkcore.metrics.window import known_years
from bkcore.model.organisations import Organisation
from bkcore.reports.network import NetworkFrames, years_with_activities
from bkcore.reports.organisation_activities import activities_of
from bkcore.reports.organisation_facts import (
    Continuity,
    OrganisationActivity,
    OrganisationCard,
    OrganisationYear,
    Partner,
)
from bkcore.reports.organisation_projects import projects_of
from bkcore.vocabulary import ActivityStatus, Sector


def build(
    session: Session, data: NetworkFrames, *, organisation: str, by: Actor, year: int | None = None
) -> OrganisationCard:
    """Return the card of an organisation.

    Args:
        session: Open session.
        data: The frames of the network, read once per data version.
        organisation: Its slug.
        by: Who reads; names of organisations are in it.
        year: Activities and partners of this calendar year only; of all times when not given.

    Raises:
        NotPermitted: The actor reads no overviews.
        NotFound: There is no such organisation.
    """
    require(reads_overviews(by), action="read_overviews")
    row = session.exec(select(Organisation).where(Organisation.slug == organisation)).first()
    if row is None:
        raise NotFound(what="organisation", key=organisation)
    every = activities_of(session, organisation=row)
    everybody = ties(data.participations, data.activities, data.organisations)
    everybody = everybody.assign(year=everybody["activity_id"].map(known_years(data.activities)))
    return OrganisationCard(
        slug=row.slug,
        name=row.name,
        kind=row.kind,
        sector=row.sector,
        district=row.district or "",
        member_since=row.member_since or "",
        left_on=row.left_on or "",
        may_be_named=row.may_be_named,
        source=row.source or "",
        certainty=row.certainty,
        note=row.note or "",
        continuity=_continuity(everybody, organisation, activities=data.activities),
        years=tuple(_year(everybody, organisation, every, one) for one in _years(data)),
        activities=tuple(one for one in every if year is None or one.lies_in(year)),
        partners=_partners(data, everybody if year is None else everybody[everybody["year"] == year], organisation),
        projects=projects_of(session, organisation=row, activities=every),
    )


def _years(data: NetworkFrames) -> range:
    held = years_with_activities(data)
    return range(held[-1], held[0] + 1) if held else range(0)


def _continuity(everybody: pd.DataFrame, organisation: str, *, activities: pd.DataFrame) -> Continuity | None:
    found = continuity(everybody, activities=activities)
    if organisation not in found.index:
        return None
    columns = ["first", "last", "years", "returns", "longest_pause"]
    first, last, years, returns, pause = found.loc[[organisation], columns].astype("int64").to_numpy()[0].tolist()
    possible = int(found["last"].max()) - first + 1
    return Continuity(first, last, years, possible=possible, returns=returns, longest_pause=pause)


def _year(
    everybody: pd.DataFrame, organisation: str, every: tuple[OrganisationActivity, ...], year: int
) -> OrganisationYear:
    found = core_periphery(everybody[everybody["year"] == year])
    own = found[found.index == organisation]
    here = [one.status for one in every if one.lies_in(year)]
    return OrganisationYear(
        year=year,
        held=here.count(ActivityStatus.HELD),
        announced=here.count(ActivityStatus.ANNOUNCED),
        share=own["share"].tolist()[0] if len(own) else None,
        core=own["core"].tolist()[0] if len(own) else None,
    )


def _partners(data: NetworkFrames, found: pd.DataFrame, organisation: str) -> tuple[Partner, ...]:
    own = found.loc[found["organisation_id"] == organisation, "activity_id"]
    pairs = co_participation_pairs(found[found["activity_id"].isin(own)], activities=data.activities)
    with_it = pairs[(pairs["organisation_a"] == organisation) | (pairs["organisation_b"] == organisation)]
    sectors = dict(zip(data.organisations["organisation_id"], data.organisations["sector"], strict=True))
    others = with_it["organisation_a"].where(with_it["organisation_a"] != organisation, with_it["organisation_b"])
    return tuple(
        Partner(slug, data.names[slug], Sector(sectors[slug]), int(shared), None if pd.isna(last) else last.date())
        for slug, shared, last in zip(others, with_it["shared"], with_it["last_together"], strict=True)
    )
