"""Wording around the days of a round: planning, changing, moving the last day, calling off."""

from datetime import date, timedelta
from typing import Final

from bkcore.reports.rounds import RoundState
from bkcore.wording.numbers import count, date_de, number_word, sentence_case

PLAN_TITLE: Final = "Die nächste Runde planen"
PLAN_NOTE: Final = (
    "Vorgeschlagen sind vier Wochen nach der letzten vorgesehenen Runde. Sie öffnet dann von selbst. Bis sie beginnt, "
    "können Sie alles ändern oder sie absagen. Einladen können Sie, sobald die Runde davor beendet ist."
)
PLAN_NEXT: Final = "Runde planen …"
PLAN_YES: Final = "Runde planen"
PLANNED: Final = "Die Runde ist geplant."
CHANGE_TITLE: Final = "Runde ändern"
CHANGE_NOTE: Final = "Titel, Tage und Fassung lassen sich ändern, solange sie nicht begonnen hat."
CHANGE_PLANNED: Final = "Ändern"
CHANGE_PLANNED_NOTE: Final = (
    "Einladungen und Links bleiben gültig. In Nachrichten, die schon verschickt sind, stehen aber noch die bisherigen "
    "Tage."
)
CHANGE_PLANNED_SAVE: Final = "Änderungen speichern"
CHANGED_PLANNED: Final = "Die geplante Runde ist geändert."
LAST_DAY_TITLE: Final = "Letzten Tag verschieben"
LAST_DAY_NOTE: Final = "Nach hinten, wenn noch Antworten fehlen, oder nach vorn; frühestens auf morgen."
MOVE: Final = "Letzten Tag verschieben …"
MOVE_YES: Final = "Verschieben"
MOVED: Final = "Der letzte Tag ist verschoben."
CANCEL_TITLE: Final = "Runde absagen"
CANCEL_NOTE: Final = "Sie hat noch nicht begonnen. Geantwortet hat also noch niemand."
CANCEL: Final = "Runde absagen …"
CANCEL_YES: Final = "Runde absagen"
CANCELLED: Final = "Die Runde ist abgesagt."


def move_question(title: str) -> str:
    """Return the question before moving the last day."""
    return f"Letzten Tag von „{title}“ verschieben?"


def move_consequences(before: date, after: date) -> tuple[str, ...]:
    """Return what moving the last day does, and who has still the former one in hand."""
    day = date_de(after)
    first = (
        f"Alle Eingeladenen können bis zum {day} einschließlich antworten. Ihre Links gelten so lange weiter."
        if after > before
        else f"Antworten kann man nur noch bis zum {day} einschließlich. Was dann nicht abgegeben ist, zählt nicht mit."
    )
    again = (
        "Erinnern Sie unter „Stand und Erinnern“: In den neuen Nachrichten steht der neue Tag, und der Eintrag im "
        "Kalender wird ersetzt."
    )
    return (
        first,
        f"In verschickten Nachrichten, auf Aushängen und Papierbögen steht noch der {date_de(before)}.",
        again,
    )


def cancel_question(title: str) -> str:
    """Return the question before calling off a round."""
    return f"Runde „{title}“ absagen?"


def cancel_consequences(invited: int) -> tuple[str, ...]:
    """Return what calling off does."""
    if not invited:
        return ("Eingeladen ist noch niemand.", "Die Runde verschwindet aus der Liste.")
    links = "Ein Link ist" if invited == 1 else f"{sentence_case(number_word(invited))} Links sind"
    return (
        f"{links} schon vergeben und gelten dann nicht mehr. Bitte sagen Sie den Eingeladenen Bescheid.",
        "Die Runde verschwindet aus der Liste.",
    )


def invite_later(before: RoundState, *, invited: int) -> str:
    """Say from when on one can invite to a planned round, why not before, and who is invited all the same.

    Args:
        before: The round that comes first.
        invited: How many have a link already; the command line gives one at any time.
    """
    day = date_de(before.closes_on + timedelta(days=1))
    when = f"Einladen können Sie hier, sobald „{before.title}“ beendet ist, spätestens ab dem {day}"
    if not invited:
        return f"{when}. So hat niemand zwei Links zugleich."
    return f"{when}. {sentence_case(count(invited, 'Einladung', 'Einladungen'))} gibt es schon."


def period(turn: RoundState) -> str:
    """Return from when to when a round runs."""
    return f"{date_de(turn.opens_on)} bis {date_de(turn.closes_on)}"
