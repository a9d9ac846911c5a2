"""The calendar entry is read by an independent program, and keeps to the form other programs want."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from bkcore.post.calendar import Deadline, Entry, appointment, days, deadlines

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
TITLES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=300)


def entry(title: str = "Titel", text: str = "Text", *, day: date = date(2026, 12, 20)) -> bytes:
    return deadlines([Deadline(key="herbst/jugend", title=title, text=text, closes_on=day)], now=NOW)


def event(written: bytes) -> icalendar.Event:
    (found,) = icalendar.Calendar.from_ical(written).walk("VEVENT")
    return found


def test_the_entry_is_the_last_hour_of_the_last_day_in_bergkamen_in_winter_and_in_summer() -> None:
    for day in (date(2026, 12, 20), date(2027, 6, 30)):
        found = event(entry(day=day))
        assert found.start == datetime(day.year, day.month, day.day, 23, 0, tzinfo=BERLIN)
        assert found.end == datetime(day.year, day.month, day.day, 23, 59, tzinfo=BERLIN)


def test_the_same_round_and_project_is_the_same_entry() -> None:
    assert event(entry())["UID"] == event(entry("Anders"))["UID"]


def test_it_reminds_three_days_before() -> None:
    assert [alarm["TRIGGER"].dt.days for alarm in event(entry()).walk("VALARM")] == [-3]


@given(TITLES, TITLES)
def test_every_text_comes_back_as_it_was_and_no_line_is_too_long(title: str, text: str) -> None:
    written = entry(title, text)
    found = event(written)
    assert str(found["SUMMARY"]) == title
    assert str(found["DESCRIPTION"]) == text
    lines = written.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_adds_a_line_of_its_own_whatever_a_cell_of_a_workbook_holds(title: str, place: str) -> None:
    planned = Entry(key="fest", title=f"Fest{title}\r\nATTENDEE:mailto:x@y.z\rEND:VEVENT", day=NOW.date(), place=place)
    written = days([planned], name="Geplant", now=NOW)
    found = event(written)
    assert set(found) <= {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "TRANSP"}
    lines = written.replace(b"\r\n ", b"").split(b"\r\n")
    assert not any(byte < 32 for line in lines for byte in line)


def test_an_appointment_begins_at_its_clock_time_in_winter_and_in_summer() -> None:
    for day in (date(2026, 12, 20), date(2027, 6, 30)):
        where = Entry(key="sitzung-1", title="Sitzung", day=day, place="Rathaus, Saal 1")
        written = appointment(where, text="1 · Fest", starts_at=time(18, 0), lasts=timedelta(hours=2), now=NOW)
        found = event(written)
        assert found.start == datetime(day.year, day.month, day.day, 18, 0, tzinfo=BERLIN)
        assert found.end == datetime(day.year, day.month, day.day, 20, 0, tzinfo=BERLIN)
        assert found["LOCATION"] == "Rathaus, Saal 1"
        assert found["DESCRIPTION"] == "1 · Fest"
