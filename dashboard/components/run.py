"""Runs one command in one transaction and says how it went; the only way pages change data."""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

import streamlit as st
from pydantic import BaseModel, ValidationError
from sqlmodel import Session

from bkcore.access import Actor
from bkcore.errors import BkError
from bkcore.store.unit_of_work import unit_of_work
from bkcore.wording.messages import field_message, message
from dashboard import state
from dashboard.components import complaints
from dashboard.components.panel import NoticeKind, notice

C = TypeVar("C", bound=BaseModel)
C_contra = TypeVar("C_contra", bound=BaseModel, contravariant=True)
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class Service(Protocol[C_contra, R_co]):
    """One function per command."""

    def __call__(self, session: Session, command: C_contra, /, *, by: Actor) -> R_co:
        """Carry out the command."""
        ...


def command(
    kind: type[C],
    answers: Mapping[str, object],
    service: Service[C, R],
    *,
    by: Actor,
    done: str = "",
    labels: Mapping[str, str] | None = None,
    form: str = "",
    complain: Callable[[str], None] | None = None,
) -> R | None:
    """Check raw answers, run the service, commit, and tell the person.

    Args:
        kind: Command to build from the answers.
        answers: Raw answers by field name.
        service: What carries it out.
        by: Who acts.
        done: What a short message says when it worked; none when empty.
        labels: German name of each field, named in front of a complaint about it.
        form: Name of the form above which a refusal stands; without one it is a notice on the page.
        complain: Where a refusal goes instead.

    Returns:
        What the service returned, ``None`` when it was refused (the person has been told why).
    """
    tell = complain or (complaints.collect(form) if form else _notice)
    try:
        wish = kind.model_validate(dict(answers))
        with unit_of_work(state.engine()) as session:
            result = service(session, wish, by=by)
    except ValidationError as error:
        for fault in error.errors():
            field = str(fault["loc"][0]) if fault["loc"] else ""
            name = (labels or {}).get(field, "")
            tell(f"{name}: {field_message(fault)}" if name else field_message(fault))
        return None
    except BkError as error:
        tell(message(error))
        return None
    if done:
        st.toast(done)
    return result


def _notice(sentence: str) -> None:
    notice(NoticeKind.ERROR, sentence)
