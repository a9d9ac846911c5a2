"""Raters without a browser: each comes by an own personal link and moves the ladders of the real form."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import httpx2
from sqlmodel import select
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bkcore import catalogue
from bkcore.access import SYSTEM
from bkcore.commands.assessments import InviteRater, OpenRound
from bkcore.model.assessments import Assessment, Rating
from bkcore.services.access import invite_rater
from bkcore.services.rounds import open_round
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import reading, town_day, unit_of_work
from bkcore.vocabulary import AssessmentForm, View
from dashboard.texts import navigation
from tests.bench.client import Visitor
from tests.browser.conftest import Server
from tests.factories import project

Given = tuple[int, str, int]
"""Assessment, item, level."""


@dataclass(frozen=True)
class Invited:
    """One rater before the first visit."""

    assessment_id: int
    link: str


def invited(server: Server, *, raters: int) -> list[Invited]:
    """Open a round on the server's database and invite people, each with a personal link of their own."""
    engine = engine_for(server.environment()["BK_DATABASE_URL"])
    closes = town_day(datetime.now(UTC)) + timedelta(days=28)
    with unit_of_work(engine) as session:
        project(session, "jugendkonferenz")
        turn = open_round(session, OpenRound(title="Probe", closes_on=closes), by=SYSTEM).slug
        wish = InviteRater(round=turn, project="jugendkonferenz", view=View.TEAM)
        links = [invite_rater(session, wish, by=SYSTEM) for _ in range(raters)]
        found = [Invited(one.link.assessment_id or 0, f"{server.url}/anmelden/{one.token}") for one in links]
        for one in found:
            row = session.get_one(Assessment, one.assessment_id)
            row.form = AssessmentForm.FULL
            session.add(row)
    engine.dispose()
    return found


class Rater(Visitor):
    """Somebody who answers; ``answered`` holds what the server has acknowledged."""

    def __init__(self, server: Server, who: Invited) -> None:
        """Follow the personal link, as a browser would."""
        arrived = httpx2.get(who.link, follow_redirects=False)
        cookie = arrived.headers["set-cookie"].split(";")[0]
        super().__init__(server.url, cookie=cookie, page=navigation.ASSESSMENT_PATH)
        self.who = who
        self.answered: dict[str, int] = {}
        self._ladders: dict[str, str] = {}
        self._held: dict[str, int] = {}
        self._fragment = ""

    async def turn_to(self, factor_id: str) -> float:
        """Open the screen of one factor and return the milliseconds it took."""
        self.query = f"schritt={factor_id}"
        self._ladders, self._held, self._fragment = {}, {}, ""
        return await self.run()

    async def give(self, item: str, level: int) -> float:
        """Choose a level and return the milliseconds until the page said that it is saved.

        Raises:
            RuntimeError: The script broke, or the page did not say so.
        """
        self._held[item] = level
        self.said = False
        took = await self.run()
        if not self.said:
            raise RuntimeError(f"{item} was not acknowledged")
        self.answered[item] = level
        return took

    def prepare(self, wish: BackMsg) -> None:
        """Send what all ladders on the screen hold, and as a browser does, which part of the page they are in."""
        wish.rerun_script.fragment_id = self._fragment
        for item, level in self._held.items():
            state = wish.rerun_script.widget_states.widgets.add()
            state.id, state.json_value = self._ladders[item], json.dumps({"value": level})

    def notice(self, message: ForwardMsg, raw: bytes) -> None:
        """Find the ladders, and whether something was said to be saved."""
        self.said = getattr(self, "said", False) or b"gespeichert" in raw
        if message.WhichOneof("type") != "delta" or message.delta.WhichOneof("type") != "new_element":
            return
        element = message.delta.new_element
        if element.WhichOneof("type") == "bidi_component" and "antwort-" in element.bidi_component.id:
            for item in sorted(catalogue.load().factor_of(), key=len, reverse=True):
                if f"-{item}-" in element.bidi_component.id.partition("antwort-")[2]:
                    self._ladders[item] = element.bidi_component.id
                    self._fragment = message.delta.fragment_id
                    break


def lost(server: Server, given: Sequence[Given]) -> list[Given]:
    """Return the acknowledged answers that are not in the server's database as they were given."""
    engine = engine_for(server.environment()["BK_DATABASE_URL"])
    with reading(engine) as session:
        kept = {(row.assessment_id, row.indicator_id): row.level for row in session.exec(select(Rating))}
    engine.dispose()
    return [(assessment, item, level) for assessment, item, level in given if kept.get((assessment, item)) != level]
