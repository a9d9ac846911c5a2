"""What the record knows of one organisation, in words."""

from datetime import date
from typing import Final

from bkcore.reports.organisation_facts import Continuity, OrganisationCard
from bkcore.wording.labels import label
from bkcore.wording.numbers import count, number_word, partial_date_de, percent, whole

NO_YEAR: Final = "Keine Aktivität mit ihr, die stattgefunden hat, hat ein Jahr."
_NOT_KNOWN: Final = "nicht bekannt"
_PLACES: Final = {"Ruenthe": "Rünthe", "ueberoertlich": "überörtlich"}
_CONSENT: Final = {
    True: "ja, sie hat zugestimmt",
    False: "nein",
    None: "nicht gefragt; nach außen erscheint nur der Sektor",
}


def head(card: OrganisationCard) -> tuple[str, str]:
    """Return the finding about an organisation and what it is."""
    short, bracket, _ = card.name.partition(" (")
    what = f"{f'{card.name}. ' if bracket else ''}{label(card.kind)}, {label(card.sector)}."
    found = card.continuity
    if found is None:
        return f"{short}: noch in keinem Jahr dabei", f"{what} {NO_YEAR}"
    years = f"in {_of(found.years, found.possible)}" if found.possible > 1 else f"im Jahr {found.first}"
    return f"{short}: {years} dabei", what


def facts(card: OrganisationCard, *, today: date) -> tuple[tuple[str, ...], ...]:
    """Return name, value and, for the source, its address of what the record knows, in reading order."""
    found: list[tuple[str, ...]] = [
        (
            "Stadtteil oder Sitz",
            _PLACES.get(card.district, card.district) or _NOT_KNOWN,
        ),
        ("Im Bestand seit", str(card.continuity.first) if card.continuity else _NOT_KNOWN),
    ]
    if card.member_since:
        found.append(("Mitglied seit", partial_date_de(card.member_since)))
    if card.left_on:
        found.append(("Ausgeschieden", partial_date_de(card.left_on)))
    if card.continuity:
        found.append(("Beständigkeit", _steadiness(card, card.continuity, today=today)))
        found.append(("Kern oder Umfeld", _core(card)))
    found.append(("Nennung nach außen", _CONSENT[card.may_be_named]))
    found.append(("Beleg", label(card.certainty) if card.certainty else _NOT_KNOWN))
    link = card.source if card.source.startswith(("https://", "http://")) else ""
    found.append(("Quelle", card.source or _NOT_KNOWN, link))
    if card.note:
        found.append(("Anmerkung", card.note))
    return tuple(found)


def _steadiness(card: OrganisationCard, found: Continuity, *, today: date) -> str:
    first = f"Seit {found.first} in {_of(found.years, found.possible)} aktiv."
    sentences = [first if found.possible > 1 else f"{found.first} zum ersten Mal aktiv."]
    if found.returns:
        often = {1: "einmal", 2: "zweimal", 3: "dreimal"}.get(found.returns, f"{whole(found.returns)}-mal")
        pause = count(found.longest_pause, "Jahr", "Jahre", feminine=False)
        sentences.append(f"Sie kam {often} zurück; die längste Pause dauerte {pause}.")
    return " ".join([*sentences, *_latest(card, found, today=today)])


def _latest(card: OrganisationCard, found: Continuity, *, today: date) -> tuple[str, ...]:
    """Say whether it was there in the latest year of the record; a pause is no exit."""
    until = card.years[-1].year
    if card.left_on:
        return ()
    if found.last == until:
        return (f"{until} war sie dabei.",)
    if until == today.year and found.last == until - 1:
        return (f"Zuletzt {found.last}; das Jahr {until} läuft noch.",)
    return (f"Zuletzt {found.last}; seitdem ruht ihre Mitarbeit im Bestand. Ein Austritt ist das nicht.",)


def _core(card: OrganisationCard) -> str:
    active = [one for one in card.years if one.core is not None]
    last = active[-1]
    often = sum(bool(one.core) for one in active)
    ever = f" Im Kern war sie in {_of(often, len(active))} mit Aktivität." if often and len(active) > 1 else ""
    where = f"{last.year} im {'Kern' if last.core else 'Umfeld'}"
    return f"{where}: bei {percent(last.share)} der Aktivitäten dabei, zu denen Beteiligte bekannt sind.{ever}"


def _of(years: int, possible: int) -> str:
    if years == possible:
        return f"allen {number_word(possible)} Jahren"
    return f"{'einem' if years == 1 else number_word(years)} von {number_word(possible)} Jahren"
