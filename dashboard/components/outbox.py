"""Sends what was just written, shows how it went for each address, and hands out what could not be sent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.post.delivery import Taken, deliver, rater_letter_taken
from bkcore.post.letters import Letter
from dashboard import state
from dashboard.components import handout, listing, panel
from dashboard.texts import round_letters as texts

_QUEUE: Final = "outbox-queue-"
_RESULTS: Final = "outbox-results-"
_SHOWN: Final = "outbox-shown-"


@dataclass(frozen=True, slots=True)
class _Result:
    title: str
    mail: str
    reason: str


def put(letters: Sequence[Letter], *, place: str) -> None:
    """Take fresh letters; meant for callbacks. The page that follows sends them or hands them out.

    Args:
        letters: What was written.
        place: Name of the page that shows them.
    """
    by_mail = [letter for letter in letters if letter.mail] if state.settings().smtp_url else []
    others = [letter for letter in letters if letter not in by_mail]
    st.session_state[_QUEUE + place] = by_mail
    st.session_state[_RESULTS + place] = []
    st.session_state[_SHOWN + place] = [_handout(letter) for letter in others]
    handout.put(place, st.session_state[_SHOWN + place])


def draw(*, place: str, by: Actor, taken: Taken = rater_letter_taken) -> None:
    """Send what waits, with progress; then say what became of each, and show the rest to copy.

    Args:
        place: Name of the page.
        by: Who sends.
        taken: What is recorded of a letter the mail server took.
    """
    _send(place, by=by, taken=taken)
    results: list[_Result] = st.session_state.get(_RESULTS + place, [])
    if results:
        with st.container(key="outbox", gap="small"):
            _report(results)
            st.button(texts.HIDE, key="outbox-hide", on_click=st.session_state.pop, args=(_RESULTS + place, None))
    handout.draw(place, file_name=texts.FILE_NAME)


def _send(place: str, *, by: Actor, taken: Taken) -> None:
    queue: list[Letter] = st.session_state.get(_QUEUE + place, [])
    if not queue:
        return
    total = len(queue)
    bar = st.progress(0.0, text=texts.sending(0, total))
    # The queue shrinks with each letter: if the browser goes away, nothing is sent twice and nothing is forgotten.
    sending = deliver(iter(list(queue)), engine=state.engine(), settings=state.settings(), by=by, taken=taken)
    for done, outcome in enumerate(sending, start=1):
        letter = outcome.letter
        queue.remove(letter)
        st.session_state[_RESULTS + place].append(_Result(letter.title, letter.mail or "", outcome.reason))
        if not outcome.sent:
            st.session_state[_SHOWN + place].append(replace(_handout(letter), note=outcome.reason))
            handout.put(place, st.session_state[_SHOWN + place])
        bar.progress(done / total, text=texts.sending(done, total))
    bar.empty()


def _report(results: Sequence[_Result]) -> None:
    failed = sum(bool(result.reason) for result in results)
    kind = panel.NoticeKind.WARNING if failed else panel.NoticeKind.DONE
    panel.notice(kind, texts.sent_text(failed), title=texts.sent_title(len(results) - failed, failed))
    rows = [(result.title, result.mail, result.reason or texts.SENT) for result in results]
    with st.expander(texts.EACH, expanded=bool(failed), key="outbox-each"):
        listing.table(texts.COLUMNS, rows, label=texts.EACH)


def _handout(letter: Letter) -> handout.Handout:
    return handout.Handout(
        title=letter.title,
        address=letter.address,
        subject=letter.subject,
        body=letter.body,
        calendar=letter.calendar,
    )
