"""Which activities are shown: project and kind for the whole page, year and state for calendar and list."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from bkcore.access import Actor
from bkcore.reports.over_time import ActivityLine, ActivityReport
from bkcore.vocabulary import ActivityKind, ActivityStatus
from bkcore.wording.labels import label
from dashboard import over_time
from dashboard.components import choice
from dashboard.texts import activity as texts

_Member = TypeVar("_Member", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The report of a choice of project and kind, and what pictures of it are kept under."""

    report: ActivityReport
    key: tuple[str, str]


def chosen(everything: ActivityReport, *, by: Actor) -> Chosen:
    """Let project and kind be chosen, and return the report of that choice.

    Args:
        everything: The report without a choice.
        by: Who looks.
    """
    with choice.row():
        project = _of_projects(everything)
        kind = _of(texts.KIND, ActivityKind, everything.kinds, key="art")
    key = (project or texts.ALL, kind or texts.ALL)
    if project is None and kind is None:
        return Chosen(everything, key)
    return Chosen(over_time.activity_report(by=by, project=project, kind=kind), key)


@dataclass(frozen=True, slots=True)
class Shown:
    """The lines that calendar or list show, and the year chosen, ``None`` for all or none."""

    lines: tuple[ActivityLine, ...]
    year: int | None


def lines(found: ActivityReport, *, one_year: bool) -> Shown:
    """Let year and state be chosen, and return what fits.

    Args:
        found: The report of the page's choice.
        one_year: Whether one year has to be chosen; else all is the default.
    """
    years = sorted({line.year for line in found.lines if line.year is not None}, reverse=True)
    undated = any(line.year is None for line in found.lines)
    rest = [] if one_year else [texts.ALL]
    options = [*rest, *map(str, years), *([texts.UNDATED] if undated and not one_year else [])]
    with choice.row():
        year = choice.choose(
            texts.YEAR, options, key="jahr", named=lambda value: texts.NAMES.get(value, value), width=200
        )
        states = [state for state in ActivityStatus if any(line.status is state for line in found.lines)]
        status = _of(texts.STATUS, ActivityStatus, states, key="stand")
    fitting = [line for line in found.lines if status is None or line.status == status]
    if year == texts.UNDATED:
        fitting = [line for line in fitting if line.year is None]
    elif year != texts.ALL:
        fitting = [line for line in fitting if str(line.year) == year]
    return Shown(tuple(fitting), int(year) if year and year.isdecimal() else None)


def _of_projects(everything: ActivityReport) -> str | None:
    titles = dict(sorted(everything.projects.items(), key=lambda entry: entry[1].casefold()))
    named = {texts.ALL: texts.NAMES[texts.ALL], **titles}
    found = choice.choose(texts.PROJECT, list(named), key="projekt", named=named.__getitem__, width=420)
    return None if found == texts.ALL else found


def _of(name: str, kind: type[_Member], members: Iterable[_Member], *, key: str) -> _Member | None:
    named = {texts.ALL: texts.NAMES[texts.ALL]}
    named |= {member.value: label(member) for member in sorted(members, key=lambda one: label(one).casefold())}
    found = choice.choose(name, list(named), key=key, named=named.__getitem__, width=260)
    return None if found in {None, texts.ALL} else kind(found)
