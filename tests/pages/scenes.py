"""What the pages are shown with: a database, a visit, and the whole program around one page."""

from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session
from streamlit.testing.v1 import AppTest

from bkcore import catalogue
from bkcore.access import SYSTEM, Actor
from bkcore.commands.assessments import PutRating, PutRound
from bkcore.services.ratings import put_rating
from bkcore.services.rounds import put_round
from bkcore.store.unit_of_work import unit_of_work
from bkcore.vocabulary import Role
from dashboard import session as visits
from dashboard import state
from tests.factories import project

TODAY = date(2026, 11, 22)
_APP = Path(__file__).parents[2] / "dashboard" / "app.py"


def opened(
    page: str,
    engine: Engine,
    monkeypatch: pytest.MonkeyPatch,
    *,
    role: Role = Role.ADMINISTRATION,
    query: dict[str, str] | None = None,
) -> AppTest:
    """Open one page of the program as somebody with this role."""
    address = engine.url.render_as_string(hide_password=False)
    monkeypatch.setattr(visits, "current", lambda: visits.Visit(actor=Actor(role=role), today=TODAY))
    monkeypatch.setattr(state, "settings", lambda: _settings(address))
    app = AppTest.from_file(_APP, default_timeout=30).switch_page(f"pages/{page}.py")
    for name, value in (query or {}).items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def words(app: AppTest) -> str:
    """Return all own HTML of the page as one text."""
    return "\n".join(block.proto.body for block in app.get("html"))


def closed_round(
    session: Session, *, projects: int, level: int = 3, slug: str = "herbst-2025", people: int = 1
) -> None:
    """Record a round that is over, in which every project rated every indicator alike."""
    loaded = catalogue.load()
    opens = date(2025, 10, 1) if slug == "herbst-2025" else date(2025, 3, 1)
    put_round(
        session,
        PutRound(
            slug=slug,
            title=slug.replace("-", " ").title(),
            opens_on=opens,
            closes_on=opens.replace(day=28),
            catalogue_version=loaded.version,
        ),
        by=SYSTEM,
    )
    for number in range(projects):
        project(session, f"projekt-{number}")
        for person in range(people):
            for factor in loaded.factors:
                for indicator in factor.indicators:
                    rating = PutRating(
                        round=slug,
                        project=f"projekt-{number}",
                        view="leitung",
                        rater=f"p{number}-{person}",
                        indicator_id=indicator.id,
                        level=level,
                    )
                    put_rating(session, rating, by=SYSTEM)


def filled(engine: Engine, *steps: object) -> None:
    """Carry out what fills the database, in one unit of work of today."""
    with unit_of_work(engine, now=datetime.combine(TODAY, datetime.min.time()).astimezone()) as session:
        for step in steps:
            step(session)


def _settings(address: str) -> object:
    return state.core_settings.load(database_url=address)
