"""How many people one organisation brought alone: who is passed over, and what counts as alone."""

import pytest
from sqlmodel import Session

from bkcore.access import SYSTEM
from bkcore.commands.activities import PutParticipation
from bkcore.metrics.window import calendar_year
from bkcore.publication.dominance import people_of_one
from bkcore.reports import network
from bkcore.services.activities import put_participation
from tests import factories

YEAR = calendar_year(2024)


def hosts(session: Session, activity: str, *organisations: str) -> None:
    for slug in organisations:
        wish = PutParticipation.model_validate({"organisation": slug, "activity": activity, "role": "veranstaltend"})
        put_participation(session, wish, by=SYSTEM)


@pytest.fixture
def year(session: Session) -> Session:
    factories.organisation(session, "verein")
    factories.organisation(session, "chor")
    factories.organisation(session, "stadt", sector="public")
    factories.organisation(session, "offen", may_be_named=True)
    return session


def brought(session: Session) -> int:
    return people_of_one(network.load(session), window=YEAR)


def test_nobody_is_brought_alone_where_nothing_was_counted(year: Session) -> None:
    factories.activity(year, "fest", partners=("verein",))
    assert brought(year) == 0


def test_the_activities_of_one_organisation_alone_add_up_and_guests_do_not_change_that(year: Session) -> None:
    for slug, people in (("fest", 40), ("lauf", 20)):
        factories.activity(year, slug, partners=("chor", "stadt"), attendees=people)
        hosts(year, slug, "verein")
    factories.activity(year, "singen", partners=("chor",), attendees=30)  # nobody is known but the choir
    factories.activity(year, "vorher", partners=("verein",), attendees=500, date="2023-05-01")
    assert brought(year) == 60


def test_what_several_organised_or_took_part_in_is_nobodys_alone(year: Session) -> None:
    factories.activity(year, "fest", attendees=40)
    hosts(year, "fest", "verein", "stadt")
    factories.activity(year, "lauf", partners=("verein", "chor"), attendees=40)
    assert brought(year) == 0


def test_public_offices_and_who_agreed_to_be_named_have_nothing_to_hide(year: Session) -> None:
    for slug in ("stadt", "offen"):
        factories.activity(year, f"fest-{slug}", attendees=40)
        hosts(year, f"fest-{slug}", slug)
    assert brought(year) == 0


def test_a_themed_week_whose_events_are_counted_counts_once(year: Session) -> None:
    factories.activity(year, "woche", attendees=300)
    factories.activity(year, "abend", attendees=40, part_of="woche")
    hosts(year, "woche", "verein")
    hosts(year, "abend", "verein")
    assert brought(year) == 40
