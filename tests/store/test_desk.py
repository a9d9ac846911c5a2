"""One record at the desk: found, saved through the checks of the import, never over a colleague's words, and undone."""

import pytest
from sqlmodel import Session, select

from bkcore.access import Actor
from bkcore.errors import Conflict, NotFound, NothingToUndo, NotPermitted
from bkcore.intake import desk
from bkcore.intake.sheets import LAYOUTS
from bkcore.model.activities import Activity
from bkcore.model.organisations import Organisation
from bkcore.services.records import Outcome
from bkcore.vocabulary import Role
from dashboard.texts import records as texts
from tests import factories
from tests.factories import ADMINISTRATION, STEERING_GROUP, lead_of

OUTSIDE = [STEERING_GROUP, lead_of("jugendkonferenz"), Actor(role=Role.COUNCIL)]


@pytest.fixture
def town(session: Session) -> Session:
    """Give three organisations, a project and an activity known to the month."""
    factories.organisation(session, "awo", name="AWO Ruhr-Lippe", district="Rünthe")
    factories.organisation(session, "awo-kita", name="AWO-Kita 100 % bunt")
    factories.organisation(session, "igmg", name="Moschee")
    factories.project(session)
    factories.activity(
        session, "fest", title="Fest", project="jugendkonferenz", date="2024-05", precision="monat", attendees=10
    )
    return session


def changed(session: Session, sheet: str, slug: str, *, by: Actor = ADMINISTRATION, **cells: str) -> desk.SavedRecord:
    record = desk.opened(session, sheet, slug, by=by)
    return desk.save(session, sheet, {**record.cells, **cells}, version=record.version, by=by)


@pytest.mark.parametrize(
    ("words", "slugs"),
    [("awo", ["awo", "awo-kita"]), ("AWO ruhr", ["awo"]), ("100 %", ["awo-kita"]), ("_", []), ("igmg", ["igmg"])],
)
def test_every_word_is_looked_for_in_name_and_slug(town: Session, words: str, slugs: list[str]) -> None:
    assert [one.slug for one in desk.find(town, "organisationen", words, by=ADMINISTRATION)] == slugs


@pytest.mark.parametrize("words", ["ÄPFEL", "äpfel", "Äpfel STRASSE", "straße"])
def test_letters_beyond_ascii_are_found_whatever_their_case_on_both_databases(town: Session, words: str) -> None:
    factories.organisation(town, "apfel", name="ÄPFEL e. V., Große Straße")
    assert [one.slug for one in desk.find(town, "organisationen", words, by=ADMINISTRATION)] == ["apfel"]


@pytest.mark.parametrize("sheet", desk.TABLES)
def test_saving_what_was_opened_changes_nothing(town: Session, sheet: str) -> None:
    for one in desk.find(town, sheet, "", by=ADMINISTRATION):
        assert changed(town, sheet, one.slug).outcome is Outcome.UNCHANGED


def test_a_change_is_kept_told_and_taken_back(town: Session) -> None:
    assert changed(town, "organisationen", "awo", ortsteil="Oberaden").outcome is Outcome.CHANGED
    record = desk.opened(town, "organisationen", "awo", by=ADMINISTRATION)
    assert (record.history[0].before, record.history[0].after) == ({"district": "Rünthe"}, {"district": "Oberaden"})
    desk.undo(town, "organisationen", "awo", version=record.version, by=ADMINISTRATION)
    again = desk.opened(town, "organisationen", "awo", by=ADMINISTRATION)
    assert again.cells["ortsteil"] == "Rünthe"
    desk.undo(town, "organisationen", "awo", version=again.version, by=ADMINISTRATION)
    assert desk.opened(town, "organisationen", "awo", by=ADMINISTRATION).cells["ortsteil"] == "Oberaden"


def test_the_whole_history_of_a_record_is_shown(town: Session) -> None:
    for number in range(40):
        changed(town, "organisationen", "awo", ortsteil=("Oberaden", "Rünthe")[number % 2])
    history = desk.opened(town, "organisationen", "awo", by=ADMINISTRATION).history
    assert len(history) == 41
    assert history[-1].before == {}


def test_a_date_and_a_reference_are_taken_back_too(town: Session) -> None:
    before = desk.opened(town, "aktivitaeten", "fest", by=ADMINISTRATION)
    changed(town, "aktivitaeten", "fest", datum="2024-05-17", genauigkeit="tag", projekt="", teilnehmende="")
    now = desk.opened(town, "aktivitaeten", "fest", by=ADMINISTRATION)
    assert now.cells["datum"] == "2024-05-17"
    desk.undo(town, "aktivitaeten", "fest", version=now.version, by=ADMINISTRATION)
    assert desk.opened(town, "aktivitaeten", "fest", by=ADMINISTRATION).cells == before.cells


def test_what_was_only_made_has_nothing_to_undo(town: Session) -> None:
    version = desk.opened(town, "organisationen", "igmg", by=ADMINISTRATION).version
    with pytest.raises(NothingToUndo):
        desk.undo(town, "organisationen", "igmg", version=version, by=ADMINISTRATION)


def test_two_people_at_one_record_lose_no_word(town: Session) -> None:
    mine = desk.opened(town, "organisationen", "awo", by=ADMINISTRATION)
    changed(town, "organisationen", "awo", ortsteil="Heil")
    with pytest.raises(Conflict):
        desk.save(town, "organisationen", {**mine.cells, "anmerkung": "x"}, version=mine.version, by=ADMINISTRATION)
    with pytest.raises(Conflict):
        desk.undo(town, "organisationen", "awo", version=mine.version, by=ADMINISTRATION)
    assert town.exec(select(Organisation).where(Organisation.slug == "awo")).one().district == "Heil"


def test_a_new_record_gets_a_free_slug_from_its_name(town: Session) -> None:
    cells = {"name": "Moschee", "art": "religionsgemeinschaft", "sektor": "civil"}
    assert desk.save(town, "organisationen", cells, version=None, by=ADMINISTRATION).slug == "moschee"
    assert desk.save(town, "organisationen", cells, version=None, by=ADMINISTRATION).slug == "moschee-2"


def test_every_fault_is_named_with_its_column_and_nothing_is_saved(town: Session) -> None:
    cells = {"titel": "", "stand": "irgendwie", "projekt": "gibt-es-nicht", "genauigkeit": "tag", "datum": "31.02.2024"}
    found = desk.save(town, "aktivitaeten", cells, version=None, by=ADMINISTRATION)
    assert {reason.column for reason in found.reasons} >= {"titel", "stand", "projekt", "datum"}
    assert len(town.exec(select(Activity)).all()) == 1


@pytest.mark.parametrize("by", OUTSIDE)
def test_only_the_administration_keeps_the_record(town: Session, by: Actor) -> None:
    for act in (
        lambda: desk.find(town, "organisationen", "", by=by),
        lambda: desk.opened(town, "organisationen", "awo", by=by),
        lambda: desk.save(town, "organisationen", {}, version=None, by=by),
        lambda: desk.undo(town, "organisationen", "awo", version=1, by=by),
    ):
        with pytest.raises(NotPermitted):
            act()


def test_what_is_not_there_is_not_opened(town: Session) -> None:
    with pytest.raises(NotFound):
        desk.opened(town, "projekte", "gibt-es-nicht", by=ADMINISTRATION)


def test_every_column_has_a_name_for_people() -> None:
    columns = {column.name for sheet in desk.TABLES for column in LAYOUTS[sheet].columns} - {"kennung"}
    assert set(texts.LABELS) == columns
