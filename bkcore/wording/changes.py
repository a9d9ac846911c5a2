"""German wording of the archive, of what changed between two releases, and of where a page stands."""

from typing import Final

ARCHIVE: Final = "Alle Stände"
ARCHIVE_LEAD: Final = (
    "Jeder Stand ist mit Nummer und Datum festgehalten; seine Zahlen werden nie mehr geändert. Ein zurückgezogener "
    "Text ist auch in früheren Ständen nicht mehr zu lesen."
)
ON_PURPOSE: Final = "Eigens veröffentlicht"
ON_PURPOSE_NOTE: Final = "Diese Stände hat das Integrationsmanagement eigens festgehalten, etwa zu einer Sitzung."
BY_ITSELF: Final = "Von selbst erneuert"
BY_ITSELF_NOTE: Final = "Diese Stände sind entstanden, weil sich Daten geändert haben."
CHANGED_HERE: Final = "Was hat sich geändert?"
NEWEST: Final = "neuester Stand"
TO_NEWEST: Final = "Zum neuesten Stand"
TO_THIS: Final = "Diesen Stand lesen"
EARLIER: Final = "Das ist ein früherer Stand."
CHANGED: Final = "Was sich geändert hat"
NOTHING: Final = "Die beiden Stände sagen dasselbe."
UNSAID: Final = "Geändert haben sich nur Erläuterungen; alle Zahlen und Texte sind gleich geblieben."
SIGNS: Final = (
    "Gezeigt wird nur, was in beiden Ständen veröffentlicht ist. „·“ heißt: geschützt. „–“ heißt: Dazu gibt es keine "
    "Angabe. Beides ist keine Null."
)
WHAT: Final = "Angabe"
NEW_STATE: Final = "Ein neuer Stand ist da."

GONE_TITLE: Final = "Diese Seite gibt es nicht."
GONE_TEXT: Final = (
    "Vielleicht ist der Link abgelaufen, oder die Adresse ist nicht vollständig. Bitte öffnen Sie den Link noch einmal "
    "aus Ihrer Nachricht. Hilft das nicht, schickt Ihnen das Integrationsmanagement einen neuen."
)

FIGURES: Final = "Das Netzwerk in sechs Zahlen"
YEARS: Final = "Aktive Organisationen je Jahr"
PEOPLE: Final = "Gezählte Menschen"
PEOPLE_TOTAL: Final = "Menschen zusammen"
FACTORS: Final = "Gelingensfaktoren"
ANCHORING: Final = "Integration als Aufgabe aller Bereiche"
COUNTS: Final = "Maßnahmen und Förderung"
SENTENCES: Final = "Aussagen"
TEXTS: Final = "Texte von Projekten"
PAPERS: Final = "Vorlagen und Beratungen"
HEADLINE: Final = "Überschrift"
PERIOD: Final = "Zeitraum der Daten"
ROUND: Final = "Runde"
ROUND_STATE: Final = "Stand der Selbsteinschätzung"

PARTS_NEW: Final = "Neue Abschnitte"
PARTS_GONE: Final = "Weggefallene Abschnitte"
TEXTS_RELEASED: Final = "Neu freigegebene Texte"
TEXTS_WITHDRAWN: Final = "Zurückgezogene Texte"
TEXTS_CHANGED: Final = "Geänderte Texte"
PAPERS_NEW: Final = "Neue Vorlagen und Beratungen"
PAPERS_GONE: Final = "Nicht mehr geführte Vorlagen und Beratungen"


def sitting(day: str) -> str:
    """Say to which sitting a pinned page belongs."""
    return f"Stand zur Sitzung am {day}."


def named(number: int, day: str) -> str:
    """Return how a release is called above a column."""
    return f"Nr. {number}, {day}"


def since(number: int) -> str:
    """Offer what changed since a release."""
    return f"Was ist neu seit Nr. {number}?"


def changed_since(later: int, earlier: int) -> str:
    """Return the heading of a comparison."""
    return f"Nr. {later} gegenüber Nr. {earlier}"


def changed_here(later: int, earlier: int) -> str:
    """Offer what changed with one release, for those who hear links alone."""
    return f"Was hat sich von Nr. {earlier} zu Nr. {later} geändert?"


def state(number: int, day: str) -> str:
    """Return the link to one release in the list."""
    return f"Nr. {number} · Stand {day}"


def organisations_in(year: str) -> str:
    """Name the active organisations of a year."""
    return f"aktive Organisationen {year}"


def people_in(year: int) -> str:
    """Name the people counted in a year."""
    return f"Menschen {year}"


def factor(mean: str, counts: str) -> str:
    """Write the mean of a factor with what it rests on; a withheld one has only its sign."""
    return mean if mean == counts else f"{mean} ({counts})"


def paper(subject: str, body: str, day: str) -> str:
    """Write a paper in one line."""
    return f"{subject} · {body} · {day}"
