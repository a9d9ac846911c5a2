"""Pictures that leads offer, on both databases: who may, what the office decides, and what is left of it."""

import pytest
from sqlmodel import Session, select

from bkcore.access import SYSTEM
from bkcore.commands.pictures import DeclinePicture, OfferPicture, PutPicture, ReleasePicture, TakeOfferedPicture
from bkcore.errors import Conflict, NotFound, NotPermitted
from bkcore.faults import PictureRefused
from bkcore.model.activities import Activity
from bkcore.model.journal import JournalEntry
from bkcore.model.pictures import OfferedPicture, ProjectPicture
from bkcore.reports.offered_pictures import offered_words, offers
from bkcore.services.erasure import take_out
from bkcore.services.offered_pictures import decline_picture, offer_picture, take_offered_picture
from bkcore.services.pictures import put_picture, release_picture
from tests import factories
from tests.factories import ADMINISTRATION, STEERING_GROUP, lead_of
from tests.pictures import from_a_phone, photo

LEAD = lead_of("jugendkonferenz")
WORDS = {"alt": "Kinder am Zelt", "consent": "Eltern, schriftlich"}


@pytest.fixture
def town(session: Session) -> Session:
    factories.project(session)
    factories.activity(session, "fest", project="jugendkonferenz")
    factories.activity(session, "ball", project="jugendkonferenz", status="angekuendigt")
    factories.activity(session, "allein")
    return session


def offer(session: Session, *, activity: str = "fest", content: bytes | None = None, by=LEAD) -> OfferedPicture:
    command = OfferPicture(activity=activity, content=content or photo(), **WORDS)
    return offer_picture(session, command, by=by)


def take(session: Session, row: OfferedPicture, *, by=ADMINISTRATION) -> ProjectPicture:
    return take_offered_picture(session, TakeOfferedPicture(activity="fest", digest=row.digest), by=by)


def test_an_offer_waits_with_its_words(town: Session) -> None:
    row = offer(town)
    (found,) = offers(town, by=ADMINISTRATION)
    assert (found.activity, found.project, found.alt, found.consent) == ("fest", "Jugendkonferenz", *WORDS.values())
    assert (found.digest, found.replaces, found.small[:2]) == (row.digest, False, b"\xff\xd8")
    assert offered_words(town, activity="fest", by=LEAD) == WORDS["alt"]
    assert town.exec(select(ProjectPicture)).all() == []


def test_what_the_telephone_wrote_into_it_is_gone(town: Session) -> None:
    offer(town, content=from_a_phone())
    assert b"GEHEIM" not in offers(town, by=ADMINISTRATION)[0].small


def test_a_second_offer_takes_the_place_of_the_first(town: Session) -> None:
    first = offer(town).digest
    second = offer(town, content=photo(colour="green"))
    assert [one.digest for one in offers(town, by=ADMINISTRATION)] == [second.digest]
    with pytest.raises(Conflict):  # the office looked at the one before
        take_offered_picture(town, TakeOfferedPicture(activity="fest", digest=first), by=ADMINISTRATION)


def test_taken_over_it_belongs_to_the_project_and_is_not_released(town: Session) -> None:
    row = offer(town)
    digest = row.digest
    kept = take(town, row)
    assert (kept.digest, kept.alt, kept.consent, kept.released) == (digest, *WORDS.values(), False)
    assert offers(town, by=ADMINISTRATION) == ()
    with pytest.raises(NotFound):
        take_offered_picture(town, TakeOfferedPicture(activity="fest", digest=digest), by=ADMINISTRATION)


def test_it_replaces_a_released_picture_and_waits_anew(town: Session) -> None:
    before = put_picture(town, PutPicture(slug="jugendkonferenz", content=photo(colour="green"), **WORDS), by=SYSTEM)
    release_picture(town, ReleasePicture(slug="jugendkonferenz", digest=before.digest, released=True), by=SYSTEM)
    row = offer(town)
    assert offers(town, by=ADMINISTRATION)[0].replaces
    assert not take(town, row).released


def test_declined_it_is_gone_and_the_journal_keeps_no_picture(town: Session) -> None:
    row = offer(town)
    decline_picture(town, DeclinePicture(activity="fest", digest=row.digest), by=ADMINISTRATION)
    assert offers(town, by=ADMINISTRATION) == ()
    told = town.exec(select(JournalEntry).where(JournalEntry.aggregate == "offered_picture")).all()
    assert [one.action for one in told] == ["offer_picture", "decline_picture"]
    assert all(set(side) == {"digest", "alt", "consent"} for one in told for side in one.details.values())


@pytest.mark.parametrize("activity", ["ball", "allein", "gibtesnicht"])
def test_only_of_what_took_place_in_a_project(town: Session, activity: str) -> None:
    with pytest.raises(NotFound):
        offer(town, activity=activity, by=ADMINISTRATION)


@pytest.mark.parametrize("by", [STEERING_GROUP, lead_of("blog")])
def test_nobody_else_offers_or_reads(town: Session, by) -> None:
    with pytest.raises(NotPermitted):
        offer(town, by=by)
    offer(town)
    with pytest.raises(NotPermitted):
        offers(town, by=by)
    with pytest.raises(NotPermitted):
        offered_words(town, activity="fest", by=by)


def test_a_lead_does_not_decide(town: Session) -> None:
    row = offer(town)
    with pytest.raises(NotPermitted):
        take(town, row, by=LEAD)
    with pytest.raises(NotPermitted):
        decline_picture(town, DeclinePicture(activity="fest", digest=row.digest), by=LEAD)


def test_what_is_no_picture_is_refused_and_the_offer_before_stays(town: Session) -> None:
    row = offer(town)
    with pytest.raises(PictureRefused):
        offer(town, content=b"GIF89a")
    assert [one.digest for one in offers(town, by=ADMINISTRATION)] == [row.digest]


def test_the_name_of_an_erased_person_leaves_the_words(town: Session) -> None:
    command = OfferPicture(activity="fest", content=photo(), alt="Erika Musterfrau am Zelt", consent="Erika Musterfrau")
    take(town, offer_picture(town, command, by=LEAD))
    take_out(town, ["Erika Musterfrau"], put_in="Vertretung 1")
    (kept,) = town.exec(select(ProjectPicture)).all()
    assert (kept.alt, kept.consent) == ("Vertretung 1 am Zelt", "Vertretung 1")


def test_an_activity_taken_out_of_its_project_leaves_a_picture_that_can_only_be_deleted(town: Session) -> None:
    row = offer(town)
    activity = town.get_one(Activity, row.activity_id)
    activity.project_id = None
    town.add(activity)
    town.flush()
    assert [one.project for one in offers(town, by=ADMINISTRATION)] == [""]
    with pytest.raises(NotFound):
        take(town, row)
    decline_picture(town, DeclinePicture(activity="fest", digest=row.digest), by=ADMINISTRATION)
    assert offers(town, by=ADMINISTRATION) == ()
