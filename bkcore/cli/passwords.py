"""Passwords on the command line: typed unseen or piped in, never an argument that a list of processes shows."""

from typing import TextIO

import click

from bkcore.wording import command_line as wording


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
