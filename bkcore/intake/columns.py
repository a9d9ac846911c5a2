"""What a column of an exchange file is: its German name, the field it fills, and what its cells may hold."""

from dataclasses import dataclass
from enum import StrEnum, auto

from bkcore.commands.base import Command


class Form(StrEnum):
    """How a cell is written."""

    TEXT = auto()
    DATE = auto()
    NUMBER = auto()
    YES_NO = auto()
    LEVEL = auto()
    INDICATOR = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: German name in the header.
        field: Field of the command; empty when the cell is checked but not kept.
        required: Whether every row fills it.
        form: How its cells are written.
        vocabulary: The closed vocabulary of its values.
        refers_to: The sheet whose ``kennung`` its cells name.
    """

    name: str
    field: str
    required: bool = False
    form: Form = Form.TEXT
    vocabulary: type[StrEnum] | None = None
    refers_to: str | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """One sheet or file: its name, its command, its columns in the order of the export, and those that name a row."""

    name: str
    command: type[Command]
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("kennung",)

    def column(self, name: str) -> Column | None:
        """Return the column of this name, ``None`` when there is none."""
        return next((column for column in self.columns if column.name == name), None)
