"""Records keep their meaning: dates in the precision known, parts and wholes, constraints as second line of defence."""

import pytest
from pydantic import ValidationError
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import Session, select

from bkcore.access import SYSTEM
from bkcore.commands.activities import PutActivity
from bkcore.commands.projects import PutProject, ReleaseProjectText
from bkcore.errors import InvalidValue, NotFound, NotPermitted
from bkcore.model.activities import Activity, Participation
from bkcore.model.assessments import Rating
from bkcore.model.organisations import Organisation
from bkcore.model.projects import Project
from bkcore.services.activities import put_activity
from bkcore.services.projects import put_project, release_project_text
from tests import factories

FEST = {"slug": "fest", "title": "Fest", "date": "2024-05-01", "precision": "tag", "status": "stattgefunden"}


@pytest.mark.parametrize(
    ("date", "precision", "first_day"),
    [
        ("2024-05-17", "tag", "2024-05-17"),
        ("17.05.2024", "tag", "2024-05-17"),
        ("2024-05", "monat", "2024-05-01"),
        ("05.2024", "monat", "2024-05-01"),
        ("2024-05-17", "monat", "2024-05-01"),
        ("2024", "jahr", "2024-01-01"),
        ("", "unbekannt", "None"),
    ],
)
def test_a_date_is_kept_in_the_precision_that_is_known(
    session: Session, date: str, precision: str, first_day: str
) -> None:
    factories.activity(session, date=date, precision=precision)
    row = session.exec(select(Activity)).one()
    assert (str(row.starts_on), row.precision) == (first_day, precision)


@pytest.mark.parametrize(
    ("date", "precision"),
    [("2024-05", "tag"), ("2024", "monat"), ("2024-05-01", "unbekannt"), ("", "tag"), ("31.02.2024", "tag")],
)
def test_a_date_that_is_less_exact_than_said_is_refused(date: str, precision: str) -> None:
    with pytest.raises(ValidationError):
        PutActivity.model_validate({**FEST, "date": date, "precision": precision})


@pytest.mark.parametrize(
    "fields",
    [
        {"ends_on": "2024-04-30"},
        {"part_of": "fest"},
        {"attendees": -1},
        {"attendees": 10, "first_timers": 11},
        {"status": "vielleicht"},
        {"unbekannt": 1},
        {"title": " "},
        {"title": "a\u0007b"},
        {"slug": "Mit Leerzeichen"},
    ],
)
def test_a_wrong_field_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        PutActivity.model_validate({**FEST, **fields})


def test_a_part_of_a_part_of_itself_is_refused(session: Session) -> None:
    factories.activity(session, "woche")
    factories.activity(session, "tag", part_of="woche")
    with pytest.raises(InvalidValue):
        factories.activity(session, "woche", part_of="tag")


def test_a_reference_that_leads_nowhere_is_refused(session: Session) -> None:
    for field in ("project", "part_of"):
        with pytest.raises(NotFound):
            factories.activity(session, **{field: "nirgends"})


def test_a_lead_records_the_own_project_and_takes_over_no_other(session: Session) -> None:
    factories.project(session)
    factories.project(session, "blog")
    factories.activity(session, project="blog")
    lead = factories.lead_of("jugendkonferenz")
    put_activity(session, PutActivity.model_validate({**FEST, "slug": "neu", "project": "jugendkonferenz"}), by=lead)
    for project in ("blog", "jugendkonferenz", None):
        with pytest.raises(NotPermitted):
            put_activity(session, PutActivity.model_validate({**FEST, "project": project}), by=lead)


def test_a_changed_description_must_be_released_again(session: Session) -> None:
    put_project(session, PutProject(slug="blog", title="Blog", description="Alt"), by=SYSTEM)
    release_project_text(session, ReleaseProjectText(slug="blog", released=True), by=factories.ADMINISTRATION)
    put_project(session, PutProject(slug="blog", title="Unser Blog", description="Alt"), by=SYSTEM)
    assert session.exec(select(Project.description_released)).one() is True
    put_project(session, PutProject(slug="blog", title="Unser Blog", description="Neu"), by=SYSTEM)
    assert session.exec(select(Project.description_released)).one() is False


@pytest.mark.parametrize(
    "row",
    [
        Organisation(slug="", name="x", kind="verein", sector="civil"),
        Organisation(slug="x", name="x", kind="verein", sector="civil", member_since="20"),
        Activity(slug="x", title="x", precision="tag", status="stattgefunden"),
        Activity(slug="x", title="x", precision="unbekannt", status="stattgefunden", attendees=-1),
        Participation(organisation_id=1, activity_id=1, role="mitwirkend"),
        Rating(assessment_id=1, indicator_id="x", level=99, answered_on="2026-01-01"),
    ],
)
def test_the_database_refuses_what_slipped_past_the_commands(session: Session, row: object) -> None:
    with pytest.raises((IntegrityError, StatementError)), session.begin_nested():  # noqa: PT012 - the whole
        session.add(row)
        session.flush()


def test_the_same_organisation_takes_part_in_a_role_once(session: Session) -> None:
    factories.organisation(session)
    factories.activity(session, partners=("awo",))
    factories.activity(session, partners=("awo",))
    assert len(session.exec(select(Participation)).all()) == 1
