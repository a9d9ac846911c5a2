"""The year on the first page: where it stands, and the next step for administration and steering group."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from bkcore import catalogue
from bkcore.access import SYSTEM
from bkcore.commands.assessments import PutRound
from bkcore.commands.measures import PlanMeasure
from bkcore.commands.meetings import PrepareMeeting
from bkcore.commands.year_reports import AddStation, FrameReport, ReleaseReport
from bkcore.publication.yearly.release import release_report
from bkcore.services.measures import plan_measure
from bkcore.services.meetings import prepare_meeting
from bkcore.services.rounds import put_round
from bkcore.services.year_reports import add_station, frame_report
from bkcore.vocabulary import Role
from tests.factories import activity, invitation, open_a_round, organisation, project
from tests.pages.scenes import filled, opened, words

OFFICE, GROUP = Role.ADMINISTRATION, Role.STEERING_GROUP
Step = Callable[[Session], object]


def seen(engine: Engine, monkeypatch: pytest.MonkeyPatch, role: Role = OFFICE) -> str:
    return words(opened("overview", engine, monkeypatch, role=role))


def recorded(session: Session) -> None:
    organisation(session)
    activity(session, "fest", partners=("awo",), date="2025-05-01")


def rated(session: Session) -> None:
    """A round that ended in spring."""
    fields = {"slug": "runde", "title": "Frühling", "opens_on": "2026-03-01", "closes_on": "2026-03-28"}
    command = PutRound.model_validate({**fields, "catalogue_version": catalogue.load().version})
    put_round(session, command, by=SYSTEM)


def meeting(held_on: date) -> Step:
    return lambda session: prepare_meeting(session, PrepareMeeting(title="Sitzung", held_on=held_on), by=SYSTEM)


def overdue(session: Session) -> None:
    command = PlanMeasure(title="Plakate", owner="Koordination", due_on=date(2026, 12, 31))
    plan_measure(session, command, by=SYSTEM).due_on = date(2026, 11, 21)


def begun(session: Session) -> None:
    frame_report(session, FrameReport(year=2025), by=SYSTEM)


def reported(session: Session) -> None:
    begun(session)
    release_report(session, ReleaseReport(year=2025), by=SYSTEM)


def sitting(held_on: date) -> Step:
    command = AddStation.model_validate({"year": 2025, "body": "Rat", "held_on": held_on, "role": "Kenntnisnahme"})
    return lambda session: add_station(session, command, by=SYSTEM)


def test_nothing_yet(sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    for role, said, link in (
        (OFFICE, "Tragen Sie die ersten Aktivitäten und Beteiligten ein.", "/bestand"),
        (GROUP, "Bereiten Sie die nächste Sitzung der Steuerungsgruppe vor.", "/sitzung"),
    ):
        shown = seen(sqlite_engine, monkeypatch, role)
        assert said in shown
        assert f'href="{link}"' in shown
        for empty in ("noch keine Runde", "noch keine Sitzung", "noch keine Maßnahme", "noch kein Sitzungstermin"):
            assert empty in shown


@pytest.mark.parametrize(
    ("steps", "role", "said", "link"),
    [
        ((), OFFICE, "Planen Sie die nächste Runde.", "/runden"),
        ((open_a_round,), OFFICE, "Die Runde „Herbst 2026“ ist offen. Laden Sie die Projekte ein.", "/runden"),
        ((project, open_a_round, invitation), OFFICE, "Erinnern Sie die Projekte", "/runden"),
        ((project, open_a_round, invitation), GROUP, "Bereiten Sie die nächste Sitzung", "/sitzung"),
        ((meeting(date(2026, 12, 3)),), GROUP, "Die nächste Sitzung ist am 3. Dezember 2026.", "/sitzung?"),
        ((overdue,), OFFICE, "Eine Maßnahme ist überfällig.", "/massnahmen"),
        ((overdue,), GROUP, "Eine Maßnahme ist überfällig.", "/massnahmen"),
        ((rated, meeting(date(2026, 12, 3))), OFFICE, "Der Sachstandsbericht für 2025", "/sachstandsbericht"),
        (
            (rated, meeting(date(2026, 12, 3)), reported),
            OFFICE,
            "Der Sachstandsbericht für 2025 ist veröffentlicht. Tragen Sie ein, wann welches Gremium ihn berät.",
            "/sachstandsbericht",
        ),
        (
            (rated, meeting(date(2026, 12, 3)), reported, sitting(date(2026, 12, 10))),
            OFFICE,
            "Am 10. Dezember 2026 wird der Sachstandsbericht für 2025 beraten. Sehen Sie vorher die Ratsansicht durch.",
            "/ratsansicht",
        ),
        (
            (rated, meeting(date(2026, 12, 3)), reported, sitting(date(2026, 11, 10))),
            OFFICE,
            "Die nächste Sitzung ist am 3. Dezember 2026.",
            "/sitzung?",
        ),
    ],
)
def test_the_next_step(
    sqlite_engine: Engine,
    monkeypatch: pytest.MonkeyPatch,
    steps: tuple[Step, ...],
    role: Role,
    said: str,
    link: str,
) -> None:
    filled(sqlite_engine, recorded, *steps)
    shown = seen(sqlite_engine, monkeypatch, role)
    assert said in shown
    assert f'href="{link}' in shown.split("Ihr nächster Schritt")[1]
    assert shown.count('aria-current="step"') <= 1


def test_where_several_stations_move_one_is_the_current_one(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(sqlite_engine, recorded, open_a_round, meeting(date(2026, 12, 3)), overdue, begun)
    assert seen(sqlite_engine, monkeypatch).count('aria-current="step"') == 1


def test_a_draft_shows_at_once_although_it_moves_no_data_version(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(sqlite_engine, recorded, reported)
    assert "noch kein Sitzungstermin" in seen(sqlite_engine, monkeypatch)
    filled(sqlite_engine, sitting(date(2026, 12, 10)))
    assert "am 10. Dezember 2026" in seen(sqlite_engine, monkeypatch)
