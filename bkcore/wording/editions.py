"""What is said about a version of the catalogue wherever it is named: page, form, command line, examination."""

from datetime import date
from typing import Final

from bkcore.wording.numbers import date_de

DRAFT: Final = "Entwurf"
APPROVED: Final = "freigegeben"


def state(*, approved: bool, decided_on: date | None = None, meeting: str = "") -> str:
    """Return in which state a version is.

    Args:
        approved: Whether the steering group approved it.
        decided_on: The day, where it is recorded.
        meeting: The meeting, where it is recorded.

    Examples:
        >>> state(approved=False)
        'Entwurf'
        >>> state(approved=True, decided_on=date(2026, 12, 3), meeting="Sitzung der Steuerungsgruppe")
        'freigegeben am 3. Dezember 2026 (Sitzung der Steuerungsgruppe)'
    """
    if not approved:
        return DRAFT
    if decided_on is None:
        return APPROVED
    return f"{APPROVED} am {date_de(decided_on)} ({meeting})"


def unknown_version(title: str, version: str) -> str:
    """Say that a round names a version this program does not have, and what follows from it."""
    return (
        f"Die Runde „{title}“ gehört zur Fassung „{version}“ des Katalogs, die dieses Programm nicht kennt. Ihre "
        "Antworten bleiben gespeichert und werden mit keiner anderen Runde verglichen. Bitte legen Sie die Fassung "
        "unter data/catalogue ab, oder berichtigen Sie die Angabe in der Datei und lesen Sie sie noch einmal ein."
    )
