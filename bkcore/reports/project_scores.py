"""Every project's figures of one round as one reader sees them; the one place that applies the rule of the views."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from bkcore.instrument import LADDER
from bkcore.metrics.factor_scores import project_scores, rater_scores, view_scores
from bkcore.metrics.participation_ladder import ladder_middle, ladder_steps, ladder_views
from bkcore.reports.project_views import ShownViews, ViewScore, shown_views
from bkcore.reports.round_answers import RoundAnswers
from bkcore.vocabulary import SubjectKind, View

FEWEST_OTHERS = 3
"""Fewest other projects before their middle half is drawn beside a project."""


@dataclass(frozen=True, slots=True)
class OtherProjects:
    """Where the other projects lie: the middle half, without any single one."""

    lower: float
    upper: float
    projects: int


@dataclass(frozen=True)
class SubjectScores:
    """The figures of one round for projects, or for departments.

    Attributes:
        projects: Result of ``project_scores``; the ladder's rows hold steps.
        steps: Result of ``ladder_steps``.
    """

    projects: pd.DataFrame
    steps: "pd.Series[int]"
    _views: Mapping[tuple[str, str], list[ViewScore]] = field(repr=False)
    _scores: Mapping[tuple[str, str], float] = field(repr=False)

    def shown(self, project: str, factor_id: str, *, reader_leads: bool) -> ShownViews:
        """Return what a reader sees of one project and factor."""
        key = (project, factor_id)
        return shown_views(self._views.get(key, []), project=self._scores.get(key), reader_leads=reader_leads)

    def others(self, project: str, factor_id: str) -> OtherProjects | None:
        """Return where the other projects lie, ``None`` when there are too few of them."""
        rows = self.projects
        scores = rows.loc[(rows["factor_id"] == factor_id) & (rows["project_id"] != project), "score"]
        if len(scores) < FEWEST_OTHERS:
            return None
        if factor_id == LADDER:
            middle = ladder_middle(scores)
            return OtherProjects(float(middle["q1"]), float(middle["q3"]), projects=len(scores))
        return OtherProjects(float(scores.quantile(0.25)), float(scores.quantile(0.75)), projects=len(scores))

    def names(self) -> tuple[str, ...]:
        """Return the projects with a view, participants included."""
        return tuple(sorted({project for project, _ in self._views}))


def subject_scores(answers: RoundAnswers, kind: SubjectKind) -> SubjectScores:
    """Return the figures of all projects, or of all departments, of a round; of the ladder steps, never means."""
    rows, indicators = answers.of(kind), answers.indicators
    scores = rater_scores(rows, indicators=indicators)
    steps = ladder_steps(rows, factor_id=LADDER, indicators=indicators)
    seen = ladder_views(rows, factor_id=LADDER, indicators=indicators)
    views: dict[tuple[str, str], list[ViewScore]] = {}
    for row in view_scores(scores).to_dict("records"):
        project, factor, view = row["project_id"], row["factor_id"], row["view"]
        score = seen[project, view] if factor == LADDER else row["score"]
        views.setdefault((project, factor), []).append(ViewScore(View(view), float(score), raters=int(row["raters"])))
    projects = project_scores(scores)
    on_ladder = projects["factor_id"] == LADDER
    projects.loc[on_ladder, "score"] = projects.loc[on_ladder, "project_id"].map(steps).astype("float64")
    return SubjectScores(
        projects=projects,
        steps=steps,
        _views=views,
        _scores=dict(zip(_keys(projects), projects["score"].astype("float64"), strict=True)),
    )


def _keys(projects: pd.DataFrame) -> Iterable[tuple[str, str]]:
    return zip(projects["project_id"], projects["factor_id"], strict=True)
