"""Show a chart as it has to be read: finding, what is measured, figure, table, files, picture, definition."""

from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from bkcore.wording.numbers import decimal, whole
from dashboard import state
from dashboard.charts import base
from dashboard.components import panel, picture
from dashboard.texts import navigation
from dashboard.texts import shell as texts

ROWS: Final = 200
"""Rows a page shows at most; the file has all."""
_DECIMALS: Final = 2


def show(
    chart: base.Chart | None, *, key: str, meaning: str = "", level: panel.HeadingLevel = 2, factor: float = 1.0
) -> None:
    """Show the chart with its sentence, its table, its picture and its definition.

    Args:
        chart: What to show; nothing is shown when there is nothing to draw.
        key: Unique on the page, also the name of the downloaded file.
        meaning: How the figure is defined and read; without it that part is left out.
        level: Level of the heading, one below what stands above.
        factor: How much larger the figure's words are, for the projector.
    """
    if chart is None:
        return
    panel.heading(chart.finding, chart.subtitle, level=level)
    drawn = chart.dark if st.context.theme.type == "dark" else chart.figure
    drawn = base.enlarged(drawn, factor=factor) if factor > 1 else drawn
    st.plotly_chart(drawn, key=f"{key}-figure", theme=None, config=base.config(), alt=chart.description)
    below(
        picture.Caption(chart.finding, note=chart.subtitle, description=chart.description),
        chart.table,
        key=key,
        meaning=meaning,
    )


def below(caption: picture.Caption, frame: pd.DataFrame, *, key: str, meaning: str = "") -> None:
    """Offer what stands below every drawing: its table, its definition, itself as a picture.

    Args:
        caption: The words of the drawing.
        frame: What is drawn, as ``table`` takes it.
        key: Key of the drawing without ``-figure``, also the name of the files.
        meaning: How the figure is defined and read; without it that part is left out.
    """
    with st.container(key=f"quiet-{key}", gap="xsmall"):
        table(frame, key=key, label=caption.description)
        if meaning:
            with st.expander(texts.MEANING, key=f"{key}-meaning"):
                panel.text(*meaning.split("\n\n"))
        picture.offer(caption, target=f"{key}-figure", name=key, key=f"{key}-picture")


def table(frame: pd.DataFrame, *, key: str, label: str) -> None:
    """Offer a frame as a real table with German numbers, and as a file.

    Args:
        frame: Shape (rows, columns) with German headings and raw numbers; missing values are shown as a dash.
        key: Unique on the page, also the name of the file.
        label: What the table holds, for screen readers.
    """
    whole_file = partial(csv, frame, demo=state.settings().demo)
    with st.expander(texts.TABLE, key=f"{key}-table"):
        if len(frame) > ROWS:
            panel.text(texts.rows_shown(ROWS, len(frame)))
        st.table(german(frame.head(ROWS)), hide_index=True, border="horizontal", alt=label)
        st.download_button(
            texts.DOWNLOAD,
            whole_file() if len(frame) <= ROWS else whole_file,  # a long one is written when somebody asks for it
            file_name=f"{key}.csv",
            mime="text/csv",
            key=f"{key}-download",
            on_click="ignore",
            type="tertiary",
        )


def german(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame as text: decimal comma, points between thousands, a dash where nothing is.

    Args:
        frame: Any shape.

    Returns:
        The same shape and headings, every cell a string.
    """
    return frame.map(_cell)


def csv(frame: pd.DataFrame, *, demo: bool = False) -> bytes:
    """Return the frame as a file that a German Excel opens as it is.

    Args:
        frame: Any shape, raw numbers.
        demo: Whether the values are samples; the first line then says so.

    Returns:
        UTF-8 with byte order mark, semicolons, decimal comma, one heading line.
    """
    mark = f"{navigation.DEMO}\n" if demo else ""
    return (mark + frame.to_csv(index=False, sep=";", decimal=",")).encode("utf-8-sig")


def _cell(value: object) -> str:
    if isinstance(value, str):
        return value or texts.MISSING_VALUE
    if pd.isna(value):  # type: ignore[call-overload]  # a cell of any type, never an array
        return texts.MISSING_VALUE
    if isinstance(value, bool):
        return texts.YES if value else texts.NO
    if isinstance(value, pd.Timestamp):
        return f"{value:%d.%m.%Y}"
    if not isinstance(value, int | float):
        return str(value)
    return whole(value) if float(value).is_integer() else decimal(value, digits=_DECIMALS)
