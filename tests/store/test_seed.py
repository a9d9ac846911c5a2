"""An empty database is filled once, and the sample never meets a real one."""

import shutil
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import func, select

from bkcore import catalogue
from bkcore.access import SYSTEM, Actor
from bkcore.commands.council import MakeRelease
from bkcore.commands.organisations import PutOrganisation
from bkcore.faults import SampleMixed
from bkcore.intake.apply import apply
from bkcore.intake.backup import backup
from bkcore.intake.export import export, export_rows
from bkcore.intake.restore import restore
from bkcore.intake.sample import sample_tables
from bkcore.intake.sample_remarks import CONFIDENTIAL
from bkcore.model.activities import Activity, Participation
from bkcore.model.assessments import Assessment, Rating, Remark, Round
from bkcore.model.council import Consultation
from bkcore.model.journal import JournalEntry
from bkcore.model.organisations import Organisation
from bkcore.model.perspectives import Perspective, PerspectiveGap
from bkcore.model.projects import Project
from bkcore.model.steering import Measure
from bkcore.publication.document import parse
from bkcore.publication.gather import gather
from bkcore.publication.project_sheet import render_sheet
from bkcore.publication.release import make
from bkcore.reports import network, project_result
from bkcore.seed import is_empty, load_record, load_sample, prepare
from bkcore.services.organisations import put_organisation
from bkcore.services.samples import is_sample
from bkcore.settings import load
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import reading, town_day, unit_of_work
from bkcore.vocabulary import Role
from tests.conftest import NOW


def counts(engine):
    with reading(engine) as session:
        tables = (Organisation, Project, Activity, Participation, Consultation)
        return [session.exec(select(func.count()).select_from(table)).one() for table in tables]


@pytest.fixture(scope="module")
def demo_template(sqlite_template, tmp_path_factory):
    """A demonstration, made once; each test gets a copy."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    shutil.copy(sqlite_template, path)
    engine = engine_for(f"sqlite:///{path}")
    assert prepare(settings_for(engine, demo=True), now=NOW).fresh
    engine.dispose()
    return path


@pytest.fixture
def demo_engine(demo_template, tmp_path):
    path = tmp_path / "demo.db"
    shutil.copy(demo_template, path)
    engine = engine_for(f"sqlite:///{path}")
    yield engine
    engine.dispose()


def settings_for(engine, *, demo=False):
    return load(database_url=engine.url.render_as_string(hide_password=False), demo=demo)


def result(session, project, *, by, today):
    return project_result.build(session, network.load(session), project=project, by=by, today=today)


def test_the_shipped_record_is_loaded_once(engine):
    with reading(engine) as session:
        assert is_empty(session)
    assert load_record(engine, now=NOW)
    assert counts(engine) == [81, 29, 79, 206, 26]
    assert not load_record(engine, now=NOW)
    assert counts(engine) == [81, 29, 79, 206, 26]


def test_our_own_descriptions_of_the_shipped_projects_are_released(sqlite_engine):
    load_record(sqlite_engine, now=NOW)
    with reading(sqlite_engine) as session:
        projects = session.exec(select(Project)).all()
        assert all(project.description_released is (project.description is not None) for project in projects)
        assert any(project.description_released for project in projects)


def test_a_database_that_holds_something_is_never_seeded(sqlite_engine):
    command = PutOrganisation(slug="eigene", name="Eigene", kind="verein", sector="civil")
    with unit_of_work(sqlite_engine, now=NOW) as session:
        put_organisation(session, command, by=SYSTEM)
    assert not prepare(settings_for(sqlite_engine), now=NOW).fresh
    assert counts(sqlite_engine) == [1, 0, 0, 0, 0]


def test_the_first_start_fills_the_database_and_the_second_leaves_it(tmp_path):
    settings = load(database_url=f"sqlite:///{tmp_path / 'new' / 'first.db'}", demo=False)
    first = prepare(settings, now=NOW)
    second = prepare(settings, now=NOW)
    assert (first.fresh, second.fresh) == (True, False)
    assert counts(first.engine) == [81, 29, 79, 206, 26]
    with reading(first.engine) as session:
        assert not is_sample(session)
        assert session.exec(select(Rating)).first() is None
    first.engine.dispose()


def test_a_demonstration_has_two_closed_rounds_and_an_open_one(demo_engine):
    with reading(demo_engine) as session:
        assert is_sample(session)
        rounds = session.exec(select(Round).order_by(Round.opens_on)).all()
        assert [(turn.title, turn.is_open(town_day(NOW))) for turn in rounds] == [
            ("Herbst 2024 (Beispiel)", False),
            ("Herbst 2025 (Beispiel)", False),
            ("Herbst 2026 (Beispiel)", True),
        ]
        assessments = session.exec(select(Assessment).where(Assessment.round_id == rounds[1].id)).all()
        assert {row.view for row in assessments} == {"leitung", "team", "partner", "teilnehmende"}
        raters = Counter(row.project_id for row in assessments if row.view != "teilnehmende")
        assert len(raters) == 14 + 2
        assert sum(number >= 5 for number in raters.values()) >= 3
        assert 0 < session.exec(select(func.count()).where(Rating.opt_out.is_not(None))).one() < 1000


def test_a_demonstration_stays_as_it_is_at_the_next_start(demo_engine):
    assert not prepare(settings_for(demo_engine, demo=True), now=NOW + timedelta(days=100)).fresh
    assert counts(demo_engine) == [81, 29 + 2, 79 + 45, 206 + 113, 26]


def test_what_the_sample_adds_beside_its_rounds_says_that_it_is_invented(demo_engine):
    with reading(demo_engine) as session:
        added = [row.title for table in (Project, Activity) for row in session.exec(select(table)) if _ours(row.slug)]
        measures = [row.title for row in session.exec(select(Measure))]
        declared = [row.title for row in session.exec(select(Perspective))]
        steps = [row.step for row in session.exec(select(PerspectiveGap))]
    assert len(added) == 47
    assert (len(measures), len(declared), len(steps)) == (7, 14, 3)
    assert all(title.endswith("(Beispiel)") for title in (*added, *measures, *declared, *steps))


def test_the_shipped_record_declares_nothing_in_the_name_of_the_steering_group(sqlite_engine):
    load_record(sqlite_engine, now=NOW)
    with reading(sqlite_engine) as session:
        assert session.exec(select(Perspective)).first() is None


def test_renewing_the_sample_declares_nothing_twice(demo_engine):
    load_sample(demo_engine, now=NOW + timedelta(days=1))
    with reading(demo_engine) as session:
        assert session.exec(select(func.count()).select_from(Perspective)).one() == 14
        assert session.exec(select(func.count()).select_from(PerspectiveGap)).one() == 3


def test_the_sample_has_words_of_people_that_say_they_are_invented(demo_engine):
    with reading(demo_engine) as session:
        found = result(session, "p-iwgr", by=Actor(role=Role.STEERING_GROUP), today=town_day(NOW))
    texts = [text for factor in found.factors for text in (*factor.evidence, *factor.needs)]
    assert {len(factor.evidence) > 0 for factor in found.factors} == {True, False}
    assert any(factor.needs for factor in found.factors)
    assert all(text.endswith("(Beispiel)") for text in texts)


def test_the_confidential_words_of_the_sample_reach_nobody_else(demo_engine, tmp_path):
    today, lead = town_day(NOW), Actor(role=Role.PROJECT_LEAD, project="p-iwgr")
    with reading(demo_engine) as session:
        assert [row.text for row in session.exec(select(Remark).where(Remark.confidential))] == [CONFIDENTIAL]
        readers = [lead, Actor(role=Role.STEERING_GROUP), Actor(role=Role.ADMINISTRATION), SYSTEM]
        for reader in readers:
            assert CONFIDENTIAL not in str(result(session, "p-iwgr", by=reader, today=today))
        sheet = render_sheet(result(session, "p-iwgr", by=lead, today=today), demo=True, today=today)
        assert CONFIDENTIAL.encode() not in sheet
        assert CONFIDENTIAL not in str(gather(session, today=today))
        assert "nur, wer ihn" not in str(session.exec(select(JournalEntry)).all())
    assert "nur, wer ihn" not in str(export_rows(demo_engine, by=SYSTEM))


def test_renewing_the_sample_takes_on_no_measure_twice(demo_engine):
    load_sample(demo_engine, now=NOW + timedelta(days=1))
    with reading(demo_engine) as session:
        assert session.exec(select(func.count()).select_from(Measure)).one() == 7


def _ours(slug):
    return slug.startswith("beispiel-")


def test_the_sample_is_the_same_for_the_same_day_and_its_factors_differ():
    today = datetime(2027, 3, 1, tzinfo=UTC).date()
    assert sample_tables(today) == sample_tables(today)
    levels = {}
    for row in sample_tables(today)[1].rows:
        *_, indicator, level, _ = row.cells
        if level.isdigit():
            factor = next(found for found in catalogue.load().factors if indicator.startswith(found.id))
            levels.setdefault(factor.id, []).append(int(level))
    means = {factor: sum(values) / len(values) for factor, values in levels.items()}
    assert len(means) == 8
    assert max(means.values()) - min(means.values()) > 1
    assert all(len(set(values)) >= 4 for values in levels.values())


def test_renewing_the_sample_opens_its_last_round_again(demo_engine):
    later = NOW + timedelta(days=100)
    assert load_sample(demo_engine, now=later)
    with reading(demo_engine) as session:
        assert sum(turn.is_open(town_day(later)) for turn in session.exec(select(Round))) == 1


def test_a_real_database_is_never_served_as_a_demonstration(sqlite_engine):
    load_record(sqlite_engine, now=NOW)
    before = counts(sqlite_engine)
    with pytest.raises(SampleMixed) as caught:
        prepare(settings_for(sqlite_engine, demo=True), now=NOW)
    assert caught.value.facts == {"value": "true"}
    with pytest.raises(SampleMixed):
        load_sample(sqlite_engine, now=NOW)
    assert counts(sqlite_engine) == before


def test_a_demonstration_is_never_served_as_a_real_database(demo_engine):
    with pytest.raises(SampleMixed) as caught:
        prepare(settings_for(demo_engine), now=NOW)
    assert caught.value.facts == {"value": "false"}


def test_what_is_released_from_a_sample_says_so_whatever_the_settings_say(demo_engine):
    with unit_of_work(demo_engine, now=NOW) as session:
        assert parse(make(session, MakeRelease(), by=SYSTEM).content).header.demo


def test_a_sample_that_was_exported_is_not_imported_into_a_real_database(engine, demo_engine, tmp_path):
    load_record(engine, now=NOW)
    export(demo_engine, tmp_path / "demo.xlsx", by=SYSTEM)
    with pytest.raises(SampleMixed):
        apply(engine, tmp_path / "demo.xlsx", by=SYSTEM, now=NOW)
    with reading(engine) as session:
        assert session.exec(select(func.count()).select_from(Round)).one() == 0


def test_a_backup_of_the_sample_replaces_no_real_data_nor_the_other_way_round(engine, demo_engine, tmp_path):
    load_record(engine, now=NOW)
    for source, target in ((demo_engine, engine), (engine, demo_engine)):
        backup(source, tmp_path / "backup.zip")
        before = counts(target)
        with pytest.raises(SampleMixed):
            restore(target, tmp_path / "backup.zip", now=NOW)
        assert counts(target) == before


def test_a_backup_of_the_sample_fills_an_empty_database(engine, demo_engine, tmp_path):
    backup(demo_engine, tmp_path / "backup.zip")
    restore(engine, tmp_path / "backup.zip", now=NOW)
    with reading(engine) as session:
        assert is_sample(session)
