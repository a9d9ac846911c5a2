"""The self-assessment's two forms, its corrections, taking back and handing over, as the page shows them."""

import json
from html import unescape

import pytest
from sqlmodel import col, select

from bkcore import catalogue
from bkcore.commands.assessments import ChooseForm, WriteRemark
from bkcore.commands.paper import EnterPaper
from bkcore.model.access import AccessLink
from bkcore.model.assessments import Assessment, Remark
from bkcore.reports import assessment as reports
from bkcore.reports.duration import shown_texts
from bkcore.services import assessments, remarks
from bkcore.services.paper import enter_paper
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import AssessmentForm
from tests.factories import ADMINISTRATION, invitation, lead_of, open_a_round, project
from tests.pages.acting import LAST_DAY, TODAY, answer, close, hand_in, invited_lead, opened
from tests.pages.scenes import words

FACTOR, SUMMARY, RESULT = {"schritt": "identitaeten"}, {"schritt": "abgabe"}, {"schritt": "ergebnis"}


@pytest.fixture
def lead(sqlite_engine):
    return invited_lead(sqlite_engine)


def stored(engine, by):
    with reading(engine) as session:
        return reports.build(session, assessment_id=by.assessment_id, by=by, today=TODAY)


def fields(app):
    return [json.loads(block.proto.json).get("asked", {}) for block in app.get("bidi_component")]


def ladders(app):
    return [one for one in fields(app) if "levels" in one]


def texts(app):
    return [one for one in fields(app) if "private_label" in one]


def button(app, key):
    return next(one for one in app.button if one.key == key)


def told(field):
    return json.dumps(json.loads(field.proto.json), ensure_ascii=False)


def unfolded(app):
    return next(one.proto.expanded for one in app.expander if one.label == "Etwas dazu schreiben (freiwillig)")


def choose(engine, by, form):
    with unit_of_work(engine) as session:
        assessments.choose_form(session, ChooseForm(assessment_id=by.assessment_id, form=form), by=by)


def write(engine, by, text, **more):
    with unit_of_work(engine) as session:
        command = WriteRemark(assessment_id=by.assessment_id, factor_id="identitaeten", text=text, **more)
        remarks.write_remark(session, command, by=by)


def test_the_short_form_asks_one_question_per_factor(sqlite_engine, monkeypatch, lead):
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead)
    button(app, "start-short").click().run()
    assert app.query_params["schritt"] == "identitaeten"
    (asked,) = ladders(app)
    assert len(asked["levels"]) == 5
    assert len(asked["opt_outs"]) == 2
    assert [one["label"] for one in texts(app)] == ["Woran merken wir das?"]
    answer(sqlite_engine, lead, identitaeten=2)
    app.run()
    assert [one["label"] for one in texts(app)] == ["Woran merken wir das?", "Was fehlt uns?"]
    assert stored(sqlite_engine, lead).total == 8


@pytest.mark.parametrize("form", AssessmentForm)
def test_the_reading_time_counts_what_a_form_shows_unfolded(sqlite_engine, monkeypatch, lead, form):
    choose(sqlite_engine, lead, form)
    factor = catalogue.load().factor("identitaeten")
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query=FACTOR)
    folded = {id(block) for expander in app.expander for block in expander}
    shown = [block for block in [*app.get("html"), *app.get("bidi_component")] if id(block) not in folded]
    seen = unescape("\n".join(block.proto.body if block.type == "html" else told(block) for block in shown))
    items = (factor.short, *factor.indicators)
    candidates = [factor.title, factor.question, factor.explanation, factor.evidence_question]
    candidates += [text for item in items for text in (item.statement, *item.levels)]
    assert {text for text in candidates if text in seen} == set(shown_texts(factor, form=form))


def test_the_short_form_unfolds_what_somebody_wrote(sqlite_engine, monkeypatch, lead):
    choose(sqlite_engine, lead, "kurz")
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query=FACTOR)
    assert not unfolded(app)
    write(sqlite_engine, lead, "Alle fragen nach.")
    app.run()
    assert unfolded(app)
    write(sqlite_engine, lead, "")
    app.run()
    assert unfolded(app)


def test_going_deeper_stays_at_the_factor_and_shows_the_short_answer(sqlite_engine, monkeypatch, lead):
    choose(sqlite_engine, lead, "kurz")
    answer(sqlite_engine, lead, identitaeten=4)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query=FACTOR)
    button(app, "switch").click().run()
    assert app.query_params["schritt"] == "identitaeten"
    assert len(ladders(app)) == 4
    assert "Ihre Antwort in der Kurzform: Stufe 4." in words(app)
    answer(sqlite_engine, lead, identitaeten_1=1)
    button(app, "switch").click().run()
    assert "eine von vier Aussagen beantwortet" in words(app)
    assert ladders(app)[0]["value"] == 4


def test_the_start_says_how_long_only_what_was_measured(sqlite_engine, monkeypatch, lead):
    assert words(opened("assessment", sqlite_engine, monkeypatch, by=lead)).count("noch nicht gemessen") == 2
    with unit_of_work(sqlite_engine) as session:
        others = [invitation(session).link.assessment_id for _ in range(3)]
    for number, other in enumerate(others, start=1):
        by = lead_of("jugendkonferenz", assessment_id=other)
        choose(sqlite_engine, by, "kurz")
        answer(sqlite_engine, by, identitaeten=3)
        hand_in(sqlite_engine, by)
        with unit_of_work(sqlite_engine) as session:
            session.get_one(Assessment, other).seconds_spent = 80 * number
    shown = words(opened("assessment", sqlite_engine, monkeypatch, by=lead))
    assert "Die Hälfte der drei Personen, die diese Form abgegeben haben, brauchte höchstens drei Minuten." in shown
    assert shown.count("noch nicht gemessen") == 1


def test_a_department_reads_of_its_area(sqlite_engine, monkeypatch):
    with unit_of_work(sqlite_engine) as session:
        project(session, "bauamt", title="Bauamt", kind="bereich")
        open_a_round(session, closes_on=LAST_DAY)
        by = lead_of("bauamt", assessment_id=invitation(session, "bauamt").link.assessment_id)
    shown = words(opened("assessment", sqlite_engine, monkeypatch, by=by))
    assert "Ihren Bereich" in shown
    assert "Vorhaben" not in shown


def test_a_text_that_names_a_person_is_saved_and_hinted_at(sqlite_engine, monkeypatch, lead):
    write(sqlite_engine, lead, "Frau Yilmaz fragt nach.", confidential=True)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query=FACTOR)
    assert "Das sieht nach einem Namen aus: „Frau Yilmaz“." in words(app)
    assert "Gespeichert ist Ihr Text trotzdem." in words(app)
    assert [(one["value"], one["private"], one["state"]) for one in texts(app)] == [
        ("Frau Yilmaz fragt nach.", True, "gespeichert")
    ]


def test_a_corrected_answer_shows_what_it_was(sqlite_engine, monkeypatch, lead):
    answer(sqlite_engine, lead, identitaeten_1=2, identitaeten_2="weiss_nicht")
    hand_in(sqlite_engine, lead)
    answer(sqlite_engine, lead, identitaeten_1=4, identitaeten_2=3)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query=FACTOR)
    first, second = (one["earlier"] for one in ladders(app)[:2])
    assert first[0].startswith("vorher: Stufe 2 (bis ")
    assert second[0].startswith("vorher: „Weiß ich nicht“ (bis ")


def test_the_only_answer_handed_in_can_be_changed_but_not_taken_back(sqlite_engine, monkeypatch, lead):
    answer(sqlite_engine, lead, identitaeten_1=2)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query=FACTOR)
    assert ladders(app)[0]["clear"] == "Antwort löschen"
    hand_in(sqlite_engine, lead)
    app.run()
    assert ladders(app)[0]["clear"] == ""
    assert words(app).count("Das ist Ihre einzige abgegebene Antwort.") == 1


def test_taking_back_asks_first_and_then_says_so(sqlite_engine, monkeypatch, lead):
    answer(sqlite_engine, lead, identitaeten_1=2)
    hand_in(sqlite_engine, lead)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query=RESULT)
    button(app, "withdraw").click().run()
    assert "Ihre Antworten zählen dann nicht mehr mit." in words(app)
    assert stored(sqlite_engine, lead).handed_in
    button(app, "withdraw-yes").click().run()
    assert not stored(sqlite_engine, lead).handed_in
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query=SUMMARY)
    assert "Sie haben Ihre Abgabe am " in words(app)
    assert button(app, "hand-in")


def test_handing_over_says_what_is_deleted_and_shows_the_link_once(sqlite_engine, monkeypatch, lead):
    answer(sqlite_engine, lead, identitaeten_1=2)
    write(sqlite_engine, lead, "Nur für mich", confidential=True)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query=SUMMARY)
    button(app, "hand-over").click().run()
    assert "Ihre vertraulichen Texte werden vorher gelöscht (1)." in words(app)
    button(app, "hand-over-yes").click().run()
    assert "Geht der neue Link verloren, auch durch Neuladen dieser Seite? Das Integrationsmanagement" in words(app)
    assert not app.exception
    (address, message) = [block.value for block in app.code]
    assert address.startswith("https://beteiligung.example/anmelden/")
    assert address in message
    with reading(sqlite_engine) as session:
        assert session.exec(select(Remark)).all() == []
        links = session.exec(select(AccessLink).order_by(col(AccessLink.id)))
        assert [link.revoked_at is None for link in links] == [False, True]


def test_a_round_that_closes_while_the_summary_is_open_refuses_in_one_sentence(sqlite_engine, monkeypatch, lead):
    answer(sqlite_engine, lead, identitaeten_1=2)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query=SUMMARY)
    close(sqlite_engine)
    button(app, "hand-in").click().run()
    assert "nimmt keine Antworten mehr an" in words(app)
    assert "Diese Runde ist beendet" in words(app)
    assert stored(sqlite_engine, lead).answered == 1


def test_another_device_is_named_where_it_changed_an_answer(sqlite_engine, monkeypatch, lead):
    answer(sqlite_engine, lead, identitaeten_1=2)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query=FACTOR)
    answer(sqlite_engine, lead, identitaeten_1=5)
    app.run()
    assert ladders(app)[0]["value"] == 5
    assert words(app).count("inzwischen an anderer Stelle geändert") == 1


def test_the_short_forms_summary_leads_to_every_open_question(sqlite_engine, monkeypatch, lead):
    choose(sqlite_engine, lead, "kurz")
    answer(sqlite_engine, lead, identitaeten=2)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query=SUMMARY)
    assert "Noch offen: 7 von 8 Aussagen." in words(app)
    button(app, "open-verankerung").click().run()
    assert app.query_params == {"schritt": "verankerung", "frage": "verankerung"}


def test_answers_from_paper_are_there_to_be_looked_at_and_the_page_says_where_they_come_from(
    sqlite_engine, monkeypatch, lead
):
    sheet = EnterPaper(
        round="herbst-2026",
        project="jugendkonferenz",
        form=AssessmentForm.SHORT,
        lines={"identitaeten": "2"},
        replaces=lead.assessment_id,
    )
    with unit_of_work(sqlite_engine) as session:
        enter_paper(session, sheet, by=ADMINISTRATION)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead)
    assert "Ihre Antworten vom Papierbogen sind eingetragen." in words(app)
    assert "nichts noch einmal auszufüllen" in words(app)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query=FACTOR)
    assert ladders(app)[0]["value"] == 2
    close(sqlite_engine)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead)
    assert "Vom Papierbogen eingetragen und gezählt." in words(app)


def test_who_may_have_answered_on_paper_is_asked_before_answering_twice(sqlite_engine, monkeypatch, lead):
    sheet = EnterPaper(
        round="herbst-2026", project="jugendkonferenz", form=AssessmentForm.SHORT, lines={"identitaeten": "2"}
    )
    with unit_of_work(sqlite_engine) as session:
        enter_paper(session, sheet, by=ADMINISTRATION)
    answer(sqlite_engine, lead, identitaeten=3)
    for query in ({}, SUMMARY):
        app = opened("assessment", sqlite_engine, monkeypatch, by=lead, query=query)
        assert "Für die Sicht „Leitung“ ist schon ein Papierbogen eingetragen." in words(app)
    hand_in(sqlite_engine, lead)
    app = opened("assessment", sqlite_engine, monkeypatch, by=lead)
    assert "Papierbogen" not in words(app)
