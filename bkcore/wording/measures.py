"""Sentences about all measures, for page, meeting and minutes."""

from collections.abc import Mapping
from datetime import date

from bkcore.vocabulary import MeasureState
from bkcore.wording.labels import label
from bkcore.wording.numbers import count, date_de, join_words, number_word, sentence_case


def finding(*, total: int, left: int, late: int, next_due: date | None) -> str:
    """Say what is overdue, else what is due next.

    Args:
        total: All measures, at least one.
        left: Those with something left to do.
        late: Those of them whose day has passed.
        next_due: The next day, ``None`` when nothing is left.

    Examples:
        >>> finding(total=5, left=3, late=1, next_due=date(2026, 12, 1))
        'Eine von drei offenen Maßnahmen ist überfällig.'
    """
    if not left:
        if total == 1:
            return "Die eine Maßnahme ist abgeschlossen."
        return f"Alle {number_word(total)} Maßnahmen sind abgeschlossen."
    if not late:
        return f"Keine Maßnahme ist überfällig. Die nächste ist am {date_de(next_due)} fällig."
    if left == 1:
        return "Die eine offene Maßnahme ist überfällig."
    if late == left:
        return f"Alle {number_word(late)} offenen Maßnahmen sind überfällig."
    some = "Eine" if late == 1 else sentence_case(number_word(late))
    return f"{some} von {number_word(left)} offenen Maßnahmen {'ist' if late == 1 else 'sind'} überfällig."


def standing(numbers: Mapping[MeasureState, int]) -> str:
    """Say how many measures stand where.

    Examples:
        >>> standing({MeasureState.OPEN: 2, MeasureState.DONE: 1})
        'Drei Maßnahmen: zwei offen und eine erledigt.'
    """
    parts = [
        f"{'eine' if number == 1 else number_word(number)} {label(state)}"
        for state, number in numbers.items()
        if number
    ]
    return f"{sentence_case(count(sum(numbers.values()), 'Maßnahme', 'Maßnahmen'))}: {join_words(parts)}."
