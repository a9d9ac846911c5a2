"""The parts documents are made of: frozen, typed, closed to fields nobody allowed; figures, tables, pictures."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from bkcore.publication.plain_text import Address, Text

Withheld = Literal["withheld"]
WITHHELD: Withheld = "withheld"
Number = int | float | Withheld | None
"""A rounded figure, ``"withheld"`` when it would show too few people, ``None`` when it is not defined."""


class Part(BaseModel):
    """Any part of the document: frozen, and closed to fields nobody allowed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Reference(Part):
    """A source by name, with its address when there is one."""

    text: Text
    url: Address = None


class Cell(Part):
    """One figure and how it is written."""

    key: Text
    label: Text
    value: Number
    text: Text


class KeyFigure(Cell):
    """One of the six public figures, with its meaning and the year before."""

    definition: Text
    comparison: Text
    details: tuple[Cell, ...] = ()


class Table(Part):
    """A small table as text; the first column names the row."""

    caption: Text
    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


class Figure(Part):
    """What every picture carries: the finding, what is measured, words for those who do not see it, its data."""

    finding: Text
    subtitle: Text
    alt: Text
    meaning: Text
    table: Table


class Bar(Part):
    """Active organisations of one year; the parts are empty in the base year."""

    year: int
    total: int
    new: int | None
    returned: int | None
    continuing: int | None
    base: bool


class BarFigure(Figure):
    """Active organisations per year."""

    bars: tuple[Bar, ...]


class Dot(Part):
    """One row of the profile; everything is empty when the row is withheld."""

    label: Text
    mean: float | None
    step: float | None = None
    lower: float | None
    upper: float | None
    text: Text
    withheld: bool

    @property
    def place(self) -> float | None:
        """Where it stands on the scale of 1 to 5."""
        return self.mean if self.mean is not None else self.step


class ProfileFigure(Figure):
    """The success factors on the scale of 1 to 5."""

    dots: tuple[Dot, ...]
