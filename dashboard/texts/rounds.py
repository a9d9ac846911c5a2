"""Wording of the page that opens, fills and closes rounds; the letters stand in ``bkcore.wording.letters``."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from bkcore.reports.invitations import Invitation, LinkState, Progress
from bkcore.reports.rounds import RoundState
from bkcore.vocabulary import Origin
from bkcore.wording.numbers import date_de, number_word, sentence_case
from dashboard.texts import round_standing

TABS: Final = ("Einladen", "Stand und Erinnern", "Stimmen", "Papier", "Bereiche", "Frist und Ende", "Nächste Runde")
TABS_PLANNED: Final = (*TABS[:5], "Ändern oder absagen", "Weitere Runden")
TABS_IDLE: Final = ("Neue Runde", "Papier", "Bereiche")
NONE_TITLE: Final = "Zurzeit läuft keine Runde."
NONE_LEAD: Final = "In einer Runde schätzen die Projekte ein, wie weit sie bei den acht Gelingensfaktoren sind."

OPEN_TITLE: Final = "Neue Runde öffnen"
OPEN_NOTE: Final = (
    "Es läuft immer nur eine Runde. Vorgeschlagen sind vier Wochen ab heute. Liegt der erste Tag später, können Sie "
    "schon jetzt einladen."
)
FIELD_TITLE: Final = "Titel"
FIELD_TITLE_HINT: Final = "zum Beispiel: Herbst 2026"
FIELD_OPENS: Final = "Erster Tag"
FIELD_CLOSES: Final = "Letzter Tag"
FIELD_CATALOGUE: Final = "Fassung des Katalogs"
FIELD_ASKED: Final = "Wer soll gefragt werden?"
FIELD_CHOICE: Final = "Wer gehört dazu?"
FIELD_ASKED_HINT: Final = "Projekte und Bereiche suchen und wählen"
ASKED_NOTE: Final = (
    "Vorgeschlagen sind die der letzten Runde, sonst alle laufenden. Eingeladen wird dadurch noch niemand."
)
OPEN_NEXT: Final = "Runde öffnen …"
OPEN_YES: Final = "Runde öffnen"
OPENED: Final = "Die Runde ist angelegt. Jetzt können Sie einladen."

CHOICE_TITLE: Final = "Wer soll gefragt werden?"
CHOICE_NOTE: Final = "Wer schon eingeladen ist, bleibt es, auch wenn Sie das Projekt hier herausnehmen."
CHOICE_SAVE: Final = "Auswahl speichern"
CHOICE_SAVED: Final = "Die Auswahl ist gespeichert."

ANSWERS_TITLE: Final = "Alle Einladungen"
ANSWERS_NOTE: Final = "Mit Link und Post. Was falsch ist, berichtigen Sie darunter; dort gibt es auch einen neuen Link."
ANSWERS_NONE: Final = "Noch ist niemand eingeladen. Wählen Sie unter „Einladen“ ein Projekt."
COLUMN_PROJECT: Final = "Projekt"
COLUMN_VIEW: Final = "Sicht"
COLUMN_FOR: Final = "Für"
COLUMN_PROGRESS: Final = "Stand"
COLUMN_LINK: Final = "Link"
COLUMN_POST: Final = "Post"
COLUMNS: Final = (COLUMN_PROJECT, COLUMN_VIEW, COLUMN_FOR, COLUMN_PROGRESS, COLUMN_LINK, COLUMN_POST)
ON_PAPER: Final = "vom Papierbogen"
IMPORTED: Final = "eingelesen"
NOT_USED: Final = "noch nicht geöffnet"

PROGRESS: Final[Mapping[Progress, str]] = {
    Progress.ASKED: round_standing.ASKED,
    Progress.BEGUN: round_standing.BEGUN,
    Progress.HANDED_IN: round_standing.HANDED_IN,
}
LINK: Final[Mapping[LinkState, str]] = {
    LinkState.VALID: "gilt",
    LinkState.REVOKED: "gesperrt",
    LinkState.NONE: "ohne Link angemeldet",
}


CLOSE_TITLE: Final = "Runde beenden"
CLOSE: Final = "Runde jetzt beenden …"
CLOSE_YES: Final = "Runde beenden"
CLOSED: Final = "Die Runde ist beendet. Die Ergebnisse stehen unter „Gelingensfaktoren“."

NEXT: Final = (
    "Wie es weitergeht: Sehen Sie die Gelingensfaktoren an und besprechen Sie sie in der Steuerungsgruppe.",
    "Dann veröffentlichen Sie den neuen Stand für den Rat. E-Mail-Adressen dieser Runde werden nach 30 Tagen gelöscht.",
)
TO_FACTORS: Final = "Zu den Gelingensfaktoren"
TO_COUNCIL: Final = "Zur Ratsansicht"

PAST_TITLE: Final = "Frühere Runden"
COLUMN_ROUND: Final = "Runde"
COLUMN_FROM: Final = "Von"
COLUMN_TO: Final = "Bis"
COLUMN_HANDED_IN: Final = "Abgegeben"
COLUMN_DEPARTMENTS: Final = "Bereiche"
PAST_COLUMNS: Final = (COLUMN_ROUND, COLUMN_FROM, COLUMN_TO, COLUMN_HANDED_IN, COLUMN_DEPARTMENTS)


def open_lead(turn: RoundState) -> str:
    """Return how many projects, and apart from them departments, have answered, and until when they may."""
    projects = _answered(turn.projects_asked, turn.projects_handed_in)
    if turn.departments_asked:
        own = departments(turn.departments_handed_in, turn.departments_asked)
        projects = f"{projects if turn.projects_asked else ''} Abgegeben haben außerdem {own}.".strip()
    return f"{projects} Letzter Tag ist der {date_de(turn.closes_on)}."


def planned_title(title: str, days: int) -> str:
    """Return when the round begins."""
    if days == 1:
        return f"Die Runde „{title}“ beginnt morgen."
    return f"Die Runde „{title}“ beginnt in {number_word(days)} Tagen."


def planned_lead(turn: RoundState) -> str:
    """Return the period, and that one may invite already."""
    return (
        f"Sie läuft vom {date_de(turn.opens_on)} bis zum {date_de(turn.closes_on)}. Einladen können Sie schon jetzt; "
        "antworten kann man ab dem ersten Tag."
    )


def _answered(asked: int, handed_in: int) -> str:
    if not asked:
        return "Noch ist niemand eingeladen."
    if asked == 1:
        return f"Das eingeladene Projekt hat {'' if handed_in else 'noch nicht '}abgegeben."
    some = {0: "hat noch keines", 1: "hat eines", asked: "haben alle"}
    done = some.get(handed_in, f"haben {number_word(handed_in)}")
    return f"Von {number_word(asked)} eingeladenen Projekten {done} abgegeben."


def open_question(title: str, *, later: bool) -> str:
    """Return the question before opening a round, or before planning one that begins later."""
    return f"Runde „{title}“ {'planen' if later else 'öffnen'}?"


def catalogue_version(version: str, *, draft: bool) -> str:
    """Return the name of a version, and that the steering group has not approved it."""
    return f"{version} (Entwurf)" if draft else version


def open_consequences(opens_on: date, closes_on: date, *, today: date) -> tuple[str, ...]:
    """Return what opening a round does."""
    first = "Ab sofort" if opens_on <= today else f"Vom {date_de(opens_on)} an"
    return (
        f"{first} und bis zum {date_de(closes_on)} einschließlich können alle Eingeladenen antworten.",
        "Bis dahin sieht niemand Zwischenergebnisse. Danach schließt die Runde von selbst.",
    )


def close_question(title: str) -> str:
    """Return the question before closing."""
    return f"Runde „{title}“ beenden?"


def close_consequences(begun: int) -> tuple[str, ...]:
    """Return what closing a round does, and how many drafts are lost for the result."""
    results = "Die Ergebnisse werden für die Steuerungsgruppe sichtbar."
    return (drafts(begun), f"Die persönlichen Links gelten nicht mehr. {results}", "Das lässt sich nicht zurücknehmen.")


def drafts(begun: int) -> str:
    """Return how many assessments are begun and not handed in."""
    if not begun:
        return "Zurzeit ist keine Einschätzung begonnen und noch nicht abgegeben."
    if begun == 1:
        return "Eine begonnene Einschätzung ist noch nicht abgegeben. Sie zählt dann nicht mit."
    number = sentence_case(number_word(begun))
    return f"{number} begonnene Einschätzungen sind noch nicht abgegeben. Sie zählen dann nicht mit."


def closed_title(title: str) -> str:
    """Head what is said about the latest round."""
    return f"Die Runde „{title}“ ist beendet."


def closed_note(turn: RoundState) -> str:
    """Return who handed in, projects and departments apart."""
    parts = [handed_in(turn.projects_handed_in, turn.projects_asked)] if turn.projects_asked else []
    own = departments(turn.departments_handed_in, turn.departments_asked)
    parts += [own] if own else []
    return f"Abgegeben haben {' und '.join(parts)}." if parts else "Eingeladen war niemand."


def close_note(closes_on: date) -> str:
    """Return when the round closes by itself."""
    return f"Sie endet von selbst mit dem {date_de(closes_on)}. Beenden Sie sie nur, wenn niemand mehr antworten soll."


def row_link(state: LinkState, last_used_on: date | None, *, origin: Origin) -> str:
    """Return what a link is worth and when it was last opened, or how else the answers came in."""
    if state is LinkState.VALID:
        used = f"zuletzt geöffnet am {date_de(last_used_on)}" if last_used_on else NOT_USED
        worth = f"{LINK[state]}, {used}"
        return f"{ON_PAPER}; Link {worth}" if origin is Origin.PAPER else worth
    return {Origin.PAPER: ON_PAPER, Origin.IMPORTED: IMPORTED}.get(origin, LINK[state])


def number(assessment_id: int) -> str:
    """Return the number of an invitation, in one piece."""
    return together(f"Nr. {assessment_id}")


def together(text: str) -> str:
    """Return a short text that no line break may part."""
    return text.replace(" ", "\u00a0")


def handed_in(done: int, asked: int) -> str:
    """Return how many of the asked projects have handed in."""
    return f"{done} von {asked} Projekten"


def departments(done: int, asked: int) -> str:
    """Return how many of the asked departments have handed in; empty when none was asked."""
    return f"{done} von {asked} {'Bereich' if asked == 1 else 'Bereichen'}" if asked else ""


def row_post(entry: Invitation) -> str:
    """Return where to and when a message went, and whether the person was reminded."""
    sent = f"verschickt am {date_de(entry.sent_on)}" if entry.sent_on else ""
    return ", ".join(part for part in (entry.mail or "", sent, round_standing.reminded(entry)) if part)
