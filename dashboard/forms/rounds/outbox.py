"""Sends what was just written, shows how it went for each address, and hands out what could not be sent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.post.delivery import deliver
from bkcore.post.letters import Letter, Occasion
from bkcore.reports.rounds import RoundState
from bkcore.store.unit_of_work import town_day
from dashboard import state
from dashboard.components import handout, listing, panel
from dashboard.texts import round_letters as texts

PLACE: Final = "invitations"
_QUEUE: Final = "outbox-queue"
_RESULTS: Final = "outbox-results"
_SHOWN: Final = "outbox-shown"


@dataclass(frozen=True, slots=True)
class _Result:
    title: str
    mail: str
    reason: str


def about(turn: RoundState) -> Occasion:
    """Return what every letter about this round says."""
    now = datetime.now(UTC)
    return Occasion(
        slug=turn.slug,
        title=turn.title,
        opens_on=turn.opens_on,
        closes_on=turn.closes_on,
        catalogue_version=turn.catalogue_version,
        now=now,
        today=town_day(now),
        site=state.settings().public_url,
    )


def put(letters: Sequence[Letter]) -> None:
    """Take fresh letters; meant for callbacks. The page that follows sends them or hands them out."""
    by_mail = [letter for letter in letters if letter.mail] if state.settings().smtp_url else []
    others = [letter for letter in letters if letter not in by_mail]
    st.session_state[_QUEUE] = by_mail
    st.session_state[_RESULTS] = []
    st.session_state[_SHOWN] = [_handout(letter) for letter in others]
    handout.put(PLACE, st.session_state[_SHOWN])


def draw(*, by: Actor) -> None:
    """Send what waits, with progress; then say what became of each, and show the rest to copy.

    Args:
        by: Who sends.
    """
    _send(by=by)
    results: list[_Result] = st.session_state.get(_RESULTS, [])
    if results:
        with st.container(key="outbox", gap="small"):
            _report(results)
            st.button(texts.HIDE, key="outbox-hide", on_click=st.session_state.pop, args=(_RESULTS, None))
    handout.draw(PLACE, file_name=texts.FILE_NAME)


def _send(*, by: Actor) -> None:
    queue: list[Letter] = st.session_state.get(_QUEUE, [])
    if not queue:
        return
    total = len(queue)
    bar = st.progress(0.0, text=texts.sending(0, total))
    # The queue shrinks with each letter: if the browser goes away, nothing is sent twice and nothing is forgotten.
    waiting = iter(list(queue))
    for done, outcome in enumerate(deliver(waiting, engine=state.engine(), settings=state.settings(), by=by), start=1):
        letter = outcome.letter
        queue.remove(letter)
        st.session_state[_RESULTS].append(_Result(letter.title, letter.mail or "", outcome.reason))
        if not outcome.sent:
            st.session_state[_SHOWN].append(replace(_handout(letter), note=outcome.reason))
            handout.put(PLACE, st.session_state[_SHOWN])
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
