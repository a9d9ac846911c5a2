"""What was handed in to one closed round, with the version of the catalogue it was asked with."""

from dataclasses import dataclass

import pandas as pd
from sqlmodel import Session, select

from bkcore import catalogue
from bkcore.columns import RATINGS
from bkcore.frames.assessments import ratings
from bkcore.instrument import Catalogue
from bkcore.model.assessments import Round
from bkcore.reports.rounds import RoundState
from bkcore.vocabulary import SubjectKind

LADDER = "partizipation"
"""The factor whose levels are the ladder of participation."""


@dataclass(frozen=True)
class RoundAnswers:
    """The answers of one round.

    Attributes:
        round: The round, ``None`` when there is none yet.
        edition: The catalogue it was asked with.
        everything: ``RATINGS`` frame of projects and departments, voices of participants included.
    """

    round: RoundState | None
    edition: Catalogue
    everything: pd.DataFrame

    @property
    def indicators(self) -> dict[str, int]:
        """Number of indicators of each factor, in the catalogue's order."""
        return {factor.id: len(factor.indicators) for factor in self.edition.factors}

    def of(self, kind: SubjectKind) -> pd.DataFrame:
        """Return the answers about projects, or those about departments; the two never meet in one figure."""
        return self.everything[self.everything["subject"] == kind.value].reset_index(drop=True)


def round_answers(session: Session, turn: RoundState | None) -> RoundAnswers:
    """Return the answers handed in to a round; none without a round."""
    if turn is None:
        empty = RATINGS.empty().assign(subject=pd.Series(dtype="str"))
        return RoundAnswers(round=None, edition=catalogue.load(), everything=empty)
    version = session.exec(select(Round.catalogue_version).where(Round.slug == turn.slug)).one()
    edition = catalogue.edition(version)
    everything = ratings(session, round_slug=turn.slug, factor_of=edition.factor_of())
    return RoundAnswers(round=turn, edition=edition, everything=everything)


def comparable_factors(earlier: Catalogue, later: Catalogue) -> tuple[str, ...]:
    """Return the factors that ask the same in both versions, in the later one's order: their figures may be compared.

    A factor is comparable when its indicators and the statement of its short form have the same words and levels.
    """
    before = {factor.id: (factor.short, factor.indicators) for factor in earlier.factors}
    return tuple(factor.id for factor in later.factors if before.get(factor.id) == (factor.short, factor.indicators))
