"""The page compares groups with chance only as long as nobody has to wait for it."""

import pandas as pd

from bkcore.metrics import communities
from bkcore.metrics.network_details import MANY
from bkcore.reports.network import NetworkFrames
from bkcore.reports.network_graph import grouping
from bkcore.vocabulary import Sector


def frames(organisations):
    ids = [f"o{number:04}" for number in range(organisations)]
    kinds = [f"a{number // 2}" for number in range(organisations)]
    days = pd.to_datetime(["2024-05-01"] * len(set(kinds)))
    activities = pd.DataFrame({"activity_id": sorted(set(kinds)), "start": days, "start_latest": days})
    return NetworkFrames(
        participations=pd.DataFrame({"organisation_id": ids, "activity_id": kinds}),
        activities=activities.assign(status="stattgefunden", plenary=False, precision="tag", title="Fest"),
        organisations=pd.DataFrame({"organisation_id": ids, "name": ids, "sector": Sector.CIVIL.value}),
        names={},
        projects={},
    )


def test_below_the_limit_there_is_a_comparison():
    assert grouping(frames(10), year=2024).runs == 100


def test_a_large_network_is_never_shuffled_while_somebody_waits(monkeypatch):
    monkeypatch.setattr(communities, "shuffled_ties", None)  # would fail when called
    found = grouping(frames(MANY), year=2024)
    assert (found.found, found.runs) == (None, 0)
