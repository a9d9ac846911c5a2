"""Renders the participants' short form: complete without a script, in every language, small enough for a bad line."""

from collections.abc import Mapping
from typing import Final

from bkcore.services.voices import OpenForm
from bkcore.thresholds import INTERNAL_MINIMUM, PUBLIC_MINIMUM
from bkcore.vocabulary import OptOut
from bkcore.voice_wording import VoiceWording, languages
from dashboard.routes import standalone
from dashboard.texts import navigation, shell

STYLES: Final = ("voice.css",)


def form_page(
    form: OpenForm,
    *,
    code: str,
    ticket: str,
    chosen: Mapping[str, str],
    kept: str = "",
    trouble: str = "",
    demo: bool = False,
) -> str:
    """Return the page of questions.

    Args:
        form: Whose form it is, and what it asks.
        code: Language, a key of ``languages()``.
        ticket: What makes one press one voice.
        chosen: Answers that are ticked already, by factor.
        kept: What stays in the address when the language is changed or the button pressed, as ``noch=1&``.
        trouble: A sentence on why the last press counted nothing; empty when there was none.
        demo: Whether everything here is invented.
    """
    w = languages()[code]
    return _rendered(
        "questions",
        code=code,
        project=form.project,
        demo=demo,
        factors=form.factors,
        last_day=w.last_day.format(day=w.day(form.closes_on)),
        anonymity=[part.format(internal=INTERNAL_MINIMUM, public=PUBLIC_MINIMUM) for part in w.anonymity],
        opt_outs=((OptOut.DONT_KNOW.value, w.unknown), (OptOut.NOT_APPLICABLE.value, w.not_applicable)),
        ticket=ticket,
        chosen=chosen,
        kept=kept,
        trouble=trouble,
    )


def thanks_page(form: OpenForm, *, code: str, demo: bool = False) -> str:
    """Return the page that says the voice is counted."""
    w = languages()[code]
    return _rendered("thanks", code=code, project=form.project, demo=demo, title=w.thanks_title)


def again_page(form: OpenForm, *, code: str, demo: bool = False) -> str:
    """Return the page for a device a voice came from before, with a way to answer for somebody else."""
    w = languages()[code]
    return _rendered("again", code=code, project=form.project, demo=demo, title=w.again_title)


def closed_page(*, code: str) -> str:
    """Return the page for a voice that came after the end."""
    return _rendered("closed", code=code, project="", demo=False, title=languages()[code].closed_title)


def _rendered(body: str, *, code: str, **values: object) -> str:
    wording: VoiceWording = languages()[code]
    return standalone.rendered(
        "voice.html.jinja",
        styles=STYLES,
        body=body,
        code=code,
        w=wording,
        languages=languages(),
        brand=shell.NAME,
        demo_mark=navigation.DEMO,
        **{"title": wording.title, "trouble": "", "kept": "", **values},
    )
