"""Takes one way in away, through the service of its kind."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from bkcore.access import Actor
from bkcore.commands.access import RevokeAccessLink
from bkcore.commands.capture import RevokeCaptureLink
from bkcore.commands.council import RevokeLiveLink
from bkcore.commands.measures import RevokeOwnerLink
from bkcore.commands.voices import CloseVoiceForm
from bkcore.publication.links import revoke_live_link
from bkcore.reports.given_access import AccessKind, GivenAccess
from bkcore.services.access import revoke_access_link
from bkcore.services.capture_links import revoke_capture_link
from bkcore.services.measure_links import revoke_owner_links
from bkcore.services.voices import close_voice_form
from dashboard.components import ask, choice, complaints, panel, run
from dashboard.texts import access as texts

_FORM: Final = "access"


def draw(alive: Sequence[GivenAccess], *, by: Actor) -> None:
    """Offer to take one of them away, with a question.

    Args:
        alive: What opens something.
        by: Who acts.
    """
    if not alive:
        return
    with panel.card("zurueckziehen"):
        panel.heading(texts.REVOKE_TITLE)
        complaints.above(_FORM)
        known = {one.key: one for one in alive}
        names = {key: texts.name(one) for key, one in known.items()}
        chosen = known.get(choice.pick(texts.FIELD, names, key="access-chosen", placeholder=texts.FIELD_HINT) or "")
        if chosen is not None:
            ask.button(
                texts.REVOKE,
                key="access-revoke",
                question=texts.REVOKE_QUESTION,
                consequences=texts.consequences(chosen),
                yes=texts.REVOKE_YES,
                on_yes=partial(revoke, chosen, by=by),
                done=texts.REVOKED,
            )


def revoke(one: GivenAccess, *, by: Actor) -> bool:
    """Take one way in away and tell whether it worked."""
    return _WAYS[one.kind](one.id, by=by)


def _sign_in(link_id: int, *, by: Actor) -> bool:
    return run.command(RevokeAccessLink, {"link_id": link_id}, revoke_access_link, by=by, form=_FORM) is not None


def _measure(measure_id: int, *, by: Actor) -> bool:
    return run.command(RevokeOwnerLink, {"measure_id": measure_id}, revoke_owner_links, by=by, form=_FORM) is not None


def _capture(link_id: int, *, by: Actor) -> bool:
    return run.command(RevokeCaptureLink, {"link_id": link_id}, revoke_capture_link, by=by, form=_FORM) is not None


def _live(link_id: int, *, by: Actor) -> bool:
    return run.command(RevokeLiveLink, {"link_id": link_id}, revoke_live_link, by=by, form=_FORM) is not None


def _voices(form_id: int, *, by: Actor) -> bool:
    return run.command(CloseVoiceForm, {"form_id": form_id}, close_voice_form, by=by, form=_FORM) is not None


_WAYS: Final[Mapping[AccessKind, Callable[..., bool]]] = {
    AccessKind.SIGN_IN: _sign_in,
    AccessKind.ASSESSMENT: _sign_in,
    AccessKind.MEASURE: _measure,
    AccessKind.CAPTURE: _capture,
    AccessKind.CALENDAR: _capture,
    AccessKind.LIVE: _live,
    AccessKind.VOICES: _voices,
}
