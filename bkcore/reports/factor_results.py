"""The factors for steering group and administration: behind the profile, project by project, round by round."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlmodel import Session, col, select

from bkcore.instrument import LADDER
from bkcore.metrics.companions import CountedFigure
from bkcore.metrics.factor_change import factor_changes
from bkcore.metrics.factor_distribution import band_counts
from bkcore.metrics.factors import band, factor_profile
from bkcore.metrics.participation_ladder import ladder_counts, ladder_shift
from bkcore.model.projects import Project
from bkcore.reports import factors
from bkcore.reports.companions import companions
from bkcore.reports.factors import FactorsReport, before, withhold
from bkcore.reports.ladder import with_step
from bkcore.reports.network import NetworkFrames
from bkcore.reports.project_scores import SubjectScores, subject_scores
from bkcore.reports.round_answers import RoundAnswers, comparable_factors, round_answers
from bkcore.reports.rounds import closed_rounds
from bkcore.thresholds import INTERNAL_MINIMUM
from bkcore.vocabulary import Band, SubjectKind
from bkcore.wording.findings import ChangeFacts


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure with its band; ``score`` is ``None`` when it is withheld, there is no cell where nobody answered."""

    score: float | None
    band: Band | None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One project, department or round with its figures by factor."""

    key: str
    title: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Change:
    """How a factor moved since the round before; the interval is ``None`` below three common projects."""

    projects: int
    change: float | None
    lower: float | None
    upper: float | None


@dataclass(frozen=True, slots=True)
class Ladder:
    """The ladder of participation: how many projects stand on which step, and how many moved."""

    counts: Mapping[int, int]
    up: int = 0
    same: int = 0
    down: int = 0


@dataclass(frozen=True, slots=True, eq=False)  # each is itself: what is drawn from it is kept by it
class FactorResults:
    """Everything the page of the factors shows.

    Attributes:
        report: The profile, as the council's document reads it too.
        scores: Every project's score by factor, in ascending order and without names.
        bands: How many projects lie in which band, by factor; empty for a withheld factor.
        changes: Change since the round before by factor; a factor that asks something else now is missing, and so is
            the ladder, whose steps have no distances.
        ladder: The ladder of participation, ``None`` below three projects; nobody has moved when it asks something else
            than the round before.
        companions: What was counted beside each factor in the year before the round's end.
        projects: Projects in alphabetical order.
        departments: Departments in alphabetical order; they are in no other figure here.
        rounds: The network in each closed round, the oldest first.
    """

    report: FactorsReport
    scores: Mapping[str, tuple[float, ...]]
    bands: Mapping[str, Mapping[Band, int]]
    changes: Mapping[str, Change]
    ladder: Ladder | None
    companions: Mapping[str, CountedFigure]
    projects: tuple[MatrixRow, ...]
    departments: tuple[MatrixRow, ...]
    rounds: tuple[MatrixRow, ...]

    @property
    def change_facts(self) -> Mapping[str, ChangeFacts]:
        """The changes that have an interval, as sentences need them."""
        return {
            key: ChangeFacts(step=found.change, lower=found.lower, upper=found.upper)
            for key, found in self.changes.items()
            if found.change is not None and found.lower is not None and found.upper is not None
        }


def build(session: Session, frames: NetworkFrames, *, today: date, round_slug: str | None = None) -> FactorResults:
    """Return the factors of a closed round with all that lies behind them, the latest when none is named.

    Args:
        session: Open session.
        frames: The frames of the network, for what was counted.
        today: The day it is.
        round_slug: Which closed round.

    Returns:
        Results at the internal threshold; all parts empty when no round is closed.
    """
    report = factors.build(session, today=today, round_slug=round_slug)
    closed = closed_rounds(session, today=today)
    asked = round_answers(session, report.round)
    scores = subject_scores(asked, SubjectKind.PROJECT)
    earlier = before(closed, report.round)
    previous = round_answers(session, earlier) if earlier else None
    past = subject_scores(previous, SubjectKind.PROJECT) if previous else None
    titles = dict(session.exec(select(Project.slug, Project.title).order_by(col(Project.slug))).all())
    shown = [str(key) for key, withheld in report.profile["withheld"].items() if not withheld]
    counts = band_counts(scores.projects, factors=shown).to_dict("index")
    until = [turn for turn in reversed(closed) if report.round and turn.opens_on <= report.round.opens_on]
    return FactorResults(
        report=report,
        scores=_scores(scores.projects, shown=shown),
        bands={key: {kind: int(counts[key][kind.value]) for kind in Band} for key in shown},
        changes=_changes(past, scores, previous=previous, asked=asked, shown=shown),
        ladder=_ladder(past if previous and LADDER in comparable_factors(previous, asked) else None, scores),
        companions=_companions(frames, report),
        projects=_matrix(scores, asked, titles=titles),
        departments=_matrix(subject_scores(asked, SubjectKind.DEPARTMENT), asked, titles=titles),
        rounds=tuple(_round_row(round_answers(session, turn)) for turn in until),
    )


def _scores(projects: pd.DataFrame, *, shown: Sequence[str]) -> dict[str, tuple[float, ...]]:
    return {key: tuple(sorted(projects.loc[projects["factor_id"] == key, "score"].astype("float64"))) for key in shown}


def _changes(
    past: SubjectScores | None,
    scores: SubjectScores,
    *,
    previous: RoundAnswers | None,
    asked: RoundAnswers,
    shown: Sequence[str],
) -> dict[str, Change]:
    if past is None or previous is None:
        return {}
    alike = comparable_factors(previous, asked)
    comparable = [key for key in shown if key in alike and key != LADDER]
    found = factor_changes(past.projects, scores.projects, comparable=comparable)
    return {
        str(key): Change(
            projects=int(row["n"]),
            change=_known(row["change"]),
            lower=_known(row["lower"]),
            upper=_known(row["upper"]),
        )
        for key, row in found.iterrows()
    }


def _ladder(past: SubjectScores | None, scores: SubjectScores) -> Ladder | None:
    """Return the ladder when at least three projects stand on it."""
    if len(scores.steps) < INTERNAL_MINIMUM:
        return None
    counts = {int(str(step)): int(number) for step, number in ladder_counts(scores.steps).items()}
    return Ladder(counts, **(ladder_shift(past.steps, scores.steps) if past is not None else {}))


def _companions(frames: NetworkFrames, report: FactorsReport) -> dict[str, CountedFigure]:
    if report.round is None:
        return {}
    return companions(frames, last_day=report.round.closes_on, factors=report.factors)


def _matrix(scores: SubjectScores, asked: RoundAnswers, *, titles: Mapping[str, str]) -> tuple[MatrixRow, ...]:
    """Return a row per project, by title; never an order by score."""
    rows = []
    for project in scores.names():
        found = {factor.id: scores.shown(project, factor.id, reader_leads=False) for factor in asked.edition.factors}
        cells = {key: _cell(one.score) for key, one in found.items() if one.views or one.hidden}
        rows.append(MatrixRow(project, titles[project], cells))
    return tuple(sorted(rows, key=lambda row: row.title.casefold()))


def _round_row(asked: RoundAnswers) -> MatrixRow:
    profile = with_step(factor_profile(asked.of(SubjectKind.PROJECT), indicators=asked.indicators), asked)
    answered = profile[profile["n_raters"] > 0].index
    means = withhold(profile, minimum=INTERNAL_MINIMUM)["mean"]
    title, key = (asked.round.title, asked.round.slug) if asked.round else ("", "")
    return MatrixRow(key, title, {str(factor): _cell(_known(means[factor])) for factor in answered})


def _cell(score: float | None) -> Cell:
    named = band(score) if score is not None else None
    return Cell(score, Band(named) if named else None)


def _known(value: object) -> float | None:
    return None if pd.isna(value) else float(value)  # type: ignore[call-overload, arg-type]  # a cell, never an array
