"""Column contract of every frame: which columns it has and of which dtype."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from bkcore.errors import ColumnMissing

TEXT, DAY, COUNT, FLAG, MAYBE = "str", "datetime64[us]", "Int64", "bool", "boolean"


@dataclass(frozen=True)
class Columns:
    """The columns a frame must have, those it may have, and their dtypes."""

    name: str
    kinds: Mapping[str, str]
    optional: Mapping[str, str] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the required columns, in the contract's order."""
        return tuple(self.kinds)

    def check(self, frame: pd.DataFrame, *needed: str) -> None:
        """Refuse a frame that lacks a column; extra columns are welcome.

        Args:
            frame: Frame to look at.
            needed: Columns the caller works with; all required ones when none is named.

        Raises:
            ColumnMissing: A needed column is missing.
        """
        for column in needed or self.columns:
            if column not in frame.columns:
                raise ColumnMissing(frame=self.name, column=column)

    def cast(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return the contract's columns of a checked frame in its order and with its dtypes.

        Args:
            frame: Frame with all required columns; other columns than the contract's are dropped.

        Raises:
            ColumnMissing: A required column is missing.
        """
        self.check(frame)
        kinds = {**self.kinds, **{column: kind for column, kind in self.optional.items() if column in frame.columns}}
        return frame[list(kinds)].astype(kinds)

    def empty(self) -> pd.DataFrame:
        """Return a frame without rows that has the required columns with their dtypes."""
        return pd.DataFrame({column: pd.Series(dtype=kind) for column, kind in self.kinds.items()})


ORGANISATIONS = Columns(
    "ORGANISATIONS",
    {
        "organisation_id": TEXT,
        "name": TEXT,
        "kind": TEXT,
        "sector": TEXT,  # public, civil, private
        "district": TEXT,
        "named": FLAG,  # consent to be named
    },
    {"left_on": TEXT},  # partial ISO date of having left for good, empty while it has not
)

ACTIVITIES = Columns(
    "ACTIVITIES",
    {
        "activity_id": TEXT,
        "project_id": TEXT,  # empty when no project is behind it
        "title": TEXT,
        "start": DAY,  # first day of the known period, NaT when unknown
        "start_latest": DAY,  # last day the activity can have begun: start itself, or the end of its month or year
        "end": DAY,  # last day, as far as known, NaT when unknown
        "precision": TEXT,  # tag, monat, jahr, unbekannt
        "kind": TEXT,
        "status": TEXT,  # geplant, angekuendigt, stattgefunden, ausgefallen
        "attendees": COUNT,
        "first_timers": COUNT,
        "volunteers": COUNT,
        "reachability": TEXT,  # gut, mittel, wenig or empty
        "plenary": FLAG,
        "part_of": TEXT,  # the activity this one is part of, or empty
        "link": TEXT,  # kern, umfeld, vorgeschichte or empty
    },
    {
        "languages": TEXT,  # separated by semicolons, empty when not recorded
        "free_of_charge": MAYBE,
        "accessible": MAYBE,
        "joint_planning": MAYBE,
        "proposals_taken_up": COUNT,
        "roles_handed_over": COUNT,
        "target_group": TEXT,  # of its project, in its own words; empty when not stated
    },
)

PERSPECTIVES = Columns(
    "PERSPECTIVES",
    {
        "perspective_id": TEXT,
        "trait": TEXT,  # zielgruppe, ortsteil, sektor, art, sprache
        "title": TEXT,
        "words": TEXT,  # what else the record may call it, separated by semicolons; empty when nothing
    },
)

DEPARTMENTS = Columns(
    "DEPARTMENTS",
    {
        "department_id": TEXT,
        "title": TEXT,
        "first": TEXT,  # partial ISO date, empty when it was there before the record
        "last": TEXT,  # partial ISO date of its last day, empty while it exists
    },
)

PROJECTS = Columns(
    "PROJECTS",
    {
        "project_id": TEXT,
        "responsibility": TEXT,  # names of departments, separated by semicolons, empty when not stated
        "first": TEXT,  # partial ISO date or empty
        "last": TEXT,
    },
)

MEASURES = Columns(
    "MEASURES",
    {
        "measure_id": TEXT,
        "project_id": TEXT,  # of a project or a department, or empty
        "owner": TEXT,  # the function that owns it, or empty
        "agreed": DAY,
        "finished": DAY,  # NaT while it is not done
    },
)

HANDED_IN = Columns(
    "HANDED_IN",
    {
        "round_id": TEXT,
        "year": COUNT,  # in which the round ended
        "department_id": TEXT,  # which handed in its own assessment; empty in a row that only says there was a round
    },
)

ANCHORS = Columns(
    "ANCHORS",
    {
        "kind": TEXT,  # projekte, massnahmen, selbsteinschaetzung
        "record_id": TEXT,
        "year": "int64",
        "department_id": TEXT,  # empty when it belongs to none, or to nobody knows which
        "unassigned": FLAG,  # nobody wrote down which department it belongs to
    },
)

SEATS = Columns(
    "SEATS",
    {
        "seat_id": TEXT,
        "seat_begins": DAY,
        "seat_ends": DAY,  # its last day, NaT while it exists
    },
)

REPRESENTATIONS = Columns(
    "REPRESENTATIONS",
    {
        "seat_id": TEXT,
        "number": COUNT,  # the first of a seat is 1; no names
        "begins": DAY,
        "ends": DAY,  # the last day, NaT while it lasts
    },
)

PARTICIPATIONS = Columns(
    "PARTICIPATIONS",
    {"organisation_id": TEXT, "activity_id": TEXT},
    {"role": TEXT, "status": TEXT},  # an empty status takes the activity's
)

RATINGS = Columns(
    "RATINGS",
    {
        "rater": TEXT,  # pseudonym of one person, unique within project and view
        "project_id": TEXT,
        "view": TEXT,  # leitung, team, partner, teilnehmende
        "factor_id": TEXT,
        "indicator_id": TEXT,  # the factor's own id when the short form asked for the whole factor
        "level": COUNT,  # 1 to 5, empty for an opt-out
        "opt_out": TEXT,  # weiss_nicht, trifft_nicht_zu or empty
    },
    {
        "answered_on": DAY,  # the latest answer of a rater to an indicator replaces earlier ones
        "subject": TEXT,  # projekt or bereich
    },
)

ASSESSMENTS = Columns(
    "ASSESSMENTS",
    {
        "assessment_id": "int64",
        "project_id": TEXT,
        "project": TEXT,  # title
        "view": TEXT,
        "rater": TEXT,
        "handed_in": FLAG,
        "answers": "int64",  # answered indicators
    },
)
