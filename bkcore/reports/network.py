"""The network in a window: figures, the year before, the years, who takes part with whom."""

from collections import deque
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from threading import Lock
from typing import Final

import pandas as pd
from sqlmodel import Session, select

from bkcore.frames import network as frames
from bkcore.metrics.betweenness import error_margin
from bkcore.metrics.change import ChangedOrganisations, changed_organisations
from bkcore.metrics.core import core_periphery
from bkcore.metrics.diversity import sector_matrix
from bkcore.metrics.network import NetworkFigures, network_figures
from bkcore.metrics.network_details import network_details
from bkcore.metrics.pairs import co_participation_pairs
from bkcore.metrics.participation import ParticipationFigures, YearOfParticipation, participation_figures
from bkcore.metrics.projection import public_offices
from bkcore.metrics.ties import ties
from bkcore.metrics.window import ALL_TIME, Window, calendar_year
from bkcore.model.projects import Project


@dataclass(frozen=True, eq=False)  # each is itself: what is computed from it is kept by it
class NetworkFrames:
    """The three frames every figure of the network rests on, and the names that go with their ids."""

    participations: pd.DataFrame
    activities: pd.DataFrame
    organisations: pd.DataFrame
    names: dict[str, str] = field(repr=False)
    projects: dict[str, str] = field(repr=False)
    """Title of every project by its id."""
    number: int = field(init=False, repr=False, default_factory=count().__next__)
    """Told apart by this in caches, which then need not keep the frames themselves."""
    reports: "dict[int, NetworkReport]" = field(init=False, repr=False, default_factory=dict)
    """The reports of the years that ``build`` was asked for."""

    def says_the_same(self, other: "NetworkFrames") -> bool:
        """Return whether two readings hold the same record."""
        return (
            self.names == other.names
            and self.projects == other.projects
            and self.participations.equals(other.participations)
            and self.activities.equals(other.activities)
            and self.organisations.equals(other.organisations)
        )

    @cached_property
    def of_all_time(self) -> ParticipationFigures:
        """Counts of all times and of every calendar year and month, computed once."""
        return participation(self)

    @property
    def years(self) -> tuple[YearOfParticipation, ...]:
        """Counts of every calendar year from the first to the last recorded."""
        return self.of_all_time.by_year

    @cached_property
    def series(self) -> tuple[NetworkFigures, ...]:
        """Every figure of the network for each of ``years``, computed once."""
        return tuple(figures(self, window=calendar_year(entry.year)) for entry in self.years)

    @cached_property
    def since(self) -> "pd.Series[pd.Timestamp]":
        """First day of the first activity of each organisation, computed once."""
        found = {entry.id: entry.first for entry in figures(self).by_organisation}
        return pd.Series(found, dtype="datetime64[us]", name="since")


@dataclass(frozen=True, eq=False)  # each is itself: what is drawn from it is kept by it
class NetworkReport:
    """The network in one calendar year.

    Attributes:
        year: The year.
        figures: Every figure of ``bk metrics network`` for it.
        before: The same for the year before.
        participation: Counts of the year, announced apart, people with coverage.
        years: One entry per calendar year from the first to the last recorded.
        series: Every figure of the network for each of ``years``, in the same order.
        changed: Which organisations are new, came back, are missing or stayed, by id.
        nodes: Active organisations, indexed by id: ``name``, ``sector``, ``activities``, ``degree``, ``betweenness``
            (NaN where not defined), ``core``, ``since`` (first day of the first activity ever, NaT without a date).
        pairs: Who took part with whom: ``organisation_a``, ``organisation_b`` (ids), ``shared``, ``weight``, ``last``.
        sectors: Shared activities of each two sectors, shape (3, 3).
    """

    year: int
    figures: NetworkFigures
    before: NetworkFigures
    participation: ParticipationFigures
    years: tuple[YearOfParticipation, ...]
    series: tuple[NetworkFigures, ...]
    changed: ChangedOrganisations
    nodes: pd.DataFrame
    pairs: pd.DataFrame
    sectors: pd.DataFrame

    @cached_property
    def betweenness_margin(self) -> float | None:
        """How far off the betweenness of an organisation may be, 0 when exact, ``None`` when not defined."""
        return error_margin(
            pd.Series([entry.betweenness_error for entry in self.figures.by_organisation], dtype="float64")
        )


_KEPT: Final[deque[NetworkFrames]] = deque(maxlen=4)
_KEEPING: Final = Lock()


def load(session: Session) -> NetworkFrames:
    """Read the frames of the network; what was read before, with all that was computed from it, when it is the same.

    An answer, a link or a meeting moves the data version but not the record: nobody shall wait for the same figures
    again. Shared by all who read, so never changed.
    """
    found = _read(session)
    with _KEEPING:
        kept = next((one for one in _KEPT if one.says_the_same(found)), found)
        if kept is found:
            _KEPT.append(found)
    return kept


def _read(session: Session) -> NetworkFrames:
    organisations = frames.organisations(session)
    return NetworkFrames(
        participations=frames.participations(session),
        activities=frames.activities(session),
        organisations=organisations,
        names=dict(zip(organisations["organisation_id"], organisations["name"], strict=True)),
        projects=dict(session.exec(select(Project.slug, Project.title)).all()),
    )


def figures(
    data: NetworkFrames, *, window: Window = ALL_TIME, include_announced: bool = False, link: str | None = None
) -> NetworkFigures:
    """Return every figure of the network in a window."""
    return network_figures(
        data.participations,
        data.activities,
        data.organisations,
        window=window,
        include_announced=include_announced,
        link=link,
        public_offices=public_offices(data.organisations),
    )


def details(
    data: NetworkFrames,
    found: NetworkFigures,
    *,
    window: Window = ALL_TIME,
    include_announced: bool = False,
    link: str | None = None,
) -> dict[str, object]:
    """Return what ``bk metrics network`` says beyond the figures, for the same window and choices."""
    frames_of = (data.participations, data.activities, data.organisations)
    return network_details(*frames_of, figures=found, window=window, include_announced=include_announced, link=link)


def participation(data: NetworkFrames, *, window: Window = ALL_TIME) -> ParticipationFigures:
    """Return the counts of activities and people in a window."""
    return participation_figures(data.participations, data.activities, data.organisations, window=window)


def years_with_activities(data: NetworkFrames) -> tuple[int, ...]:
    """Return the calendar years in which something that took place is recorded, the newest first."""
    return tuple(entry.year for entry in reversed(data.years) if entry.counts.activities)


def build(data: NetworkFrames, *, year: int) -> NetworkReport:
    """Return the network in one calendar year.

    Args:
        data: The frames, read once per data version.
        year: Which year.

    Returns:
        Figures, the year before, all years, and the graph of the year; the same when asked again.
    """
    if year not in data.reports:
        data.reports[year] = _build(data, year)
    return data.reports[year]


def _build(data: NetworkFrames, year: int) -> NetworkReport:
    window = calendar_year(year)
    year_ties = ties(data.participations, data.activities, data.organisations, window=window)
    found = of_year(data, year)
    return NetworkReport(
        year=year,
        figures=found,
        before=of_year(data, year - 1),
        participation=participation(data, window=window),
        years=data.years,
        series=data.series,
        changed=changed_organisations(data.participations, data.activities, data.organisations, window=window),
        nodes=_nodes(data, found, year_ties),
        pairs=co_participation_pairs(year_ties, activities=data.activities),
        sectors=sector_matrix(year_ties, organisations=data.organisations),
    )


def of_year(data: NetworkFrames, year: int) -> NetworkFigures:
    """Return the figures of a calendar year, those already computed where there are any."""
    known = {entry.year: found for entry, found in zip(data.years, data.series, strict=True)}
    return known[year] if year in known else figures(data, window=calendar_year(year))


def _nodes(data: NetworkFrames, found: NetworkFigures, year_ties: pd.DataFrame) -> pd.DataFrame:
    counted = pd.DataFrame(
        [(entry.id, entry.activities, entry.degree, entry.betweenness) for entry in found.by_organisation],
        columns=["organisation_id", "activities", "degree", "betweenness"],
    ).set_index("organisation_id")
    organisations = data.organisations.set_index("organisation_id")[["name", "sector"]]
    counted = counted.astype({"activities": "int64", "degree": "int64", "betweenness": "float64"})
    return organisations.join(counted, how="inner").join(core_periphery(year_ties)["core"]).join(data.since)
