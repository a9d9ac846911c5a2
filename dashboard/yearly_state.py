"""What the pages show of yearly reports: the records' side cached by data version, the draft as it is stored now."""

from dataclasses import dataclass
from datetime import date

from bkcore.access import Actor, require, writes_reports
from bkcore.publication import release as releases
from bkcore.publication.yearly import drafts, gather
from bkcore.publication.yearly import release as reports
from bkcore.publication.yearly.check import Checked, Finding, Mend, check, findings
from bkcore.publication.yearly.content import Content
from bkcore.publication.yearly.document import YearReport, canonical, parse
from bkcore.publication.yearly.drafts import Written
from bkcore.publication.yearly.edition import assemble
from bkcore.publication.yearly.faces import face
from bkcore.publication.yearly.portal import Portal
from bkcore.publication.yearly.shelf import ReportEntry
from bkcore.reports import network, overview
from bkcore.reports.cycle import Cycle
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import reading
from dashboard import state
from dashboard.caches import shared


@dataclass(frozen=True)
class Desk:
    """What somebody who writes a report works on.

    Attributes:
        content: What the records say about the year.
        written: The draft as it is stored now.
        last: The newest released version of the year, ``None`` before the first.
        report: What would be released now.
    """

    content: Content
    written: Written
    last: ReportEntry | None
    report: YearReport


def cycle(*, by: Actor, today: date) -> Cycle:
    """Return where the year stands, to whom the overviews are open; read fresh, drafts move no data version."""
    report = state.overview_report(by=by, today=today)
    with reading(state.engine()) as session:
        return overview.standing(session, report)


def years(*, by: Actor, today: date) -> tuple[int, ...]:
    """Return the years a report can be about, the newest first."""
    _writers_only(by)
    with reading(state.engine()) as session:
        return gather.years_to_report(network.load(session), today=today)


def latest_year(*, by: Actor) -> int | None:
    """Return the year somebody worked on last, on whatever device; ``None`` when nobody has begun."""
    _writers_only(by)
    with reading(state.engine()) as session:
        return drafts.latest(session)


def desk(*, by: Actor, year: int, today: date) -> Desk:
    """Return the report of a year as it stands; the draft is read fresh at every run."""
    _writers_only(by)
    with reading(state.engine()) as session:
        written = drafts.read(session, year)
        last = next((entry for entry in reports.entries(session) if entry.year == year), None)
        before = reports.latest_of(session, year) if last else None
        seen = (last.number if last else 0, getattr(releases.latest(session), "number", 0))
    content = _content(state.settings().database_url, state.data_version(), seen, year, today)
    report = assemble(
        content,
        written,
        stand=today,
        version=last.version + 1 if last else 1,
        before=parse(before.content) if before else None,
    )
    return Desk(content=content, written=written, last=last, report=report)


def checked(found: Desk) -> Checked:
    """Return what is worth a look before this report is released."""
    return check(found.report, found.content, found.written)


def lacking(*, by: Actor, year: int, today: date) -> tuple[Finding, ...]:
    """Return what can be mended before the report of a year is released; the draft is read fresh."""
    found = desk(by=by, year=year, today=today)
    return tuple(one for one in findings(found.content, found.written) if one.mend is not Mend.NOWHERE)


def bodies(*, by: Actor) -> tuple[str, ...]:
    """Return the bodies known from the record and from earlier reports."""
    _writers_only(by)
    with reading(state.engine()) as session:
        return drafts.bodies(session)


def entries(*, by: Actor) -> tuple[ReportEntry, ...]:
    """Return every released report, the newest first."""
    _writers_only(by)
    with reading(state.engine()) as session:
        return reports.entries(session)


def released_file(*, by: Actor, number: int, form: str) -> bytes:
    """Return one face of a released report."""
    _writers_only(by)
    with reading(state.engine()) as session:
        found = reports.by_number(session, number)
    return b"" if found is None else face(found.content, form, portal=Portal.of(state.settings()))


def draft_file(found: Desk, form: str) -> bytes:
    """Return one face of a draft; it says on every page that it is one."""
    return face(canonical(found.report), form, portal=Portal.of(state.settings()))


def _writers_only(by: Actor) -> None:
    """Refuse whoever writes no reports; the menu alone is no protection.

    Raises:
        NotPermitted: The actor writes no reports.
    """
    require(writes_reports(by), action="write_report")


@shared(16)
def _content(url: str, version: int, seen: tuple[int, int], year: int, today: date) -> Content:
    del version, seen
    with reading(engine_for(url)) as session:
        return reports.content_of(session, year, today=today)
