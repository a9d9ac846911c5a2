"""Anchoring out of the records: what counts for which department, and what a renamed department takes with it."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from bkcore import catalogue
from bkcore.access import SYSTEM
from bkcore.commands.assessments import CloseRound, PutRating
from bkcore.commands.departments import AddDepartment, RenameDepartment, RetireDepartment
from bkcore.commands.measures import PlanMeasure, SetMeasureState
from bkcore.errors import NotPermitted
from bkcore.model.journal import JournalEntry
from bkcore.model.projects import Project
from bkcore.publication.briefing import build as build_briefing
from bkcore.publication.document import canonical
from bkcore.publication.gather import gather
from bkcore.publication.yearly import content
from bkcore.publication.yearly.gather import gather as gather_year
from bkcore.reports import network
from bkcore.reports.anchoring import build
from bkcore.reports.anchoring_facts import AnchoringReport
from bkcore.services.departments import add_department, rename_department, retire_department
from bkcore.services.measures import plan_measure, set_measure_state
from bkcore.services.ratings import put_rating
from bkcore.services.rounds import close_round
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import AnchorKind, CoverageState, MeasureState
from tests.conftest import NOW
from tests.factories import ADMINISTRATION, STEERING_GROUP, activity, lead_of, open_a_round, organisation, project

TODAY = date(2026, 11, 22)
YEAR = 2026
INDICATOR = catalogue.load().factors[0].indicators[0].id


@pytest.fixture
def town(engine: Engine) -> Engine:
    """Three departments; a project of the youth office, one of nobody, one of the surroundings."""
    with unit_of_work(engine, now=NOW) as session:
        for title in ("Jugendamt", "Bürgerbüro", "Schulamt"):
            add_department(session, AddDepartment(title=title), by=ADMINISTRATION)
        organisation(session)
        project(session, "blog", title="Blog", responsibility="jugendamt", begins="2025", ends="2026")
        project(session, "kim", title="KIM", responsibility="Schulamt", begins="2026", link="umfeld")
    return engine


def report(engine: Engine, by=STEERING_GROUP) -> AnchoringReport:
    with reading(engine) as session:
        return build(session, network.load(session), by=by, today=TODAY)


def plan(session: Session, **fields) -> int:
    command = PlanMeasure.model_validate({"title": "M", "due_on": TODAY + timedelta(days=30), **fields})
    return plan_measure(session, command, by=ADMINISTRATION).id or 0


def found(engine: Engine, kind: AnchorKind, year: int = YEAR) -> dict[str, tuple[int, CoverageState]]:
    cells = {one.title: one.cells[year, kind] for one in report(engine).of(year)}
    return {title: (cell.found, cell.state) for title, cell in cells.items()}


def test_a_project_counts_for_the_department_it_names_and_the_surroundings_for_none(town):
    gap = (0, CoverageState.MISSING)
    assert found(town, AnchorKind.PROJECT) == {
        "Bürgerbüro": gap,
        "Jugendamt": (1, CoverageState.COVERED),
        "Schulamt": gap,
    }


def test_a_project_of_nobody_makes_every_gap_a_question(town):
    with unit_of_work(town, now=NOW) as session:
        project(session, "fest", title="Fest")
        activity(session, "fest-2026", project="fest", date="2026-05-01", partners=("awo",))
    assert found(town, AnchorKind.PROJECT)["Bürgerbüro"] == (0, CoverageState.UNCERTAIN)
    assert report(town).unassigned == {YEAR: ("Fest",)}
    last = report(town).years[-1]
    assert (last.departments, last.anchored, last.unsure) == (3, 1, 2)


def test_a_measure_counts_for_its_owner_its_department_and_its_project_but_not_when_dropped(town):
    with unit_of_work(town, now=NOW) as session:
        plan(session, owner="BUERGERBUERO")
        plan(session, owner="Koordination", project="b-schulamt")
        plan(session, owner="Koordination", project="blog")
        dropped = plan(session, owner="Schulamt")
        command = SetMeasureState(measure_id=dropped, state=MeasureState.DROPPED, version=1)
        set_measure_state(session, command, by=ADMINISTRATION)
    counts = {title: count for title, (count, _) in found(town, AnchorKind.MEASURE).items()}
    assert counts == {"Bürgerbüro": 1, "Jugendamt": 1, "Schulamt": 1}


def test_an_own_assessment_counts_once_its_round_is_closed(town):
    with unit_of_work(town, now=NOW) as session:
        turn = open_a_round(session)
        rating = PutRating(
            round=turn.slug, project="b-buergerbuero", view="leitung", rater="p", indicator_id=INDICATOR, level=3
        )
        put_rating(session, rating, by=SYSTEM)
    assert set(found(town, AnchorKind.ASSESSMENT).values()) == {(0, CoverageState.QUIET)}
    with unit_of_work(town, now=NOW) as session:
        close_round(session, CloseRound(slug=turn.slug), by=SYSTEM)
    assert found(town, AnchorKind.ASSESSMENT) == {
        "Bürgerbüro": (1, CoverageState.COVERED),
        "Jugendamt": (0, CoverageState.MISSING),
        "Schulamt": (0, CoverageState.MISSING),
    }


def test_a_renamed_department_keeps_its_projects_and_their_history_says_so(town):
    with unit_of_work(town, now=NOW) as session:
        command = RenameDepartment(slug="b-jugendamt", title="Amt für Jugend")
        rename_department(session, command, by=ADMINISTRATION)
    assert found(town, AnchorKind.PROJECT)["Amt für Jugend"] == (1, CoverageState.COVERED)
    with reading(town) as session:
        assert session.exec(select(Project.responsibility).where(Project.slug == "blog")).one() == "Amt für Jugend"
        keys = session.exec(select(JournalEntry.key).where(JournalEntry.action == "rename_department")).all()
    assert set(keys) == {"blog", "b-jugendamt"}


def test_a_retired_department_stays_in_its_years_alone(town):
    with unit_of_work(town, now=NOW) as session:
        retire_department(session, RetireDepartment(slug="b-schulamt"), by=ADMINISTRATION)
    later = date(2027, 3, 1)
    with reading(town) as session:
        told = build(session, network.load(session), by=STEERING_GROUP, today=later)
    assert "Schulamt" in {one.title for one in told.of(YEAR)}
    assert "Schulamt" not in {one.title for one in told.of(2027)}


def test_a_lead_does_not_read_it(town):
    with pytest.raises(NotPermitted):
        report(town, by=lead_of("blog"))


def test_the_briefing_tells_the_last_whole_year_and_no_title_of_a_project_or_measure(town):
    with unit_of_work(town, now=NOW) as session:
        plan(session, owner="Schulamt", title="Geheimer Plan")
        inputs = gather(session, today=TODAY)
        later = gather(session, today=date(2027, 3, 1))
    assert (inputs.anchoring.year, inputs.anchoring.running) == (2025, False)
    told = canonical(build_briefing(later))
    assert later.anchoring.year == YEAR
    assert "Schulamt" in told
    assert "Geheimer Plan" not in told
    assert "Blog" not in told


def test_the_yearly_report_has_the_matrix_of_its_year(town):
    with reading(town) as session:
        chapter = content.build(gather_year(session, year=YEAR, today=TODAY)).chapter("anchoring")
    assert chapter.text.startswith("2026 ist Integration bis jetzt in einem von drei Bereichen verankert.")
    assert chapter.tables[0].rows[0] == ("Bürgerbüro", "fehlt", "–", "–")
    assert ("Jugendamt: Projekte", "1") in chapter.facts
