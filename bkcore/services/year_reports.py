"""Services on the draft of a yearly report: its cover, its way through the bodies, its texts.

A draft leaves no journal entry: nothing of it counts until it is released, and an entry would empty every cache while
somebody types. The release is journalled (``bkcore.publication.yearly.release``).
"""

from sqlmodel import Session, col, select

from bkcore.access import Actor, require, writes_reports
from bkcore.commands.year_reports import AddStation, FrameReport, RemoveStation, WriteReportText
from bkcore.errors import InvalidValue, NotFound, TextMoved
from bkcore.model.year_reports import ReportDraft, ReportStation, ReportText
from bkcore.store.unit_of_work import now_of, today_of
from bkcore.vocabulary import PaperKind


def frame_report(session: Session, command: FrameReport, *, by: Actor) -> ReportDraft:
    """Begin the report of a year, or change what stands on its cover.

    Args:
        session: Open session; the unit of work around it commits.
        command: What changes; what is not given stays.
        by: Who writes.

    Returns:
        The draft.

    Raises:
        NotPermitted: The actor writes no reports.
        InvalidValue: The year has not begun yet.
    """
    require(writes_reports(by), action="frame_report")
    today = today_of(session)
    if command.year > today.year:
        raise InvalidValue(field="Jahr", value=str(command.year), allowed=f"höchstens {today.year}")
    row = _draft(session, command.year) or ReportDraft(
        year=command.year, kind=PaperKind.NOTICE, changed_at=now_of(session)
    )
    for field, value in command.model_dump(exclude={"year"}, exclude_none=True).items():
        setattr(row, field, value)
    return _touched(session, row)


def add_station(session: Session, command: AddStation, *, by: Actor) -> ReportStation:
    """Add a body to the paper's way; the same body on the same day is there once.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which body, when, and what it does.
        by: Who writes.

    Returns:
        The station.

    Raises:
        NotPermitted: The actor writes no reports.
        NotFound: The report was not begun.
    """
    require(writes_reports(by), action="add_station")
    draft = _begun(session, command.year)
    same = select(ReportStation).where(
        ReportStation.draft_id == draft.id,
        ReportStation.body == command.body,
        col(ReportStation.held_on).is_(None) if command.held_on is None else ReportStation.held_on == command.held_on,
    )
    row = session.exec(same).first() or ReportStation(
        draft_id=draft.id or 0, body=command.body, held_on=command.held_on, role=command.role
    )
    row.role, row.authoritative = command.role, command.authoritative
    session.add(row)
    _touched(session, draft)
    return row


def remove_station(session: Session, command: RemoveStation, *, by: Actor) -> None:
    """Take a body off the paper's way; one that is not there any more is no fault.

    Raises:
        NotPermitted: The actor writes no reports.
        NotFound: The report was not begun.
    """
    require(writes_reports(by), action="remove_station")
    draft = _begun(session, command.year)
    row = session.get(ReportStation, command.station_id)
    if row is not None and row.draft_id == draft.id:
        session.delete(row)
    _touched(session, draft)


def write_report_text(session: Session, command: WriteReportText, *, by: Actor) -> ReportText | None:
    """Keep what a section says, with the figures its writer saw; an empty text lets it follow the figures again.

    Args:
        session: Open session; the unit of work around it commits.
        command: The text, its figures, and what the field has shown.
        by: Who writes.

    Returns:
        The stored text, ``None`` when the section follows the figures.

    Raises:
        NotPermitted: The actor writes no reports.
        NotFound: The report was not begun.
        TextMoved: The text was changed elsewhere since the writer last saw it; nothing is replaced.
    """
    require(writes_reports(by), action="write_report_text")
    draft = _begun(session, command.year)
    row = _text(session, draft, command.section)
    if row is not None and command.seen is not None and row.text not in {*command.seen, command.text}:
        raise TextMoved(text=row.text)
    if not command.text:
        if row is not None:
            session.delete(row)
        _touched(session, draft)
        return None
    row = row or ReportText(draft_id=draft.id or 0, section=command.section, text="", basis="")
    row.text, row.basis = command.text, command.basis
    session.add(row)
    _touched(session, draft)
    return row


def _draft(session: Session, year: int) -> ReportDraft | None:
    return session.exec(select(ReportDraft).where(ReportDraft.year == year).with_for_update()).first()


def _begun(session: Session, year: int) -> ReportDraft:
    row = _draft(session, year)
    if row is None:
        raise NotFound(what="year_report", key=str(year))
    return row


def _text(session: Session, draft: ReportDraft, section: str) -> ReportText | None:
    return session.exec(
        select(ReportText).where(ReportText.draft_id == draft.id, ReportText.section == section)
    ).first()


def _touched(session: Session, draft: ReportDraft) -> ReportDraft:
    draft.changed_at = now_of(session)
    session.add(draft)
    session.flush()
    return draft
