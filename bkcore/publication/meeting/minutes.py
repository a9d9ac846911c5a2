"""The minutes of a meeting as one row of blocks: attendance, decisions, measures, and every point as it was shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bkcore.publication.blocks import Block, Heading, Listed, Numbers, Words
from bkcore.publication.meeting.document import Basis, Listing, Point, parse
from bkcore.publication.parts import Table
from bkcore.publication.report import key_table
from bkcore.publication.yearly.chapter import split
from bkcore.publication.yearly.document import Entry
from bkcore.reports.meetings import Attendance, DecisionState, ItemState, MeetingDetail
from bkcore.vocabulary import MeetingState
from bkcore.wording import minutes as words
from bkcore.wording.numbers import UNDEFINED, date_de


@dataclass(frozen=True)
class Minutes:
    """What the minutes are made of; the figures are those that were shown."""

    detail: MeetingDetail
    basis: Basis

    @property
    def day(self) -> date:
        """The day of the meeting."""
        return self.detail.row.held_on

    @property
    def draft(self) -> str:
        """Why they are not final, empty when they are."""
        return "" if self.detail.row.state is MeetingState.ENDED else words.DRAFT


def minutes_of(detail: MeetingDetail) -> Minutes:
    """Return the minutes of a meeting that has begun.

    Raises:
        ValueError: It has not begun, so nothing was shown yet.
    """
    if not detail.basis:
        raise ValueError("not begun")
    return Minutes(detail, parse(detail.basis))


def facts(minutes: Minutes) -> tuple[tuple[str, str], ...]:
    """Return what stands beside the title: when, where, who came, of when the figures are."""
    row, attendance = minutes.detail.row, minutes.detail.attendance
    invited = [one for one in attendance if one.invited]
    state = words.data_state(date_de(minutes.basis.stand), minutes.basis.data_version)
    told = (
        (words.DAY, date_de(row.held_on)),
        (words.START, words.clock(row.starts_at) if row.starts_at else ""),
        (words.PLACE, row.place),
        (words.PRESENT, words.present(sum(one.present for one in invited), len(invited)) if invited else ""),
        (words.STATE, state),
    )
    return tuple(fact for fact in told if fact[1])


def blocks(minutes: Minutes) -> Iterator[Block]:
    """Yield everything behind the title in reading order."""
    numbers = Numbers()
    decisions = [one for item in minutes.detail.items for one in item.decisions]
    yield from _decisions(decisions, numbers)
    yield from _attendance(minutes.detail.attendance, minutes.detail.guests, numbers)
    yield Heading(1, words.AGENDA)
    if minutes.basis.release is not None:
        yield Words(words.release(minutes.basis.release), quiet=True)
    for item in minutes.detail.items:
        yield from _item(item, minutes.basis.point(item.kind), numbers)


def _decisions(decisions: list[DecisionState], numbers: Numbers) -> Iterator[Block]:
    yield Heading(1, words.DECISIONS)
    if not decisions:
        yield Words(words.NO_DECISIONS)
        return
    rows = tuple((str(one.number), one.text, words.result(one.result, one.votes)) for one in decisions)
    yield numbers.grid(Table(caption=words.DECISIONS_CAPTION, columns=words.DECISION_COLUMNS, rows=rows))
    measures = tuple(
        (
            str(one.number),
            one.measure.title,
            one.measure.owner,
            date_de(one.measure.due_on),
            " · ".join(part for part in (one.measure.factor, one.measure.project_title) if part) or UNDEFINED,
        )
        for one in decisions
        if one.measure is not None
    )
    if measures:
        yield numbers.grid(Table(caption=words.MEASURES, columns=words.MEASURE_COLUMNS, rows=measures))


def _attendance(attendance: tuple[Attendance, ...], guests: str, numbers: Numbers) -> Iterator[Block]:
    yield Heading(1, words.ATTENDANCE)
    if attendance:
        rows = tuple((one.name, _yes(told=one.invited), _yes(told=one.present)) for one in attendance)
        yield numbers.grid(Table(caption=words.ATTENDANCE_CAPTION, columns=words.ATTENDANCE_COLUMNS, rows=rows))
    if not any(one.present for one in attendance):
        yield Words(words.NOBODY)
    if guests:
        yield Words(words.guests(guests))


def _yes(*, told: bool) -> str:
    return words.YES if told else words.NO


def _item(item: ItemState, shown: Point | None, numbers: Numbers) -> Iterator[Block]:
    yield Heading(2, words.point(item.position, item.title))
    if shown is not None:
        yield from _point(shown, numbers)
    if item.notes:
        yield Heading(3, words.NOTES)
        yield from (Words(part) for part in split(item.notes))
    for one in item.decisions:
        yield Heading(3, words.decision(one.number))
        yield Words(one.text)
        yield Words(words.result(one.result, one.votes), quiet=True)


def _point(shown: Point, numbers: Numbers) -> Iterator[Block]:
    yield Words(shown.finding)
    yield from (Words(text) for text in shown.paragraphs)
    if shown.key_figures:
        yield numbers.grid(key_table(shown.key_figures))
    if shown.figure is not None:
        yield numbers.picture(shown.figure)
        yield Words(shown.figure.subtitle, quiet=True)
    for listing in shown.listings:
        yield from _listing(listing)
    yield from (numbers.grid(table) for table in shown.tables)


def _listing(listing: Listing) -> Iterator[Block]:
    yield Heading(3, listing.title)
    if not listing.lines:
        yield Words(listing.empty)
        return
    yield Listed(
        tuple(
            Entry(title=line.title, note=" · ".join(part for part in (line.mark, line.note) if part), text="")
            for line in listing.lines
        )
    )
