"""Asking the leads by mail: who is asked about what and when, once each, through a real mail server."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from bkcore import settings as core_settings
from bkcore.commands.capture import CreateCaptureLink
from bkcore.errors import NotPermitted
from bkcore.post.asking import ask, question_went_out
from bkcore.post.delivery import deliver
from bkcore.reports.capture import waiting
from bkcore.reports.capture_links import given_links
from bkcore.reports.capture_reminders import due, reminders
from bkcore.services.capture_desks import desk_behind
from bkcore.services.capture_links import create_capture_link
from bkcore.store.unit_of_work import reading, unit_of_work
from tests import factories
from tests.conftest import NOW
from tests.factories import ADMINISTRATION, STEERING_GROUP, lead_of
from tests.mail_server import MailServer, mail_server

TODAY = date(2026, 11, 22)
MAIL = "leitung@beispiel.de"


@pytest.fixture(scope="module")
def post() -> Iterator[MailServer]:
    """Give a mail server."""
    with mail_server() as running:
        yield running


def announced(session: Session, slug: str, day: date | str, *, project: str = "jugendkonferenz", **fields: str) -> None:
    factories.activity(session, slug, date=str(day), project=project, status="angekuendigt", **fields)


@pytest.fixture
def town(sqlite_engine: Engine) -> Engine:
    """Give two projects, one of them reachable by mail, and activities around today."""
    with unit_of_work(sqlite_engine, now=NOW) as session:
        factories.project(session)
        factories.project(session, "blog")
        create_capture_link(session, CreateCaptureLink(project="jugendkonferenz", mail=MAIL), by=ADMINISTRATION)
        announced(session, "gestern", TODAY - timedelta(days=1))
        announced(session, "heute", TODAY)
        announced(session, "lange-her", TODAY - timedelta(days=15))
        announced(session, "vierzehn-tage", TODAY - timedelta(days=14))
        announced(session, "ohne-link", TODAY - timedelta(days=1), project="blog")
        announced(session, "woche", TODAY - timedelta(days=3), ends_on=str(TODAY + timedelta(days=1)))
        announced(session, "oktober", "2026-10", precision="monat")
        announced(session, "november", "2026-11", precision="monat")
        factories.activity(session, "war", date="2026-11-20", project="jugendkonferenz")
    return sqlite_engine


def test_what_is_over_waits_the_latest_first_and_what_may_still_come_does_not(town: Engine) -> None:
    with reading(town, now=NOW) as session:
        found = reminders(session, today=TODAY, by=ADMINISTRATION)
    assert [one.activity.slug for one in found] == ["gestern", "ohne-link", "vierzehn-tage", "lange-her", "oktober"]
    assert {one.activity.slug for one in found if not one.reachable} == {"ohne-link"}


def test_only_the_last_two_weeks_are_asked_about_by_mail(town: Engine) -> None:
    with reading(town, now=NOW) as session:
        found = due(reminders(session, today=TODAY, by=ADMINISTRATION), today=TODAY)
    assert [one.activity.slug for one in found] == ["gestern", "vierzehn-tage"]


def test_a_question_goes_out_once_and_its_address_opens_the_form(town: Engine, post: MailServer) -> None:
    settings = core_settings.load(
        database_url=str(town.url),
        smtp_url=post.url,
        mail_from="integration@beispiel.de",
        public_url="https://b.example",
    )
    with unit_of_work(town, now=datetime.now(UTC)) as session:
        asked = due(reminders(session, today=TODAY, by=ADMINISTRATION), today=TODAY)[:1]
        letters = ask(session, [one.activity for one in asked], site=settings.public_url, by=ADMINISTRATION)
    going = deliver(letters, engine=town, settings=settings, by=ADMINISTRATION, taken=question_went_out)
    assert [outcome.sent for outcome in going] == [True]
    text = post.text_to(MAIL)
    assert "für den 21. November 2026 war angekündigt: „Gestern“." in text
    token = text.split("https://b.example/erfassen/")[1].split()[0]
    with reading(town) as session:
        assert desk_behind(session, token).activity == "gestern"
        after = due(reminders(session, today=TODAY, by=ADMINISTRATION), today=TODAY)
    assert [one.activity.slug for one in after] == ["vierzehn-tage"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"day": "2026-11-21"}, "für den 21. November 2026 war angekündigt: „Fest“."),
        ({"day": "2026-11-19", "ends_on": "2026-11-21"}, "vom 19. November 2026 bis zum 21. November 2026 war ange"),
        ({"day": "2026-10", "precision": "monat"}, "für Oktober 2026 war angekündigt: „Fest“."),
        ({"day": "2025", "precision": "jahr"}, "für 2025 war angekündigt: „Fest“."),
        ({"day": "", "precision": "unbekannt"}, "ohne festen Tag war angekündigt: „Fest“."),
    ],
)
def test_the_question_names_the_day_no_more_exactly_than_it_is_known(
    town: Engine, fields: dict[str, str], said: str
) -> None:
    with unit_of_work(town, now=NOW) as session:
        announced(session, "fest", fields.pop("day"), **fields)
        (fest,) = (one for one in waiting(session) if one.slug == "fest")
        (letter,) = ask(session, [fest], site="", by=ADMINISTRATION)
    assert said in letter.body


def test_reminders_are_no_lasting_addresses(town: Engine) -> None:
    with unit_of_work(town, now=NOW) as session:
        (before,) = given_links(session, by=ADMINISTRATION)
        ask(session, [reminders(session, today=TODAY, by=ADMINISTRATION)[0].activity], site="", by=ADMINISTRATION)
        assert given_links(session, by=ADMINISTRATION) == (before,)
    assert (before.project, before.mail, before.created_on) == ("jugendkonferenz", MAIL, TODAY)


@pytest.mark.parametrize("by", [STEERING_GROUP, lead_of("jugendkonferenz")])
def test_nobody_else_reads_where_mail_goes(town: Engine, by: object) -> None:
    with reading(town, now=NOW) as session:
        with pytest.raises(NotPermitted):
            reminders(session, today=TODAY, by=by)
        with pytest.raises(NotPermitted):
            given_links(session, by=by)
