"""Passwords on the command line: typed unseen or piped in, never an argument that a list of processes shows."""

from collections.abc import Mapping
from typing import TextIO, TypeVar

import click
from pydantic import BaseModel, ValidationError

from bkcore.wording import command_line as wording
from bkcore.wording.messages import field_message

C = TypeVar("C", bound=BaseModel)


def password_from(stream: TextIO) -> str:
    """Return a password: asked for twice and unseen at a terminal, else the first line of the stream.

    Args:
        stream: Standard input.
    """
    if stream.isatty():
        typed: str = click.prompt(
            wording.ASKED_UNSEEN, hide_input=True, confirmation_prompt=wording.ASKED_AGAIN, err=True
        )
        return typed
    return stream.readline().rstrip("\r\n") or " "


def validated(kind: type[C], wish: Mapping[str, object]) -> C:
    """Return the command, or refuse it with the sentence for its first fault.

    Raises:
        BadParameter: A value does not fit.
    """
    try:
        return kind.model_validate(dict(wish))
    except ValidationError as error:
        raise click.UsageError(field_message(error.errors()[0])) from None
