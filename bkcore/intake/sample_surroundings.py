"""What the invented rounds stand beside: departments, and activities with what was counted at them."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from bkcore.intake.table import Table, table_of
from bkcore.vocabulary import ActivityStatus, Precision, SubjectKind

_PLACE: Final = ("p-iwgr", "p-interkulturelle-woche", "p-ort", "p-jugend-bloggt", "p-kicken-gegen-rechts")
_DAYS_AGO: Final = (30, 75, 160, 250, 350, 420, 510, 600, 680)
"""Before the day of loading, so that both closed rounds have dates in the year before their end."""
_LANGUAGES: Final = ("Deutsch", "Deutsch;Türkisch", "Deutsch;Türkisch;Arabisch", "", "Deutsch;Ukrainisch")
_PARTNERS: Final = ("stadt-bergkamen", "awo", "alevitische-gemeinde", "awo-kitas")
_MARK: Final = "(Beispiel)"
_KEY: Final = "beispiel"


def surroundings(today: date) -> tuple[Table, ...]:
    """Return the sheets of two departments and of activities with their organisations; the same for the same day."""
    return (
        table_of("projekte", _departments()),
        table_of("aktivitaeten", _activities(today)),
        table_of("beteiligungen", _participations()),
    )


def _departments() -> Iterator[dict[str, str]]:
    for slug, title in (("jugendamt", "Jugendamt"), ("stadtbibliothek", "Stadtbibliothek")):
        yield {"kennung": f"{_KEY}-{slug}", "titel": f"{title} {_MARK}", "gegenstand": SubjectKind.DEPARTMENT}


def _activities(today: date) -> Iterator[dict[str, str]]:
    for number, (project, days) in enumerate(_dates()):
        row = {
            "kennung": f"{_KEY}-termin-{number}",
            "projekt": project,
            "titel": f"Treffen {number + 1} {_MARK}",
            "datum": (today - timedelta(days=days)).isoformat(),
            "genauigkeit": Precision.DAY,
            "stand": ActivityStatus.HELD,
        }
        yield row | (_recorded(number) if number % 3 else {})


def _recorded(number: int) -> dict[str, str]:
    """Return what somebody wrote down at two of three dates."""
    return {
        "teilnehmende": str(20 + 7 * (number % 6)),
        "davon_erstmals": str(4 + number % 5),
        "sprachen": _LANGUAGES[number % len(_LANGUAGES)],
        "kostenlos": "ja",
        "barrierefrei": "ja" if number % 2 else "nein",
        "gemeinsam_geplant": "ja" if number % 4 == 1 else "nein",
        "vorschlaege_aufgegriffen": str(number % 3),
        "aufgaben_uebergeben": str(number % 2),
    }


def _participations() -> Iterator[dict[str, str]]:
    for number, _ in enumerate(_dates()):
        for partner in _PARTNERS[number % 2 : 2 + number % 3]:
            yield {"organisation": partner, "aktivitaet": f"{_KEY}-termin-{number}", "rolle": "mitwirkend"}


def _dates() -> Iterator[tuple[str, int]]:
    for days in _DAYS_AGO:
        for place, project in enumerate(_PLACE):
            yield project, days + 3 * place
