"""The card of one organisation: since when it takes part, in what and with whom. It is no rating."""

import streamlit as st

from dashboard import membership, session, state
from dashboard.components import choice, panel
from dashboard.forms.organisation import facts, partners, years
from dashboard.texts import navigation
from dashboard.texts import organisation as texts

_EVERY = "alle"


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
        slug = choice.choose(
            texts.CHOOSE,
            slugs,
            key="organisation",
            named=names.__getitem__,
            width=440,
            placeholder=texts.CHOOSE_HINT,
        )
        if slug is None:
            with head:
                panel.page_head(texts.TITLE, texts.ABOUT)
            return
        card = membership.organisation_card(by=visit.actor, organisation=slug)
        active = [str(one.year) for one in reversed(card.years) if one.held or one.announced]
        year = choice.choose(texts.PERIOD, [_EVERY, *active], key="jahr", named=texts.period, width=180)
    if year not in {None, _EVERY}:
        card = membership.organisation_card(by=visit.actor, organisation=slug, year=int(year or 0))
    with head:
        panel.page_head(*texts.head(card), eyebrow=navigation.ORGANISATION)
    facts.draw(card, today=visit.today)
    years.draw(card, period=year or _EVERY)
    partners.draw(card, period=year or _EVERY)
    facts.draw_projects(card)
    facts.draw_onward(card)


main()
