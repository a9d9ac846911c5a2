"""The same charts made the usual way: plotly.express, default theme, frames read and shaped in the page."""

import os
import sqlite3
import tomllib
from pathlib import Path

import pandas as pd
import plotly.express as px
import streamlit as st

CATALOGUE = Path(__file__).parents[3] / "data" / "catalogue" / "2026-1" / "factors"
DATABASE = os.environ["BK_DATABASE_URL"].removeprefix("sqlite:///")
HELD = "stattgefunden"


@st.cache_data
def table(query: str) -> pd.DataFrame:
    """Read a query, cached as Streamlit's documentation shows."""
    with sqlite3.connect(DATABASE) as connection:
        return pd.read_sql(query, connection)


def ties() -> pd.DataFrame:
    """Join who took part in what."""
    frame = table(
        "SELECT o.name, o.sector, a.slug, a.title, a.starts_on, a.status FROM participation p "
        "JOIN organisation o ON o.id = p.organisation_id JOIN activity a ON a.id = p.activity_id"
    )
    frame["year"] = pd.to_datetime(frame["starts_on"]).dt.year
    return frame[frame["status"] == HELD]


def figures(frame: pd.DataFrame) -> None:
    """Show six numbers."""
    columns = st.columns(6)
    values = {
        "Organisations": frame["name"].nunique(),
        "Activities": frame["slug"].nunique(),
        "Ties": len(frame),
        "Sectors": frame["sector"].nunique(),
        "Years": frame["year"].nunique(),
        "Per activity": round(frame.groupby("slug")["name"].nunique().median(), 1),
    }
    for column, (label, value) in zip(columns, values.items(), strict=True):
        column.metric(label, value)


def overview() -> None:
    """Draw six numbers and the latest activities."""
    st.title("Overview")
    frame = ties()
    figures(frame)
    st.dataframe(frame.sort_values("starts_on", ascending=False).head(20))


def network() -> None:
    """Draw six numbers, years, the network as points, and two tables."""
    st.title("Network")
    frame = ties()
    figures(frame)
    years = frame.groupby(["year", "sector"])["name"].nunique().reset_index()
    st.plotly_chart(px.bar(years, x="year", y="name", color="sector"))
    points = frame.groupby(["name", "sector"])["slug"].nunique().reset_index()
    st.plotly_chart(px.scatter(points, x="name", y="slug", color="sector", size="slug"))
    st.dataframe(points)
    st.dataframe(frame)


def factors() -> None:
    """Draw the profile of the factors and its table."""
    st.title("Factors")
    frame = table(
        "SELECT r.indicator_id, r.level, a.view, p.title FROM rating r JOIN assessment a ON a.id = r.assessment_id "
        "JOIN project p ON p.id = a.project_id WHERE r.level IS NOT NULL"
    )
    frame["factor"] = frame["indicator_id"].str.rsplit("-", n=1).str[0]
    means = frame.groupby("factor")["level"].mean().reset_index()
    st.plotly_chart(px.scatter(means, x="level", y="factor"))
    st.dataframe(means)
    st.dataframe(frame.groupby(["factor", "view"])["level"].agg(["mean", "count"]))


def form() -> None:
    """Ask the four questions of one factor with a radio each, and for a text, as Streamlit's documentation shows."""
    with (CATALOGUE / "5-augenhoehe.toml").open("rb") as file:
        factor = tomllib.load(file)
    st.title(factor["title"])
    st.write(factor["explanation"])
    with sqlite3.connect(DATABASE) as connection:
        stored = dict(
            connection.execute(
                "SELECT indicator_id, level FROM rating WHERE assessment_id = (SELECT min(id) FROM assessment)"
            )
        )
    for indicator in factor["indicators"]:
        level = stored.get(indicator["id"])
        choices = [*indicator["levels"], "Don't know", "Not applicable"]
        st.radio(indicator["statement"], choices, index=level - 1 if level else None, key=indicator["id"])
        st.caption("saved" if level else "open")
    st.text_area(factor["evidence_question"], key="evidence")
    st.button("Back")
    st.button("Next", type="primary")


st.navigation(
    [
        st.Page(overview, url_path="ueberblick"),
        st.Page(network, url_path="netzwerk"),
        st.Page(factors, url_path="gelingensfaktoren"),
        st.Page(form, url_path="selbsteinschaetzung"),
    ]
).run()
