from datetime import timedelta

import pytest

from bkcore.access import SYSTEM, Actor
from bkcore.commands.assessments import InviteRater, OpenRound, PutRating
from bkcore.commands.departments import AddDepartment
from bkcore.commands.rounds import RecordDispatch
from bkcore.errors import LinkDead
from bkcore.reports.invitations import LinkState, Progress, invitations
from bkcore.reports.rounds import all_rounds, open_round
from bkcore.services import rounds as services
from bkcore.services.access import invite_rater
from bkcore.services.departments import add_department
from bkcore.services.ratings import put_rating
from bkcore.services.reminders import record_dispatch
from bkcore.services.visits import link_behind
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import Origin, Role, View
from bkcore.wording.numbers import date_de
from dashboard import state
from tests.factories import invitation, open_a_round, project, rater_of
from tests.mail_server import free_port, mail_server
from tests.pages.acting import LAST_DAY, PUBLIC_URL, TODAY, answer, close, hand_in, invited_lead, opened
from tests.pages.scenes import words

ADMINISTRATION = Actor(role=Role.ADMINISTRATION)


def page(engine, monkeypatch):
    return opened("rounds", engine, monkeypatch, by=ADMINISTRATION)


def with_mail(url, monkeypatch):
    """Let the program send its letters there."""
    settings = state.settings().model_copy(update={"smtp_url": url})
    monkeypatch.setattr(state, "settings", lambda: settings)


def asked(engine):
    with reading(engine) as session:
        return invitations(session, round_slug="herbst-2026", by=ADMINISTRATION)


def codes(app):
    return [block.value for block in app.code]


def by_key(elements, key):
    return next(one for one in elements if one.key == key)


def button(app, key):
    return by_key(app.button, key)


def keys(app):
    return {one.key for one in app.button}


@pytest.fixture
def turn(sqlite_engine):
    with unit_of_work(sqlite_engine) as session:
        project(session, "jugendkonferenz", title="Jugendkonferenz")
        project(session, "friedensfest", title="Friedensfest")
        wish = OpenRound(title="Herbst 2026", closes_on=LAST_DAY, projects=("jugendkonferenz", "friedensfest"))
        services.open_round(session, wish, by=SYSTEM)


def test_without_a_round_one_is_opened_after_a_question(sqlite_engine, monkeypatch):
    with unit_of_work(sqlite_engine) as session:
        project(session, "jugendkonferenz", title="Jugendkonferenz")
    app = page(sqlite_engine, monkeypatch)
    assert "Zurzeit läuft keine Runde." in words(app)
    assert by_key(app.date_input, "opening-opens").value == TODAY
    assert by_key(app.date_input, "opening-closes").value == LAST_DAY
    assert by_key(app.multiselect, "opening-projects").value == ["jugendkonferenz"]
    assert by_key(app.selectbox, "opening-catalogue").options[0] == "2026-1 (Entwurf)"
    by_key(app.text_input, "opening-title").set_value("Herbst 2026")
    button(app, "opening-next").click().run()
    assert "sieht niemand Zwischenergebnisse" in words(app)
    with reading(sqlite_engine) as session:
        assert open_round(session, today=TODAY) is None
    button(app, "open-yes").click().run()
    assert "Die Runde „Herbst 2026“ läuft noch 28 Tage." in words(app)
    assert "Noch ohne eingeladene Leitung: Jugendkonferenz." in words(app)


def test_a_round_that_begins_later_is_planned_and_can_be_invited_to_and_called_off(sqlite_engine, monkeypatch):
    with unit_of_work(sqlite_engine) as session:
        project(session, "jugendkonferenz", title="Jugendkonferenz")
    app = page(sqlite_engine, monkeypatch)
    by_key(app.text_input, "opening-title").set_value("Herbst 2026")
    by_key(app.date_input, "opening-opens").set_value(TODAY + timedelta(days=7))
    button(app, "opening-next").click().run()
    button(app, "open-yes").click().run()
    assert "Die Runde „Herbst 2026“ beginnt in sieben Tagen." in words(app)
    assert not {"remind", "sheet-save", "close"} & keys(app)
    by_key(app.multiselect, "inviting-projects").set_value(["jugendkonferenz"])
    button(app, "invite").click().run()
    assert "Antworten können Sie ab dem" in codes(app)[1]
    button(app, "cancel-herbst-2026").click().run()
    assert "Ein Link ist schon vergeben" in words(app)
    button(app, "cancel-herbst-2026-yes").click().run()
    assert "Zurzeit läuft keine Runde." in words(app)
    with reading(sqlite_engine) as session:
        assert all_rounds(session, today=TODAY) == ()


def test_a_rater_of_a_planned_round_reads_from_when_on_answers_count(sqlite_engine, monkeypatch):
    with unit_of_work(sqlite_engine) as session:
        project(session, title="Jugendkonferenz")
        wish = OpenRound(title="Herbst 2026", opens_on=TODAY + timedelta(days=7), closes_on=LAST_DAY)
        services.open_round(session, wish, by=SYSTEM)
        member = invitation(session, view=View.TEAM).link
    rater = rater_of("jugendkonferenz", assessment_id=member.assessment_id)
    shown = words(opened("assessment", sqlite_engine, monkeypatch, by=rater))
    assert "Die Runde beginnt am" in shown
    assert "beendet" not in shown


def test_a_round_without_a_title_is_complained_about_at_the_field(sqlite_engine, monkeypatch):
    app = page(sqlite_engine, monkeypatch)
    button(app, "opening-next").click().run()
    assert '<p class="bk-fault" role="alert">Hier fehlt eine Angabe.</p>' in words(app)
    assert "open-yes" not in keys(app)


def test_a_title_that_was_used_before_is_refused_in_one_sentence(sqlite_engine, monkeypatch, turn):
    close(sqlite_engine)
    app = page(sqlite_engine, monkeypatch)
    by_key(app.text_input, "opening-title").set_value("Herbst 2026")
    button(app, "opening-next").click().run()
    button(app, "open-yes").click().run()
    assert "mit dem Namen „Herbst 2026“ gibt es schon" in words(app)


def test_inviting_shows_link_picture_and_message_until_they_are_hidden(sqlite_engine, monkeypatch, turn):
    app = page(sqlite_engine, monkeypatch)
    by_key(app.multiselect, "inviting-projects").set_value(["friedensfest"])
    by_key(app.text_input, "inviting-label").set_value("Vorbereitungsteam")
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


def test_all_leads_are_invited_in_one_step(sqlite_engine, monkeypatch, turn):
    app = page(sqlite_engine, monkeypatch)
    button(app, "all-leads").click().run()
    button(app, "all-leads-yes").click().run()
    assert "Zwei Links sind bereit." in words(app)
    assert {(entry.project, entry.view) for entry in asked(sqlite_engine)} == {
        ("jugendkonferenz", View.LEAD),
        ("friedensfest", View.LEAD),
    }
    assert "all-leads" not in keys(app)


def test_several_links_of_one_view_are_made_for_each_project(sqlite_engine, monkeypatch, turn):
    app = page(sqlite_engine, monkeypatch)
    button(app, "choose-missing").click().run()
    by_key(app.number_input, "inviting-number").set_value(3)
    button(app, "invite").click().run()
    assert "Sechs Links sind bereit." in words(app)
    assert len(asked(sqlite_engine)) == 6


def test_inviting_nobody_is_complained_about_at_the_field(sqlite_engine, monkeypatch, turn):
    app = page(sqlite_engine, monkeypatch)
    button(app, "invite").click().run()
    assert "Bitte wählen Sie mindestens ein Projekt oder einen Bereich." in words(app)
    assert not asked(sqlite_engine)


def test_one_wrong_address_and_nobody_is_invited(sqlite_engine, monkeypatch, turn):
    app = page(sqlite_engine, monkeypatch)
    by_key(app.multiselect, "inviting-projects").set_value(["friedensfest"]).run()
    by_key(app.text_input, "inviting-mail-friedensfest").set_value("a@beispiel.de, verein@")
    button(app, "invite").click().run()
    assert "„verein@“ ist keine E-Mail-Adresse." in words(app)
    assert not asked(sqlite_engine)


def test_letters_are_sent_and_what_is_refused_is_shown_to_copy(sqlite_engine, monkeypatch, turn):
    with mail_server() as server:
        server.refused.add("weg@beispiel.de")
        app = page(sqlite_engine, monkeypatch)
        with_mail(server.url, monkeypatch)
        by_key(app.multiselect, "inviting-projects").set_value(["friedensfest"]).run()
        by_key(app.text_input, "inviting-mail-friedensfest").set_value("da@beispiel.de; weg@beispiel.de")
        button(app, "invite").click().run()
    shown = words(app)
    assert "Eine Nachricht ist verschickt, eine nicht." in shown
    assert "Postfach unbekannt" in shown
    address, _ = codes(app)
    with reading(sqlite_engine) as session:
        assert link_behind(session, address.rpartition("/")[2]).mail == "weg@beispiel.de"
    assert address not in server.text_to("da@beispiel.de")
    assert {entry.mail: entry.sent_on for entry in asked(sqlite_engine)} == {
        "da@beispiel.de": TODAY,
        "weg@beispiel.de": None,
    }


def test_with_a_mail_server_that_is_down_every_link_can_still_be_copied(sqlite_engine, monkeypatch, turn):
    app = page(sqlite_engine, monkeypatch)
    with_mail(f"smtp://127.0.0.1:{free_port()}", monkeypatch)
    by_key(app.multiselect, "inviting-projects").set_value(["friedensfest"]).run()
    by_key(app.text_input, "inviting-mail-friedensfest").set_value("a@beispiel.de, b@beispiel.de")
    button(app, "invite").click().run()
    assert "Keine Nachricht ist verschickt." in words(app)
    assert "Der Postausgang antwortet nicht." in words(app)
    assert len(codes(app)) == 4


def test_reminding_sends_where_an_address_is_known_and_shows_the_rest(sqlite_engine, monkeypatch, turn):
    with mail_server() as server:
        app = page(sqlite_engine, monkeypatch)
        with_mail(server.url, monkeypatch)
        by_key(app.multiselect, "inviting-projects").set_value(["friedensfest"]).run()
        by_key(app.text_input, "inviting-mail-friedensfest").set_value("da@beispiel.de")
        by_key(app.number_input, "inviting-number").set_value(2)
        button(app, "invite").click().run()
        button(app, "invitations-done").click().run()
        server.taken.clear()
        button(app, "remind-all").click().run()
        button(app, "remind").click().run()
        assert "Ihre Sicht fehlt uns noch" in server.text_to("da@beispiel.de")
    assert "Eine Nachricht ist verschickt." in words(app)
    assert codes(app)[1].startswith("Betreff: Erinnerung bis")
    assert [entry.reminders for entry in asked(sqlite_engine)] == [1, 1]
    assert "einmal erinnert, zuletzt am" in words(app)


def test_reminding_nobody_is_complained_about(sqlite_engine, monkeypatch):
    invited_lead(sqlite_engine)
    app = page(sqlite_engine, monkeypatch)
    button(app, "remind").click().run()
    assert "Bitte wählen Sie mindestens eine Einladung." in words(app)


def test_the_table_shows_how_far_everybody_is_but_no_answer(sqlite_engine, monkeypatch):
    lead = invited_lead(sqlite_engine)
    answer(sqlite_engine, lead, identitaeten_1=4)
    with unit_of_work(sqlite_engine) as session:
        project(session, "blog", title="Blog")
        services.choose_asked(
            session, services.ChooseAsked(round="herbst-2026", projects=("jugendkonferenz", "blog")), by=SYSTEM
        )
        member = invitation(session, view=View.TEAM).link
        invitation(session, view=View.PARTNER)
        invitation(session, view=View.PARTNER)
    rater = rater_of("jugendkonferenz", assessment_id=member.assessment_id)
    answer(sqlite_engine, rater, identitaeten_1=1)
    hand_in(sqlite_engine, rater)
    shown = words(page(sqlite_engine, monkeypatch)).replace("\u00a0", " ")
    for state_of_view in ("◐ begonnen", "● abgegeben"):
        assert shown.count(state_of_view) == 2  # once by project, once by invitation
    assert "○ 0 von 2 abgegeben" in shown
    assert shown.count("– nicht eingeladen") == 3
    assert "Das eingeladene Projekt hat abgegeben." in shown


def test_a_renewed_link_kills_the_old_one(sqlite_engine, monkeypatch, turn):
    with unit_of_work(sqlite_engine) as session:
        old = invitation(session)
    app = page(sqlite_engine, monkeypatch)
    by_key(app.selectbox, "links-entry").select_index(0).run()
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
    by_key(app.selectbox, "links-entry").select_index(0).run()
    button(app, "revoke").click().run()
    button(app, "revoke-yes").click().run()
    assert asked(sqlite_engine)[0].link is LinkState.REVOKED
    assert "gesperrt" in words(app)


def test_a_paper_sheet_is_checked_line_by_line_and_stored_as_a_whole(sqlite_engine, monkeypatch, turn):
    app = page(sqlite_engine, monkeypatch)
    by_key(app.selectbox, "sheet-project").set_value("friedensfest")
    by_key(app.text_input, "sheet-line-identitaeten").set_value("7").run()
    assert "Identitäten würdigen, Stelle 1: „7“ ist keine Antwort." in words(app)
    button(app, "sheet-save").click().run()
    assert not asked(sqlite_engine)
    by_key(app.text_input, "sheet-line-identitaeten").set_value("4")
    by_key(app.text_input, "sheet-line-verankerung").set_value("w")
    button(app, "sheet-save").click().run()
    (entry,) = asked(sqlite_engine)
    assert (entry.project, entry.origin, entry.progress) == ("friedensfest", Origin.PAPER, Progress.HANDED_IN)
    assert by_key(app.text_input, "sheet-line-identitaeten").value == ""
    assert by_key(app.selectbox, "sheet-project").value == "friedensfest"
    assert "vom Papierbogen" in words(app)
    assert "Ein Papierbogen eingetragen" in words(app)
    by_key(app.selectbox, "sheet-choice").select_index(0).run()
    button(app, "sheet-delete").click().run()
    button(app, "sheet-delete-yes").click().run()
    assert not asked(sqlite_engine)


def test_a_sheet_stands_in_for_the_invitation_of_the_lead_unless_told_otherwise(sqlite_engine, monkeypatch, turn):
    with unit_of_work(sqlite_engine) as session:
        invited = invitation(session).link.assessment_id
        invitation(session, view=View.TEAM)
    app = page(sqlite_engine, monkeypatch)
    by_key(app.selectbox, "sheet-project").set_value("jugendkonferenz").run()
    by_key(app.button_group, "sheet-view").set_value(View.TEAM).run()
    assert by_key(app.selectbox, "sheet-replaces-jugendkonferenz-team").value == 0
    by_key(app.button_group, "sheet-view").set_value(View.LEAD).run()
    assert by_key(app.selectbox, "sheet-replaces-jugendkonferenz-leitung").value == invited
    by_key(app.text_input, "sheet-line-identitaeten").set_value("4")
    button(app, "sheet-save").click().run()
    entry = next(one for one in asked(sqlite_engine) if one.view is View.LEAD)
    assert (entry.assessment_id, entry.origin, entry.link) == (invited, Origin.PAPER, LinkState.VALID)
    assert "vom Papierbogen; Link gilt, noch nicht geöffnet" in words(app)


def test_what_was_read_in_is_no_invitation_and_has_no_link(sqlite_engine, monkeypatch, turn):
    with unit_of_work(sqlite_engine) as session:
        for view in (View.LEAD, View.PARTICIPANT):
            rating = PutRating(
                round="herbst-2026", project="friedensfest", view=view, rater="p1", indicator_id="augenhoehe-1", level=3
            )
            put_rating(session, rating, by=SYSTEM)
    shown = words(page(sqlite_engine, monkeypatch))
    assert ">eingelesen</td>" in shown
    assert "ohne Link angemeldet" not in shown
    assert ">Teilnehmende</td>" not in shown
    assert ">noch nie<" not in shown


def test_a_sheet_without_a_project_is_complained_about_at_the_field(sqlite_engine, monkeypatch, turn):
    app = page(sqlite_engine, monkeypatch)
    button(app, "sheet-save").click().run()
    assert "um welches Vorhaben oder welchen Bereich es geht" in words(app)


def test_both_forms_can_be_printed_with_and_without_a_round(sqlite_engine, monkeypatch, turn):
    for labels in (page(sqlite_engine, monkeypatch), close(sqlite_engine) or page(sqlite_engine, monkeypatch)):
        shown = [one.label for one in labels.get("download_button")]
        assert any("Kurzform" in one for one in shown)
        assert any("Ausführliche" in one for one in shown)


def test_a_department_is_added_and_counted_apart_from_projects(sqlite_engine, monkeypatch, turn):
    app = page(sqlite_engine, monkeypatch)
    button(app, "department-add").click().run()
    assert "Hier fehlt eine Angabe." in words(app)
    by_key(app.text_input, "department-new").set_value("Bürgerbüro")
    button(app, "department-add").click().run()
    with unit_of_work(sqlite_engine) as session:
        invitation(session, "b-buergerbuero")
        invitation(session)
    app.run()
    assert "Das eingeladene Projekt hat noch nicht abgegeben. Abgegeben haben außerdem 0 von 1 Bereich." in words(app)
    assert "Bürgerbüro (Bereich)" in words(app)
    by_key(app.selectbox, "department-choice").set_value("b-buergerbuero").run()
    by_key(app.text_input, "department-title-b-buergerbuero").set_value("Bürgerservice")
    button(app, "department-rename").click().run()
    button(app, "department-retire").click().run()
    button(app, "department-retire-yes").click().run()
    assert "stillgelegt" in words(app)


def test_a_department_of_the_same_name_is_refused(sqlite_engine, monkeypatch, turn):
    with unit_of_work(sqlite_engine) as session:
        add_department(session, AddDepartment(title="Bürgerbüro"), by=SYSTEM)
    app = page(sqlite_engine, monkeypatch)
    by_key(app.text_input, "department-new").set_value("Bürgerbüro")
    button(app, "department-add").click().run()
    assert "Einen Bereich mit dem Namen „Bürgerbüro“ gibt es schon" in words(app)


def test_closing_asks_first_and_counts_the_drafts(sqlite_engine, monkeypatch):
    answer(sqlite_engine, invited_lead(sqlite_engine), identitaeten_1=4)
    app = page(sqlite_engine, monkeypatch)
    assert "Eine begonnene Einschätzung ist noch nicht abgegeben." in words(app)
    button(app, "close").click().run()
    assert "Das lässt sich nicht zurücknehmen." in words(app)
    button(app, "close-yes").click().run()
    assert "Zurzeit läuft keine Runde." in words(app)
    assert "Die Runde „Herbst 2026“ ist beendet." in words(app)
    assert "Abgegeben haben 0 von 1 Projekten." in words(app)


def test_the_last_day_moves_after_a_question_that_says_what_the_old_letters_still_say(sqlite_engine, monkeypatch, turn):
    app = page(sqlite_engine, monkeypatch)
    assert button(app, "move").disabled
    last = by_key(app.date_input, f"last-day-herbst-2026-{LAST_DAY}")
    assert last.min == TODAY + timedelta(days=1)
    last.set_value(LAST_DAY + timedelta(days=7)).run()
    button(app, "move").click().run()
    assert f"steht noch der {date_de(LAST_DAY)}" in words(app)
    button(app, "move-yes").click().run()
    assert "Die Runde „Herbst 2026“ läuft noch 35 Tage." in words(app)
    by_key(app.date_input, f"last-day-herbst-2026-{LAST_DAY + timedelta(days=7)}").set_value(LAST_DAY).run()
    button(app, "move").click().run()
    assert "Was dann nicht abgegeben ist, zählt nicht mit." in words(app)


def test_the_next_round_is_planned_while_one_runs_then_changed_and_called_off(sqlite_engine, monkeypatch, turn):
    app = page(sqlite_engine, monkeypatch)
    first = LAST_DAY + timedelta(days=1)
    assert by_key(app.date_input, "opening-opens").value == first
    by_key(app.text_input, "opening-title").set_value("Frühjahr")
    button(app, "opening-next").click().run()
    button(app, "open-yes").click().run()
    assert f"{date_de(first)} bis {date_de(first + timedelta(days=28))}" in words(app)
    assert "Die Runde „Herbst 2026“ läuft noch 28 Tage." in words(app)
    assert f"sobald „Herbst 2026“ beendet ist, spätestens ab dem {date_de(first)}. So hat niemand" in words(app)
    prefix = f"change-fruehjahr-{first}-{first + timedelta(days=28)}-2026-1"
    by_key(app.text_input, f"{prefix}-title").set_value("Sommer")
    by_key(app.date_input, f"{prefix}-opens").set_value(LAST_DAY)
    button(app, "change-fruehjahr-save").click().run()
    assert "Die Runde „Herbst 2026“ läuft noch. " in words(app)
    by_key(app.date_input, f"{prefix}-opens").set_value(first + timedelta(days=3))
    button(app, "change-fruehjahr-save").click().run()
    with reading(sqlite_engine) as session:
        later = all_rounds(session, today=TODAY)[0]
    assert (later.title, later.opens_on) == ("Sommer", first + timedelta(days=3))
    with unit_of_work(sqlite_engine) as session:
        invitation(session, turn="fruehjahr")
    button(app, "cancel-fruehjahr").click().run()
    assert "Eine Einladung gibt es schon." in words(app)
    button(app, "cancel-fruehjahr-yes").click().run()
    with reading(sqlite_engine) as session:
        assert [one.title for one in all_rounds(session, today=TODAY)] == ["Herbst 2026"]


def test_of_two_planned_rounds_the_page_is_about_the_one_that_begins_first(sqlite_engine, monkeypatch):
    with unit_of_work(sqlite_engine) as session:
        project(session, "jugendkonferenz", title="Jugendkonferenz")
        for title, days in (("Bald", 7), ("Später", 70)):
            first = TODAY + timedelta(days=days)
            wish = OpenRound(title=title, opens_on=first, closes_on=first + timedelta(days=28))
            services.open_round(session, wish, by=SYSTEM)
    app = page(sqlite_engine, monkeypatch)
    assert "Die Runde „Bald“ beginnt in sieben Tagen." in words(app)
    assert {"cancel-bald", "cancel-spaeter", "change-bald-save", "change-spaeter-save"} <= keys(app)


def test_a_wrong_address_is_corrected_and_one_that_was_written_to_gets_a_new_link(sqlite_engine, monkeypatch, turn):
    with unit_of_work(sqlite_engine) as session:
        wish = InviteRater(round="herbst-2026", project="jugendkonferenz", label="Leitung", mail="alt@beispiel.de")
        old = invite_rater(session, wish, by=SYSTEM)
    app = page(sqlite_engine, monkeypatch)
    by_key(app.selectbox, "links-entry").select_index(0).run()
    by_key(app.text_input, f"links-mail-{old.link.id}").set_value("kein ort")
    button(app, "correct").click().run()
    assert "Das ist keine E-Mail-Adresse." in words(app)
    by_key(app.text_input, f"links-mail-{old.link.id}").set_value("neu@beispiel.de")
    by_key(app.text_input, f"links-label-{old.link.id}").set_value("Projektleitung")
    button(app, "correct").click().run()
    assert (asked(sqlite_engine)[0].label, asked(sqlite_engine)[0].mail) == ("Projektleitung", "neu@beispiel.de")
    with unit_of_work(sqlite_engine) as session:
        record_dispatch(session, RecordDispatch(link_id=old.link.id), by=SYSTEM)
    by_key(app.selectbox, "links-entry").select_index(0).run()
    by_key(app.text_input, f"links-mail-{old.link.id}").set_value("richtig@beispiel.de")
    button(app, "correct").click().run()
    assert "ging schon eine Nachricht mit diesem Link" in words(app)
    button(app, "renew").click().run()
    assert "Der alte gilt sofort nicht mehr" in words(app)
    assert "Vertrauliche Texte werden deshalb vorher gelöscht" in words(app)
    button(app, "renew-yes").click().run()
    with reading(sqlite_engine) as session, pytest.raises(LinkDead):
        link_behind(session, old.token)
    assert asked(sqlite_engine)[0].mail == "richtig@beispiel.de"


def test_nothing_is_said_about_a_round_that_opened_without_anybody_to_ask(sqlite_engine, monkeypatch):
    with unit_of_work(sqlite_engine) as session:
        open_a_round(session, closes_on=LAST_DAY)
    shown = words(page(sqlite_engine, monkeypatch))
    assert "Noch sind keine Projekte erfasst." in shown
    assert "Noch ist niemand ausgewählt oder eingeladen." in shown
