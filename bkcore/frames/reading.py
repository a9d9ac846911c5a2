"""From a query to a frame that keeps its contract."""

import pandas as pd
from sqlalchemy import Executable
from sqlmodel import Session

from bkcore.columns import Columns


def read(session: Session, query: Executable, *, contract: Columns) -> pd.DataFrame:
    """Run a query whose columns carry the contract's names.

    Args:
        session: Open session.
        query: Selects every column of the contract under its name.
        contract: Names and dtypes of the result.

    Returns:
        Frame of shape (rows, columns of the contract); without rows when nothing is found.

    Raises:
        ColumnMissing: The query lacks a column of the contract.
    """
    result = session.connection().execute(query)
    frame = pd.DataFrame.from_records(result.all(), columns=list(result.keys()))
    return contract.cast(frame)
