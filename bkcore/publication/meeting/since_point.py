"""The point of what happened since last time: exactly against what was shown then."""

from collections.abc import Collection, Iterator
from datetime import date

from bkcore.metrics.ties import HELD
from bkcore.publication.key_figures import texts_of
from bkcore.publication.meeting.document import Line, Listing, Point
from bkcore.publication.meeting.factor_point import shown_factors
from bkcore.publication.meeting.gather import MeetingInputs
from bkcore.publication.parts import Table
from bkcore.reports.measure_board import BoardMeasure
from bkcore.reports.over_time import ActivityLine, YearOfTurnover
from bkcore.vocabulary import AgendaKind, MeasureState
from bkcore.wording import meeting as words
from bkcore.wording.numbers import date_de

_YEARS = 2


def since_point(inputs: MeetingInputs) -> Point:
    """Return activities, organisations and measures that are new since the meeting before, and figures that moved.

    Without a meeting before it tells what took place, came and was done since a day half a year back, and no figures
    are compared.
    """
    held = [line for line in inputs.activities.lines if line.status in HELD and _is_new(line, inputs)]
    new, returned = _newcomers(inputs)
    done = [one for one in inputs.measures.measures if one.state is MeasureState.DONE and _was_open(one, inputs)]
    moved = tuple(_moved(inputs))
    listings = (
        Listing(title=words.ACTIVITIES, lines=tuple(map(_activity, held)), empty=words.NO_ACTIVITIES),
        Listing(title=words.NEW, lines=_names(new, inputs), empty=words.NOBODY_NEW),
        Listing(title=words.RETURNED, lines=_names(returned, inputs), empty=words.NOBODY_RETURNED),
        Listing(title=words.DONE, lines=tuple(map(_measure, done)), empty=words.NOTHING_DONE),
    )
    table = Table(caption=words.MOVED, columns=words.MOVED_COLUMNS, rows=moved)
    notes = (words.COMPARED if inputs.before else words.FIRST_MEETING, words.NO_MOVES if _still(inputs, moved) else "")
    return Point(
        kind=AgendaKind.SINCE,
        finding=words.since(
            date_de(inputs.since), activities=len(held), new=len(new), returned=len(returned), done=len(done)
        ),
        paragraphs=tuple(note for note in notes if note),
        listings=listings,
        tables=(table,) if moved else (),
    )


def _still(inputs: MeetingInputs, moved: Collection[object]) -> bool:
    return inputs.before is not None and not moved


def _is_new(line: ActivityLine, inputs: MeetingInputs) -> bool:
    """Tell whether an activity was not known as held last time; the first meeting goes by its day."""
    if inputs.before is not None:
        return line.activity not in inputs.before.snapshot.held
    return line.start is not None and inputs.since <= line.start <= inputs.today


def _newcomers(inputs: MeetingInputs) -> tuple[frozenset[str], frozenset[str]]:
    """Return who was new and who came back, each year against the same year as it was known last time."""
    before = inputs.before.snapshot.newcomers if inputs.before else ()
    known_new = {(year.year, who) for year in before for who in year.new}
    known_back = {(year.year, who) for year in before for who in year.returned}
    years = inputs.turnover.years[-_YEARS:] if inputs.before else _running(inputs)
    new = {who for year in years for who in year.new if (year.year, who) not in known_new}
    back = {who for year in years for who in year.returned if (year.year, who) not in known_back}
    return frozenset(new), frozenset(back - new)


def _running(inputs: MeetingInputs) -> tuple[YearOfTurnover, ...]:
    return tuple(year for year in inputs.turnover.years if year.year == inputs.today.year)


def _was_open(one: BoardMeasure, inputs: MeetingInputs) -> bool:
    if inputs.before is not None:
        return one.id not in inputs.before.snapshot.done
    return one.finished_on is not None and one.finished_on >= inputs.since


def _moved(inputs: MeetingInputs) -> Iterator[tuple[str, str, str]]:
    """Yield figures both meetings know and write differently; a year or round that came new is no move."""
    if inputs.before is None:
        return
    before = inputs.before.snapshot
    known = {(year.year, cell.label): cell.text for year in before.years for cell in year.figures}
    for year in reversed(inputs.recent):
        for label, text in texts_of(year).items():
            then = known.get((year.year, label))
            if then is not None and then != text:
                yield words.figure_of(label, year.year), then, text
    section = shown_factors(inputs)
    if not before.round or not section.round or before.round == section.round:
        return
    factors = {cell.key: cell.text for cell in before.factors}
    for row in section.rows:
        then = factors.get(row.key)
        if then is not None and not row.withheld and then != row.mean_text:
            yield words.factor_of(row.short_title, before.round_title, section.round_title), then, row.mean_text


def _activity(line: ActivityLine) -> Line:
    where = [_day(line.start, line), *([", ".join(line.organisations)] if line.organisations else [])]
    return Line(title=line.title, note=" · ".join(part for part in where if part))


def _day(day: date | None, line: ActivityLine) -> str:
    return date_de(day, precision=line.precision)


def _names(found: Collection[str], inputs: MeetingInputs) -> tuple[Line, ...]:
    names = sorted((inputs.turnover.names.get(who, who) for who in found), key=str.casefold)
    return tuple(Line(title=name) for name in names)


def _measure(one: BoardMeasure) -> Line:
    finished = words.finished(date_de(one.finished_on)) if one.finished_on else ""
    return Line(title=one.title, note=" · ".join(part for part in (one.owner, finished) if part))
