"""The shipped record as frames, read straight from its CSV files, without the database."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from bkcore.columns import ACTIVITIES, ORGANISATIONS, PARTICIPATIONS

FOLDER = Path(__file__).resolve().parents[1] / "data" / "bergkamen"
_RENAMED_ORGANISATIONS = {"kennung": "organisation_id", "art": "kind", "sektor": "sector", "ortsteil": "district"}
_RENAMED_ACTIVITIES = {
    "kennung": "activity_id",
    "projekt": "project_id",
    "titel": "title",
    "genauigkeit": "precision",
    "art": "kind",
    "stand": "status",
    "teilnehmende": "attendees",
    "davon_erstmals": "first_timers",
    "ehrenamtliche": "volunteers",
    "erreichbarkeit": "reachability",
    "teil_von": "part_of",
    "netzwerkbezug": "link",
}
_RENAMED_PARTICIPATIONS = {
    "organisation": "organisation_id",
    "aktivitaet": "activity_id",
    "rolle": "role",
    "stand": "status",
}


@dataclass(frozen=True)
class Record:
    """Organisations, activities and participations of the shipped record."""

    organisations: pd.DataFrame
    activities: pd.DataFrame
    participations: pd.DataFrame


def load(folder: Path = FOLDER) -> Record:
    """Return the record's frames with the dtypes of their contracts."""
    return Record(
        organisations=ORGANISATIONS.cast(_organisations(_read(folder / "organisationen.csv"))),
        activities=ACTIVITIES.cast(_activities(_read(folder / "aktivitaeten.csv"))),
        participations=PARTICIPATIONS.cast(
            _read(folder / "beteiligungen.csv").rename(columns=_RENAMED_PARTICIPATIONS).astype("str")
        ),
    )


def _read(path: Path) -> pd.DataFrame:
    """Return one file as text, empty cells as missing."""
    return pd.read_csv(path, sep=";", dtype="str", encoding="utf-8-sig")


def _organisations(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the organisations in the contract's columns."""
    return rows.rename(columns=_RENAMED_ORGANISATIONS).assign(named=rows["namensnennung"].eq("ja"))


def _activities(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the activities in the contract's columns, each date as the period it stands for."""
    first = _period(rows["datum"])
    last = _period(rows["datum_ende"])
    start, start_latest = first.map(_first_day), first.map(_last_day)
    end = last.map(_last_day).where(last.notna(), start_latest)
    counts = {column: pd.to_numeric(rows[column]) for column in ("teilnehmende", "davon_erstmals", "ehrenamtliche")}
    return (
        rows.assign(**counts)
        .rename(columns=_RENAMED_ACTIVITIES)
        .assign(start=start, start_latest=start_latest, end=end, plenary=rows["plenum"].eq("ja"))
    )


def _period(dates: "pd.Series[str]") -> "pd.Series[pd.Period]":
    """Return each date as the day, month or year it names, None without a date."""
    return dates.map(lambda text: pd.Period(text) if isinstance(text, str) else None).astype(object)


def _first_day(period: pd.Period | None) -> pd.Timestamp | None:
    """Return the first day of a period."""
    return period.start_time if isinstance(period, pd.Period) else None


def _last_day(period: pd.Period | None) -> pd.Timestamp | None:
    """Return the last day of a period."""
    return period.end_time.normalize() if isinstance(period, pd.Period) else None
