"""What all commands share, and the kinds of fields that people type."""

import re
from calendar import monthrange
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, field_validator

from bkcore.settings import MAIL_ADDRESS

_GERMAN_DATE = re.compile(r"(?:(?:(\d{1,2})\.)?(\d{1,2})\.)?(\d{4})")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_YEARS = range(1900, 2101)
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Command(BaseModel):
    """A wish to change something, complete and checked; unknown fields are refused.

    Text keeps plain line feeds and holds no other control character: neither PostgreSQL nor a workbook could.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    @field_validator("*", mode="before")
    @classmethod
    def _plain_text(cls, value: object) -> object:
        return _no_control_characters(value) if isinstance(value, str) else value


def partial_date(value: str) -> str:
    """Return a date in the precision it was written in, as ISO text.

    Args:
        value: ``2024``, ``2024-03``, ``2024-03-15``, ``03.2024`` or ``15.03.2024``.

    Returns:
        ISO text of 4, 7 or 10 characters.

    Raises:
        ValueError: Neither of these forms, or no such day.
    """
    value = value.strip()
    if match := _ISO_DATE.fullmatch(value):
        year, month, day = match.groups()
    elif match := _GERMAN_DATE.fullmatch(value):
        day, month, year = match.groups()
    else:
        raise ValueError("date_form")
    _require_plausible(int(year))
    if month is None:
        return f"{int(year):04d}"
    if not 1 <= int(month) <= 12 or (day is not None and not 1 <= int(day) <= monthrange(int(year), int(month))[1]):  # noqa: PLR2004 - months
        raise ValueError("date_form")
    return f"{int(year):04d}-{int(month):02d}" + (f"-{int(day):02d}" if day is not None else "")


def _require_plausible(year: int) -> None:
    """Refuse a slip of the pen: one activity in the year 9999 would stretch every chart."""
    if year not in _YEARS:
        raise ValueError("date_year")


def _web_address(value: str) -> str:
    if not _WEB_ADDRESS.fullmatch(value):
        raise ValueError("web_address")
    return value


def _mail_address(value: str) -> str:
    name, at, domain = value.rpartition("@")
    if "ß" in domain:  # the coding at hand would lead to another domain
        raise ValueError("mail_address")
    try:
        address = f"{name}{at}{domain.encode('idna').decode('ascii')}"
    except UnicodeError as error:
        raise ValueError("mail_address") from error
    if not MAIL_ADDRESS.fullmatch(address):
        raise ValueError("mail_address")
    return address


def _full_date(value: object) -> object:
    if isinstance(value, str):
        text = partial_date(value)
        if len(text) != len("2024-03-15"):
            raise ValueError("date_day_missing")
        return date.fromisoformat(text)
    if isinstance(value, date):
        _require_plausible(value.year)
    return value


def _empty_is_none(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


def _no_control_characters(value: str) -> str:
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    if _UNWRITABLE.search(value):
        raise ValueError("control_character")
    return value


Slug = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A lasting short name: small letters, digits and single hyphens."""

Line = Annotated[str, Field(min_length=1, max_length=200)]
"""One line of text that must be there."""

PartialDate = Annotated[str, AfterValidator(partial_date)]
"""A date in the precision that is known, as ISO text."""

Day = Annotated[date, BeforeValidator(_full_date)]
"""A full day, ISO or German."""

WebAddress = Annotated[str, Field(max_length=500), AfterValidator(_web_address)]
"""An address that can be followed and does nothing else."""

MailAddress = Annotated[str, Field(max_length=254), AfterValidator(_mail_address)]
"""An address a message can be sent to; a domain with umlauts is kept as mail servers write it."""

EmptyIsNone = BeforeValidator(_empty_is_none)
"""An empty cell means: not known."""

Source = Annotated[str | None, Field(max_length=500), EmptyIsNone]
Note = Annotated[str | None, Field(max_length=2000), EmptyIsNone]
Count = Annotated[int | None, Field(ge=0, le=1_000_000), EmptyIsNone]
