"""What a role may not read is refused where it is read, not only left out of the menu."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from bkcore.access import Actor
from bkcore.errors import NotPermitted
from bkcore.vocabulary import Role
from dashboard import graph_state, membership, over_time, state
from tests.factories import organisation
from tests.pages.scenes import TODAY, filled

INSIDE = {
    "overview": lambda by: state.overview_report(by=by, today=TODAY),
    "network": lambda by: graph_state.report(by=by, year=2024),
    "years": lambda by: graph_state.years(by=by),
    "picture": lambda by: graph_state.drawing(by=by, running=2026),
    "picture without offices": lambda by: graph_state.drawing(by=by, running=2026, with_offices=False),
    "names": lambda by: state.organisation_names(by=by),
    "activity": lambda by: over_time.activity_report(by=by),
    "turnover": lambda by: over_time.turnover_report(by=by, with_offices=True),
    "dependence": lambda by: over_time.dependence_report(by=by, year=None),
    "absence": lambda by: over_time.absence_report(by=by, organisation="awo", year=None),
    "factors": lambda by: state.factors_report(by=by, today=TODAY),
    "perspectives": lambda by: membership.perspectives_report(by=by),
    "rounds": lambda by: state.round_states(by=by, today=TODAY),
}


@pytest.mark.parametrize("role", [Role.PROJECT_LEAD, Role.RATER, Role.COUNCIL])
@pytest.mark.parametrize("report", INSIDE)
def test_the_overviews_stay_in_the_house(
    report: str, role: Role, sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    _use(sqlite_engine, monkeypatch)
    with pytest.raises(NotPermitted):
        INSIDE[report](Actor(role=role, project="p-iwgr"))


@pytest.mark.parametrize("role", [Role.STEERING_GROUP, Role.ADMINISTRATION])
@pytest.mark.parametrize("report", INSIDE)
def test_the_house_reads_them(report: str, role: Role, sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    _use(sqlite_engine, monkeypatch)
    INSIDE[report](Actor(role=role))


@pytest.mark.parametrize("role", Role)
def test_only_the_house_reads_the_card_of_an_organisation(
    role: Role, sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(sqlite_engine, organisation)
    _use(sqlite_engine, monkeypatch)
    actor = Actor(role=role, project="p-iwgr")
    if role in {Role.STEERING_GROUP, Role.ADMINISTRATION, Role.SYSTEM}:
        assert membership.organisation_card(by=actor, organisation="awo").name == "Awo"
    else:
        with pytest.raises(NotPermitted):
            membership.organisation_card(by=actor, organisation="awo")


@pytest.mark.parametrize("role", [Role.PROJECT_LEAD, Role.RATER, Role.COUNCIL])
def test_nobody_outside_the_house_reads_another_project(
    role: Role, sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    _use(sqlite_engine, monkeypatch)
    with pytest.raises(NotPermitted):
        state.project_report(by=Actor(role=role, project="p-iwgr"), today=TODAY, project="p-tippi")
    if role is not Role.PROJECT_LEAD:
        with pytest.raises(NotPermitted):
            state.project_report(by=Actor(role=role, project="p-iwgr"), today=TODAY, project="p-iwgr")
        assert state.rated_subjects(by=Actor(role=role, project="p-iwgr"), today=TODAY) == ()


def test_a_rater_of_a_team_does_not_read_the_briefing_here(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    _use(sqlite_engine, monkeypatch)
    with pytest.raises(NotPermitted):
        state.briefing(by=Actor(role=Role.RATER, project="p-iwgr", assessment_id=1))


def _use(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: Callable[[], object] = state.settings
    chosen = loaded().model_copy(update={"database_url": str(engine.url)})
    monkeypatch.setattr(state, "settings", lambda: chosen)
