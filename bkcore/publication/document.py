"""What the council sees: an allow-listed, typed and frozen document, and its one canonical spelling as JSON."""

import json
from datetime import date
from typing import Literal

from bkcore.publication.parts import BarFigure, Cell, KeyFigure, Number, Part, ProfileFigure, Reference, Table
from bkcore.publication.plain_text import Address, Text

FORMAT: Literal[1] = 1
"""Rises when a form of the document is not readable by older programs."""


class Header(Part):
    """What the document is, for whom, by which mandate and of when."""

    title: Text
    town: Text
    audience: Text
    mandate: Reference
    stand: date
    number: int
    period: Text
    demo: bool


class Headline(Part):
    """The claim in front; ``rule`` names the written rule that makes it true."""

    rule: Text
    finding: Text
    lead: Text
    caveat: Text


class AnchoringRow(Part):
    """What shows integration in one department of the administration: counts, never titles, never answers."""

    key: Text
    title: Text
    projects: int
    measures: int
    assessed: bool
    texts: tuple[Text, ...]
    """How the three are written; a word where there is none."""


class AnchoringYear(Part):
    """In how many of the departments of one year integration is anchored; ``share`` is a lower bound while unsure."""

    year: int
    departments: int
    anchored: int
    unsure: int
    share: float | None
    text: Text


class Anchoring(Part):
    """Integration as a task of every department: the matrix of one whole year, and the years up to it."""

    year: int
    finding: Text
    note: Text
    meaning: Text
    rows: tuple[AnchoringRow, ...]
    years: tuple[AnchoringYear, ...]
    table: Table
    trend: Table


class AttendanceRow(Part):
    """People counted in one year."""

    year: int
    activities: int
    counted: int
    people: Number
    text: Text


class Attendance(Part):
    """How many people were counted; the total is withheld as soon as a year is."""

    note: Text
    rows: tuple[AttendanceRow, ...]
    total: Number
    total_text: Text
    table: Table


class FactorRow(Part):
    """One success factor over all projects of a round, or the fact that it is withheld.

    The ladder of participation has a ``step``, the middle one, and no ``mean``; its ends of the middle half are steps.
    """

    key: Text
    title: Text
    short_title: Text
    mean: Number
    step: Number = None
    mean_text: Text
    lower: Number
    upper: Number
    spread_text: Text
    n_projects: Number
    n_raters: Number
    n_text: Text
    band: Text
    band_text: Text
    opt_out: Number
    opt_out_text: Text
    withheld: bool


class Factors(Part):
    """The eight success factors of one closed round."""

    round: Text | None
    round_title: Text
    note: Text
    rows: tuple[FactorRow, ...]
    figure: ProfileFigure | None


class ViewRow(Part):
    """What one view of a factor shows; views that could give somebody away are not in here."""

    factor: Text
    view: Text
    mean: float
    n_raters: int
    n_projects: int


class RoundState(Part):
    """Where the round stands; projects are counted, never people."""

    title: Text | None
    until: date | None
    projects_handed_in: int | None
    text: Text


class Picture(Part):
    """A released picture; its file is named by the digest (SHA-256, hexadecimal)."""

    digest: Text
    alt: Text
    width: int
    height: int


class Project(Part):
    """A project whose text somebody released."""

    key: Text
    title: Text
    period: Text
    lead: Text
    themes: tuple[Text, ...]
    description: Text
    picture: Picture | None = None


class Projects(Part):
    """The released projects, and how many there are in all."""

    note: Text
    total: int
    items: tuple[Project, ...]


class Topic(Part):
    """What is told in words, counts and small tables; the counts are in the words or the tables too."""

    title: Text
    paragraphs: tuple[Text, ...]
    cells: tuple[Cell, ...] = ()
    tables: tuple[Table, ...] = ()


class FundedProject(Part):
    """The funding of a project whose text is released, and when it ends."""

    key: Text
    title: Text
    source: Text
    end: Text


class Funding(Topic):
    """What is funded and what ends when; ``tables`` is made of ``items``."""

    items: tuple[FundedProject, ...] = ()


class Paper(Part):
    """A paper of the council, with its date as exactly as it is known."""

    subject: Text
    reference: Text
    kind: Text
    body: Text
    date: Text
    url: Address = None


class Briefing(Part):
    """The whole document, in reading order."""

    format: Literal[1] = FORMAT
    header: Header
    headline: Headline
    key_figures: tuple[KeyFigure, ...]
    network: BarFigure | None
    attendance: Attendance | None
    factors: Factors
    previous: Factors | None = None
    views: tuple[ViewRow, ...] = ()
    comparison: Topic | None = None
    anchoring: Anchoring | None = None
    round: RoundState
    projects: Projects
    measures: Topic | None = None
    funding: Funding | None = None
    lessons: Topic | None = None
    outlook: Topic | None = None
    papers: tuple[Paper, ...]
    method: tuple[Text, ...]
    data_protection: tuple[Text, ...]
    boundary: Text
    legend: Text

    @property
    def topics(self) -> tuple[tuple[str, Topic], ...]:
        """Return what is told beside network, factors and projects, in reading order, each with its key."""
        every = (
            ("veraenderung", self.comparison),
            ("massnahmen", self.measures),
            ("foerderung", self.funding),
            ("gelernt", self.lessons),
            ("ausblick", self.outlook),
        )
        return tuple((key, topic) for key, topic in every if topic is not None)


def canonical(briefing: Briefing) -> str:
    """Return the one spelling of a document as JSON: sorted keys, no spaces; equal documents are equal bytes."""
    plain = briefing.model_dump(mode="json")
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def parse(content: str) -> Briefing:
    """Return the document behind its canonical JSON."""
    return Briefing.model_validate_json(content)


def says_the_same(one: Briefing, other: Briefing) -> bool:
    """Tell whether two documents differ in nothing but date and number."""
    day = other.header.stand
    header = one.header.model_copy(update={"stand": day, "number": other.header.number})
    return canonical(one.model_copy(update={"header": header})) == canonical(other)
