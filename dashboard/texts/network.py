"""Wording of the network page, and the way from its figures to the claims the council reads too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bkcore.metrics.change import ChangedOrganisations
from bkcore.metrics.network import NetworkFigures
from bkcore.metrics.participation import YearOfParticipation
from bkcore.publication.document import Headline
from bkcore.publication.headline import headline
from bkcore.publication.inputs import YearInput
from bkcore.publication.key_figures import key_figures
from bkcore.wording import briefing as words
from bkcore.wording import findings
from bkcore.wording.numbers import count, number_word, sentence_case, whole

EMPTY_TITLE: Final = "Noch ist keine Aktivität erfasst, die stattgefunden hat."
EMPTY: Final = (
    "Hier erscheint, wer im Netzwerk mitwirkt, sobald die ersten Aktivitäten mit ihren Beteiligten eingetragen sind. "
    "Das Integrationsmanagement erfasst sie auf der Seite „Bestand“."
)
YEAR: Final = "Jahr"
RECORDS: Final = "Das kann auch daran liegen"
RUNNING: Final = "Das Jahr läuft noch. Verglichen wird mit dem Vorjahr, wenn es zu Ende ist."
SHARE: Final = "Anteil"
FIGURES_MEANING: Final = "Was bedeuten diese Zahlen?"
LISTS: Final = "Wer neu ist, wer wiederkam, wer fehlt"
LISTS_BASE_YEAR: Final = "In diesem Jahr beginnt die Zählung. Deshalb ist hier noch niemand neu."
LISTS_NOTE: Final = "Ein ruhiges Jahr ist kein Austritt. Die Namen sind nur hier im Haus zu sehen."
NOBODY: Final = "niemand"
MEMBERS: Final = "Alle Organisationen des Jahres"
MEMBERS_LABEL: Final = "Aktive Organisationen mit ihren Aktivitäten und Partnern"
BARS_MEANING: Final = (
    f"{words.MEANING_BARS} Rechts steht, wie viele Aktivitäten bestätigt sind und wie viele nur angekündigt."
)
PARTS: Final = {
    "continuing": "auch im Vorjahr dabei",
    "returned": "wieder dabei",
    "new": "neu",
    "base": "Basisjahr",
}
BESIDE: Final = ("Aktivitäten", "+ angekündigt")
NO_ACTIVITY: Final = "nichts bekannt"
COLUMNS_YEARS: Final = (
    "Jahr", "aktiv", "neu", "wieder dabei", "auch im Vorjahr dabei", "Aktivitäten", "nur angekündigt"
)  # fmt: skip
COLUMNS_PAIRS: Final = ("Organisation", "gemeinsam mit", "gemeinsame Aktivitäten")
COLUMNS_MEMBERS: Final = (
    "Organisation", "Bereich", "Aktivitäten", "Partner", "Vermittlung (%)", "Kern", "zum Vorjahr", "dabei seit"
)  # fmt: skip
WITHOUT: Final = "ohne die Stadtverwaltung gerechnet"
WITHOUT_NOTE: Final = (
    "Herausgerechnet sind die Stadtverwaltung und ihre Stellen, weil sie von Amts wegen in der Mitte stehen. Alle "
    "Zahlen, Bilder und Listen dieser Seite gelten ohne sie."
)
PAIRS: Final = "Wer mit wem, als Tabelle"
PAIRS_LABEL: Final = "Paare von Organisationen mit der Zahl ihrer gemeinsamen Aktivitäten"

_LISTS: Final = (("new", "Neu dabei"), ("returned", "Wieder dabei"), ("left", "Aus dem Vorjahr nicht dabei"))


def years(counts: Sequence[YearOfParticipation], figures: Sequence[NetworkFigures]) -> tuple[YearInput, ...]:
    """Return every recorded year as the council's document knows it.

    Args:
        counts: Counts of each year.
        figures: Figures of the network for each of them, in the same order.
    """
    return tuple(_year(entry, found) for entry, found in zip(counts, figures, strict=True))


@dataclass(frozen=True, slots=True)
class Told:
    """What the page says of a year before any picture.

    Attributes:
        recorded: Every recorded year.
        claim: The finding.
        figures: Value, label and note of the six public figures.
        meanings: Name and definition of each.
    """

    recorded: tuple[YearInput, ...]
    claim: Headline
    figures: tuple[tuple[str, str, str], ...]
    meanings: tuple[tuple[str, str], ...]


def told(counts: Sequence[YearOfParticipation], series: Sequence[NetworkFigures], *, year: int, running: bool) -> Told:
    """Return what the page says of a year.

    Args:
        counts: Counts of each recorded year.
        series: Figures of the network for each of them, in the same order.
        year: The year, with at least one active organisation.
        running: Whether it is not over yet; then nothing is compared.
    """
    recorded = years(counts, series)
    until = [entry for entry in recorded if entry.year <= year]
    return Told(recorded, claim(until, running=running), figures(until, running=running), meanings(until))


def claim(until: Sequence[YearInput], *, running: bool) -> Headline:
    """Return the finding about the last of the years.

    Args:
        until: All recorded years up to the one shown.
        running: Whether that year is not over yet; then nothing is compared.
    """
    if running:
        return headline(until[-1:]).model_copy(update={"caveat": RUNNING})
    found = headline(until)
    if found.rule in {"record", "more"} and RECORDS not in found.caveat:
        return found.model_copy(update={"caveat": f"{findings.BETTER_RECORDS} {found.caveat}".strip()})
    return found


def figures(until: Sequence[YearInput], *, running: bool) -> tuple[tuple[str, str, str], ...]:
    """Return value, label and note of the six public figures of the last of the years.

    Args:
        until: All recorded years up to the one shown.
        running: Whether that year is not over yet; then nothing is compared.
    """
    return tuple(
        (figure.text, figure.label, _note(figure.key, figure.comparison, until[-1], running=running))
        for figure in key_figures(until)
    )


def meanings(until: Sequence[YearInput]) -> tuple[tuple[str, str], ...]:
    """Return name and definition of the six public figures."""
    return tuple(
        (f"{SHARE} {figure.label}" if figure.key == "top3_share" else sentence_case(figure.label), figure.definition)
        for figure in key_figures(until)
    )


def quiet_year(year: int, activities: int) -> str:
    """Say that nobody is known to have taken part."""
    verb = "ist" if activities == 1 else "sind"
    return (
        f"Für {year} {verb} {count(activities, *words.ACTIVITIES)} bestätigt, aber keine Beteiligten erfasst. "
        "Wählen Sie ein anderes Jahr, oder tragen Sie nach, wer dabei war."
    )


def lists(changed: ChangedOrganisations, *, names: Mapping[str, str], running: bool) -> tuple[tuple[str, str], ...]:
    """Return heading and names of the organisations that came, came back and are missing.

    Args:
        changed: Their ids.
        names: Name of every organisation by id.
        running: Whether the year is not over yet; then nobody is missing.

    Returns:
        Nothing in the base year.
    """
    if changed.base_year:
        return ()
    groups = [(title, getattr(changed, key)) for key, title in _LISTS if not (running and key == "left")]
    return tuple((f"{title} ({whole(len(ids))})", _named(ids, names)) for title, ids in groups if ids is not None)


def lists_note(changed: ChangedOrganisations) -> str:
    """Say how to read the lists, or why there are none."""
    return LISTS_BASE_YEAR if changed.base_year else LISTS_NOTE


def eyebrow(page: str, *, with_offices: bool) -> str:
    """Return the line above the title: the page, and whether the town's offices are left out."""
    return page if with_offices else f"{page} · {WITHOUT}"


def standing(key: str, changed: ChangedOrganisations) -> str:
    """Say how an active organisation stands to the year before."""
    if changed.base_year:
        return PARTS["base"]
    if key in (changed.new or ()):
        return PARTS["new"]
    return PARTS["returned" if key in (changed.returned or ()) else "continuing"]


def members_note(number: int) -> str:
    """Say how many organisations the list holds."""
    if number == 1:
        return "Eine Organisation war aktiv."
    return f"{sentence_case(number_word(number))} Organisationen, die aktivsten zuerst."


def _year(entry: YearOfParticipation, found: NetworkFigures) -> YearInput:
    return YearInput(
        year=entry.year,
        organisations=found.organisations,
        activities=found.activities,
        activities_with_ties=found.activities_with_ties,
        joint_activities=found.joint_activities,
        announced=entry.counts.announced,
        sector_diversity=found.sector_diversity,
        top3_share=found.top3_share,
        organisations_per_activity=found.organisations_per_activity.median,
        new=found.change.new,
        returned=found.change.returned,
        left=found.change.left,
        retained=found.change.retained,
        base_year=found.change.base_year,
        attendance=entry.counts.attendance.sum,
        attendance_known=entry.counts.attendance.known,
    )


def _note(key: str, comparison: str, year: YearInput, *, running: bool) -> str:
    if key != "new":
        return "" if running else comparison
    if year.new is None:
        return "Im Basisjahr beginnt die Zählung."
    back = f"{_some(year.returned)} wieder dabei"
    missing = "" if running or year.left is None else f", {_some(year.left)} aus {year.year - 1} nicht dabei"
    return f"{sentence_case(back)}{missing}."


def _some(number: int | None) -> str:
    return {0: "keine", 1: "eine"}.get(number or 0, number_word(number or 0))


def _named(ids: frozenset[str], names: Mapping[str, str]) -> str:
    return " · ".join(sorted((names[key] for key in ids), key=str.casefold)) or NOBODY
