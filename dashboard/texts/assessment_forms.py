"""Wording of the two forms wherever it counts statements: the numbers come from the version of the catalogue."""

from bkcore.instrument import Catalogue, Factor
from bkcore.wording import statements
from bkcore.wording.numbers import number_word
from dashboard.texts.assessment import FORM


def full_answers(number: int, factor: Factor) -> str:
    """Return how many statements of a factor were answered in the full form."""
    told = "eine" if number == 1 else number_word(number)
    return FORM["full_answers"].format(count=told, statements=statements.of(len(factor.indicators)))


def to_full(factor: Factor) -> str:
    """Return the name of the button that leads to a factor's statements in the full form."""
    return FORM["to_full"].format(statements=statements.each([len(factor.indicators)]))


def how_much(edition: Catalogue) -> str:
    """Return how much both forms ask."""
    return FORM["duration"].format(statements=statements.number_of(edition.statements))


def form_text(name: str, edition: Catalogue) -> str:
    """Return what one of the forms is like; ``name`` is short or full."""
    return FORM[f"{name}_text"].format(each=statements.each(edition.statements))
