"""Wording of the page of one project."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from bkcore.instrument import LEVELS, Action, Factor
from bkcore.metrics.companions import CountedFigure
from bkcore.thresholds import INTERNAL_MINIMUM
from bkcore.vocabulary import Band, MeasureState, SubjectKind
from bkcore.wording import project_result as words
from bkcore.wording.labels import label
from bkcore.wording.numbers import count, date_de, decimal, number_word, sentence_case, signed, step
from bkcore.wording.project_result import ProjectFacts
from dashboard.texts import navigation

TITLE: Final = navigation.PROJECT
_FEWEST: Final = number_word(INTERNAL_MINIMUM)
ABOUT: Final = "Was ein Projekt aus einer Runde zurückbekommt: sein Profil, seine Sichten und drei nächste Schritte."
FIELD_PROJECT: Final = "Projekt"
FIELD_ROUND: Final = "Runde"
NONE_TITLE: Final = "Noch gibt es kein Ergebnis."
NONE_OWN: Final = (
    "Sobald eine Runde beendet ist, in der Ihr Projekt Antworten abgegeben hat, steht hier Ihr Ergebnis. "
    "Ihre Antworten finden Sie unter „Selbsteinschätzung“."
)
NONE_HOUSE: Final = (
    "Sobald eine Runde beendet ist, steht hier das Ergebnis jedes Projekts, das Antworten abgegeben hat. "
    "Die Verwaltung öffnet eine Runde unter „Runden“."
)
FOREIGN_TITLE: Final = "Dieses Projekt gehört nicht zu Ihrem Zugang."
FOREIGN: Final = "Sie sehen das Ergebnis Ihres eigenen Projekts. Andere Projekte sieht die Steuerungsgruppe."
NOTHING_TITLE: Final = "Noch zu wenige Rückmeldungen."
NOTHING: Final = (
    "Zu keinem Faktor haben so viele Menschen geantwortet, dass wir einen Wert zeigen können, ohne jemanden erkennbar "
    "zu machen. Laden Sie in der nächsten Runde auch Team und Partner ein."
)
PROFILE_MEANING: Final = (
    "Der Wert eines Projekts ist der Mittelwert der Sichten von Leitung, Team und Partnern; jede Sicht zählt gleich "
    "viel. Stimmen der Teilnehmenden gehen nicht ein. Ab 4 sprechen wir von einer Stärke, ab 3 von Gesprächsstoff, "
    "darunter von einer Sorge. Bei der Mitbestimmung bilden die Stufen eine Leiter; dort steht statt eines Mittelwerts "
    "die mittlere Stufe. Das sind Anlässe für ein Gespräch, keine Noten.\n\nDer graue Balken zeigt, wo die mittlere "
    "Hälfte der übrigen Projekte liegt. Er erscheint ab drei anderen Projekten. Eine Rangfolge gibt es nicht."
)
VIEWS_MEANING: Final = (
    f"Jede Sicht ist der Mittelwert ihrer Personen. Die Leitung steht für sich; jede andere Sicht erscheint ab "
    f"{_FEWEST} Personen. Ein Abstand ist kein Fehler. Er zeigt, worüber sich zu reden lohnt.\n\nHaben aus Team und "
    f"Partnern weniger als {_FEWEST} Menschen geantwortet, zeigen wir entweder den gemeinsamen Wert oder die Sicht der "
    "Leitung, nie beides: Sonst ließe sich ausrechnen, was diese Menschen geantwortet haben."
)
ONE_VIEW: Final = (
    f"Für den Vergleich der Sichten braucht es neben der Leitung mindestens {_FEWEST} Menschen aus dem Team, von "
    "Partnern oder unter den Teilnehmenden. Laden Sie in der nächsten Runde mehr Menschen ein."
)
LADDER: Final = "Mitbestimmung: auf welcher Stufe der Leiter"
TALK: Final = "Worüber Sie sprechen können"
STEPS_NOTE: Final = "Aus dem Katalog der Handlungsempfehlungen, passend zu Ihrem Ergebnis."
STEPS_RULE: Final = (
    "So werden sie ausgewählt: zuerst Sorgen, dann Gesprächsstoff, dann Stärken; darin zuerst, wo die Sichten am "
    "weitesten auseinanderliegen, dann der niedrigste Wert. Der Vorschlag führt von der erreichten Stufe zur nächsten."
)
TAKE_ON: Final = "Als Maßnahme vornehmen …"
TAKEN_ON: Final = "Schon vorgenommen"
OWN_MEASURE: Final = "Eigene Maßnahme festhalten …"
PLAN_TITLE: Final = "Maßnahme vornehmen"
PLAN_LEAD: Final = "Was, wer und bis wann: So lässt sich später sagen, was daraus geworden ist."
FIELD_TITLE: Final = "Was wollen Sie tun?"
FIELD_TEXT: Final = "Mehr dazu"
FIELD_FACTOR: Final = "Zu welchem Faktor?"
NO_FACTOR: Final = "zu keinem bestimmten"
FIELD_ORGANISATION: Final = "Welche Organisation kümmert sich?"
FIELD_ORGANISATION_HINT: Final = "Organisation wählen"
FIELD_OWNER: Final = "Wer darin? Eine Funktion, kein Name"
FIELD_OWNER_HINT: Final = "zum Beispiel Projektleitung"
FIELD_DUE: Final = "Bis wann?"
PLAN_YES: Final = "Maßnahme vornehmen"
PLANNED: Final = "Die Maßnahme ist vorgenommen."
FIELD_MEASURE: Final = "Maßnahme"
FIELD_MEASURE_HINT: Final = "Maßnahme wählen"
FIELD_STATE: Final = "Neuer Stand"
CHANGE_STATE: Final = "Stand speichern"
STATE_SAVED: Final = "Der Stand ist gespeichert."
STATE_TITLE: Final = "Stand einer Maßnahme ändern"
MEASURE_COLUMNS: Final = ("Maßnahme", "Faktor", "Wer", "Bis wann", "Stand")
SINGLY: Final = "Die acht Faktoren im Einzelnen"
SINGLY_NOTE: Final = "Zu jedem Faktor: Leitfrage, Zahlen, was daneben gezählt wurde und was Menschen geschrieben haben."
SHEET: Final = "Ein Blatt für Ihr Team (PDF)"
SHEET_TITLE: Final = "Zum Mitnehmen"
SHEET_NOTE: Final = "Alles Wichtige auf einer Seite, zum Ausdrucken für das nächste Treffen."
WITHHELD_CELL: Final = "·"
COLUMN_FACTOR: Final = "Gelingensfaktor"
COLUMN_GAP: Final = "Abstand"
PROFILE_COLUMNS: Final = (COLUMN_FACTOR, "Wert", "Runde davor", "Übrige von", "Übrige bis", "Übrige Projekte")
WHAT_PEOPLE_WROTE: Final = "Was Menschen geschrieben haben"


def head(facts: Sequence[ProjectFacts], *, title: str) -> tuple[str, str]:
    """Return title and lead of the page: the project's name, and where the views lie or what moved."""
    told = words.views_finding(facts)
    return title, f"{profile_finding(facts)} {told}".strip()


def eyebrow(kind: SubjectKind, round_title: str) -> str:
    """Return where one is: what is assessed, and the round."""
    return f"{label(kind)} · Runde „{round_title}“"


def subject(title: str, kind: SubjectKind) -> str:
    """Name a project in the list to choose from; a department says what it is."""
    return title if kind is SubjectKind.PROJECT else f"{title} ({label(kind)})"


def profile_finding(facts: Sequence[ProjectFacts]) -> str:
    """Say how many factors lie in which band."""
    names = {Band.STRENGTH: ("Stärke", "Stärken"), Band.CONCERN: ("Sorge", "Sorgen")}
    parts = [
        count(sum(fact.band is band for fact in facts), *names[band])
        for band in names
        if any(fact.band is band for fact in facts)
    ]
    talk = sum(fact.band is Band.DISCUSS for fact in facts)
    if talk:
        times = "einmal" if talk == 1 else f"{number_word(talk)}mal"
        parts.insert(1 if parts and "Stärke" in parts[0] else 0, f"{times} Gesprächsstoff")
    return f"{sentence_case(', '.join(parts))}." if parts else ""


def profile_subtitle(facts: Sequence[ProjectFacts], *, title: str, previous: str) -> str:
    """Say what the profile measures and what stands beside it."""
    others = [fact.others for fact in facts if fact.others]
    ring = f", Ring: Runde „{previous}“" if any(fact.previous is not None for fact in facts) else ""
    band = f", Balken: mittlere Hälfte der übrigen {max(others)} Projekte" if others else ""
    marks = f"Selbsteinschätzung auf Stufe 1 bis 5, Runde „{title}“. Sechseck: dieses Projekt{band}{ring}."
    return f"{marks} {words.change_caveat(facts)}".strip()


def views_subtitle(*, title: str) -> str:
    """Say what the picture of the views measures."""
    measured = f"Mittelwert je Sicht auf Stufe 1 bis 5, Runde „{title}“."
    return f"{measured} Jede Sicht ab {_FEWEST} Personen, die Leitung für sich."


def points(facts: Sequence[ProjectFacts]) -> tuple[tuple[str, str], ...]:
    """Return the factors by band: what to ask, and which; empty bands are left out."""
    found = []
    for band, question in words.QUESTIONS.items():
        titles = [f"{fact.title} ({fact.text})" for fact in facts if fact.band is band]
        if titles:
            found.append((question, " · ".join(titles)))
    return tuple(found)


def ladder(step: int, factor: Factor) -> tuple[str, str]:
    """Return the step of participation and what it looks like; an ordinal step, never a mean."""
    return f"Stufe {step} von {LEVELS}", factor.short.levels[step - 1]


def step_note(title: str, action: Action) -> str:
    """Say over which step an action leads."""
    return f"{title}: von Stufe {action.from_level} zu {action.to_level}"


def expander(factor: Factor, fact: ProjectFacts) -> str:
    """Name a factor with its value."""
    return f"{factor.number}. {factor.title}: **{WITHHELD_CELL if fact.score is None else fact.text}**"


def numbers(
    fact: ProjectFacts,
    *,
    past: Sequence[tuple[str, str]],
    counted: tuple[str, CountedFigure] | None,
    definition: str,
) -> tuple[tuple[str, str], ...]:
    """Return names and values of what is known about one factor; what is not defined is left out.

    Args:
        fact: The factor.
        past: Title of each earlier round, the oldest first, and the value then.
        counted: Title of the counted figure and the figure.
        definition: How that figure is counted.
    """
    what = "Sicht der Leitung" if fact.lead_alone else "Wert des Projekts"
    rows = [
        (
            what,
            words.NO_FIGURE if fact.score is None else f"{fact.text} von 5 · {label(fact.band)}" if fact.band else "",
        ),
        ("Sichten", words.views_text(fact) if fact.views else ""),
        *((f"Runde „{title}“", value) for title, value in past),
        ("Unterschied", _difference(fact)),
        ("Übrige Projekte", _others(fact)),
    ]
    if counted is not None:
        title, figure = counted
        value = words.coverage(figure.value, known=figure.known, of=figure.of)
        rows.append((f"Gezählt: {title}", f"{value}. {definition}"))
    return tuple(row for row in rows if row[1])


def measure_row(title: str, factor: str, owner: str, due_on: date, state: MeasureState) -> tuple[str, ...]:
    """Return the cells of one measure."""
    return title, factor, owner, date_de(due_on), label(state)


def overdue(number: int) -> str:
    """Say how many measures are past their day; empty for none."""
    if not number:
        return ""
    verb = "ist" if number == 1 else "sind"
    return f"{sentence_case(count(number, 'Maßnahme', 'Maßnahmen'))} {verb} über dem Termin."


def sheet_file(slug: str, round_slug: str) -> str:
    """Return the name of the sheet's file."""
    return f"{slug}-{round_slug}.pdf"


def _difference(fact: ProjectFacts) -> str:
    if fact.score is None or fact.previous is None:
        return ""
    if fact.ladder:
        moved = round(fact.score - fact.previous)
        steps = count(abs(moved), "Stufe", "Stufen")
        return f"{steps} {'höher' if moved > 0 else 'niedriger'} als in der Runde davor" if moved else "dieselbe Stufe"
    return f"{signed(fact.score - fact.previous, digits=1)} gegenüber der Runde davor"


def _others(fact: ProjectFacts) -> str:
    if fact.lower is None or fact.upper is None:
        return ""
    write = step if fact.ladder else decimal
    ends = f"{write(fact.lower)} bis {write(fact.upper)}"
    return f"mittlere Hälfte {ends} ({fact.others} Projekte)"
