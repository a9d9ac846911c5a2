"""Renders the pages for recording an activity on a phone: complete without a script, small enough for a bad line."""

import base64
import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bkcore.palette import css_variables
from bkcore.reports.capture import CaptureSheet, OrganisationChoice, WaitingActivity
from bkcore.vocabulary import CaptureResult
from dashboard.routes import look
from dashboard.texts import capture as texts
from dashboard.texts import navigation, shell

_ASSETS: Final = Path(__file__).parent / "assets"
_NEWEST: Final = 6
"""So many of a list are open to see; who looks for an older one unfolds the others."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page of an address shows.

    Attributes:
        root: Address of the list.
        project: Title of the project.
        demo: Whether everything here is invented.
    """

    root: str
    project: str
    demo: bool


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why nothing was saved.

    Attributes:
        faults: A sentence by field; the empty field means the whole form.
        doubt: Whether it is only a doubt, and sending once more saves.
        now_saved: What somebody else has recorded meanwhile.
    """

    faults: Mapping[str, str] = field(default_factory=dict)
    doubt: bool = False
    now_saved: str = ""


def list_page(frame: Frame, *, groups: list[tuple[str, tuple[WaitingActivity, ...], str]]) -> str:
    """Return the list of activities, by heading; a group without rows says why, or is left out."""
    return _rendered(frame, "list", title=texts.LIST_TITLE, groups=groups, newest=_NEWEST)


def form_page(
    frame: Frame, sheet: CaptureSheet, *, given: Mapping[str, list[str]] | None = None, trouble: Trouble | None = None
) -> str:
    """Return the form for one activity, or for a new one.

    Args:
        frame: What every page shows.
        sheet: What is known.
        given: What was sent and could not be saved; it stands in the fields instead of what is known.
        trouble: Why not.
    """
    activity, trouble = sheet.activity, trouble or Trouble()
    named = set(given.get("organisation", [])) if given is not None else None
    return _rendered(
        frame,
        "form",
        title=activity.title if activity else texts.NEW_TITLE,
        subtitle=texts.when(activity) if activity else "",
        action=f"{frame.root}/a/{activity.slug}" if activity else f"{frame.root}/neu",
        fresh=activity is None,
        version=(given.get("version", [""])[0] if given and not trouble.now_saved else activity and activity.version)
        or "",
        values=_sent(given) if given is not None else _known(sheet),
        suggested=_ticked(sheet.suggested, named),
        others=_ticked(sheet.others, named),
        who_hint=_who_hint(sheet),
        note=sheet.note,
        faults=defaultdict(str, trouble.faults),
        sentences=list(dict.fromkeys(trouble.faults.values())),
        doubt=trouble.doubt,
        now_saved=trouble.now_saved,
    )


def thanks_page(frame: Frame, *, slug: str, summary: str) -> str:
    """Return the page that says what is recorded now."""
    return _rendered(frame, "thanks", title=texts.THANKS, slug=slug, summary=summary)


@cache
def policy() -> str:
    """Return the strictest Content-Security-Policy the pages work with."""
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; script-src 'self'; connect-src 'self'; font-src 'self'; "
        "img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def _version(activity: WaitingActivity | None, given: Mapping[str, list[str]] | None, trouble: Trouble) -> str:
    """Return the version the person has seen: the one that was sent, until what is saved now is shown."""
    if given is not None and not trouble.now_saved:
        return given.get("version", [""])[0]
    return str(activity.version) if activity else ""


def _known(sheet: CaptureSheet) -> dict[str, object]:
    numbers = {name: getattr(sheet, name) for name in ("attendees", "first_timers", "volunteers")}
    result = sheet.status.value if sheet.status.value in set(CaptureResult) else CaptureResult.HELD.value
    shown = {name: "" if value is None else value for name, value in numbers.items()}
    return {
        **dict.fromkeys(("title", "day", "others", "sentence"), ""),
        **shown,
        "result": result,
        "attendees_estimated": sheet.attendees_estimated,
    }


def _sent(given: Mapping[str, list[str]]) -> dict[str, object]:
    names = ("title", "day", "others", "sentence", "attendees", "first_timers", "volunteers", "attendees_estimated")
    return {name: given.get(name, [""])[0] for name in (*names, "result")}


def _ticked(choices: tuple[OrganisationChoice, ...], named: set[str] | None) -> list[OrganisationChoice]:
    if named is None:
        return list(choices)
    return [OrganisationChoice(one.slug, one.name, one.slug in named) for one in choices]


def _who_hint(sheet: CaptureSheet) -> str:
    if not any(one.chosen for one in sheet.suggested):
        return texts.WHO_NOBODY
    return texts.WHO_LAST_TIME if sheet.from_last_time else texts.WHO_ANNOUNCED


def _rendered(frame: Frame, body: str, **values: object) -> str:
    return (
        _environment()
        .get_template("capture.html.jinja")
        .render(
            body=body,
            t=texts,
            root=frame.root,
            project=frame.project,
            demo=frame.demo,
            brand=shell.NAME,
            demo_mark=navigation.DEMO,
            script=look.capture_address(),
            style=Markup(_style()),  # noqa: S704 - our own text
            **{"sentences": [], "now_saved": "", **values},
        )
    )


@cache
def _style() -> str:
    files = ("voice.css", "capture.css")
    return css_variables() + "".join((_ASSETS / name).read_text(encoding="utf-8") for name in files)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_ASSETS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
