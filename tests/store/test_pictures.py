"""Pictures of projects on both databases: who may, what the journal keeps, and what a release takes along."""

import pytest
from sqlmodel import Session, select

from bkcore.access import SYSTEM
from bkcore.commands.council import MakeRelease
from bkcore.commands.pictures import PutPicture, ReleasePicture, RemovePicture
from bkcore.commands.projects import ReleaseProjectText
from bkcore.errors import Conflict, NotFound, NotPermitted
from bkcore.model.journal import JournalEntry
from bkcore.model.pictures import ProjectPicture, ReleasedPicture
from bkcore.publication.document import parse
from bkcore.publication.release import make
from bkcore.services.pictures import put_picture, release_picture, remove_picture
from bkcore.services.projects import release_project_text
from tests import factories
from tests.pictures import photo

GIVEN = {"slug": "zelt", "alt": "Ein Zelt auf dem Marktplatz", "consent": "Liegt vor"}


@pytest.fixture
def picture(session: Session) -> ProjectPicture:
    factories.project(session, "zelt", title="Zelt", description="Das ist das Zelt.")
    release_project_text(session, ReleaseProjectText(slug="zelt", released=True), by=SYSTEM)
    return put_picture(session, PutPicture(content=photo(), **GIVEN), by=SYSTEM)


def released(session: Session, picture: ProjectPicture, *, yes: bool = True) -> None:
    release_picture(session, ReleasePicture(slug="zelt", digest=picture.digest, released=yes), by=SYSTEM)


def shown(session: Session):
    return parse(make(session, MakeRelease(), by=SYSTEM).content).projects.items[0].picture


def files(session: Session) -> list[str]:
    return sorted(session.exec(select(ReleasedPicture.digest)))


def test_a_picture_is_shown_once_it_is_released(session: Session, picture) -> None:
    assert shown(session) is None
    assert files(session) == []
    released(session, picture)
    found = shown(session)
    assert (found.digest, found.alt, found.width, found.height) == (picture.digest, GIVEN["alt"], 800, 600)
    assert files(session) == [picture.digest]


def test_the_file_goes_at_once_and_its_place_with_the_next_release(session: Session, picture) -> None:
    released(session, picture)
    assert shown(session) is not None
    released(session, picture, yes=False)
    assert files(session) == []
    assert shown(session) is None


def test_a_picture_two_projects_show_comes_back_for_the_other(session: Session, picture) -> None:
    released(session, picture)
    factories.project(session, "tanz", title="Tanz", description="Das ist der Tanz.")
    release_project_text(session, ReleaseProjectText(slug="tanz", released=True), by=SYSTEM)
    put_picture(session, PutPicture(content=photo(), **(GIVEN | {"slug": "tanz"})), by=SYSTEM)
    release_picture(session, ReleasePicture(slug="tanz", digest=picture.digest, released=True), by=SYSTEM)
    make(session, MakeRelease(), by=SYSTEM)
    remove_picture(session, RemovePicture(slug="zelt"), by=SYSTEM)
    make(session, MakeRelease(), by=SYSTEM)
    assert files(session) == [picture.digest]


def test_a_new_picture_waits_and_the_one_before_is_gone(session: Session, picture) -> None:
    before = picture.digest
    released(session, picture)
    shown(session)
    put_picture(session, PutPicture(content=photo(colour="green"), **GIVEN), by=SYSTEM)
    assert files(session) == []
    assert shown(session) is None
    with pytest.raises(Conflict):  # somebody looked at the one before
        release_picture(session, ReleasePicture(slug="zelt", digest=before, released=True), by=SYSTEM)


def test_without_its_text_no_picture_is_shown(session: Session, picture) -> None:
    released(session, picture)
    release_project_text(session, ReleaseProjectText(slug="zelt", released=False), by=SYSTEM)
    assert parse(make(session, MakeRelease(), by=SYSTEM).content).projects.items == ()
    assert files(session) == []


def test_a_deleted_picture_leaves_no_bytes(session: Session, picture) -> None:
    released(session, picture)
    shown(session)
    remove_picture(session, RemovePicture(slug="zelt"), by=SYSTEM)
    assert shown(session) is None
    assert (files(session), session.exec(select(ProjectPicture)).all()) == ([], [])
    with pytest.raises(NotFound):
        remove_picture(session, RemovePicture(slug="zelt"), by=SYSTEM)


def test_the_journal_keeps_who_agreed_and_never_the_picture(session: Session, picture) -> None:
    released(session, picture)
    remove_picture(session, RemovePicture(slug="zelt"), by=SYSTEM)
    entries = session.exec(select(JournalEntry).where(JournalEntry.aggregate == "project_picture")).all()
    assert [entry.action for entry in entries] == ["put_picture", "release_picture", "remove_picture"]
    told = " ".join(str(entry.details) for entry in entries)
    assert GIVEN["consent"] in told
    assert len(told) < 2000


@pytest.mark.parametrize("by", [factories.lead_of("zelt"), factories.rater_of("zelt", assessment_id=1)])
def test_nobody_but_the_office_touches_pictures(session: Session, picture, by) -> None:
    with pytest.raises(NotPermitted):
        put_picture(session, PutPicture(content=photo(), **GIVEN), by=by)
    with pytest.raises(NotPermitted):
        release_picture(session, ReleasePicture(slug="zelt", digest=picture.digest, released=True), by=by)
    with pytest.raises(NotPermitted):
        remove_picture(session, RemovePicture(slug="zelt"), by=by)
