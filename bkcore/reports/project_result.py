"""What a project gets back from a round: its profile, its views, what to talk about, and three next steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlmodel import Session, col, select

from bkcore.access import Actor, reads_project, require
from bkcore.errors import NotFound
from bkcore.metrics.factors import band
from bkcore.metrics.view_gaps import view_gaps
from bkcore.model.assessments import Assessment, Remark, Round
from bkcore.model.organisations import Organisation
from bkcore.model.projects import Project
from bkcore.reports import choices
from bkcore.reports.companions import companions
from bkcore.reports.measures import PlannedMeasure, measures_of
from bkcore.reports.network import NetworkFrames
from bkcore.reports.next_steps import NextStep, next_steps
from bkcore.reports.project_factor import Gap, PastScore, ProjectFactor
from bkcore.reports.project_scores import SubjectScores, subject_scores
from bkcore.reports.project_views import ShownViews
from bkcore.reports.round_answers import RoundAnswers, comparable_factors, round_answers
from bkcore.reports.rounds import RoundState, closed_rounds
from bkcore.vocabulary import Band, RemarkKind, Role, SubjectKind, View


@dataclass(frozen=True, slots=True)
class ProjectReport:
    """A project or department with everything its page and its sheet show.

    Attributes:
        slug: Its id.
        title: Its title.
        kind: Project or department.
        round: The closed round shown, ``None`` when it took part in none yet.
        rounds: All closed rounds it took part in, the newest first.
        factors: In the council's order; empty without a round.
        next_steps: At most three.
        measures: What was taken on.
        organisations: Name of every organisation that leads it or took part in its activities, by id and sorted by
            name.
    """

    slug: str
    title: str
    kind: SubjectKind
    round: RoundState | None
    rounds: tuple[RoundState, ...]
    factors: tuple[ProjectFactor, ...]
    next_steps: tuple[NextStep, ...]
    measures: tuple[PlannedMeasure, ...]
    organisations: Mapping[str, str]

    @property
    def scored(self) -> tuple[ProjectFactor, ...]:
        """The factors with a figure for this reader."""
        return tuple(found for found in self.factors if found.shown.score is not None)

    @property
    def gaps(self) -> tuple[ProjectFactor, ...]:
        """The factors whose views lie apart, the widest first and equal ones in the council's order."""
        apart = [(found.gap.width, found) for found in self.factors if found.gap is not None]
        return tuple(found for _, found in sorted(apart, key=lambda pair: -pair[0]))


def build(
    session: Session,
    frames: NetworkFrames,
    *,
    project: str,
    by: Actor,
    today: date,
    round_slug: str | None = None,
) -> ProjectReport:
    """Return a project's results of a closed round it took part in, the latest when none is named.

    Args:
        session: Open session.
        frames: The frames of the network, for what was counted.
        project: Which project or department.
        by: Who looks; must read the project.
        today: The day it is.
        round_slug: Which closed round.

    Raises:
        NotPermitted: The actor does not read this project.
        NotFound: There is no such project.
    """
    require(reads_project(by, project), action="read_project")
    row = session.exec(select(Project).where(Project.slug == project)).first()
    if row is None:
        raise NotFound(what="project", key=project)
    rounds = _rounds_of(session, project, today=today)
    chosen = next((turn for turn in rounds if round_slug in {None, turn.slug}), rounds[0] if rounds else None)
    measures = measures_of(session, project=project, by=by)
    until = [turn for turn in rounds if chosen and turn.opens_on <= chosen.opens_on]
    asked = [round_answers(session, turn) for turn in until]
    factors = _factors(session, frames, row, asked=asked, reader_leads=by.role is Role.PROJECT_LEAD)
    return ProjectReport(
        slug=project,
        title=row.title,
        kind=row.kind,
        round=chosen,
        rounds=rounds,
        factors=factors,
        next_steps=next_steps(factors, edition=asked[0].edition, measures=measures) if asked else (),
        measures=measures,
        organisations=_organisations(session, frames, row),
    )


def _organisations(session: Session, frames: NetworkFrames, project: Project) -> dict[str, str]:
    """Return who may own a measure: the organisation that leads, and those who took part; none from the archive."""
    own = frames.activities.loc[frames.activities["project_id"] == project.slug, "activity_id"]
    partners = frames.participations
    slugs = {str(slug) for slug in partners.loc[partners["activity_id"].isin(own), "organisation_id"]}
    if project.lead_organisation_id is not None:
        slugs.add(session.get_one(Organisation, project.lead_organisation_id).slug)
    return {slug: name for slug, name in choices.organisations(session).items() if slug in slugs}


def _rounds_of(session: Session, project: str, *, today: date) -> tuple[RoundState, ...]:
    """Return the closed rounds in which somebody handed in for this project, the newest first."""
    taken_part = select(Round.slug).join(Assessment).join(Project)
    slugs = set(session.exec(taken_part.where(Project.slug == project, col(Assessment.handed_in_at).is_not(None))))
    return tuple(turn for turn in closed_rounds(session, today=today) if turn.slug in slugs)


def _factors(
    session: Session, frames: NetworkFrames, project: Project, *, asked: Sequence[RoundAnswers], reader_leads: bool
) -> tuple[ProjectFactor, ...]:
    """Return the factors of the first of the rounds, with the later ones as its past; none without a round."""
    turn = asked[0].round if asked else None
    if turn is None:
        return ()
    chosen, *earlier = asked
    scores = subject_scores(chosen, project.kind)
    past = [(before, subject_scores(before, project.kind)) for before in reversed(earlier)]
    counted = companions(frames, last_day=turn.closes_on, factors=chosen.edition.factors, project=project.slug)
    remarks = _remarks(session, project.id or 0, turn=turn.slug)
    rows = []
    for factor in chosen.edition.factors:
        shown = scores.shown(project.slug, factor.id, reader_leads=reader_leads)
        named = band(shown.score) if shown.score is not None else None
        rows.append(
            ProjectFactor(
                factor=factor,
                shown=shown,
                band=Band(named) if named else None,
                past=_past(past, chosen, project=project.slug, factor_id=factor.id, reader_leads=reader_leads),
                others=scores.others(project.slug, factor.id),
                gap=_gap(shown, project=project.slug, factor_id=factor.id),
                companion=counted.get(factor.id),
                evidence=remarks.get((factor.id, RemarkKind.EVIDENCE), ()),
                needs=remarks.get((factor.id, RemarkKind.NEED), ()),
            )
        )
    return tuple(rows)


def _past(
    past: Sequence[tuple[RoundAnswers, SubjectScores]],
    chosen: RoundAnswers,
    *,
    project: str,
    factor_id: str,
    reader_leads: bool,
) -> tuple[PastScore, ...]:
    found = []
    for asked, scores in past:
        score = scores.shown(project, factor_id, reader_leads=reader_leads).score
        alike = factor_id in comparable_factors(asked, chosen)
        if score is not None and alike and asked.round is not None:
            found.append(PastScore(asked.round.title, score))
    return tuple(found)


def _gap(shown: ShownViews, *, project: str, factor_id: str) -> Gap | None:
    views = [
        {"project_id": project, "factor_id": factor_id, "view": found.view.value, "score": found.score}
        for found in shown.views
    ]
    gaps = view_gaps(pd.DataFrame(views, columns=["project_id", "factor_id", "view", "score"]))
    if gaps.empty:
        return None
    row = gaps.iloc[0]
    return Gap(View(row["lowest_view"]), float(row["lowest"]), View(row["highest_view"]), float(row["highest"]))


def _remarks(session: Session, project_id: int, *, turn: str) -> dict[tuple[str, RemarkKind], tuple[str, ...]]:
    """Return what was handed in and is not confidential, by factor and question, in alphabetical order."""
    rows = session.exec(
        select(Remark)
        .join(Assessment)
        .join(Round)
        .where(
            Round.slug == turn,
            Assessment.project_id == project_id,
            col(Assessment.handed_in_at).is_not(None),
            col(Remark.confidential).is_(False),
        )
    )
    found: dict[tuple[str, RemarkKind], list[str]] = {}
    for row in rows:
        found.setdefault((row.factor_id, row.kind), []).append(row.text)
    return {key: tuple(sorted(texts)) for key, texts in found.items()}
