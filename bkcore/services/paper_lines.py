"""Reads the keys typed from a paper form: one line per factor, one key per statement."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bkcore.errors import PaperKeyUnknown, PaperLineLength
from bkcore.instrument import Factor, Indicator
from bkcore.vocabulary import AssessmentForm, OptOut

EMPTY = "-"
OPT_OUTS: Mapping[str, OptOut] = MappingProxyType({"w": OptOut.DONT_KNOW, "n": OptOut.NOT_APPLICABLE})
LEVELS = "12345"


@dataclass(frozen=True, slots=True)
class PaperAnswer:
    """One ticked box: a level or an opt-out of one item."""

    item_id: str
    level: int | None
    opt_out: OptOut | None


def items(factor: Factor, *, form: AssessmentForm) -> tuple[Indicator, ...]:
    """Return the statements of a factor on a form, in the order of its line."""
    return (factor.short,) if form is AssessmentForm.SHORT else factor.indicators


def read_line(line: str, *, factor: Factor, form: AssessmentForm) -> tuple[PaperAnswer, ...]:
    """Return the answers of one factor; boxes left empty are no answers.

    Args:
        line: Keys ``1`` to ``5``, ``w``, ``n`` and ``-``, small or capital, blanks between them allowed. An empty line
            is a factor nobody answered.
        factor: Which factor.
        form: Decides how many statements it has.

    Returns:
        One entry per answer, in the order of the form.

    Raises:
        PaperKeyUnknown: A key stands for nothing; the factor and the place are named.
        PaperLineLength: There are more or fewer keys than statements.
    """
    keys = "".join(line.split()).lower().replace("–", EMPTY)
    expected = items(factor, form=form)
    for position, key in enumerate(keys, start=1):
        if key not in LEVELS and key not in OPT_OUTS and key != EMPTY:
            raise PaperKeyUnknown(factor=factor.short_title, position=position, value=key)
    if keys and len(keys) != len(expected):
        raise PaperLineLength(factor=factor.short_title, found=len(keys), expected=len(expected))
    return tuple(
        PaperAnswer(item.id, level=int(key) if key in LEVELS else None, opt_out=OPT_OUTS.get(key))
        for item, key in zip(expected, keys, strict=False)
        if key != EMPTY
    )
