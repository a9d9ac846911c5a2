"""Wording around an invitation that is put right: corrected, given a new link, blocked."""

from typing import Final

from bkcore.reports.invitations import Invitation, Progress

LINKS_TITLE: Final = "Eine Einladung berichtigen"
LINKS_NOTE: Final = (
    "Falsche Adresse, falsche Angabe, Link verloren oder in falschen Händen: Wählen Sie zuerst die Einladung. Die "
    "Antworten bleiben in jedem Fall erhalten."
)
FIELD_LINK: Final = "Einladung"
FIELD_LINK_HINT: Final = "Einladung wählen"
RENEW: Final = "Neuen Link geben …"
RENEW_YES: Final = "Neuen Link geben"
RENEW_QUESTION: Final = "Neuen Link geben?"
RENEW_TEXT: Final = (
    "Sie bekommen einen neuen Link zu derselben Einschätzung. Der alte gilt sofort nicht mehr; wer mit ihm angemeldet "
    "ist, wird abgemeldet."
)
RENEW_BEGUN: Final = (
    "Hier ist schon geantwortet. Wer den neuen Link öffnet, sieht diese Antworten und kann sie ändern. Stammen sie von "
    "der falschen Person, sperren Sie den Link und laden neu ein."
)
RENEW_OTHER: Final = (
    "Die Adresse ist eine andere. Vertrauliche Texte werden deshalb vorher gelöscht, falls es welche gibt: Nur wer sie "
    "schrieb, darf sie lesen."
)
FIELD_FOR: Final = "Für wen? Eine Funktion, bitte kein Name"
FIELD_MAIL: Final = "E-Mail-Adresse"
CORRECT: Final = "Angaben speichern"
CORRECTED: Final = "Die Angaben sind gespeichert. Der Link bleibt, wie er ist."
CORRECT_NOTE: Final = (
    "„Angaben speichern“ berichtigt nur, was hier steht. Ging eine Nachricht an die falsche Adresse, geben Sie einen "
    "neuen Link: Dann ist der alte sofort wertlos, auch wenn ihn jemand anderes bekommen hat."
)
REVOKE: Final = "Link sperren …"
REVOKE_YES: Final = "Link sperren"
REVOKE_QUESTION: Final = "Link sperren?"
REVOKE_TEXT: Final = (
    "Der Link gilt sofort nicht mehr; wer mit ihm angemeldet ist, wird abgemeldet. "
    "Einen neuen können Sie jederzeit geben."
)
REVOKED: Final = "Der Link ist gesperrt."


def renew_consequences(entry: Invitation, *, name: str, mail: str, by_mail: bool) -> tuple[str, ...]:
    """Return what a new link does: which one dies, where the new one goes, who then sees the answers.

    Args:
        entry: The invitation.
        name: What it is called.
        mail: The address in the field; may be empty.
        by_mail: Whether the program sends messages.
    """
    way = f"Er wird an {mail} verschickt." if mail and by_mail else "Er steht danach zum Kopieren da."
    begun = RENEW_BEGUN if entry.progress is not Progress.ASKED else ""
    other = RENEW_OTHER if mail and entry.mail and mail != entry.mail else ""
    return tuple(part for part in (name, RENEW_TEXT, way, begun, other) if part)
