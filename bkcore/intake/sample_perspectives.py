"""The invented part of "who is missing": perspectives somebody could have declared, and three next steps."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from sqlmodel import Session, select

from bkcore.access import Actor
from bkcore.commands.perspectives import DeclarePerspective, PutGap
from bkcore.model.perspectives import Perspective
from bkcore.services.perspectives import declare_perspective, put_gap
from bkcore.suggestions import suggestions
from bkcore.vocabulary import GapState, Sector, Trait

_MARK: Final = "(Beispiel)"
_OWN: Final = (
    (Trait.SECTOR, "Wirtschaft", Sector.PRIVATE.value),
    (Trait.LANGUAGE, "Türkisch", ""),
    (Trait.LANGUAGE, "Farsi", ""),
)
_STEPS: Final = (
    ("Heil", "Ortsvorstehung zum nächsten Treffen einladen", None, "Koordination", 42, GapState.OPEN),
    ("Ältere Menschen", "Seniorenzentrum nach einem gemeinsamen Nachmittag fragen", "awo", "", -9, GapState.OPEN),
    ("Wirtschaft", "Händlergemeinschaft ansprechen", "stadt-bergkamen", "", -60, GapState.DONE),
)


def declare_sample_perspectives(session: Session, *, today: date, by: Actor) -> None:
    """Declare some perspectives and note three steps, unless there are perspectives already.

    Args:
        session: Open session of the unit of work.
        today: The day of loading; steps are due around it.
        by: Who acts; must keep the list.
    """
    if session.exec(select(Perspective).limit(1)).first() is not None:
        return
    slugs = {}
    for trait, title, words in _declared():
        wish = DeclarePerspective(
            trait=trait,
            title=f"{title} {_MARK}",
            words=";".join(part for part in (_named(trait, title), words) if part),
        )
        slugs[title] = declare_perspective(session, wish, by=by).row.slug
    for number, (title, step, organisation, owner, days, state) in enumerate(_STEPS, start=1):
        wish_gap = PutGap(
            slug=f"beispiel-luecke-{number}",
            perspective=slugs[title],
            step=f"{step} {_MARK}",
            organisation=organisation,
            owner=owner,
            due_on=today + timedelta(days=days),
            state=state,
        )
        put_gap(session, wish_gap, by=by)


def _declared() -> Iterator[tuple[Trait, str, str]]:
    yield from ((one.trait, one.title, one.words) for one in suggestions())
    yield from _OWN


def _named(trait: Trait, title: str) -> str:
    """Return the name without the mark as a word to look for, where the record writes names and no listed values."""
    return "" if trait in {Trait.SECTOR, Trait.ORGANISATION_KIND} else title
