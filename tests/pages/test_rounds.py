import pytest

from bkcore.access import Actor
from bkcore.errors import LinkDead
from bkcore.reports.invitations import LinkState, Progress, invitations
from bkcore.reports.rounds import open_round
from bkcore.services.visits import link_behind
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import Role, View
from tests.factories import invitation, open_a_round, project, rater_of
from tests.pages.acting import LAST_DAY, PUBLIC_URL, TODAY, answer, close, hand_in, invited_lead, opened
from tests.pages.scenes import words

ADMINISTRATION = Actor(role=Role.ADMINISTRATION)


def page(engine, monkeypatch):
    return opened("rounds", engine, monkeypatch, by=ADMINISTRATION)


def asked(engine):
    with reading(engine) as session:
        return invitations(session, round_slug="herbst-2026", by=ADMINISTRATION)


def codes(app):
    return [block.value for block in app.code]


def button(app, key):
    return next(one for one in app.button if one.key == key)


@pytest.fixture
def turn(sqlite_engine):
    with unit_of_work(sqlite_engine) as session:
        project(session, "jugendkonferenz", title="Jugendkonferenz")
        project(session, "friedensfest", title="Friedensfest")
        open_a_round(session, closes_on=LAST_DAY)


def test_without_a_round_one_is_opened_after_a_question(sqlite_engine, monkeypatch):
    app = page(sqlite_engine, monkeypatch)
    assert "Zurzeit läuft keine Runde." in words(app)
    assert app.date_input[0].value == LAST_DAY
    app.text_input[0].set_value("Herbst 2026")
    button(app, "opening-next").click().run()
    assert "sieht niemand Zwischenergebnisse" in words(app)
    with reading(sqlite_engine) as session:
        assert open_round(session, today=TODAY) is None
    button(app, "open-yes").click().run()
    assert "Die Runde „Herbst 2026“ läuft noch 28 Tage." in words(app)


def test_a_round_without_a_title_is_complained_about_at_the_field(sqlite_engine, monkeypatch):
    app = page(sqlite_engine, monkeypatch)
    button(app, "opening-next").click().run()
    assert '<p class="bk-fault" role="alert">Hier fehlt eine Angabe.</p>' in words(app)
    assert "open-yes" not in {one.key for one in app.button}


def test_a_title_that_was_used_before_is_refused_in_one_sentence(sqlite_engine, monkeypatch, turn):
    close(sqlite_engine)
    app = page(sqlite_engine, monkeypatch)
    app.text_input[0].set_value("Herbst 2026")
    button(app, "opening-next").click().run()
    button(app, "open-yes").click().run()
    assert "mit dem Namen „Herbst 2026“ gibt es schon" in words(app)


def test_inviting_shows_link_picture_and_message_until_they_are_hidden(sqlite_engine, monkeypatch, turn):
    app = page(sqlite_engine, monkeypatch)
    app.multiselect[0].set_value(["friedensfest"])
    app.text_input[0].set_value("Vorbereitungsteam")
    button(app, "invite").click().run()
    address, message = codes(app)
    assert address.startswith(f"{PUBLIC_URL}/anmelden/")
    assert address in message
    assert message.startswith("Betreff: Einladung zur Selbsteinschätzung: Friedensfest")
    assert 'alt="QR-Code mit dem Link für: Friedensfest · Leitung · Vorbereitungsteam"' in words(app)
    with reading(sqlite_engine) as session:
        assert link_behind(session, address.rpartition("/")[2]).label == "Vorbereitungsteam"
    button(app, "invitations-done").click().run()
    assert not codes(app)
    assert [(entry.project, entry.progress, entry.link) for entry in asked(sqlite_engine)] == [
        ("friedensfest", Progress.ASKED, LinkState.VALID)
    ]


def test_several_projects_get_one_message_each(sqlite_engine, monkeypatch, turn):
    app = page(sqlite_engine, monkeypatch)
    button(app, "choose-missing").click().run()
    button(app, "invite").click().run()
    assert "Zwei Links sind bereit." in words(app)
    assert len(codes(app)) == 4
    assert len({entry.project for entry in asked(sqlite_engine)}) == 2


def test_inviting_nobody_is_complained_about_at_the_field(sqlite_engine, monkeypatch, turn):
    app = page(sqlite_engine, monkeypatch)
    button(app, "invite").click().run()
    assert "Bitte wählen Sie mindestens ein Projekt." in words(app)
    assert not asked(sqlite_engine)


def test_the_table_shows_how_far_everybody_is_but_no_answer(sqlite_engine, monkeypatch):
    lead = invited_lead(sqlite_engine)
    answer(sqlite_engine, lead, identitaeten_1=4)
    with unit_of_work(sqlite_engine) as session:
        member = invitation(session, view=View.TEAM).link
        invitation(session, view=View.PARTNER)
    rater = rater_of("jugendkonferenz", assessment_id=member.assessment_id)
    answer(sqlite_engine, rater, identitaeten_1=1)
    hand_in(sqlite_engine, rater)
    shown = words(page(sqlite_engine, monkeypatch))
    for state in ("◐ begonnen", "● abgegeben", "○ nicht begonnen"):
        assert shown.count(state) == 1
    assert "Das eingeladene Projekt hat abgegeben." in shown


def test_a_renewed_link_kills_the_old_one(sqlite_engine, monkeypatch, turn):
    with unit_of_work(sqlite_engine) as session:
        old = invitation(session)
    app = page(sqlite_engine, monkeypatch)
    app.selectbox[0].select_index(0).run()
    button(app, "renew").click().run()
    button(app, "renew-yes").click().run()
    new = codes(app)[0].rpartition("/")[2]
    with reading(sqlite_engine) as session:
        assert link_behind(session, new).assessment_id == old.link.assessment_id
        with pytest.raises(LinkDead):
            link_behind(session, old.token)


def test_a_revoked_link_is_dead_and_can_be_renewed(sqlite_engine, monkeypatch, turn):
    with unit_of_work(sqlite_engine) as session:
        invitation(session)
    app = page(sqlite_engine, monkeypatch)
    app.selectbox[0].select_index(0).run()
    button(app, "revoke").click().run()
    button(app, "revoke-yes").click().run()
    assert asked(sqlite_engine)[0].link is LinkState.REVOKED
    assert "gesperrt" in words(app)


def test_closing_asks_first_and_counts_the_drafts(sqlite_engine, monkeypatch):
    answer(sqlite_engine, invited_lead(sqlite_engine), identitaeten_1=4)
    app = page(sqlite_engine, monkeypatch)
    button(app, "close").click().run()
    assert "Eine begonnene Einschätzung ist noch nicht abgegeben." in words(app)
    button(app, "close-yes").click().run()
    assert "Zurzeit läuft keine Runde." in words(app)
    assert "0 von 1 Projekten" in words(app)
