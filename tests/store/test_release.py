"""Releases: frozen, numbered, hashed; made by people on purpose and by themselves when there is news."""

import threading
from collections.abc import Callable
from dataclasses import astuple
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from bkcore import settings as core_settings
from bkcore.access import SYSTEM
from bkcore.commands.council import MakeRelease
from bkcore.commands.projects import ReleaseProjectText
from bkcore.errors import NotPermitted
from bkcore.metrics.window import calendar_year
from bkcore.model.council import Release
from bkcore.model.journal import JournalEntry
from bkcore.publication import release as releases
from bkcore.publication.document import parse
from bkcore.publication.gather import gather
from bkcore.reports import network
from bkcore.seed import load_record
from bkcore.services.projects import release_project_text
from bkcore.settings import Settings
from bkcore.store.data_version import data_version
from bkcore.store.unit_of_work import reading, unit_of_work
from tests import factories

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.fixture
def settings(engine: Engine) -> Settings:
    return core_settings.load(
        database_url=engine.url.render_as_string(hide_password=False), release_interval_seconds=60
    )


@pytest.fixture
def record(engine: Engine) -> Callable[[str], None]:
    """Give a function that records an activity with two organisations."""

    def recorded(slug: str) -> None:
        with unit_of_work(engine, now=NOW) as session:
            factories.organisation(session, f"{slug}-a")
            factories.organisation(session, f"{slug}-b", sector="public")
            factories.activity(session, slug, partners=(f"{slug}-a", f"{slug}-b"))

    return recorded


def numbers(engine: Engine) -> list[int]:
    with reading(engine) as session:
        return list(session.exec(select(Release.number).order_by(col(Release.number))))


def test_a_release_of_a_person_is_numbered_dated_hashed_and_journalled(session: Session) -> None:
    first, second = releases.make(session, MakeRelease(), by=SYSTEM), releases.make(session, MakeRelease(), by=SYSTEM)
    assert (first.number, second.number) == (1, 2)
    assert releases.verify(first)
    assert parse(first.content).header.stand.isoformat() == "2026-11-22"
    entries = session.exec(select(JournalEntry).where(JournalEntry.action == "make_release")).all()
    assert [entry.key for entry in entries] == ["1", "2"]
    assert second.data_version == data_version(session)


@pytest.mark.parametrize("actor", [factories.STEERING_GROUP, factories.lead_of("p")])
def test_only_the_administration_releases_and_previews(session: Session, actor) -> None:
    with pytest.raises(NotPermitted):
        releases.make(session, MakeRelease(), by=actor)
    with pytest.raises(NotPermitted):
        releases.preview(session, by=actor, now=NOW)
    assert releases.latest(session) is None


def test_a_preview_has_no_number_and_leaves_nothing(session: Session) -> None:
    assert releases.preview(session, by=SYSTEM, now=NOW).header.number == 0
    assert releases.archive(session) == ()


def test_a_changed_release_is_noticed(session: Session) -> None:
    made = releases.make(session, MakeRelease(), by=SYSTEM)
    for change in ({"content": made.content.replace("Bergkamen", "Dortmund")}, {"number": 9}):
        altered = Release(**{**made.model_dump(), **change})
        assert not releases.verify(altered)


def test_the_live_rule_makes_a_release_only_for_news_and_not_too_often(engine: Engine, settings, record) -> None:
    assert releases.current(engine, settings, now=NOW).number == 1
    assert releases.current(engine, settings, now=NOW + timedelta(minutes=5)).number == 1
    record("fest")
    assert releases.current(engine, settings, now=NOW + timedelta(seconds=59)).number == 1
    assert releases.current(engine, settings, now=NOW + timedelta(seconds=61)).number == 2
    assert releases.current(engine, settings, now=NOW + timedelta(hours=3)).number == 2
    assert numbers(engine) == [1, 2]


def test_automatic_releases_do_not_move_the_data_version(engine: Engine, settings, record) -> None:
    record("fest")
    with reading(engine) as session:
        before = data_version(session)
    releases.current(engine, settings, now=NOW)
    with reading(engine) as session:
        assert data_version(session) == before


def test_a_release_of_a_person_asks_for_no_automatic_one(engine: Engine, settings, record) -> None:
    record("fest")
    with unit_of_work(engine, now=NOW) as session:
        releases.make(session, MakeRelease(), by=SYSTEM)
    assert releases.current(engine, settings, now=NOW + timedelta(hours=2)).number == 1


def test_a_change_that_says_nothing_new_makes_no_release(engine: Engine, settings) -> None:
    releases.current(engine, settings, now=NOW)
    with unit_of_work(engine, now=NOW) as session:
        factories.organisation(session)  # takes part in nothing
    for hours in range(1, 4):
        assert releases.current(engine, settings, now=NOW + timedelta(hours=hours)).number == 1


def test_a_new_day_closes_a_round_and_that_is_news(engine: Engine, settings) -> None:
    with unit_of_work(engine, now=NOW) as session:
        factories.project(session)
        factories.open_a_round(session, closes_on="2026-11-22")
    assert parse(releases.current(engine, settings, now=NOW).content).round.title is not None
    tomorrow = releases.current(engine, settings, now=NOW + timedelta(days=1))
    assert tomorrow.number == 2
    assert parse(tomorrow.content).round.title is None


def test_many_readers_at_once_get_one_release(engine: Engine, settings, record) -> None:
    record("fest")
    seen: list[int] = []

    def read() -> None:
        seen.append(releases.current(engine, settings, now=NOW).number)

    readers = [threading.Thread(target=read) for _ in range(6)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert seen == [1] * 6
    assert numbers(engine) == [1]


def test_two_processes_that_release_at_once_agree_on_one(engine: Engine, settings, record, monkeypatch) -> None:
    """The other process stores its release while this one is still building."""
    record("fest")
    gather = releases.gather

    def slow(session: Session, **options: object):
        inputs = gather(session, **options)
        if not numbers(engine):
            monkeypatch.setattr(releases, "gather", gather)
            releases._renewed(engine, settings, now=NOW)
        return inputs

    monkeypatch.setattr(releases, "gather", slow)
    assert releases.current(engine, settings, now=NOW).number == 1
    assert numbers(engine) == [1]


def test_the_record_speaks_of_whole_years_with_their_sectors(engine: Engine, settings, record) -> None:
    record("fest")
    briefing = parse(releases.current(engine, settings, now=NOW).content)
    assert briefing.headline.rule == "first"
    assert [figure.text for figure in briefing.key_figures][:3] == ["2", "–", "1 von 1"]
    assert briefing.header.demo is False


def test_every_year_of_the_shipped_record_is_counted_as_the_metrics_count_it(sqlite_engine: Engine) -> None:
    load_record(sqlite_engine, now=NOW)
    with reading(sqlite_engine) as session:
        frames = network.load(session)
        years = gather(session, today=NOW.date()).years
    assert [year.year for year in years][-1] == 2025
    for year in years:
        figures = network.figures(frames, window=calendar_year(year.year))
        assert year.organisations == figures.organisations
        assert year.activities == figures.activities
        assert year.activities_with_ties == figures.activities_with_ties
        assert (year.new, year.returned, year.left, year.retained, year.base_year) == astuple(figures.change)
    assert years[-1].joint_activities == figures.joint_activities
    assert years[-1].top3_share == figures.top3_share


def test_projects_of_the_surroundings_are_not_in_the_networks_account(session: Session) -> None:
    for slug, link in (("eigenes", "kern"), ("neues", None), ("kim", "umfeld"), ("altes", "vorgeschichte")):
        factories.project(session, slug, description="Ein Text.", link=link)
        release_project_text(session, ReleaseProjectText(slug=slug, released=True), by=SYSTEM)
    briefing = parse(releases.make(session, MakeRelease(), by=SYSTEM).content)
    assert {project.key for project in briefing.projects.items} == {"eigenes", "neues"}
    assert briefing.projects.total == 2
