"""What the commands that remind print."""

from typing import Final

from bkcore.wording.numbers import count, sentence_case

NOBODY: Final = "Niemand ist zu erinnern: Alle mit bekannter Adresse haben abgegeben oder wurden gerade erinnert."
NO_OWNER: Final = (
    "Niemand ist zu erinnern: In den nächsten 14 Tagen wird keine Maßnahme mit bekannter Adresse fällig, oder die "
    "Zuständigen haben gerade etwas bekommen."
)
OVERDUE: Final = "überfällig"
SENT: Final = "verschickt"


def line(title: str, mail: str, reason: str) -> str:
    """Return what became of one reminder."""
    return f"{title}  {mail}  {reason or SENT}"


def forgotten(number: int) -> str:
    """Return how many addresses were forgotten."""
    return f"{sentence_case(count(number, 'Adresse', 'Adressen'))} gelöscht."
