"""Whatever changes data leaves one journal entry; the highest id is the data version."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from bkcore.access import SYSTEM
from bkcore.commands.organisations import PutOrganisation
from bkcore.errors import Conflict
from bkcore.model.journal import JournalEntry
from bkcore.model.organisations import Organisation
from bkcore.services.organisations import put_organisation
from bkcore.services.records import Outcome
from bkcore.store.data_version import data_version
from bkcore.store.unit_of_work import reading, unit_of_work
from tests import factories

AWO = {"slug": "awo", "name": "AWO", "kind": "wohlfahrtsverband", "sector": "civil"}


def test_a_new_record_leaves_one_entry_and_moves_the_data_version(session: Session) -> None:
    assert data_version(session) == 0
    stored = put_organisation(session, PutOrganisation.model_validate(AWO), by=factories.ADMINISTRATION)
    entry = session.exec(select(JournalEntry)).one()
    assert stored.outcome is Outcome.NEW
    assert (entry.action, entry.aggregate, entry.key, entry.role) == (
        "put_organisation",
        "organisation",
        "awo",
        "verwaltung",
    )
    assert data_version(session) == entry.id
    assert entry.at == datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


def test_an_unchanged_record_leaves_no_entry(session: Session) -> None:
    factories.organisation(session)
    before = data_version(session)
    factories.organisation(session)
    assert data_version(session) == before


def test_a_changed_record_tells_what_was_and_what_is(session: Session) -> None:
    put_organisation(session, PutOrganisation.model_validate(AWO), by=SYSTEM)
    changed = put_organisation(session, PutOrganisation.model_validate({**AWO, "name": "AWO RLE"}), by=SYSTEM)
    entry = session.exec(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
    assert changed.outcome is Outcome.CHANGED
    assert entry.details == {"before": {"name": "AWO"}, "after": {"name": "AWO RLE"}}


def test_whoever_edits_an_old_version_is_told_and_overwrites_nothing(session: Session) -> None:
    put_organisation(session, PutOrganisation.model_validate(AWO), by=SYSTEM)
    put_organisation(session, PutOrganisation.model_validate({**AWO, "name": "Erste", "version": 1}), by=SYSTEM)
    with pytest.raises(Conflict):
        put_organisation(session, PutOrganisation.model_validate({**AWO, "name": "Zweite", "version": 1}), by=SYSTEM)
    assert session.exec(select(Organisation)).one().name == "Erste"


def test_an_error_in_the_middle_leaves_nothing_behind(engine: Engine) -> None:
    with pytest.raises(RuntimeError, match="in the middle"), unit_of_work(engine) as session:  # noqa: PT012 - the whole
        factories.organisation(session)
        raise RuntimeError("in the middle")
    with reading(engine) as session:
        assert session.exec(select(Organisation)).all() == []
        assert data_version(session) == 0


def test_what_is_written_through_a_reading_session_is_rolled_back(engine: Engine) -> None:
    with reading(engine) as session:
        factories.organisation(session)
    with reading(engine) as session:
        assert session.exec(select(Organisation)).all() == []
