"""The letters that invite to a round and remind of it, and what is said about sending them."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from bkcore.vocabulary import SubjectKind, View
from bkcore.wording.labels import label
from bkcore.wording.numbers import date_de

SENDER: Final = "Integrationsmanagement der Stadt Bergkamen"
CALENDAR_FILE: Final = "letzter-tag.ics"
REFUSED: Final = "Der Postausgang nimmt diese Adresse nicht an ({reason})."
SENDER_REFUSED: Final = "Der Postausgang nimmt den Absender {sender} nicht an. Bitte prüfen Sie BK_MAIL_FROM."
SILENT: Final = "Der Postausgang antwortet nicht."
LOGIN_REFUSED: Final = "Der Postausgang nimmt die Anmeldung nicht an. Bitte prüfen Sie BK_SMTP_URL."
UNPROTECTED: Final = (
    "Der Postausgang bietet keine Verschlüsselung an. Das Kennwort aus BK_SMTP_URL wird darum nicht übertragen."
)
CERTIFICATE: Final = (
    "Das Zertifikat des Postausgangs ist nicht gültig oder nicht bekannt. Bitte prüfen Sie den Namen in BK_SMTP_URL."
)
BROKEN_OFF: Final = "Die Verbindung zum Postausgang ist abgebrochen."
NO_ANSWER: Final = "ohne Begründung"
_VIEW_SENTENCES: Final[Mapping[View, str]] = {
    View.LEAD: "Bitte antworten Sie aus Ihrer Sicht als Leitung.",
    View.TEAM: "Bitte antworten Sie aus Ihrer Sicht als Mitglied des Teams.",
    View.PARTNER: "Bitte antworten Sie aus Ihrer Sicht als Partner:in.",
}
_ABOUT: Final[Mapping[SubjectKind, str]] = {
    SubjectKind.PROJECT: "das Vorhaben „{title}“ einzuschätzen",
    SubjectKind.DEPARTMENT: "den Bereich „{title}“ der Verwaltung einzuschätzen",
}


def invitation_name(project: str, view: View, made_out_to: str) -> str:
    """Return the name of one invitation."""
    return " · ".join(part for part in (project, label(view), made_out_to) if part)


def invitation_subject(project: str) -> str:
    """Return the subject of an invitation."""
    return f"Einladung zur Selbsteinschätzung: {project}"


def reminder_subject(project: str, closes_on: date) -> str:
    """Return the subject of a reminder."""
    return f"Erinnerung bis {date_de(closes_on)}: Selbsteinschätzung {project}"


def invitation_body(
    *,
    project: str,
    kind: SubjectKind,
    view: View,
    address: str,
    opens_on: date | None,
    closes_on: date,
    duration: str,
    privacy: str,
) -> str:
    """Return the letter that invites: what it is about, the link, how long, until when.

    Args:
        project: Title of the project or department.
        kind: Which of both it is.
        view: From where the person looks.
        address: The personal link.
        opens_on: First day when it is still to come, else ``None``.
        closes_on: Last day.
        duration: The form's own sentence on how long it takes.
        privacy: The form's own sentence on the link.
    """
    about = (
        f"Sie sind eingeladen, {_ABOUT[kind].format(title=project)}: Was gelingt schon, was steht noch am Anfang? "
        "Es geht um die acht Gelingensfaktoren aus der Ratsvorlage 12/0767. Es gibt keine Noten und keine "
        f"Rangliste. {_VIEW_SENTENCES[view]}"
    )
    first = f"Antworten können Sie ab dem {date_de(opens_on)}. " if opens_on else ""
    time = (
        f"{duration} {first}Letzter Tag ist der {date_de(closes_on)}. Bis dahin können Sie jederzeit aufhören "
        "und mit demselben Link weitermachen, auch auf einem anderen Gerät."
    )
    seen = f"{privacy} Solange die Runde läuft, sieht niemand Zwischenergebnisse."
    return letter(about, personal(address), time, seen)


def reminder_body(
    *, project: str, kind: SubjectKind, begun: bool, address: str, closes_on: date, duration: str, privacy: str
) -> str:
    """Return the letter that reminds; it says whether there are answers already, because the person knows it too.

    Args:
        project: Title of the project or department.
        kind: Which of both it is.
        begun: Whether the person has begun.
        address: One more personal link to the same assessment.
        closes_on: Last day.
        duration: The form's own sentence on how long it takes.
        privacy: The form's own sentence on the link.
    """
    about = (
        f"vor Kurzem haben wir Sie gebeten, {_ABOUT[kind].format(title=project)}. Ihre Sicht fehlt uns noch. "
        f"Bis zum {date_de(closes_on)} können Sie antworten."
    )
    so_far = (
        "Ihre bisherigen Antworten sind gespeichert. Es fehlt nur noch das Abgeben; erst dann zählen sie."
        if begun
        else duration
    )
    ways = (
        "Dieser Link führt zu derselben Einschätzung wie der erste; beide gelten. Lieber auf Papier? "
        "Antworten Sie einfach auf diese Nachricht, dann bekommen Sie einen Bogen."
    )
    return letter(about, personal(address), so_far, ways, privacy)


def calendar_title(project: str) -> str:
    """Return what stands in a calendar on the last day."""
    return f"Letzter Tag: Selbsteinschätzung {project}"


def calendar_text(round_title: str) -> str:
    """Return what a calendar says about it; the personal link is not in it, because calendars are shared."""
    return (
        f"Runde „{round_title}“ im Vielfalts-Netzwerk Bergkamen for all. Ihr persönlicher Link steht in der Nachricht, "
        "mit der Sie eingeladen wurden."
    )


def personal(address: str) -> str:
    """Return the paragraph with a personal link, which stands in a line of its own."""
    return f"Ihr persönlicher Link:\n{address}"


def letter(*paragraphs: str) -> str:
    """Return paragraphs between greeting and signature."""
    return "\n\n".join(("Guten Tag,", *paragraphs, f"Vielen Dank und freundliche Grüße\n{SENDER}"))
