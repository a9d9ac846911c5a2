"""Shows fresh addresses once: link, QR code, and a message ready to send.

They live in the memory of this browser's session until the person is done with them; the database holds only hashes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final
from urllib.parse import quote

import streamlit as st

from dashboard import state
from dashboard.components import arrival, copying, panel, qr
from dashboard.texts import handout as texts
from dashboard.texts import navigation

_PREFIX: Final = "handout-"
_STYLE: Final = Path(__file__).parent / "assets" / "handout.css"
_RULE: Final = "\n\n" + "-" * 72 + "\n\n"


@dataclass(frozen=True, slots=True)
class Handout:
    """One address and the message that carries it.

    Attributes:
        title: For whom it is.
        address: The address.
        subject: One line.
        body: Plain text with the address in it.
        calendar: Calendar entry that goes with it; none when empty.
        note: Why it has to be handed out here; nothing when empty.
    """

    title: str
    address: str
    subject: str
    body: str
    calendar: bytes = b""
    note: str = ""


def put(key: str, handouts: Sequence[Handout]) -> None:
    """Keep fresh addresses until they are hidden; meant for callbacks.

    Args:
        key: Name of the place that shows them.
        handouts: What to show; earlier ones there are gone.
    """
    st.session_state[_PREFIX + key] = tuple(handouts)


def hide(key: str) -> None:
    """Forget the addresses of a place."""
    st.session_state.pop(_PREFIX + key, None)


def there(key: str) -> bool:
    """Tell whether a place has fresh addresses to show."""
    return bool(st.session_state.get(_PREFIX + key))


def draw(key: str, *, file_name: str, arrive: bool = True, lost: str = texts.ONCE) -> None:
    """Show the fresh addresses of a place, if there are any.

    Args:
        key: Name of the place.
        file_name: Name of the text file with all messages, offered when there are several.
        arrive: Whether the reader is taken there; a dialog does so by itself.
        lost: Why it is shown only now, and what to do when it gets lost.
    """
    handouts: tuple[Handout, ...] = st.session_state.get(_PREFIX + key, ())
    box = f"handout-{key}"
    if handouts:
        st.html(_STYLE)
        with st.container(key=box, gap="medium"):
            _all(handouts, key=key, file_name=file_name, lost=lost)
    if arrive:
        arrival.at(handouts[0].address if handouts else key, target=box if handouts else "")


def _all(handouts: Sequence[Handout], *, key: str, file_name: str, lost: str) -> None:
    many = len(handouts) > 1
    panel.heading(texts.title(len(handouts)))
    panel.notice(panel.NoticeKind.WARNING, lost, title=texts.ONCE_MANY if many else texts.ONCE_ONE)
    if many:
        marks = [navigation.DEMO] if state.settings().demo else []
        messages = _RULE.join([*marks, *(texts.message(handout.subject, handout.body) for handout in handouts)])
        st.download_button(
            texts.DOWNLOAD, messages, file_name, "text/plain", key=f"{key}-download", on_click="ignore", type="primary"
        )
        for place, handout in enumerate(handouts):
            with st.expander(handout.title, key=f"{key}-{place}"):
                _one(handout, level=3, key=f"{key}-{place}")
    else:
        with panel.card(f"{key}-0"):
            panel.heading(handouts[0].title, level=3)
            _one(handouts[0], level=4, key=f"{key}-0")
    st.button(texts.DONE_MANY if many else texts.DONE, key=f"{key}-done", on_click=hide, args=(key,))


def _one(handout: Handout, *, level: panel.HeadingLevel, key: str) -> None:
    if handout.note:
        panel.notice(panel.NoticeKind.WARNING, handout.note, title=texts.NOT_SENT)
    words, picture = st.columns([5, 2], gap="medium")
    with words:
        panel.heading(texts.LINK, level=level)
        st.code(handout.address, language=None, wrap_lines=True)
        copying.button(texts.COPY, handout.address, key=f"{key}-copy")
        panel.heading(texts.MESSAGE, level=level)
        st.code(texts.message(handout.subject, handout.body), language=None, wrap_lines=True)
        mail = f"mailto:?subject={quote(handout.subject)}&body={quote(handout.body)}"
        st.html(f'<p class="bk-link"><a href="{escape(mail)}">{escape(texts.MAIL)}</a></p>')
        if handout.calendar:
            st.download_button(
                texts.CALENDAR,
                handout.calendar,
                texts.CALENDAR_FILE,
                "text/calendar",
                key=f"{key}-calendar",
                on_click="ignore",
            )
    with picture:
        qr.draw(handout.address, alt=texts.qr_alt(handout.title))
