"""Sentences about one project's result, for its page and its sheet; each appears only when its rule makes it true."""

from collections.abc import Sequence
from dataclasses import dataclass

from bkcore.vocabulary import Band, View
from bkcore.wording.findings import CLEAR_STEP, ViewFacts
from bkcore.wording.labels import label
from bkcore.wording.numbers import count, decimal, join_words, number_word, sentence_case, step

TOLD_GAP = 0.5
"""Smallest distance between two views that is spoken of: half a level."""
TOLD_GAPS = 3
"""How many of them are named in words."""
QUESTIONS = {
    Band.STRENGTH: "Stärken: Was tragen wir weiter?",
    Band.DISCUSS: "Gesprächsstoff: Was fehlt noch?",
    Band.CONCERN: "Sorgen: Was braucht es?",
}
"""Heading of each band, in reading order."""
NOT_SURE = "Ob sich wirklich etwas verändert hat, lässt sich bei einem einzelnen Projekt nicht sicher sagen."
NO_FIGURE = "zu wenige Rückmeldungen"
NOT_RECORDED = "nicht erfasst"
NEXT_STEPS = "Drei nächste Schritte"
MEASURES = "Vorgenommen"
NO_MEASURES = "Noch ist keine Maßnahme vereinbart."
VIEWS = "Wie die Sichten zueinander liegen"
LEAD_ALONE = (
    "Aus Team und Partnern haben zu wenige geantwortet, um ihre Sicht getrennt zu zeigen. Die Werte sind deshalb bei "
    "den betroffenen Faktoren die Sicht der Leitung."
)
LEAD_HIDDEN = (
    "Aus Team und Partnern haben zu wenige geantwortet, um ihre Sicht getrennt zu zeigen. Bei den betroffenen Faktoren "
    "steht deshalb nur der gemeinsame Wert, ohne die Sicht der Leitung daneben."
)
_WHO = {
    View.LEAD: "die Leitung",
    View.TEAM: "das Team",
    View.PARTNER: "die Partner",
    View.PARTICIPANT: "die Teilnehmenden",
}
_SEE = {View.LEAD: "sieht", View.TEAM: "sieht", View.PARTNER: "sehen", View.PARTICIPANT: "sehen"}


@dataclass(frozen=True, kw_only=True)
class ProjectFacts:
    """What is known about one factor of one project, as its reader may see it.

    Attributes:
        key: Id of the factor.
        title: Its short title.
        score: The figure on the scale, ``None`` without one.
        text: The same as it is written.
        band: Its band.
        previous: The same in the round before, ``None`` without one.
        lower: Lower end of the other projects' middle half, ``None`` when they are too few.
        upper: Its upper end.
        others: How many other projects there are in it.
        views: The views that appear.
        ladder: Whether its levels are the ladder of participation; every figure here is then a step.
        lead_alone: Whether the figure is the lead's view, because another must not be worked out.
        lead_hidden: Whether the lead's view does not appear, for the same reason.
    """

    key: str
    title: str
    score: float | None = None
    text: str = ""
    band: Band | None = None
    previous: float | None = None
    lower: float | None = None
    upper: float | None = None
    others: int = 0
    views: tuple[ViewFacts, ...] = ()
    ladder: bool = False
    lead_alone: bool = False
    lead_hidden: bool = False

    @property
    def ends(self) -> tuple[ViewFacts, ViewFacts] | None:
        """The lowest and the highest view, ``None`` below two or when all are alike."""
        ordered = sorted(self.views, key=lambda view: view.mean)
        return (ordered[0], ordered[-1]) if len(ordered) > 1 and ordered[0].mean < ordered[-1].mean else None

    @property
    def gap(self) -> float:
        """Distance between the lowest and the highest view, 0 without two."""
        return self.ends[1].mean - self.ends[0].mean if self.ends else 0.0


def widest(facts: Sequence[ProjectFacts]) -> tuple[ProjectFacts, ...]:
    """Return the factors whose views lie at least half a level apart, the widest first, at most three."""
    apart = [fact for fact in facts if fact.gap >= TOLD_GAP]
    return tuple(sorted(apart, key=lambda fact: -fact.gap)[:TOLD_GAPS])


def gap_sentence(fact: ProjectFacts) -> str:
    """Say between whom the views of a factor lie apart.

    Examples:
        >>> views = (ViewFacts(view=View.LEAD, mean=4.26, raters=1), ViewFacts(view=View.TEAM, mean=2.5, raters=4))
        >>> gap_sentence(ProjectFacts(key="f", title="Augenhöhe", views=views))
        '„Augenhöhe“: Die Leitung sieht das Projekt bei 4,3, das Team bei 2,5.'
    """
    if fact.ends is None:
        return ""
    low, high = fact.ends
    at = "auf" if fact.ladder else "bei"
    first = f"{sentence_case(_WHO[high.view])} {_SEE[high.view]} das Projekt {at} {_seen(fact, high)}"
    return f"„{fact.title}“: {first}, {_WHO[low.view]} {at} {_seen(fact, low)}."


def views_finding(facts: Sequence[ProjectFacts]) -> str:
    """Say where the views lie furthest apart, or that they lie close together; empty without two views."""
    told = widest(facts)
    if told:
        return f"Am weitesten liegen die Sichten bei „{told[0].title}“ auseinander."
    return "Die Sichten liegen überall nah beieinander." if any(len(fact.views) > 1 for fact in facts) else ""


def change_finding(facts: Sequence[ProjectFacts], *, previous: str) -> str:
    """Say which figures lie a quarter of a level or more higher or lower than in the round before.

    It never claims more than that: a single project has no interval, so no direction is sure, and ``change_caveat``
    stands beside it. A step of the ladder is told as the step it was and the step it is.

    Args:
        facts: The factors.
        previous: Title of the round before.

    Returns:
        One sentence, empty without a comparison.
    """
    known = [
        (fact.score - fact.previous, fact) for fact in facts if fact.score is not None and fact.previous is not None
    ]
    if not known:
        return ""
    means = [(moved, f"„{fact.title}“") for moved, fact in known if not fact.ladder]
    higher = [title for moved, title in means if moved >= CLEAR_STEP]
    lower = [title for moved, title in means if moved <= -CLEAR_STEP]
    parts = [_moved(higher, "höher") if higher else "", _moved(lower, "niedriger") if lower else ""]
    parts += [
        f"„{fact.title}“ auf {step(fact.score)} statt {step(fact.previous)}"
        for moved, fact in known
        if fact.ladder and moved
    ]
    told = [part for part in parts if part]
    if not told:
        return f"Gegenüber „{previous}“ liegen alle Werte nah beieinander."
    return f"Gegenüber „{previous}“: {join_words(told)}."


def change_caveat(facts: Sequence[ProjectFacts]) -> str:
    """Say what stands beside every comparison of one project with its own past; empty without a comparison."""
    compared = any(fact.score is not None and fact.previous is not None for fact in facts)
    return NOT_SURE if compared else ""


def _moved(titles: Sequence[str], where: str) -> str:
    if len(titles) > TOLD_GAPS:
        return f"{number_word(len(titles))} Faktoren {where}"
    return f"{join_words(list(titles))} {where}"


def views_text(fact: ProjectFacts) -> str:
    """List the views of a factor with their numbers of people; a dash without one."""
    parts = [f"{label(view.view)} {_seen(fact, view)} ({people(view.raters)})" for view in fact.views]
    return ", ".join(parts) if parts else decimal(None)


def coverage(value: int | None, *, known: int, of: int) -> str:
    """Write a counted figure with the number of activities it is known for; nothing known is no zero.

    Examples:
        >>> coverage(12, known=8, of=31), coverage(None, known=0, of=31), coverage(None, known=0, of=0)
        ('12 (bekannt für 8 von 31 Terminen)', 'nicht erfasst (31 Termine)', 'nicht erfasst (keine Termine)')
    """
    if value is None:
        return f"{NOT_RECORDED} ({count(of, 'Termin', 'Termine', feminine=False) if of in {0, 1} else f'{of} Termine'})"
    dates = "Termin" if of == 1 else "Terminen"
    return f"{value} (bekannt für {known} von {of} {dates})"


def description(facts: Sequence[ProjectFacts]) -> str:
    """Describe the profile to those who do not see it."""
    values = [f"{fact.title} {NO_FIGURE if fact.score is None else fact.text}" for fact in facts]
    return f"Punkte auf einer Skala von 1 bis 5: {join_words(values)}." if values else ""


def views_description(facts: Sequence[ProjectFacts]) -> str:
    """Describe the picture of the views to those who do not see it."""
    values = [f"{fact.title}: {views_text(fact)}" for fact in facts if fact.views]
    return f"Sichten auf einer Skala von 1 bis 5. {'; '.join(values)}." if values else ""


def people(number: int) -> str:
    """Write how many persons stand behind a figure."""
    return "eine Person" if number == 1 else f"{number} Personen"


def _seen(fact: ProjectFacts, view: ViewFacts) -> str:
    return step(view.mean) if fact.ladder else decimal(view.mean)
