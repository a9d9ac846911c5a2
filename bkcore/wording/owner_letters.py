"""The letters to whoever owns a measure: the link, and a reminder before its day or after it."""

from datetime import date
from typing import Final

from bkcore.wording.letters import letter, personal
from bkcore.wording.numbers import count, date_de, sentence_case

CALENDAR_FILE: Final = "massnahme.ics"
CALENDAR_FILE_ALL: Final = "massnahmen.ics"
_PAGE: Final = (
    "Hinter dem Link steht eine Seite, auch für das Telefon: Sie sehen die Maßnahme, tippen an, wo sie steht, und "
    "schreiben in einem Satz, was war. Ein Kennwort brauchen Sie nicht."
)
_PRIVACY: Final = (
    "Bitte geben Sie den Link nur an die Vertretung weiter. Er öffnet diese eine Maßnahme und sonst nichts. 30 Tage "
    "nachdem sie erledigt ist, endet er von selbst, und Ihre Adresse wird gelöscht. Namen gehören nicht in die Seite."
)


def name(title: str, label: str) -> str:
    """Return the name of a letter: the measure, and for which function it is."""
    return " · ".join(part for part in (title, label) if part)


def invitation_subject(title: str) -> str:
    """Return the subject of the letter with the first link."""
    return f"Ihre Maßnahme: {title}"


def invitation_body(*, title: str, owner: str, due_on: date, address: str) -> str:
    """Return the letter with the first link.

    Args:
        title: What is to be done.
        owner: Who owns it.
        due_on: Its day.
        address: The owner's link.
    """
    about = f"„{title}“ ist bis zum {date_de(due_on)} vorgenommen. Zuständig: {owner}."
    return letter(about, personal(address), _PAGE, _PRIVACY)


def reminder_subject(title: str, *, due_on: date, today: date) -> str:
    """Return the subject of a reminder; it says whether the day has passed."""
    when = f"war bis zum {date_de(due_on)} vorgenommen" if due_on < today else f"bis zum {date_de(due_on)}"
    return f"Maßnahme {when}: {title}"


def reminder_body(*, title: str, owner: str, due_on: date, today: date, address: str) -> str:
    """Return the letter that reminds.

    Args:
        title: What is to be done.
        owner: Who owns it.
        due_on: Its day.
        today: The day it is.
        address: One more link of the owner.
    """
    about = f"„{title}“: {sentence_case(due(due_on, today=today))}. Zuständig: {owner}."
    wish = (
        "Bitte sagen Sie kurz, wo die Maßnahme steht. Auch „blockiert“ oder „verworfen“ hilft der Steuerungsgruppe "
        "weiter; ein Satz dazu reicht."
    )
    return letter(about, wish, personal(address), _PAGE, f"Frühere Links zu dieser Maßnahme gelten weiter. {_PRIVACY}")


def due(due_on: date, *, today: date) -> str:
    """Say how far a day is away, without a full stop."""
    days = (due_on - today).days
    if days == 0:
        return "heute fällig"
    if days == 1:
        return "morgen fällig"
    if days > 0:
        return f"fällig am {date_de(due_on)}"
    return f"seit {_days(-days)} überfällig, vorgenommen bis {date_de(due_on)}"


def _days(number: int) -> str:
    return "einem Tag" if number == 1 else count(number, "Tag", "Tagen", feminine=False)


def calendar_title(title: str) -> str:
    """Return what stands in a calendar on the day a measure is due."""
    return f"Maßnahme fällig: {title}"


def calendar_text(owner: str) -> str:
    """Return what a calendar says about it; the owner's link is not in it, because calendars are shared."""
    return f"Zuständig: {owner}. Vielfalts-Netzwerk Bergkamen for all."
