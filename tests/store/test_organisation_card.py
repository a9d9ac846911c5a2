"""The card of an organisation, on both databases: counted like the network, announced apart, undated last."""

from datetime import date

import pytest
from sqlmodel import Session

from bkcore.access import SYSTEM
from bkcore.commands.activities import PutParticipation
from bkcore.errors import NotFound, NotPermitted
from bkcore.reports import network, organisation
from bkcore.services.activities import put_participation
from bkcore.vocabulary import ActivityStatus, ParticipationRole, Sector
from tests import factories as make


def card(session: Session, *, by=make.STEERING_GROUP, year: int | None = None, slug: str = "awo"):
    return organisation.build(session, network.load(session), organisation=slug, by=by, year=year)


def takes_part(session: Session, activity: str, role: str, status: str | None = None) -> None:
    wish = {"organisation": "awo", "activity": activity, "role": role, "status": status}
    put_participation(session, PutParticipation.model_validate(wish), by=SYSTEM)


@pytest.fixture
def town(session: Session) -> Session:
    """Three organisations over three years."""
    make.organisation(session, "awo", name="AWO")
    make.organisation(session, "schule", kind="schule", sector="public")
    make.organisation(session, "laden", kind="unternehmen", sector="private")
    make.project(session, "p-eigen", lead="awo", title="Eigenes")
    make.project(session, "p-fremd", title="Fremdes")
    make.activity(session, "a-2022", date="2022-05-01", partners=("awo", "schule"), project="p-fremd")
    make.activity(session, "b-2022", date="2022-09", precision="monat", partners=("awo", "schule", "laden"))
    make.activity(session, "c-2023", date="2023-05-01", partners=("schule", "laden"))
    make.activity(session, "d-2024", date="2024", precision="jahr", partners=("awo", "laden"))
    make.activity(session, "e-offen", date="", precision="unbekannt", partners=("awo",))
    make.activity(session, "f-bald", date="2024-12-01", status="angekuendigt", partners=("awo", "schule"))
    return session


def test_partners_come_by_how_often_and_announced_meetings_do_not_count(town: Session) -> None:
    found = [(one.slug, one.sector, one.shared, one.last) for one in card(town).partners]
    assert found == [
        ("laden", Sector.PRIVATE, 2, date(2024, 1, 1)),
        ("schule", Sector.PUBLIC, 2, date(2022, 9, 1)),
    ]
    assert [one.slug for one in card(town, year=2024).partners] == ["laden"]
    assert card(town, year=2023).partners == ()


def test_every_year_of_the_record_has_its_counts_its_share_and_whether_that_is_the_core(town: Session) -> None:
    found = [(one.year, one.held, one.announced, one.share, one.core) for one in card(town).years]
    assert found == [(2022, 2, 0, 1.0, True), (2023, 0, 0, None, None), (2024, 1, 1, 1.0, True)]


def test_a_pause_and_a_return_are_told(town: Session) -> None:
    found = card(town).continuity
    assert found is not None
    assert (found.first, found.last, found.years, found.possible, found.returns) == (2022, 2024, 2, 3, 1)


def test_activities_come_newest_first_and_undated_last_once_each_with_all_roles(town: Session) -> None:
    takes_part(town, "a-2022", "veranstaltend")
    found = card(town).activities
    assert [one.slug for one in found] == ["f-bald", "d-2024", "b-2022", "a-2022", "e-offen"]
    assert found[3].roles == (ParticipationRole.CONTRIBUTING, ParticipationRole.ORGANISING)
    assert found[3].project_title == "Fremdes"
    assert [one.slug for one in card(town, year=2022).activities] == ["b-2022", "a-2022"]


def test_a_participation_that_was_only_announced_does_not_become_held_by_its_activity(town: Session) -> None:
    takes_part(town, "c-2023", "mitwirkend", "angekuendigt")
    (found,) = card(town, year=2023).activities
    assert found.status is ActivityStatus.ANNOUNCED
    assert card(town).years[1].held == 0
    takes_part(town, "c-2023", "veranstaltend", "stattgefunden")
    assert card(town, year=2023).activities[0].status is ActivityStatus.HELD


def test_projects_it_leads_come_first(town: Session) -> None:
    assert [(one.title, one.leads, one.activities) for one in card(town).projects] == [
        ("Eigenes", True, 0),
        ("Fremdes", False, 1),
    ]


def test_without_a_single_year_nothing_is_made_up(session: Session) -> None:
    make.organisation(session)
    found = card(session)
    assert (found.continuity, found.years, found.partners, found.may_be_named) == (None, (), (), None)


def test_only_the_house_reads_it_and_only_what_is_there(town: Session) -> None:
    with pytest.raises(NotPermitted):
        card(town, by=make.lead_of("p-eigen"))
    with pytest.raises(NotFound):
        card(town, slug="gibt-es-nicht")
