"""The files under ``/bk/``: our stylesheet and the German script, at addresses that change with their content."""

import json
from functools import cache
from pathlib import Path
from typing import Final

from bkcore import palette
from bkcore.publication import html
from dashboard.routes.body import FOREVER, WEEK, Body, read
from dashboard.texts import builtin, builtin_sentences, shell

CAPTURE_SCRIPT: Final = "/bk/erfassen.js"
GUEST_SCRIPT: Final = "/bk/mitlesen.js"
_ASSETS: Final = Path(__file__).parent / "assets"
_STATIC: Final = Path(__file__).parents[1] / "static"


@cache
def stylesheet() -> Body:
    """Return the palette as variables, followed by our stylesheet."""
    style = palette.css_variables() + "\n" + (_ASSETS / "look.css").read_text(encoding="utf-8")
    return Body(style.encode(), "text/css", FOREVER)


@cache
def german() -> Body:
    """Return the script that makes Streamlit speak German, with its dictionary inside."""
    words = {
        "controls": builtin.CONTROLS,
        "sentences": builtin_sentences.SENTENCES,
        "patterns": builtin_sentences.PATTERNS,
        "lost": shell.CONNECTION_LOST,
        "gone": shell.CONNECTION_GONE,
        "back": shell.CONNECTION_BACK,
        "reload": shell.RELOAD,
        "message": shell.MESSAGE,
    }
    script = (_ASSETS / "german.js").read_text(encoding="utf-8")
    script = script.replace("= __WORDS__;", f"= {json.dumps(words, ensure_ascii=False)};")
    return Body(script.encode(), "text/javascript", FOREVER)


@cache
def live_script() -> Body:
    """Return the script that shows the council a newer release by itself."""
    return Body(html.script().encode(), "text/javascript", FOREVER)


@cache
def capture_script() -> Body:
    """Return the script that keeps what is recorded on a phone until the line is back."""
    return read(_ASSETS / "capture.js", cache_control=FOREVER)


@cache
def guest_script() -> Body:
    """Return the script with which guests follow a meeting by themselves."""
    return read(_ASSETS / "guest.js", cache_control=FOREVER)


@cache
def favicon() -> Body:
    """Return the hexagon, where Streamlit's page asks for its own sign."""
    return read(_STATIC / "hexagon-64.png", cache_control=WEEK)


def address() -> str:
    """Return the address of the stylesheet."""
    return f"/bk/look.css?v={stylesheet().mark[:8]}"


def script_address() -> str:
    """Return the address of the German script."""
    return f"/bk/german.js?v={german().mark[:8]}"


def capture_address() -> str:
    """Return the address of the script for recording on a phone."""
    return f"{CAPTURE_SCRIPT}?v={capture_script().mark[:8]}"


def guest_address() -> str:
    """Return the address of the script for following a meeting."""
    return f"{GUEST_SCRIPT}?v={guest_script().mark[:8]}"
