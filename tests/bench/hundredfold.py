"""A database that holds a hundred times the network of Bergkamen, for the pages at the size of a district or state."""

from pathlib import Path

from sqlalchemy import insert
from sqlmodel import Session

from bkcore.model.activities import Activity, Participation
from bkcore.model.organisations import Organisation
from bkcore.store.engine import engine_for
from bkcore.store.schema import migrate
from bkcore.vocabulary import ActivityStatus, OrganisationKind, ParticipationRole, Precision, Sector
from tests.bench.networks import network

ORGANISATIONS, ACTIVITIES, TIES = 8_100, 7_900, 20_600
"""A hundred times the rows of data/bergkamen."""


def fill(path: Path) -> None:
    """Write the network into a new SQLite file."""
    engine = engine_for(f"sqlite:///{path}")
    migrate(engine)
    data = network(ORGANISATIONS, ACTIVITIES, TIES)
    who = {key: number for number, key in enumerate(data.organisations["organisation_id"], start=1)}
    what = {key: number for number, key in enumerate(data.activities["activity_id"], start=1)}
    with Session(engine) as session, session.begin():
        session.execute(
            insert(Organisation),
            [
                {
                    "id": number,
                    "slug": key,
                    "name": f"Verein {key} für Beispiele",
                    "kind": OrganisationKind.ASSOCIATION,
                    "sector": Sector(sector),
                    "version": 1,
                }
                for (key, number), sector in zip(who.items(), data.organisations["sector"], strict=True)
            ],
        )
        session.execute(
            insert(Activity),
            [
                {
                    "id": number,
                    "slug": key,
                    "title": f"Treffen {key}",
                    "starts_on": day.date(),
                    "precision": Precision.DAY,
                    "status": ActivityStatus.HELD,
                    "version": 1,
                }
                for (key, number), day in zip(what.items(), data.activities["start"], strict=True)
            ],
        )
        ties = data.participations
        session.execute(
            insert(Participation),
            [
                {"organisation_id": who[one], "activity_id": what[other], "role": ParticipationRole.CONTRIBUTING}
                for one, other in zip(ties["organisation_id"], ties["activity_id"], strict=True)
            ],
        )
