"""What differs between two versions of the catalogue, item by item and text by text; pure.

An item is compared by its id: the same statement and the same level texts are the same item, anything else under the
same id is reworded. So an id that was dropped and comes back with another meaning is never taken for the old one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from bkcore.instrument import Action, Catalogue, Factor, Indicator

Part = TypeVar("Part")


class Change(StrEnum):
    """What became of a part of the catalogue."""

    UNCHANGED = "unchanged"
    REWORDED = "reworded"
    NEW = "new"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Compared(Generic[Part]):
    """One part in both versions; ``None`` where it is not there."""

    id: str
    before: Part | None
    after: Part | None

    @property
    def change(self) -> Change:
        """What became of it."""
        if self.before is None:
            return Change.NEW
        if self.after is None:
            return Change.DROPPED
        return Change.UNCHANGED if self.before == self.after else Change.REWORDED


@dataclass(frozen=True, slots=True)
class FactorDifference:
    """One factor in both versions.

    Attributes:
        id: Id of the factor.
        texts: Its accompanying texts by the name of the field: question, explanation and so on.
        short: The short form's statement.
        indicators: In the order of the later version, dropped ones last.
        actions: Recommended actions, likewise.
    """

    id: str
    texts: tuple[Compared[str], ...]
    short: Compared[Indicator]
    indicators: tuple[Compared[Indicator], ...]
    actions: tuple[Compared[Action], ...]

    @property
    def same_indicators(self) -> bool:
        """Whether a score from the indicators means the same in both versions."""
        return all(one.change is Change.UNCHANGED for one in self.indicators)

    @property
    def same_short(self) -> bool:
        """Whether a score from the short form means the same in both versions."""
        return self.short.change is Change.UNCHANGED

    @property
    def same(self) -> bool:
        """Whether nothing at all differs."""
        changes = [one.change for one in self.texts]
        changes += [one.change for one in self.items]
        changes += [one.change for one in self.actions]
        return {*changes} <= {Change.UNCHANGED}

    @property
    def items(self) -> tuple[Compared[Indicator], ...]:
        """Everything one answers to: the short form's statement, then the indicators."""
        return (self.short, *self.indicators)


@dataclass(frozen=True, slots=True)
class Difference:
    """Two versions side by side, factors in the council's order.

    Attributes:
        earlier: Version of the earlier one.
        later: Version of the later one.
        frame: Title, note and names of the levels, by the name of the field.
        factors: Every factor, those without a difference too.
    """

    earlier: str
    later: str
    frame: tuple[Compared[str], ...]
    factors: tuple[FactorDifference, ...]

    def unchanged_items(self) -> frozenset[str]:
        """Return the ids of the items, indicators and short forms, that say the same in both versions."""
        items = (item for factor in self.factors for item in factor.items)
        return frozenset(item.id for item in items if item.change is Change.UNCHANGED)


def difference(earlier: Catalogue, later: Catalogue) -> Difference:
    """Return what differs between two versions.

    Args:
        earlier: The version of the past.
        later: The version it became.

    Returns:
        Every factor of either version with all its parts, unchanged ones included.
    """
    before, after = ({factor.id: factor for factor in one.factors} for one in (earlier, later))
    pairs = _paired(before, after)
    return Difference(
        earlier=earlier.version,
        later=later.version,
        frame=tuple(_paired(_frame(earlier), _frame(later))),
        factors=tuple(_factor(pair) for pair in pairs),
    )


def _factor(pair: Compared[Factor]) -> FactorDifference:
    before, after = pair.before, pair.after
    return FactorDifference(
        id=pair.id,
        texts=tuple(_paired(_texts(before), _texts(after))),
        short=Compared(pair.id, before.short if before else None, after.short if after else None),
        indicators=tuple(
            _paired(_by_id(before.indicators if before else ()), _by_id(after.indicators if after else ()))
        ),
        actions=tuple(_paired(_by_id(before.actions if before else ()), _by_id(after.actions if after else ()))),
    )


def _paired(before: Mapping[str, Part], after: Mapping[str, Part]) -> Iterator[Compared[Part]]:
    for key in [*after, *(key for key in before if key not in after)]:
        yield Compared(key, before.get(key), after.get(key))


Named = TypeVar("Named", Indicator, Action)


def _by_id(parts: Iterable[Named]) -> dict[str, Named]:
    return {part.id: part for part in parts}


def _frame(catalogue: Catalogue) -> dict[str, str]:
    names = {f"level_{level.value}": level.name for level in catalogue.levels}
    return {"title": catalogue.title, "note": catalogue.note, **names}


def _texts(factor: Factor | None) -> dict[str, str]:
    if factor is None:
        return {}
    return {
        "title": factor.title,
        "short_title": factor.short_title,
        "question": factor.question,
        "explanation": factor.explanation,
        "evidence_question": factor.evidence_question,
        "companion": f"{factor.companion.title}: {factor.companion.definition}",
    }
