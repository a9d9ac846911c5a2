"""In which years an organisation was there, and what it took part in."""

from functools import partial
from typing import Final

import streamlit as st

from bkcore.reports.organisation_facts import OrganisationCard
from dashboard import state
from dashboard.charts import tables
from dashboard.charts.organisation import activities_table, years_chart
from dashboard.components import chart, listing, panel
from dashboard.texts import organisation as texts
from dashboard.texts import shell

_SHOWN: Final = 8


def draw_years(card: OrganisationCard) -> None:
    """Show a bar for each year of the record, whatever the period.

    Args:
        card: The organisation.
    """
    drawing = partial(years_chart, card)
    chart.show(state.drawn("organisation-years", card.slug, build=drawing), key="jahre", meaning=texts.YEARS_MEANING)


def draw(card: OrganisationCard, *, period: str) -> None:
    """Show the latest activities of a period.

    Args:
        card: The organisation with the activities of that period.
        period: The chosen period, as in the address.
    """
    panel.heading(texts.ACTIVITIES, texts.activities_note(card, period=texts.period(period), shown=_SHOWN))
    if not card.activities:
        return
    panel.event_list([panel.Event(*texts.event(one)) for one in card.activities[:_SHOWN]], label=texts.ACTIVITIES)


def draw_sources(card: OrganisationCard) -> None:
    """Offer every activity of the period with its role, certainty and source, as a table and as a file.

    Args:
        card: The organisation with the activities of that period.
    """
    if not card.activities:
        return
    with st.expander(texts.ACTIVITIES_LABEL, key="aktivitaeten-table"):
        rows = [texts.activity_row(one) for one in card.activities]
        listing.table(texts.COLUMNS_ACTIVITIES, rows, label=texts.ACTIVITIES_LABEL)
        st.download_button(
            shell.DOWNLOAD,
            tables.csv(activities_table(card), demo=state.settings().demo),
            file_name=f"{card.slug}.csv",
            mime="text/csv",
            key="aktivitaeten-download",
            on_click="ignore",
            type="tertiary",
        )
