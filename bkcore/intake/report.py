"""What an import came to, or would come to."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to correct: where it is, what stands there, and why it does not fit.

    ``row`` is ``None`` when the whole file is meant, ``column`` empty when the whole row is.
    """

    file: str
    row: int | None
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of one sheet are new, changed or unchanged."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class ImportReport:
    """New, changed and unchanged rows by sheet, or all faults; with a fault nothing is saved, so nothing is counted."""

    sheets: Mapping[str, Tally] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    @property
    def total(self) -> Tally:
        """Return the sums over all sheets."""
        tallies = self.sheets.values()
        return Tally(
            sum(tally.new for tally in tallies),
            sum(tally.changed for tally in tallies),
            sum(tally.unchanged for tally in tallies),
        )

    @property
    def nothing_to_do(self) -> bool:
        """Tell whether the files and the database say the same already."""
        return not self.faults and not self.total.new and not self.total.changed

    def as_json(self) -> dict[str, object]:
        """Return the report as plain data for ``bk import --json``."""
        return {
            "new": self.total.new,
            "changed": self.total.changed,
            "unchanged": self.total.unchanged,
            "sheets": {name: asdict(tally) for name, tally in self.sheets.items()},
            "faults": [asdict(fault) for fault in self.faults],
        }
