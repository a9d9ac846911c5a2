"""What a phone sends about an activity: read, doubted where it looks like a person, and made into a command."""

from collections.abc import Mapping
from typing import Final

from pydantic import ValidationError

from bkcore import personal_data
from bkcore.commands.capture import CaptureActivity
from bkcore.commands.pictures import OfferPicture
from bkcore.faults import PictureRefused
from bkcore.wording.messages import field_message
from dashboard.texts import capture as texts

Fields = Mapping[str, list[str]]

LARGEST: Final = 32_768
"""Octets of a form: every organisation ticked and every field full of umlauts is less."""
_LOOKED_AT: Final = "angesehen"
"""Comes with a form whose texts were doubted: sent once more, they are what the person means."""
_NO_ANSWERS: Final = {"organisation", "version", _LOOKED_AT}
_PLACE_OF_RULE: Final = {
    "title_missing": "title",
    "day_missing": "day",
    "more_first_timers_than_attendees": "first_timers",
}
"""Where a rule over several fields shows: at the one people correct."""


def command(given: Fields, *, activity: str | None, project: str | None) -> CaptureActivity:
    """Return the command that was sent.

    Args:
        given: The fields.
        activity: Slug of the activity the form was about, ``None`` for a new one.
        project: Slug of the project whose lead sends it.

    Raises:
        ValidationError: Something is missing or does not fit.
    """
    raw: dict[str, object] = {name: values[0] for name, values in given.items() if name not in _NO_ANSWERS}
    raw |= {"activity": activity, "project": project, "organisations": given.get("organisation", [])}
    raw["version"] = given.get("version", [""])[0] or None
    return CaptureActivity.model_validate(raw)


def picture(given: Mapping[str, str], *, content: bytes, activity: str) -> OfferPicture:
    """Return the command with which a picture was sent.

    Args:
        given: The texts.
        content: The file.
        activity: Slug of the activity.

    Raises:
        ValidationError: A text is missing or too long.
        PictureRefused: No file was chosen.
    """
    if not content:
        raise PictureRefused(flaw="missing")
    words = {name: given.get(name, "") for name in ("alt", "consent")}
    return OfferPicture.model_validate({"activity": activity, "content": content, **words})


def doubts(given: Fields) -> dict[str, str]:
    """Return a doubt about each text that looks like a person, unless the person has been asked before."""
    if _LOOKED_AT in given:
        return {}
    words = {name: given.get(name, [""])[0] for name in ("title", "others", "sentence")}
    return {name: texts.PERSON for name, text in words.items() if personal_data.traces(text)}


def faults(error: ValidationError) -> dict[str, str]:
    """Return what is wrong, a sentence by field; the empty field means the whole form."""
    return {_place(fault): field_message(fault) for fault in error.errors()}


def _place(fault: Mapping[str, object]) -> str:
    place = fault["loc"]
    if isinstance(place, tuple) and place:
        return str(place[0])
    context = fault.get("ctx")
    return _PLACE_OF_RULE.get(str(context.get("error")) if isinstance(context, Mapping) else "", "")
