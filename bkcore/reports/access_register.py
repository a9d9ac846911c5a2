"""The register of all addresses that were given out, read for the administration; never a token or a mail address."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TypeVar

from sqlmodel import Session, col, func, select

from bkcore.access import Actor, administers, require
from bkcore.model.access import AccessLink, Visit
from bkcore.model.activities import Activity
from bkcore.model.assessments import Assessment, Round
from bkcore.model.capture import CaptureLink
from bkcore.model.council import LiveLink, LiveLinkDay
from bkcore.model.projects import Project
from bkcore.model.steering import LINK_KEPT, Measure, MeasureLink
from bkcore.model.voices import VoiceForm
from bkcore.reports.given_access import AccessKind, AccessState, GivenAccess
from bkcore.store.unit_of_work import now_of, today_of, town_day
from bkcore.vocabulary import LinkKind

Link = TypeVar("Link", AccessLink, MeasureLink)


def build(session: Session, *, by: Actor) -> tuple[GivenAccess, ...]:
    """Return every address that was given out: by kind, the latest first.

    Args:
        session: Open session.
        by: Who asks; must be the administration.

    Raises:
        NotPermitted: The actor does not manage access.
    """
    require(administers(by), action="read_access")
    return (
        *_sign_ins(session),
        *_assessments(session),
        *_measures(session),
        *_captures(session),
        *_lives(session),
        *_voices(session),
    )


def _sign_ins(session: Session) -> Iterator[GivenAccess]:
    now = now_of(session)
    here = set(
        session.exec(
            select(Visit.link_id).where(col(Visit.ended_at).is_(None), col(Visit.expires_at) > now).distinct()
        ).all()
    )
    rows = session.exec(
        select(AccessLink, Project.title)
        .outerjoin(Project, col(AccessLink.project_id) == col(Project.id))
        .where(AccessLink.kind == LinkKind.ONE_TIME)
        .order_by(col(AccessLink.id).desc())
    )
    for link, title in rows:
        over = link.expires_at is None or link.expires_at <= now
        used = AccessState.SIGNED_IN if link.id in here else AccessState.USED
        yield GivenAccess(
            kind=AccessKind.SIGN_IN,
            id=link.id or 0,
            label=link.label,
            subject=title or "",
            created_on=town_day(link.created_at),
            last_used_on=link.last_used_on,
            state=_state(revoked=link.revoked_at is not None, over=over, used=used if link.used_at else None),
            role=link.role,
        )


def _assessments(session: Session) -> Iterator[GivenAccess]:
    """One entry per assessment: an invitation and its reminders end together."""
    today = today_of(session)
    rows = session.exec(
        select(AccessLink, Assessment, Round, Project.title)
        .join(Assessment, col(AccessLink.assessment_id) == col(Assessment.id))
        .join(Round, col(Assessment.round_id) == col(Round.id))
        .join(Project, col(Assessment.project_id) == col(Project.id))
        .where(AccessLink.kind == LinkKind.PERSONAL)
        .order_by(col(Assessment.id).desc(), col(AccessLink.id))
    ).all()
    for _, same in groupby(rows, key=lambda row: row[1].id):
        group = list(same)
        _, assessment, turn, title = group[0]
        links = _shown([link for link, *_ in group])
        yield GivenAccess(
            kind=AccessKind.ASSESSMENT,
            id=links[-1].id or 0,
            label=links[-1].label,
            subject=f"{title}, {turn.title}",
            created_on=town_day(links[0].created_at),
            last_used_on=_latest(links),
            ends_on=turn.closes_on,
            state=_state(
                revoked=links[0].revoked_at is not None,
                over=not turn.is_open(today) and not turn.is_planned(today),
            ),
            role=links[-1].role,
            view=assessment.view,
            links=len(links),
        )


def _measures(session: Session) -> Iterator[GivenAccess]:
    """One entry per measure: all links to it end together."""
    rows = session.exec(
        select(MeasureLink, Measure)
        .join(Measure, col(MeasureLink.measure_id) == col(Measure.id))
        .order_by(col(Measure.id).desc(), col(MeasureLink.id))
    ).all()
    today = today_of(session)
    for _, same in groupby(rows, key=lambda row: row[1].id):
        group = list(same)
        measure = group[0][1]
        links = _shown([link for link, _ in group])
        ends_on = measure.finished_on + LINK_KEPT if measure.finished_on else None
        yield GivenAccess(
            kind=AccessKind.MEASURE,
            id=measure.id or 0,
            label=", ".join(dict.fromkeys(link.label for link in links if link.label)),
            subject=measure.title,
            created_on=town_day(links[0].created_at),
            last_used_on=_latest(links),
            ends_on=ends_on,
            state=_state(revoked=links[0].revoked_at is not None, over=ends_on is not None and ends_on <= today),
            links=len(links),
        )


def _captures(session: Session) -> Iterator[GivenAccess]:
    """Addresses that record, questions about one activity among them, then calendars, which have no project."""
    now = now_of(session)
    rows = session.exec(
        select(CaptureLink, Project.title, Activity.title)
        .outerjoin(Project, col(CaptureLink.project_id) == col(Project.id))
        .outerjoin(Activity, col(CaptureLink.activity_id) == col(Activity.id))
        .order_by(col(CaptureLink.project_id).is_(None), col(CaptureLink.id).desc())
    )
    for link, project, activity in rows:
        yield GivenAccess(
            kind=AccessKind.CALENDAR if link.project_id is None else AccessKind.CAPTURE,
            id=link.id or 0,
            label=link.label,
            subject=", ".join(part for part in (project, activity) if part),
            created_on=town_day(link.created_at),
            last_used_on=link.last_used_on,
            ends_on=town_day(link.expires_at) if link.expires_at else None,
            state=_state(
                revoked=link.revoked_at is not None, over=link.expires_at is not None and link.expires_at <= now
            ),
        )


def _lives(session: Session) -> Iterator[GivenAccess]:
    opened = select(LiveLinkDay.link_id, func.max(col(LiveLinkDay.day))).group_by(col(LiveLinkDay.link_id))
    days: dict[int, date] = dict(session.exec(opened).all())
    today = today_of(session)
    for link in session.exec(select(LiveLink).order_by(col(LiveLink.id).desc())):
        yield GivenAccess(
            kind=AccessKind.LIVE,
            id=link.id or 0,
            label=link.label,
            created_on=town_day(link.created_at),
            last_used_on=days.get(link.id or 0),
            ends_on=link.expires_on,
            state=_state(revoked=link.revoked_at is not None, over=not link.is_alive(today)),
        )


def _voices(session: Session) -> Iterator[GivenAccess]:
    """Forms of participants; who used them and when is kept nowhere (ADR 0016)."""
    today = today_of(session)
    rows = session.exec(
        select(VoiceForm, Round, Project.title)
        .join(Round, col(VoiceForm.round_id) == col(Round.id))
        .join(Project, col(VoiceForm.project_id) == col(Project.id))
        .order_by(col(VoiceForm.id).desc())
    )
    for form, turn, title in rows:
        yield GivenAccess(
            kind=AccessKind.VOICES,
            id=form.id or 0,
            subject=f"{title}, {turn.title}",
            ends_on=turn.closes_on,
            state=_state(revoked=form.closed_on is not None, over=not turn.is_open(today)),
        )


def _state(*, revoked: bool, over: bool, used: AccessState | None = None) -> AccessState:
    if revoked:
        return AccessState.REVOKED
    if used is not None:
        return used
    return AccessState.OVER if over else AccessState.VALID


def _latest(links: Sequence[AccessLink] | Sequence[MeasureLink]) -> date | None:
    return max((link.last_used_on for link in links if link.last_used_on), default=None)


def _shown(links: Sequence[Link]) -> Sequence[Link]:
    """Return the links that are not revoked; when all are, all of them."""
    return [link for link in links if link.revoked_at is None] or links
