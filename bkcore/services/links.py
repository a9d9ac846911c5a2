"""What all links that carry a token have in common: made, used, sent by mail, forgotten, taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlmodel import Session, SQLModel, select

from bkcore.errors import NotFound
from bkcore.model.access import AccessLink
from bkcore.model.capture import CaptureLink
from bkcore.model.steering import MeasureLink
from bkcore.services.tokens import new_token, token_hash
from bkcore.store.unit_of_work import now_of, today_of

Row = TypeVar("Row", bound=SQLModel)
Link = TypeVar("Link", AccessLink, CaptureLink, MeasureLink)
Reminding = TypeVar("Reminding", AccessLink, MeasureLink)


@dataclass(frozen=True, slots=True)
class Issued(Generic[Row]):
    """A new link and its token, which is shown once and never kept."""

    link: Row
    token: str


def issue(session: Session, table: type[Row], /, **values: object) -> Issued[Row]:
    """Return a new link with its token; whoever asks for it writes the journal.

    Args:
        session: Open session; the unit of work around it commits.
        table: Its table.
        **values: Its columns but for the token and the moment.
    """
    token = new_token()
    link = table(token_hash=token_hash(token), created_at=now_of(session), **values)
    session.add(link)
    session.flush()
    return Issued(link, token)


def note_sent(session: Session, table: type[Link], link_id: int) -> Link:
    """Keep the moment the mail server took the message with a link; the address it went to is not in the journal.

    Raises:
        NotFound: There is no such link.
    """
    link = session.get(table, link_id)
    if link is None:
        raise NotFound(what=str(table.__tablename__), key=str(link_id))
    link.sent_at = now_of(session)
    session.add(link)
    return link


def note_used(session: Session, table: type[Link], token: str) -> None:
    """Keep the day a link was used last; like a visit this is no change of the record and leaves no entry."""
    link = session.exec(select(table).where(table.token_hash == token_hash(token))).first()
    if link is not None and link.last_used_on != today_of(session):
        link.last_used_on = today_of(session)
        session.add(link)
        session.flush()


def forget_mail(session: Session, links: Sequence[Link]) -> int:
    """Forget where links were sent, and return of how many."""
    for link in links:
        link.mail = None
        session.add(link)
    return len(links)


def take_back(session: Session, table: type[Reminding], link_id: int) -> Reminding:
    """Delete a reminder that reached nobody, so that nobody counts as reminded by it, and return what it was.

    Raises:
        NotFound: There is no such reminder, or it was sent or used.
    """
    link = session.get(table, link_id)
    if link is None or not link.reminder or link.sent_at is not None or link.last_used_on is not None:
        raise NotFound(what=str(table.__tablename__), key=str(link_id))
    session.delete(link)
    return link
