"""What a meeting looks at: an allow-listed, typed and frozen document, and its one spelling as JSON."""

import hashlib
import json
from datetime import date
from typing import Literal

from bkcore.publication.parts import BarFigure, Cell, KeyFigure, Part, ProfileFigure, Table
from bkcore.publication.plain_text import Text

FORMAT: Literal[1] = 1
"""Rises when a form of the document is not readable by older programs."""


class Line(Part):
    """One thing of a list; ``mark`` says in words what is urgent about it."""

    title: Text
    note: Text = ""
    mark: Text = ""


class Listing(Part):
    """A list under its heading, with the sentence that stands there when it is empty."""

    title: Text
    lines: tuple[Line, ...]
    empty: Text


class Point(Part):
    """What one point of the agenda shows: the finding first."""

    kind: Text
    finding: Text
    paragraphs: tuple[Text, ...] = ()
    key_figures: tuple[KeyFigure, ...] = ()
    figure: BarFigure | ProfileFigure | None = None
    short_titles: tuple[Text, ...] = ()
    listings: tuple[Listing, ...] = ()
    tables: tuple[Table, ...] = ()


class YearFigures(Part):
    """The six figures of a year as they were written."""

    year: int
    figures: tuple[Cell, ...]


class Newcomers(Part):
    """Organisations of a year, by id, that were new or came back."""

    year: int
    new: tuple[Text, ...]
    returned: tuple[Text, ...]


class Snapshot(Part):
    """What the next meeting compares with: exactly what was known at this one."""

    held: tuple[Text, ...]
    newcomers: tuple[Newcomers, ...]
    done: tuple[int, ...]
    years: tuple[YearFigures, ...]
    round: Text
    round_title: Text
    factors: tuple[Cell, ...]


class Basis(Part):
    """The whole document, points in the order of the agenda."""

    format: Literal[1] = FORMAT
    stand: date
    data_version: int
    release: int | None
    since: date
    compared_with: Text
    demo: bool
    points: tuple[Point, ...]
    snapshot: Snapshot

    def point(self, kind: str) -> Point | None:
        """Return the point of a kind, ``None`` for a topic."""
        return next((one for one in self.points if one.kind == kind), None)


def canonical(basis: Basis) -> str:
    """Return the one spelling of a document as JSON: sorted keys, no spaces; equal documents are equal bytes."""
    plain = basis.model_dump(mode="json")
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def parse(content: str) -> Basis:
    """Return the document behind its canonical JSON."""
    return Basis.model_validate_json(content)


def digest(content: str) -> str:
    """Return the SHA-256 of a spelling, as hexadecimal text."""
    return hashlib.sha256(content.encode("utf-8")).hexdigest()
