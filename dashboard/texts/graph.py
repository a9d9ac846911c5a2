"""Wording of the network's picture: what can be chosen, what each point says, how it is operated."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from bkcore.metrics.betweenness import PIVOTS
from bkcore.metrics.communities import ModularityBaseline
from bkcore.metrics.network import NetworkFigures
from bkcore.metrics.network_details import MANY
from bkcore.vocabulary import Precision, Sector
from bkcore.wording import briefing as words
from bkcore.wording import findings
from bkcore.wording.labels import label
from bkcore.wording.numbers import count, date_de, decimal, join_words, percent, sentence_case, whole

MODE: Final = "Zu sehen"
MODES: Final[Mapping[str, str]] = {"organisations": "Organisationen", "both": "mit Aktivitäten"}
SIZE: Final = "Größe der Punkte"
SIZES: Final[Mapping[str, str]] = {"activities": "Aktivitäten", "partners": "Partner", "betweenness": "Vermittlung"}
COLOUR: Final = "Farbe der Punkte"
COLOURS: Final[Mapping[str, str]] = {"sector": "Bereich", "core": "Kern und Rand", "community": "Gruppen"}

PLAY: Final = "Abspielen"
STOP: Final = "Anhalten"
YEAR: Final = "Jahr"
HINT: Final = (
    "Ein Klick auf einen Punkt öffnet die Karte der Organisation. Mit der Tastatur: Pfeiltasten gehen von Punkt zu "
    "Punkt, die Eingabetaste öffnet die Karte."
)
TOUCH: Final = "Noch einmal tippen öffnet die Karte."
STANDINGS: Final[Mapping[str, str]] = {
    "new": "neu dabei",
    "returned": "wieder dabei",
    "left": "im Vorjahr dabei, in diesem Jahr nicht",
}
SIGNS: Final[Mapping[str, str]] = {"new": "+", "returned": "↺"}
CORE: Final = ("Kern: bei mindestens der Hälfte der Aktivitäten dabei", "Rand: seltener dabei")
CORE_SIGN: Final = "K"
GROUP_SIGNS: Final = "ABCDE"
EVENT: Final = "Aktivität"
SMALLER_GROUPS: Final = "kleinere Gruppen und wer für sich war"
MEANING: Final = (
    "Jeder große Punkt ist eine Organisation. Eine Linie heißt: Die beiden waren in diesem Jahr bei mindestens einer "
    "Aktivität gemeinsam dabei; je dicker, desto öfter. Jede Organisation hat in allen Jahren denselben Platz, damit "
    "zu sehen ist, was sich ändert. Nahe beieinander liegt, wer über alle Jahre oft zusammen war; der Ort selbst hat "
    "keine Bedeutung.\n\nGroße Veranstaltungen verbinden alle, die dort waren. Eine dichte Mitte heißt deshalb nicht "
    "unbedingt enge Zusammenarbeit. Die Stadt ist oft in der Mitte, weil sie einlädt; oben auf der Seite lässt sie "
    "sich herausrechnen.\n\nVermittlung sagt, welcher Anteil der kürzesten Verbindungen zwischen zwei anderen über "
    "eine Organisation läuft. Bei weniger als 30 Organisationen schwankt dieser Wert stark. Gruppen finden sich in "
    "kleinen Netzen fast immer; gesucht werden sie in jedem Jahr neu. Eine Gruppe behält Farbe und Buchstaben der "
    "Gruppe des Vorjahres, mit der sie die meisten Mitglieder teilt."
)


def legend_groups() -> list[str]:
    """Return what each group is called, and the rest."""
    return [*(f"Gruppe {sign}" for sign in GROUP_SIGNS), SMALLER_GROUPS]


def grouping(year: int, *, organisations: int, found: ModularityBaseline) -> str:
    """Say whether the groups of a year are more than chance, or where that is compared; empty when nobody met.

    Args:
        year: The year.
        organisations: Active ones in that year.
        found: Modularity of the whole network beside its shuffled ones.
    """
    if found.found is None or found.low is None or found.high is None:
        return "" if organisations < MANY else _not_compared(organisations)
    if found.low == found.high == found.found:
        return (
            f"{year} sagen die Gruppen nichts aus: Auch in allen {whole(found.runs)} Netzen, in denen die "
            f"Beteiligungen zufällig gemischt sind, ist die Modularität {decimal(found.found, digits=2)}."
        )
    if found.found > found.high:
        claim = f"{year} sind die Gruppen deutlicher, als der Zufall sie macht"
    elif found.found < found.low:
        claim = f"{year} sind die Gruppen weniger deutlich, als der Zufall sie macht"
    else:
        claim = f"{year} sind die Gruppen nicht deutlicher, als der Zufall sie macht"
    return (
        f"{claim}: Die Modularität ist {decimal(found.found, digits=2)}; in {whole(found.runs)} Netzen, in denen die "
        f"Beteiligungen zufällig gemischt sind, liegt sie meist zwischen {decimal(found.low, digits=2)} und "
        f"{decimal(found.high, digits=2)}."
    )


def _not_compared(organisations: int) -> str:
    return (
        f"Ob die Gruppen deutlicher sind, als der Zufall sie macht, wird bei {whole(organisations)} Organisationen "
        "nicht auf dieser Seite berechnet, weil das zu lange dauert. Das tut der Befehl „bk metrics network“."
    )


def estimated(margin: float | None) -> str:
    """Say how far off the betweenness shown may be; empty when it is exact or not defined.

    Args:
        margin: Result of ``error_margin``, a share.
    """
    if not margin:
        return ""
    points = decimal(margin * 100, digits=2)
    return (
        f"Die Vermittlung ist geschätzt, weil das Netz groß ist: aus den Wegen ab {whole(PIVOTS)} zufällig gewählten "
        f"Organisationen. In etwa 95 von 100 Stichproben weicht der Wert um höchstens {points} Prozentpunkte vom "
        "genauen ab."
    )


def finding(year: int, found: NetworkFigures) -> str:
    """Say how the organisations of the year hang together."""
    return findings.connected(
        year,
        organisations=found.organisations,
        components=found.projection.components,
        alone=sum(entry.degree == 0 for entry in found.by_organisation),
    )


def subtitle(year: int, found: NetworkFigures, *, drawn: int) -> str:
    """Say what is measured and on how many it rests, and when not all are drawn.

    Args:
        year: The year.
        found: Its figures.
        drawn: Organisations in the picture.
    """
    less = "" if drawn >= found.organisations else f" Gezeigt sind die {whole(drawn)} aktivsten über alle Jahre."
    active = sentence_case(count(found.organisations, *words.ORGANISATIONS))
    return (
        f"Wer war {year} mit wem bei einer Aktivität? {active}, "
        f"{count(found.projection.edges, 'Verbindung', 'Verbindungen')}, "
        f"{count(found.activities_with_ties, *words.ACTIVITIES)} mit bekannten Beteiligten.{less}"
    )


def description(year: int, found: NetworkFigures, *, busiest: Iterable[str]) -> str:
    """Describe the picture to those who do not see it.

    Args:
        year: The year.
        found: Its figures.
        busiest: Names of the most active organisations.
    """
    return (
        f"Netz aus Punkten und Linien. {finding(year, found)} Am häufigsten dabei: {join_words(list(busiest))}. "
        "Alle Paare und alle Organisationen stehen in Tabellen."
    )


def organisation(
    name: str, *, sector: Sector, activities: int, partners: int, betweenness: float | None, standing: str
) -> str:
    """Describe one organisation in one year: name, sector, figures, and whether it is new or came back.

    Args:
        name: Its name.
        sector: Its sector.
        activities: In how many activities of the year it took part.
        partners: With how many others.
        betweenness: Share of shortest connections through it; ``None`` where not defined.
        standing: How it stands to the year before.
    """
    met = count(partners, "Partner", "Partner", feminine=False).replace("keine Partner", "ohne Partner")
    between = "" if betweenness is None else f", Vermittlung {percent(betweenness)}"
    news = f", {STANDINGS[standing]}" if standing in STANDINGS else ""
    return f"{name}: {label(sector)}, {count(activities, *words.ACTIVITIES)}, {met}{between}{news}"


def absent(name: str, *, sector: Sector) -> str:
    """Describe an organisation that was there the year before and is not now."""
    return f"{name}: {label(sector)}, {STANDINGS['left']}"


def event(title: str, *, day: date | None, precision: Precision, organisations: int) -> str:
    """Describe one activity of the picture."""
    return f"{title}, {date_de(day, precision=precision)}: {count(organisations, *words.ORGANISATIONS)}"
