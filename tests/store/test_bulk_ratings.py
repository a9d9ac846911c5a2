"""Answers put one by one and in bulk come to the same rows, also when one is said twice, on both databases."""

from contextlib import nullcontext

import pytest
from sqlmodel import Session, select

from bkcore import catalogue
from bkcore.access import SYSTEM
from bkcore.commands.assessments import PutRating, PutRound
from bkcore.model.assessments import Rating
from bkcore.services.bulk import bulk
from bkcore.services.ratings import put_rating
from bkcore.services.records import Outcome
from bkcore.services.rounds import put_round
from tests import factories

ITEM = "augenhoehe-1"


@pytest.fixture
def town(session: Session) -> Session:
    factories.project(session)
    turn = {"slug": "r", "title": "R", "opens_on": "2025-01-01", "closes_on": "2025-02-01"}
    put_round(session, PutRound.model_validate(turn | {"catalogue_version": catalogue.load().version}), by=SYSTEM)
    return session


def put(session: Session, **said: object) -> Outcome:
    place = {"round": "r", "project": "jugendkonferenz", "view": "team", "rater": "a", "indicator_id": ITEM}
    return put_rating(session, PutRating.model_validate(place | said), by=SYSTEM).outcome


@pytest.mark.parametrize("all_at_once", [False, True])
def test_what_was_said_last_is_kept(town: Session, *, all_at_once: bool) -> None:
    with bulk(town) if all_at_once else nullcontext():
        said = [put(town, level=2), put(town, level=2), put(town, opt_out="weiss_nicht", answered_on="2025-01-09")]
    assert said == [Outcome.NEW, Outcome.UNCHANGED, Outcome.CHANGED]
    (row,) = town.exec(select(Rating))
    assert (row.level, row.opt_out, row.answered_on.isoformat()) == (None, "weiss_nicht", "2025-01-09")


@pytest.mark.parametrize("all_at_once", [False, True])
def test_what_is_recorded_already_is_changed_and_its_day_stays(town: Session, *, all_at_once: bool) -> None:
    put(town, level=2, answered_on="2025-01-09")
    town.flush()
    with bulk(town) if all_at_once else nullcontext():
        assert put(town, level=4) is Outcome.CHANGED
    (row,) = town.exec(select(Rating))
    assert (row.level, row.answered_on.isoformat()) == (4, "2025-01-09")
