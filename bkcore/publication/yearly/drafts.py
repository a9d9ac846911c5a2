"""Reads what somebody has written of a report so far; a year nobody began reads as an empty draft."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sqlmodel import Session, col, select

from bkcore.model.council import Consultation
from bkcore.model.year_reports import ReportDraft, ReportStation, ReportText
from bkcore.publication.yearly.chapter import Chapter
from bkcore.vocabulary import ConsultationRole, PaperKind


@dataclass(frozen=True, slots=True)
class WrittenStation:
    """One station of the paper's way."""

    id: int
    body: str
    held_on: date | None
    role: ConsultationRole
    authoritative: bool


@dataclass(frozen=True, slots=True)
class WrittenText:
    """What a section says, and the figures its writer saw."""

    text: str
    basis: Mapping[str, str]

    def moved(self, chapter: Chapter) -> tuple[tuple[str, str, str], ...]:
        """Return the figures that are different now: name, what the writer saw, what is; empty where there is none."""
        now = chapter.basis
        names = [*self.basis, *(name for name in now if name not in self.basis)]
        return tuple(
            (name, self.basis.get(name, ""), now.get(name, ""))
            for name in names
            if self.basis.get(name, "") != now.get(name, "")
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A draft as it is stored now.

    Attributes:
        year: Its year.
        begun: Whether there is one.
        kind: Mitteilungsvorlage or Beschlussvorlage.
        reference: Number of the paper, empty before it has one.
        file_number: Aktenzeichen, may be empty.
        subject: Betreff; empty takes the usual one.
        resolution: Beschlussvorschlag; empty takes the usual one.
        step: Where its writer was last, 1 to 5.
        stations: The paper's way, by day; those without a day last.
        texts: What was written, by section.
    """

    year: int
    begun: bool = False
    kind: PaperKind = PaperKind.NOTICE
    reference: str = ""
    file_number: str = ""
    subject: str = ""
    resolution: str = ""
    step: int = 1
    stations: tuple[WrittenStation, ...] = ()
    texts: Mapping[str, WrittenText] = field(default_factory=dict)

    def of_kind(self, kind: PaperKind) -> "Written":
        """Return the same draft as another kind of paper."""
        return replace(self, kind=kind)


def read(session: Session, year: int) -> Written:
    """Return the draft of a year."""
    row = session.exec(select(ReportDraft).where(ReportDraft.year == year)).first()
    if row is None:
        return Written(year=year)
    stations = session.exec(
        select(ReportStation)
        .where(ReportStation.draft_id == row.id)
        .order_by(col(ReportStation.held_on).nulls_last(), col(ReportStation.id))
    )
    texts = session.exec(select(ReportText).where(ReportText.draft_id == row.id))
    return Written(
        year=year,
        begun=True,
        kind=row.kind,
        reference=row.reference,
        file_number=row.file_number,
        subject=row.subject,
        resolution=row.resolution,
        step=row.step,
        stations=tuple(
            WrittenStation(one.id or 0, one.body, one.held_on, one.role, one.authoritative) for one in stations
        ),
        texts={one.section: WrittenText(one.text, json.loads(one.basis)) for one in texts},
    )


def latest(session: Session) -> int | None:
    """Return the year somebody worked on last, ``None`` when nobody has begun."""
    return session.exec(select(ReportDraft.year).order_by(col(ReportDraft.changed_at).desc()).limit(1)).first()


def bodies(session: Session) -> tuple[str, ...]:
    """Return the bodies known from the record and from earlier reports, the one met last first."""
    known = session.exec(
        select(Consultation.body).order_by(col(Consultation.held_on).desc().nulls_last(), col(Consultation.slug))
    )
    used = session.exec(select(ReportStation.body).order_by(col(ReportStation.id).desc()))
    return tuple(dict.fromkeys([*used, *known]))


def basis_of(chapter: Chapter) -> str:
    """Return the figures of a chapter as they are kept beside a text."""
    return json.dumps(chapter.basis, ensure_ascii=False)
