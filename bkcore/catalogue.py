"""The catalogue people rate themselves on: success factors, indicators, level texts and recommended actions.

Content lies in ``data/catalogue`` and is read once into frozen objects; a fault names the file and the reason.
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal, TypeVar

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from bkcore.errors import CatalogueBroken, NotFound

CATALOGUE_ROOT = Path(__file__).resolve().parents[1] / "data" / "catalogue"
FACTORS = 8
INDICATORS_PER_FACTOR = 4
LEVELS = 5

_EXACT = ConfigDict(extra="forbid", str_strip_whitespace=True)
Text = Annotated[str, Field(min_length=1)]
Step = Annotated[int, Field(ge=1, le=LEVELS)]
Value = TypeVar("Value")


@dataclass(frozen=True, config=_EXACT)
class Source:
    """A work the catalogue leans on, and what was taken from it."""

    title: Text
    reference: Text
    taken: Text


@dataclass(frozen=True, config=_EXACT)
class Level:
    """One step of the scale, 1 to 5, with its name."""

    value: Step
    name: Text


@dataclass(frozen=True, config=_EXACT)
class Companion:
    """The counted figure that stands beside a self-rated factor."""

    key: Text
    title: Text
    definition: Text


@dataclass(frozen=True, config=_EXACT)
class Indicator:
    """An observable statement; ``levels`` holds its level texts from level 1 upwards."""

    id: Text
    factor_id: Text
    statement: Text
    levels: Annotated[tuple[Text, ...], Field(min_length=LEVELS, max_length=LEVELS)]


@dataclass(frozen=True, config=_EXACT)
class Action:
    """Something to do that leads a project from one level to the next."""

    id: Text
    from_level: Step
    to_level: Step
    title: Text
    text: Text


@dataclass(frozen=True, config=_EXACT)
class Factor:
    """One of the council's eight success factors."""

    id: Text
    number: Annotated[int, Field(ge=1, le=FACTORS)]
    title: Text
    short_title: Text
    question: Text
    explanation: Text
    evidence_question: Text
    companion: Companion
    indicators: tuple[Indicator, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True, config=_EXACT)
class Catalogue:
    """One version of the catalogue, factors in the council's order."""

    version: Text
    state: Literal["entwurf", "freigegeben"]
    valid_from: date
    title: Text
    note: Text
    sources: tuple[Source, ...]
    levels: tuple[Level, ...]
    factors: tuple[Factor, ...]
    language: Text = "de"

    def factor(self, factor_id: str) -> Factor:
        """Return the factor with this id.

        Raises:
            NotFound: The catalogue has no such factor.
        """
        for factor in self.factors:
            if factor.id == factor_id:
                return factor
        raise NotFound(what="factor", key=factor_id)

    def indicator(self, indicator_id: str) -> Indicator:
        """Return the indicator with this id.

        Raises:
            NotFound: The catalogue has no such indicator.
        """
        for factor in self.factors:
            for indicator in factor.indicators:
                if indicator.id == indicator_id:
                    return indicator
        raise NotFound(what="indicator", key=indicator_id)

    def factor_titles(self) -> Mapping[str, str]:
        """Return the council's title of every factor by id, in the council's order."""
        return MappingProxyType({factor.id: factor.title for factor in self.factors})

    def next_actions(self, factor_id: str, *, level: float) -> tuple[Action, ...]:
        """Return the actions that lead from this level to the next.

        The level is rounded down, because a step counts once it is reached: 2.9 asks for the actions from 2 to 3.
        At 5 there is no next level, so the actions from 4 to 5 come back: they are what keeps a project there.

        Args:
            factor_id: Id of a factor.
            level: A level or a mean of levels, in [1, 5].

        Returns:
            At least one action, in the catalogue's order.

        Raises:
            NotFound: The catalogue has no such factor.
            ValueError: The level lies outside the scale.
        """
        if not 1 <= level <= LEVELS:
            raise ValueError(f"level {level} lies outside 1 to {LEVELS}")
        step = min(math.floor(level), LEVELS - 1)
        return tuple(action for action in self.factor(factor_id).actions if action.from_level == step)


@cache
def load(root: Path = CATALOGUE_ROOT) -> Catalogue:
    """Read and check the catalogue, once per folder.

    Args:
        root: Folder that holds ``catalogue.toml`` and ``factors/``.

    Returns:
        The complete catalogue.

    Raises:
        CatalogueBroken: A file is missing, malformed or incomplete.
    """
    paths = sorted((root / "factors").glob("*.toml"))
    _expect(len(paths) == FACTORS, f"{FACTORS} factor files expected, {len(paths)} found", path=root / "factors")
    factors = tuple(_factor(path, number=number) for number, path in enumerate(paths, start=1))
    path = root / "catalogue.toml"
    catalogue = _validated(Catalogue, _read(path) | {"factors": factors}, path=path)
    values = [level.value for level in catalogue.levels]
    _expect(values == [*range(1, LEVELS + 1)], f"levels must be 1 to {LEVELS} in order", path=path)
    return catalogue


@cache
def form_wording(root: Path = CATALOGUE_ROOT) -> Mapping[str, str]:
    """Read the German wording of the self-assessment form, by key.

    Args:
        root: Folder that holds ``wording/``.

    Returns:
        A read-only mapping; some texts hold named places in braces, as ``str.format`` fills them.

    Raises:
        CatalogueBroken: The file is missing, malformed or holds something other than text.
    """
    path = root / "wording" / "de.toml"
    return MappingProxyType(_validated(dict[str, Text], _read(path), path=path))


def as_json(catalogue: Catalogue) -> dict[str, object]:
    """Return the catalogue as plain data for ``bk catalogue --json``."""
    return {
        "version": catalogue.version,
        "state": catalogue.state,
        "valid_from": catalogue.valid_from.isoformat(),
        "levels": [asdict(level) for level in catalogue.levels],
        "factors": [
            {
                "id": factor.id,
                "number": factor.number,
                "title": factor.title,
                "question": factor.question,
                "evidence_question": factor.evidence_question,
                "companion": asdict(factor.companion),
                "indicators": [_indicator_as_json(indicator) for indicator in factor.indicators],
                "actions": [asdict(action) for action in factor.actions],
            }
            for factor in catalogue.factors
        ],
    }


def _indicator_as_json(indicator: Indicator) -> dict[str, object]:
    levels = [{"level": level, "text": text} for level, text in enumerate(indicator.levels, start=1)]
    return {"id": indicator.id, "statement": indicator.statement, "levels": levels}


def _factor(path: Path, *, number: int) -> Factor:
    """Read one factor; its indicators learn which factor they belong to."""
    content = _read(path)
    rows = content.get("indicators")
    if isinstance(rows, list):
        content["indicators"] = [
            {"factor_id": content.get("id")} | row if isinstance(row, dict) else row for row in rows
        ]
    factor = _validated(Factor, content, path=path)

    _expect(factor.number == number, f"number must be {number}", path=path)
    _expect(path.stem == f"{number}-{factor.id}", "the file name must be the number and the id", path=path)
    expected = [f"{factor.id}-{position}" for position in range(1, INDICATORS_PER_FACTOR + 1)]
    found = [indicator.id for indicator in factor.indicators]
    _expect(found == expected, f"indicators must be {', '.join(expected)}", path=path)
    _expect(len({a.id for a in factor.actions}) == len(factor.actions), "an action id occurs twice", path=path)
    _expect(all(a.to_level == a.from_level + 1 for a in factor.actions), "an action leads one level up", path=path)
    _expect({a.from_level for a in factor.actions} == {*range(1, LEVELS)}, "every step needs an action", path=path)
    return factor


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise CatalogueBroken(path=str(path), reason=str(fault)) from fault


def _validated(kind: type[Value], content: object, *, path: Path) -> Value:
    try:
        return TypeAdapter(kind).validate_python(content)
    except ValidationError as fault:
        faults = (f"{'.'.join(map(str, error['loc']))}: {error['msg']}" for error in fault.errors())
        raise CatalogueBroken(path=str(path), reason="; ".join(faults)) from fault


def _expect(holds: object, reason: str, *, path: Path) -> None:
    if not holds:
        raise CatalogueBroken(path=str(path), reason=reason)
