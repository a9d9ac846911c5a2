"""A meeting that runs: one point on the wall, notes and decisions below it, arrow keys to the next."""

from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from bkcore.access import Actor
from bkcore.commands.meetings import EndMeeting, ShowItem, TakeBackStart
from bkcore.reports.meetings import ItemState, MeetingDetail
from bkcore.services import meeting_notes, meetings
from dashboard import meeting_state
from dashboard.components import ask, complaints, panel, run, wall
from dashboard.forms.meeting import attending, choosing, deciding, following, minutes, noting, point
from dashboard.texts import meeting as texts

FORM: Final = "meeting-holding"


def draw(found: MeetingDetail, *, by: Actor, today: date) -> None:
    """Show the point the address names, else the one the meeting looks at.

    Args:
        found: A running meeting.
        by: Who looks.
        today: The day it is.
    """
    wall.style()
    with st.container(key="wall", gap="medium"):
        item = choosing.point(found)
        basis = meeting_state.shown(found)
        shown = basis.point(item.kind)
        strip(found, item, by=by, follow=True)
        complaints.above(FORM)
        lead = " ".join(shown.paragraphs) if shown else texts.TOPIC
        panel.page_head(shown.finding if shown else item.title, lead, eyebrow=texts.eyebrow(found, item))
        if shown is not None:
            point.draw(shown, key=f"{found.row.id}")
        left, right = st.columns([1, 1], gap="large")
        with left:
            noting.draw(found.row.id, item, by=by)
        with right:
            deciding.draw(item, by=by, today=today)
        _around(found, by=by)


def strip(found: MeetingDetail, item: ItemState, *, by: Actor, follow: bool) -> None:
    """Show the agenda as a strip, and the way back and on; the arrow keys take the same way.

    Args:
        found: The meeting.
        item: The point that is shown.
        by: Who looks.
        follow: Whether guests follow: moving on moves them too.
    """
    done = {one.id for one in found.items if one.position < item.position}
    panel.steps(
        [
            panel.Step(
                texts.step_title(one),
                "",
                panel.Progress.CURRENT
                if one.id == item.id
                else panel.Progress.DONE
                if one.id in done
                else panel.Progress.AHEAD,
            )
            for one in found.items
        ],
        label=texts.POINTS,
    )
    order = [one.position for one in found.items]
    place = order.index(item.position)
    with st.container(horizontal=True, key="row-punkte"):
        for name, key, there, keys in (
            (texts.PREVIOUS, "meeting-previous", place - 1, "Left"),
            (texts.NEXT, "meeting-next", place + 1, "Right"),
        ):
            inside = 0 <= there < len(order)
            st.button(
                name,
                key=key,
                shortcut=keys,
                disabled=not inside,
                on_click=show,
                args=(found.row.id, order[there] if inside else item.position),
                kwargs={"by": by, "follow": follow},
            )


def show(meeting_id: int, position: int, *, by: Actor, follow: bool) -> None:
    """Go to a point, and take the guests there."""
    choosing.go_to(position)
    if follow:
        raw = {"meeting_id": meeting_id, "position": position}
        run.command(ShowItem, raw, meeting_notes.show_item, by=by, form=FORM)


def end(meeting_id: int, *, by: Actor) -> bool:
    """End the meeting; tell whether that worked."""
    raw = {"meeting_id": meeting_id}
    return run.command(EndMeeting, raw, meetings.end_meeting, by=by, form=FORM) is not None


def take_back(meeting_id: int, *, by: Actor) -> bool:
    """Prepare the meeting again; tell whether that worked."""
    raw = {"meeting_id": meeting_id}
    return run.command(TakeBackStart, raw, meetings.take_back_start, by=by, form=FORM) is not None


def _around(found: MeetingDetail, *, by: Actor) -> None:
    """Offer what belongs to the meeting as a whole."""
    panel.text(texts.present(found))
    with st.container(horizontal=True, key="row-sitzung"):
        attending.draw(found, by=by)
        following.draw(found)
        noting.draw_topic(found, by=by)
        minutes.draw_draft(found)
        if found.is_untouched:
            ask.button(
                texts.TAKE_BACK,
                key="meeting-take-back",
                question=texts.TAKE_BACK_QUESTION,
                consequences=texts.TAKE_BACK_TEXT,
                yes=texts.TAKE_BACK_YES,
                on_yes=partial(take_back, found.row.id, by=by),
                done=texts.TAKEN_BACK,
            )
        ask.button(
            texts.END,
            key="meeting-end",
            question=texts.END_QUESTION,
            consequences=texts.END_TEXT,
            yes=texts.END_YES,
            on_yes=partial(end, found.row.id, by=by),
            done=texts.ENDED,
        )
