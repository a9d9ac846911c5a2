"""Wording around inviting to a round."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from bkcore.reports.subjects import Subject
from bkcore.vocabulary import SubjectKind
from bkcore.wording.numbers import count, join_words

TITLE: Final = "Einladen"
NOTE: Final = "Jede Einladung ist ein persönlicher Link für einen Menschen. Sie verschicken ihn selbst."
NOTE_MAIL: Final = (
    "Jede Einladung ist ein persönlicher Link für einen Menschen. Mit Adresse verschickt ihn das Programm, ohne "
    "Adresse steht er zum Kopieren bereit."
)
FIELD_PROJECTS: Final = "Projekte und Bereiche"
FIELD_PROJECTS_HINT: Final = "Suchen und wählen"
FIELD_VIEW: Final = "Sicht"
FIELD_NUMBER: Final = "Wie viele Links für jedes Projekt?"
FIELD_LABEL: Final = "Für wen? Eine Funktion, bitte keine Namen (freiwillig)"
FIELD_LABEL_HINT: Final = "zum Beispiel: Projektleitung"
MAILS: Final = "E-Mail-Adressen (freiwillig)"
MAILS_NOTE: Final = (
    "Mehrere trennen Sie mit Komma; jede bekommt einen eigenen Link. Gespeichert werden Adressen nur zum Einladen und "
    "Erinnern. 30 Tage nach der Runde werden sie gelöscht."
)
BUTTON: Final = "Einladen"
ALL_LEADS: Final = "Alle Leitungen einladen …"
ALL_LEADS_YES: Final = "Leitungen einladen"
ALL_LEADS_TEXT: Final = (
    "Die Links stehen danach zum Kopieren bereit. Haben Sie E-Mail-Adressen, wählen Sie die Projekte lieber unten aus."
)
CHOOSE_MISSING: Final = "Diese unten auswählen"
NO_PROJECT_CHOSEN: Final = "Bitte wählen Sie mindestens ein Projekt oder einen Bereich."
NO_PROJECTS: Final = "Noch sind keine Projekte erfasst. Bitte legen Sie sie zuerst auf der Seite „Bestand“ an."
_NAMED: Final = 3


def subject(title: str, kind: SubjectKind) -> str:
    """Return the name of a project, or of a department marked as one."""
    return f"{title} (Bereich)" if kind is SubjectKind.DEPARTMENT else title


def names(subjects: Iterable[Subject]) -> dict[str, str]:
    """Return the name of each project and department by slug; who shares a title is told apart by the slug.

    A field of choice tells its options apart by what stands on them.
    """
    listed = {one.slug: subject(one.title, one.kind) for one in subjects}
    often = Counter(listed.values())
    return {slug: name if often[name] == 1 else f"{name} · {slug}" for slug, name in listed.items()}


def numbered(name: str, number: int) -> str:
    """Return the name of an invitation with its number, because several may share their name."""
    return f"{name} · Nr. {number}"


def leads_missing(titles: Sequence[str]) -> str:
    """Say where no lead is invited yet."""
    if len(titles) <= _NAMED:
        return f"Noch ohne eingeladene Leitung: {join_words(list(titles))}."
    return f"Noch ohne eingeladene Leitung: {', '.join(titles[:_NAMED])} und {len(titles) - _NAMED} weitere."


def all_leads_question(number: int) -> str:
    """Ask before inviting all leads."""
    return f"{count(number, 'Leitung', 'Leitungen').capitalize()} einladen?"


def no_address(typed: str) -> str:
    """Say which address is none."""
    return (
        f"„{typed}“ ist keine E-Mail-Adresse. Bitte schreiben Sie sie wie verein@beispiel.de. Eingeladen ist niemand."
    )
