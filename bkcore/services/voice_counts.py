"""Service that takes in participants' voices of a round held elsewhere, as the counters they are (ADR 0016)."""

from sqlmodel import Session, select

from bkcore import catalogue
from bkcore.access import Actor, administers, require
from bkcore.commands.voice_counts import PutVoices
from bkcore.errors import NotFound, RoundOpen
from bkcore.model.assessments import Round
from bkcore.model.projects import Project
from bkcore.model.voices import VoiceCount, VoiceForm
from bkcore.services.journal import record
from bkcore.services.records import Outcome, Stored, required
from bkcore.services.voices import new_form
from bkcore.store.unit_of_work import today_of


def put_voices(session: Session, command: PutVoices, *, by: Actor) -> Stored[VoiceForm]:
    """Put counters in place of those of the same factors; the form is closed and never takes a voice.

    How many people answered is not part of the exchange format. It is taken as the largest number of answers to one
    factor, which is the fewest people it can have been.

    Args:
        session: Open session; the unit of work around it commits.
        command: Round, project and the counters.
        by: Who acts; must be the administration.

    Returns:
        The form and whether it is new, changed or unchanged.

    Raises:
        NotPermitted: The actor does not keep the records.
        NotFound: Round, project or factor is not recorded.
        RoundOpen: People are answering at this very form.
    """
    require(administers(by), action="put_voices")
    turn = required(session, Round, command.round)
    project = required(session, Project, command.project)
    for factor in command.counts:
        if factor not in catalogue.edition(turn.catalogue_version).factor_titles():
            raise NotFound(what="factor", key=factor)
    chosen = select(VoiceForm).where(VoiceForm.round_id == turn.id, VoiceForm.project_id == project.id)
    form = session.exec(chosen).first()
    if form is not None and form.closed_on is None and turn.is_open(today_of(session)):
        raise RoundOpen(title=turn.title)
    outcome = Outcome.CHANGED if form is not None else Outcome.NEW
    form = form or new_form(session, turn, project_id=project.id or 0, closed_on=today_of(session))
    if not _set(session, form, command) and outcome is Outcome.CHANGED:
        return Stored(form, Outcome.UNCHANGED)
    key = f"{command.round}/{command.project}"
    record(session, action="put_voices", aggregate="voice_form", key=key, by=by)
    return Stored(form, outcome)


def _set(session: Session, form: VoiceForm, command: PutVoices) -> bool:
    """Set the counters and tell whether one of them changed."""
    rows = session.exec(select(VoiceCount).where(VoiceCount.form_id == form.id)).all()
    totals: dict[str, int] = {}
    changed = False
    for row in rows:
        if row.factor_id in command.counts:
            wanted = {str(answer): number for answer, number in command.counts[row.factor_id].items()}
            changed |= row.voices != wanted.get(row.answer, 0)
            row.voices = wanted.get(row.answer, 0)
        totals[row.factor_id] = totals.get(row.factor_id, 0) + row.voices
    form.voices = max([form.voices, *totals.values()])
    session.add_all([form, *rows])
    session.flush()
    return changed
