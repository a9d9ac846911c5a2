"""What was computed from the record is kept while the record says the same, and forgotten when it does not."""

import pytest
from sqlmodel import Session

from bkcore.access import SYSTEM
from bkcore.commands.activities import PutParticipation
from bkcore.commands.projects import PutProject
from bkcore.reports import network
from bkcore.services.activities import put_participation
from bkcore.services.projects import put_project
from bkcore.store.data_version import data_version
from tests import factories as make


@pytest.fixture
def town(session: Session) -> Session:
    """Two organisations that met once."""
    make.organisation(session, "awo", name="AWO")
    make.organisation(session, "schule", kind="schule", sector="public")
    make.activity(session, "fest", date="2024-05-01", partners=("awo",))
    session.flush()
    return session


def joins(session: Session) -> None:
    wish = {"organisation": "schule", "activity": "fest", "role": "mitwirkend"}
    put_participation(session, PutParticipation.model_validate(wish), by=SYSTEM)
    session.flush()


def test_a_round_moves_the_data_version_and_keeps_the_figures(town: Session) -> None:
    before, version = network.load(town), data_version(town)
    report = network.build(before, year=2024)
    make.open_a_round(town)
    assert data_version(town) > version
    assert network.load(town) is before
    assert network.build(network.load(town), year=2024) is report


def test_who_joins_is_in_the_figures_at_once(town: Session) -> None:
    before = network.load(town)
    assert network.build(before, year=2024).figures.organisations == 1
    joins(town)
    after = network.load(town)
    assert after is not before
    assert after.number != before.number
    assert network.build(after, year=2024).figures.organisations == 2
    assert network.build(before, year=2024).figures.organisations == 1


def test_a_new_title_is_seen_though_no_figure_changes(town: Session) -> None:
    before = network.load(town)
    put_project(town, PutProject(slug="p-fest", title="Fest", lead="awo"), by=SYSTEM)
    town.flush()
    assert network.load(town).projects == {**before.projects, "p-fest": "Fest"}


def test_what_is_undone_finds_its_figures_again(town: Session) -> None:
    before = network.load(town)
    with town.begin_nested() as tried:
        joins(town)
        assert network.load(town) is not before
        tried.rollback()
    town.expire_all()
    assert network.load(town) is before
