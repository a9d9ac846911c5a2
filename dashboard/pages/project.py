"""The result of one project: its profile, its views, three next steps, its measures, and a sheet for the team."""

import streamlit as st

from bkcore.publication.project_sheet import render_sheet
from bkcore.reports.project_facts import facts_of
from dashboard import session, state
from dashboard.components import panel
from dashboard.forms import sheet
from dashboard.forms.project import choosing, result, steps
from dashboard.texts import project as texts


def main() -> None:
    """Show what a project got back from a closed round, and what it takes on."""
    visit = session.required()
    with sheet.page():
        head, choice = st.container(), st.container(horizontal=True, key="row-wahl")
        project = choosing.project(visit, place=choice)
        if project is None:
            return
        report = state.project_report(by=visit.actor, today=visit.today, project=project)
        chosen = choosing.earlier(report, place=choice)
        report = state.project_report(by=visit.actor, today=visit.today, project=project, round_slug=chosen)
        facts = facts_of(report)
        with head:
            if report.round is None:
                panel.page_head(report.title, texts.ABOUT)
            else:
                where = texts.eyebrow(report.kind, report.round.title)
                panel.page_head(*texts.head(facts, title=report.title), eyebrow=where)
        if report.round is None:
            panel.notice(panel.NoticeKind.EMPTY, texts.NONE_OWN, title=texts.NONE_TITLE)
        elif not report.scored:
            panel.notice(panel.NoticeKind.TOO_FEW, texts.NOTHING, title=texts.NOTHING_TITLE)
        else:
            result.draw_profile(report, facts, round_title=report.round.title)
            result.draw_views(facts, round_title=report.round.title)
            steps.draw_steps(report, by=visit.actor, today=visit.today)
        steps.draw_measures(report, by=visit.actor, today=visit.today)
        if report.round is not None and report.scored:
            result.draw_factors(report, facts)
            panel.heading(texts.SHEET_TITLE, texts.SHEET_NOTE)
            st.download_button(
                texts.SHEET,
                lambda: render_sheet(report, demo=state.settings().demo, today=visit.today),
                file_name=texts.sheet_file(report.slug, report.round.slug),
                mime="application/pdf",
                key="sheet",
                on_click="ignore",
            )


main()
