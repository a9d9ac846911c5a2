"""The sheet for the team: one page whatever is in it, accessible, and the same bytes for the same report."""

import re
from datetime import date

import page as page_validation
import pytest

from bkcore import catalogue
from bkcore.metrics.factors import band
from bkcore.publication.project_sheet import render_sheet
from bkcore.reports.measures import PlannedMeasure
from bkcore.reports.next_steps import next_steps
from bkcore.reports.project_factor import Gap, PastScore, ProjectFactor
from bkcore.reports.project_result import ProjectReport
from bkcore.reports.project_scores import OtherProjects
from bkcore.reports.project_views import ShownViews, ViewScore
from bkcore.reports.rounds import RoundState
from bkcore.vocabulary import Band, MeasureState, SubjectKind, View
from tests.unit.publication.test_faces import words_of_pdf

TODAY = date(2026, 11, 24)
TURN = RoundState("herbst-2026", "Herbst 2026", date(2026, 9, 1), date(2026, 10, 1), is_open=False, is_planned=False,
                  projects_asked=9, projects_handed_in=8, departments_asked=0, departments_handed_in=0,
                  catalogue_version=catalogue.load().version)  # fmt: skip
VIEWS = (ViewScore(View.LEAD, 4.5, 1), ViewScore(View.TEAM, 2.25, 4), ViewScore(View.PARTICIPANT, 1.5, 12))


def factor(found, *, score=2.5, views=VIEWS):
    named = band(score) if score is not None else None
    return ProjectFactor(
        factor=found,
        shown=ShownViews(score=score, views=views, hidden=(View.PARTNER,)),
        band=Band(named) if named else None,
        past=(PastScore("Herbst 2025", 3.0),) if score else (),
        others=OtherProjects(2.5, 3.5, projects=7),
        gap=Gap(View.PARTICIPANT, 1.5, View.LEAD, 4.5) if views else None,
        companion=None,
        evidence=(),
        needs=(),
    )


def measure(number, title="Ideenwand aufhängen"):
    state = MeasureState.OPEN
    owner = "AWO-Integrationsagentur, Projektleitung"
    return PlannedMeasure(number, title, "", owner, date(2027, 1, 31), "augenhoehe", None, state, 1)


def report(*, title="Jugendkonferenz", measures=0, factors=None, wording="Ideenwand aufhängen"):
    rows = tuple(factors or (factor(found) for found in catalogue.load().factors))
    taken = tuple(measure(number, wording) for number in range(measures))
    return ProjectReport(
        slug="jugendkonferenz",
        title=title,
        kind=SubjectKind.PROJECT,
        round=TURN,
        rounds=(TURN,),
        factors=rows,
        next_steps=next_steps(rows, edition=catalogue.load()),
        measures=taken,
        organisations={},
    )


def pages(pdf):
    """Count the pages the file says it has."""
    return [int(number) for number in re.findall(rb"/Type /Pages.*?/Count (\d+)|/Count (\d+).*?/Type /Pages", pdf)]


def sheet(found, *, demo=False):
    return render_sheet(found, demo=demo, today=TODAY)


CASES = {
    "usual": report(measures=2),
    "empty": report(factors=[factor(found, score=None, views=()) for found in catalogue.load().factors]),
    "crowded": report(title="Ein sehr langer Titel " * 9, measures=40, wording="Ein langes Vorhaben " * 10),
    "strange": report(title="Ж\u200b中 #let x = [*fett*] $a^2$ @ref <b>", measures=1, wording="#panic() \\ //"),
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("demo", [True, False])
def test_the_sheet_is_one_accessible_page_whatever_is_in_it(name: str, demo: bool) -> None:
    pdf = sheet(CASES[name], demo=demo)
    assert len(re.findall(rb"/Type ?/Page[^s]", pdf)) == 1
    assert b"/Lang(de-DE)" in pdf
    assert page_validation.validate_pdf_bytes(pdf, profile=page_validation.ValidationProfile.PDF_UA_1).is_compliant


def test_the_same_report_gives_the_same_sheet() -> None:
    assert sheet(CASES["usual"]) == sheet(CASES["usual"])


def test_the_sheet_says_what_the_page_says() -> None:
    words = words_of_pdf(sheet(CASES["usual"]))
    assert "Jugendkonferenz" in words
    assert "Am weitesten liegen die Sichten bei" in words
    assert "Sorgen: Was braucht es?" in words
    assert "AWO-Integrationsagentur" in words
