"""The page of one project: whose it is, what it shows at which number of people, and how a measure is taken on."""

from datetime import date, timedelta

import pytest
from sqlmodel import select

from bkcore import catalogue
from bkcore.access import SYSTEM
from bkcore.commands.assessments import PutRating
from bkcore.commands.measures import PlanMeasure, SetMeasureState
from bkcore.model.assessments import Assessment, Remark
from bkcore.model.steering import Measure
from bkcore.services.measures import plan_measure, set_measure_state
from bkcore.services.ratings import put_rating
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.vocabulary import MeasureState, RemarkKind
from tests.factories import ADMINISTRATION, STEERING_GROUP, lead_of, project
from tests.pages.acting import TODAY, opened
from tests.pages.scenes import closed_round, words

LEAD = lead_of("projekt-0")
LATER = TODAY + timedelta(days=30)


def write(engine, *steps):
    with unit_of_work(engine) as session:
        for step in steps:
            step(session)


def rated(view, *, people, level, turn="herbst-2025", slug="projekt-0"):
    """Let people of a view give the same level to every factor, by the short form."""

    def step(session):
        for number in range(people):
            for factor in catalogue.load().factors:
                command = PutRating(
                    round=turn, project=slug, view=view, rater=f"{view}-{number}", indicator_id=factor.id, level=level
                )
                put_rating(session, command, by=SYSTEM)

    return step


def rounds(*, projects=1, level=3, slug="herbst-2025"):
    return lambda session: closed_round(session, projects=projects, level=level, slug=slug)


def test_before_the_first_round_everybody_is_told_what_will_be_here(sqlite_engine, monkeypatch):
    write(sqlite_engine, lambda session: project(session, "projekt-0"))
    assert "Noch gibt es kein Ergebnis." in words(opened("project", sqlite_engine, monkeypatch, by=ADMINISTRATION))
    shown = words(opened("project", sqlite_engine, monkeypatch, by=LEAD))
    assert "in der Ihr Projekt Antworten abgegeben hat" in shown
    assert "Noch ist keine Maßnahme vereinbart." in shown


def test_a_lead_sees_the_own_project_and_no_other(sqlite_engine, monkeypatch):
    write(sqlite_engine, rounds(projects=2))
    app = opened("project", sqlite_engine, monkeypatch, by=LEAD)
    assert "Projekt-0" in words(app)
    assert not app.selectbox or all(box.key != "projektwahl" for box in app.selectbox)
    app = opened("project", sqlite_engine, monkeypatch, by=LEAD, query={"projekt": "projekt-1"})
    assert "Dieses Projekt gehört nicht zu Ihrem Zugang." in words(app)
    assert not app.get("plotly_chart")


def test_the_house_chooses_a_project_by_its_address(sqlite_engine, monkeypatch):
    write(sqlite_engine, rounds(projects=2))
    app = opened("project", sqlite_engine, monkeypatch, by=STEERING_GROUP, query={"projekt": "projekt-1"})
    assert "Projekt-1" in words(app)
    assert app.selectbox(key="projektwahl").value == "projekt-1"


def test_one_view_alone_says_what_a_comparison_takes(sqlite_engine, monkeypatch):
    write(sqlite_engine, rounds())
    app = opened("project", sqlite_engine, monkeypatch, by=LEAD)
    assert len(app.get("plotly_chart")) == 1
    assert "Für den Vergleich der Sichten braucht es neben der Leitung mindestens drei Menschen" in words(app)
    assert "Drei nächste Schritte" in words(app)


def test_views_of_three_people_lie_beside_each_other_and_the_widest_gap_is_named(sqlite_engine, monkeypatch):
    write(sqlite_engine, rounds(level=4), rated("team", people=3, level=2), rated("teilnehmende", people=2, level=1))
    app = opened("project", sqlite_engine, monkeypatch, by=LEAD)
    shown = words(app)
    assert len(app.get("plotly_chart")) == 2
    assert "Die Leitung sieht das Projekt bei 4,0, das Team bei 2,0." in shown
    assert "Teilnehmende 1,0" not in shown


def test_one_in_the_team_is_protected_from_the_lead_and_from_the_house(sqlite_engine, monkeypatch):
    write(sqlite_engine, rounds(level=4), rated("team", people=1, level=2))
    own = words(opened("project", sqlite_engine, monkeypatch, by=LEAD))
    assert "Die Werte sind deshalb bei den betroffenen Faktoren die Sicht der Leitung." in own
    assert "4,0 von 5" in own
    assert "3,0 von 5" not in own
    house = words(opened("project", sqlite_engine, monkeypatch, by=STEERING_GROUP))
    assert "ohne die Sicht der Leitung daneben" in house
    assert "3,0 von 5" in house
    assert "Leitung 4,0" not in house


def test_the_other_projects_appear_from_three_on(sqlite_engine, monkeypatch):
    write(sqlite_engine, rounds(projects=3))
    assert "mittlere Hälfte der übrigen 2" not in words(opened("project", sqlite_engine, monkeypatch, by=LEAD))
    write(sqlite_engine, rated("leitung", people=1, level=5, slug="projekt-1"), lambda s: project(s, "projekt-9"))
    write(sqlite_engine, rated("leitung", people=1, level=5, slug="projekt-9"))
    assert "mittlere Hälfte der übrigen 3 Projekte" in words(opened("project", sqlite_engine, monkeypatch, by=LEAD))


def test_an_earlier_round_stands_beside_and_can_be_chosen(sqlite_engine, monkeypatch):
    write(sqlite_engine, rounds(level=2, slug="fruehjahr-2025"), rounds(level=4))
    app = opened("project", sqlite_engine, monkeypatch, by=LEAD)
    assert "Gegenüber „Fruehjahr 2025“: sieben Faktoren höher und „Mitbestimmung“ auf Stufe 4 statt Stufe 2." in words(
        app
    )
    app.selectbox(key="choice-projektrunde").select("fruehjahr-2025").run()
    assert not app.exception
    assert "Acht Sorgen." in words(app)


def test_texts_appear_unless_they_are_confidential(sqlite_engine, monkeypatch):
    def wrote(session):
        found = session.exec(select(Assessment)).first()
        for kind, text, hidden in (
            (RemarkKind.EVIDENCE, "Die Kasse macht jetzt die Gruppe.", False),
            (RemarkKind.NEED, "Das soll niemand lesen.", True),
        ):
            remark = Remark(
                assessment_id=found.id, factor_id="partizipation", kind=kind, text=text, confidential=hidden
            )
            session.add(remark)

    write(sqlite_engine, rounds(), wrote)
    for reader in (LEAD, STEERING_GROUP):
        shown = words(opened("project", sqlite_engine, monkeypatch, by=reader))
        assert "Die Kasse macht jetzt die Gruppe." in shown
        assert "Das soll niemand lesen." not in shown


def test_what_nobody_counted_is_not_recorded_rather_than_zero(sqlite_engine, monkeypatch):
    write(sqlite_engine, rounds())
    shown = words(opened("project", sqlite_engine, monkeypatch, by=LEAD))
    assert shown.count("nicht erfasst (keine Termine)") == 8


def measures(engine):
    with reading(engine) as session:
        return list(session.exec(select(Measure)))


def test_one_tap_opens_a_dialog_that_is_filled_in_and_becomes_a_measure(sqlite_engine, monkeypatch):
    write(sqlite_engine, rounds(level=2))
    app = opened("project", sqlite_engine, monkeypatch, by=LEAD)
    first = next(button for button in app.button if button.key.startswith("plan-") and button.key != "plan-eigene")
    action = first.key.removeprefix("plan-")
    first.click().run()
    assert app.text_input(key=f"{action}-title").value == next(
        one.title for factor in catalogue.load().factors for one in factor.actions if one.id == action
    )
    app.button(key=f"{action}-yes").click().run()
    assert "Bitte sagen Sie, wer sich kümmert" in str(app.session_state["complaints-planning"])
    assert measures(sqlite_engine) == []
    first.click().run()
    app.text_input(key=f"{action}-owner").input("Projektleitung")
    app.button(key=f"{action}-yes").click().run()
    assert not app.exception
    (measure,) = measures(sqlite_engine)
    assert (measure.action_id, measure.owner, measure.state) == (action, "Projektleitung", MeasureState.OPEN)
    assert measure.factor_id == action.rsplit("-", 1)[0]


def planned(session, title="Ideenwand"):
    values = {"title": title, "owner": "Leitung", "due_on": LATER, "project": "projekt-0", "factor_id": "augenhoehe"}
    return plan_measure(session, PlanMeasure.model_validate(values), by=SYSTEM)


def test_the_state_of_a_measure_is_changed_on_the_page(sqlite_engine, monkeypatch):
    write(sqlite_engine, rounds(), planned)
    app = opened("project", sqlite_engine, monkeypatch, by=LEAD)
    assert "Ideenwand" in words(app)
    app.selectbox(key="measure-state-which").select_index(0).run()
    app.selectbox(key="measure-state-new").select(MeasureState.DONE)
    app.button(key="measure-state-save").click().run()
    assert not app.exception
    assert measures(sqlite_engine)[0].state is MeasureState.DONE
    assert "erledigt" in words(app)


def test_somebody_was_faster_with_a_measure(sqlite_engine, monkeypatch):
    write(sqlite_engine, rounds(), planned)
    app = opened("project", sqlite_engine, monkeypatch, by=LEAD)
    app.selectbox(key="measure-state-which").select_index(0).run()
    stale = measures(sqlite_engine)[0]
    faster = SetMeasureState(measure_id=stale.id, state=MeasureState.BLOCKED, version=1)
    write(sqlite_engine, lambda session: set_measure_state(session, faster, by=ADMINISTRATION))
    app.selectbox(key="measure-state-new").select(MeasureState.DONE)
    app.button(key="measure-state-save").click().run()
    assert "Jemand war schneller und hat „Ideenwand“ inzwischen geändert." in words(app)
    assert measures(sqlite_engine)[0].state is MeasureState.BLOCKED


def test_a_measure_past_its_day_is_told(sqlite_engine, monkeypatch):
    def late(session):
        planned(session).due_on = date(2025, 1, 1)

    write(sqlite_engine, rounds(), late)
    assert "Eine Maßnahme ist über dem Termin." in words(opened("project", sqlite_engine, monkeypatch, by=LEAD))


@pytest.mark.parametrize("reader", [LEAD, STEERING_GROUP, ADMINISTRATION])
def test_whoever_reads_the_project_can_take_the_sheet_along(sqlite_engine, monkeypatch, reader):
    write(sqlite_engine, rounds())
    app = opened("project", sqlite_engine, monkeypatch, by=reader)
    assert [found.proto.label for found in app.get("download_button")][-1] == "Ein Blatt für Ihr Team (PDF)"


def test_an_address_with_a_project_or_round_that_is_not_there_is_told_so(sqlite_engine, monkeypatch):
    write(sqlite_engine, rounds(projects=2))
    query = {"projekt": "gibt-es-nicht", "projektrunde": "winter-1999"}
    app = opened("project", sqlite_engine, monkeypatch, by=STEERING_GROUP, query=query)
    assert "„gibt-es-nicht“ aus der Adresse gibt es hier nicht" in words(app)
    assert "„winter-1999“ aus der Adresse gibt es hier nicht" in words(app)


def test_another_project_begins_with_its_latest_round(sqlite_engine, monkeypatch):
    write(sqlite_engine, rounds(projects=2, slug="fruehjahr-2025"), rounds(projects=2))
    query = {"projekt": "projekt-0", "projektrunde": "fruehjahr-2025"}
    app = opened("project", sqlite_engine, monkeypatch, by=STEERING_GROUP, query=query)
    assert app.selectbox(key="choice-projektrunde").value == "fruehjahr-2025"
    app.selectbox(key="projektwahl").select("projekt-1").run()
    assert app.selectbox(key="choice-projektrunde").value == "herbst-2025"
    assert "aus der Adresse" not in words(app)
