"""Services on the participants' short form: open and close an address, and count a voice.

A voice raises counters and leaves nothing else: no row of its own, no moment, no journal entry (ADR 0016).
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, case, or_, update
from sqlmodel import Session, col, select

from bkcore import catalogue
from bkcore.access import Actor, counts_voices, require, runs_rounds
from bkcore.commands.voices import ANSWERS, CloseVoiceForm, OpenVoiceForm, SubmitVoice
from bkcore.errors import InvalidValue, LinkDead, NotFound, RoundClosed
from bkcore.model.assessments import Round
from bkcore.model.projects import Project
from bkcore.model.voices import VoiceCount, VoiceForm
from bkcore.services.journal import record
from bkcore.services.records import required
from bkcore.services.round_rules import require_open
from bkcore.services.tokens import new_token
from bkcore.store.unit_of_work import today_of


@dataclass(frozen=True, slots=True)
class OpenForm:
    """What a participant sees of an open form: whose it is, what it asks, until when."""

    project: str
    factors: tuple[str, ...]
    closes_on: date


def open_voice_form(session: Session, command: OpenVoiceForm, *, by: Actor) -> VoiceForm:
    """Open the participants' form of a project; all counters are there from the start.

    Args:
        session: Open session; the unit of work around it commits.
        command: Round and project.
        by: Who acts; must be the administration.

    Returns:
        The form. One that was closed opens again at the same address; opening an open one changes nothing.

    Raises:
        NotPermitted: The actor does not run rounds.
        NotFound: There is no such round or project.
        RoundClosed: The round no longer takes answers.
    """
    require(runs_rounds(by), action="open_voice_form")
    turn = required(session, Round, command.round)
    require_open(session, turn)
    project = required(session, Project, command.project)
    form = session.exec(
        select(VoiceForm).where(VoiceForm.round_id == turn.id, VoiceForm.project_id == project.id)
    ).first()
    if form is not None and form.closed_on is None:
        return form
    if form is None:
        form = new_form(session, turn, project_id=project.id or 0)
    form.closed_on = None
    session.add(form)
    details = {"round": turn.slug, "project": project.slug}
    record(session, action="open_voice_form", aggregate="voice_form", key=str(form.id), by=by, details=details)
    return form


def close_voice_form(session: Session, command: CloseVoiceForm, *, by: Actor) -> VoiceForm:
    """Close an address before the round ends; what was counted stays.

    Args:
        session: Open session; the unit of work around it commits.
        command: Which form.
        by: Who acts; must be the administration.

    Returns:
        The closed form; closing it twice changes nothing.

    Raises:
        NotPermitted: The actor does not run rounds.
        NotFound: There is no such form.
    """
    require(runs_rounds(by), action="close_voice_form")
    form = session.get(VoiceForm, command.form_id, with_for_update=True)
    if form is None:
        raise NotFound(what="voice_form", key=str(command.form_id))
    if form.closed_on is None:
        form.closed_on = today_of(session)
        session.add(form)
        record(session, action="close_voice_form", aggregate="voice_form", key=str(form.id), by=by)
    return form


def open_form(session: Session, token: str) -> OpenForm:
    """Return the open form at an address.

    Raises:
        LinkDead: The address is unknown, or its form or round is closed; which of these is never said.
    """
    form, turn, project = _behind(session, token)
    if form.closed_on is not None or not turn.is_open(today_of(session)):
        raise LinkDead
    factors = tuple(factor.id for factor in catalogue.edition(turn.catalogue_version).factors)
    return OpenForm(project=project.title, factors=factors, closes_on=turn.closes_on)


def submit_voice(session: Session, command: SubmitVoice, *, by: Actor) -> None:
    """Count one voice: at most eight counters and the number of voices rise by one, in one transaction.

    Every counter of the form is written anew, the raised ones and the others alike. Otherwise the database itself would
    keep, below the tables, which of them were last changed together.

    Args:
        session: Open session of a unit of work.
        command: The address and the answers.
        by: The program, on behalf of somebody it does not know.

    Raises:
        NotPermitted: Somebody else than the program wants to count.
        LinkDead: There is no such address.
        RoundClosed: The form or its round no longer takes voices.
        InvalidValue: An answer names a factor the form does not ask about.
    """
    require(counts_voices(by), action="submit_voice")
    form, turn, _ = _behind(session, command.token)
    require_open(session, turn)
    if form.closed_on is not None:
        raise RoundClosed(title=turn.title, closed_on=form.closed_on.isoformat())
    asked = session.exec(select(VoiceCount.factor_id).where(VoiceCount.form_id == form.id).distinct()).all()
    for factor in command.answers:
        if factor not in asked:
            raise InvalidValue(field="answers", value=factor, allowed=", ".join(sorted(asked)))
    given = or_(
        *(
            and_(col(VoiceCount.factor_id) == factor, col(VoiceCount.answer) == answer)
            for factor, answer in command.answers.items()
        )
    )
    session.connection().execute(
        update(VoiceCount)
        .where(col(VoiceCount.form_id) == form.id)
        .values(voices=col(VoiceCount.voices) + case((given, 1), else_=0))
    )
    session.connection().execute(
        update(VoiceForm).where(col(VoiceForm.id) == form.id).values(voices=col(VoiceForm.voices) + 1)
    )


def new_form(session: Session, turn: Round, *, project_id: int, closed_on: date | None = None) -> VoiceForm:
    """Return a new form with all its counters at zero; whoever asks for it writes the journal.

    Args:
        session: Open session; the unit of work around it commits.
        turn: The round it belongs to.
        project_id: The project it asks about.
        closed_on: Day from which it takes no voice; ``None`` leaves it open.
    """
    form = VoiceForm(round_id=turn.id or 0, project_id=project_id, token=new_token(), closed_on=closed_on)
    session.add(form)
    session.flush()
    for factor in catalogue.edition(turn.catalogue_version).factors:
        session.add_all(VoiceCount(form_id=form.id or 0, factor_id=factor.id, answer=answer) for answer in ANSWERS)
    session.flush()
    return form


def _behind(session: Session, token: str) -> tuple[VoiceForm, Round, Project]:
    row = session.exec(
        select(VoiceForm, Round, Project).where(
            VoiceForm.token == token, VoiceForm.round_id == Round.id, VoiceForm.project_id == Project.id
        )
    ).first()
    if row is None:
        raise LinkDead
    return row
