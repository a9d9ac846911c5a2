"""What took place and what was only announced, over all recorded time: lines, years, months, people."""

from collections.abc import Hashable, Mapping
from datetime import date

import pandas as pd

from bkcore.metrics.continuity import active_years
from bkcore.metrics.membership import among
from bkcore.metrics.participation import ParticipationFigures, participation_figures
from bkcore.metrics.projection import public_offices
from bkcore.metrics.seasonality import seasonality
from bkcore.metrics.ties import HELD, ties, without
from bkcore.metrics.window import known_years, select_activities
from bkcore.reports.network import NetworkFrames
from bkcore.reports.over_time import ActivityLine, ActivityReport, YearOfActivity
from bkcore.vocabulary import ActivityKind, ActivityStatus, Precision


def build(data: NetworkFrames, *, project: str | None = None, kind: ActivityKind | None = None) -> ActivityReport:
    """Return the activities of all times.

    Args:
        data: The frames, read once per data version.
        project: Only those of this project (id).
        kind: Only those of this kind.

    Returns:
        The report; without lines when nothing fits. A themed week and its events both count as activities, their
        people never twice within the choice.
    """
    every = data.activities
    chosen = every
    if project is not None:
        chosen = chosen[chosen["project_id"] == project]
    if kind is not None:
        chosen = chosen[chosen["kind"] == kind.value]
    figures = participation_figures(data.participations, chosen, data.organisations)
    return ActivityReport(
        lines=_lines(data, chosen),
        figures=figures,
        years=_years(data, chosen, figures),
        seasons=seasonality(select_activities(chosen, statuses=HELD)),
        projects={slug: data.projects[slug] for slug in sorted(every["project_id"].dropna().unique()) if slug},
        kinds=tuple(ActivityKind(found) for found in sorted(every["kind"].dropna().unique()) if found),
    )


def _years(data: NetworkFrames, chosen: pd.DataFrame, figures: ParticipationFigures) -> tuple[YearOfActivity, ...]:
    offices = public_offices(data.organisations)
    all_ties = ties(data.participations, chosen, data.organisations)
    others = without(all_ties, organisations=offices)
    active, active_others = (
        active_years(found, activities=chosen).groupby("year")["organisation_id"].size() for found in (all_ties, others)
    )
    years = known_years(chosen)
    with_partners, with_others = (
        years[among(years.index.to_series(), found["activity_id"])].value_counts() for found in (all_ties, others)
    )
    return tuple(
        YearOfActivity(
            year=entry.year,
            counts=entry.counts,
            offices=int(active.get(entry.year, 0) - active_others.get(entry.year, 0)),
            with_partners=int(with_partners.get(entry.year, 0)),
            offices_only=int(with_partners.get(entry.year, 0) - with_others.get(entry.year, 0)),
        )
        for entry in figures.by_year
    )


def _lines(data: NetworkFrames, chosen: pd.DataFrame) -> tuple[ActivityLine, ...]:
    titles = dict(zip(data.activities["activity_id"], data.activities["title"], strict=True))
    held, named = (
        _names(data, ties(data.participations, chosen, data.organisations, include_announced=announced))
        for announced in (False, True)
    )
    ordered = chosen.sort_values(["start", "activity_id"], ascending=[False, True], na_position="last")
    return tuple(
        _line(row, project=data.projects.get(str(row["project_id"]), ""), titles=titles,
              names=held if row["status"] in HELD else named)
        for row in ordered.to_dict("records")
    )  # fmt: skip


def _line(
    row: Mapping[Hashable, object], *, project: str, titles: Mapping[str, str], names: Mapping[str, tuple[str, ...]]
) -> ActivityLine:
    start, latest, end = _day(row["start"]), _day(row["start_latest"]), _day(row["end"])
    year = start.year if start and latest and start.year == latest.year else None
    identifier = str(row["activity_id"])
    return ActivityLine(
        activity=identifier,
        title=str(row["title"]),
        start=start,
        end=end,
        precision=Precision(str(row["precision"])),
        year=year,
        month=start.month if start and latest and year and start.month == latest.month else None,
        kind=ActivityKind(str(row["kind"])) if _given(row["kind"]) else None,
        status=ActivityStatus(str(row["status"])),
        project=project,
        whole=titles.get(str(row["part_of"]), ""),
        organisations=names.get(identifier, ()),
        attendees=int(str(row["attendees"])) if _given(row["attendees"]) else None,
    )


def _names(data: NetworkFrames, found: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """Return the names of the organisations of each activity."""
    grouped = found.groupby("activity_id")["organisation_id"]
    return {str(key): tuple(sorted((data.names[one] for one in ids), key=str.casefold)) for key, ids in grouped}


def _given(value: object) -> bool:
    return not pd.isna(value) and value != ""  # type: ignore[call-overload]  # a cell of any type, never an array


def _day(value: object) -> date | None:
    return value.date() if isinstance(value, pd.Timestamp) and not pd.isna(value) else None
