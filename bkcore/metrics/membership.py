"""Which rows hold one of many ids: each id is looked up once, not once per row."""

from collections.abc import Collection

import numpy as np
import numpy.typing as npt
import pandas as pd


def among(ids: pd.Series, values: pd.Series | Collection[str]) -> npt.NDArray[np.bool_]:
    """Return for each row whether its id is among the values; a missing id is not."""
    codes, names = pd.factorize(ids)
    wanted = frozenset(values.tolist() if isinstance(values, pd.Series) else values)
    known = np.fromiter((name in wanted for name in [*names.tolist(), None]), dtype=bool, count=len(names) + 1)
    known[-1] = False  # a missing id has code -1: the last
    return np.asarray(known[codes], dtype=bool)
