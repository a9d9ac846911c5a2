"""What guests of a running meeting read on their own phones: the point it looks at, and released figures alone."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, select

from bkcore.errors import LinkDead
from bkcore.model.meetings import Meeting
from bkcore.publication.document import Briefing, parse
from bkcore.publication.parts import BarFigure, KeyFigure, ProfileFigure
from bkcore.publication.release import by_number, latest
from bkcore.publication.withdrawn import readable
from bkcore.services.meetings import items_of
from bkcore.services.tokens import token_hash
from bkcore.vocabulary import AgendaKind, MeetingState


@dataclass(frozen=True, slots=True)
class Followed:
    """One look of a guest.

    Attributes:
        title: Name of the meeting.
        points: Titles of the agenda in order.
        place: Which of them the meeting looks at, counted from 0.
        finding: What the release says about it, empty when it says nothing.
        key_figures: Its figures, none for most points.
        figure: Its picture, ``None`` for most points.
        release: Number of the release, 0 when nothing is released.
        stand: Its day, ``None`` when nothing is released.
        mark: Changes whenever a guest should see something else.
    """

    title: str
    points: tuple[str, ...]
    place: int
    finding: str
    key_figures: tuple[KeyFigure, ...]
    figure: BarFigure | ProfileFigure | None
    release: int
    stand: date | None
    mark: str


def follow(session: Session, token: str) -> Followed:
    """Return what a guest sees now.

    Args:
        session: Open session.
        token: From the guest's address.

    Raises:
        LinkDead: No running meeting has this address.
    """
    meeting = _running(session, token)
    items = items_of(session, meeting)
    place = next((number for number, item in enumerate(items) if item.position == meeting.position), 0)
    briefing = _released(session, meeting)
    finding, figures, figure = _shown(briefing, items[place].kind)
    return Followed(
        title=meeting.title,
        points=tuple(item.title for item in items),
        place=place,
        finding=finding,
        key_figures=figures,
        figure=figure,
        release=briefing.header.number if briefing else 0,
        stand=briefing.header.stand if briefing else None,
        mark=_mark(meeting, len(items)),
    )


def mark_of(session: Session, token: str) -> str:
    """Return what changes whenever a guest should see something else; cheap enough to be asked every few seconds.

    Raises:
        LinkDead: No running meeting has this address.
    """
    meeting = _running(session, token)
    return _mark(meeting, len(items_of(session, meeting)))


def _running(session: Session, token: str) -> Meeting:
    wanted = select(Meeting).where(Meeting.token_hash == token_hash(token), Meeting.state == MeetingState.RUNNING)
    meeting = session.exec(wanted).first()
    if meeting is None:
        raise LinkDead
    return meeting


def _mark(meeting: Meeting, points: int) -> str:
    return f"{meeting.position}-{points}"


def _released(session: Session, meeting: Meeting) -> Briefing | None:
    release = by_number(session, meeting.guest_release) if meeting.guest_release else None
    newest = latest(session)
    if release is None or newest is None:
        return None
    return parse(readable(release.content, newest=newest.content))


def _shown(
    briefing: Briefing | None, kind: AgendaKind
) -> tuple[str, tuple[KeyFigure, ...], BarFigure | ProfileFigure | None]:
    if briefing is None:
        return "", (), None
    if kind is AgendaKind.NETWORK:
        return briefing.headline.finding, briefing.key_figures, briefing.network
    if kind is AgendaKind.FACTORS and briefing.factors.figure is not None:
        return briefing.factors.figure.finding, (), briefing.factors.figure
    return "", (), None
