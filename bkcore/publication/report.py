"""What both papers, PDF and Word, write around the frozen document: its facts, its table of key figures."""

from collections.abc import Sequence

from bkcore.publication.document import Briefing
from bkcore.publication.parts import KeyFigure, Reference, Table
from bkcore.wording import briefing as words
from bkcore.wording import briefing_sentences as sentences
from bkcore.wording.numbers import date_de


def stand(briefing: Briefing) -> str:
    """Return date and number of the document in one line."""
    day = sentences.stand(date_de(briefing.header.stand))
    return f"{day} · {sentences.release(briefing.header.number)}" if briefing.header.number else day


def facts(briefing: Briefing) -> list[tuple[str, Reference]]:
    """Return what stands at the head of a paper: for whom, by which mandate, of when, about which years."""
    header = briefing.header
    return [
        (words.AUDIENCE_LABEL, Reference(text=header.audience)),
        (words.MANDATE_LABEL, header.mandate),
        (words.STAND_LABEL, Reference(text=stand(briefing))),
        (words.PERIOD_LABEL, Reference(text=header.period)),
    ]


def key_table(figures: Sequence[KeyFigure]) -> Table:
    """Return the key figures and their parts as one table."""
    rows: list[tuple[str, ...]] = []
    for figure in figures:
        rows.append((figure.label, figure.text, figure.comparison, figure.definition))
        rows.extend((detail.label, detail.text, "", "") for detail in figure.details)
    return Table(caption=words.CAPTION_KEY_FIGURES, columns=words.COLUMNS_KEY_FIGURES, rows=tuple(rows))
