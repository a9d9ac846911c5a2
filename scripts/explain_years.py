"""The figures of the shipped record by calendar year, and the rows behind them."""

from collections.abc import Mapping

from bkcore.metrics.change import changed_organisations
from bkcore.metrics.network import NetworkFigures, as_json, network_figures
from bkcore.metrics.projection import public_offices
from bkcore.metrics.ties import HELD, ties
from bkcore.metrics.window import calendar_year, select_activities
from scripts.record import Record
from scripts.wording import ids, number

YEARS = range(2019, 2026)


def years_section(record: Record) -> list[str]:
    """Return the table of years and, for each year, the rows behind it."""
    found = {year: flat(as_json(_figures(record, year))) for year in YEARS}
    keys = [key for key in found[YEARS[0]] if not key.startswith(("window", "by_organisation"))]
    offices = sorted({key for year in YEARS for key in found[year] if "centralization_without." in key})
    keys = [key for key in keys if "centralization_without" not in key]
    place = keys.index("projection.centralization") + 1
    lines = [
        "### Je Kalenderjahr",
        "",
        "Zeitraum jeweils vom 1. Januar bis vor dem 1. Januar des Folgejahres (`--from 2024-01-01 --to 2025-01-01`),",
        "Vergleich mit dem Jahr davor. „–“ heißt nicht definiert, bei `centralization_without` auch: in diesem Jahr",
        "nicht aktiv. Aktivitäten ohne Datum stehen in keinem Jahr.",
        "",
        "| Schlüssel | " + " | ".join(str(year) for year in YEARS) + " |",
        "|---|" + "---|" * len(YEARS),
    ]
    lines += [
        f"| `{key}` | " + " | ".join(_value(found[year].get(key)) for year in YEARS) + " |"
        for key in [*keys[:place], *offices, *keys[place:]]
    ]
    return [*lines, "", *(line for year in YEARS for line in _one_year(record, year))]


def _one_year(record: Record, year: int) -> list[str]:
    """Return the rows behind the figures of one year."""
    window = calendar_year(year)
    held = select_activities(record.activities, window=window, statuses=HELD)["activity_id"]
    pairs = ties(record.participations, record.activities, record.organisations, window=window)
    changed = changed_organisations(record.participations, record.activities, record.organisations, window=window)
    with_ties = pairs.groupby("activity_id").size()
    activities = ", ".join(f"`{activity}` ({with_ties.get(activity, 0)})" for activity in sorted(held))
    lines = [f"**{year}.** Aktivitäten (Beteiligungen): {activities}; zusammen {len(pairs)} Beteiligungen.", ""]
    groups = {
        "Neu": changed.new,
        "Zurückgekehrt": changed.returned,
        "Nicht mehr dabei": changed.left,
        "Geblieben": changed.retained,
    }
    lines += [
        f"- {label}: " + ("nicht definiert" if group is None else f"{len(group)}: {ids(group)}" if group else "niemand")
        for label, group in groups.items()
    ]
    return [*lines, ""]


def _figures(record: Record, year: int) -> NetworkFigures:
    """Return the figures of one year."""
    return network_figures(
        record.participations,
        record.activities,
        record.organisations,
        window=calendar_year(year),
        public_offices=public_offices(record.organisations),
    )


def flat(values: Mapping[str, object], prefix: str = "") -> dict[str, object]:
    """Return nested figures with dotted keys."""
    found: dict[str, object] = {}
    for key, value in values.items():
        found |= flat(value, f"{prefix}{key}.") if isinstance(value, Mapping) else {f"{prefix}{key}": value}
    return found


def _value(value: object) -> str:
    """Return one figure of the table of years."""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    return number(value) if isinstance(value, int | float) else "–"
