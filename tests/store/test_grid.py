"""Several records edited at once: all or nothing, never over a colleague's words."""

import pytest
from sqlmodel import Session, select

from bkcore.errors import Conflict, NotPermitted
from bkcore.intake import grid
from bkcore.model.organisations import Organisation
from dashboard.forms.records.grid import changed
from tests import factories
from tests.factories import ADMINISTRATION, STEERING_GROUP


@pytest.fixture
def town(session: Session) -> Session:
    """Give two organisations and two activities."""
    factories.organisation(session, "awo", name="AWO", district="Rünthe")
    factories.organisation(session, "vhs", name="VHS")
    factories.activity(session, "woche", title="Woche")
    factories.activity(session, "fest", title="Fest")
    return session


def names(session: Session) -> list[str]:
    session.expire_all()
    return sorted(session.exec(select(Organisation.name)))


def edited(session: Session, sheet: str, *changes: dict[str, str | None]) -> list[grid.GridRow]:
    shown = grid.rows(session, sheet, "", by=ADMINISTRATION)
    return changed(shown, dict(enumerate(changes)))


def test_rows_are_found_by_name_and_hold_their_cells(town: Session) -> None:
    shown = grid.rows(town, "organisationen", "aw", by=ADMINISTRATION)
    assert [(row.slug, row.cells["ortsteil"], row.version) for row in shown] == [("awo", "Rünthe", 1)]
    assert len(grid.rows(town, "organisationen", "", by=ADMINISTRATION, most=1)) == 1


def test_only_changed_rows_are_saved_and_an_emptied_cell_is_empty(town: Session) -> None:
    rows = edited(town, "organisationen", {"name": "AWO Unna", "ortsteil": None}, {"name": "VHS"})
    assert [row.slug for row in rows] == ["awo"]
    assert grid.save_all(town, "organisationen", rows, by=ADMINISTRATION) == (1, ())
    assert names(town) == ["AWO Unna", "VHS"]
    assert town.exec(select(Organisation).where(Organisation.slug == "awo")).one().district is None


def test_one_faulty_cell_saves_nothing_and_names_its_place(town: Session) -> None:
    rows = edited(town, "organisationen", {"name": "AWO Unna"}, {"name": ""})
    number, faults = grid.save_all(town, "organisationen", rows, by=ADMINISTRATION)
    assert number == 0
    assert [(fault.slug, fault.reason.column) for fault in faults] == [("vhs", "name")]
    assert names(town) == ["AWO", "VHS"]


def test_activities_that_would_contain_each_other_are_refused(town: Session) -> None:
    rows = edited(town, "aktivitaeten", {"teil_von": "woche"}, {"teil_von": "fest"})
    number, faults = grid.save_all(town, "aktivitaeten", rows, by=ADMINISTRATION)
    assert number == 0
    assert {fault.reason.column for fault in faults} == {"teil_von"}


def test_nobody_writes_over_a_colleague(town: Session) -> None:
    rows = edited(town, "organisationen", {"name": "Meine AWO"})
    factories.organisation(town, "awo", name="Deine AWO")
    with pytest.raises(Conflict):
        grid.save_all(town, "organisationen", rows, by=ADMINISTRATION)
    assert "Deine AWO" in names(town)


def test_only_the_administration_edits(town: Session) -> None:
    with pytest.raises(NotPermitted):
        grid.rows(town, "organisationen", "", by=STEERING_GROUP)
    with pytest.raises(NotPermitted):
        grid.save_all(town, "organisationen", (), by=STEERING_GROUP)
