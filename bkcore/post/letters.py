"""Writes the letter to one person: invitation or reminder, with the calendar entry of the last day."""

from dataclasses import dataclass
from datetime import date, datetime

from bkcore import catalogue
from bkcore.post import calendar
from bkcore.vocabulary import SubjectKind, View
from bkcore.wording import letters as words
from bkcore.wording.statements import number_of


@dataclass(frozen=True, slots=True)
class Letter:
    """One message with a personal link, ready to be sent or copied.

    Attributes:
        link_id: The link it carries; the address itself is nowhere kept.
        title: Name of the invitation.
        address: The personal link.
        subject: One line.
        body: Plain text.
        calendar: Calendar entry of the last day; empty when there is none.
        mail: Where it goes, ``None`` when no address is known.
        calendar_file: Name of the calendar entry as an attachment.
    """

    link_id: int
    title: str
    address: str
    subject: str
    body: str
    calendar: bytes
    mail: str | None
    calendar_file: str = words.CALENDAR_FILE


@dataclass(frozen=True, slots=True)
class Occasion:
    """The round a letter is about.

    Attributes:
        slug: Slug of the round.
        title: Its title.
        opens_on: First day.
        closes_on: Last day.
        catalogue_version: Which version of the catalogue it asks.
        now: The moment of writing.
        today: Its day in Bergkamen.
        site: Public address of the dashboard.
    """

    slug: str
    title: str
    opens_on: date
    closes_on: date
    catalogue_version: str
    now: datetime
    today: date
    site: str


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom a letter goes.

    Attributes:
        link_id: The fresh link.
        token: Its token.
        project: Slug of the project or department.
        title: Its title.
        kind: Which of both it is.
        view: From where the person looks.
        label: A function; may be empty.
        mail: Where to, if known.
    """

    link_id: int
    token: str
    project: str
    title: str
    kind: SubjectKind
    view: View
    label: str
    mail: str | None


def invitation(to: Addressee, about: Occasion) -> Letter:
    """Return the letter that invites."""
    form = catalogue.form_wording()
    address = f"{about.site}/anmelden/{to.token}"
    body = words.invitation_body(
        project=to.title,
        kind=to.kind,
        view=to.view,
        address=address,
        opens_on=about.opens_on if about.opens_on > about.today else None,
        closes_on=about.closes_on,
        duration=_duration(about),
        privacy=form["privacy_link"],
    )
    return _letter(to, about, address=address, subject=words.invitation_subject(to.title), body=body)


def reminder(to: Addressee, about: Occasion, *, begun: bool) -> Letter:
    """Return the letter that reminds.

    Args:
        to: To whom.
        about: The round.
        begun: Whether the person has begun to answer.
    """
    form = catalogue.form_wording()
    address = f"{about.site}/anmelden/{to.token}"
    body = words.reminder_body(
        project=to.title,
        kind=to.kind,
        begun=begun,
        address=address,
        closes_on=about.closes_on,
        duration=_duration(about),
        privacy=form["privacy_link"],
    )
    subject = words.reminder_subject(to.title, about.closes_on)
    return _letter(to, about, address=address, subject=subject, body=body)


def last_day(about: Occasion, *, project: str, title: str) -> bytes:
    """Return the calendar entry of the last day for one project."""
    entry = calendar.Deadline(
        key=f"{about.slug}/{project}",
        title=words.calendar_title(title),
        text=words.calendar_text(about.title),
        closes_on=about.closes_on,
    )
    return calendar.deadlines([entry], now=about.now)


def _duration(about: Occasion) -> str:
    """Return the form's own sentence on how much it asks, for the version of this round."""
    statements = catalogue.edition(about.catalogue_version).statements
    return catalogue.form_wording()["duration"].format(statements=number_of(statements))


def _letter(to: Addressee, about: Occasion, *, address: str, subject: str, body: str) -> Letter:
    return Letter(
        link_id=to.link_id,
        title=words.invitation_name(to.title, to.view, to.label),
        address=address,
        subject=" ".join(subject.split()),
        body=body,
        calendar=last_day(about, project=to.project, title=to.title),
        mail=to.mail,
    )
