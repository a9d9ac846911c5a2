"""Collects what a briefing is built from out of the reports; the only place of the publication that reads records."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import or_
from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from bkcore.metrics.participation import YearOfParticipation
from bkcore.metrics.ties import ties
from bkcore.metrics.window import calendar_year
from bkcore.model.council import Consultation
from bkcore.model.organisations import Organisation
from bkcore.model.pictures import ProjectPicture
from bkcore.model.projects import Project
from bkcore.publication.dominance import people_of_one
from bkcore.publication.gather_factors import comparable, factor_rows, factors_of, latest_factors, view_inputs
from bkcore.publication.gather_work import measure_inputs, meeting_inputs
from bkcore.publication.inputs import (
    AnchoringInput,
    AnchoringYearInput,
    BriefingInputs,
    DepartmentInput,
    PaperInput,
    PictureInput,
    ProjectInput,
    RoundInput,
    YearInput,
)
from bkcore.reports import anchoring as anchoring_reports
from bkcore.reports import factors as factor_reports
from bkcore.reports import network as network_reports
from bkcore.reports import rounds as round_reports
from bkcore.reports.anchoring_facts import AnchoringReport
from bkcore.reports.network import NetworkFrames
from bkcore.services.samples import is_sample
from bkcore.vocabulary import AnchorKind, NetworkLink, SubjectKind

ANCHORING_YEARS = 5
"""So many years of anchoring stand beside each other."""


def gather(session: Session, *, today: date) -> BriefingInputs:
    """Return everything a briefing of this day is built from.

    Args:
        session: Open session.
        today: The day the briefing speaks for; the running year is left out, because it is no whole year.

    Returns:
        Unprotected inputs; only ``briefing.build`` makes them fit to be seen.
    """
    frames = network_reports.load(session)
    participation = frames.of_all_time
    turn = round_reports.open_round(session, today=today)
    ahead = next((one for one in round_reports.all_rounds(session, today=today) if one.is_open or one.is_planned), None)
    report = latest_factors(session, today=today)
    before = factor_reports.before(round_reports.closed_rounds(session, today=today), report.round)
    return BriefingInputs(
        today=today,
        demo=is_sample(session),
        years=_years(frames, [entry for entry in participation.by_year if entry.year < today.year]),
        undated=participation.undated,
        factors=factor_rows(report),
        factor_round=round_input(report.round) if report.round else None,
        previous=comparable(report, factors_of(session, before, today=today)) if before else (),
        previous_round=round_input(before) if before else None,
        views=view_inputs(report),
        open_round=round_input(turn) if turn else None,
        projects=_projects(session),
        papers=paper_inputs(session),
        anchoring=anchoring_input(
            anchoring_reports.load(session, frames, today=today), year=today.year - 1, today=today
        ),
        measures=measure_inputs(session, today=today),
        meetings=meeting_inputs(session),
        ahead=round_input(ahead) if ahead else None,
    )


def _years(frames: NetworkFrames, recorded: Sequence[YearOfParticipation]) -> tuple[YearInput, ...]:
    """Return all years; only the one that is spoken about and the one before it need every figure."""
    active = [entry.year for entry in recorded if entry.counts.organisations]
    spoken = {active[-1] - 1, active[-1]} if active else set()
    return tuple(year_input(frames, entry, whole=entry.year in spoken) for entry in recorded)


def year_input(frames: NetworkFrames, entry: YearOfParticipation, *, whole: bool) -> YearInput:
    """Return one calendar year; every figure of it when ``whole``."""
    window = calendar_year(entry.year)
    year_ties = ties(frames.participations, frames.activities, frames.organisations, window=window)
    year = YearInput(
        year=entry.year,
        organisations=entry.counts.organisations,
        activities=entry.counts.activities,
        activities_with_ties=int(year_ties["activity_id"].nunique()),
        announced=entry.counts.announced,
        new=entry.change.new,
        returned=entry.change.returned,
        left=entry.change.left,
        retained=entry.change.retained,
        base_year=entry.change.base_year,
        attendance=entry.counts.attendance.sum,
        attendance_known=entry.counts.attendance.known,
        attendance_of_one=people_of_one(frames, window=window) if entry.counts.attendance.known else 0,
    )
    if not whole:
        return year
    figures = network_reports.of_year(frames, entry.year)
    return replace(
        year,
        joint_activities=figures.joint_activities,
        sector_diversity=figures.sector_diversity,
        top3_share=figures.top3_share,
        organisations_per_activity=figures.organisations_per_activity.median,
    )


def round_input(state: round_reports.RoundState) -> RoundInput:
    """Return where a round stands."""
    return RoundInput(
        key=state.slug,
        title=state.title,
        closes_on=state.closes_on,
        is_open=state.is_open,
        projects_handed_in=state.projects_handed_in,
    )


def _projects(session: Session) -> tuple[ProjectInput, ...]:
    """Return the network's own projects; its surroundings (KIM among them) and departments are not its account."""
    rows = session.exec(
        select(Project, Organisation, ProjectPicture)
        .join(Organisation, col(Project.lead_organisation_id) == col(Organisation.id), isouter=True)
        .join(ProjectPicture, col(ProjectPicture.project_id) == col(Project.id), isouter=True)
        .options(defer(ProjectPicture.large), defer(ProjectPicture.small))  # type: ignore[arg-type]  # columns
        .where(Project.kind == SubjectKind.PROJECT)
        .where(or_(col(Project.link).is_(None), col(Project.link) == NetworkLink.CORE))
        .order_by(col(Project.begins).desc().nulls_last(), col(Project.slug))
    )
    return tuple(project_input(project, lead, picture) for project, lead, picture in rows)


def project_input(project: Project, lead: Organisation | None, picture: ProjectPicture | None = None) -> ProjectInput:
    """Return one project with everything that could be shown."""
    return ProjectInput(
        key=project.slug,
        title=project.title,
        begins=project.begins,
        ends=project.ends,
        lead_name=lead.name if lead else None,
        lead_sector=lead.sector if lead else None,
        lead_may_be_named=bool(lead and lead.may_be_named),
        themes=tuple(theme.strip() for theme in (project.themes or "").split(";") if theme.strip()),
        description=project.description,
        description_released=project.description_released,
        funding=project.funding or None,
        picture=_picture_input(picture) if picture else None,
    )


def _picture_input(row: ProjectPicture) -> PictureInput:
    return PictureInput(digest=row.digest, alt=row.alt, width=row.width, height=row.height, released=row.released)


def paper_inputs(session: Session) -> tuple[PaperInput, ...]:
    """Return the papers of the core."""
    rows = session.exec(
        select(Consultation).where(Consultation.relevance == NetworkLink.CORE).order_by(col(Consultation.slug))
    )
    return tuple(
        PaperInput(
            subject=row.subject,
            kind=row.kind.value,
            body=row.body,
            reference=row.reference,
            held_on=row.held_on,
            precision=row.precision,
            url=row.url,
        )
        for row in rows
    )


def anchoring_input(report: AnchoringReport, *, year: int, today: date) -> AnchoringInput | None:
    """Return the departments of a year and the years up to it; ``None`` when nothing is known of the year.

    Args:
        report: Where integration is anchored; its titles of projects and measures stay behind.
        year: The year spoken about.
        today: The day the document speaks for.
    """
    if not any(one.year == year for one in report.years):
        return None
    return AnchoringInput(
        year=year,
        running=year >= today.year,
        departments=tuple(
            DepartmentInput(
                key=one.slug,
                title=one.title,
                found={kind: one.cells[year, kind].found for kind in AnchorKind},
                states={kind: one.cells[year, kind].state for kind in AnchorKind},
            )
            for one in report.of(year)
        ),
        unassigned=len(report.unassigned.get(year, ())),
        years=tuple(
            AnchoringYearInput(
                year=one.year,
                departments=one.departments,
                anchored=one.anchored,
                unsure=one.unsure,
                share=one.share,
            )
            for one in report.years
            if year - ANCHORING_YEARS < one.year <= year
        ),
    )
