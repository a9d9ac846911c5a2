"""The point of the measures: overdue, blocked, due soon."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from bkcore.publication.meeting.document import Line, Listing, Point
from bkcore.publication.meeting.gather import MeetingInputs
from bkcore.reports.measure_board import BoardMeasure
from bkcore.vocabulary import AgendaKind, MeasureState
from bkcore.wording import measures as measure_words
from bkcore.wording import meeting as words
from bkcore.wording.numbers import date_de

SOON = timedelta(days=56)
"""What is due within eight weeks is due soon: about the time between two meetings."""


def measure_point(inputs: MeetingInputs) -> Point:
    """Return the measures with something left to do; each stands in one list only, the most urgent that fits."""
    every, today = inputs.measures.measures, inputs.today
    if not every:
        return Point(kind=AgendaKind.MEASURES, finding=words.NO_MEASURES)
    left = [one for one in every if not one.is_closed]
    late = [one for one in left if one.is_overdue(today)]
    rest = [one for one in left if one not in late]
    blocked = [one for one in rest if one.state is MeasureState.BLOCKED]
    soon = [one for one in rest if one not in blocked and one.due_on <= today + SOON]
    states = {state: sum(one.state is state for one in every) for state in MeasureState}
    return Point(
        kind=AgendaKind.MEASURES,
        finding=measure_words.finding(
            total=len(every), left=len(left), late=len(late), next_due=left[0].due_on if left else None
        ),
        paragraphs=(measure_words.standing(states),),
        listings=(
            Listing(title=words.LATE, lines=tuple(_lines(late, today, words.late_since)), empty=words.NOTHING_LATE),
            Listing(title=words.BLOCKED, lines=tuple(_lines(blocked, today)), empty=words.NOTHING_BLOCKED),
            Listing(title=words.DUE_SOON, lines=tuple(_lines(soon, today)), empty=words.NOTHING_SOON),
        ),
    )


def _lines(found: Sequence[BoardMeasure], today: date, mark: Callable[[int], str] | None = None) -> Iterator[Line]:
    for one in found:
        about = [one.owner, words.until(date_de(one.due_on)), one.factor, one.project_title]
        late = mark((today - one.due_on).days) if mark else ""
        yield Line(title=one.title, note=" · ".join(part for part in about if part), mark=late)
