"""How many of the people counted one organisation brought alone: the figure the dominance rule looks at."""

import pandas as pd

from bkcore.metrics.membership import among
from bkcore.metrics.people import counted_in_parts
from bkcore.metrics.ties import HELD
from bkcore.metrics.window import Window, select_activities
from bkcore.reports.network import NetworkFrames
from bkcore.vocabulary import ParticipationRole, Sector


def people_of_one(frames: NetworkFrames, *, window: Window) -> int:
    """Return the people counted at the activities of one organisation alone, of the one that brought most.

    An activity is an organisation's alone when nobody else organised it; where no organiser is known, when nobody else
    took part. Public offices and organisations that agreed to be named are passed over: they have nothing to hide here.

    Args:
        frames: The network's frames, of all times.
        window: Half-open period.

    Returns:
        A part of the sum of people of that window, 0 when no protected organisation brought anybody alone.
    """
    held = select_activities(frames.activities, statuses=HELD)
    here = select_activities(held, window=window, statuses=HELD).dropna(subset="attendees")
    here = here[~here["activity_id"].isin(list(counted_in_parts(held, count="attendees")))]
    hosts = _alone(frames.participations[among(frames.participations["activity_id"], here["activity_id"])])
    hides = ~frames.organisations["named"] & (frames.organisations["sector"] != Sector.PUBLIC.value)
    shy = frames.organisations.loc[hides, "organisation_id"]
    brought = hosts[among(hosts["organisation_id"], shy)].merge(here[["activity_id", "attendees"]], on="activity_id")
    return int(brought.groupby("organisation_id")["attendees"].sum().max()) if len(brought) else 0


def _alone(participations: pd.DataFrame) -> pd.DataFrame:
    """Return activity and organisation of the activities that are one organisation's alone."""
    pairs = participations[["activity_id", "organisation_id"]].drop_duplicates()
    hosted = participations["role"] == ParticipationRole.ORGANISING.value
    hosts = participations.loc[hosted, ["activity_id", "organisation_id"]].drop_duplicates()
    said = pd.concat([hosts, pairs[~among(pairs["activity_id"], hosts["activity_id"])]])
    return said[~said.duplicated("activity_id", keep=False)]
