"""Wording of the page on who was given which way in."""

from collections.abc import Sequence
from typing import Final

from bkcore.reports.given_access import AccessKind, AccessState, GivenAccess
from bkcore.vocabulary import View
from bkcore.wording.labels import label
from bkcore.wording.numbers import count, date_de, sentence_case, whole

TITLE: Final = "Zugänge"
LEAD: Final = (
    "Wer welchen Link hat und wofür. Die Links selbst sind nirgends gespeichert; geht einer verloren, geben Sie dort, "
    "wo er herkommt, einen neuen."
)
EMPTY_TITLE: Final = "Gerade gilt kein Zugang."
EMPTY: Final = "Links vergeben Sie auf den Seiten „Runden“, „Maßnahmen“, „Bestätigen“ und „Ratsansicht“."
KINDS: Final = {
    AccessKind.SIGN_IN: "Anmeldelinks",
    AccessKind.ASSESSMENT: "Selbsteinschätzung",
    AccessKind.MEASURE: "Zuständige für Maßnahmen",
    AccessKind.CAPTURE: "Erfassen",
    AccessKind.CALENDAR: "Kalender",
    AccessKind.LIVE: "Ratsansicht",
    AccessKind.VOICES: "Teilnehmende",
}
NOTES: Final = {
    AccessKind.SIGN_IN: "Einmal-Links für die Anmeldung; nach dem Benutzen gilt, wer damit noch angemeldet ist.",
    AccessKind.ASSESSMENT: "Persönliche Links, bis die Runde endet. Einladung und Erinnerungen zählen als ein Zugang.",
    AccessKind.MEASURE: "Links, unter denen der Stand einer Maßnahme gemeldet wird.",
    AccessKind.CAPTURE: "Links, unter denen ein Projekt Aktivitäten erfasst. Der Kalender des Projekts gehört dazu.",
    AccessKind.CALENDAR: "Adressen, unter denen ein Kalender alle geplanten Termine liest.",
    AccessKind.LIVE: "Live-Links für Rat und Ausschüsse.",
    AccessKind.VOICES: "Aushänge mit acht kurzen Sätzen. Wer dort wann antwortet, wird nicht festgehalten.",
}
COLUMNS: Final = ("Wofür", "Für wen", "Stand", "Vergeben", "Zuletzt\N{NO-BREAK SPACE}benutzt")
ENDED_COLUMNS: Final = ("Wofür", "Art", "Für wen", "Stand", "Zuletzt\N{NO-BREAK SPACE}benutzt")
ENDED: Final = "Beendete Zugänge"
NEVER: Final = "noch nie"
NOT_KEPT: Final = "wird nicht festgehalten"

REVOKE_TITLE: Final = "Zugang zurückziehen"
FIELD: Final = "Welcher Zugang?"
FIELD_HINT: Final = "Zugang wählen"
REVOKE: Final = "Zurückziehen …"
REVOKE_QUESTION: Final = "Den Zugang zurückziehen?"
REVOKE_YES: Final = "Zurückziehen"
REVOKED: Final = "Der Zugang ist zurückgezogen."
_SIGNED_OUT: Final = "Der Link gilt sofort nicht mehr; wer damit angemeldet ist, wird abgemeldet."
_CONSEQUENCES: Final = {
    AccessKind.SIGN_IN: _SIGNED_OUT,
    AccessKind.ASSESSMENT: f"{_SIGNED_OUT} Was schon geantwortet ist, bleibt.",
    AccessKind.MEASURE: "Alle Links zu dieser Maßnahme gelten sofort nicht mehr; die Adressen dazu werden gelöscht.",
    AccessKind.CAPTURE: "Unter diesem Link lässt sich nichts mehr erfassen; sein Kalender und seine Nachfragen enden.",
    AccessKind.CALENDAR: "Kalender, die diese Adresse abonniert haben, bekommen keine Termine mehr.",
    AccessKind.LIVE: "Die Adresse gilt sofort nicht mehr. Das lässt sich nicht zurücknehmen.",
    AccessKind.VOICES: "Das Formular nimmt keine Stimmen mehr an. Was gezählt ist, bleibt.",
}
_VIEWS: Final = {View.LEAD: "Leitung", View.TEAM: "Team", View.PARTNER: "Partner"}
_STATES: Final = {
    AccessState.VALID: "●\N{NO-BREAK SPACE}gilt",
    AccessState.SIGNED_IN: "●\N{NO-BREAK SPACE}angemeldet",
    AccessState.USED: "○\N{NO-BREAK SPACE}verbraucht",
    AccessState.OVER: "○\N{NO-BREAK SPACE}beendet",
    AccessState.REVOKED: "○\N{NO-BREAK SPACE}zurückgezogen",
}


def title(alive: int) -> str:
    """Say how many ways in there are."""
    return f"{sentence_case(count(alive, 'Zugang gilt', 'Zugänge gelten', feminine=False))} gerade."


def row(one: GivenAccess) -> tuple[str, ...]:
    """Return the cells of an address that opens something."""
    created = date_de(one.created_on) if one.created_on else ""
    return (subject(one), who(one), state(one), created, last_used(one))


def ended_row(one: GivenAccess) -> tuple[str, ...]:
    """Return the cells of an address that opens nothing any more."""
    return (subject(one), KINDS[one.kind], who(one), _STATES[one.state], last_used(one))


def name(one: GivenAccess) -> str:
    """Tell one address from all others."""
    given = f"vergeben {date_de(one.created_on)}" if one.created_on else ""
    return " · ".join(part for part in (KINDS[one.kind], subject(one), who(one), given) if part)


def subject(one: GivenAccess) -> str:
    """Say what an address opens."""
    if one.kind is AccessKind.SIGN_IN and one.role is not None:
        return ": ".join(part for part in (label(one.role), one.subject) if part)
    return one.subject or {AccessKind.CALENDAR: "Alle geplanten Termine"}.get(one.kind, "Ratsansicht")


def who(one: GivenAccess) -> str:
    """Say for whom an address is: a view or a function, never a person."""
    if one.kind is AccessKind.VOICES:
        return "alle, die den Aushang sehen"
    return " · ".join(part for part in (_VIEWS.get(one.view, "") if one.view else "", one.label) if part)


def last_used(one: GivenAccess) -> str:
    """Say on which day an address was used last."""
    if one.kind is AccessKind.VOICES:
        return NOT_KEPT
    return date_de(one.last_used_on) if one.last_used_on else NEVER


def state(one: GivenAccess) -> str:
    """Say whether an address is worth anything, and until when."""
    until = f" bis {date_de(one.ends_on)}" if one.ends_on else ""
    several = f" ({whole(one.links)} Links)" if one.links > 1 else ""
    return f"{_STATES[one.state]}{until}{several}"


def consequences(one: GivenAccess) -> tuple[str, ...]:
    """Return what taking an address away does."""
    return (name(one), _CONSEQUENCES[one.kind])


def ended(shown: Sequence[GivenAccess], total: int) -> str:
    """Head the list of what has ended."""
    few = f", die neuesten {whole(len(shown))}" if len(shown) < total else ""
    return f"{ENDED} ({whole(total)}{few})"
