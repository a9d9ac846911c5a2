"""A paper as one row of blocks in reading order: what page, PDF and Word print, and how pictures are numbered."""

from dataclasses import dataclass
from typing import Literal

from bkcore.publication.parts import BarFigure, ProfileFigure, Table
from bkcore.publication.svg import Ink
from bkcore.publication.svg_bars import draw_bars
from bkcore.publication.svg_profile import draw_profile
from bkcore.publication.yearly.document import Entry
from bkcore.wording import year_report as words

Level = Literal[1, 2, 3]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading."""

    level: Level
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; a quiet one is set small."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of things, each a link when it has an address."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A numbered drawing."""

    caption: str
    figure: BarFigure | ProfileFigure
    uid: str

    def svg(self, *, ink: Ink, wide: bool = True) -> str:
        """Return the drawing."""
        uid = f"{self.uid}-{'w' if wide else 'n'}"
        if isinstance(self.figure, BarFigure):
            return draw_bars(self.figure, ink=ink, uid=uid, wide=wide)
        return draw_profile(self.figure, ink=ink, uid=uid, wide=wide)


@dataclass(frozen=True, slots=True)
class Grid:
    """A numbered table."""

    caption: str
    table: Table


Block = Heading | Words | Listed | Picture | Grid


class Numbers:
    """Counts pictures and tables apart, as they are met."""

    def __init__(self) -> None:
        """Begin before the first."""
        self._pictures = self._tables = 0

    def picture(self, figure: BarFigure | ProfileFigure) -> Picture:
        """Return the next picture."""
        self._pictures += 1
        return Picture(f"{words.FIGURE} {self._pictures}: {figure.finding}", figure, f"abb{self._pictures}")

    def grid(self, table: Table) -> Grid:
        """Return the next table."""
        self._tables += 1
        return Grid(f"{words.TABLE} {self._tables}: {table.caption}", table)
