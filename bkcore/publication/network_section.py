"""The bars of active organisations per year, and the people counted."""

from collections.abc import Sequence

from bkcore.publication.disclosure import SafeAttendance, SafeYear
from bkcore.publication.document import Attendance, AttendanceRow
from bkcore.publication.inputs import YearInput
from bkcore.publication.parts import WITHHELD, Bar, BarFigure, Number, Table
from bkcore.wording import briefing as words
from bkcore.wording import briefing_sentences as sentences
from bkcore.wording.numbers import UNDEFINED, known, whole
from bkcore.wording.numbers import WITHHELD as WITHHELD_SIGN

_EARLIER_YEARS_FOR_A_RECORD = 2


def network_figure(years: Sequence[YearInput]) -> BarFigure | None:
    """Return the bars from the first year with active organisations to the last; ``None`` without one."""
    active = [year for year in years if year.organisations]
    if not active:
        return None
    first, now = active[0], active[-1]
    drawn = [year for year in years if first.year <= year.year <= now.year]
    highest = max(drawn, key=lambda year: (year.organisations, year.year))
    return BarFigure(
        finding=_finding(now, active),
        subtitle=sentences.bars_subtitle(first.year, now.year, sum(year.activities_with_ties for year in drawn)),
        alt=sentences.bars_alt(
            years=len(drawn),
            highest=highest.organisations,
            highest_year=highest.year,
            latest=now.organisations,
            latest_year=now.year,
        ),
        meaning=words.MEANING_BARS,
        table=Table(caption=words.CAPTION_BARS, columns=words.COLUMNS_BARS, rows=tuple(_row(year) for year in drawn)),
        bars=tuple(_bar(year) for year in drawn),
    )


def _finding(now: YearInput, active: Sequence[YearInput]) -> str:
    """Claim a record only against at least two earlier years that could have one."""
    if now.new is None:
        return sentences.base_year_finding(now.year, now.organisations)
    earlier = [year.new for year in active[:-1] if year.new is not None]
    if len(earlier) >= _EARLIER_YEARS_FOR_A_RECORD and now.new > max(earlier):
        return sentences.new_most_ever(now.year, now.new)
    return sentences.new_and_returned(now.year, now.new, now.returned or 0)


def _bar(year: YearInput) -> Bar:
    divided = not year.base_year and None not in (year.new, year.returned, year.retained)
    return Bar(
        year=year.year,
        total=year.organisations,
        new=year.new if divided else None,
        returned=year.returned if divided else None,
        continuing=year.retained if divided else None,
        base=not divided and year.organisations > 0,
    )


def _row(year: YearInput) -> tuple[str, ...]:
    bar = _bar(year)
    if bar.base:
        parts = (words.BASE_YEAR, UNDEFINED, UNDEFINED)
    elif not bar.total:  # nobody wrote down who took part: that is no zero
        parts = (UNDEFINED,) * 3
    else:
        parts = (whole(bar.new), whole(bar.returned), whole(bar.continuing))
    return (str(year.year), known(year.organisations), *parts, whole(year.activities))


def attendance(safe: SafeAttendance) -> Attendance | None:
    """Return the people counted per year; ``None`` without a year in which something took place."""
    years = [row for row in safe.rows if row.activities]
    if not years:
        return None
    rows = tuple(_people(row) for row in years)
    total: Number = WITHHELD if safe.withheld else safe.total
    total_text = WITHHELD_SIGN if safe.withheld else whole(safe.total)
    known, activities = sum(row.counted for row in years), sum(row.activities for row in years)
    return Attendance(
        note=sentences.attendance_note(known, activities),
        rows=rows,
        total=total,
        total_text=total_text,
        table=Table(
            caption=words.CAPTION_ATTENDANCE,
            columns=words.COLUMNS_ATTENDANCE,
            rows=(
                *((str(row.year), whole(row.activities), whole(row.counted), row.text) for row in rows),
                (words.TOTAL, whole(activities), whole(known), total_text),
            ),
        ),
    )


def _people(row: SafeYear) -> AttendanceRow:
    return AttendanceRow(
        year=row.year,
        activities=row.activities,
        counted=row.counted,
        people=WITHHELD if row.withheld else row.people,
        text=WITHHELD_SIGN if row.withheld else whole(row.people),
    )
