"""Who has not answered yet, by project and view, and reminding them."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.rounds import RemindRater
from bkcore.post import letters
from bkcore.post.reminding import addressee
from bkcore.reports.invitations import Asked, Invitation, Progress
from bkcore.reports.rounds import RoundState
from bkcore.services import reminders
from dashboard import state
from dashboard.components import complaints, listing, panel, run
from dashboard.forms.rounds import outbox
from dashboard.forms.rounds.inviting import VIEWS
from dashboard.texts import round_invitations, round_letters
from dashboard.texts import round_standing as texts

_FORM: Final = "reminding"
_CHOICE: Final = "reminding-choice"


def draw(turn: RoundState, *, asked: Asked, by: Actor) -> None:
    """Show the state of every project and department, then offer to remind.

    Args:
        turn: The open or planned round.
        asked: Who is to be asked, and who was.
        by: Who acts.
    """
    with st.container(gap="small"):
        panel.heading(texts.TITLE, texts.NOTE)
        if not asked.to_ask:
            panel.notice(panel.NoticeKind.EMPTY, texts.NOBODY)
            return
        listing.table(texts.COLUMNS, _rows(asked), label=texts.TITLE)
    if turn.is_open:
        _reminding(turn, [entry for entry in asked.invitations if entry.can_be_reminded], by=by)


def remind(*, open_ones: Mapping[int, Invitation], turn: RoundState, by: Actor) -> None:
    """Give the chosen people one more link each, and send or show it.

    Args:
        open_ones: Whom one may remind, by assessment.
        turn: The open round.
        by: Who reminds.
    """
    chosen: list[int] = st.session_state.get(_CHOICE, [])
    if not chosen:
        complaints.collect(_FORM, field="choice")(texts.NOBODY_CHOSEN)
        return
    fresh = []
    for number in chosen:
        entry, complain = open_ones[number], complaints.collect(_FORM)
        raw = {"assessment_id": entry.assessment_id}
        issued = run.command(RemindRater, raw, reminders.remind_rater, by=by, complain=complain)
        if issued is not None:
            begun = entry.progress is Progress.BEGUN
            fresh.append(letters.reminder(addressee(entry, issued), outbox.about(turn), begun=begun))
    if fresh:
        outbox.put(fresh)
        st.session_state[_CHOICE] = []


def _rows(asked: Asked) -> list[tuple[str, ...]]:
    cells: dict[tuple[str, object], list[Invitation]] = {}
    for entry in asked.invitations:
        cells.setdefault((entry.project, entry.view), []).append(entry)
    return [
        (
            round_invitations.subject(subject.title, subject.kind),
            *(texts.cell([entry.progress for entry in cells.get((subject.slug, view), [])]) for view in VIEWS),
            texts.last_opened(
                [
                    entry.last_used_on
                    for view in VIEWS
                    for entry in cells.get((subject.slug, view), [])
                    if entry.link_id is not None
                ]
            ),
        )
        for subject in asked.to_ask
    ]


def _reminding(turn: RoundState, open_ones: Sequence[Invitation], *, by: Actor) -> None:
    with panel.card("reminding"):
        panel.heading(texts.REMIND_TITLE, texts.REMIND_NOTE)
        complaints.above(_FORM)
        if not open_ones:
            panel.notice(panel.NoticeKind.DONE, texts.ALL_DONE)
            return
        by_number = {entry.assessment_id: entry for entry in open_ones}
        with st.container(horizontal=True, key="row-remind-choose"):
            st.button(texts.CHOOSE_ALL, key="remind-all", on_click=_choose, args=(list(by_number),), type="tertiary")
            fresh = [entry.assessment_id for entry in open_ones if not entry.reminders]
            if fresh and len(fresh) < len(open_ones):
                st.button(texts.CHOOSE_NEW, key="remind-new", on_click=_choose, args=(fresh,), type="tertiary")
        st.multiselect(
            texts.FIELD,
            list(by_number),
            format_func=lambda number: texts.entry(by_number[number]),
            key=_CHOICE,
            placeholder=texts.FIELD_HINT,
        )
        complaints.at(_FORM, "choice")
        panel.text(round_letters.way(by_mail=bool(state.settings().smtp_url)))
        kept = {"open_ones": by_number, "turn": turn, "by": by}
        st.button(texts.REMIND, key="remind", type="primary", on_click=remind, kwargs=kept)


def _choose(numbers: list[int]) -> None:
    st.session_state[_CHOICE] = numbers
