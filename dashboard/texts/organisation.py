"""Wording of the card of one organisation."""

import textwrap
from collections.abc import Sequence
from datetime import date
from typing import Final

from bkcore.reports.organisation_facts import (
    OrganisationActivity,
    OrganisationCard,
    OrganisationYear,
    Partner,
)
from bkcore.vocabulary import ActivityStatus
from bkcore.wording.labels import label
from bkcore.wording.numbers import (
    count,
    date_de,
    join_words,
    number_word,
    sentence_case,
    whole,
)

TITLE: Final = "Wer ist das, und seit wann dabei?"
ABOUT: Final = (
    "Wählen Sie eine Organisation. Sie sehen, seit wann sie im Bestand steht, woran sie mitgewirkt hat und mit wem. "
    "Eine Bewertung ist das nicht."
)
CHOOSE: Final = "Organisation"
CHOOSE_HINT: Final = "Organisation wählen"
ALL: Final = "Alle Organisationen im Bestand"
PERIOD: Final = "Zeitraum"
EVERY_YEAR: Final = "alle Jahre"
EMPTY_TITLE: Final = "Noch ist keine Organisation erfasst."
EMPTY: Final = "Sobald Organisationen eingetragen sind, hat hier jede ihre Karte."
PARTS: Final = {"held": "stattgefunden", "announced": "nur angekündigt"}
YEARS_SUBTITLE: Final = "Aktivitäten mit ihr je Kalenderjahr. Kern: bei mindestens der Hälfte aller dabei."
YEARS_MEANING: Final = (
    "Ein Balken zählt die Aktivitäten, von denen bekannt ist, dass die Organisation dabei war. Was kein Jahr hat, "
    "steht nur in der Liste darunter. Ein ruhiges Jahr ist eine Pause, kein Austritt.\n\n„Kern“ heißt: Sie war bei "
    "mindestens der Hälfte der Aktivitäten des Jahres dabei, zu denen Beteiligte bekannt sind. Das ist eine einfache "
    "Zählregel und sagt nichts über den Wert der Mitarbeit."
)
COLUMNS_YEARS: Final = ("Jahr", "stattgefunden", "nur angekündigt", "Anteil an allen in %", "Kern")
ACTIVITIES: Final = "Woran sie mitgewirkt hat"
ACTIVITIES_LABEL: Final = "Alle ihre Aktivitäten mit Rolle, Beleg und Quelle"
COLUMNS_ACTIVITIES: Final = ("Aktivität", "Wann", "Rolle", "Stand", "Projekt", "Beleg", "Quelle")
PARTNERS: Final = "Mit wem"
PARTNERS_MEANING: Final = (
    "Gezählt wird, bei wie vielen Aktivitäten beide dabei waren. Große Veranstaltungen verbinden viele: Gemeinsam da "
    "gewesen zu sein heißt noch nicht, zusammengearbeitet zu haben. Die Dicke der Linie folgt der Zahl."
)
COLUMNS_PARTNERS: Final = ("Organisation", "Sektor", "gemeinsame Aktivitäten", "zuletzt zusammen")
TO_CARDS: Final = "Zu den Karten der Partner"
PROJECTS: Final = "Projekte"
ONWARD: Final = "Von hier aus weiter"
NO_RATING: Final = "Diese Karte ist keine Bewertung. Sie zeigt, was öffentlich belegt oder eingetragen ist."
WHAT_IF: Final = "Was wäre, wenn sie fehlte?"
TO_NETWORK: Final = "Zum Netzwerk"


_EVERY: Final = "alle"
_LONGEST: Final = 30


def all_note(number: int) -> str:
    """Say how many organisations are on record; some names stand for several."""
    found = sentence_case(count(number, "Organisation", "Organisationen"))
    return f"{found}, nach dem Namen. Einige Namen sind Sammelbezeichnungen der Quellen."


def period(value: str) -> str:
    """Name a period that stands in the address."""
    return EVERY_YEAR if value == _EVERY else value


def years_finding(card: OrganisationCard) -> str:
    """Say in which year the organisation was at the most activities."""
    most = max(one.held for one in card.years)
    if not most:
        return "Bisher ist sie nur angekündigt."
    best = [str(one.year) for one in card.years if one.held == most]
    undated = sum(one.status is ActivityStatus.HELD and one.day is None for one in card.activities)
    more = f" Dazu {_are(undated)} ohne Jahr." if undated else ""
    often = count(most, "Aktivität", "Aktivitäten")
    if len(best) > 3:  # noqa: PLR2004 - more names than a sentence carries
        return f"Höchstens {often} im Jahr.{more}"
    return f"Am häufigsten dabei war sie {join_words(best)}: {often}{' je Jahr' if len(best) > 1 else ''}.{more}"


def years_description(card: OrganisationCard) -> str:
    """Describe the bars to those who do not see them."""
    return f"Balken je Jahr von {card.years[0].year} bis {card.years[-1].year}. {years_finding(card)}"


def beside(one: OrganisationYear) -> str:
    """Return what stands beside the bar of a year."""
    if not one.held and not one.announced:
        return "nichts bekannt"
    return "Kern" if one.core else ""


def year_row(one: OrganisationYear) -> tuple[object, ...]:
    """Return one row of the table, in the order of ``COLUMNS_YEARS``."""
    core = "" if one.core is None else "ja" if one.core else "nein"
    return (str(one.year), one.held, one.announced, None if one.share is None else round(one.share * 100), core)


def activities_note(card: OrganisationCard, *, period: str, shown: int) -> str:
    """Say how many activities the list rests on."""
    number = len(card.activities)
    if not number:
        where = "Bisher" if period == EVERY_YEAR else f"Für {period}"
        return f"{where} ist keine Aktivität bekannt."
    listed = f", hier die neuesten {number_word(shown)}" if number > shown else ""
    found = f"{sentence_case(count(number, 'Aktivität', 'Aktivitäten'))} ({period}){listed}."
    return f"{found} Quelle und Beleg jeder Zeile stehen in der Tabelle."


def event(one: OrganisationActivity) -> tuple[str, str, str]:
    """Return when, title and note of one activity."""
    parts = [join_words([label(role) for role in one.roles])]
    parts += [label(one.status)] if one.status is not ActivityStatus.HELD else []
    parts += [one.project_title] if one.project_title else []
    parts += [label(one.certainty)] if one.certainty else []
    return date_de(one.day, precision=one.precision), one.title, " · ".join(parts)


def activity_row(one: OrganisationActivity) -> tuple[str, ...]:
    """Return one row of the table, in the order of ``COLUMNS_ACTIVITIES``."""
    return (
        one.title,
        date_de(one.day, precision=one.precision),
        join_words([label(role) for role in one.roles]),
        label(one.status),
        one.project_title,
        label(one.certainty) if one.certainty else "",
        one.source,
    )


def partners_finding(card: OrganisationCard, *, period: str) -> str:
    """Say with whom the organisation was together most often."""
    first = card.partners[0]
    alike = [one.name for one in card.partners if one.shared == first.shared]
    when = "" if period == EVERY_YEAR else f"{period}: "
    if len(alike) > 2:  # noqa: PLR2004 - more names than a sentence carries
        return f"{when}{sentence_case(number_word(len(alike)))} Partner waren gleich oft dabei: {times(first.shared)}."
    return f"{when}Am häufigsten zusammen mit {join_words(alike)}: {times(first.shared)}."


def partners_subtitle(period: str, *, shown: int, of: int) -> str:
    """Say what the picture counts and how many are left to the table."""
    every = count(of, "Partner", "Partner", feminine=False)
    of_all = f"die {number_word(shown)} häufigsten von {number_word(of)} Partnern" if shown < of else every
    return f"Zahl der gemeinsamen Aktivitäten, {period}, {of_all}."


def partners_description(card: OrganisationCard, shown: Sequence[Partner]) -> str:
    """Describe the picture to those who do not see it."""
    named = join_words([f"{one.name} ({times(one.shared)})" for one in shown[:3]])
    return f"Linien von {card.name} zu ihren Partnern, die häufigsten: {named}. Alle stehen in der Tabelle."


def no_partners(period: str) -> str:
    """Say that nobody else is known to have been there."""
    where = "Es" if period == EVERY_YEAR else f"Für {period}"
    return f"{where} ist niemand bekannt, mit dem sie zusammen dabei war."


def partner_label(one: Partner) -> str:
    """Return what stands beside a partner in the picture."""
    return f"<b>{whole(one.shared)}</b>  {shortened(one.name)}"


def partner_hover(one: Partner) -> str:
    """Describe one partner in full."""
    last = f"<br>zuletzt {day(one.last)}" if one.last else ""
    return f"<b>{one.name}</b><br>{times(one.shared)} zusammen{last}"


def shortened(name: str) -> str:
    """Return a name that fits beside its point on a phone."""
    lines = textwrap.wrap(name.split(" (", maxsplit=1)[0], _LONGEST)
    return "<br>".join(lines[:2]) + (" …" if len(lines) > 2 else "")  # noqa: PLR2004 - room for two lines


def times(number: int) -> str:
    """Write how often."""
    return f"{whole(number)}-mal"


def day(found: date | None) -> str:
    """Write month and year of a first day; the day itself may be a stand-in for an unknown one."""
    return "" if found is None else f"{found:%m.%Y}"


def more_partners(number: int) -> str:
    """Say how many partners are left to the table."""
    return f"{sentence_case(number_word(number))} weitere stehen in der Tabelle." if number > 1 else ""


def projects_note(card: OrganisationCard) -> str:
    """Say how many projects there are."""
    if not card.projects:
        return "Es ist kein Projekt bekannt, das sie trägt oder an dem sie mitgewirkt hat."
    number = count(len(card.projects), "Projekt", "Projekte", feminine=False)
    return f"{sentence_case(number)}, getragen oder mitgestaltet."


def projects(card: OrganisationCard) -> tuple[tuple[str, str], ...]:
    """Return title and part of every project."""
    return tuple((one.title, _part(leads=one.leads, activities=one.activities)) for one in card.projects)


def _part(*, leads: bool, activities: int) -> str:
    found = (
        f"bei {count(activities, 'Aktivität', 'Aktivitäten').replace('eine ', 'einer ')} dabei" if activities else ""
    )
    return ", ".join(part for part in ("trägt das Projekt" if leads else "", found) if part) or "nur angekündigt"


def _are(number: int) -> str:
    verb = "kommt" if number == 1 else "kommen"
    return f"{verb} {count(number, 'Aktivität', 'Aktivitäten')}"
