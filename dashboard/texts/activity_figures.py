"""Wording of the figures of activities: timeline, months, years, people."""

from collections.abc import Sequence
from typing import Final

from bkcore.metrics.participation import ParticipationFigures
from bkcore.metrics.people import PeopleSum
from bkcore.reports.over_time import ActivityLine, YearOfActivity
from bkcore.wording import briefing as words
from bkcore.wording.numbers import MONTHS, count, join_words, number_word, sentence_case, whole

HELD: Final = "stattgefunden"
ANNOUNCED: Final = "nur angekündigt"
NO_MONTH: Final = "?"
NOTHING_KNOWN: Final = "nichts bekannt"
SHORT_MONTHS: Final = ("Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez")
TIMELINE_MEANING: Final = (
    "Jeder volle Kreis zählt Aktivitäten eines Monats, die stattgefunden haben; jeder leere Kreis solche, die nur "
    "angekündigt sind. Eine Aktivität liegt in dem Monat, in dem sie beginnt.\n\nIst nur das Jahr bekannt, steht sie "
    "rechts unter „?“. Ohne Datum steht sie in keinem Jahr, aber in der Liste. Eine Aktionswoche und ihre "
    "Termine zählen einzeln: Beide haben stattgefunden."
)
COLUMNS_MONTHS: Final = (
    "Monat", "stattgefunden", "nur angekündigt", "aktive Organisationen", "Teilnehmende", "bekannt für"
)  # fmt: skip

MONTHS_MEANING: Final = (
    "Alle Jahre zusammen, nur was stattgefunden hat und auf den Monat bekannt ist. Der Durchschnitt in der Tabelle "
    "teilt durch alle Jahre vom ersten bis zum letzten mit einer Aktivität, auch durch die, aus denen nichts bekannt "
    "ist. Aus wenigen Jahren wird keine Regel."
)
COLUMNS_SEASONS: Final = ("Monat", "Aktivitäten", "im Durchschnitt je Jahr", "Anteil")

OTHERS: Final = "andere Organisationen"
OFFICES: Final = "Dienststellen der Stadt"
YEARS_SUBTITLE: Final = "Organisationen, die mindestens einmal dabei waren. Rechts: Aktivitäten + nur angekündigte."
YEARS_MEANING: Final = (
    "Eine Organisation ist in einem Jahr aktiv, wenn sie an mindestens einer Aktivität beteiligt war, die "
    "stattgefunden hat. Die Dienststellen der Stadt stehen für sich, weil sie oft einladen und deshalb oft dabei sind. "
    "Mehr Aktivitäten können auch heißen, dass besser aufgeschrieben wurde."
)
BESIDE: Final = ("Aktivitäten", "+ angekündigt")
COLUMNS_YEARS: Final = (
    "Jahr", "stattgefunden", "nur angekündigt", "aktive Organisationen", "davon Dienststellen der Stadt",
    "Aktivitäten mit Beteiligten", "davon nur Dienststellen",
)  # fmt: skip

KNOWN: Final = "Zahl der Teilnehmenden bekannt"
UNKNOWN: Final = "nicht bekannt"
PEOPLE_SUBTITLE: Final = "Aktivitäten, die stattgefunden haben, nach Jahr. Rechts: Teilnehmende, soweit bekannt."
PEOPLE_MEANING: Final = (
    "Addiert werden nur aufgeschriebene Zahlen. Für die übrigen Aktivitäten ist unbekannt, wie viele Menschen kamen; "
    "sie zählen nicht als null. Manche Zahlen sind gerundet oder Mindestangaben („über 200“). Wer zweimal kam, zählt "
    "zweimal.\n\nHat eine Aktionswoche eigene Termine und nennt einer davon eine Zahl, zählen nur die Termine. So "
    "werden dieselben Menschen nicht doppelt gezählt; die Woche fällt dann auch aus „von …“ heraus."
)
PEOPLE_BESIDE: Final = "Teilnehmende"
COLUMNS_PEOPLE: Final = (
    "Jahr", "Teilnehmende", "bekannt für", "von", "erstmals dabei", "bekannt für (erstmals)", "Ehrenamtliche",
    "bekannt für (Ehrenamtliche)",
)  # fmt: skip
PEOPLE: Final = (
    ("attendance", "Teilnehmende"), ("first_timers", "zum ersten Mal dabei"), ("volunteers", "Ehrenamtliche")
)  # fmt: skip


def timeline_finding(years: Sequence[YearOfActivity]) -> str:
    """Say from how many of the years something is confirmed, and from which nothing is known."""
    with_held = [entry.year for entry in years if entry.counts.activities]
    silent = [str(entry.year) for entry in years if not entry.counts.activities and not entry.counts.announced]
    if not with_held:
        return "Noch ist keine Aktivität bestätigt."
    if len(years) == 1:
        return f"Bekannt ist bisher nur das Jahr {with_held[0]}."
    first = f"Aus {number_word(len(with_held))} von {number_word(len(years))} Jahren sind Aktivitäten bestätigt"
    if len(with_held) == len(years):
        first = f"Aus jedem Jahr von {years[0].year} bis {years[-1].year} sind Aktivitäten bestätigt"
    return f"{first}; aus {join_words(silent)} ist nichts bekannt." if silent else f"{first}."


def timeline_subtitle(lines: Sequence[ActivityLine]) -> str:
    """Say what is measured, and how much of it lies in no month."""
    no_month = sum(line.month is None and line.year is not None for line in lines)
    no_year = sum(line.year is None for line in lines)
    rest = [f"{whole(no_month)} nur auf das Jahr bekannt"] if no_month else []
    rest += [f"{whole(no_year)} ohne Datum in keinem Jahr"] if no_year else []
    tail = f" Davon {', '.join(rest)}." if rest else ""
    return f"Aktivitäten je Monat ihres Beginns, n = {whole(len(lines))}.{tail}"


def months_finding(counts: Sequence[int]) -> str:
    """Say in which month most took place, when one or two stand out.

    Args:
        counts: Activities of the twelve months.
    """
    total, most = sum(counts), max(counts)
    top = [MONTHS[place] for place, number in enumerate(counts) if number == most]
    if most > 1 and len(top) == 1:
        return f"Am meisten findet im {top[0]} statt: {number_word(most)} von {number_word(total)} Aktivitäten."
    if most > 1 and len(top) == 2:  # noqa: PLR2004 - two stand out together
        each = f"je {number_word(most)} von {number_word(total)} Aktivitäten"
        return f"Am meisten findet im {top[0]} und im {top[1]} statt: {each}."
    months = sum(number > 0 for number in counts)
    where = "liegen in einem Monat" if months == 1 else f"verteilen sich auf {number_word(months)} Monate"
    return "Eine Aktivität ist auf den Monat bekannt." if total == 1 else (
        f"{sentence_case(number_word(total))} Aktivitäten {where}."
    )  # fmt: skip


def months_subtitle(counts: Sequence[int], *, held: int) -> str:
    """Say what is measured, and for how many it is known."""
    quiet = [MONTHS[place] for place, number in enumerate(counts) if not number]
    tail = f" Ohne bestätigte Aktivität: {join_words(quiet)}." if quiet and any(counts) else ""
    known = f"{whole(sum(counts))} von {whole(held)}"
    return f"Aktivitäten aller Jahre, die stattgefunden haben; der Monat ist bekannt für {known}.{tail}"


def years_finding(years: Sequence[YearOfActivity], *, now: int) -> str:
    """Say how many organisations were active in the latest year that is over, and how many of them are offices."""
    known = [entry for entry in years if entry.counts.organisations]
    over = [entry for entry in known if entry.year != now] or known
    latest = over[-1]
    number, offices = latest.counts.organisations, latest.offices
    who = f"{latest.year} {'war' if number == 1 else 'waren'} {count(number, *words.ORGANISATIONS)} aktiv"
    if not offices:
        return f"{who}, keine davon eine Dienststelle der Stadt."
    own = "eine Dienststelle" if offices == 1 else f"{number_word(offices)} Dienststellen"
    return f"{who}, davon {own} der Stadt."


def offices_note(years: Sequence[YearOfActivity]) -> str:
    """Say in how many activities only the town's own offices took part."""
    with_partners = sum(entry.with_partners for entry in years)
    alone = sum(entry.offices_only for entry in years)
    if not with_partners:
        return ""
    if not alone:
        return (
            f"An jeder der {number_word(with_partners)} Aktivitäten mit bekannten Beteiligten und bekanntem Jahr war "
            "jemand außerhalb der Stadtverwaltung beteiligt."
        )
    return (
        f"An {number_word(alone)} von {number_word(with_partners)} Aktivitäten mit bekannten Beteiligten und bekanntem "
        "Jahr waren nur Dienststellen der Stadt beteiligt."
    )


def people_finding(found: PeopleSum) -> str:
    """Say for how many activities it is known how many people came."""
    if not found.known:
        return f"Für keine von {number_word(found.of)} Aktivitäten ist bekannt, wie viele Menschen kamen."
    verb = "kamen" if found.sum != 1 else "kam"
    known = "eine" if found.known == 1 else number_word(found.known)
    return (
        f"Für {known} von {number_word(found.of)} Aktivitäten ist bekannt, wie viele Menschen kamen: "
        f"zusammen {verb} {whole(found.sum)}."
    )


def left_out(*, held: int, found: PeopleSum) -> str:
    """Say that themed weeks are left out where their events state a number; empty when none is."""
    weeks = held - found.of
    if not weeks:
        return ""
    who = "Eine Aktivität zählt" if weeks == 1 else f"{sentence_case(number_word(weeks))} Aktivitäten zählen"
    return f"{who} hier nicht mit, weil eigene Termine darin schon Zahlen nennen. So zählt niemand doppelt."


def people_known(found: PeopleSum) -> str:
    """Say for how many activities a sum is known."""
    return f"bekannt für {whole(found.known)} von {whole(found.of)}"


def timeline_description(finding: str, figures: ParticipationFigures) -> str:
    """Describe the timeline to those who do not see it."""
    return (
        f"Kreise nach Jahr und Monat. {finding} Stattgefunden: {whole(figures.counts.activities)}, nur angekündigt: "
        f"{whole(figures.counts.announced)}. Alle Monate stehen in der Tabelle."
    )


def months_description(finding: str) -> str:
    """Describe the bars of the months to those who do not see them."""
    return f"Zwölf Säulen, eine je Monat. {finding}"


def years_description(finding: str, years: Sequence[YearOfActivity]) -> str:
    """Describe the bars of the active organisations to those who do not see them."""
    return f"Ein Balken je Jahr. {finding} {offices_note(years)}".strip()


def people_description(finding: str) -> str:
    """Describe the bars of what is known to those who do not see them."""
    return f"Ein Balken je Jahr, geteilt nach bekannt und nicht bekannt. {finding}"


def month_name(month: str) -> str:
    """Write ``2024-03`` in German."""
    return f"{MONTHS[int(month[5:]) - 1]} {month[:4]}"
