"""The participants' forms of a round as the administration sees them: where they are, and how many have answered."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from bkcore.access import Actor, require, runs_rounds
from bkcore.model.assessments import Round
from bkcore.model.projects import Project
from bkcore.model.voices import VoiceForm


@dataclass(frozen=True, slots=True)
class VoiceFormState:
    """One form without a single answer.

    Attributes:
        form_id: Which one.
        project: Slug of the project or department.
        project_title: Its title.
        token: What stands in the address; it hangs on posters, so it is no secret.
        voices: How many people have answered.
        is_open: Whether it takes voices while its round does.
    """

    form_id: int
    project: str
    project_title: str
    token: str
    voices: int
    is_open: bool


def voice_forms(session: Session, *, round_slug: str, by: Actor) -> tuple[VoiceFormState, ...]:
    """Return the forms of one round by title of their projects.

    Args:
        session: Open session.
        round_slug: Which round.
        by: Who looks; must run rounds.

    Raises:
        NotPermitted: The actor does not run rounds.
    """
    require(runs_rounds(by), action="read")
    rows = session.exec(
        select(VoiceForm, Project)
        .where(VoiceForm.project_id == Project.id, VoiceForm.round_id == Round.id, Round.slug == round_slug)
        .order_by(col(Project.title), col(Project.slug))
    )
    return tuple(
        VoiceFormState(
            form_id=form.id or 0,
            project=project.slug,
            project_title=project.title,
            token=form.token,
            voices=form.voices,
            is_open=form.closed_on is None,
        )
        for form, project in rows
    )
