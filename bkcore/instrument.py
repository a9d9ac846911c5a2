"""What the instrument is made of: factors, indicators, level texts, recommended actions; frozen and checked."""

import math
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

from bkcore.errors import NotFound

FACTORS = 8
LEVELS = 5
LADDER = "partizipation"
"""Id of the factor whose levels are the ladder of participation: steps with an order and no distances."""

_EXACT = ConfigDict(extra="forbid", str_strip_whitespace=True)
Text = Annotated[str, Field(min_length=1)]
Step = Annotated[int, Field(ge=1, le=LEVELS)]


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
    """An observable statement; ``levels`` holds its level texts from level 1 upwards.

    In the short form the statement speaks for a whole factor; its id is then the factor's.
    """

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
    short: Indicator
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

    @property
    def statements(self) -> tuple[int, ...]:
        """How many indicators each factor has, in the council's order."""
        return tuple(len(factor.indicators) for factor in self.factors)

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

    def item(self, item_id: str) -> Indicator:
        """Return what one answers to: the indicator with this id, or the short form's statement of a factor.

        Raises:
            NotFound: The catalogue has neither.
        """
        for factor in self.factors:
            if factor.id == item_id:
                return factor.short
        return self.indicator(item_id)

    def factor_of(self) -> Mapping[str, str]:
        """Return the factor id of every item: of every indicator, and of every factor itself."""
        items = (item for factor in self.factors for item in (factor.short, *factor.indicators))
        return MappingProxyType({item.id: item.factor_id for item in items})

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
