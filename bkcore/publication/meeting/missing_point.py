"""The point of who is missing: declared perspectives that take no part, each with its next step."""

from collections.abc import Iterator, Sequence

from bkcore.publication.meeting.document import Line, Listing, Point
from bkcore.publication.meeting.gather import MeetingInputs
from bkcore.reports.perspective_facts import CoverageCell, DeclaredPerspective
from bkcore.vocabulary import AgendaKind, CoverageState, GapState
from bkcore.wording import meeting as words
from bkcore.wording.labels import label
from bkcore.wording.numbers import date_de


def missing_point(inputs: MeetingInputs) -> Point:
    """Return the perspectives of the latest whole year that is recorded, or of the running one without any."""
    report = inputs.missing
    years = [year for year in report.years if year < inputs.today.year] or list(report.years)
    if not report.perspectives or not years:
        finding = words.NOTHING_RECORDED if report.perspectives else words.NOTHING_DECLARED
        return Point(kind=AgendaKind.MISSING, finding=finding, paragraphs=(words.DECLARE,))
    year = years[-1]
    found = [(one, cell) for one in report.perspectives if (cell := one.cell(year)) is not None]
    missing = _in(found, CoverageState.MISSING)
    unsure = _in(found, CoverageState.UNCERTAIN) + _in(found, CoverageState.UNKNOWN)
    return Point(
        kind=AgendaKind.MISSING,
        finding=words.missing(year, len(missing), of=len(found), unsure=len(unsure)),
        listings=(
            Listing(title=words.missing_in(year), lines=tuple(_lines(missing, inputs)), empty=words.NOTHING_MISSING),
            Listing(title=words.UNSURE, lines=tuple(_lines(unsure, inputs)), empty=words.NOTHING_UNSURE),
        ),
    )


def _in(found: Sequence[tuple[DeclaredPerspective, CoverageCell]], state: CoverageState) -> list[DeclaredPerspective]:
    return [one for one, cell in found if cell.state is state]


def _lines(found: Sequence[DeclaredPerspective], inputs: MeetingInputs) -> Iterator[Line]:
    for one in found:
        step = next((gap for gap in one.gaps if gap.state is GapState.OPEN), None)
        late = step is not None and step.is_overdue(inputs.today)
        note = words.next_step(step.step, step.who, date_de(step.due_on)) if step else words.NO_STEP
        yield Line(title=f"{label(one.trait)}: {one.title}", note=note, mark=words.OVERDUE if late else "")
