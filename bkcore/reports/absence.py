"""What the network would be without one organisation, and where much depends on one."""

from datetime import date

import pandas as pd

from bkcore.metrics.absence import absence, absence_rows, load_bearing
from bkcore.metrics.incidence import incidence
from bkcore.metrics.projection import public_offices
from bkcore.metrics.ties import ties
from bkcore.metrics.window import ALL_TIME, calendar_year
from bkcore.reports.network import NetworkFrames
from bkcore.reports.over_time import AbsenceReport, DependenceReport, OwnActivity
from bkcore.vocabulary import Precision


def dependence(data: NetworkFrames, *, year: int | None = None) -> DependenceReport:
    """Return where much depends on one organisation.

    Args:
        data: The frames, read once per data version.
        year: Only this calendar year; everything recorded when not given, also what has no date.

    Returns:
        The report; with nothing in it when nobody took part in anything.
    """
    network = incidence(_ties(data, year))
    return DependenceReport(
        rows=tuple(sorted(load_bearing(network), key=lambda rows: data.names[rows.organisation].casefold())),
        active={
            one: data.names[one] for one in sorted(network.organisations, key=lambda one: data.names[one].casefold())
        },
        activities=len(network.activities),
        single=int((network.organisations_of == 1).sum()),
    )


def build(data: NetworkFrames, *, organisation: str, year: int | None = None) -> AbsenceReport:
    """Return the network of a period without one organisation.

    Args:
        data: The frames, read once per data version.
        organisation: Id of an active organisation of the period.
        year: Only this calendar year; everything recorded when not given, also what has no date.

    Returns:
        The report; zeros and empty sets for an organisation that took part in nothing.
    """
    found = _ties(data, year)
    network = incidence(found)
    return AbsenceReport(
        found=absence(network, organisation=organisation),
        rows=absence_rows(network, organisation=organisation),
        activities=_activities(data, found, organisation),
        organisations=len(network.organisations),
        office=organisation in public_offices(data.organisations),
    )


def _ties(data: NetworkFrames, year: int | None) -> pd.DataFrame:
    window = ALL_TIME if year is None else calendar_year(year)
    return ties(data.participations, data.activities, data.organisations, window=window)


def _activities(data: NetworkFrames, found: pd.DataFrame, organisation: str) -> tuple[OwnActivity, ...]:
    own = found.loc[found["organisation_id"] == organisation, "activity_id"]
    listed = data.activities.set_index("activity_id").loc[own]
    beside = found[found["activity_id"].isin(own) & (found["organisation_id"] != organisation)]
    others = {
        key: sorted(data.names[one] for one in ids) for key, ids in beside.groupby("activity_id")["organisation_id"]
    }
    lines = [
        OwnActivity(
            title=str(row["title"]),
            start=None if pd.isna(row["start"]) else row["start"].date(),
            precision=Precision(str(row["precision"])),
            others=tuple(others.get(key, ())),
        )
        for key, row in zip(listed.index, listed.to_dict("records"), strict=True)
    ]
    return tuple(sorted(lines, key=lambda line: (len(line.others), line.start or date.min, line.title)))
