"""Commands on the yearly report to the council: work on its draft, and release it."""

from typing import Annotated, Final, Literal

from pydantic import Field

from bkcore.commands.base import Command, Day, EmptyIsNone, Line
from bkcore.vocabulary import ConsultationRole, PaperKind

LONGEST_TEXT: Final = 8000
STEPS: Final = 5

ReportYear = Annotated[int, Field(ge=1900, le=2100)]
ReportKind = Literal[PaperKind.NOTICE, PaperKind.RESOLUTION]
"""The two forms in which the council gets the report."""


class FrameReport(Command):
    """Begin the report of a year, or change what stands on its cover; fields that are not given stay."""

    year: ReportYear
    kind: ReportKind | None = None
    reference: Annotated[str | None, Field(max_length=40)] = None
    file_number: Annotated[str | None, Field(max_length=60)] = None
    subject: Annotated[str | None, Field(max_length=300)] = None
    resolution: Annotated[str | None, Field(max_length=2000)] = None
    step: Annotated[int | None, Field(ge=1, le=STEPS)] = None


class AddStation(Command):
    """Add a body to the paper's way."""

    year: ReportYear
    body: Line
    held_on: Annotated[Day | None, EmptyIsNone] = None
    role: ConsultationRole
    authoritative: bool = False


class RemoveStation(Command):
    """Take a body off the paper's way."""

    year: ReportYear
    station_id: int


class WriteReportText(Command):
    """Keep what a section says, with the figures its writer saw; ``seen`` are the texts the field has shown."""

    year: ReportYear
    section: Annotated[str, Field(min_length=1, max_length=40)]
    text: Annotated[str, Field(max_length=LONGEST_TEXT)]
    basis: Annotated[str, Field(max_length=20_000)]
    seen: tuple[str, ...] | None = None


class ReleaseReport(Command):
    """Freeze the report of a year; a further version says what it corrects."""

    year: ReportYear
    correction: Annotated[str, Field(max_length=1000)] = ""
