"""Wording around who has not answered yet, and reminding."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from bkcore.reports.invitations import Invitation, Progress
from bkcore.vocabulary import View
from bkcore.wording.labels import label
from bkcore.wording.letters import invitation_name
from bkcore.wording.numbers import date_de
from dashboard.texts.round_invitations import numbered

TITLE: Final = "Wer hat noch nicht geantwortet?"
NOTE: Final = "Nur der Stand, nie die Antworten. Auch Sie sehen Ergebnisse erst nach dem Ende der Runde."
NOBODY: Final = "Noch ist niemand ausgewählt oder eingeladen. Beginnen Sie mit „Einladen“."
COLUMN_LAST: Final = "Zuletzt geöffnet"
COLUMNS: Final = (
    "Projekt oder Bereich",
    label(View.LEAD),
    label(View.TEAM),
    label(View.PARTNER),
    COLUMN_LAST,
)
NOT_INVITED: Final = "– nicht eingeladen"
NEVER: Final = "noch nie"
ASKED: Final = "○ nicht begonnen"
BEGUN: Final = "◐ begonnen"
HANDED_IN: Final = "● abgegeben"

REMIND_TITLE: Final = "Erinnern"
REMIND_NOTE: Final = (
    "Jede Erinnerung bringt einen weiteren Link zu derselben Einschätzung. Frühere Links gelten weiter."
)
CHOOSE_ALL: Final = "Alle wählen, die fehlen"
CHOOSE_NEW: Final = "Nur die wählen, die noch nie erinnert wurden"
FIELD: Final = "Wen erinnern?"
FIELD_HINT: Final = "Einladungen wählen"
REMIND: Final = "Erinnern"
NOBODY_CHOSEN: Final = "Bitte wählen Sie mindestens eine Einladung."
ALL_DONE: Final = "Von den Eingeladenen mit gültigem Link fehlt niemand mehr."


def cell(progress: Sequence[Progress]) -> str:
    """Return the state of one view: in words for one person, counted for several."""
    if not progress:
        return NOT_INVITED
    done, begun = progress.count(Progress.HANDED_IN), progress.count(Progress.BEGUN)
    if len(progress) == 1:
        return HANDED_IN if done else BEGUN if begun else ASKED
    sign = "●" if done == len(progress) else "◐" if done or begun else "○"
    started = f", {begun} begonnen" if begun else ""
    return f"{sign} {done} von {len(progress)} abgegeben{started}"


def last_opened(days: Sequence[date | None]) -> str:
    """Return the day a link of this project was last opened."""
    known = [day for day in days if day]
    return date_de(max(known)) if known else NEVER if days else ""


def entry(invitation: Invitation) -> str:
    """Return the name of an invitation with what decides about reminding it."""
    name = numbered(
        invitation_name(invitation.project_title, invitation.view, invitation.label), invitation.assessment_id
    )
    begun = "begonnen" if invitation.progress is Progress.BEGUN else "nicht begonnen"
    return " · ".join((name, begun, reminded(invitation) or "noch nie erinnert"))


def reminded(invitation: Invitation) -> str:
    """Say how often and when a person was last reminded; empty for never."""
    if not invitation.reminders or invitation.reminded_on is None:
        return ""
    often = "einmal" if invitation.reminders == 1 else f"{invitation.reminders}-mal"
    return f"{often} erinnert, zuletzt am {date_de(invitation.reminded_on)}"
