"""``bk`` as people and scripts use it: output, exit codes, German sentences."""

import io
import json
import socket
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from bkcore import seed
from bkcore.access import SYSTEM
from bkcore.catalogue import load as load_catalogue
from bkcore.cli import main as cli
from bkcore.commands.assessments import PutRound
from bkcore.commands.catalogue import ApproveCatalogue
from bkcore.commands.measures import InviteOwner, PlanMeasure
from bkcore.commands.members import BeginRepresentation, CreateSeat
from bkcore.metrics.network import as_json, network_figures
from bkcore.metrics.network_details import network_details
from bkcore.metrics.projection import public_offices
from bkcore.model.capture import CaptureLink
from bkcore.services.catalogue_approval import approve_catalogue
from bkcore.services.measure_links import invite_owner
from bkcore.services.measures import plan_measure
from bkcore.services.members import begin_representation, create_seat
from bkcore.services.rounds import put_round
from bkcore.store.unit_of_work import reading, unit_of_work
from scripts.record import load
from tests import factories
from tests.mail_server import mail_server

ROOT = Path(__file__).parents[2]
TOMORROW = (date.today() + timedelta(days=1)).isoformat()  # noqa: DTZ011 - any later day will do


class Answer(NamedTuple):
    """What a call came to."""

    code: int
    out: str
    err: str


@pytest.fixture
def bk(
    sqlite_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Answer]:
    """Call ``bk`` on a database with the shipped record."""
    seed.load_record(sqlite_engine)
    monkeypatch.setenv("BK_DATABASE_URL", str(sqlite_engine.url))
    monkeypatch.setenv("BK_VAR_DIR", str(tmp_path))

    def call(*words: str) -> Answer:
        monkeypatch.setattr(sys, "argv", ["bk", *words])
        code = 0
        try:
            cli.main()
        except SystemExit as exit_:
            code = int(exit_.code or 0)
        out, err = capsys.readouterr()
        return Answer(code, out, err)

    return call


def test_the_figures_of_the_database_are_those_of_the_shipped_files(bk: Callable[..., Answer]) -> None:
    record = load()
    files = (record.participations, record.activities, record.organisations)
    straight = network_figures(*files, public_offices=public_offices(record.organisations))
    everything = as_json(straight) | network_details(*files, figures=straight)
    assert json.loads(bk("metrics", "network", "--json").out) == json.loads(json.dumps(everything))


def test_figures_come_for_a_window_as_json_and_as_lines(bk: Callable[..., Answer]) -> None:
    window = ("--from", "2024-01-01", "--to", "01.01.2025")
    data = json.loads(bk("metrics", "network", *window, "--json").out)
    assert (data["window"], data["organisations"]) == ({"from": "2024-01-01", "to": "2025-01-01"}, 18)
    assert "organisations: 18" in bk("metrics", "network", *window).out
    assert json.loads(bk("metrics", "participation", *window, "--json").out)["activities"] == 7


def test_coverage_is_printed_even_before_anything_is_declared(bk: Callable[..., Answer]) -> None:
    data = json.loads(bk("metrics", "coverage", "--json").out)
    assert (data["years"][0], data["years"][-1], data["perspectives"]) == (2014, 2025, [])


def test_factors_without_a_closed_round_are_undefined_not_zero(bk: Callable[..., Answer]) -> None:
    factors = json.loads(bk("metrics", "factors", "--json").out)["factors"]
    assert len(factors) == 8
    assert {factor["mean"] for factor in factors} == {None}


def test_interim_results_stay_hidden_until_the_round_closes(bk: Callable[..., Answer]) -> None:
    identifier = bk("round", "open", "Herbst", "--closes", TOMORROW).out.strip()
    refused = bk("metrics", "factors", "--round", identifier, "--json")
    assert (refused.code, refused.out) == (1, "")
    assert "läuft noch" in refused.err
    assert bk("round", "close", identifier).code == 0
    assert bk("metrics", "factors", "--round", identifier, "--json").code == 0


def test_an_invitation_and_a_sign_in_print_the_address_alone(bk: Callable[..., Answer]) -> None:
    identifier = bk("round", "open", "Herbst", "--closes", TOMORROW).out.strip()
    for words in (
        ("invite", "p-jugendkonferenz", "--round", identifier, "--role", "team"),
        ("sign-in", "verwaltung"),
        ("sign-in", "steuerungsgruppe"),
        ("sign-in", "p-jugendkonferenz"),
    ):
        out = bk(*words).out
        assert out.startswith("http://127.0.0.1:8501/anmelden/")
        assert out.count("\n") == 1
    assert json.loads(bk("round", "list", "--json").out)[0]["open"] is True


def test_a_live_link_is_listed_without_its_address(bk: Callable[..., Answer]) -> None:
    address = bk("link", "create", "--audience", "council", "--label", "Dezember").out.strip()
    listed = json.loads(bk("link", "list", "--json").out)
    agreed = {"id", "label", "audience", "created", "expires", "pinned", "revoked", "views"}
    assert set(listed[0]) == agreed | {"password", "sitting"}
    assert address.rsplit("/", 1)[1] not in json.dumps(listed)
    rotated = bk("link", "rotate", str(listed[0]["id"])).out.strip()
    assert rotated != address
    assert bk("link", "revoke", str(listed[0]["id"])).code == 0
    assert "zurückgezogen" in bk("link", "list").out


def test_a_release_is_numbered_and_listed(bk: Callable[..., Answer]) -> None:
    assert json.loads(bk("release", "make", "--json").out)["number"] == 1
    assert "Nr. 2" in bk("release", "make").out
    assert [entry["number"] for entry in json.loads(bk("release", "list", "--json").out)] == [2, 1]


def test_importing_the_shipped_record_again_changes_nothing(bk: Callable[..., Answer]) -> None:
    report = json.loads(bk("import", str(ROOT / "data" / "bergkamen"), "--json").out)
    assert (report["new"], report["changed"], report["unchanged"]) == (0, 0, 421)


def test_a_faulty_file_is_refused_with_file_row_column_value_and_reason(
    bk: Callable[..., Answer], tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "organisationen.csv").write_text("kennung;name;art;sektor\nneu;Neu;Raumschiff;civil\n", encoding="utf-8")
    answer = bk("import", str(folder), "--json")
    fault = json.loads(answer.out)["faults"][0]
    assert answer.code == 1
    assert (fault["row"], fault["column"], fault["value"]) == (2, "art", "Raumschiff")
    assert "verein" in fault["reason"]
    assert "nichts gespeichert" in answer.err


def test_what_is_exported_imports_again_and_a_backup_comes_back(bk: Callable[..., Answer], tmp_path: Path) -> None:
    assert bk("export", str(tmp_path / "alles.xlsx")).code == 0
    assert json.loads(bk("import", str(tmp_path / "alles.xlsx"), "--json").out)["unchanged"] == 421
    assert bk("backup", str(tmp_path / "sicherung.zip")).code == 0
    bk("round", "open", "Danach", "--closes", TOMORROW)
    assert bk("restore", str(tmp_path / "sicherung.zip")).code == 0
    assert json.loads(bk("round", "list", "--json").out) == []


def test_the_doctor_is_well_on_a_fresh_database(bk: Callable[..., Answer]) -> None:
    answer = bk("doctor", "--json")
    assert (answer.code, json.loads(answer.out)["ok"]) == (0, True)
    assert bk("doctor").out.count("in Ordnung") == 7


def test_the_doctor_names_what_to_do(
    bk: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BK_DATABASE_URL", f"sqlite:///{tmp_path}/leer.db")
    answer = bk("doctor")
    assert answer.code == 1
    assert "bk migrate" in answer.out
    assert bk("migrate").code == 0
    assert bk("doctor").code == 0


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("gibt-es-nicht",), 2, "Befehl"),
        (("invite",), 2, "Es fehlt die Angabe"),
        (("invite", "p-iwgr", "--round", "x", "--role", "chef"), 2, "erlaubt sind lead, partner, team"),
        (("round", "open", "Herbst", "--closes", "bald"), 2, "erwartet wird ein Datum"),
        (("round", "open", "Herbst", "--closes", "2020-01-01"), 1, "späteres Ende"),
        (("round", "close", "nirgends"), 1, "gibt es nicht"),
        (("sign-in", "nirgends"), 1, "gibt es nicht"),
        (("link", "revoke", "99"), 1, "gibt es nicht"),
        (("link", "revoke", "9" * 30), 2, "erwartet wird eine Zahl von 1 bis"),
        (("serve", "--port", "99999"), 2, "erwartet wird eine Zahl von 1 bis 65535"),
        (("serve", "--host", "8.8.8.8", "--port", "8829"), 1, "HOST"),
        (("serve", "--host", "999.1.1.1", "--port", "8829"), 1, "HOST"),
        (("link", "create", "--audience", "council", "--label", ""), 2, "label: Hier fehlt eine Angabe."),
        (("import", "/nirgends"), 1, "lässt sich nicht lesen"),
        (("metrics", "network", "--from", "2025-01-01", "--to", "2024-01-01"), 1, "Ende"),
        (("catalogue", "--jason"), 2, "Option"),
    ],
)
def test_a_wrong_call_gets_one_german_sentence(
    bk: Callable[..., Answer], words: tuple[str, ...], code: int, sentence: str
) -> None:
    answer = bk(*words)
    assert (answer.code, answer.out) == (code, "")
    assert sentence in answer.err
    assert answer.err.count("\n") == 1


def test_a_wrong_setting_stops_with_its_name(bk: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BK_SURFACE", "alles")
    answer = bk("doctor")
    assert answer.code == 1
    assert "BK_SURFACE" in answer.err


def test_a_port_that_is_taken_stops_the_start_before_links_are_given_out(bk: Callable[..., Answer]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        answer = bk("serve", "--port", str(taken.getsockname()[1]))
    assert (answer.code, answer.out) == (1, "")
    assert "PORT" in answer.err


def test_a_file_that_is_no_database_gets_one_sentence(
    bk: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "brief.txt").write_text("Sehr geehrte Damen und Herren, " * 50)
    monkeypatch.setenv("BK_DATABASE_URL", f"sqlite:///{tmp_path / 'brief.txt'}")
    for words in (("migrate",), ("sign-in", "verwaltung"), ("release", "list"), ("backup", str(tmp_path / "b.zip"))):
        answer = bk(*words)
        assert (answer.code, answer.out) == (1, "")
        assert "keine Datenbank dieses Programms" in answer.err


def test_every_command_has_german_help(bk: Callable[..., Answer]) -> None:
    for words in (("--help",), ("import", "--help"), ("round", "open", "--help"), ("link", "create", "--help")):
        out = bk(*words).out
        assert "Aufruf:" in out
        for english in ("Usage", "Options", "Show this message", "required", "default"):
            assert english not in out


def test_the_catalogue_has_all_levels(bk: Callable[..., Answer]) -> None:
    catalogue = json.loads(bk("catalogue", "--json").out)
    levels = [level for factor in catalogue["factors"] for item in factor["indicators"] for level in item["levels"]]
    assert (len(catalogue["factors"]), len(levels)) == (8, 160)


def test_a_round_is_planned_with_whom_to_ask(bk: Callable[..., Answer]) -> None:
    later = (date.today() + timedelta(days=10)).isoformat()  # noqa: DTZ011 - any later day will do
    end = (date.today() + timedelta(days=20)).isoformat()  # noqa: DTZ011 - any later day will do
    asked = ("--project", "p-jugendkonferenz", "--project", "p-interviewstudie")
    identifier = bk("round", "open", "Später", "--opens", later, "--closes", end, *asked).out.strip()
    (listed,) = json.loads(bk("round", "list", "--json").out)
    assert (listed["id"], listed["open"], listed["planned"], listed["opens"]) == (identifier, False, True, later)
    assert "geplant" in bk("round", "list").out
    refused = bk("round", "open", "Noch eine", "--opens", end, "--closes", end)
    assert (refused.code, "vorgesehen" in refused.err) == (1, True)
    assert "Erlaubt: 2026-1" in bk("round", "open", "X", "--closes", TOMORROW, "--catalogue", "1999-1").err


def test_a_planned_round_is_changed_and_called_off_and_a_running_one_gets_another_last_day(
    bk: Callable[..., Answer],
) -> None:
    days = [(date.today() + timedelta(days=number)).isoformat() for number in (10, 20, 30)]  # noqa: DTZ011 - any days
    bk("round", "open", "Herbst", "--closes", TOMORROW)
    assert bk("round", "move", "herbst", "--closes", days[0]).code == 0
    assert "morgen oder später" in bk("round", "move", "herbst", "--closes", "2020-01-01").err
    bk("round", "open", "Winter", "--opens", days[1], "--closes", days[2])
    assert "vorgesehen" in bk("round", "move", "herbst", "--closes", days[1]).err
    assert bk("round", "change", "winter", "--title", "Frühjahr", "--opens", days[2]).code == 0
    later, now = json.loads(bk("round", "list", "--json").out)
    assert (later["id"], later["title"], later["opens"], later["closes"]) == ("winter", "Frühjahr", days[2], days[2])
    assert now["closes"] == days[0]
    assert bk("round", "cancel", "herbst").code == 1
    assert bk("round", "cancel", "winter").code == 0
    assert [one["id"] for one in json.loads(bk("round", "list", "--json").out)] == ["herbst"]
    assert bk("round", "change", "nirgends", "--title", "X").code == 1


def test_reminding_goes_to_known_addresses_once_in_a_while(
    bk: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch
) -> None:
    identifier = bk("round", "open", "Herbst", "--closes", TOMORROW).out.strip()
    for mail in ("da@beispiel.de", "weg@beispiel.de"):
        bk("invite", "p-jugendkonferenz", "--round", identifier, "--mail", mail)
    bk("invite", "p-interviewstudie", "--round", identifier)
    assert "BK_SMTP_URL" in bk("round", "remind", identifier).err
    with mail_server() as server:
        server.refused.add("weg@beispiel.de")
        monkeypatch.setenv("BK_SMTP_URL", server.url)
        first = bk("round", "remind", identifier)
        assert first.code == 1
        assert "da@beispiel.de  verschickt" in first.out
        assert "weg@beispiel.de  Der Postausgang nimmt diese Adresse nicht an (550" in first.out
        assert "/anmelden/" not in first.out
        assert "/anmelden/" in server.text_to("da@beispiel.de")
        server.refused.clear()
        second = json.loads(bk("round", "remind", identifier, "--not-since", "6", "--json").out)
    # Who got none the first time was not reminded, so the second time it is only them.
    assert [(one["mail"], one["sent"]) for one in second] == [("weg@beispiel.de", True)]


def test_owners_of_measures_are_reminded_once_in_a_while(
    bk: Callable[..., Answer], sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with unit_of_work(sqlite_engine) as session:
        for mail in ("da@beispiel.de", "weg@beispiel.de"):
            plan = PlanMeasure(title="Plakate drucken", owner="Presse", due_on=TOMORROW)
            measure = plan_measure(session, plan, by=SYSTEM)
            invite_owner(session, InviteOwner(measure_id=measure.id, label="Pressestelle", mail=mail), by=SYSTEM)
    assert [(one["title"], one["overdue"]) for one in json.loads(bk("measure", "list", "--json").out)] == [
        ("Plakate drucken", False),
        ("Plakate drucken", False),
    ]
    assert "Presse" in bk("measure", "list").out
    assert "BK_SMTP_URL" in bk("measure", "remind").err
    with mail_server() as server:
        server.refused.add("weg@beispiel.de")
        monkeypatch.setenv("BK_SMTP_URL", server.url)
        first = bk("measure", "remind")
        assert first.code == 1
        assert "weg@beispiel.de  Der Postausgang nimmt diese Adresse nicht an (550" in first.out
        assert "/massnahme/" not in first.out
        assert "/massnahme/" in server.text_to("da@beispiel.de")
        assert "Niemand ist zu erinnern" in bk("measure", "remind", "--not-since", "6").out
    assert bk("measure", "forget").out == "Keine Adressen gelöscht.\n"


def test_members_are_listed_and_erased(bk: Callable[..., Answer], sqlite_engine: Engine) -> None:
    long_ago = date(2020, 1, 1)
    with unit_of_work(sqlite_engine) as session:
        seat = create_seat(session, CreateSeat(organisation="awo", begins_on=long_ago), by=SYSTEM).row.slug
        for name, day in (("Erika Früher", long_ago), ("Erika Heute", date(2021, 1, 1))):
            begin_representation(session, BeginRepresentation(seat=seat, name=name, begins_on=day), by=SYSTEM)
    assert "Erika Heute" in bk("members", "list").out
    assert bk("members", "erase").out == "Ein Name gelöscht.\n"
    (listed,) = json.loads(bk("members", "list", "--json").out)
    assert [(one["name"], one["number"]) for one in listed["representations"]] == [("Erika Heute", 2), (None, 1)]
    assert bk("members", "erase", str(listed["representations"][0]["id"])).code == 0
    assert "Erika" not in bk("members", "list").out
    assert bk("members", "erase", "99").code == 1


def test_reminding_in_a_round_that_is_not_there_is_refused(
    bk: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BK_SMTP_URL", "smtp://127.0.0.1:9")
    assert bk("round", "remind", "gibt-es-nicht").code == 1


def test_forgetting_addresses_says_how_many(bk: Callable[..., Answer]) -> None:
    assert bk("round", "forget").out == "Keine Adressen gelöscht.\n"


def test_the_catalogue_tells_its_state_with_and_without_a_database(
    bk: Callable[..., Answer], sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def said() -> tuple[object, object]:
        found = json.loads(bk("catalogue", "--json").out)
        return found["state"], found["approval"]

    assert said() == ("entwurf", None)
    wish = ApproveCatalogue(version=load_catalogue().version, decided_on=date(2026, 1, 2), meeting="Sitzung 1")
    with unit_of_work(sqlite_engine) as session:
        approve_catalogue(session, wish, by=SYSTEM)
    assert said() == ("freigegeben", {"decided_on": "2026-01-02", "meeting": "Sitzung 1"})
    assert "freigegeben am 2. Januar 2026 (Sitzung 1)" in bk("catalogue").out
    assert "freigegeben am 2. Januar 2026 (Sitzung 1)" in bk("doctor").out
    monkeypatch.setenv("BK_DATABASE_URL", f"sqlite:///{tmp_path}/keine.db")
    assert said() == ("entwurf", None)
    assert not (tmp_path / "keine.db").exists()
    monkeypatch.setenv("BK_DATABASE_URL", "postgresql+psycopg://niemand@127.0.0.1:1/nirgends")
    assert said() == ("entwurf", None)


def test_the_doctor_names_a_round_of_a_version_nobody_knows(bk: Callable[..., Answer], sqlite_engine: Engine) -> None:
    day = date(2025, 1, 1)
    old = PutRound(slug="alt", title="Alte Runde", opens_on=day, closes_on=day, catalogue_version="1999-9")
    with unit_of_work(sqlite_engine) as session:
        put_round(session, old, by=SYSTEM)
    answer = bk("doctor")
    assert answer.code == 1
    assert "„Alte Runde“ gehört zur Fassung „1999-9“" in answer.out


def test_a_password_is_read_from_standard_input_and_never_from_an_argument(bk, monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("streng geheim\nnicht mehr\n"))
    made = bk("link", "create", "--audience", "council", "--label", "Rat", "--password")
    assert made.code == 0
    listed = json.loads(bk("link", "list", "--json").out)
    assert [link["password"] for link in listed] == [True]
    assert bk("link", "create", "--audience", "council", "--label", "x", "--password=streng geheim").code == 2
    monkeypatch.setattr(sys, "stdin", io.StringIO("kurz\n"))
    refused = bk("link", "password", str(listed[0]["id"]))
    assert (refused.code, "mindestens 8 Zeichen" in refused.err) == (2, True)
    assert bk("link", "password", str(listed[0]["id"]), "--none").code == 0
    assert [link["password"] for link in json.loads(bk("link", "list", "--json").out)] == [False]


def test_a_sitting_belongs_to_a_fixed_state(bk) -> None:
    refused = bk("link", "create", "--audience", "council", "--label", "x", "--sitting", "2026-12-10")
    assert (refused.code, "Zu einer Sitzung gehört ein fester Stand." in refused.err) == (2, True)
    bk("release", "make")
    assert bk("link", "create", "--audience", "council", "--label", "x", "--sitting", TOMORROW, "--pin", "1").code == 0


def test_a_yearly_report_is_drafted_checked_released_and_written(bk: Callable[..., Answer], tmp_path: Path) -> None:
    assert "Auftrag" in bk("report", "draft", "2024", "--kind", "beschluss").out
    assert {one["section"] for one in json.loads(bk("report", "draft", "2024", "--json").out)} >= {"mandate", "network"}
    assert "stations_missing" in {one["code"] for one in json.loads(bk("report", "check", "2024", "--json").out)}
    assert "Nichts davon hindert die Veröffentlichung." in bk("report", "check", "2024").out
    draft = tmp_path / "entwurf.html"
    bk("report", "2024", "--format", "html", "--out", str(draft))
    assert "Entwurf, nicht veröffentlicht" in draft.read_text(encoding="utf-8")
    made = json.loads(bk("report", "release", "2024", "--json").out)
    assert (made["number"], made["version"]) == (1, 1)
    again = bk("report", "release", "2024")
    assert again.code == 1
    assert "was die neue Fassung berichtigt" in again.err
    assert "2. Fassung" in bk("report", "release", "2024", "--correction", "Eine Zahl.").out
    assert [one["number"] for one in json.loads(bk("report", "list", "--json").out)] == [2, 1]
    assert "Sachstandsbericht 2024, 2. Fassung" in bk("report", "list").out
    names = {path.rpartition("/")[2] for path in bk("report", "write", "2024", str(tmp_path / "alle")).out.split()}
    assert names == {"bericht.pdf", "bericht.docx", "bericht.html", "daten.csv", "daten.dcat.jsonld", "bericht.json"}
    assert "Beschlussvorlage" in (tmp_path / "alle" / "bericht.html").read_text(encoding="utf-8")
    notice = tmp_path / "mitteilung.html"
    bk("report", "2024", "--format", "html", "--out", str(notice), "--kind", "mitteilung")
    assert "Mitteilungsvorlage" in notice.read_text(encoding="utf-8")
    assert bk("report", "2024", "--format", "pdf", "--out", "/proc/nein/x.pdf").code == 1


def test_leads_are_asked_once_and_a_question_that_reached_nobody_asks_again(
    bk: Callable[..., Answer], sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    yesterday = str(date.today() - timedelta(days=1))  # noqa: DTZ011 - the command looks at the clock too
    with unit_of_work(sqlite_engine) as session:
        for project in ("p-iwgr", "p-jugendkonferenz"):
            factories.activity(session, f"fest-{project}", project=project, date=yesterday, status="angekuendigt")
    for project, mail in (("p-iwgr", "weg@beispiel.de"), ("p-jugendkonferenz", "da@beispiel.de")):
        bk("activity", "link", project, "--mail", mail)
    with mail_server() as server:
        server.refused.add("weg@beispiel.de")
        monkeypatch.setenv("BK_SMTP_URL", server.url)
        first = bk("activity", "remind")
        assert first.code == 1
        assert "weg@beispiel.de  Der Postausgang nimmt diese Adresse nicht an (550" in first.out
        assert "/erfassen/" in server.text_to("da@beispiel.de")
        with reading(sqlite_engine) as session:
            asked = session.exec(select(CaptureLink).where(col(CaptureLink.activity_id).is_not(None))).all()
        assert {(one.sent_at is None, one.revoked_at is None) for one in asked} == {(True, False), (False, True)}
        server.refused.clear()
        second = json.loads(bk("activity", "remind", "--json").out)
        assert [(one["mail"], one["sent"]) for one in second] == [("weg@beispiel.de", True)]
        assert bk("activity", "remind").out == "Niemand ist zu fragen.\n"


def test_what_waits_is_listed_and_asked_about_only_with_a_mail_server(bk: Callable[..., Answer]) -> None:
    listed = json.loads(bk("activity", "waiting", "--json").out)
    assert {"id", "title", "date", "precision", "project", "reachable", "asked_on"} == set(listed[0])
    assert not any(one["reachable"] for one in listed)
    address = bk("activity", "link", "p-iwgr", "--label", "Leitung").out
    assert "/erfassen/" in address
    assert any(one["reachable"] for one in json.loads(bk("activity", "waiting", "--json").out))
    refused = bk("activity", "remind")
    assert (refused.code, "BK_SMTP_URL" in refused.err) == (1, True)
    assert bk("activity", "link", "gibt-es-nicht").code == 1
