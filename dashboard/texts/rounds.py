"""Wording of the page that opens, fills and closes rounds, and of the messages that invite to them."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from bkcore import catalogue
from bkcore.reports.invitations import LinkState, Progress
from bkcore.vocabulary import View
from bkcore.wording.labels import label
from bkcore.wording.numbers import date_de, number_word, sentence_case

_FORM: Final = catalogue.form_wording()

NONE_TITLE: Final = "Zurzeit läuft keine Runde."
NONE_LEAD: Final = "In einer Runde schätzen die Projekte ein, wie weit sie bei den acht Gelingensfaktoren sind."

OPEN_TITLE: Final = "Neue Runde öffnen"
OPEN_NOTE: Final = "Es läuft immer nur eine Runde. Vorgeschlagen sind vier Wochen."
FIELD_TITLE: Final = "Titel"
FIELD_TITLE_HINT: Final = "zum Beispiel: Herbst 2026"
FIELD_CLOSES: Final = "Letzter Tag"
OPEN_NEXT: Final = "Runde öffnen …"
OPEN_YES: Final = "Runde öffnen"
OPENED: Final = "Die Runde ist offen. Jetzt können Sie einladen."

INVITE_TITLE: Final = "Einladen"
INVITE_NOTE: Final = "Jede Einladung ist ein persönlicher Link für einen Menschen. Sie verschicken ihn selbst."
FIELD_PROJECTS: Final = "Projekte"
FIELD_PROJECTS_HINT: Final = "Projekte wählen"
FIELD_VIEW: Final = "Sicht"
FIELD_LABEL: Final = "Für wen? Eine Funktion, bitte keine Namen (freiwillig)"
FIELD_LABEL_HINT: Final = "zum Beispiel: Projektleitung"
INVITE_BUTTON: Final = "Einladen und Link zeigen"
CHOOSE_MISSING: Final = "Alle Projekte ohne Einladung wählen"
NO_PROJECT_CHOSEN: Final = "Bitte wählen Sie mindestens ein Projekt."
NO_PROJECTS: Final = "Noch sind keine Projekte erfasst. Laden Sie zuerst Ihre Daten mit „bk import“."
FILE_NAME: Final = "einladungen.txt"

ANSWERS_TITLE: Final = "Wer hat geantwortet?"
ANSWERS_NOTE: Final = "Nur der Stand, nie die Antworten."
ANSWERS_NONE: Final = "Noch ist niemand eingeladen. Wählen Sie oben ein Projekt."
COLUMN_PROJECT: Final = "Projekt"
COLUMN_VIEW: Final = "Sicht"
COLUMN_FOR: Final = "Für"
COLUMN_PROGRESS: Final = "Stand"
COLUMN_LINK: Final = "Link"
COLUMNS: Final = (COLUMN_PROJECT, COLUMN_VIEW, COLUMN_FOR, COLUMN_PROGRESS, COLUMN_LINK)
NOT_USED: Final = "noch nicht geöffnet"

PROGRESS: Final[Mapping[Progress, str]] = {
    Progress.ASKED: "○ nicht begonnen",
    Progress.BEGUN: "◐ begonnen",
    Progress.HANDED_IN: "● abgegeben",
}
LINK: Final[Mapping[LinkState, str]] = {
    LinkState.VALID: "gilt",
    LinkState.REVOKED: "gesperrt",
    LinkState.NONE: "ohne Link angemeldet",
}

LINKS_TITLE: Final = "Link verloren oder in falschen Händen?"
LINKS_NOTE: Final = "Die Antworten bleiben in jedem Fall erhalten."
FIELD_LINK: Final = "Einladung"
FIELD_LINK_HINT: Final = "Einladung wählen"
RENEW: Final = "Neuen Link geben …"
RENEW_YES: Final = "Neuen Link geben"
RENEW_QUESTION: Final = "Neuen Link geben?"
RENEW_TEXT: Final = (
    "Sie bekommen eine neue Adresse für dieselbe Einschätzung. Die alte gilt sofort nicht mehr; wer mit ihr angemeldet "
    "ist, wird abgemeldet."
)
REVOKE: Final = "Link sperren …"
REVOKE_YES: Final = "Link sperren"
REVOKE_QUESTION: Final = "Link sperren?"
REVOKE_TEXT: Final = (
    "Der Link gilt sofort nicht mehr; wer mit ihm angemeldet ist, wird abgemeldet. "
    "Einen neuen können Sie jederzeit geben."
)
REVOKED: Final = "Der Link ist gesperrt."

CLOSE_TITLE: Final = "Runde beenden"
CLOSE: Final = "Runde jetzt beenden …"
CLOSE_YES: Final = "Runde beenden"
CLOSED: Final = "Die Runde ist beendet. Die Ergebnisse stehen unter „Gelingensfaktoren“."

PAST_TITLE: Final = "Frühere Runden"
COLUMN_ROUND: Final = "Runde"
COLUMN_FROM: Final = "Von"
COLUMN_TO: Final = "Bis"
COLUMN_HANDED_IN: Final = "Abgegeben"
PAST_COLUMNS: Final = (COLUMN_ROUND, COLUMN_FROM, COLUMN_TO, COLUMN_HANDED_IN)

_SENDER: Final = "Integrationsmanagement der Stadt Bergkamen"
_VIEW_SENTENCES: Final[Mapping[View, str]] = {
    View.LEAD: "Bitte antworten Sie aus Ihrer Sicht als Projektleitung.",
    View.TEAM: "Bitte antworten Sie aus Ihrer Sicht als Mitglied des Teams.",
    View.PARTNER: "Bitte antworten Sie aus Ihrer Sicht als Partner:in des Vorhabens.",
}


def open_title(title: str, days: int) -> str:
    """Return how long the round still runs."""
    if days <= 0:
        return f"Die Runde „{title}“ endet heute."
    if days == 1:
        return f"Die Runde „{title}“ endet morgen."
    return f"Die Runde „{title}“ läuft noch {number_word(days)} Tage."


def open_lead(asked: int, handed_in: int, closes_on: date) -> str:
    """Return how many projects have answered, and until when they may."""
    return f"{_answered(asked, handed_in)} Letzter Tag ist der {date_de(closes_on)}."


def _answered(asked: int, handed_in: int) -> str:
    if not asked:
        return "Noch ist niemand eingeladen."
    if asked == 1:
        return f"Das eingeladene Projekt hat {'' if handed_in else 'noch nicht '}abgegeben."
    some = {0: "hat noch keines", 1: "hat eines", asked: "haben alle"}
    done = some.get(handed_in, f"haben {number_word(handed_in)}")
    return f"Von {number_word(asked)} eingeladenen Projekten {done} abgegeben."


def open_question(title: str) -> str:
    """Return the question before opening."""
    return f"Runde „{title}“ öffnen?"


def open_consequences(closes_on: date) -> tuple[str, ...]:
    """Return what opening a round does."""
    return (
        f"Ab sofort und bis zum {date_de(closes_on)} einschließlich können alle Eingeladenen antworten.",
        "Bis dahin sieht niemand Zwischenergebnisse. Danach schließt die Runde von selbst.",
    )


def close_question(title: str) -> str:
    """Return the question before closing."""
    return f"Runde „{title}“ beenden?"


def close_consequences(begun: int) -> tuple[str, ...]:
    """Return what closing a round does, and how many drafts are lost for the result."""
    if not begun:
        drafts = "Zurzeit ist keine Einschätzung begonnen und noch nicht abgegeben."
    elif begun == 1:
        drafts = "Eine begonnene Einschätzung ist noch nicht abgegeben. Sie zählt dann nicht mit."
    else:
        drafts = (
            f"{sentence_case(number_word(begun))} begonnene Einschätzungen sind noch nicht abgegeben. "
            "Sie zählen dann nicht mit."
        )
    results = "Die Ergebnisse werden für die Steuerungsgruppe sichtbar."
    return (drafts, f"Die persönlichen Links gelten nicht mehr. {results}", "Das lässt sich nicht zurücknehmen.")


def close_note(closes_on: date) -> str:
    """Return when the round closes by itself."""
    return f"Sie endet von selbst mit dem {date_de(closes_on)}. Beenden Sie sie nur, wenn niemand mehr antworten soll."


def row_link(state: LinkState, last_used_on: date | None) -> str:
    """Return what a link is worth and when it was last opened."""
    if state is not LinkState.VALID:
        return LINK[state]
    used = f"zuletzt geöffnet am {date_de(last_used_on)}" if last_used_on else NOT_USED
    return f"{LINK[state]}, {used}"


def invitation(project: str, view: View, made_out_to: str) -> str:
    """Return the name of one invitation."""
    return " · ".join(part for part in (project, label(view), made_out_to) if part)


def handed_in(done: int, asked: int) -> str:
    """Return how many of the asked projects have handed in."""
    return f"{done} von {asked} Projekten"


def subject(project: str) -> str:
    """Return the subject of an invitation."""
    return f"Einladung zur Selbsteinschätzung: {project}"


def body(*, project: str, view: View, address: str, closes_on: date) -> str:
    """Return the message that invites: what it is about, the link, how long, until when."""
    about = (
        f"Sie sind eingeladen, das Vorhaben „{project}“ einzuschätzen: Was gelingt schon, was steht noch am Anfang? "
        "Es geht um die acht Gelingensfaktoren aus der Ratsvorlage 12/0767. Es gibt keine Noten und keine "
        f"Rangliste. {_VIEW_SENTENCES[view]}"
    )
    time = (
        f"{_FORM['duration']} Letzter Tag ist der {date_de(closes_on)}. Bis dahin können Sie jederzeit aufhören "
        "und mit demselben Link weitermachen, auch auf einem anderen Gerät."
    )
    privacy = f"{_FORM['privacy_link']} Solange die Runde läuft, sieht niemand Zwischenergebnisse."
    link = f"Ihr persönlicher Link:\n{address}"
    return "\n\n".join(("Guten Tag,", about, link, time, privacy, f"Vielen Dank und freundliche Grüße\n{_SENDER}"))
