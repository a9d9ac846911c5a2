"""Wording of the page of the success factors."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from bkcore.instrument import Factor
from bkcore.reports.level_text import level_text
from bkcore.thresholds import INTERNAL_MINIMUM
from bkcore.vocabulary import Band
from bkcore.wording import findings
from bkcore.wording.briefing import FACTORS_HIDDEN_UNTIL, MEANING_PROFILE
from bkcore.wording.findings import FactorFacts
from bkcore.wording.labels import label
from bkcore.wording.numbers import UNDEFINED, count, decimal, join_words, number_word, percent, sentence_case, step
from bkcore.wording.project_result import people
from dashboard.texts import navigation

ABOUT: Final = "Acht Faktoren aus der Vorlage 12/0767. Die Projekte schätzen sich darin selbst ein."
ROUND: Final = "Runde"
_FEWEST: Final = number_word(INTERNAL_MINIMUM)
NONE_TITLE: Final = "Noch ist keine Runde abgeschlossen."
NONE: Final = (
    "Die Gelingensfaktoren entstehen aus den Selbsteinschätzungen der Projekte. Das Integrationsmanagement öffnet "
    "unter „Runden“ eine Runde und lädt die Projekte ein. Wenn sie beendet ist, steht hier das Ergebnis."
)
HIDDEN: Final = FACTORS_HIDDEN_UNTIL
TOO_FEW_TITLE: Final = "Noch zu wenige Rückmeldungen."
TOO_FEW: Final = (
    f"In dieser Runde haben zu jedem Faktor weniger als {_FEWEST} Menschen geantwortet. Damit niemand erkennbar wird, "
    "zeigen wir keine Werte. Laden Sie in der nächsten Runde mehr Menschen ein: aus dem Team und von Partnern."
)
MEANING: Final = (
    f"{MEANING_PROFILE}\n\nJedes Projekt zählt gleich viel. Projekte werden nicht miteinander verglichen. Die Sicht "
    "der Teilnehmenden steht für sich und geht nicht in den Mittelwert ein."
)
POINTS: Final = "Worüber Sie sprechen können"
SINGLY: Final = "Die acht Faktoren im Einzelnen"
SINGLY_NOTE: Final = "Zu jedem Faktor: Leitfrage, Zahlen, Sichtweisen und was als Nächstes hilft."
WITHHELD_ROW: Final = "· zu wenige Rückmeldungen"
WITHHELD_NOTE: Final = "Zu diesem Faktor gibt es zu wenige Rückmeldungen. Deshalb zeigen wir keine Werte."
NUMBERS: Final = "Zahlen"
BANDS: Final = {Band.CONCERN: "Sorge", Band.DISCUSS: "Gesprächs-<br>stoff", Band.STRENGTH: "Stärke"}
COLUMNS: Final = ("Gelingensfaktor", "Mittelwert", "Mitte von", "Mitte bis", "davor", "Projekte", "Personen")
WITHHELD_CELL: Final = "·"

_LEGEND: Final = f" „·“ heißt: weniger als {_FEWEST} Einschätzende."
_CONVERSATION: Final = {
    Band.STRENGTH: "Stärke: Was tragen wir weiter?",
    Band.DISCUSS: "Gesprächsstoff: Was fehlt noch?",
    Band.CONCERN: "Sorge: Was braucht es?",
}


def head(facts: Sequence[FactorFacts], *, raters: int, projects: int, shown: bool) -> tuple[str, str]:
    """Return title and lead of the page: the finding and what it rests on, or what the page is about.

    Args:
        facts: The factors in the catalogue's order.
        raters: Persons who answered.
        projects: Projects with an answer.
        shown: Whether there is a profile to speak of.
    """
    if not shown:
        return navigation.FACTORS, ABOUT
    people = sentence_case(count(raters, "Person", "Personen"))
    verb = "hat" if raters == 1 else "haben"
    rated = f"{people} {verb} {count(projects, 'Projekt', 'Projekte', feminine=False)} eingeschätzt."
    return findings.factor_finding(facts), rated


def running(title: str, closes_on: date, *, today: date) -> str:
    """Say how long the open round still runs."""
    return findings.round_running(title, days=(closes_on - today).days)


def progress(handed_in: int, asked: int) -> str:
    """Say how many have handed in, and that interim results stay hidden."""
    return f"{findings.round_progress(handed_in=handed_in, asked=asked)} {HIDDEN}"


def bands(facts: Sequence[FactorFacts]) -> str:
    """Say how many factors lie in which band, as the heading of the profile."""
    return findings.bands(facts)


def subtitle(facts: Sequence[FactorFacts], *, title: str, previous: str) -> str:
    """Say what the profile measures, of when and on how many projects it rests."""
    projects = [fact.projects for fact in facts if fact.mean is not None]
    ring = f", Ring: Runde „{previous}“" if any(fact.previous is not None for fact in facts) else ""
    few, many = (min(projects), max(projects)) if projects else (0, 0)
    number = str(few) if few == many else f"{few} bis {many}"
    ladder = "".join(f", bei „{fact.title}“ mittlere Stufe" for fact in facts if fact.ladder and fact.mean is not None)
    withheld = _LEGEND if any(fact.mean is None for fact in facts) else ""
    return (
        f"Selbsteinschätzung auf Stufe 1 bis 5, Runde „{title}“, n = {number} Projekte. "
        f"Großer Punkt: Mittelwert{ladder}, Balken: mittlere Hälfte, kleine Punkte: einzelne Projekte{ring}.{withheld}"
    )


def description(facts: Sequence[FactorFacts]) -> str:
    """Describe the profile to those who do not see it."""
    values = [
        f"{fact.title} {WITHHELD_ROW.removeprefix('· ') if fact.mean is None else _value(fact, fact.mean)}"
        for fact in facts
    ]
    return f"Punkte auf einer Skala von 1 bis 5: {join_words(values)}." if values else ""


def hover(fact: FactorFacts) -> str:
    """Describe one row of the profile."""
    ends = f"{_value(fact, fact.lower)} bis {_value(fact, fact.upper)}"
    spread = "" if fact.lower is None else f"<br>mittlere Hälfte {ends}"
    return f"<b>{fact.title}</b><br>{_kind(fact)} {level_text(fact.mean, ladder=fact.ladder)}{spread}"


def points(facts: Sequence[FactorFacts]) -> tuple[tuple[str, str], ...]:
    """Return the talking points by band: what to ask, and about which factors; empty bands are left out."""
    found = []
    for kind, question in _CONVERSATION.items():
        titles = [fact.title for fact in facts if fact.band is kind and fact.mean is not None]
        if titles:
            found.append((question, " · ".join(titles)))
    return tuple(found)


def more(facts: Sequence[FactorFacts]) -> tuple[str, ...]:
    """Return further true sentences for the talk."""
    return findings.talking_points(facts)


def expander(factor: Factor, fact: FactorFacts) -> str:
    """Name a factor with its value."""
    value = WITHHELD_CELL if fact.mean is None else level_text(fact.mean, ladder=fact.ladder)
    return f"{factor.number}. {factor.title}: **{value}**"


def numbers(fact: FactorFacts, *, previous: str) -> tuple[tuple[str, str], ...]:
    """Return names and values of the figures of one factor; what is not defined is left out.

    Args:
        fact: A factor; one that is withheld says so.
        previous: Title of the round before.
    """
    if fact.mean is None:
        return ((NUMBERS, WITHHELD_NOTE),)
    ends = f"{_value(fact, fact.lower)} bis {_value(fact, fact.upper)}"
    spread = ends if fact.lower is not None and fact.projects >= findings.FEWEST_PROJECTS else ""
    scale = "0 heißt wie gewürfelt, 1 heißt einig"
    rows = [
        (_kind(fact), f"{level_text(fact.mean, ladder=fact.ladder)} von 5 · {_band(fact)}"),
        ("Mittlere Hälfte der Projekte", spread),
        (f"Runde „{previous}“", "" if fact.previous is None else _value(fact, fact.previous)),
        ("Einigkeit im Projekt", "" if fact.agreement is None else f"{decimal(fact.agreement, digits=2)} ({scale})"),
        ("Ohne Stufe beantwortet", "" if fact.opt_outs is None else f"{percent(fact.opt_outs)} der Antworten"),
        ("Grundlage", f"{people(fact.raters)} aus {_from_projects(fact.projects)}"),
    ]
    return (*(row for row in rows if row[1]), *_views(fact))


def _views(fact: FactorFacts) -> tuple[tuple[str, str], ...]:
    rows = tuple(
        (f"Sicht: {label(entry.view)}", f"{_value(fact, entry.mean)} ({people(entry.raters)})") for entry in fact.views
    )
    return rows if len(rows) > 1 else ()


def actions(level: int) -> str:
    """Head the recommended actions with the step they lead over."""
    return f"Was von Stufe {level} zu Stufe {level + 1} hilft"


def _value(fact: FactorFacts, value: float | None) -> str:
    """Write a figure of a factor: of the ladder as a step, of the others as a number."""
    return step(value) if fact.ladder else decimal(value)


def _kind(fact: FactorFacts) -> str:
    return "Mittlere Stufe" if fact.ladder else "Mittelwert"


def _band(fact: FactorFacts) -> str:
    return label(fact.band) if fact.band else UNDEFINED


def _from_projects(number: int) -> str:
    return "einem Projekt" if number == 1 else f"{number_word(number)} Projekten"
