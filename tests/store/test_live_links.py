"""Live links: created, listed, rotated, revoked, opened; dead ones all look alike."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from bkcore import settings as core_settings
from bkcore.access import SYSTEM
from bkcore.commands.council import CreateLiveLink, MakeRelease, PutConsultation, RevokeLiveLink, RotateLiveLink
from bkcore.errors import InvalidValue, LinkDead, NotFound, NotPermitted
from bkcore.model.council import LiveLink
from bkcore.model.journal import JournalEntry
from bkcore.publication import desk, links
from bkcore.publication.release import make
from bkcore.services.council import put_consultation
from bkcore.store.unit_of_work import unit_of_work
from tests import factories

TODAY = date(2026, 11, 22)


def create(session: Session, **fields: object) -> links.IssuedLiveLink:
    return links.create_live_link(session, CreateLiveLink.model_validate({"label": "Rat", **fields}), by=SYSTEM)


def consultation(session: Session, day: str, *, precision: str = "tag") -> None:
    values = {"slug": f"c-{day}", "subject": "Bericht", "kind": "Mitteilungsvorlage", "body": "Rat", "date": day}
    put_consultation(session, PutConsultation.model_validate({**values, "precision": precision}), by=SYSTEM)


def test_only_the_hash_of_a_token_is_kept(session: Session) -> None:
    issued = create(session)
    row = session.exec(select(LiveLink)).one()
    assert len(issued.token) >= 22
    assert issued.token not in str(row.model_dump())
    entries = session.exec(select(JournalEntry)).all()
    assert not any(issued.token in str(entry.model_dump()) for entry in entries)


def test_a_link_lives_until_the_day_after_the_next_known_consultation(session: Session) -> None:
    for day in ("2026-11-21", "2026-12-10", "2027-02-01"):
        consultation(session, day)
    consultation(session, "2026-12", precision="monat")
    assert create(session).link.expires_on == date(2026, 12, 11)


def test_without_a_known_consultation_a_link_lives_90_days(session: Session) -> None:
    consultation(session, "2026-12", precision="monat")
    assert create(session).link.expires_on == TODAY + timedelta(days=90)


def test_a_link_opens_until_its_last_day_and_not_after(session: Session) -> None:
    issued = create(session, expires_on="2026-11-30")
    assert links.resolve(session, issued.token, today=date(2026, 11, 30)).id == issued.link.id
    with pytest.raises(LinkDead):
        links.resolve(session, issued.token, today=date(2026, 12, 1))


def test_unknown_expired_revoked_and_rotated_tokens_die_alike(session: Session) -> None:
    expired, revoked, rotated = (create(session, expires_on="2026-11-22") for _ in range(3))
    links.revoke_live_link(session, RevokeLiveLink(link_id=revoked.link.id), by=SYSTEM)
    fresh = links.rotate_live_link(session, RotateLiveLink(link_id=rotated.link.id), by=SYSTEM)
    assert links.resolve(session, fresh.token, today=TODAY).id == rotated.link.id
    messages = set()
    for token, day in (
        ("x", TODAY),
        (expired.token, date(2026, 11, 23)),
        (revoked.token, TODAY),
        (rotated.token, TODAY),
    ):
        with pytest.raises(LinkDead) as refused:
            links.resolve(session, token, today=day)
        messages.add(str(refused.value))
    assert len(messages) == 1


def test_a_dead_link_is_not_brought_back_by_rotation(session: Session) -> None:
    issued = create(session)
    links.revoke_live_link(session, RevokeLiveLink(link_id=issued.link.id), by=SYSTEM)
    with pytest.raises(LinkDead):
        links.rotate_live_link(session, RotateLiveLink(link_id=issued.link.id), by=SYSTEM)


def test_creating_rotating_and_revoking_leave_one_entry_each(session: Session) -> None:
    issued = create(session)
    links.rotate_live_link(session, RotateLiveLink(link_id=issued.link.id), by=SYSTEM)
    for _ in range(2):
        links.revoke_live_link(session, RevokeLiveLink(link_id=issued.link.id), by=SYSTEM)
    actions = [entry.action for entry in session.exec(select(JournalEntry).order_by(JournalEntry.id))]
    assert actions == ["create_live_link", "rotate_live_link", "revoke_live_link"]


def test_a_link_in_the_past_or_pinned_to_nothing_is_refused(session: Session) -> None:
    with pytest.raises(InvalidValue):
        create(session, expires_on="2026-11-21")
    with pytest.raises(NotFound):
        create(session, pin=7)
    with pytest.raises(NotFound):
        links.revoke_live_link(session, RevokeLiveLink(link_id=99), by=SYSTEM)


def test_only_the_administration_manages_links(session: Session) -> None:
    issued, actor = create(session), factories.STEERING_GROUP
    for act in (
        lambda: links.create_live_link(session, CreateLiveLink(label="x"), by=actor),
        lambda: links.revoke_live_link(session, RevokeLiveLink(link_id=issued.link.id), by=actor),
        lambda: links.rotate_live_link(session, RotateLiveLink(link_id=issued.link.id), by=actor),
        lambda: links.list_live_links(session, by=actor),
    ):
        with pytest.raises(NotPermitted):
            act()


def test_the_list_has_exactly_the_keys_others_rely_on(session: Session) -> None:
    release = make(session, MakeRelease(), by=SYSTEM)
    issued = create(
        session,
        label="Sitzung",
        pin=release.number,
        expires_on="2026-12-24",
        sitting_on="2026-12-10",
        password="streng geheim",
    )
    for _ in range(3):
        links.count_views(session, issued.link.id, day=TODAY)
    links.count_views(session, issued.link.id, day=TODAY + timedelta(days=1))
    assert links.as_json(links.list_live_links(session, by=SYSTEM)) == [
        {
            "id": issued.link.id,
            "label": "Sitzung",
            "audience": "council",
            "created": "2026-11-22",
            "expires": "2026-12-24",
            "pinned": 1,
            "sitting": "2026-12-10",
            "password": True,
            "revoked": None,
            "views": 4,
        }
    ]


def test_a_council_that_looks_at_once_is_told_the_same_for_a_second_and_a_dead_link_dies_within_it(
    sqlite_engine: Engine, tmp_path: Path
) -> None:
    """Reading the newest release again for each of two hundred viewers costs more than a second's delay is worth."""
    settings = core_settings.load(database_url=str(sqlite_engine.url), var_dir=tmp_path, surface="public")
    now = datetime.now(UTC)
    with unit_of_work(sqlite_engine, now=now) as session:
        token = create(session).token
        make(session, MakeRelease(), by=SYSTEM)

    def seen(after: float) -> int:
        moment = now + timedelta(seconds=after)
        return desk.shown(settings, desk.knock(settings, token, now=moment), now=moment).number

    assert seen(0) == 1
    with unit_of_work(sqlite_engine, now=now) as session:
        make(session, MakeRelease(), by=SYSTEM)
    assert (seen(0.9), seen(1.0)) == (1, 2)
    with unit_of_work(sqlite_engine, now=now) as session:
        links.revoke_live_link(session, RevokeLiveLink(link_id=1), by=SYSTEM)
    with pytest.raises(LinkDead):
        seen(1.1)


def test_a_view_leaves_no_entry(engine: Engine) -> None:
    with unit_of_work(engine, now=datetime(2026, 11, 22, 9, tzinfo=UTC)) as session:
        issued = create(session)
        before = len(session.exec(select(JournalEntry)).all())
        links.count_views(session, issued.link.id, day=TODAY)
        assert len(session.exec(select(JournalEntry)).all()) == before
