"""Who is missing: every state of the page, and everything the steering group can do on it."""

import json
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from bkcore.access import Actor
from bkcore.commands.perspectives import DeclarePerspective, NoteGap
from bkcore.model.journal import JournalEntry
from bkcore.model.perspectives import Perspective, PerspectiveGap
from bkcore.seed import load_record
from bkcore.services.perspectives import declare_perspective, note_gap
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import GapState, Role
from tests.factories import STEERING_GROUP, activity, organisation, project
from tests.pages.acting import TODAY, opened
from tests.pages.scenes import words


def charts(app):
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


def declared(session: Session, title: str = "Heil", trait: str = "ortsteil", words: str = "") -> str:
    command = DeclarePerspective.model_validate({"trait": trait, "title": title, "words": words})
    return declare_perspective(session, command, by=STEERING_GROUP).row.slug


def noted(session: Session, slug: str) -> None:
    day = TODAY + timedelta(days=30)
    command = NoteGap(perspective=slug, step="Ortsvorstehung einladen", owner="Koordination", due_on=day)
    note_gap(session, command, by=STEERING_GROUP)


def rows(engine, table):
    with reading(engine) as session:
        return session.exec(select(table)).all()


@pytest.fixture
def two_years(sqlite_engine):
    """A town with two organisations in 2023 and 2024, four perspectives, and one step."""
    with unit_of_work(sqlite_engine) as session:
        organisation(session, "verein", district="Ruenthe")
        organisation(session, "awo")
        activity(session, "a", date="2023-05-01", partners=("verein",))
        activity(session, "b", date="2024-05-01", partners=("verein", "awo"))
        declared(session, "Rünthe")
        declared(session, "Wirtschaft", "sektor", "private")
        declared(session, "Türkisch", "sprache")
        noted(session, declared(session))
    return sqlite_engine


def test_the_real_record_begins_empty_and_says_how_to_begin(sqlite_engine, monkeypatch):
    load_record(sqlite_engine)
    shown = words(opened("missing", sqlite_engine, monkeypatch, by=STEERING_GROUP))
    assert "Noch ist keine Perspektive festgelegt." in shown
    assert "Vorschläge aus öffentlichen Quellen" in shown
    assert "https://bergkamen-infoblog.de/wir-bergkamener-werden-immer-weniger" in shown


def test_a_suggestion_is_taken_up_with_its_source(sqlite_engine, monkeypatch):
    app = opened("missing", sqlite_engine, monkeypatch, by=STEERING_GROUP)
    app.button(key="suggestions-take").click().run()
    assert "Bitte wählen Sie zuerst mindestens einen Vorschlag." in words(app)
    app.pills(key="suggestions").set_value(["Heil (Stadtteil)", "Jugendliche (Zielgruppe)"])
    app.button(key="suggestions-take").click().run()
    assert not app.exception
    found = {row.title: row.source for row in rows(sqlite_engine, Perspective)}
    assert set(found) == {"Heil", "Jugendliche"}
    assert all(source.startswith("https://") for source in found.values())
    assert [toast.value for toast in app.toast] == ["Zwei Vorschläge übernommen."]
    assert "Noch ist keine Aktivität erfasst, die stattgefunden hat." in words(app)


def test_the_finding_tells_missing_from_not_known(two_years, monkeypatch):
    app = opened("missing", two_years, monkeypatch, by=STEERING_GROUP)
    shown = words(app)
    assert "2024 fehlt eine von vier Perspektiven." in shown
    assert "Es fehlt: Wirtschaft. Nicht sicher bekannt ist es bei: Heil und Türkisch." in shown
    assert "Der Stadtteil ist bei 1 von 2 Organisationen nicht bekannt." in shown
    assert "Die Sprache ist bei 1 von 1 Aktivitäten nicht bekannt." in shown
    assert "2023 bis 2024: Immer vertreten war Rünthe, nie belegt waren Heil, Wirtschaft und Türkisch." in shown
    (drawn,) = charts(app)
    texts = [word["text"] for word in drawn["layout"]["annotations"]]
    assert texts == ["<b>fehlt</b>", "?", "<b>1</b>", "<b>1</b>", "<b>fehlt</b>", "<b>fehlt</b>", "?", "?"]


def test_target_groups_tell_whom_activities_set_out_to_reach_who_came_and_the_gap(sqlite_engine, monkeypatch):
    with unit_of_work(sqlite_engine) as session:
        for slug, group in (
            ("jugend", "Jugendliche"),
            ("frauen", "Frauen"),
            ("kinder", "Kinder"),
            ("eltern", "Eltern"),
        ):
            project(session, slug, target_group=group)
        activity(session, "fest", project="jugend", attendees=40)
        activity(session, "lauf", project="jugend")
        activity(session, "kurs", project="frauen")
        activity(session, "bunt", project="kinder", status="angekuendigt")
        activity(session, "cafe", project="eltern", attendees=12)
        for title in ("Jugendliche", "Frauen", "Kinder", "Eltern", "Geflüchtete"):
            declared(session, title, "zielgruppe")
    shown = words(opened("missing", sqlite_engine, monkeypatch, by=STEERING_GROUP))
    assert "2024 ist nicht belegt, dass erreicht wurden: Frauen, Geflüchtete und Kinder." in shown
    for sentence in (
        "Zwei Aktivitäten richteten sich an sie, zwei haben stattgefunden. Gekommen sind 40 Menschen, bekannt für 1",
        "Eine Aktivität richtete sich an sie, eine hat stattgefunden. Die Lücke: Niemand hat aufgeschrieben",
        "Eine Aktivität richtete sich an sie, keine hat nachweislich stattgefunden.",
        "Eine Aktivität richtete sich an sie, eine hat stattgefunden. Gekommen sind 12 Menschen.",
        "Keine Aktivität war an sie gerichtet. Die Lücke: ein Angebot.",
    ):
        assert sentence in shown


def test_without_a_target_group_nothing_is_said_of_reaching_one(two_years, monkeypatch):
    assert "Wen wir erreichen wollten" not in words(opened("missing", two_years, monkeypatch, by=STEERING_GROUP))


def test_year_and_trait_live_in_the_address(two_years, monkeypatch):
    query = {"jahr": "2023", "merkmal": "sektor"}
    app = opened("missing", two_years, monkeypatch, by=STEERING_GROUP, query=query)
    assert "2023 fehlt die gesuchte Perspektive." in words(app)
    app.selectbox(key="choice-merkmal").select("alle").run()
    assert "merkmal" not in app.query_params
    assert "2023 fehlen zwei von vier Perspektiven." in words(app)


@pytest.mark.parametrize(
    ("name", "label", "shown"), [("jahr", "Jahr", "2024"), ("merkmal", "Merkmal", "alle Merkmale")]
)
def test_a_value_that_is_not_there_leads_to_the_default_with_a_sentence(two_years, monkeypatch, name, label, shown):
    app = opened("missing", two_years, monkeypatch, by=STEERING_GROUP, query={name: "gibt-es-nicht"})
    assert f"„gibt-es-nicht“ aus der Adresse gibt es hier nicht ({label}). Gezeigt wird: {shown}." in words(app)


def test_a_gap_without_a_step_is_listed_as_such(two_years, monkeypatch):
    shown = words(opened("missing", two_years, monkeypatch, by=STEERING_GROUP))
    assert "Ein Schritt ist offen." in shown
    steps = shown.partition("Fehlende Perspektiven und nächste Schritte")[2]
    assert steps.index("Ortsvorstehung einladen") < steps.index("noch keiner")
    assert steps.split("Was uns wichtig ist")[0].count("noch keiner") == 2


def test_a_next_step_is_noted_in_the_dialog_and_a_missing_owner_is_complained_about(two_years, monkeypatch):
    app = opened("missing", two_years, monkeypatch, by=STEERING_GROUP)
    app.button(key="gap-new").click().run()
    assert app.selectbox(key="gap-perspective").value == "sektor-wirtschaft"
    app.text_input(key="gap-step").set_value("Händler ansprechen")
    app.button(key="gap-save").click().run()
    assert "wer sich kümmert" in str(app.session_state["complaints-gap"])
    assert len(rows(two_years, PerspectiveGap)) == 1
    app.button(key="gap-new").click().run()
    app.selectbox(key="gap-organisation").select("awo")
    app.text_input(key="gap-step").set_value("Händler ansprechen")
    app.button(key="gap-save").click().run()
    assert not app.exception
    assert [gap.step for gap in rows(two_years, PerspectiveGap)] == ["Ortsvorstehung einladen", "Händler ansprechen"]


def test_a_step_is_reported_done_and_opened_again(two_years, monkeypatch):
    app = opened("missing", two_years, monkeypatch, by=STEERING_GROUP)
    for state in (GapState.DONE, GapState.OPEN):
        app.selectbox(key="gap-choice").select("ortsteil-heil-1").run()
        app.button(key="gap-turn").click().run()
        assert not app.exception
        assert [gap.state for gap in rows(two_years, PerspectiveGap)] == [state]
    actions = [entry.action for entry in rows(two_years, JournalEntry)]
    assert actions[-2:] == ["put_gap", "put_gap"]


def test_a_step_is_edited(two_years, monkeypatch):
    app = opened("missing", two_years, monkeypatch, by=STEERING_GROUP)
    app.selectbox(key="gap-choice").select("ortsteil-heil-1").run()
    app.button(key="gap-edit").click().run()
    assert app.text_input(key="gap-step").value == "Ortsvorstehung einladen"
    app.text_input(key="gap-step").set_value("Dorffest besuchen")
    app.button(key="gap-save").click().run()
    (gap,) = rows(two_years, PerspectiveGap)
    assert (gap.step, gap.owner, gap.version) == ("Dorffest besuchen", "Koordination", 2)


def test_a_perspective_is_added_changed_and_put_to_rest(two_years, monkeypatch):
    app = opened("missing", two_years, monkeypatch, by=STEERING_GROUP)
    app.button(key="perspective-new").click().run()
    app.button(key="perspective-save").click().run()
    assert "Hier fehlt eine Angabe." in str(app.session_state["complaints-perspective"])
    app.button(key="perspective-new").click().run()
    app.text_input(key="perspective-title").set_value("Alleinerziehende")
    app.text_input(key="perspective-words").set_value("Mütter und Kinder")
    app.button(key="perspective-save").click().run()
    assert not app.exception
    assert ("Alleinerziehende", "zielgruppe", "Mütter und Kinder") in [
        (row.title, row.trait, row.words) for row in rows(two_years, Perspective)
    ]
    app.selectbox(key="perspective-choice").select("ortsteil-heil").run()
    app.button(key="perspective-turn").click().run()
    assert [row.title for row in rows(two_years, Perspective) if row.retired] == ["Heil"]
    assert "Ortsvorstehung einladen" in words(app)
    app.selectbox(key="perspective-choice").select("ortsteil-heil").run()
    app.button(key="perspective-turn").click().run()
    assert [row.title for row in rows(two_years, Perspective) if row.retired] == []


def test_headings_come_in_order(two_years, monkeypatch):
    shown = words(opened("missing", two_years, monkeypatch, by=Actor(role=Role.ADMINISTRATION)))
    assert shown.count("<h1") == 1
    assert "<h3" not in shown.split("<h2", maxsplit=1)[0]
