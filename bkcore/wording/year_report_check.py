"""German sentences of the look before a yearly report is released."""

from typing import Final

from bkcore.wording.numbers import count, number_word, sentence_case

REFERENCE_MISSING: Final = "Die Nummer der Drucksache fehlt noch. Ohne sie steht auf dem Deckblatt „wird vergeben“."
STATIONS_MISSING: Final = "Die Beratungsfolge ist noch leer."
DECISION_MISSING: Final = "Eine Beschlussvorlage braucht ein Gremium, das entscheidet. Bisher entscheidet keines."
DECISION_UNASKED: Final = (
    "Ein Gremium soll entscheiden, die Vorlage ist aber eine Mitteilung ohne Beschlussvorschlag. Passt das?"
)
ACCESSIBLE: Final = (
    "Das PDF ist barrierefrei gesetzt (PDF/UA-1): Überschriften, Alternativtexte, Tabellenköpfe und Sprache sind da."
)
NOTHING: Final = "Es ist nichts mehr zu tun."


def day_missing(body: str) -> str:
    """Say that a body has no day yet."""
    return f"Für „{body}“ steht noch kein Tag fest."


def figures_moved(title: str, number: int) -> str:
    """Say that the figures behind a text somebody wrote are different now."""
    who = "eine Zahl" if number == 1 else f"{count(number, 'Zahl', 'Zahlen')}"
    verb = "hat" if number == 1 else "haben"
    return f"„{title}“: Seit dem Schreiben {verb} sich {who} geändert."


def left_out(title: str) -> str:
    """Say that a chapter has nothing to say and is left out."""
    return f"„{title}“ ist leer und erscheint nicht. Hier helfen eigene Sätze am meisten."


def looks_personal(title: str, found: str) -> str:
    """Say that a text looks as if it spoke of a person."""
    return f"„{title}“ sieht nach einer Person aus: {found}. Menschen gehören nicht in den Bericht."


def letters_missing(title: str) -> str:
    """Say that some letters cannot be set."""
    return f"„{title}“ enthält Zeichen, die im PDF als Fragezeichen erscheinen."


def unread(number: int, total: int) -> str:
    """Say that nobody has read some chapters."""
    verb = "ist" if number == 1 else "sind"
    some = "Einer" if number == 1 else sentence_case(number_word(number))
    return f"{some} von {total} Abschnitten {verb} noch nicht bestätigt. Dort gelten die Sätze aus den Zahlen."


def year_running(year: int) -> str:
    """Say that the year is not over."""
    return f"Das Jahr {year} läuft noch. Der Bericht sagt das und vergleicht nicht."


def unconfirmed(number: int) -> str:
    """Say that some activities are only announced."""
    what = count(number, "Aktivität", "Aktivitäten")
    verb = "ist" if number == 1 else "sind"
    return f"{sentence_case(what)} {verb} nur angekündigt. Bestätigte zählen mit, angekündigte nicht."


def texts_unreleased(number: int) -> str:
    """Say that some projects are counted and not told."""
    what = sentence_case(count(number, "Projekt", "Projekte", feminine=False))
    only = "wird nur gezählt" if number == 1 else "werden nur gezählt"
    return f"{what} {'hat' if number == 1 else 'haben'} keinen freigegebenen Text und {only}."


def measures_open(number: int) -> str:
    """Say that some measures are not finished."""
    what = count(number, "Maßnahme", "Maßnahmen")
    return f"{sentence_case(what)} {'ist' if number == 1 else 'sind'} noch nicht abgeschlossen."


def withheld(number: int) -> str:
    """Say that some cells are withheld, and that this is right."""
    what = count(number, "Wert", "Werte", feminine=False)
    verb = "ist" if number == 1 else "sind"
    return f"{sentence_case(what)} {verb} geschützt, weil zu wenige Menschen dahinterstehen. Das soll so sein."
