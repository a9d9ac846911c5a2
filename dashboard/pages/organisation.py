"""The card of one organisation: since when it takes part, in what and with whom. It is no rating."""

from typing import Final

import streamlit as st

from dashboard import membership, session, state
from dashboard.components import choice, panel
from dashboard.forms.organisation import doing, facts, partners
from dashboard.texts import navigation
from dashboard.texts import organisation as texts

_EVERY: Final = "alle"


def main() -> None:
    """Choose an organisation and show what the record knows of it."""
    visit = session.required()
    names = state.organisation_names(by=visit.actor)
    if not names:
        panel.page_head(navigation.ORGANISATION)
        panel.notice(panel.NoticeKind.EMPTY, texts.EMPTY, title=texts.EMPTY_TITLE)
        return
    head, choices = st.container(), st.container(horizontal=True, key="row-wahl")
    with choices:
        slugs = sorted(names, key=lambda slug: names[slug].casefold())
        named = names.__getitem__
        slug = choice.choose(
            texts.CHOOSE, slugs, key="organisation", named=named, width=440, placeholder=texts.CHOOSE_HINT
        )
        if slug is not None:
            card = membership.organisation_card(by=visit.actor, organisation=slug)
            active = [str(one.year) for one in reversed(card.years) if one.held or one.announced]
            period = choice.choose(texts.PERIOD, [_EVERY, *active], key="jahr", named=texts.period, width=180)
    if slug is None:
        with head:
            panel.page_head(texts.TITLE, texts.ABOUT)
        facts.draw_all(names)
        return
    if period not in {None, _EVERY}:
        card = membership.organisation_card(by=visit.actor, organisation=slug, year=int(period or 0))
    with head:
        panel.page_head(*texts.head(card), eyebrow=navigation.ORGANISATION)
    left, right = st.columns([6, 5], gap="large")
    with left:
        facts.draw(card, today=visit.today)
    with right:
        doing.draw_years(card)
    left, right = st.columns([6, 5], gap="large")
    with left:
        doing.draw(card, period=period or _EVERY)
    with right:
        partners.draw(card, period=period or _EVERY)
    facts.draw_projects(card)
    facts.draw_onward(card)


main()
