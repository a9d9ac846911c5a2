"""A network of any size with few very busy organisations and few very large activities, the same every time."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

ORGANISATIONS, ACTIVITIES, TIES = 10_000, 50_000, 500_000
_SEED = 2019
_BUSY, _LARGE = 0.6, 0.64  # how fast activity and size fall with the rank: the largest activity has 3,000 organisations
_FIRST_DAY, _DAYS = np.datetime64("2013-01-01", "us"), 13 * 365


@dataclass(frozen=True)
class Generated:
    """The three frames every figure rests on."""

    participations: pd.DataFrame
    activities: pd.DataFrame
    organisations: pd.DataFrame


def generated(parts: int = 1) -> Generated:
    """Return the network at full size, or a part of its organisations, activities and ties."""
    return network(ORGANISATIONS // parts, ACTIVITIES // parts, TIES // parts)


def network(organisations: int, activities: int, ties: int) -> Generated:
    """Return a network of about this size: organisations without a tie are in it too."""
    chance = np.random.default_rng(_SEED)
    keys = np.zeros(0, dtype=np.int64)
    while len(keys) < ties:
        drawn = ties // 4
        who = chance.choice(organisations, drawn, p=_falling(organisations, _BUSY))
        what = chance.choice(activities, drawn, p=_falling(activities, _LARGE))
        keys = pd.unique(np.concatenate([keys, who * np.int64(activities) + what]))
    keys = keys[:ties]
    who, what = _ids("o", organisations), _ids("a", activities)
    starts = _FIRST_DAY + chance.integers(0, _DAYS, activities) * np.timedelta64(1, "D").astype("timedelta64[us]")
    return Generated(
        pd.DataFrame({"organisation_id": who.take(keys // activities), "activity_id": what.take(keys % activities)}),
        pd.DataFrame(
            {
                "activity_id": what,
                "start": starts,
                "start_latest": starts,
                "status": pd.Series(["stattgefunden"] * activities, dtype="str"),
                "plenary": chance.random(activities) < 0.01,
                "reachability": pd.Series(chance.choice(["gut", "mittel", "wenig", ""], activities), dtype="str"),
            }
        ),
        pd.DataFrame(
            {
                "organisation_id": who,
                "sector": pd.Series(chance.choice(["public", "civil", "private"], organisations), dtype="str"),
            }
        ),
    )


def _falling(size: int, by: float) -> np.ndarray:
    """Return the chance of each rank."""
    weights = np.arange(1.0, size + 1) ** -by
    return weights / weights.sum()


def _ids(letter: str, count: int) -> pd.Index:
    return pd.Index([f"{letter}{number:05}" for number in range(count)], dtype="str")
