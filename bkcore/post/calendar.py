"""Writes calendars (RFC 5545): last days, of a round or of measures, and the days that are planned."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

_WIDTH = 75
_FORBIDDEN = {"Cc", "Cs"}
"""Unicode categories of control characters, and of halves of characters, which have no UTF-8."""
_END_OF_DAY = time(23, 59)
_HOUR_BEFORE = time(23, 0)
_HEAD = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Bergkamen for all//Beteiligungs-Dashboard//DE",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
)
# The rule that holds in the European Union since 1996, as calendars want it written out.
_TIME_ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Berlin",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "END:VTIMEZONE",
)


@dataclass(frozen=True, slots=True)
class Deadline:
    """One last day.

    Attributes:
        key: What it stands for; the same key gives the same entry, so a calendar replaces an earlier one.
        title: One line.
        text: What else is said.
        closes_on: The day.
    """

    key: str
    title: str
    text: str
    closes_on: date


def deadlines(entries: Iterable[Deadline], *, now: datetime) -> bytes:
    """Return a calendar: for each entry the last hour of its day, in Bergkamen's time, with an alarm before.

    Args:
        entries: The last days; without any it is an empty calendar.
        now: The moment it is written, with a time zone.

    Returns:
        UTF-8 text with CRLF, lines folded at 75 octets, special characters escaped.
    """
    lines = [
        *_HEAD,
        *_TIME_ZONE,
        *(line for entry in entries for line in _event(entry, now=now)),
        "END:VCALENDAR",
    ]
    return _written(lines)


def _event(entry: Deadline, *, now: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        *_marks(entry.key, now),
        f"DTSTART;TZID=Europe/Berlin:{datetime.combine(entry.closes_on, _HOUR_BEFORE):%Y%m%dT%H%M%S}",
        f"DTEND;TZID=Europe/Berlin:{datetime.combine(entry.closes_on, _END_OF_DAY):%Y%m%dT%H%M%S}",
        f"SUMMARY:{_escaped(entry.title)}",
        f"DESCRIPTION:{_escaped(entry.text)}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P3D",
        f"DESCRIPTION:{_escaped(entry.title)}",
        "END:VALARM",
        "END:VEVENT",
    ]


@dataclass(frozen=True, slots=True)
class Entry:
    """One whole day, or several.

    Attributes:
        key: What the entry stands for; the same key gives the same entry, so a calendar replaces an earlier one.
        title: One line.
        day: First day.
        last: Last day, ``None`` when it is the first.
        place: Where, if known.
    """

    key: str
    title: str
    day: date
    last: date | None = None
    place: str | None = None


def days(entries: Iterable[Entry], *, name: str, now: datetime) -> bytes:
    """Return a calendar of whole days that programs may subscribe to.

    Args:
        entries: What is planned.
        name: What programs call the calendar.
        now: The moment it is written, with a time zone.

    Returns:
        UTF-8 text with CRLF; programs are asked to look again after twelve hours.
    """
    lines = [*_HEAD, f"X-WR-CALNAME:{_escaped(name)}", "REFRESH-INTERVAL;VALUE=DURATION:PT12H"]
    for entry in entries:
        lines.extend(_whole_days(entry, now))
    return _written([*lines, "END:VCALENDAR"])


def appointment(entry: Entry, *, text: str, starts_at: time, lasts: timedelta, now: datetime) -> bytes:
    """Return a calendar with one appointment at a clock time of Bergkamen, with an alarm a day before.

    Args:
        entry: What, when and where.
        text: What else is said, such as the agenda.
        starts_at: When it begins.
        lasts: How long.
        now: The moment it is written, with a time zone.

    Returns:
        UTF-8 text with CRLF.
    """
    begins = datetime.combine(entry.day, starts_at)
    lines = [
        *_HEAD,
        *_TIME_ZONE,
        "BEGIN:VEVENT",
        *_marks(entry.key, now),
        f"DTSTART;TZID=Europe/Berlin:{begins:%Y%m%dT%H%M%S}",
        f"DTEND;TZID=Europe/Berlin:{begins + lasts:%Y%m%dT%H%M%S}",
        f"SUMMARY:{_escaped(entry.title)}",
        f"DESCRIPTION:{_escaped(text)}",
        *([f"LOCATION:{_escaped(entry.place)}"] if entry.place else []),
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P1D",
        f"DESCRIPTION:{_escaped(entry.title)}",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return _written(lines)


def _whole_days(entry: Entry, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield from _marks(entry.key, now)
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{(entry.last or entry.day) + timedelta(days=1):%Y%m%d}"  # the first day after it
    yield f"SUMMARY:{_escaped(entry.title)}"
    if entry.place:
        yield f"LOCATION:{_escaped(entry.place)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _marks(key: str, now: datetime) -> tuple[str, str]:
    return (
        f"UID:{sha256(key.encode()).hexdigest()[:32]}@beteiligung.bergkamen",
        f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
    )


def _written(lines: Iterable[str]) -> bytes:
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _escaped(text: str) -> str:
    """Return a text as one line; a cell of a workbook may hold line breaks and other characters no calendar takes."""
    text = "\n".join(text.splitlines())
    text = "".join(one for one in text if one == "\n" or unicodedata.category(one) not in _FORBIDDEN)
    for special in ("\\", ";", ","):
        text = text.replace(special, f"\\{special}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Break a line so that no part has more than 75 octets, never inside a character."""
    parts, size = [""], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _WIDTH:
            parts.append("")
            size = 1  # the blank a continued line begins with
        parts[-1] += character
        size += octets
    return "\r\n ".join(parts)
