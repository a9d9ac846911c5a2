"""An invented sample of three rounds, for trying the program out; everything in it bears "(Beispiel)" in its title."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from bkcore import catalogue
from bkcore.instrument import LEVELS
from bkcore.intake.sample_surroundings import surroundings
from bkcore.intake.table import Table, table_of
from bkcore.vocabulary import OptOut, View

_SEED = 120767
_PROJECTS = (
    "p-iwgr",
    "p-interkulturelle-woche",
    "p-interreligioes",
    "p-kicken-gegen-rechts",
    "p-ort",
    "p-verein",
    "p-demokratie",
    "p-jugend-bloggt",
    "p-vielfaltsmanager",
    "p-tippi",
    "p-integrationsrat-vorhaben",
    "p-sor-gesamtschule",
    "p-fastenbrechen",
    "p-frauennetzwerk",
)
# Where the network stands on each factor in the first round, and what a year adds: invented, but unlike each other.
_START = {
    "identitaeten": 3.3,
    "zielgruppen": 2.6,
    "mehrwerte": 3.6,
    "niedrigschwelligkeit": 3.9,
    "augenhoehe": 3.2,
    "partizipation": 2.4,
    "gemeinsam": 4.1,
    "verankerung": 2.1,
}
_YEARLY = {"partizipation": 0.4, "verankerung": 0.35, "zielgruppen": 0.25, "niedrigschwelligkeit": -0.1}
_OFFSET = {View.LEAD: 0.25, View.TEAM: 0.0, View.PARTNER: -0.2, View.PARTICIPANT: 0.1}
_DONT_KNOW = {View.LEAD: 0.02, View.TEAM: 0.05, View.PARTNER: 0.14, View.PARTICIPANT: 0.1}
_NOT_APPLICABLE = 0.02
_MANY_RATERS = 3
"""The first projects have a large team, so that agreement can be shown."""
_SHORT_FORM = 3
"""Every so many raters of the team choose the short form from the second round on."""
_DEPARTMENTS = ("beispiel-jugendamt", "beispiel-stadtbibliothek")


@dataclass(frozen=True, slots=True)
class _Turn:
    number: int
    slug: str
    title: str
    days_ago: int
    projects: int
    lasts: int = 42


_TURNS = (
    _Turn(0, "beispiel-herbst-2024", "Herbst 2024 (Beispiel)", days_ago=744, projects=9),
    _Turn(1, "beispiel-herbst-2025", "Herbst 2025 (Beispiel)", days_ago=379, projects=14),
    _Turn(2, "beispiel-herbst-2026", "Herbst 2026 (Beispiel)", days_ago=14, projects=6),
)


def sample_tables(today: date) -> tuple[Table, ...]:
    """Return the sample's rounds and answers; the same for the same day.

    Args:
        today: The last round is open on this day, the earlier ones are closed.

    Returns:
        The sheets ``runden`` and ``bewertungen``, then those of what they stand beside: two departments, and
        activities with what was counted at them; to be imported on top of the shipped record.
    """
    return table_of("runden", _rounds(today)), table_of("bewertungen", _ratings()), *surroundings(today)


def _rounds(today: date) -> Iterator[dict[str, str]]:
    for turn in _TURNS:
        begin = today - timedelta(days=turn.days_ago)
        yield {
            "kennung": turn.slug,
            "titel": turn.title,
            "beginn": begin.isoformat(),
            "ende": (begin + timedelta(days=turn.lasts)).isoformat(),
            "katalogversion": catalogue.load().version,
        }


def _ratings() -> Iterator[dict[str, str]]:
    chance = np.random.default_rng(_SEED)
    characters = chance.normal(0, 0.45, len(_PROJECTS))
    for turn in _TURNS:
        for position, project in enumerate((*_PROJECTS[: turn.projects], *_DEPARTMENTS[: turn.number * 2])):
            character = characters[position % len(characters)]
            for number, view in enumerate(_raters(position), start=1):
                level = float(character + _OFFSET[view] + chance.normal(0, 0.3))
                key = {"runde": turn.slug, "projekt": project, "sicht": view, "person": f"beispiel-{number}"}
                short = view is View.PARTICIPANT or (view is View.TEAM and turn.number and not number % _SHORT_FORM)
                yield from (key | answer for answer in _answers(turn, view, level, chance, short=bool(short)))


def _raters(position: int) -> list[View]:
    team = 4 if position < _MANY_RATERS else 1
    partners = 3 if position < _MANY_RATERS else position % 2
    participants = 6 if position % 4 == 0 else 0
    return [
        View.LEAD,
        *[View.TEAM] * team,
        *[View.PARTNER] * partners,
        *[View.PARTICIPANT] * participants,
    ]


def _answers(
    turn: _Turn, view: View, level: float, chance: np.random.Generator, *, short: bool
) -> Iterator[dict[str, str]]:
    for factor in catalogue.load().factors:
        mean = _START[factor.id] + turn.number * _YEARLY.get(factor.id, 0.05) + level
        # The short form asks once for each factor.
        for indicator in (factor.short,) if short else factor.indicators:
            step = int(np.clip(round(mean + chance.normal(0, 0.6)), 1, LEVELS))
            draw = chance.random()
            if draw < _NOT_APPLICABLE:
                answer: str = OptOut.NOT_APPLICABLE
            elif draw < _NOT_APPLICABLE + _DONT_KNOW[view]:
                answer = OptOut.DONT_KNOW
            else:
                answer = str(step)
            yield {"indikator": indicator.id, "stufe": answer}
