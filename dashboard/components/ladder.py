"""The two fields of the self-assessment that Streamlit does not have: the answer ladder and the text that saves itself.

Both are components of the second kind, from files under ``assets`` (no build step, no inline script); they are
registered at the first use, because registration needs a running server.
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

Answer = int | str | None
"""A level, the code of an opt-out, or nothing yet."""


@dataclass(frozen=True)
class LadderLevel:
    """One described step; the text is part of the option's name."""

    value: int
    name: str
    text: str = ""


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
        on_change: Called with the new answer before the page runs again, so that it is saved at once.
        hint: One line below the statement.
        language: Language of the texts, for voices.
        direction: Writing direction of the texts.

    Returns:
        The answer as it stands now.
    """
    asked = {
        "statement": statement,
        "hint": hint,
        "levels": [asdict(level) for level in levels],
        "opt_outs": [asdict(choice) for choice in opt_outs],
        "value": value,
        "language": language,
        "direction": direction,
    }
    result = _renderer("ladder")(
        key=key, data=asked, default={"value": value}, on_value_change=_told(on_change, key=key, start=value)
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


def longtext(
    *,
    label: str,
    value: str,
    key: str,
    on_change: Callable[[str], None] | None = None,
    hint: str = "",
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
        on_change: Called with the new text after 0.6 seconds without a key, on leaving and on closing the page.
        hint: One line below the label.
        limit: Number of characters there is room for.
        rows: Height to begin with; the field grows.
        language: Language of the texts, for voices.
        direction: Writing direction of the texts.

    Returns:
        The text as it stands now.
    """
    asked = {
        "label": label,
        "hint": hint,
        "value": value,
        "limit": limit,
        "rows": rows,
        "left": texts.CHARACTERS_LEFT,
        "language": language,
        "direction": direction,
    }

    def told() -> None:
        if on_change is not None:
            on_change(str(_answer(st.session_state.get(key), start=value) or "")[:limit])

    result = _renderer("longtext")(key=key, data=asked, default={"value": value}, on_value_change=told)
    return str(_answer(result, start=value) or "")[:limit]


def _told(on_change: Callable[[Answer], None] | None, *, key: str, start: Answer) -> Callable[[], None]:
    def told() -> None:
        if on_change is not None:
            on_change(chosen(key, start=start))

    return told


def _answer(state: object, *, start: Answer) -> Answer:
    answer = state.get("value", start) if isinstance(state, Mapping) else start
    if isinstance(answer, float):  # JSON knows only one kind of number
        return int(answer)
    return answer if isinstance(answer, int | str) else None


@cache
def _renderer(name: str) -> "ComponentRenderer":
    style = (_ASSETS / f"{name}.css").read_text(encoding="utf-8")  # in the page at once: nothing jumps when it arrives
    return st.components.v2.component(f"dashboard.{name}", css=style, js=f"{name}.js")
