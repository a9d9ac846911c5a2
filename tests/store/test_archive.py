"""Records put away instead of deleted: out of the search and off the phone, counted as before, and back again."""

from datetime import date

import pytest
from sqlmodel import Session, select

from bkcore.commands.archive import ArchiveRecord, RestoreRecord
from bkcore.commands.measures import PlanMeasure
from bkcore.commands.members import CreateSeat
from bkcore.errors import ActivityWaiting, Conflict, NotFound, NotPermitted
from bkcore.intake import desk
from bkcore.intake.exchange_rows import exchange_rows
from bkcore.model.journal import JournalEntry
from bkcore.reports import capture, measure_board, meetings, members, network, perspectives, project_result
from bkcore.reports.subjects import subjects
from bkcore.services.archiving import TABLES, archive_record, restore_record
from bkcore.services.measures import plan_measure
from bkcore.services.members import create_seat
from bkcore.services.records import Outcome
from tests import factories
from tests.factories import ADMINISTRATION, STEERING_GROUP, lead_of

TODAY = date(2026, 11, 22)


@pytest.fixture
def town(session: Session) -> Session:
    """Give two organisations that took part in an activity of a project."""
    factories.organisation(session, "awo", name="AWO")
    factories.organisation(session, "vhs", name="VHS")
    factories.project(session)
    factories.activity(session, "fest", partners=("awo", "vhs"), project="jugendkonferenz")
    return session


def away(session: Session, slug: str = "awo", *, table: str = "organisation", version: int = 1):
    return archive_record(session, ArchiveRecord(table=table, slug=slug, version=version), by=ADMINISTRATION)


def found(session: Session, *, in_archive: bool = False) -> list[str]:
    return [one.slug for one in desk.find(session, "organisationen", "", by=ADMINISTRATION, in_archive=in_archive)]


def test_what_can_be_put_away_is_what_the_desk_keeps() -> None:
    assert set(TABLES.values()) == set(desk.TABLES.values())


def test_an_archived_organisation_leaves_the_search_and_the_phone_and_counts_on(town: Session) -> None:
    before, rows = network.load(town), exchange_rows(town)
    away(town)
    assert (found(town), found(town, in_archive=True)) == (["vhs"], ["awo"])
    after = network.load(town)
    assert after.participations.equals(before.participations)
    assert exchange_rows(town) == rows
    sheet = capture.sheet(town, activity=None, project="jugendkonferenz", by=lead_of("jugendkonferenz"))
    offered = {one.slug for one in (*sheet.suggested, *sheet.others)}
    assert offered == {"vhs"}
    took_part = capture.sheet(town, activity="fest", project="jugendkonferenz", by=lead_of("jugendkonferenz"))
    assert {one.slug for one in took_part.suggested if one.chosen} == {"awo", "vhs"}


def test_what_names_an_archived_record_keeps_naming_it(town: Session) -> None:
    away(town, "jugendkonferenz", table="project")
    names = desk.names_referred_to(town, "aktivitaeten", by=ADMINISTRATION)
    assert names["projekte"]["jugendkonferenz"] == "Jugendkonferenz (im Archiv)"
    record = desk.opened(town, "aktivitaeten", "fest", by=ADMINISTRATION)
    saved = desk.save(town, "aktivitaeten", record.cells, version=record.version, by=ADMINISTRATION)
    assert saved.outcome is Outcome.UNCHANGED


def test_it_comes_back_and_every_move_is_in_the_journal_once(town: Session) -> None:
    away(town)
    assert away(town, version=2).outcome is Outcome.UNCHANGED
    back = RestoreRecord(table="organisation", slug="awo", version=2)
    restore_record(town, back, by=ADMINISTRATION)
    assert found(town) == ["awo", "vhs"]
    moves = [entry.action for entry in town.exec(select(JournalEntry)) if entry.action.endswith("e_record")]
    assert moves == ["archive_record", "restore_record"]


def test_nobody_puts_away_over_a_colleagues_change_or_without_the_right(town: Session) -> None:
    with pytest.raises(Conflict):
        away(town, version=7)
    with pytest.raises(NotFound):
        away(town, "gibt-es-nicht")
    command = ArchiveRecord(table="organisation", slug="awo", version=1)
    with pytest.raises(NotPermitted):
        archive_record(town, command, by=STEERING_GROUP)


def test_an_activity_that_still_waits_is_answered_first(town: Session) -> None:
    factories.activity(town, "plan", status="angekuendigt")
    with pytest.raises(ActivityWaiting):
        away(town, "plan", table="activity")
    away(town, "fest", table="activity")


def test_what_is_archived_is_offered_nowhere_but_where_it_was_chosen_already(town: Session) -> None:
    owned = PlanMeasure(title="Plakat", owner_organisation="vhs", project="jugendkonferenz", due_on=date(2026, 12, 24))
    plan_measure(town, owned, by=ADMINISTRATION)
    create_seat(town, CreateSeat(organisation="vhs", begins_on=date(2026, 1, 1)), by=ADMINISTRATION)
    factories.project(town, "blog", title="Blog")
    for slug in ("awo", "vhs"):
        away(town, slug)
    for slug in ("blog", "jugendkonferenz"):
        away(town, slug, table="project")
    board = measure_board.build(town, by=STEERING_GROUP)
    assert (list(board.organisations), list(board.projects)) == (["vhs"], ["jugendkonferenz"])
    assert list(meetings.build(town, by=STEERING_GROUP).organisations) == ["vhs"]
    assert members.build(town, by=ADMINISTRATION, today=TODAY, kept_days=180).organisations == {}
    assert perspectives.build(town, network.load(town), by=STEERING_GROUP).organisations == {}
    assert subjects(town, today=TODAY, by=ADMINISTRATION) == ()
    assert capture.project_titles(town) == {}
    assert capture.project_titles(town, only="blog") == {"blog": "Blog"}


def test_a_project_does_not_give_a_measure_to_an_archived_organisation(town: Session) -> None:
    away(town)
    found = project_result.build(
        town, network.load(town), project="jugendkonferenz", by=lead_of("jugendkonferenz"), today=TODAY
    )
    assert found.organisations == {"vhs": "VHS"}
