"""German wording of what the council reads about measures, funding, lessons and the time ahead."""

from collections.abc import Sequence
from typing import Final

from bkcore.wording.numbers import count, join_words, number_word, sentence_case

COMPARISON: Final = "Gelingensfaktoren: Veränderung und Sichten"
MEASURES: Final = "Maßnahmen und was daraus wird"
FUNDING: Final = "Förderung und was wann endet"
LESSONS: Final = "Was wir gelernt haben"
OUTLOOK: Final = "Ausblick"
NOT_TOLD: Final = (
    "Hier stehen nur Anzahlen. Titel und Texte von Maßnahmen und Beschlüssen sind Arbeitsunterlagen der "
    "Steuerungsgruppe und werden nicht veröffentlicht."
)
CAPTION_STATES: Final = "Maßnahmen nach ihrem Stand"
COLUMNS_STATES: Final = ("Stand", "Maßnahmen")
CAPTION_FACTORS: Final = "Maßnahmen je Gelingensfaktor"
COLUMNS_FACTORS: Final = ("Gelingensfaktor", "vereinbart", "davon erledigt")
NO_FACTOR: Final = "ohne Gelingensfaktor"
CAPTION_YEARS: Final = "Von der Sitzung zum Ergebnis"
COLUMNS_YEARS: Final = ("Jahr", "Sitzungen", "Themen", "Beschlüsse", "Maßnahmen vereinbart", "Maßnahmen erledigt")
OVERDUE: Final = "Termin verstrichen"
CAPTION_FUNDING: Final = "Eingetragene Förderungen und Enden"
COLUMNS_FUNDING: Final = ("Projekt", "Förderung", "Ende")
CAPTION_ENDS: Final = "Eingetragene Enden von Projekten"
COLUMNS_ENDS: Final = ("Jahr", "Projekte")
FUNDED: Final = "Projekte mit eingetragener Förderung"
NO_END: Final = "kein Ende eingetragen"


def measures(*, done: int, left: int, dropped: int, overdue: int) -> tuple[str, ...]:
    """Say how many measures were agreed and what became of them."""
    total = done + left + dropped
    if not total:
        return ("Noch ist keine Maßnahme erfasst.",)
    known = ((done, "erledigt"), (left, "noch nicht abgeschlossen"), (dropped, "verworfen"))
    parts = [f"{_some(number)} {words}" for number, words in known if number]
    first = next(number for number, _ in known if number)
    said = [
        f"Bisher {'wurde' if total == 1 else 'wurden'} {count(total, 'Maßnahme', 'Maßnahmen')} vereinbart.",
        f"Davon {_are(first)} {join_words(parts)}.",
    ]
    if overdue:
        some = "einer" if overdue == 1 else number_word(overdue)
        said.append(f"Bei {some} ist der vereinbarte Termin verstrichen.")
    return tuple(said)


def meetings(*, held: int, topics: int, decisions: int) -> str:
    """Say how often the steering group met, and what came of it."""
    if not held:
        return "Eine abgeschlossene Sitzung der Steuerungsgruppe ist noch nicht erfasst."
    first = f"Erfasst {_are(held)} {count(held, 'Sitzung', 'Sitzungen')} der Steuerungsgruppe"
    about = count(topics, "Thema", "Themen", feminine=False)
    taken = count(decisions, "Beschluss", "Beschlüsse", feminine=False)
    return f"{first}. Dabei ging es um {about}; {taken} {_are(decisions)} festgehalten."


def funding(*, projects: int, funded: int) -> str:
    """Say for how many projects a funding is recorded."""
    if projects == 0:
        return "Noch ist kein Projekt des Netzwerks erfasst."
    if funded == 0:
        return "Für kein Projekt ist eine Förderung eingetragen."
    base = "das eine Projekt" if projects == 1 else f"{_some_of(funded)} von {number_word(projects)} Projekten"
    return f"Für {base} ist eine Förderung eingetragen."


def ends(year: int, number: int) -> str:
    """Say how many projects have their recorded end in a year."""
    verb, own = ("hat", "sein") if number == 1 else ("haben", "ihr")
    projects = sentence_case(count(number, "Projekt", "Projekte", feminine=False))
    return f"{projects} {verb} {own} eingetragenes Ende im Jahr {year}."


def told_only(untold: int) -> str:
    """Say of how many funded projects the source is not shown, because their text is not released."""
    if not untold:
        return ""
    some = "einem geförderten Projekt" if untold == 1 else f"{number_word(untold)} geförderten Projekten"
    return f"Bei {some} steht die Förderung nicht hier, weil ihr Text nicht freigegeben ist."


def measures_ahead(number: int) -> str:
    """Say how many measures are still to be done."""
    return f"{sentence_case(count(number, 'Maßnahme', 'Maßnahmen'))} {_are(number)} noch nicht abgeschlossen."


def joined(sentences: Sequence[str]) -> str:
    """Join sentences to one paragraph; empty ones are left out."""
    return " ".join(sentence for sentence in sentences if sentence)


def _are(number: int) -> str:
    return "ist" if number == 1 else "sind"


def _some(number: int) -> str:
    return "eine" if number == 1 else number_word(number)


def _some_of(number: int) -> str:
    return "eines" if number == 1 else number_word(number)
