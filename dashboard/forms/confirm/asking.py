"""Asks the leads: by mail where an address is known and a mail server is set, else with messages to copy."""

from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.post.asking import ask, question_went_out
from bkcore.post.delivery import deliver
from bkcore.post.letters import Letter
from bkcore.reports.capture_reminders import Reminder
from bkcore.store.unit_of_work import unit_of_work
from dashboard import state
from dashboard.components import ask as asked_before
from dashboard.components import handout, panel
from dashboard.texts import confirm as texts
from dashboard.texts import round_letters as letters

PLACE: Final = "capture-questions"
_CHOSEN: Final = "asking-chosen"


def draw(waiting: tuple[Reminder, ...], *, by: Actor) -> None:
    """Offer to ask about what waits.

    Args:
        waiting: What waits, with how to reach whom to ask.
        by: Who asks.
    """
    panel.heading(texts.ASK_TITLE, texts.ASK_NOTE)
    reachable = {one.activity.slug: one for one in waiting if one.reachable}
    handout.draw(PLACE, file_name=letters.FILE_NAME, arrive=handout.there(PLACE))
    if not reachable:
        panel.text(texts.NOBODY)
        return
    st.multiselect(
        texts.FIELD_ASK,
        list(reachable),
        default=[slug for slug, one in reachable.items() if one.asked_on is None][:5],
        format_func=lambda slug: texts.activity_name(reachable[slug].activity),
        key=_CHOSEN,
        placeholder=texts.FIELD_ORGANISATIONS_HINT,
    )
    if st.button(texts.ASK, key="asking-ask", type="primary"):
        chosen = [reachable[slug] for slug in st.session_state[_CHOSEN]]
        if not chosen:
            panel.notice(panel.NoticeKind.WARNING, texts.ASK_NONE)
            return
        _asked(chosen, by=by)
        st.rerun()


def _asked(chosen: list[Reminder], *, by: Actor) -> None:
    with unit_of_work(state.engine()) as session:
        written = ask(session, [one.activity for one in chosen], site=state.settings().public_url, by=by)
    by_mail = [letter for letter in written if letter.mail] if state.settings().smtp_url else []
    shown = [_handout(letter) for letter in written if letter not in by_mail]
    if by_mail:
        bar = st.progress(0.0, text=letters.sending(0, len(by_mail)))
        going = deliver(by_mail, engine=state.engine(), settings=state.settings(), by=by, taken=question_went_out)
        for done, outcome in enumerate(going, start=1):
            bar.progress(done / len(by_mail), text=letters.sending(done, len(by_mail)))
            if not outcome.sent:
                shown.append(_handout(outcome.letter, note=outcome.reason))
    sent = len(written) - len(shown)
    if sent:
        asked_before.tell(letters.sent_title(sent, 0))
    handout.put(PLACE, shown)


def _handout(letter: Letter, *, note: str = "") -> handout.Handout:
    return handout.Handout(letter.title, letter.address, letter.subject, letter.body, note=note)
