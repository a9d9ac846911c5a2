"""Wording of the matrix of sectors: who meets whom, and who stays apart."""

from itertools import combinations
from typing import Final

import pandas as pd

from bkcore.vocabulary import Sector
from bkcore.wording import briefing as words
from bkcore.wording.labels import label
from bkcore.wording.numbers import count, join_words, number_word, sentence_case, whole

SECTOR: Final = "Bereich"
MEANING: Final = (
    "Die Zahl sagt, bei wie vielen Aktivitäten des Jahres Organisationen beider Bereiche dabei waren. Wo ein Bereich "
    "sich selbst begegnet, steht, wie oft mindestens zwei seiner Organisationen zusammen dabei waren. Eine Aktivität "
    "mit allen drei Bereichen zählt in jedem Feld mit; die Zahlen lassen sich deshalb nicht zusammenzählen.\n\nGezählt "
    "werden Aktivitäten, nicht Paare von Organisationen. So überdeckt ein einzelnes großes Treffen nicht alles andere."
)
_WITH_ARTICLE: Final = {
    Sector.PUBLIC: "der öffentlichen Hand",
    Sector.CIVIL: "der Zivilgesellschaft",
    Sector.PRIVATE: "der Wirtschaft",
}


def cell(value: int) -> str:
    """Write one number of the matrix."""
    return whole(value)


def finding(year: int, met: pd.DataFrame, *, activities: int, active: frozenset[Sector]) -> str:
    """Say which sectors met most often and who took no part.

    Args:
        year: The year.
        met: Shared activities, shape (3, 3), by the values of ``Sector``.
        activities: Activities of the year with known organisations.
        active: Sectors of which anybody took part.
    """
    counts = met.to_dict()
    pairs = {(one, other): int(counts[one.value][other.value]) for one, other in combinations(Sector, 2)}
    most = max(pairs.values())
    absent = [_WITH_ARTICLE[sector] for sector in Sector if sector not in active]
    nobody = f" Aus {join_words(absent)} war niemand dabei." if absent else ""
    if not most:
        return f"{year} kamen Organisationen verschiedener Bereiche bei keiner Aktivität zusammen.{nobody}"
    who = join_words([f"{label(one)} mit {label(other)}" for (one, other), often in pairs.items() if often == most])
    return f"{year} kamen am häufigsten zusammen: {who}, {_at(most, activities)}.{nobody}"


def subtitle(year: int, activities: int) -> str:
    """Say what the matrix shows and on how many it rests."""
    return (
        "Zahl der Aktivitäten, bei denen beide Bereiche dabei waren. "
        f"{sentence_case(count(activities, *words.ACTIVITIES))} mit bekannten Beteiligten, {year}."
    )


def description(sentence: str) -> str:
    """Describe the matrix to those who do not see it."""
    return f"Matrix der drei Bereiche mit ihren gemeinsamen Aktivitäten. {sentence} Alle Zahlen stehen in der Tabelle."


def _at(most: int, activities: int) -> str:
    """Say at how many of the activities."""
    if activities == 1:
        return "bei der einzigen Aktivität"
    if most == activities == 2:  # noqa: PLR2004 - German has a word for two
        return "bei beiden Aktivitäten"
    if most == activities:
        return f"bei allen {number_word(activities)} Aktivitäten"
    return f"bei {'einer' if most == 1 else number_word(most)} von {number_word(activities)} Aktivitäten"
