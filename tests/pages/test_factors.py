import json
from datetime import date

from bkcore.vocabulary import Role
from tests.factories import invitation, open_a_round, project
from tests.pages.scenes import closed_round, filled, opened, words


def test_before_the_first_round_the_page_says_what_to_do(sqlite_engine, monkeypatch):
    app = opened("factors", sqlite_engine, monkeypatch)
    assert "Noch ist keine Runde abgeschlossen." in words(app)
    assert not app.get("plotly_chart")


def test_an_open_round_hides_its_results(sqlite_engine, monkeypatch):
    filled(sqlite_engine, project, lambda session: open_a_round(session, closes_on=date(2026, 11, 23)), invitation)
    app = opened("factors", sqlite_engine, monkeypatch, role=Role.STEERING_GROUP)
    assert "Die Runde „Herbst 2026“ endet morgen." in words(app)
    assert "Ergebnisse erscheinen erst, wenn eine Runde beendet ist" in words(app)
    assert not app.get("plotly_chart")


def test_two_answers_are_too_few_for_any_figure(sqlite_engine, monkeypatch):
    filled(sqlite_engine, lambda session: closed_round(session, projects=2))
    app = opened("factors", sqlite_engine, monkeypatch)
    assert "Noch zu wenige Rückmeldungen." in words(app)
    assert not app.get("plotly_chart")
    assert not app.expander


def test_a_closed_round_shows_its_profile_and_what_helps_next(sqlite_engine, monkeypatch):
    filled(sqlite_engine, lambda session: closed_round(session, projects=4, level=2))
    app = opened("factors", sqlite_engine, monkeypatch)
    shown = words(app)
    assert len(app.get("plotly_chart")) == 1
    assert "Acht Faktoren machen Sorge." in shown
    assert "Vier Personen haben vier Projekte eingeschätzt." in shown
    assert shown.count("Was von Stufe 2 zu Stufe 3 hilft") == 8
    assert "Stärke:" not in shown


def test_five_in_one_project_show_how_much_they_agree(sqlite_engine, monkeypatch):
    filled(sqlite_engine, lambda session: closed_round(session, projects=1, people=5))
    assert "Einigkeit im Projekt" in words(opened("factors", sqlite_engine, monkeypatch))


def test_four_in_one_project_do_not(sqlite_engine, monkeypatch):
    filled(sqlite_engine, lambda session: closed_round(session, projects=1, people=4))
    assert "Einigkeit im Projekt" not in words(opened("factors", sqlite_engine, monkeypatch))


def test_an_earlier_round_can_be_chosen_and_stands_beside_the_later_one(sqlite_engine, monkeypatch):
    filled(
        sqlite_engine,
        lambda session: closed_round(session, projects=3, level=2, slug="fruehjahr-2025"),
        lambda session: closed_round(session, projects=3, level=4),
    )
    app = opened("factors", sqlite_engine, monkeypatch)
    assert "Ring: Runde „Fruehjahr 2025“" in words(app)
    assert "Acht Faktoren sind Stärken." in words(app)
    app.selectbox(key="choice-runde").select("fruehjahr-2025").run()
    assert not app.exception
    assert "Acht Faktoren machen Sorge." in words(app)
    assert "Ring:" not in words(app)


def test_the_scale_is_always_one_to_five(sqlite_engine, monkeypatch):
    filled(sqlite_engine, lambda session: closed_round(session, projects=3))
    app = opened("factors", sqlite_engine, monkeypatch)
    drawn = json.loads(app.get("plotly_chart")[0].proto.spec)
    assert drawn["layout"]["xaxis"]["tickvals"] == [1, 2, 3, 4, 5]


def test_every_figure_opens_its_definition_its_number_and_its_rows(sqlite_engine, monkeypatch):
    filled(sqlite_engine, lambda session: closed_round(session, projects=4, level=2))
    shown = words(opened("factors", sqlite_engine, monkeypatch))
    assert shown.count("So entstehen die Zahlen") == 8
    assert shown.count(">Diese Projekte stehen dahinter<") == 8
    assert "Vier Projekte sehen hier eine Sorge." in shown
    assert shown.count("nicht erfasst (keine Termine)") == 16


def test_one_round_alone_has_no_heat_map_and_two_say_what_changed(sqlite_engine, monkeypatch):
    filled(sqlite_engine, lambda session: closed_round(session, projects=3, level=2, slug="fruehjahr-2025"))
    shown = words(opened("factors", sqlite_engine, monkeypatch))
    assert "Runde für Runde" not in shown
    assert shown.count("erste Runde") == 8
    filled(sqlite_engine, lambda session: closed_round(session, projects=3, level=3))
    shown = words(opened("factors", sqlite_engine, monkeypatch))
    assert "Runde für Runde" in shown
    assert "+1,00 (+1,00 bis +1,00)" in shown
    assert "Bei so wenigen Projekten ist das ein Hinweis, kein Beweis." in shown


def test_the_matrix_is_alphabetical_and_tells_bands_in_words(sqlite_engine, monkeypatch):
    def mixed(session):
        closed_round(session, projects=3, level=5)
        project(session, "projekt-0", title="Zuletzt")

    filled(sqlite_engine, mixed)
    shown = words(opened("factors", sqlite_engine, monkeypatch))
    matrix = shown.split('aria-label="Projekte und Faktoren"')[1].split("</table>")[0]
    assert [matrix.index(name) for name in ("Projekt-1", "Projekt-2", "Zuletzt")] == sorted(
        matrix.index(name) for name in ("Projekt-1", "Projekt-2", "Zuletzt")
    )
    assert matrix.count('<span class="bk-band">Stärke</span>') == 24
    assert matrix.count("bk-band-strength") == 24


def test_an_address_with_a_round_that_is_not_there_is_told_so(sqlite_engine, monkeypatch):
    query = {"runde": "winter-1999"}
    filled(sqlite_engine, lambda session: closed_round(session, projects=3))
    shown = words(opened("factors", sqlite_engine, monkeypatch, query=query))
    assert "„winter-1999“ aus der Adresse gibt es hier nicht (" in shown
    assert "Gezeigt wird: Herbst 2025." in shown
    filled(sqlite_engine, lambda session: closed_round(session, projects=3, slug="fruehjahr-2025"))
    app = opened("factors", sqlite_engine, monkeypatch, query=query)
    assert "„winter-1999“ aus der Adresse gibt es hier nicht (" in words(app)
    assert app.selectbox(key="choice-runde").value == "herbst-2025"
