"""Pages that write: the program around one page as a given person, on the real day, because services ask the clock."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from bkcore.access import SYSTEM, Actor
from bkcore.commands.assessments import AnswerIndicator, CloseRound, HandIn
from bkcore.services import answers, assessments
from bkcore.services.rounds import close_round
from bkcore.store.unit_of_work import town_day, unit_of_work
from dashboard import session as visits
from dashboard import state
from tests.factories import invitation, lead_of, open_a_round, project

NOON = datetime.now(UTC).replace(hour=11, minute=0)
"""Held by ``conftest.py``: in Bergkamen it is noon then, whatever the hour of the run."""

TODAY = town_day(NOON)
LAST_DAY = TODAY + timedelta(days=28)
PUBLIC_URL = "https://beteiligung.example"
_APP = Path(__file__).parents[2] / "dashboard" / "app.py"


def acting_on(engine: Engine, monkeypatch: pytest.MonkeyPatch, *, by: Actor, today: date = TODAY) -> None:
    """Let the program work on this database as this person."""
    address = engine.url.render_as_string(hide_password=False)
    settings = state.core_settings.load(database_url=address, public_url=PUBLIC_URL)
    monkeypatch.setattr(visits, "current", lambda: visits.Visit(actor=by, today=today))
    monkeypatch.setattr(state, "settings", lambda: settings)


def opened(
    page: str,
    engine: Engine,
    monkeypatch: pytest.MonkeyPatch,
    *,
    by: Actor,
    query: dict[str, str] | None = None,
) -> AppTest:
    """Open one page of the program as this person."""
    acting_on(engine, monkeypatch, by=by)
    app = AppTest.from_file(_APP, default_timeout=30).switch_page(f"pages/{page}.py")
    for name, value in (query or {}).items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def invited_lead(engine: Engine) -> Actor:
    """Open a round, invite the lead of the youth conference, and return that lead with the personal link."""
    with unit_of_work(engine) as session:
        project(session, title="Jugendkonferenz")
        open_a_round(session, closes_on=LAST_DAY)
        issued = invitation(session)
        return lead_of("jugendkonferenz", assessment_id=issued.link.assessment_id)


def answer(engine: Engine, by: Actor, **levels: int | str) -> None:
    """Answer questions by id (with an underscore for the hyphen): a level, or the code of an opt-out."""
    for name, given in levels.items():
        raw = {"assessment_id": by.assessment_id, "indicator_id": name.replace("_", "-")}
        value = {"level": given} if isinstance(given, int) else {"opt_out": given}
        with unit_of_work(engine) as session:
            answers.answer(session, AnswerIndicator.model_validate(raw | value), by=by)


def hand_in(engine: Engine, by: Actor) -> None:
    """Hand in."""
    with unit_of_work(engine) as session:
        assessments.hand_in(session, HandIn(assessment_id=by.assessment_id or 0), by=by)


def close(engine: Engine) -> None:
    """Close the round."""
    with unit_of_work(engine) as session:
        close_round(session, CloseRound(slug="herbst-2026"), by=SYSTEM)
