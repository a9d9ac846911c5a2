"""One chapter before anybody has edited it: its sentences, the figures they rest on, and what is shown below them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bkcore.publication.parts import BarFigure, ProfileFigure, Table
from bkcore.publication.yearly.document import Entry

PARAGRAPH = "\n\n"
Fact = tuple[str, str]
"""A figure a chapter's sentences rest on: its name, and how it is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter out of the records.

    Attributes:
        key: Which chapter.
        text: Its sentences, paragraphs apart by an empty line; empty when the records say nothing.
        facts: The figures it rests on; when they move, an edited text is flagged.
        figure: A drawing.
        tables: Tables below it.
        entries: A list below it.
    """

    key: str
    text: str
    facts: tuple[Fact, ...] = ()
    figure: BarFigure | ProfileFigure | None = None
    tables: tuple[Table, ...] = ()
    entries: tuple[Entry, ...] = ()

    @property
    def basis(self) -> dict[str, str]:
        """Return the figures by name."""
        return dict(self.facts)


def paragraphs(*parts: Sequence[str]) -> str:
    """Return sentences as one text: each group is a paragraph, empty sentences and groups are left out."""
    groups = (" ".join(sentence for sentence in part if sentence) for part in parts)
    return PARAGRAPH.join(group for group in groups if group)


def split(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text somebody may have typed."""
    return tuple(part.strip() for part in text.replace("\r\n", "\n").split(PARAGRAPH) if part.strip())
