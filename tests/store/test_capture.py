"""Recording from the phone: what is kept, who may, what two people at once get, and that nothing is doubled or lost."""

from datetime import date, timedelta

import pytest
from pydantic import ValidationError
from sqlalchemy import Engine
from sqlmodel import Session, select

from bkcore.access import SYSTEM, Actor
from bkcore.commands.capture import (
    CaptureActivity,
    CreateCaptureLink,
    RecordCaptureDispatch,
    RemindOfActivity,
    RevokeCaptureLink,
)
from bkcore.errors import Conflict, DayInFuture, LinkDead, NotFound, NotPermitted
from bkcore.model.activities import Activity, Participation
from bkcore.model.capture import CaptureLink
from bkcore.model.journal import JournalEntry
from bkcore.model.organisations import Organisation
from bkcore.reports import capture as reports
from bkcore.services.capture import capture_activity
from bkcore.services.capture_desks import desk_behind, note_use
from bkcore.services.capture_links import (
    REMINDER_VALID,
    create_capture_link,
    record_capture_dispatch,
    remind_of_activity,
    revoke_capture_link,
)
from bkcore.services.records import Outcome
from bkcore.store.unit_of_work import unit_of_work
from bkcore.vocabulary import ActivityStatus, Precision, Role
from tests import factories
from tests.conftest import NOW
from tests.factories import ADMINISTRATION, STEERING_GROUP, lead_of, rater_of

LEAD = lead_of("jugendkonferenz")
OUTSIDE = [
    STEERING_GROUP,
    lead_of("blog"),
    rater_of("jugendkonferenz", assessment_id=7),
    Actor(role=Role.COUNCIL),
]


@pytest.fixture
def town(session: Session) -> Session:
    """Give two projects, four organisations, an activity that took place and one that is announced."""
    for slug in ("awo", "igmg", "realschule", "zeche"):
        factories.organisation(session, slug)
    factories.project(session)
    factories.project(session, "blog")
    factories.activity(session, "erste", project="jugendkonferenz", partners=("awo", "igmg"), date="2025-05-01")
    factories.activity(
        session,
        "zweite",
        project="jugendkonferenz",
        partners=("awo", "zeche"),
        date="2026-11-10",
        status="angekuendigt",
        source="https://example.org/flugblatt",
        note="Ort noch offen",
    )
    return session


def captured(session: Session, *, by: Actor = LEAD, **fields: object) -> Outcome:
    values = {"activity": "zweite", "result": "stattgefunden", "organisations": ["awo", "realschule"], **fields}
    return capture_activity(session, CaptureActivity.model_validate(values), by=by).outcome


def row(session: Session, slug: str = "zweite") -> Activity:
    return session.exec(select(Activity).where(Activity.slug == slug)).one()


def parts(session: Session, slug: str = "zweite") -> dict[str, ActivityStatus | None]:
    rows = session.exec(
        select(Organisation.slug, Participation.status).join(Participation).join(Activity).where(Activity.slug == slug)
    )
    return dict(rows.all())


def test_who_came_who_did_not_and_how_many_is_kept_with_where_it_is_from(town: Session) -> None:
    said = {"attendees": 150, "attendees_estimated": True, "first_timers": 20, "volunteers": 6}
    assert captured(town, **said, sentence="Es blieb bis abends voll.", others="Teestube") is Outcome.CHANGED
    activity = row(town)
    assert activity.status is ActivityStatus.HELD
    assert {name: getattr(activity, name) for name in said} == said
    assert activity.source == "https://example.org/flugblatt; Angabe der Leitung vom 22. November 2026"
    assert activity.note == "Ort noch offen\nEs blieb bis abends voll.\nAußerdem dabei: Teestube"
    assert parts(town) == {"awo": None, "zeche": ActivityStatus.CANCELLED, "realschule": None}


def test_saying_it_twice_changes_nothing_even_under_the_old_version(town: Session) -> None:
    seen = row(town).version
    assert captured(town, attendees=40, sentence="Schön.", version=seen) is Outcome.CHANGED
    entries = len(town.exec(select(JournalEntry)).all())
    assert captured(town, attendees=40, sentence="Schön.", version=seen) is Outcome.UNCHANGED
    assert len(town.exec(select(JournalEntry)).all()) == entries


def test_what_a_colleague_said_meanwhile_is_not_overwritten(town: Session) -> None:
    seen = row(town).version
    captured(town, attendees=40, version=seen)
    with pytest.raises(Conflict):
        captured(town, attendees=60, version=seen)
    assert row(town).attendees == 40
    assert captured(town, attendees=60, version=row(town).version) is Outcome.CHANGED


def test_other_partners_under_an_old_version_are_a_conflict_too(town: Session) -> None:
    seen = row(town).version
    captured(town, version=seen)
    with pytest.raises(Conflict):
        captured(town, version=seen, organisations=["zeche"])
    with pytest.raises(Conflict):
        captured(town, version=seen, organisations=["awo"])
    assert parts(town)["realschule"] is None


def test_who_was_taken_out_can_be_put_in_again(town: Session) -> None:
    captured(town)
    captured(town, organisations=["zeche"])
    assert parts(town) == {"awo": ActivityStatus.CANCELLED, "zeche": None, "realschule": ActivityStatus.CANCELLED}


def test_what_was_cancelled_keeps_who_was_to_come_and_counts_nobody(town: Session) -> None:
    captured(town, result="ausgefallen", organisations=[], attendees=5)
    assert row(town).status is ActivityStatus.CANCELLED
    assert row(town).attendees is None
    assert parts(town) == {"awo": None, "zeche": None}


def test_what_was_moved_is_announced_for_the_new_day(town: Session) -> None:
    captured(town, result="verschoben", day="2026-12-05", organisations=[])
    activity = row(town)
    assert (activity.status, activity.starts_on) == (ActivityStatus.ANNOUNCED, date(2026, 12, 5))


def test_a_day_makes_a_known_month_exact(town: Session) -> None:
    factories.activity(
        town, "dritte", project="jugendkonferenz", date="2026-10", precision="monat", status="angekuendigt"
    )
    captured(town, activity="dritte", day="2026-10-17", organisations=[])
    assert (row(town, "dritte").starts_on, row(town, "dritte").precision) == (date(2026, 10, 17), Precision.DAY)


def test_nothing_took_place_tomorrow(town: Session) -> None:
    with pytest.raises(DayInFuture):
        captured(town, day="2026-11-23")


def test_a_new_activity_sent_twice_is_one(town: Session) -> None:
    new = {"activity": None, "project": "jugendkonferenz", "title": "Teenachmittag", "day": "2026-11-20"}
    assert captured(town, **new, attendees=12) is Outcome.NEW
    assert captured(town, **new, attendees=12) is Outcome.UNCHANGED
    (activity,) = town.exec(select(Activity).where(Activity.title == "Teenachmittag"))
    assert (activity.attendees, activity.certainty) == (12, "belegt")
    assert set(parts(town, activity.slug)) == {"awo", "realschule"}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"activity": None, "day": "2026-11-20"}, "title_missing"),
        ({"activity": None, "title": "Fest"}, "day_missing"),
        ({"result": "verschoben"}, "day_missing"),
        ({"attendees": 3, "first_timers": 4}, "more_first_timers_than_attendees"),
    ],
)
def test_what_is_missing_is_named(fields: dict[str, object], code: str) -> None:
    with pytest.raises(ValidationError, match=code):
        CaptureActivity.model_validate({"activity": "zweite", "result": "stattgefunden", **fields})


@pytest.mark.parametrize("by", OUTSIDE)
def test_nobody_else_records_or_reads_the_sheet(town: Session, by: Actor) -> None:
    with pytest.raises(NotPermitted):
        captured(town, by=by)
    with pytest.raises(NotPermitted):
        reports.sheet(town, activity="zweite", project=None, by=by)
    with pytest.raises(NotPermitted):
        captured(town, by=by, activity=None, project="jugendkonferenz", title="Fest", day="2026-11-20")


def test_the_sheet_ticks_who_was_announced_else_who_was_there_last_time(town: Session) -> None:
    def ticked(activity: str | None) -> list[str]:
        found = reports.sheet(town, activity=activity, project="jugendkonferenz", by=LEAD)
        return [one.slug for one in found.suggested if one.chosen]

    assert ticked("zweite") == ["awo", "zeche"]
    assert ticked(None) == ["awo", "igmg"]
    captured(town)
    assert ticked("zweite") == ["awo", "realschule"]
    assert ticked(None) == ["awo", "realschule"]


def test_nobody_is_ticked_who_was_not_there_once_somebody_has_answered(town: Session) -> None:
    captured(town, organisations=[])
    found = reports.sheet(town, activity="zweite", project=None, by=LEAD)
    assert [one.slug for one in (*found.suggested, *found.others) if one.chosen] == []
    assert (found.took_part, found.from_last_time) == (0, False)


def test_only_who_was_saved_counts_as_having_taken_part(town: Session) -> None:
    assert reports.sheet(town, activity="zweite", project=None, by=LEAD).took_part == 0
    assert reports.sheet(town, activity=None, project="jugendkonferenz", by=LEAD).took_part == 0
    captured(town)
    assert reports.sheet(town, activity="zweite", project=None, by=LEAD).took_part == 2
    captured(town, result="ausgefallen", organisations=[])
    assert reports.sheet(town, activity="zweite", project=None, by=LEAD).took_part == 0


def test_the_sheet_offers_everybody_once(town: Session) -> None:
    found = reports.sheet(town, activity="zweite", project=None, by=LEAD)
    offered = [one.slug for one in (*found.suggested, *found.others)]
    assert sorted(offered) == ["awo", "igmg", "realschule", "zeche"]


def test_what_waits_is_overdue_after_two_weeks(town: Session) -> None:
    (only,) = reports.waiting(town, project="jugendkonferenz")
    assert only.slug == "zweite"
    assert only.is_over(date(2026, 11, 10))
    assert not only.is_over(date(2026, 11, 9))
    assert not only.is_overdue(date(2026, 11, 24))
    assert only.is_overdue(date(2026, 11, 25))
    assert reports.waiting(town, project="blog") == ()


@pytest.mark.parametrize(
    ("fields", "last"),
    [
        ({"date": "2026-11-10"}, date(2026, 11, 10)),
        ({"date": "2026-11-10", "ends_on": "2026-11-14"}, date(2026, 11, 14)),
        ({"date": "2026-02", "precision": "monat"}, date(2026, 2, 28)),
        ({"date": "2025", "precision": "jahr"}, date(2025, 12, 31)),
    ],
)
def test_an_activity_is_over_with_its_last_day_however_exactly_that_is_known(
    session: Session, fields: dict[str, str], last: date
) -> None:
    factories.activity(session, "lang", status="angekuendigt", **fields)
    (only,) = reports.waiting(session)
    day = timedelta(days=1)
    assert only.last_day == last
    assert [only.is_over(last + days * day) for days in (-1, 0, 1)] == [False, True, True]
    assert [only.is_past(last + days * day) for days in (-1, 0, 1)] == [False, False, True]
    assert [only.is_overdue(last + days * day) for days in (14, 15)] == [False, True]
    assert reports.parted([only], today=last - day) == ((), (only,))


def test_without_a_day_an_activity_waits_from_the_start_and_nobody_is_asked(session: Session) -> None:
    factories.activity(session, "irgendwann", status="angekuendigt", date=None, precision="unbekannt")
    (only,) = reports.waiting(session)
    assert (only.last_day, only.is_over(date.min), only.is_overdue(date.min)) == (None, True, True)
    assert not only.is_past(date.max)


def test_what_is_over_stands_the_latest_last_day_first(session: Session) -> None:
    factories.activity(session, "woche", status="angekuendigt", date="2026-11-01", ends_on="2026-11-12")
    factories.activity(session, "abend", status="angekuendigt", date="2026-11-10")
    factories.activity(session, "irgendwann", status="angekuendigt", date=None, precision="unbekannt")
    factories.activity(session, "ball", status="angekuendigt", date="2026-12-01")
    over, ahead = reports.parted(reports.waiting(session), today=date(2026, 11, 22))
    assert [one.slug for one in over] == ["woche", "abend", "irgendwann"]
    assert [one.slug for one in ahead] == ["ball"]


def test_an_address_opens_its_project_until_it_is_revoked(town: Session) -> None:
    issued = create_capture_link(town, CreateCaptureLink(project="jugendkonferenz", label="Leitung"), by=ADMINISTRATION)
    desk = desk_behind(town, issued.token)
    assert desk.actor == Actor(role=Role.PROJECT_LEAD, label="Leitung", project="jugendkonferenz")
    note_use(town, issued.token)
    assert issued.link.last_used_on == date(2026, 11, 22)
    assert issued.token not in str(town.exec(select(CaptureLink)).all())
    revoke_capture_link(town, RevokeCaptureLink(link_id=issued.link.id), by=ADMINISTRATION)
    with pytest.raises(LinkDead):
        desk_behind(town, issued.token)


def test_an_address_without_a_project_records_nothing(town: Session) -> None:
    issued = create_capture_link(town, CreateCaptureLink(), by=ADMINISTRATION)
    assert desk_behind(town, issued.token).actor is None


def test_a_reminder_is_about_one_activity_for_sixty_days_and_ends_with_its_address(engine: Engine) -> None:
    with unit_of_work(engine, now=NOW) as session:
        factories.project(session)
        factories.activity(session, "zweite", project="jugendkonferenz", status="angekuendigt")
        command = CreateCaptureLink(project="jugendkonferenz", label="Leitung", mail="leitung@beispiel.de")
        lasting = create_capture_link(session, command, by=ADMINISTRATION)
        reminder = remind_of_activity(session, RemindOfActivity(activity="zweite"), by=ADMINISTRATION)
        assert reminder.link.mail == "leitung@beispiel.de"
        record_capture_dispatch(session, RecordCaptureDispatch(link_id=reminder.link.id), by=ADMINISTRATION)
        assert desk_behind(session, reminder.token).activity == "zweite"
    with unit_of_work(engine, now=NOW + REMINDER_VALID - timedelta(seconds=1)) as session:
        desk_behind(session, reminder.token)
    with unit_of_work(engine, now=NOW + REMINDER_VALID) as session, pytest.raises(LinkDead):
        desk_behind(session, reminder.token)
    with unit_of_work(engine, now=NOW) as session:
        revoke_capture_link(session, RevokeCaptureLink(link_id=lasting.link.id), by=ADMINISTRATION)
        with pytest.raises(LinkDead):
            desk_behind(session, reminder.token)
        assert {link.mail for link in session.exec(select(CaptureLink))} == {None}


def test_a_reminder_that_is_taken_back_takes_nothing_else_with_it(town: Session) -> None:
    factories.activity(town, "dritte", project="jugendkonferenz", status="angekuendigt")
    lasting = create_capture_link(town, CreateCaptureLink(project="jugendkonferenz", mail="a@beispiel.de"), by=SYSTEM)
    first, second = (
        remind_of_activity(town, RemindOfActivity(activity=one), by=SYSTEM) for one in ("zweite", "dritte")
    )
    revoke_capture_link(town, RevokeCaptureLink(link_id=first.link.id), by=SYSTEM)
    with pytest.raises(LinkDead):
        desk_behind(town, first.token)
    assert desk_behind(town, second.token).activity == "dritte"
    assert desk_behind(town, lasting.token).actor is not None
    assert second.link.mail == "a@beispiel.de"


def test_only_the_reminders_made_out_after_an_address_end_with_it(town: Session) -> None:
    factories.activity(town, "dritte", project="jugendkonferenz", status="angekuendigt")
    command = CreateCaptureLink(project="jugendkonferenz")
    old = create_capture_link(town, command, by=SYSTEM)
    by_old = remind_of_activity(town, RemindOfActivity(activity="zweite"), by=SYSTEM)
    new = create_capture_link(town, command, by=SYSTEM)
    by_new = remind_of_activity(town, RemindOfActivity(activity="dritte"), by=SYSTEM)
    revoke_capture_link(town, RevokeCaptureLink(link_id=old.link.id), by=SYSTEM)
    with pytest.raises(LinkDead):
        desk_behind(town, by_old.token)
    assert desk_behind(town, by_new.token).activity == "dritte"
    once_more = remind_of_activity(town, RemindOfActivity(activity="zweite"), by=SYSTEM)
    revoke_capture_link(town, RevokeCaptureLink(link_id=new.link.id), by=SYSTEM)
    for token in (by_new.token, once_more.token):
        with pytest.raises(LinkDead):
            desk_behind(town, token)


def test_nobody_is_reminded_without_an_address_to_remind(town: Session) -> None:
    with pytest.raises(NotFound):
        remind_of_activity(town, RemindOfActivity(activity="zweite"), by=ADMINISTRATION)


@pytest.mark.parametrize("by", [*OUTSIDE, LEAD])
def test_only_the_administration_gives_and_takes_addresses(town: Session, by: Actor) -> None:
    link = create_capture_link(town, CreateCaptureLink(project="jugendkonferenz"), by=ADMINISTRATION).link
    for act in (
        lambda: create_capture_link(town, CreateCaptureLink(project="jugendkonferenz"), by=by),
        lambda: remind_of_activity(town, RemindOfActivity(activity="zweite"), by=by),
        lambda: record_capture_dispatch(town, RecordCaptureDispatch(link_id=link.id), by=by),
        lambda: revoke_capture_link(town, RevokeCaptureLink(link_id=link.id), by=by),
    ):
        with pytest.raises(NotPermitted):
            act()
