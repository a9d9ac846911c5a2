"""Freezes yearly reports into numbered, dated and hashed papers; a correction is a further version of the same year."""

import hashlib
from datetime import date

from sqlmodel import Session, col, func, select

from bkcore.access import Actor, require, writes_reports
from bkcore.commands.year_reports import ReleaseReport
from bkcore.errors import CorrectionUnsaid, InvalidValue
from bkcore.model.year_reports import YearReportRelease
from bkcore.publication.release import released_documents
from bkcore.publication.yearly import drafts
from bkcore.publication.yearly.content import Content, build
from bkcore.publication.yearly.document import YearReport, canonical, parse
from bkcore.publication.yearly.edition import assemble
from bkcore.publication.yearly.gather import gather
from bkcore.publication.yearly.shelf import ReportEntry
from bkcore.services.journal import record
from bkcore.store.unit_of_work import now_of, today_of, town_day


def content_of(session: Session, year: int, *, today: date) -> Content:
    """Return what the records say about a year now, protected against everything released before."""
    return build(gather(session, year=year, today=today), earlier=released_documents(session))


def draft_of(session: Session, year: int, *, today: date) -> YearReport:
    """Return what the report of a year would be if it were released now; it has no number."""
    last = latest_of(session, year)
    return assemble(
        content_of(session, year, today=today),
        drafts.read(session, year),
        stand=today,
        version=last.version + 1 if last else 1,
        before=parse(last.content) if last else None,
    )


def release_report(session: Session, command: ReleaseReport, *, by: Actor) -> YearReportRelease:
    """Freeze the report of a year as it is now.

    Args:
        session: Open session of a unit of work.
        command: Which year; from the second version on what is corrected.
        by: Who releases.

    Returns:
        The frozen report.

    Raises:
        NotPermitted: The actor writes no reports.
        InvalidValue: The year has not begun yet.
        CorrectionUnsaid: There is a report of this year, and the new one does not say what it corrects.
    """
    require(writes_reports(by), action="release_report")
    today = today_of(session)
    if command.year > today.year:
        raise InvalidValue(field="Jahr", value=str(command.year), allowed=f"höchstens {today.year}")
    last = latest_of(session, command.year)
    if last is not None and not command.correction:
        raise CorrectionUnsaid(year=command.year)
    number = (session.exec(select(func.max(YearReportRelease.number))).one() or 0) + 1
    report = assemble(
        content_of(session, command.year, today=today),
        drafts.read(session, command.year),
        stand=today,
        number=number,
        version=last.version + 1 if last else 1,
        correction=command.correction,
        before=parse(last.content) if last else None,
    )
    details = {"year": command.year, "version": report.cover.version, "correction": command.correction}
    entry = record(session, action="release_report", aggregate="year_report", key=str(number), by=by, details=details)
    content = canonical(report)
    row = YearReportRelease(
        number=number,
        year=command.year,
        version=report.cover.version,
        made_at=now_of(session),
        data_version=entry.id or 0 if entry else 0,
        content=content,
        digest=_digest(content),
    )
    session.add(row)
    session.flush()
    return row


def latest_of(session: Session, year: int) -> YearReportRelease | None:
    """Return the newest version of a year's report, ``None`` before the first."""
    return session.exec(
        select(YearReportRelease)
        .where(YearReportRelease.year == year)
        .order_by(col(YearReportRelease.version).desc())
        .limit(1)
    ).first()


def by_number(session: Session, number: int) -> YearReportRelease | None:
    """Return the report with this number, ``None`` when there is none."""
    return session.exec(select(YearReportRelease).where(YearReportRelease.number == number)).first()


def entries(session: Session) -> tuple[ReportEntry, ...]:
    """Return every released report, the newest first."""
    rows = session.exec(
        select(
            YearReportRelease.number, YearReportRelease.year, YearReportRelease.version, YearReportRelease.made_at,
        ).order_by(col(YearReportRelease.number).desc())
    )  # fmt: skip
    return tuple(ReportEntry(number, year, version, town_day(made_at)) for number, year, version, made_at in rows)


def verify(row: YearReportRelease) -> bool:
    """Tell whether a report still says what it said when it was made, under the number, year and day it carries."""
    if _digest(row.content) != row.digest:
        return False
    cover = parse(row.content).cover
    return (cover.number, cover.year, cover.version, cover.stand) == (
        row.number,
        row.year,
        row.version,
        town_day(row.made_at),
    )


def _digest(content: str) -> str:
    return hashlib.sha256(content.encode("utf-8")).hexdigest()
