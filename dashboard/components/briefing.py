"""Shows a frozen briefing in the order in which the council reads it; nothing here looks at a table."""

from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from bkcore.publication.document import Anchoring, Briefing, Factors, Paper, Project, Projects, Topic
from bkcore.wording import briefing as words
from bkcore.wording import briefing_sentences as sentences
from bkcore.wording.numbers import date_de
from dashboard import state
from dashboard.charts.briefing import bars_chart, dots_chart
from dashboard.components import chart, listing, panel
from dashboard.texts import council as texts

_SECTION: Final = "medium"


def draw(briefing: Briefing, *, titled: bool) -> None:
    """Show the whole document.

    Args:
        briefing: The frozen document.
        titled: Whether its headline is the page's h1; else it is an h2 below another page head.
    """
    edition = (briefing.header.number, briefing.header.stand)
    with st.container(gap=_SECTION, key="briefing"):
        _head(briefing, titled=titled)
        if briefing.key_figures:
            _key_figures(briefing)
        if briefing.network is not None:
            with panel.card("briefing-network"):
                bars = state.drawn("briefing-bars", *edition, build=partial(bars_chart, briefing.network))
                chart.show(bars, key="netzwerk", meaning=briefing.network.meaning)
        if briefing.attendance is not None:
            table = briefing.attendance.table
            with st.container(gap="small"):
                panel.heading(words.ATTENDANCE)
                panel.text(briefing.attendance.note)
                with st.container(key="quiet-besuche"), st.expander(words.TABLE, key="besuche"):
                    listing.table(table.columns, table.rows, label=table.caption)
        _factors(briefing.factors, edition=edition, round_text=briefing.round.text)
        if briefing.anchoring is not None:
            _anchoring(briefing.anchoring)
        _projects(briefing.projects)
        for key, topic in briefing.topics:
            _topic(key, topic)
        _papers(briefing.papers)
        _notes(briefing)


def _head(briefing: Briefing, *, titled: bool) -> None:
    where = texts.edition(date_de(briefing.header.stand), briefing.header.number)
    if titled:
        panel.page_head(briefing.headline.finding, briefing.headline.lead, eyebrow=where)
    else:
        with st.container(gap="small"):
            panel.heading(briefing.headline.finding, where)
            panel.text(briefing.headline.lead)
    if briefing.headline.caveat:
        panel.notice(panel.NoticeKind.INFO, briefing.headline.caveat)


def _key_figures(briefing: Briefing) -> None:
    with st.container(gap="small"):
        panel.heading(words.KEY_FIGURES)
        panel.key_figures(
            [
                panel.KeyFigure(
                    figure.text,
                    figure.label,
                    " ".join(
                        part
                        for part in (
                            *(f"{detail.text} {detail.label}." for detail in figure.details),
                            figure.comparison,
                            figure.definition,
                        )
                        if part
                    ),
                )
                for figure in briefing.key_figures
            ],
            cards=True,
        )


def _factors(factors: Factors, *, edition: tuple[int, date], round_text: str) -> None:
    if factors.figure is not None:
        with panel.card("briefing-factors"):
            titles = [row.short_title for row in factors.rows]
            dots = partial(dots_chart, factors.figure, titles=titles)
            chart.show(
                state.drawn("briefing-dots", *edition, build=dots),
                key="gelingensfaktoren",
                meaning=factors.figure.meaning,
            )
    else:
        with st.container(gap="small"):
            panel.heading(words.FACTORS)
            panel.notice(panel.NoticeKind.TOO_FEW, factors.note)
    with st.container(gap="small"):
        panel.heading(words.ROUND)
        panel.text(round_text)


def _anchoring(found: Anchoring) -> None:
    with panel.card("briefing-anchoring"):
        panel.heading(found.finding, found.note)
        listing.table(found.table.columns, found.table.rows, label=found.table.caption)
        with st.container(key="quiet-verankerung"), st.expander(found.trend.caption, key="verankerung"):
            listing.table(found.trend.columns, found.trend.rows, label=found.trend.caption)
            panel.text(*found.meaning.split("\n\n"))


def _projects(projects: Projects) -> None:
    with st.container(gap="small"):
        panel.heading(words.PROJECTS)
        panel.text(projects.note)
        for project in projects.items:
            _project(project)


def _project(project: Project) -> None:
    about = " · ".join(part for part in (project.period, project.lead, sentences.themes(project.themes)) if part)
    with panel.card(f"project-{project.key}"):
        panel.heading(project.title, about, level=3)
        panel.text(*project.description.split("\n\n"))


def _topic(key: str, topic: Topic) -> None:
    with st.container(gap="small"):
        panel.heading(topic.title)
        panel.text(*topic.paragraphs)
        for place, table in enumerate(topic.tables):
            with st.container(key=f"quiet-{key}-{place}"), st.expander(table.caption, key=f"{key}-{place}"):
                listing.table(table.columns, table.rows, label=table.caption)


def _papers(papers: tuple[Paper, ...]) -> None:
    if not papers:
        return
    events = [panel.Event(paper.date, paper.subject, texts.paper(paper.body, paper.reference)) for paper in papers]
    with st.container(gap="small"):
        panel.heading(words.PAPERS)
        panel.event_list(events, label=words.PAPERS)


def _notes(briefing: Briefing) -> None:
    with st.container(gap="small"):
        panel.heading(words.METHOD)
        panel.text(*briefing.method)
        panel.heading(words.DATA_PROTECTION)
        panel.text(*briefing.data_protection)
        panel.heading(words.LEGEND)
        panel.text(briefing.legend)
        panel.heading(words.BOUNDARY)
        panel.text(briefing.boundary)
