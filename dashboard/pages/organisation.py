"""The card of one organisation: since when it takes part, in what and with whom. It is no rating."""

from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard import membership, session, state
from dashboard.components import choice, panel
from dashboard.forms import sheet
from dashboard.forms.organisation import board, facts
from dashboard.texts import navigation
from dashboard.texts import organisation as texts
from dashboard.texts import organisation_facts as words

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

_EVERY: Final = "alle"


def main() -> None:
    """Choose an organisation and show what the record knows of it."""
    visit = session.required()
    names = state.organisation_names(by=visit.actor)
    with sheet.page():
        if not names:
            panel.page_head(navigation.ORGANISATION)
            panel.notice(panel.NoticeKind.EMPTY, texts.EMPTY, title=texts.EMPTY_TITLE)
            return
        head, choices = st.container(), st.container(horizontal=True, key="row-wahl")
        slugs = sorted(names, key=lambda slug: names[slug].casefold())
        named = names.__getitem__
        with choices:
            slug = choice.choose(
                texts.CHOOSE, slugs, key="organisation", named=named, width=440, placeholder=texts.CHOOSE_HINT
            )
        if slug is not None:
            _card(visit, slug, head=head, choices=choices)
            return
        with head:
            panel.page_head(texts.TITLE, texts.ABOUT)
        facts.draw_all(names)


def _card(visit: session.Visit, slug: str, *, head: "DeltaGenerator", choices: "DeltaGenerator") -> None:
    card = membership.organisation_card(by=visit.actor, organisation=slug)
    with choices:
        active = [str(one.year) for one in reversed(card.years) if one.held or one.announced]
        period = choice.choose(texts.PERIOD, [_EVERY, *active], key="jahr", named=texts.period, width=180) or _EVERY
    if period != _EVERY:
        card = membership.organisation_card(by=visit.actor, organisation=slug, year=int(period))
    with head:
        panel.page_head(*words.head(card), eyebrow=navigation.ORGANISATION)
    board.draw(card, period=period, today=visit.today)


main()
