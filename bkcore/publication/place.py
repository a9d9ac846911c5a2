"""Where a page of the council stands: at the end of which address, and what it leads to from there."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from bkcore.publication.pictures import ENDING, SMALL_SUFFIX
from bkcore.publication.yearly.shelf import ReportEntry


class Kind(Enum):
    """Which state a page shows."""

    NEWEST = "newest"
    PINNED = "pinned"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class Place:
    """One page at the address of one link.

    Attributes:
        root: Address of the link, without a slash at the end.
        kind: Which state it shows; only a pinned page leads to no other.
        sitting: The day of the sitting a pinned page belongs to.
        number: Number of the release, for an earlier one.
        since: Number of the release it is compared with; none is offered without.
        reports: The yearly reports that stand beside this state.
    """

    root: str
    kind: Kind = Kind.NEWEST
    sitting: date | None = None
    number: int = 0
    since: int | None = None
    reports: tuple[ReportEntry, ...] = ()

    @property
    def base(self) -> str:
        """Return the address of the folder with the downloads."""
        return f"{self.archive}/{self.number}" if self.kind is Kind.EARLIER else self.root

    @property
    def archive(self) -> str:
        """Return the address of the list of all releases."""
        return f"{self.root}/archiv"

    @property
    def watched(self) -> str:
        """Return the address that tells the number of the newest release."""
        return f"{self.root}/stand"

    @property
    def gallery(self) -> str:
        """Return the address of the projects of this state."""
        return f"{self.base}/projekte"

    def project(self, key: str) -> str:
        """Return the address of one project of this state."""
        return f"{self.gallery}/{key}"

    def picture(self, digest: str, *, small: bool = False) -> str:
        """Return the address of a picture; it is the same in every state that shows it."""
        return f"{self.root}/bilder/{digest}{SMALL_SUFFIX if small else ''}{ENDING}"

    def report(self, number: int) -> str:
        """Return the address of a yearly report."""
        return f"{self.root}/sachstand/{number}"

    def changes(self, later: int, earlier: int) -> str:
        """Return the address of what changed between two releases."""
        return f"{self.archive}/{later}/seit/{earlier}"
