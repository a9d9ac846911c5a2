"""Two records of one organisation become one: nothing that named either is lost, nothing counts twice."""

from datetime import date

import pytest
from pydantic import ValidationError
from sqlmodel import Session, select

from bkcore.commands.measures import PlanMeasure
from bkcore.commands.meetings import NoteAttendance, PrepareMeeting, StartMeeting
from bkcore.commands.members import CreateSeat
from bkcore.commands.organisations import MergeOrganisations
from bkcore.errors import Conflict, NotFound, NotPermitted
from bkcore.intake import desk
from bkcore.model.base import metadata
from bkcore.model.journal import JournalEntry
from bkcore.model.organisations import Organisation
from bkcore.publication.meeting.start import start_meeting
from bkcore.reports import doubles, measure_board, meetings, members, network
from bkcore.services.measures import plan_measure
from bkcore.services.meeting_notes import note_attendance
from bkcore.services.meetings import prepare_meeting
from bkcore.services.members import create_seat
from bkcore.services.merging import REFERENCES, merge_organisations, would_move
from tests import factories
from tests.factories import ADMINISTRATION, STEERING_GROUP

TODAY = date(2026, 11, 22)


@pytest.fixture
def town(session: Session) -> Session:
    """The same club twice, taking part, sitting, owning and meeting under both names."""
    factories.organisation(session, "awo", name="AWO Bergkamen", member_since="2015")
    factories.organisation(
        session, "awo-2", name="A.W.O. Bergkamen e. V.", district="Rünthe", member_since="2012", may_be_named=False
    )
    factories.project(session, lead="awo-2")
    factories.activity(session, "fest", partners=("awo", "awo-2"))
    factories.activity(session, "lauf", partners=("awo-2",))
    create_seat(session, CreateSeat(organisation="awo-2", begins_on=TODAY), by=ADMINISTRATION)
    plan = PlanMeasure(title="Plakate", owner_organisation="awo-2", due_on=TODAY)
    plan_measure(session, plan, by=STEERING_GROUP)
    both = ("awo", "awo-2")
    meeting = prepare_meeting(session, PrepareMeeting(title="S", held_on=TODAY, invited=both), by=STEERING_GROUP)
    start_meeting(session, StartMeeting(meeting_id=meeting.id), by=STEERING_GROUP)
    note_attendance(session, NoteAttendance(meeting_id=meeting.id, present=("awo-2",)), by=STEERING_GROUP)
    return session


def wish(kept: str = "awo", gone: str = "awo-2", **versions: int) -> MergeOrganisations:
    return MergeOrganisations(kept=kept, gone=gone, **{"kept_version": 1, "gone_version": 1, **versions})


def test_every_table_that_names_an_organisation_is_known() -> None:
    named = {
        (table.name, key.parent.name)
        for table in metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name == "organisation"
    }
    assert {(str(table.__tablename__), name) for table, name in REFERENCES} == named


def test_the_preview_says_what_moves_and_what_both_say(town: Session) -> None:
    moved = would_move(town, kept="awo", gone="awo-2")
    assert moved.alike == 1
    assert moved.rows == {"participation": 1, "seat": 1, "project": 1, "measure": 1, "meeting_attendance": 1}
    with pytest.raises(NotFound):
        would_move(town, kept="awo", gone="nichts")


def test_everything_names_the_kept_one_afterwards(town: Session) -> None:
    merge_organisations(town, wish(), by=ADMINISTRATION)
    town.expire_all()
    assert town.exec(select(Organisation.slug)).all() == ["awo"]
    ties = network.load(town).participations
    assert sorted(ties["activity_id"]) == ["fest", "lauf"]
    assert members.build(town, by=ADMINISTRATION, today=TODAY, kept_days=180).seats[0].organisation == "AWO Bergkamen"
    assert measure_board.build(town, by=STEERING_GROUP).measures[0].owner == "AWO Bergkamen"
    (there,) = meetings.detail(town, meeting_id=1, by=STEERING_GROUP).attendance
    assert (there.slug, there.invited, there.present) == ("awo", True, True)


def test_empty_fields_are_filled_and_a_refusal_to_be_named_holds(town: Session) -> None:
    row = merge_organisations(town, wish(), by=ADMINISTRATION)
    assert (row.name, row.district, row.member_since, row.may_be_named) == ("AWO Bergkamen", "Rünthe", "2012", False)


def test_the_former_name_is_found_and_the_journal_keeps_what_was_there(town: Session) -> None:
    merge_organisations(town, wish(), by=ADMINISTRATION)
    assert [one.slug for one in desk.find(town, "organisationen", "a.w.o.", by=ADMINISTRATION)] == ["awo"]
    entry = town.exec(select(JournalEntry).where(JournalEntry.action == "merge_organisations")).one()
    assert entry.details["merged"]["name"] == "A.W.O. Bergkamen e. V."
    assert entry.details["alike"] == 1


def test_nobody_merges_over_a_colleagues_change_or_without_the_right(town: Session) -> None:
    with pytest.raises(Conflict):
        merge_organisations(town, wish(gone_version=7), by=ADMINISTRATION)
    with pytest.raises(NotPermitted):
        merge_organisations(town, wish(), by=STEERING_GROUP)
    with pytest.raises(ValidationError, match="merge_with_itself"):
        wish(gone="awo")


def test_names_that_look_alike_are_suggested_whatever_their_legal_form_and_order(session: Session) -> None:
    for slug, name in (("a", "Kultur- und Sportverein Rünthe e.V."), ("b", "Sportverein Kultur Rünthe"), ("c", "VHS")):
        factories.organisation(session, slug, name=name)
    found = doubles.suggested(doubles.organisations(session, by=ADMINISTRATION))
    assert [(pair.first.slug, pair.second.slug) for pair in found] == [("a", "b")]
    assert doubles.suggested({}) == ()
