"""Makes a release for a person who asked for it."""

from sqlmodel import Session

from bkcore.access import Actor
from bkcore.commands.base import Command
from bkcore.model.council import Release
from bkcore.publication import release
from dashboard import state


class MakeRelease(Command):
    """Freeze the state of this moment; there is nothing to say about it."""


def make_release(session: Session, command: MakeRelease, /, *, by: Actor) -> Release:
    """Freeze the state of this moment as the next release."""
    del command
    return release.make(session, by=by, demo=state.settings().demo)
