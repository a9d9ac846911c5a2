"""Activities as a table, one line each, for reading and for the file."""

from collections.abc import Sequence

import pandas as pd

from bkcore.reports.over_time import ActivityLine
from bkcore.wording.labels import label
from dashboard.texts import activity as texts


def lines_table(lines: Sequence[ActivityLine]) -> pd.DataFrame:
    """Return activities with German headings, in their order.

    Args:
        lines: What to list.

    Returns:
        Frame, shape (activities, 10); days as far as they are known, unknown counts missing.
    """
    rows = [
        (
            pd.Timestamp(line.start) if line.start else pd.NaT,
            pd.Timestamp(line.end) if line.end else pd.NaT,
            label(line.precision),
            line.title,
            line.whole,
            label(line.kind) if line.kind else "",
            label(line.status),
            line.project,
            "; ".join(line.organisations),
            line.attendees,
        )
        for line in lines
    ]
    frame = pd.DataFrame(rows, columns=list(texts.COLUMNS_CSV))
    return frame.astype({texts.COLUMNS_CSV[-1]: "Int64"})
