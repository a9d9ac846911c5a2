"""Wording of what came in on paper, for whoever looks at the own assessment on the screen."""

from datetime import date

from bkcore.vocabulary import View
from bkcore.wording.labels import label
from bkcore.wording.numbers import date_de, number_word
from dashboard.texts.assessment import FORM


def sheets_there(view: View, sheets: int) -> str:
    """Return that sheets on paper of the same view are typed in."""
    if sheets == 1:
        return FORM["sheet_there_one"].format(view=label(view))
    return FORM["sheet_there_many"].format(view=label(view), count=number_word(sheets))


def on_paper(closes_on: date) -> str:
    """Return what it means that the answers came from a sheet on paper."""
    return FORM["paper_text"].format(closes_on=date_de(closes_on))


def counted(*, handed_in: bool, on_paper: bool) -> str:
    """Return whether the answers count, once the round is over."""
    if not handed_in:
        return FORM["closed_not_counted"]
    return FORM["closed_paper"] if on_paper else FORM["closed_counted"]
