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


@dataclass(frozen=True)
class RoundAnswers:
    """The answers of one round.

    Attributes:
        round: The round, ``None`` when there is none yet.
        version: The version of the catalogue the round names.
        edition: That version; the newest one when this program does not know it.
        everything: ``RATINGS`` frame of projects and departments, voices of participants included.
    """

    round: RoundState | None
    version: str
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
        newest = catalogue.load()
        return RoundAnswers(round=None, version=newest.version, edition=newest, everything=empty)
    version = session.exec(select(Round.catalogue_version).where(Round.slug == turn.slug)).one()
    edition = catalogue.edition(version)
    everything = ratings(session, round_slug=turn.slug, factor_of=edition.factor_of())
    return RoundAnswers(round=turn, version=version, edition=edition, everything=everything)


def comparable_factors(earlier: RoundAnswers, later: RoundAnswers) -> tuple[str, ...]:
    """Return the factors whose scores mean the same in both rounds, in the later one's order."""
    alike = catalogue.comparable_factors(earlier.version, later.version)
    return tuple(factor.id for factor in later.edition.factors if factor.id in alike)
