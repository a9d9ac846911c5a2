"""Show a chart as it has to be read: finding, what is measured, figure, table, files, picture, definition."""

from functools import partial

import pandas as pd
import streamlit as st

from dashboard import state
from dashboard.charts import base
from dashboard.charts.tables import ROWS, Table
from dashboard.components import panel, picture
from dashboard.texts import shell as texts


def show(chart: base.Chart | None, *, key: str, meaning: str = "", level: panel.HeadingLevel = 2) -> None:
    """Show the chart with its sentence, its table, its picture and its definition.

    Args:
        chart: What to show; nothing is shown when there is nothing to draw.
        key: Unique on the page, also the name of the downloaded file.
        meaning: How the figure is defined and read; without it that part is left out.
        level: Level of the heading, one below what stands above.
    """
    if chart is None:
        return
    panel.heading(chart.finding, chart.subtitle, level=level)
    drawn = chart.dark if st.context.theme.type == "dark" else chart.light
    st.plotly_chart(drawn, key=f"{key}-figure", theme=None, config=base.config(), alt=chart.description)
    below(
        picture.Caption(chart.finding, note=chart.subtitle, description=chart.description),
        chart.printed,
        key=key,
        meaning=meaning,
    )


def below(caption: picture.Caption, found: Table | pd.DataFrame, *, key: str, meaning: str = "") -> None:
    """Offer what stands below every drawing: its table, its definition, itself as a picture.

    Args:
        caption: The words of the drawing.
        found: What is drawn, as ``table`` takes it.
        key: Key of the drawing without ``-figure``, also the name of the files.
        meaning: How the figure is defined and read; without it that part is left out.
    """
    with st.container(key=f"quiet-{key}", gap="xsmall"):
        table(found, key=key, label=caption.description)
        if meaning:
            with st.expander(texts.MEANING, key=f"{key}-meaning"):
                panel.text(*meaning.split("\n\n"))
        picture.offer(caption, target=f"{key}-figure", name=key, key=f"{key}-picture")


def table(found: Table | pd.DataFrame, *, key: str, label: str) -> None:
    """Offer a frame as a real table with German numbers, and as a file.

    Args:
        found: A table kept by ``state.drawn``, or a frame that is made anew at every run; missing values are shown as
            a dash.
        key: Unique on the page, also the name of the file.
        label: What the table holds, for screen readers.
    """
    found = found if isinstance(found, Table) else Table(found)
    with st.expander(texts.TABLE, key=f"{key}-table"):
        if len(found.frame) > ROWS:
            panel.text(texts.rows_shown(ROWS, len(found.frame)))
        st.table(found.printed, hide_index=True, border="horizontal", alt=label)
        st.download_button(
            texts.DOWNLOAD,
            partial(found.csv, demo=state.settings().demo),  # written when somebody wants it
            file_name=f"{key}.csv",
            mime="text/csv",
            key=f"{key}-download",
            on_click="ignore",
            type="tertiary",
        )
