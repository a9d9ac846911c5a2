"""Wording of the page "who is missing": what is known of the declared perspectives, and what is not."""

from collections.abc import Sequence
from typing import Final

from bkcore.reports.perspective_facts import CoverageCell, DeclaredPerspective
from bkcore.vocabulary import CoverageState, Trait
from bkcore.wording.labels import label
from bkcore.wording.numbers import count, join_words, number_word, sentence_case, whole

TITLE: Final = "Wer fehlt?"
ABOUT: Final = (
    "Die Steuerungsgruppe sagt, welche Perspektiven ihr wichtig sind. Diese Seite zeigt, wer davon mitwirkt und wo der "
    "Bestand es nicht weiß."
)
NOTHING_TITLE: Final = "Noch ist keine Perspektive festgelegt."
NOTHING: Final = (
    "Beginnen Sie mit dem, was Ihnen wichtig ist: Zielgruppen, Stadtteile, Sektoren, Arten von Organisationen oder "
    "Sprachen. Fügen Sie unten die erste hinzu, oder übernehmen Sie Vorschläge aus öffentlichen Quellen. Danach steht "
    "hier Jahr für Jahr, wer vertreten ist und wer fehlt."
)
NO_YEAR_TITLE: Final = "Noch ist keine Aktivität erfasst, die stattgefunden hat."
NO_YEAR: Final = (
    "Sobald Aktivitäten mit ihren Beteiligten eingetragen sind, steht hier, welche Perspektiven vertreten sind."
)
NONE_OF_TRAIT: Final = (
    "Zu diesem Merkmal ist noch keine Perspektive festgelegt. Wählen Sie ein anderes, oder fügen Sie eine hinzu."
)
YEAR: Final = "Jahr"
TRAIT: Final = "Merkmal"
ALL: Final = "alle"
CHART_SUBTITLE: Final = (
    "Zahl: so viele Organisationen (Stadtteil, Sektor, Art) oder Aktivitäten (Zielgruppe, Sprache). fehlt: keine, und "
    "für alle ist es bekannt. ?: keine gefunden, aber nicht für alle bekannt. –: keine Aktivität."
)
MEANING: Final = (
    "Stadtteil, Sektor und Art suchen wir bei den Organisationen, die in dem Jahr aktiv waren; der Stadtteil ist ihr "
    "Sitz. Zielgruppe und Sprache suchen wir bei den Aktivitäten, die stattgefunden haben; die Zielgruppe steht beim "
    "Projekt. Was nur angekündigt ist, zählt nicht.\n\nEine Zielgruppe suchen wir als ganzes Wort im Text des "
    "Projekts. „Stadtgesellschaft“ deckt deshalb keine bestimmte Gruppe ab. Genannt zu sein heißt noch nicht, erreicht "
    "zu sein. Fehlt ein Wort, ergänzen Sie es bei der Perspektive unter „Suchwörter“."
)
UNKNOWN_HEADING: Final = "Was der Bestand nicht weiß"
UNKNOWN_NOTE: Final = "Unbekannt ist nicht dasselbe wie fehlend. Nachtragen hilft mehr als Vermuten."
COLUMNS_COVERAGE: Final = ("Merkmal", "Perspektive", "Jahr", "gefunden", "bekannt für", "von", "Stand")

_WORDS: Final = {
    CoverageState.MISSING: "fehlt",
    CoverageState.UNCERTAIN: "?",
    CoverageState.UNKNOWN: "?",
    CoverageState.QUIET: "–",
}
_UNITS: Final = {
    Trait.TARGET_GROUP: ("Aktivität", "Aktivitäten"),
    Trait.LANGUAGE: ("Aktivität", "Aktivitäten"),
}
_ORGANISATIONS: Final = ("Organisation", "Organisationen")
_ASKED: Final = {
    Trait.TARGET_GROUP: "die Zielgruppe",
    Trait.DISTRICT: "der Stadtteil",
    Trait.SECTOR: "der Sektor",
    Trait.ORGANISATION_KIND: "die Art",
    Trait.LANGUAGE: "die Sprache",
}


def head(perspectives: Sequence[DeclaredPerspective], *, year: int, running: bool) -> tuple[str, str]:
    """Return the finding about a year and the sentence that names who is meant.

    Args:
        perspectives: What is declared, at least one.
        year: The year.
        running: Whether it is not over yet.
    """
    missing = _titles(perspectives, year, CoverageState.MISSING)
    unclear = _titles(perspectives, year, CoverageState.UNCERTAIN, CoverageState.UNKNOWN)
    names = (
        [f"Es fehlt: {join_words(missing)}." if len(missing) == 1 else f"Es fehlen: {join_words(missing)}."]
        if missing
        else []
    )
    names += [f"Nicht sicher bekannt ist es bei: {join_words(unclear)}."] if unclear else []
    return _finding(len(missing), len(unclear), of=len(perspectives), year=year, running=running), " ".join(names)


def unknown(perspectives: Sequence[DeclaredPerspective], *, year: int) -> tuple[str, ...]:
    """Return one sentence for each trait that the record does not know everywhere in a year."""
    cells = {one.trait: cell for one in perspectives if (cell := one.cell(year)) is not None and cell.known < cell.of}
    return tuple(
        f"{sentence_case(_ASKED[trait])} ist bei {whole(cells[trait].of - cells[trait].known)} von "
        f"{whole(cells[trait].of)} {_dative(trait)} nicht bekannt."
        for trait in Trait
        if trait in cells
    )


def chart_finding(perspectives: Sequence[DeclaredPerspective], years: Sequence[int]) -> str:
    """Say who was always and who was never found in the years shown."""
    known = {one.title: [cell for year in years if (cell := one.cell(year)) and cell.of] for one in perspectives}
    always = [title for title, cells in known.items() if cells and all(cell.found for cell in cells)]
    never = [title for title, cells in known.items() if cells and not any(cell.found for cell in cells)]
    period = f"{years[0]} bis {years[-1]}" if len(years) > 1 else str(years[0])
    if not always and not never:
        return f"{period}: Keine Perspektive war immer vertreten, jede aber mindestens einmal."
    first = f"immer vertreten {_verb(always)} {_some(always)}" if always else "immer vertreten war keine"
    second = f"nie belegt {_verb(never)} {_some(never)}" if never else "mindestens einmal vertreten war jede"
    return f"{period}: {sentence_case(first)}, {second}."


def chart_description(perspectives: Sequence[DeclaredPerspective], years: Sequence[int]) -> str:
    """Describe the matrix to those who do not see it."""
    return (
        f"Tabelle mit {count(len(perspectives), 'Perspektive', 'Perspektiven')} in Zeilen und "
        f"{count(len(years), 'Jahr', 'Jahren', feminine=False)} in Spalten. {chart_finding(perspectives, years)} "
        "Alle Werte stehen in der Tabelle."
    )


def cell_word(cell: CoverageCell | None) -> str:
    """Return what stands in a cell: a number, or a word that says why there is none."""
    if cell is None:
        return _WORDS[CoverageState.QUIET]
    return whole(cell.found) if cell.found else _WORDS[cell.state]


def cell_hover(one: DeclaredPerspective, cell: CoverageCell | None) -> str:
    """Describe one cell in full."""
    if cell is None or not cell.of:
        return f"<b>{one.title}</b><br>keine Aktivität"
    found = f"{count(cell.found, *units(one.trait))} gefunden" if cell.found else label(cell.state)
    return f"<b>{one.title}</b> {cell.year}<br>{sentence_case(found)}<br>bekannt für {cell.known} von {cell.of}"


def table_row(one: DeclaredPerspective, cell: CoverageCell) -> tuple[object, ...]:
    """Return one row of the table, in the order of ``COLUMNS_COVERAGE``."""
    return (label(one.trait), one.title, str(cell.year), cell.found, cell.known, cell.of, label(cell.state))


def units(trait: Trait) -> tuple[str, str]:
    """Return what is counted for a trait, singular and plural."""
    return _UNITS.get(trait, _ORGANISATIONS)


def trait_name(value: str) -> str:
    """Return the name of a trait, or of all of them."""
    return label(Trait(value)) if value in set(Trait) else "alle Merkmale"


def _finding(missing: int, unclear: int, *, of: int, year: int, running: bool) -> str:
    so_far = " bis jetzt" if running else ""
    if missing:
        return f"{year} {'fehlt' if missing == 1 else 'fehlen'}{so_far} {_of_all(missing, of)}."
    if unclear:
        return (
            f"{year} fehlt{so_far} nachweislich niemand; bei {_of_all(unclear, of, dative=True)} wissen wir es nicht."
        )
    if of == 1:
        return f"{year} ist{so_far} die gesuchte Perspektive vertreten."
    return f"{year} sind{so_far} alle {number_word(of)} Perspektiven vertreten."


def _of_all(some: int, of: int, *, dative: bool = False) -> str:
    """Write how many of the perspectives are meant."""
    if of == 1:
        return "der gesuchten Perspektive" if dative else "die gesuchte Perspektive"
    one = "einer" if dative else "eine"
    return f"{one if some == 1 else number_word(some)} von {number_word(of)} Perspektiven"


def _titles(perspectives: Sequence[DeclaredPerspective], year: int, *states: CoverageState) -> list[str]:
    return [one.title for one in perspectives if (cell := one.cell(year)) is not None and cell.state in states]


def _dative(trait: Trait) -> str:
    return units(trait)[1]


def _verb(titles: Sequence[str]) -> str:
    return "war" if len(titles) == 1 else "waren"


def _some(titles: Sequence[str]) -> str:
    most = 3
    if len(titles) <= most:
        return join_words(list(titles))
    return f"{number_word(len(titles))} Perspektiven"
