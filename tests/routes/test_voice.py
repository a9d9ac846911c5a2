"""The participants' short form by HTTP: every language, no script, one press one voice, and nothing that tells who."""

import re
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import Engine, text
from sqlmodel import select
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bkcore import settings as core_settings
from bkcore.access import SYSTEM
from bkcore.commands.assessments import CloseRound
from bkcore.commands.council import CreateLiveLink, RevokeLiveLink
from bkcore.commands.voices import CloseVoiceForm, OpenVoiceForm
from bkcore.faults import DatabaseBusy
from bkcore.model.registry import TABLES
from bkcore.model.voices import VoiceCount, VoiceForm
from bkcore.publication import links
from bkcore.services.rounds import close_round
from bkcore.services.voices import close_voice_form, open_voice_form
from bkcore.settings import Settings
from bkcore.store.unit_of_work import reading, unit_of_work
from bkcore.voice_wording import languages
from dashboard import server
from dashboard.routes import voice, voice_guard
from dashboard.routes.voice_guard import MOST_PER_MINUTE, Ticket, VoiceGuard
from tests import factories

LAST_DAY = date(2099, 12, 31)
OWN = {"Sec-Fetch-Site": "same-origin"}
every_language = pytest.mark.parametrize("code", languages())


@pytest.fixture
def settings(sqlite_engine: Engine, tmp_path: Path) -> Settings:
    return core_settings.load(database_url=str(sqlite_engine.url), var_dir=tmp_path)


@pytest.fixture
def browser(settings: Settings) -> Callable[..., TestClient]:
    """Give a function that returns one more device at the same server."""
    app = Starlette(routes=server._routes(settings), exception_handlers=server._HANDLERS)
    return lambda **options: TestClient(app, follow_redirects=False, **options)


@pytest.fixture
def client(browser: Callable[..., TestClient]) -> TestClient:
    return browser()


@pytest.fixture
def form(sqlite_engine: Engine) -> VoiceForm:
    with unit_of_work(sqlite_engine) as session:
        factories.project(session, title="Jugend & Konferenz")
        factories.open_a_round(session, closes_on=LAST_DAY)
        return open_voice_form(session, OpenVoiceForm(round="herbst-2026", project="jugendkonferenz"), by=SYSTEM)


@pytest.fixture
def path(form: VoiceForm) -> str:
    return f"/stimme/{form.token}"


def ticket_in(html: str) -> str:
    return re.search(r'name="schein" value="([^"]+)"', html)[1]


def press(client: TestClient, path: str, *, ticket: str = "", code: str = "de", **answers: str):
    ticket = ticket or ticket_in(client.get(f"{path}?noch=1").text)
    return client.post(f"{path}?sprache={code}", data={"schein": ticket, **answers}, headers=OWN)


def voices(engine: Engine) -> int:
    with reading(engine) as session:
        return session.exec(select(VoiceForm.voices)).one()


def counted(engine: Engine) -> dict[tuple[str, str], int]:
    with reading(engine) as session:
        rows = session.exec(select(VoiceCount).where(VoiceCount.voices > 0))
        return {(row.factor_id, row.answer): row.voices for row in rows}


@pytest.mark.parametrize(("surface", "status"), [("all", 200), ("public", 404), ("internal", 200)])
def test_the_public_surface_does_not_know_the_form(settings, path, surface: str, status: int) -> None:
    routes = server._routes(settings.model_copy(update={"surface": surface}))
    assert TestClient(Starlette(routes=routes, exception_handlers=server._HANDLERS)).get(path).status_code == status


@every_language
def test_the_whole_form_stands_there_in_every_language_without_a_script(client, path, code: str) -> None:
    wording = languages()[code]
    page = client.get(f"{path}?sprache={code}")
    assert page.status_code == 200
    assert f'<html lang="{wording.language}" dir="{wording.direction}">' in page.text
    assert "<script" not in page.text
    assert page.text.count("<fieldset>") == 8
    assert page.text.count('type="radio"') == 8 * 7
    assert "checked>" not in page.text
    assert "required" not in page.text
    for words in (wording.title, *wording.questions.values(), *wording.levels, wording.unknown, wording.submit):
        assert words in page.text
    assert (wording.unchecked_note in page.text) is not wording.checked
    assert "Jugend &amp; Konferenz" in page.text
    assert wording.day(LAST_DAY) in page.text
    for other in languages().values():
        assert f">{other.name}</a>" in page.text


def test_only_german_counts_as_checked(client, path) -> None:
    assert [code for code, wording in languages().items() if wording.checked] == ["de"]
    assert "noch nicht geprüft" in client.get(f"{path}?sprache=leicht").text


@pytest.mark.parametrize(
    ("accepted", "language"),
    [("tr-TR,tr;q=0.9,de;q=0.8", "tr"), ("fr, uk;q=0.5", "uk"), ("ar", "ar"), ("", "de"), ("fr", "de"), ("*", "de")],
)
def test_the_browser_picks_the_first_language_and_the_person_any_other(client, path, accepted, language) -> None:
    headers = {"Accept-Language": accepted}
    assert f'<html lang="{language}"' in client.get(path, headers=headers).text
    assert '<html lang="en"' in client.get(f"{path}?sprache=en", headers=headers).text
    assert f'<html lang="{language}"' in client.get(f"{path}?sprache=klingonisch", headers=headers).text


@every_language
def test_it_is_small_enough_for_a_bad_line(client, path, code: str) -> None:
    for encoding in ("br", "gzip"):
        answer = client.get(f"{path}?sprache={code}", headers={"Accept-Encoding": encoding})
        assert answer.headers["content-encoding"] == encoding
        assert int(answer.headers["content-length"]) < 20_000


def test_every_page_says_what_browsers_may_do_with_it(client, path) -> None:
    pages = [client.get(path), press(client, path), press(client, path, mehrwerte="3"), client.get(path)]
    pages.append(client.get(f"{path}/danke"))
    assert [page.status_code for page in pages] == [200, 303, 303, 200, 200]
    for page in pages:
        assert page.headers["cache-control"] == "no-store"
        assert page.headers["x-robots-tag"].startswith("noindex")
        assert page.headers["referrer-policy"] == "no-referrer"
        assert page.headers["x-content-type-options"] == "nosniff"
        assert page.headers["x-frame-options"] == "DENY"
        if page.status_code != 303:
            policy = page.headers["content-security-policy"]
            assert policy.startswith("default-src 'none'; style-src 'sha256-")
            assert "script-src" not in policy
            assert "form-action 'self'" in policy
            assert "frame-ancestors 'none'" in policy


@every_language
def test_a_voice_is_counted_and_thanked_for_in_its_language(client, path, sqlite_engine, code: str) -> None:
    sent = press(client, path, code=code, identitaeten="4", gemeinsam="weiss_nicht")
    assert (sent.status_code, sent.headers["location"]) == (303, f"{path}/danke?sprache={code}")
    thanks = client.get(sent.headers["location"])
    assert languages()[code].thanks in thanks.text
    assert counted(sqlite_engine) == {("identitaeten", "4"): 1, ("gemeinsam", "weiss_nicht"): 1}
    assert voices(sqlite_engine) == 1


@every_language
def test_nothing_chosen_is_said_kindly_and_counts_nothing(client, path, sqlite_engine, code: str) -> None:
    sent = press(client, path, code=code)
    assert (sent.status_code, sent.headers["location"]) == (303, f"{path}?leer=1&sprache={code}")
    answer = client.get(sent.headers["location"])
    assert languages()[code].empty in answer.text
    assert '<div class="trouble" role="alert">' in answer.text
    assert f"<title>{languages()[code].error_label}: " in answer.text
    assert voices(sqlite_engine) == 0


@pytest.mark.parametrize("answers", [{"identitaeten": "6"}, {"identitaeten": ""}, {"erfunden": "3"}])
def test_what_the_form_does_not_offer_is_not_counted(client, path, sqlite_engine, answers) -> None:
    assert "leer=1" in press(client, path, **answers).headers["location"]
    assert voice.COOKIE not in client.cookies
    assert voices(sqlite_engine) == 0


def test_a_body_larger_than_any_form_is_not_read(client, path, sqlite_engine) -> None:
    ticket = ticket_in(client.get(path).text)
    answer = client.post(path, data={"x": "x" * 20_000, "schein": ticket, "mehrwerte": "3"}, headers=OWN)
    assert answer.status_code == 409
    assert voices(sqlite_engine) == 0


def test_a_double_press_a_reload_and_going_back_count_once(client, path, sqlite_engine) -> None:
    ticket = ticket_in(client.get(path).text)
    answers = [press(client, path, ticket=ticket, mehrwerte=level) for level in ("3", "3", "5")]
    assert [answer.status_code for answer in answers] == [303, 303, 303]
    assert counted(sqlite_engine) == {("mehrwerte", "3"): 1}


def test_fifty_presses_of_the_same_button_at_once_count_once(browser, path, sqlite_engine) -> None:
    ticket = ticket_in(browser().get(path).text)
    with ThreadPoolExecutor(10) as pool:
        found = list(pool.map(lambda _: press(browser(), path, ticket=ticket, mehrwerte="3").status_code, range(50)))
    assert found == [303] * 50
    assert voices(sqlite_engine) == 1


def test_a_press_that_failed_may_be_repeated(browser, path, sqlite_engine, monkeypatch) -> None:
    def busy(*_: object, **__: object) -> None:
        raise DatabaseBusy

    client = browser()
    ticket = ticket_in(client.get(path).text)
    with monkeypatch.context() as patch:
        patch.setattr(voice, "submit_voice", busy)
        answer = press(client, path, ticket=ticket, mehrwerte="3")
    assert answer.status_code == 503
    assert 'name="mehrwerte" value="3" checked' in answer.text
    assert voice.COOKIE not in client.cookies
    assert press(client, path, ticket=ticket, mehrwerte="3").status_code == 303
    assert voices(sqlite_engine) == 1


def test_a_device_that_answered_is_told_so_and_may_answer_for_another_person(client, path, sqlite_engine) -> None:
    press(client, path, mehrwerte="3")
    page = client.get(path)
    assert languages()["de"].again_title in page.text
    assert "<form" not in page.text
    other = re.search(r'class="button" href="([^"]+)"', page.text)[1].replace("&amp;", "&")
    assert "<form" in client.get(f"{path}{other}").text
    assert press(client, path, mehrwerte="4").status_code == 303
    assert voices(sqlite_engine) == 2


def test_the_cookie_says_that_somebody_answered_here_and_nothing_more(browser, path) -> None:
    found = {press(browser(), path, mehrwerte=level).headers["set-cookie"] for level in ("1", "5")}
    assert found == {
        f"bk_stimme=1; expires=Thu, 31 Dec 2099 23:00:00 GMT; HttpOnly; Path={path}; SameSite=lax"
    }  # the same for everybody: it tells neither an answer nor a moment


def test_behind_https_the_cookie_is_secure(settings, path) -> None:
    safe = settings.model_copy(update={"public_url": "https://beteiligung.example"})
    client = TestClient(Starlette(routes=voice.routes(safe)), base_url="https://beteiligung.example")
    answer = client.post(path, data={"schein": ticket_in(client.get(path).text), "mehrwerte": "3"})
    assert "secure" in answer.history[0].headers["set-cookie"].lower()


def test_another_sites_form_counts_nothing(client, path, sqlite_engine) -> None:
    ticket = ticket_in(client.get(path).text)
    for site in ("cross-site", "same-site"):
        headers = {"Sec-Fetch-Site": site}
        answer = client.post(path, data={"schein": ticket, "mehrwerte": "3"}, headers=headers)
        assert (answer.status_code, "checked>" in answer.text) == (200, False)
    assert voices(sqlite_engine) == 0


def test_a_page_that_was_open_too_long_keeps_what_was_chosen(client, path, sqlite_engine, monkeypatch) -> None:
    ticket = ticket_in(client.get(path).text)
    monkeypatch.setattr(voice_guard, "_VALID_SECONDS", -1)
    answer = press(client, path, ticket=ticket, mehrwerte="3")
    assert answer.status_code == 409
    assert languages()["de"].stale in answer.text
    assert 'name="mehrwerte" value="3" checked' in answer.text
    monkeypatch.undo()
    assert press(client, path, ticket=ticket_in(answer.text), mehrwerte="3").status_code == 303
    assert voices(sqlite_engine) == 1


@pytest.mark.parametrize("ticket", ["erfunden", "WyJhIiwiYiJd.x.y", ""])
def test_a_forged_ticket_counts_nothing(client, path, sqlite_engine, ticket: str) -> None:
    answer = client.post(path, data={"schein": ticket, "mehrwerte": "3"}, headers=OWN)
    assert answer.status_code == 409
    assert voices(sqlite_engine) == 0


def test_a_ticket_belongs_to_one_form() -> None:
    guard, other = VoiceGuard("k" * 32), VoiceGuard("x" * 32)
    ticket = guard.ticket("hier")
    assert guard.check("hier", ticket) is Ticket.VALID
    assert guard.check("dort", ticket) is Ticket.FOREIGN
    assert other.check("hier", ticket) is Ticket.FOREIGN
    assert URLSafeTimedSerializer("k" * 32, salt="voice").loads(ticket)[0] == "hier"


def test_a_flooded_form_asks_to_wait_and_the_others_go_on(browser, path, sqlite_engine, monkeypatch) -> None:
    monkeypatch.setattr(voice_guard, "MOST_PER_MINUTE", 2)
    assert MOST_PER_MINUTE == 120
    for _ in range(2):
        assert press(browser(), path, mehrwerte="3").status_code == 303
    answer = press(browser(), path, mehrwerte="3")
    assert answer.status_code == 429
    assert languages()["de"].busy in answer.text
    assert 'name="mehrwerte" value="3" checked' in answer.text
    assert voices(sqlite_engine) == 2


def test_used_tickets_are_forgotten_when_they_are_worth_nothing_any_more(monkeypatch) -> None:
    guard, clock = VoiceGuard("k" * 32), iter([0.0, 0.0, 0.0, 1e6, 1e6, 1e6])
    monkeypatch.setattr(voice_guard.time, "monotonic", lambda: next(clock))
    for ticket in ("eins", "zwei"):
        guard.once("form", ticket, lambda: None)
    assert list(guard._used) == ["zwei"]


def test_who_presses_while_the_first_press_fails_is_asked_to_try_again() -> None:
    guard, begun, go_on = VoiceGuard("k" * 32), threading.Event(), threading.Event()

    def failing() -> None:
        begun.set()
        go_on.wait(5)
        raise DatabaseBusy

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(guard.once, "form", "schein", failing)
        begun.wait(5)
        second = pool.submit(guard.once, "form", "schein", lambda: None)
        go_on.set()
        with pytest.raises(DatabaseBusy):
            first.result()
        try:
            second.result()
        except DatabaseBusy:
            guard.once("form", "schein", lambda: None)
    assert "schein" in guard._used


def test_dead_addresses_answer_like_every_other_dead_link(client, form, path, sqlite_engine) -> None:
    with unit_of_work(sqlite_engine) as session:
        close_voice_form(session, CloseVoiceForm(form_id=form.id), by=SYSTEM)
        live = links.create_live_link(session, CreateLiveLink(label="Rat"), by=SYSTEM)
        links.revoke_live_link(session, RevokeLiveLink(link_id=live.link.id), by=SYSTEM)
    dead = [f"/rat/{live.token}", "/anmelden/unbekannt", "/stimme/unbekannt", "/stimme/unbekannt/danke", path]
    dead += [f"{path}/danke", f"{path}?sprache=ar"]
    answers = [client.get(address) for address in dead]
    answers += [client.post("/stimme/unbekannt", data={"mehrwerte": "3"}, headers=OWN)]
    answers += [client.post(path, data={"mehrwerte": "3"}, headers=OWN)]
    assert {(answer.status_code, answer.text, str(sorted(answer.headers.items()))) for answer in answers} == {
        (404, answers[0].text, str(sorted(answers[0].headers.items())))
    }


def test_after_the_round_the_address_is_dead(client, path, sqlite_engine) -> None:
    with unit_of_work(sqlite_engine) as session:
        close_round(session, CloseRound(slug="herbst-2026"), by=SYSTEM)
    assert client.get(path).status_code == 404


@every_language
def test_a_voice_that_comes_too_late_is_told_so_in_its_language(client, form, path, sqlite_engine, code) -> None:
    ticket = ticket_in(client.get(path).text)
    with unit_of_work(sqlite_engine) as session:
        close_voice_form(session, CloseVoiceForm(form_id=form.id), by=SYSTEM)
    answer = press(client, path, ticket=ticket, code=code, mehrwerte="3")
    assert answer.status_code == 410
    assert languages()[code].closed in answer.text
    assert "Jugend" not in answer.text
    assert voices(sqlite_engine) == 0


def test_nothing_anywhere_in_the_database_tells_who_answered_on_what_or_when(browser, path, sqlite_engine) -> None:
    def dump() -> dict[str, list[tuple[object, ...]]]:
        with reading(sqlite_engine) as session:
            return {
                table: [tuple(row) for row in session.execute(text(f'SELECT * FROM "{table}"'))]  # noqa: S608
                for table in TABLES.tables
            }

    before = dump()
    for number in range(6):
        device = browser(headers={"User-Agent": f"Geraet-{number}", "X-Forwarded-For": f"203.0.113.{number}"})
        press(device, path, code=("de", "ar")[number % 2], mehrwerte=str(number % 5 + 1), gemeinsam="trifft_nicht_zu")
    after = dump()
    assert {table for table in before if before[table] != after[table]} == {"voice_form", "voice_count"}
    for table in ("voice_form", "voice_count"):
        names = TABLES.tables[table].columns.keys()
        assert len(before[table]) == len(after[table])
        assert {
            name
            for old, new in zip(before[table], after[table], strict=True)
            for name, one, other in zip(names, old, new, strict=True)
            if one != other
        } == {"voices"}
    everything = repr(after)
    for trace in ("Geraet", "203.0.113", "testclient", "127.0.0.1"):
        assert trace not in everything


def test_a_round_that_ends_today_takes_voices_today(browser, settings, sqlite_engine) -> None:
    today = date.today()  # noqa: DTZ011 - the server asks the clock too
    with unit_of_work(sqlite_engine) as session:
        factories.project(session)
        factories.open_a_round(session, closes_on=today + timedelta(days=1))
        command = OpenVoiceForm(round="herbst-2026", project="jugendkonferenz")
        token = open_voice_form(session, command, by=SYSTEM).token
    assert press(browser(), f"/stimme/{token}", mehrwerte="2").status_code == 303
