"""Who is missing: what the steering group finds relevant against who takes part, and the next steps."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from bkcore.reports.perspective_facts import PerspectivesReport
from bkcore.vocabulary import Trait
from dashboard import graph_state, membership, session
from dashboard.components import choice, panel
from dashboard.forms import sheet
from dashboard.forms.missing import declaring, gaps, showing
from dashboard.texts import missing as texts

_ALL: Final = "alle"


def main() -> None:
    """Show how the declared perspectives stand, then the list of gaps, then what is declared."""
    visit = session.required()
    with sheet.page():
        report = membership.perspectives_report(by=visit.actor)
        years = graph_state.years(by=visit.actor)
        year = _standing(report, years, running=visit.today.year) if report.perspectives and years else None
        if year is None:
            panel.page_head(texts.TITLE, texts.ABOUT)
        if not report.perspectives:
            panel.notice(panel.NoticeKind.EMPTY, texts.NOTHING, title=texts.NOTHING_TITLE)
        elif not years:
            panel.notice(panel.NoticeKind.EMPTY, texts.NO_YEAR, title=texts.NO_YEAR_TITLE)
        if report.perspectives or report.retired:
            gaps.draw(report, year=year, by=visit.actor, today=visit.today)
        declaring.draw(report, by=visit.actor)


def _standing(report: PerspectivesReport, years: Sequence[int], *, running: int) -> int:
    """Show how the perspectives stand in a chosen year, and return it."""
    head = st.container()
    with choice.row(key="row-wahl"):
        year = int(choice.choose(texts.YEAR, [str(one) for one in years], key="jahr", width=140) or years[0])
        kinds = [_ALL, *(trait for trait in Trait if any(one.trait is trait for one in report.perspectives))]
        trait = choice.choose(texts.TRAIT, kinds, key="merkmal", named=texts.trait_name) or _ALL
    shown = [one for one in report.perspectives if trait in {_ALL, one.trait}]
    with head:
        panel.page_head(*texts.head(shown, year=year, running=year == running), eyebrow=texts.TITLE)
    showing.draw(report, shown, year=year, trait=trait)
    return year


main()
