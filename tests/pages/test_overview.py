from datetime import date

import pytest

from bkcore.access import SYSTEM
from bkcore.commands.year_reports import FrameReport, ReleaseReport
from bkcore.publication.yearly.release import release_report
from bkcore.seed import load_record
from bkcore.services.year_reports import frame_report
from bkcore.vocabulary import Role
from tests.factories import activity, invitation, open_a_round, organisation, project
from tests.pages.scenes import filled, opened, words


@pytest.fixture(params=[Role.ADMINISTRATION, Role.STEERING_GROUP])
def role(request):
    return request.param


def two_years(session):
    for slug, sector in (("awo", "civil"), ("kita", "public"), ("moschee", "civil")):
        organisation(session, slug, sector=sector)
    activity(session, "fest-2023", partners=("awo",), date="2023-05-01")
    activity(session, "fest-2024", partners=("awo", "kita", "moschee"), date="2024-05-01")


def test_an_empty_database_offers_the_first_step(sqlite_engine, monkeypatch, role):
    shown = words(opened("overview", sqlite_engine, monkeypatch, role=role))
    assert "Noch ist keine Aktivität" in shown
    assert "So fangen Sie an" in shown


def test_an_open_round_comes_before_everything_else(sqlite_engine, monkeypatch):
    filled(
        sqlite_engine,
        two_years,
        project,
        lambda session: open_a_round(session, closes_on=date(2026, 12, 1)),
        invitation,
    )
    shown = words(opened("overview", sqlite_engine, monkeypatch))
    assert '<h1 class="bk-title">Die Runde „Herbst 2026“ läuft noch neun Tage.</h1>' in shown
    assert "Das eingeladene Projekt hat noch nicht abgegeben." in shown
    assert "0 von 1 Projekten" in shown


def test_the_last_station_says_whether_the_council_has_its_report(sqlite_engine, monkeypatch):
    filled(sqlite_engine, two_years)
    assert "für 2025 noch offen" in words(opened("overview", sqlite_engine, monkeypatch))
    filled(
        sqlite_engine,
        lambda session: frame_report(session, FrameReport(year=2025), by=SYSTEM),
        lambda session: release_report(session, ReleaseReport(year=2025), by=SYSTEM),
    )
    assert "für 2025 veröffentlicht" in words(opened("overview", sqlite_engine, monkeypatch))


def test_without_a_round_the_finding_about_the_latest_year_is_the_title(sqlite_engine, monkeypatch):
    filled(sqlite_engine, two_years)
    shown = words(opened("overview", sqlite_engine, monkeypatch))
    assert '<h1 class="bk-title">2024 haben etwa so viele Organisationen mitgewirkt wie im Jahr davor.</h1>' in shown
    assert "Für 2026 ist noch keine Aktivität bestätigt. Die Zahlen hier gelten für 2024." in shown
    assert "2023: 1." in shown


def test_the_figures_say_what_is_new_and_what_has_no_base(sqlite_engine, monkeypatch):
    filled(sqlite_engine, organisation, lambda session: activity(session, partners=("awo",)))
    shown = words(opened("overview", sqlite_engine, monkeypatch))
    assert "Im Basisjahr beginnt die Zählung." in shown
    assert "Ein Vergleichsjahr gibt es nicht." in shown


def test_a_year_that_still_runs_is_not_compared(sqlite_engine, monkeypatch):
    filled(
        sqlite_engine,
        two_years,
        lambda session: activity(session, "fest-2025", partners=("awo", "kita"), date="2025-05-01"),
        lambda session: activity(session, "fest-2026", partners=("awo",), date="2026-05-01"),
    )
    shown = words(opened("overview", sqlite_engine, monkeypatch))
    assert "1. Januar bis heute" in shown
    assert "nicht dabei" not in shown
    assert "statt" not in shown
    assert "2025:" not in shown


def test_what_waits_for_confirmation_is_counted(sqlite_engine, monkeypatch):
    filled(sqlite_engine, lambda session: load_record(sqlite_engine))
    shown = words(opened("overview", sqlite_engine, monkeypatch))
    assert "28 angekündigte Aktivitäten sind noch nicht bestätigt." in shown
    assert "Das Bild für 2025 ist noch unvollständig" in shown
    assert "Drittes gemeinsames Fastenbrechen" in shown


def test_nothing_waiting_says_nothing(sqlite_engine, monkeypatch):
    filled(sqlite_engine, two_years)
    assert "noch nicht bestätigt" not in words(opened("overview", sqlite_engine, monkeypatch))
