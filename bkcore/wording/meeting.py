"""German of what a meeting looks at; page, minutes and guests read the same sentences."""

from typing import Final

from bkcore.wording.numbers import count, join_words, number_word, sentence_case

FIRST_MEETING: Final = (
    "Das ist die erste Sitzung mit dem Dashboard, darum wird mit keiner früheren verglichen. Gezeigt wird das letzte "
    "halbe Jahr."
)
COMPARED: Final = (
    "Verglichen wird mit genau dem Stand, der in der letzten Sitzung festgehalten wurde; Nachgetragenes zählt mit."
)
ACTIVITIES: Final = "Aktivitäten"
NO_ACTIVITIES: Final = "Keine neue Aktivität ist als durchgeführt festgehalten."
NEW: Final = "Zum ersten Mal dabei"
NOBODY_NEW: Final = "Keine Organisation kam zum ersten Mal dazu."
RETURNED: Final = "Wieder dabei"
NOBODY_RETURNED: Final = "Keine Organisation kam nach einer Pause zurück."
DONE: Final = "Erledigte Maßnahmen"
NOTHING_DONE: Final = "Keine Maßnahme wurde erledigt."
MOVED: Final = "Zahlen, die sich bewegt haben"
MOVED_COLUMNS: Final = ("Zahl", "Letzte Sitzung", "Heute")
NO_MOVES: Final = "Keine der Zahlen, die beide Sitzungen kennen, hat sich geändert."
NO_ROUND: Final = "Noch ist keine Runde der Selbsteinschätzung abgeschlossen."
VIEWS_DIFFER: Final = "Wo die Sichten auseinandergehen"
VIEWS_AGREE: Final = "Bei keinem Faktor liegen die Sichten eine halbe Stufe oder mehr auseinander."
FALLS: Final = "Wo es nachlässt"
NOTHING_FALLS: Final = "Kein Faktor liegt um eine Viertelstufe oder mehr unter der Runde davor."
NO_CHANGE_KNOWN: Final = "Es gibt keine frühere Runde, mit der sich vergleichen lässt."
NOTHING_DECLARED: Final = "Noch ist nicht festgelegt, wer dazugehören soll."
NOTHING_RECORDED: Final = "Noch ist keine Aktivität festgehalten, an der sich zeigt, wer fehlt."
DECLARE: Final = "Auf der Seite „Wer fehlt?“ legt die Steuerungsgruppe fest, welche Perspektiven ihr wichtig sind."
NOTHING_MISSING: Final = "Keine Perspektive fehlt."
UNSURE: Final = "Unklar oder nicht festgehalten"
NOTHING_UNSURE: Final = "Zu jeder Perspektive gibt es Angaben."
NO_STEP: Final = "Noch kein nächster Schritt."
OVERDUE: Final = "überfällig"
NO_MEASURES: Final = "Noch ist keine Maßnahme vereinbart."
LATE: Final = "Überfällig"
NOTHING_LATE: Final = "Nichts ist überfällig."
BLOCKED: Final = "Blockiert"
NOTHING_BLOCKED: Final = "Nichts ist blockiert."
DUE_SOON: Final = "In den nächsten acht Wochen fällig"
NOTHING_SOON: Final = "In den nächsten acht Wochen ist nichts fällig."


def since(day: str, *, activities: int, new: int, returned: int, done: int) -> str:
    """Say in one sentence what is new since a day.

    Examples:
        >>> since("12. März 2026", activities=5, new=2, returned=0, done=1)
        'Seit dem 12. März 2026: fünf Aktivitäten, zwei neue Organisationen und eine erledigte Maßnahme.'
        >>> since("12. März 2026", activities=0, new=0, returned=0, done=0)
        'Seit dem 12. März 2026 ist nichts Neues festgehalten.'
    """
    parts = [
        count(activities, "Aktivität", "Aktivitäten") if activities else "",
        count(new, "neue Organisation", "neue Organisationen") if new else "",
        count(returned, "zurückgekehrte Organisation", "zurückgekehrte Organisationen") if returned else "",
        count(done, "erledigte Maßnahme", "erledigte Maßnahmen") if done else "",
    ]
    told = [part for part in parts if part]
    return f"Seit dem {day}: {join_words(told)}." if told else f"Seit dem {day} ist nichts Neues festgehalten."


def running_year(year: int, organisations: int, activities: int) -> str:
    """Say how the running year goes; no comparison, because it is not over.

    Examples:
        >>> running_year(2026, 14, 21)
        'Im laufenden Jahr 2026 bisher: 14 Organisationen bei 21 Aktivitäten.'
    """
    if not activities:
        return f"Im laufenden Jahr {year} ist noch keine Aktivität festgehalten."
    who = count(organisations, "Organisation", "Organisationen") if organisations else "keine Organisation bekannt"
    return f"Im laufenden Jahr {year} bisher: {who} bei {count(activities, 'Aktivität', 'Aktivitäten')}."


def figure_of(label: str, year: int) -> str:
    """Name a figure of a year."""
    return f"{label} {year}"


def factor_of(title: str, earlier: str, later: str) -> str:
    """Name a factor over two rounds."""
    return f"{title} ({earlier} → {later})"


def sure(change: str) -> str:
    """Say that a factor surely fell."""
    return f"{change} Stufen gegenüber der Runde davor, gesichert"


def unsure(change: str) -> str:
    """Say that a factor fell, perhaps by chance."""
    return f"{change} Stufen gegenüber der Runde davor; das kann Zufall sein"


def missing(year: int, number: int, *, of: int, unsure: int) -> str:
    """Say how many of the declared perspectives took no part.

    Examples:
        >>> missing(2025, 3, of=8, unsure=1)
        'Drei von acht Perspektiven fehlten 2025, eine ist unklar.'
        >>> missing(2025, 0, of=8, unsure=0)
        'Keine der acht Perspektiven fehlte 2025.'
    """
    rest = f", {'eine ist' if unsure == 1 else f'{number_word(unsure)} sind'} unklar" if unsure else ""
    if of == 1:
        return f"Die eine Perspektive {'fehlte' if number else 'fehlte nicht'} {year}{rest}."
    if not number:
        return f"Keine der {number_word(of)} Perspektiven fehlte {year}{rest}."
    some = "Eine" if number == 1 else sentence_case(number_word(number))
    return f"{some} von {number_word(of)} Perspektiven {'fehlte' if number == 1 else 'fehlten'} {year}{rest}."


def missing_in(year: int) -> str:
    """Head the list of a year."""
    return f"Fehlten {year}"


def next_step(step: str, who: str, day: str) -> str:
    """Say what is to be done about a missing perspective."""
    return f"Nächster Schritt: {step} ({who}, bis {day})"


def late_since(days: int) -> str:
    """Say since how many days a measure is overdue.

    Examples:
        >>> late_since(1), late_since(23)
        ('seit einem Tag', 'seit 23 Tagen')
    """
    return "seit einem Tag" if days == 1 else f"seit {number_word(days)} Tagen"


def until(day: str) -> str:
    """Say until when."""
    return f"bis {day}"


def finished(day: str) -> str:
    """Say when a measure was done."""
    return f"erledigt am {day}"
