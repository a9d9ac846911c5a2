"""Sentences generated from figures by written rules; each appears only when its rule makes it true.

The council's document has its own for a year (``bkcore.publication.headline``); here is what only the house sees: where
the round stands, what waits, how organisations hang together, where projects agree and differ.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bkcore.vocabulary import Band, View
from bkcore.wording import briefing as words
from bkcore.wording import briefing_sentences as sentences
from bkcore.wording.numbers import count, number_word, sentence_case

FEWEST_TO_COMPARE = 3
"""Fewest shown factors before one is called the highest, widest or narrowest."""
FEWEST_PROJECTS = 3
"""Fewest projects before a spread over them is spoken of."""
WIDE = 1.0
"""Middle half that spans at least one level."""
CLEAR_STEP = 0.25
"""Smallest move of a mean that is spoken of: a quarter of a level."""
NO_SURE_CHANGE = "Gegenüber der Runde davor ist bei keinem Faktor ein Unterschied gesichert."

BETTER_RECORDS = "Das kann auch daran liegen, dass besser aufgeschrieben wurde."
"""Stands beside every claim of growth that has no closer caveat."""


@dataclass(frozen=True, kw_only=True)
class ViewFacts:
    """One factor as one view sees it."""

    view: View
    mean: float
    raters: int


@dataclass(frozen=True, kw_only=True)
class ChangeFacts:
    """How a factor moved since the round before, over the projects in both: mean difference and its 95 % interval."""

    step: float
    lower: float
    upper: float

    @property
    def sure(self) -> bool:
        """Whether the interval leaves out zero; only then does a sentence claim a direction."""
        return not self.lower <= 0 <= self.upper


@dataclass(frozen=True, kw_only=True)
class FactorFacts:
    """What is known about one factor; ``None`` where a figure is withheld or not defined.

    Attributes:
        ladder: Whether its levels are the ladder of participation; ``mean`` is then the middle step, ``lower``,
            ``upper``, ``previous`` and the views are steps too, and none is compared with another factor's mean.
        change: ``None`` without a round to compare with, or too few projects in both.
    """

    title: str
    key: str = ""
    ladder: bool = False
    change: ChangeFacts | None = None
    mean: float | None = None
    lower: float | None = None
    upper: float | None = None
    previous: float | None = None
    band: Band | None = None
    projects: int = 0
    raters: int = 0
    agreement: float | None = None
    opt_outs: float | None = None
    views: tuple[ViewFacts, ...] = ()

    @property
    def spread(self) -> float | None:
        """Width of the middle half, ``None`` when too few projects stand behind it."""
        if self.lower is None or self.upper is None or self.projects < FEWEST_PROJECTS:
            return None
        return self.upper - self.lower


def round_running(title: str, *, days: int) -> str:
    """Say how long the open round still runs.

    Args:
        title: Title of the round.
        days: Days from today to its last day, 0 on the last day.

    Examples:
        >>> round_running("Herbst 2026", days=9)
        'Die Runde „Herbst 2026“ läuft noch neun Tage.'
    """
    if days <= 0:
        return f"Die Runde „{title}“ endet heute."
    return (
        f"Die Runde „{title}“ endet morgen."
        if days == 1
        else f"Die Runde „{title}“ läuft noch {number_word(days)} Tage."
    )


def round_progress(*, handed_in: int, asked: int) -> str:
    """Say how many of the asked projects have handed in.

    Examples:
        >>> round_progress(handed_in=11, asked=14)
        'Elf von 14 Projekten haben abgegeben.'
    """
    if asked == 0:
        return "Noch ist kein Projekt eingeladen."
    if asked == 1:
        return (
            "Das eingeladene Projekt hat abgegeben."
            if handed_in
            else "Das eingeladene Projekt hat noch nicht abgegeben."
        )
    if handed_in == 0:
        return f"Noch keines von {number_word(asked)} Projekten hat abgegeben."
    if handed_in >= asked:
        return f"Alle {number_word(asked)} Projekte haben abgegeben."
    verb = "hat" if handed_in == 1 else "haben"
    done = "eines" if handed_in == 1 else number_word(handed_in)
    return f"{sentence_case(done)} von {number_word(asked)} Projekten {verb} abgegeben."


def waiting(number: int) -> str:
    """Say how many activities nobody has confirmed although their day has passed; empty for none.

    Examples:
        >>> waiting(28)
        '28 angekündigte Aktivitäten sind noch nicht bestätigt.'
    """
    if number == 0:
        return ""
    verb = "ist" if number == 1 else "sind"
    what = count(number, "angekündigte Aktivität", "angekündigte Aktivitäten")
    return f"{sentence_case(what)} {verb} noch nicht bestätigt."


def connected(year: int, *, organisations: int, components: int, alone: int) -> str:
    """Say whether the active organisations hang together by shared activities.

    Args:
        year: The year.
        organisations: Active organisations, at least one.
        components: Parts without a shared activity between them; one organisation alone is a part.
        alone: Organisations that shared no activity with any other.

    Examples:
        >>> connected(2024, organisations=18, components=1, alone=0)
        'Alle 18 Organisationen sind 2024 über gemeinsame Aktivitäten verbunden.'
        >>> connected(2025, organisations=3, components=2, alone=1)
        'Zwei Organisationen sind 2025 über gemeinsame Aktivitäten verbunden, eine war für sich aktiv.'
    """
    groups, together = components - alone, organisations - alone
    if organisations == 1:
        return f"{year} war nur eine Organisation aktiv."
    if groups == 0:
        return f"{year} war jede Organisation für sich aktiv."
    if groups == 1 and not alone:
        return f"Alle {number_word(organisations)} Organisationen sind {year} über gemeinsame Aktivitäten verbunden."
    rest = (
        ""
        if not alone
        else ", eine war für sich aktiv"
        if alone == 1
        else f", {number_word(alone)} waren für sich aktiv"
    )
    who = f"{sentence_case(number_word(together))} Organisationen"
    if groups == 1:
        return f"{who} sind {year} über gemeinsame Aktivitäten verbunden{rest}."
    return f"{who} bildeten {year} {number_word(groups)} Gruppen ohne gemeinsame Aktivität untereinander{rest}."


def factor_finding(factors: Sequence[FactorFacts]) -> str:
    """Return the most important true sentence about the profile.

    In this order: where projects differ by a level or more, and more than anywhere else; what surely fell, by a quarter
    of a level or more, and more than anything else; where they see themselves furthest; that they rated themselves.

    Args:
        factors: In the catalogue's order.
    """
    shown = [factor for factor in factors if factor.mean is not None]
    if not shown:
        return words.FACTORS_WITHHELD
    widest = first_alone([(factor.spread, factor.title) for factor in shown if not factor.ladder])
    if widest is not None and widest[0] >= WIDE:
        return sentences.widest_spread(widest[1])
    fallen = _fallen(shown)
    if fallen:
        return fallen
    highest = first_alone([(factor.mean, factor.title) for factor in shown if not factor.ladder])
    return sentences.highest_mean(highest[1]) if highest is not None else words.FACTORS_SHOWN


def talking_points(factors: Sequence[FactorFacts]) -> tuple[str, ...]:
    """Return further true sentences for the talk: where projects are closest, what surely fell or rose.

    Args:
        factors: In the catalogue's order.

    Returns:
        None to three sentences; none of them is the finding itself.
    """
    shown = [factor for factor in factors if factor.mean is not None]
    closest = first_alone(
        [(-factor.spread, factor.title) for factor in shown if factor.spread is not None and not factor.ladder]
    )
    found = [
        f"Am nächsten beieinander liegen die Projekte bei „{closest[1]}“." if closest else "",
        _fallen(shown),
        _risen(shown),
        _nothing_moved(shown),
    ]
    return tuple(sentence for sentence in found if sentence and sentence != factor_finding(factors))


def bands(factors: Sequence[FactorFacts]) -> str:
    """Say how many factors lie in which band; talking points, not grades.

    Examples:
        >>> strong = FactorFacts(title="a", mean=4.2, band=Band.STRENGTH)
        >>> bands([strong, FactorFacts(title="b", mean=3.1, band=Band.DISCUSS)])
        'Ein Faktor ist eine Stärke, einer ist Gesprächsstoff.'
    """
    phrases = {
        Band.STRENGTH: ("ist eine Stärke", "sind Stärken"),
        Band.DISCUSS: ("ist Gesprächsstoff", "sind Gesprächsstoff"),
        Band.CONCERN: ("macht Sorge", "machen Sorge"),
    }
    parts: list[str] = []
    for band, (one, several) in phrases.items():
        number = sum(factor.band is band for factor in factors if factor.mean is not None)
        if number:
            noun = ("Faktor", "Faktoren") if not parts else ("", "")
            who = count(number, *noun, feminine=False).strip() if noun[0] or number > 1 else "einer"
            parts.append(f"{who} {one if number == 1 else several}")
    if not parts:
        return words.FACTORS_WITHHELD
    return f"{sentence_case(', '.join(parts))}."


def _fallen(shown: Sequence[FactorFacts]) -> str:
    title = _moved([(_step(factor, down=True), factor.title) for factor in shown])
    return f"„{title}“ wird vorsichtiger eingeschätzt als in der Runde davor." if title else ""


def _risen(shown: Sequence[FactorFacts]) -> str:
    title = _moved([(_step(factor, down=False), factor.title) for factor in shown])
    return f"„{title}“ wird weiter eingeschätzt als in der Runde davor." if title else ""


def _nothing_moved(shown: Sequence[FactorFacts]) -> str:
    """Say that no change is sure, when changes could be looked at."""
    changes = [factor.change for factor in shown if factor.change is not None]
    return NO_SURE_CHANGE if changes and not any(change.sure for change in changes) else ""


def _step(factor: FactorFacts, *, down: bool) -> float | None:
    """Return how far a factor surely moved one way; ``None`` when its interval holds zero."""
    if factor.change is None or not factor.change.sure:
        return None
    return -factor.change.step if down else factor.change.step


def _moved(steps: Sequence[tuple[float | None, str]]) -> str:
    """Return the title of the clearest move, empty when none is clear or two are alike."""
    known = sorted(((step, title) for step, title in steps if step is not None), reverse=True)
    if not known or known[0][0] < CLEAR_STEP or (len(known) > 1 and known[0][0] == known[1][0]):
        return ""
    return known[0][1]


def first_alone(values: Sequence[tuple[float | None, str]]) -> tuple[float, str] | None:
    """Return the highest value and its title, ``None`` when there are too few to compare or two are alike."""
    known = sorted(((value, title) for value, title in values if value is not None), reverse=True)
    if len(known) < FEWEST_TO_COMPARE or known[0][0] == known[1][0]:
        return None
    return known[0]
