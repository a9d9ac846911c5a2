"""What the network would be without one organisation, and where much depends on one."""

import streamlit as st

from dashboard import graph_state, over_time, session, state
from dashboard.components import choice, panel
from dashboard.forms import sheet
from dashboard.forms.what_if import places, single
from dashboard.texts import navigation
from dashboard.texts import what_if as texts


def main() -> None:
    """Choose a period and an organisation; without one, show where much depends on one."""
    visit = session.required()
    everything = over_time.dependence_report(by=visit.actor, year=None)
    if not everything.active:
        panel.page_head(navigation.WHAT_IF)
        panel.notice(panel.NoticeKind.EMPTY, texts.EMPTY, title=texts.EMPTY_TITLE)
        return
    names = state.organisation_names(by=visit.actor)
    periods = {texts.EVERYTHING: texts.EVERYTHING_NAME}
    periods |= {str(year): str(year) for year in graph_state.years(by=visit.actor)}
    with sheet.page():
        head = st.container()
        with choice.row():
            asked = choice.choose(
                texts.ORGANISATION, list(everything.active), key="organisation", named=names.__getitem__,
                width=440, placeholder=texts.PLACEHOLDER,
            )  # fmt: skip
            period = choice.choose(texts.PERIOD, list(periods), key="jahr", named=periods.__getitem__, width=180)
        year = None if period in {None, texts.EVERYTHING} else int(str(period))
        if asked is None:
            with head:
                panel.page_head(texts.TITLE, texts.LEAD, eyebrow=navigation.WHAT_IF)
            places.draw(over_time.dependence_report(by=visit.actor, year=year), year=year)
            return
        found = over_time.absence_report(by=visit.actor, organisation=asked, year=year)
        with head:
            panel.page_head(texts.finding(names[asked], found), texts.LEAD, eyebrow=navigation.WHAT_IF)
        if found.found.ties:
            single.draw(found, names=names, year=year)
        else:
            panel.notice(panel.NoticeKind.EMPTY, texts.gone(names[asked], periods[str(period)]))


main()
