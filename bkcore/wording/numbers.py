"""German numbers and dates: the one place of rounding for everything a person reads."""

from datetime import date

from bkcore.vocabulary import Precision

UNDEFINED = "–"
"""A figure that is not defined; never 0."""

WITHHELD = "·"
"""A figure that is withheld because it would show too few people."""

_WORDS = ("null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
"""Names of the months, January first."""


def decimal(value: float | None, *, digits: int = 1) -> str:
    """Write a number with a comma and points between thousands; ``None`` is a dash.

    Examples:
        >>> decimal(1234.56), decimal(None)
        ('1.234,6', '–')
    """
    if value is None:
        return UNDEFINED
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))


def step(value: float | None) -> str:
    """Write a step of a ladder, which has an order and no distances; ``None`` is a dash.

    Examples:
        >>> step(3.0), step(None)
        ('Stufe 3', '–')
    """
    return UNDEFINED if value is None else f"Stufe {value:.0f}"


def whole(value: float | None) -> str:
    """Write a whole number; ``None`` is a dash.

    Examples:
        >>> whole(1234)
        '1.234'
    """
    return decimal(value, digits=0)


def known(value: int) -> str:
    """Write a count of what is known; none known is a dash, because it is no zero.

    Examples:
        >>> known(3), known(0)
        ('3', '–')
    """
    return whole(value) if value else UNDEFINED


def percent(share: float | None, *, digits: int = 0) -> str:
    r"""Write a share of 0 to 1 as percent with a no-break space; ``None`` is a dash.

    Examples:
        >>> percent(0.423, digits=1)
        '42,3\xa0%'
    """
    return UNDEFINED if share is None else f"{decimal(share * 100, digits=digits)}\u00a0%"


def signed(value: float | None, *, digits: int = 0) -> str:
    """Write a difference with its sign; a true minus, and "±0" for none.

    Examples:
        >>> signed(3), signed(-2), signed(0)
        ('+3', '−2', '±0')
    """
    if value is None:
        return UNDEFINED
    text = decimal(abs(value), digits=digits)
    if not text.strip("0,"):
        return "±0"
    return ("+" if value > 0 else "−") + text


def number_word(value: int) -> str:
    """Write numbers up to twelve as a word, as a sentence does.

    Examples:
        >>> number_word(3), number_word(13)
        ('drei', '13')
    """
    return _WORDS[value] if 0 <= value < len(_WORDS) else whole(value)


def count(value: int, singular: str, plural: str, *, feminine: bool = True) -> str:
    """Write a number with its noun, the number as a word up to twelve.

    Examples:
        >>> count(3, "Organisation", "Organisationen"), count(1, "Projekt", "Projekte", feminine=False)
        ('drei Organisationen', 'ein Projekt')
        >>> count(0, "Aktivität", "Aktivitäten")
        'keine Aktivitäten'
    """
    if value == 1:
        return f"{'eine' if feminine else 'ein'} {singular}"
    return f"{'keine' if value == 0 else number_word(value)} {plural}"


def sentence_case(text: str) -> str:
    """Begin a sentence with a capital letter and leave the rest alone."""
    return text[:1].upper() + text[1:]


def date_de(day: date | None, *, precision: Precision = Precision.DAY) -> str:
    """Write a date in the precision that is known.

    Examples:
        >>> date_de(date(2024, 3, 5)), date_de(date(2024, 3, 1), precision=Precision.MONTH)
        ('5. März 2024', 'März 2024')
        >>> date_de(None, precision=Precision.UNKNOWN)
        'ohne Datum'
    """
    if day is None or precision is Precision.UNKNOWN:
        return "ohne Datum"
    if precision is Precision.YEAR:
        return str(day.year)
    month = f"{MONTHS[day.month - 1]} {day.year}"
    return month if precision is Precision.MONTH else f"{day.day}. {month}"


def partial_date_de(text: str | None) -> str:
    """Write a partial ISO date (``2019``, ``2019-02``, ``2019-02-21``) in German; an empty one is a dash."""
    if not text:
        return UNDEFINED
    precision = {4: Precision.YEAR, 7: Precision.MONTH}.get(len(text), Precision.DAY)
    return date_de(date.fromisoformat(text + "-01-01"[len(text) - 4 :]), precision=precision)


def join_words(words: list[str]) -> str:
    """Join words as a German list.

    Examples:
        >>> join_words(["Kita", "Schule", "Verein"])
        'Kita, Schule und Verein'
    """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} und {words[-1]}" if words else ""
