"""Renders the pages for recording an activity on a phone: complete without a script, small enough for a bad line."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from bkcore.reports.capture import CaptureSheet, OrganisationChoice, WaitingActivity
from bkcore.vocabulary import ActivityStatus, CaptureResult
from dashboard.routes import look, standalone
from dashboard.texts import capture as texts
from dashboard.texts import navigation, shell

STYLES: Final = ("voice.css", "capture.css")
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


def list_page(frame: Frame, *, groups: list[tuple[str, tuple[WaitingActivity, ...], str]], calendar: str) -> str:
    """Return the list of activities, by heading; a group without rows says why, or is left out.

    Args:
        frame: What every page shows.
        groups: Heading, activities, and what is said without any.
        calendar: Address of the calendar of what is planned.
    """
    return _rendered(frame, "list", title=texts.LIST_TITLE, groups=groups, newest=_NEWEST, calendar=calendar)


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


@dataclass(frozen=True, slots=True)
class PictureForm:
    """A picture that could not be taken: a sentence by field, and the texts that were sent with it."""

    faults: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)


def thanks_page(frame: Frame, sheet: CaptureSheet, *, slug: str, offered: str | None, sent: PictureForm) -> str:
    """Return the page that says what is recorded now, with a form for a picture once it took place.

    Args:
        frame: What every page shows.
        sheet: What is recorded.
        slug: Slug of the activity.
        offered: What the picture shows that waits for the office, ``None`` without one.
        sent: What was sent and could not be taken.
    """
    return _rendered(
        frame,
        "thanks",
        title=texts.THANKS,
        slug=slug,
        summary=summary(sheet),
        takes_picture=sheet.status is ActivityStatus.HELD,
        offered=texts.picture_offered(offered) if offered else "",
        values=defaultdict(str, sent.values),
        faults=defaultdict(str, sent.faults),
        sentences=list(dict.fromkeys(sent.faults.values())),
    )


def summary(sheet: CaptureSheet) -> str:
    """Return in a sentence what is recorded of an activity; nothing for one that is not recorded yet."""
    if sheet.activity is None:
        return ""
    return texts.summary(
        sheet.activity,
        status=sheet.status,
        organisations=sheet.took_part,
        attendees=sheet.attendees,
        estimated=sheet.attendees_estimated,
    )


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
    if sheet.took_part:
        return texts.WHO_RECORDED
    return texts.WHO_LAST_TIME if sheet.from_last_time else texts.WHO_ANNOUNCED


def _rendered(frame: Frame, body: str, **values: object) -> str:
    return standalone.rendered(
        "capture.html.jinja",
        styles=STYLES,
        body=body,
        t=texts,
        root=frame.root,
        project=frame.project,
        demo=frame.demo,
        brand=shell.NAME,
        demo_mark=navigation.DEMO,
        script=look.capture_address(),
        **{"sentences": [], "now_saved": "", **values},
    )
