"""The two fields of the self-assessment that Streamlit does not have: the answer ladder and the text that saves itself.

Both are components of the second kind, from files under ``assets`` (no build step, no inline script); they are
registered at the first use, because registration needs a running server. What they are asked lies in one entry of their
data, because Streamlit looks for a frame in each entry at every run.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import streamlit as st

from dashboard.texts import shell as texts

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_ASSETS: Final = Path(__file__).parent / "assets"

_HEARD: Final = "ladder-heard-"
"""What a ladder told last; the browser says it once more when no confirmation comes."""

Answer = int | str | None
"""A level, the code of an opt-out, or nothing yet."""


@dataclass(frozen=True)
class LadderLevel:
    """One described step; the text is part of the option's name."""

    value: int
    name: str
    text: str = ""


@dataclass(frozen=True)
class Text:
    """What a text field holds, whether it is for the writer alone, and which texts it has shown or sent before."""

    text: str
    private: bool = False
    seen: tuple[str, ...] = ()


@dataclass(frozen=True)
class OptOutChoice:
    """One way not to answer, apart from the steps."""

    code: str
    label: str


def ladder(
    *,
    statement: str,
    levels: Sequence[LadderLevel],
    opt_outs: Sequence[OptOutChoice] = (),
    value: Answer,
    key: str,
    on_change: Callable[[Answer], None] | None = None,
    hint: str = "",
    state: str = "",
    waiting: str = "",
    earlier: Sequence[str] = (),
    clear: str = "",
    language: str = "de",
    direction: Literal["ltr", "rtl"] = "ltr",
) -> Answer:
    """Ask one question on described steps and return the answer.

    Args:
        statement: What is rated; the name of the group.
        levels: Steps in order, each with its behaviour text.
        opt_outs: Ways not to answer.
        value: The stored answer; shown when the page opens and whenever it changes on the server.
        key: Unique on the page and stable for this question; ``chosen`` reads by it.
        on_change: Called with the new answer before the page runs again, so that it is saved at once; ``None`` when
            it was taken back. Called again while the browser waits for the confirmation.
        hint: One line below the statement.
        state: How the stored answer stands; said below the steps while the browser shows just that answer.
        waiting: What is said instead while the server has not confirmed the answer of the hand.
        earlier: What the answer was before, one line each.
        clear: Name of the button that takes the answer back; without it there is none.
        language: Language of the texts, for voices.
        direction: Writing direction of the texts.

    Returns:
        The answer as it stands now.
    """
    asked = {
        "key": key,
        "statement": statement,
        "hint": hint,
        "levels": [asdict(level) for level in levels],
        "opt_outs": [asdict(choice) for choice in opt_outs],
        "value": value,
        "state": state,
        "waiting": waiting,
        "earlier": list(earlier),
        "clear": clear,
        "language": language,
        "direction": direction,
    }
    told = _told(on_change, key=key, start=value)
    result = _renderer("ladder")(
        key=key,
        data={"asked": asked},
        default={"value": value, "turn": 0},
        on_value_change=told,
        on_turn_change=told,
    )
    return _answer(result, start=value)


def chosen(key: str, *, start: Answer = None) -> Answer:
    """Return the answer a ladder holds, for callbacks.

    Args:
        key: Key of the ladder.
        start: What to return while the ladder holds nothing.

    Returns:
        The answer.
    """
    return _answer(st.session_state.get(key), start=start)


def heard(key: str, *, start: Answer = None) -> bool:
    """Tell whether the answer a ladder holds was taken to ``on_change``.

    A server that starts anew finds the answers of the hand in the browser before it has heard a single one.

    Args:
        key: Key of the ladder.
        start: The stored answer.
    """
    return bool(st.session_state.get(_HEARD + key, object()) == chosen(key, start=start))


def longtext(
    *,
    label: str,
    value: str,
    key: str,
    on_change: Callable[[Text], None] | None = None,
    hint: str = "",
    private: bool = False,
    private_label: str = "",
    state: str = "",
    waiting: str = "",
    refused: bool = False,
    limit: int = 2000,
    rows: int = 4,
    language: str = "de",
    direction: Literal["ltr", "rtl"] = "ltr",
) -> str:
    """Ask for text that is saved while one writes, and return it.

    Args:
        label: Name of the field.
        value: The stored text.
        key: Unique on the page and stable for this field.
        on_change: Called with the new text after 0.6 seconds without a key, on leaving, on closing the page, and
            again until the server has confirmed or refused it.
        hint: One line below the label.
        private: Whether the stored text is for the writer alone.
        private_label: Name of the box that makes it so; without it there is none.
        state: How the stored text stands; said below the field while it holds just that text.
        waiting: What is said instead while the server has not confirmed what the field holds.
        refused: Whether the latest text was refused; then it is not sent again by itself.
        limit: Number of characters there is room for.
        rows: Height to begin with; the field grows.
        language: Language of the texts, for voices.
        direction: Writing direction of the texts.

    Returns:
        The text as it stands now.
    """
    asked = {
        "key": key,
        "label": label,
        "hint": hint,
        "value": value,
        "private": private,
        "private_label": private_label,
        "state": state,
        "waiting": waiting,
        "refused": refused,
        "limit": limit,
        "rows": rows,
        "left": texts.CHARACTERS_LEFT,
        "language": language,
        "direction": direction,
    }
    start = Text(value, private=private)

    def told() -> None:
        held = st.session_state.get(key)
        if on_change is not None and held:  # a field that left the page says its last word where nothing is held
            on_change(_text(held, start=start, limit=limit))

    default = {"written": {"text": value, "private": private, "seen": []}}  # a mapping named "value" would go unheard
    result = _renderer("longtext")(key=key, data={"asked": asked}, default=default, on_written_change=told)
    return _text(result, start=start, limit=limit).text


def _text(state: object, *, start: Text, limit: int) -> Text:
    given = state.get("written") if isinstance(state, Mapping) else None
    if not isinstance(given, Mapping):
        return start
    seen = given.get("seen")
    return Text(
        str(given.get("text", ""))[:limit],
        private=given.get("private") is True,
        seen=tuple(str(text) for text in seen) if isinstance(seen, Sequence) else (),
    )


def _told(on_change: Callable[[Answer], None] | None, *, key: str, start: Answer) -> Callable[[], None]:
    def told() -> None:
        given = chosen(key, start=start)
        st.session_state[_HEARD + key] = given
        if on_change is not None:
            on_change(given)

    return told


def _answer(state: object, *, start: Answer) -> Answer:
    answer = state.get("value", start) if isinstance(state, Mapping) else start
    if isinstance(answer, float):  # JSON knows only one kind of number
        return int(answer)
    return answer if isinstance(answer, int | str) and answer != "" else None  # "" is an answer taken back


@cache
def _renderer(name: str) -> "ComponentRenderer":
    style = (_ASSETS / f"{name}.css").read_text(encoding="utf-8")  # in the page at once: nothing jumps when it arrives
    return st.components.v2.component(f"dashboard.{name}", css=style, js=f"{name}.js")
