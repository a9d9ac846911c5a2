"""Wording of what lies behind the profile: distribution, change, companions, project by project, round by round."""

from collections.abc import Mapping
from typing import Final

from bkcore.metrics.companions import CountedFigure
from bkcore.vocabulary import Band
from bkcore.wording.labels import label
from bkcore.wording.numbers import count, number_word, percent, sentence_case, signed
from bkcore.wording.project_result import coverage

MATRIX: Final = "Projekte und Faktoren"
MATRIX_NOTE: Final = (
    "Projekte in alphabetischer Folge, nie nach Werten. „·“ heißt: zu wenige Menschen; leer: keine Antwort."
)
DEPARTMENTS: Final = "Bereiche der Verwaltung"
DEPARTMENTS_NOTE: Final = (
    "Sie schätzen sich nach denselben Faktoren ein, stehen aber für sich und gehen in keinen Wert der Projekte ein."
)
ROUNDS: Final = "Runde für Runde"
ROUNDS_NOTE: Final = "Mittelwert über die Projekte einer Runde. Von Runde zu Runde können andere Projekte dabei sein."
LADDER: Final = "Mitbestimmung als Leiter"
LADDER_NOTE: Final = (
    "Stufen haben eine Reihenfolge, aber keine gleichen Abstände. Deshalb zählen wir und mitteln nicht."
)
ALL_FIGURES: Final = "Alle Zahlen dieser Runde"
ALL_FIGURES_NOTE: Final = "Eine Zeile je Faktor, auch zum Weiterrechnen."
ALL_FIGURES_LABEL: Final = "Alle Zahlen je Gelingensfaktor"
CONTRIBUTING: Final = "Diese Projekte stehen dahinter"
CONTRIBUTING_COLUMNS: Final = ("Projekt", "Wert", "Einordnung")
DEFINITIONS: Final = "So entstehen die Zahlen"
PROJECT: Final = "Projekt"
DEPARTMENT: Final = "Bereich"
ROUND: Final = "Runde"
FACTOR: Final = "Gelingensfaktor"
WITHHELD: Final = "·"
BANDS: Final = {
    Band.CONCERN: "Sorge",
    Band.DISCUSS: "Gesprächs\u00adstoff",
    Band.STRENGTH: "Stärke",
}
COLUMNS: Final = (
    FACTOR,
    "Mittelwert",
    "Median",
    "Unteres Viertel",
    "Oberes Viertel",
    "Projekte",
    "Personen",
    "Ohne Stufe",
    "Kurzform",
    "Einigkeit",
    "Veränderung",
    "Veränderung von",
    "Veränderung bis",
    "Projekte in beiden Runden",
    "Gezählt",
    "Gezählter Wert",
    "Bekannt für",
    "Termine",
)
NOT_COMPARABLE: Final = "Der Faktor wurde in der Runde davor anders gefragt. Ein Vergleich wäre falsch."
_CERTAIN_FROM: Final = 10
"""From so many projects on the interval needs no caution of its own."""


def distribution(bands: Mapping[Band, int]) -> str:
    """Say how many projects lie in which band.

    Examples:
        >>> distribution({Band.CONCERN: 2, Band.DISCUSS: 0, Band.STRENGTH: 1})
        'Ein Projekt sieht hier eine Stärke, zwei eine Sorge.'
    """
    phrases = {Band.STRENGTH: "eine Stärke", Band.DISCUSS: "Gesprächsstoff", Band.CONCERN: "eine Sorge"}
    parts = [(bands.get(band, 0), phrase) for band, phrase in phrases.items() if bands.get(band, 0)]
    if not parts:
        return ""
    (first, what), *rest = parts
    verb = "sieht" if first == 1 else "sehen"
    told = f"{sentence_case(count(first, 'Projekt', 'Projekte', feminine=False))} {verb} hier {what}"
    more = [f"{'eines' if number == 1 else number_word(number)} {phrase}" for number, phrase in rest]
    return f"{', '.join([told, *more])}."


def change(*, projects: int, step: float | None, lower: float | None, upper: float | None) -> str:
    r"""Say how a factor moved since the round before, with the interval and what it is worth.

    Args:
        projects: Projects with a score in both rounds.
        step: Mean difference, ``None`` below three projects.
        lower: Lower end of the 95 % interval.
        upper: Its upper end.

    Examples:
        >>> change(projects=9, step=0.25, lower=-0.1, upper=0.6)[:47]
        '+0,25 Stufen (Bereich von 95\xa0%: −0,10 bis +0,60'
    """
    if step is None or lower is None or upper is None:
        there = f"Nur {count(projects, 'Projekt', 'Projekte', feminine=False)}" if projects else "Kein Projekt"
        verb = "war" if projects < 2 else "waren"  # noqa: PLR2004 - grammar
        return f"{there} {verb} in beiden Runden dabei. Für einen Vergleich braucht es drei."
    bounds = f"{signed(lower, digits=2)} bis {signed(upper, digits=2)}"
    basis = f"{count(projects, 'Projekt', 'Projekte', feminine=False)} in beiden Runden"
    told = f"{signed(step, digits=2)} Stufen (Bereich von 95\u00a0%: {bounds}; {basis})."
    return f"{told} {_worth(projects, lower=lower, upper=upper)}"


def change_cell(*, step: float | None, lower: float | None, upper: float | None) -> str:
    """Write a change with its interval, or why there is none.

    Examples:
        >>> change_cell(step=0.25, lower=-0.1, upper=0.6)
        '+0,25 (−0,10 bis +0,60)'
    """
    if step is None or lower is None or upper is None:
        return TOO_FEW_COMMON
    return f"{signed(step, digits=2)} ({signed(lower, digits=2)} bis {signed(upper, digits=2)})"


def counted_cell(title: str, figure: CountedFigure | None) -> str:
    """Name a counted figure with its value and its coverage."""
    return "" if figure is None else f"{title}: {coverage(figure.value, known=figure.known, of=figure.of)}"


def _worth(projects: int, *, lower: float, upper: float) -> str:
    if lower <= 0 <= upper:
        return "Der Bereich schließt die Null ein: Eine Richtung ist nicht gesichert."
    told = "Der Bereich liegt über der Null." if lower > 0 else "Der Bereich liegt unter der Null."
    few = " Bei so wenigen Projekten ist das ein Hinweis, kein Beweis." if projects < _CERTAIN_FROM else ""
    return told + few


def rows(
    *,
    bands: Mapping[Band, int],
    moved: str,
    previous: str,
    short_form: float | None,
    companion: tuple[str, CountedFigure] | None,
) -> tuple[tuple[str, str], ...]:
    """Return names and values of what lies behind one factor; what is not defined is left out.

    Args:
        bands: How many projects lie in which band.
        moved: The sentence of the change, empty without a round before.
        previous: Title of the round before.
        short_form: Share of the raters whose score rests on the short form.
        companion: Title of the counted figure, and the figure.
    """
    found = [
        ("Verteilung", distribution(bands)),
        (f"Seit „{previous}“", moved),
        ("Aus der Kurzform", f"{percent(short_form)} der Personen" if short_form else ""),
    ]
    if companion is not None:
        title, figure = companion
        found.append((f"Gezählt: {title}", coverage(figure.value, known=figure.known, of=figure.of)))
    return tuple(row for row in found if row[1])


def counted(title: str, definition: str) -> tuple[str, str]:
    """Name the definition of a counted figure."""
    return f"Gezählt: {title}", f"{definition} Zeitraum: das Jahr vor dem Ende der Runde."


def ladder_row(step: int, looks_like: str, number: int) -> tuple[str, str, str]:
    """Return one step of the ladder: its number, what it looks like, how many projects stand there."""
    return f"Stufe {step}", looks_like, str(number)


BESIDE: Final = "Eingeschätzt, verändert, gezählt"
BESIDE_NOTE: Final = (
    "Neben jeder Einschätzung steht, was sich verändert hat und was im Jahr vor dem Ende der Runde gezählt wurde. In "
    "Klammern: der Bereich von 95\u00a0%; schließt er die Null ein, ist keine Richtung gesichert."
)
BESIDE_COLUMNS: Final = (FACTOR, "Mittelwert oder Stufe", "Veränderung", "Gezählt")
NOT_COMPARED: Final = "anders gefragt"
TOO_FEW_COMMON: Final = "zu wenige Projekte in beiden Runden"
FIRST_ROUND: Final = "erste Runde"
LADDER_COLUMNS: Final = ("Stufe", "So sieht es aus", "Projekte")


def ladder_shift(*, up: int, same: int, down: int, previous: str) -> str:
    """Say how many projects stand higher, as before or lower; empty when none was there before.

    Examples:
        >>> ladder_shift(up=3, same=5, down=1, previous="Herbst 2024")
        'Von neun Projekten, die auch in „Herbst 2024“ dabei waren: drei höher, fünf gleich, eines niedriger.'
    """
    total = up + same + down
    if not total:
        return ""
    told = _directions(up=up, same=same, down=down)
    if total == 1:
        return f"Ein Projekt war auch in „{previous}“ dabei und steht {told.removeprefix('eines ')}."
    return f"Von {number_word(total)} Projekten, die auch in „{previous}“ dabei waren: {told}."


def ladder_cell(*, up: int, same: int, down: int) -> str:
    """Say in few words how many projects moved on the ladder, or why nobody can say.

    Examples:
        >>> ladder_cell(up=3, same=5, down=1), ladder_cell(up=0, same=0, down=0)
        ('drei höher, fünf gleich, eines niedriger', 'zu wenige Projekte in beiden Runden')
    """
    return _directions(up=up, same=same, down=down) or TOO_FEW_COMMON


def _directions(*, up: int, same: int, down: int) -> str:
    parts = [
        f"{'eines' if number == 1 else number_word(number)} {where}"
        for number, where in ((up, "höher"), (same, "gleich"), (down, "niedriger"))
        if number
    ]
    return ", ".join(parts)


def band_words(band: Band | None) -> str:
    """Name a band in a list; nothing without one."""
    return label(band) if band else ""


def coverage_cells(figure: CountedFigure | None) -> tuple[object, object, object]:
    """Return value, known and all activities of a counted figure as raw numbers."""
    return (None, None, None) if figure is None else (figure.value, figure.known, figure.of)
