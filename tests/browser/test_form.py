"""Filling in on a phone, by keyboard, with a broken line, while the round closes; and every screen of it looked at."""

import re
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP, Server, dashboard, ready, start_server
from tests.browser.filling import full_form
from tests.browser.looks import well
from tests.browser.people import NEXT_MONTH, bk, by_personal_link, tick, visit

pytestmark = [pytest.mark.browser]
Open = Callable[..., Page]
FORM = "selbsteinschaetzung"
MOST_TAPS = 45
"""32 answers, eight times onward, choosing a form, handing in; more would be a step nobody needs."""
_KEEP_SOCKETS = """
const Plain = window.WebSocket;
window.__sockets = [];
window.WebSocket = class extends Plain {
  constructor(...words) { super(...words); window.__sockets.push(this); }
};
"""


_SAVED = re.compile("^gespeichert")
_SHELVES = "() => Object.keys(sessionStorage).filter((key) => key.startsWith('bk-longtext'))"


@dataclass
class Town:
    """A server with an open round; both may be replaced by a test that ends them."""

    server: Server
    turn: str = ""
    rounds: int = 0

    def open_round(self) -> None:
        self.rounds += 1
        self.turn = bk(self.server, "round", "open", f"Runde {self.rounds}", "--closes", NEXT_MONTH)

    def start(self) -> None:
        """Start the same server again, on the same database and port."""
        self.server = start_server(self.server.folder, dashboard, port=int(self.server.url.rsplit(":", 1)[1]))


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Give a server of this file alone, with an open round."""
    running = Town(start_server(tmp_path_factory.mktemp("town"), dashboard))
    running.open_round()
    yield running
    running.server.stop()


def invited(town: Town, role: str = "lead") -> str:
    return bk(town.server, "invite", "p-jugendkonferenz", "--round", town.turn, "--role", role)


def written(town: Town) -> list[str | int]:
    """Return the own words of the latest assessment on disk."""
    return _on_disk(town, "SELECT text FROM remark WHERE assessment_id = (SELECT max(id) FROM assessment)")


def answers(town: Town) -> list[str | int]:
    """Return the levels of the latest assessment on disk."""
    return _on_disk(town, "SELECT level FROM rating WHERE assessment_id = (SELECT max(id) FROM assessment)")


def unfold(page: Page) -> None:
    """Open what the short form folds away for those who want to write."""
    page.get_by_text("Etwas dazu schreiben").click()
    expect(page.get_by_label("Woran merken wir das?")).to_be_visible()


def choose(page: Page, question: int, level: int) -> None:
    tick(page.locator("fieldset.ladder").nth(question), level - 1)


def saved(page: Page, count: int) -> None:
    expect(page.locator(".ladder + .foot .state.safe")).to_have_count(count)


def test_a_full_form_takes_few_taps(town: Town, open_page: Open) -> None:
    page = by_personal_link(open_page, invited(town))
    assert full_form(page) <= MOST_TAPS


def test_after_a_tap_the_next_open_question_comes_into_reach(town: Town, open_page: Open) -> None:
    page = by_personal_link(open_page, invited(town))
    page.get_by_role("button", name="Ausführlich einschätzen").click()
    ready(page)
    group = page.get_by_role("group").nth(1)
    expect(group).not_to_be_in_viewport()
    page.get_by_role("group").nth(0).locator("label.rung").nth(0).tap()
    expect(group.locator("legend")).to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Identitäten")


def test_the_whole_short_form_by_keyboard_alone(town: Town, open_page: Open) -> None:
    page = by_personal_link(open_page, invited(town))
    keys = page.keyboard
    _tab_to(page, "Kurz einschätzen")
    keys.press("Enter")
    for number in range(1, 9):
        expect(page.get_by_text(f"Faktor {number} von 8").first).to_be_visible()
        ready(page)
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        for _ in range(40):
            keys.press("Tab")
            if _focused(page)["type"] == "radio":
                break
        keys.press("Space")
        keys.press("ArrowDown")
        saved(page, 1)
        expect(page.get_by_role("radio").nth(1)).to_be_checked()
        _tab_to(page, "Weiter" if number < 8 else "Weiter zur Übersicht")
        keys.press("Enter")
    expect(page.get_by_role("heading", name="Antworten abgeben")).to_be_focused()
    _tab_to(page, "Antworten abgeben")
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Vielen Dank!")).to_be_focused()


def test_a_broken_line_loses_no_answer_and_no_word(town: Town, open_page: Open) -> None:
    page = by_personal_link(open_page, invited(town))
    page.add_init_script(_KEEP_SOCKETS)
    page.reload()
    ready(page)
    page.get_by_role("button", name="Ausführlich einschätzen").click()
    ready(page)
    choose(page, 0, 3)
    saved(page, 1)
    field = page.get_by_label("Woran merken wir das?")
    field.fill("Es kommen")
    expect(page.locator(".name ~ .foot .state.safe")).to_have_count(1)

    _cut(page)
    choose(page, 0, 5)
    field.press_sequentially(" viele")
    expect(page.get_by_text("Die Verbindung ist unterbrochen.")).to_be_visible(timeout=20_000)
    expect(page.get_by_text("noch nicht gespeichert").first).to_be_visible()
    saved(page, 0)
    field.press_sequentially(" Gäste")
    _join(page)
    ready(page)
    saved(page, 1)
    expect(page.locator(".name ~ .foot .state.safe")).to_have_count(1)

    page.reload()
    ready(page)
    expect(page.get_by_role("group").nth(0).get_by_role("radio").nth(4)).to_be_checked()
    expect(page.get_by_label("Woran merken wir das?")).to_have_value("Es kommen viele Gäste")


@pytest.mark.parametrize(
    ("gone", "before"), [(True, ""), (False, "Vorher")], ids=["into an empty field", "unheard, over a saved text"]
)
def test_adashboardr_that_starts_anew_gets_what_was_typed_meanwhile(
    town: Town, open_page: Open, *, gone: bool, before: str
) -> None:
    page = by_personal_link(open_page, invited(town))
    page.get_by_role("button", name="Ausführlich einschätzen").click()
    ready(page)
    field, foot = page.get_by_label("Woran merken wir das?"), page.locator(".name ~ .foot .state")
    if before:
        field.fill(before)
        expect(foot).to_have_text(_SAVED)
    lost = page.get_by_text("Die Verbindung ist unterbrochen.")
    if gone:
        town.server.stop()
        expect(lost).to_be_visible(timeout=20_000)
    else:
        town.server.process.send_signal(signal.SIGSTOP)
    field.fill("Auch jetzt geschrieben")
    choose(page, 0, 4)
    expect(foot).to_have_text("noch nicht gespeichert")
    if not gone:
        page.wait_for_timeout(1500)  # long enough that the browser has sent it; nobody hears it
        town.server.process.kill()
        town.server.process.wait(timeout=10)
        expect(lost).to_be_visible(timeout=20_000)
    assert (written(town), answers(town)) == ([before] if before else [], [])
    saved(page, 0)
    town.start()
    expect(foot).to_have_text(_SAVED, timeout=60_000)
    expect(page.locator(".ladder + .foot .state.safe")).to_have_count(1, timeout=30_000)
    assert (written(town), answers(town)) == (["Auch jetzt geschrieben"], [4])
    assert page.evaluate(_SHELVES) == []
    assert field.input_value() == "Auch jetzt geschrieben"


def test_a_round_that_closes_in_the_middle_keeps_the_answers_and_gives_the_text_back(
    town: Town, open_page: Open
) -> None:
    page = by_personal_link(open_page, invited(town))
    page.get_by_role("button", name="Kurz einschätzen").click()
    ready(page)
    choose(page, 0, 4)
    saved(page, 1)
    bk(town.server, "round", "close", town.turn)
    unfold(page)
    page.get_by_label("Woran merken wir das?").fill("Ein Satz, der zu spät kommt")
    expect(page.get_by_role("heading", name="Diese Runde ist beendet")).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("nimmt keine Antworten mehr an")
    expect(page.locator("code")).to_contain_text("Ein Satz, der zu spät kommt")
    well(page, "formular-rundenende")
    town.open_round()


def test_two_devices_at_once_say_what_happened(town: Town, open_page: Open) -> None:
    link = invited(town)
    phone = by_personal_link(open_page, link)
    phone.get_by_role("button", name="Kurz einschätzen").click()
    ready(phone)
    desk = by_personal_link(open_page, link)
    visit(desk, town.server, f"{FORM}?schritt=identitaeten")
    choose(phone, 0, 2)
    saved(phone, 1)
    unfold(phone)
    unfold(desk)
    phone.get_by_label("Woran merken wir das?").fill("Vom Telefon")
    expect(phone.locator(".name ~ .foot .state.safe")).to_have_count(1)

    desk.get_by_label("Woran merken wir das?").fill("Vom Rechner")
    expect(desk.get_by_role("alert")).to_contain_text("„Vom Telefon“")
    expect(desk.get_by_label("Woran merken wir das?")).to_have_value("Vom Rechner")
    expect(desk.get_by_text("inzwischen an anderer Stelle geändert. Zu sehen")).to_be_visible()
    expect(desk.get_by_role("radio").nth(1)).to_be_checked()
    desk.get_by_label("Woran merken wir das?").press_sequentially(" und Telefon")
    expect(desk.locator(".name ~ .foot .state.safe")).to_have_count(1)


def test_every_screen_is_for_everybody(town: Town, open_page: Open) -> None:
    page = by_personal_link(open_page, invited(town))
    well(page, "formular-start")
    page.get_by_role("button", name="Kurz einschätzen").click()
    ready(page)
    choose(page, 0, 1)
    saved(page, 1)
    expect(page.get_by_label("Woran merken wir das?")).to_be_hidden()
    well(page, "formular-kurz-gefaltet")
    unfold(page)
    page.get_by_label("Woran merken wir das?").fill("Frau Yilmaz hat 02307 965123 angerufen.")
    expect(page.get_by_text("Das sieht nach einem Namen aus")).to_be_visible()
    expect(page.get_by_label("Was fehlt uns?")).to_be_visible()
    page.get_by_label("Vertraulich").first.check()
    expect(page.locator(".name ~ .foot .state.safe")).to_have_count(1)
    well(page, "formular-kurz")

    page.get_by_role("button", name="Diesen Faktor genauer").click()
    ready(page)
    expect(page.get_by_text("Ihre Antwort in der Kurzform: Stufe 1.")).to_be_visible()
    for question in range(4):
        choose(page, question, 2)
        saved(page, question + 1)
    well(page, "formular-ausfuehrlich")
    visit(page, town.server, f"{FORM}?schritt=abgabe")
    well(page, "formular-uebersicht")
    page.get_by_role("button", name="Antworten abgeben", exact=True).click()
    expect(page.get_by_role("heading", name="Vielen Dank!")).to_be_visible()
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=30_000)
    well(page, "formular-ergebnis")

    visit(page, town.server, f"{FORM}?schritt=identitaeten")
    choose(page, 0, 5)
    expect(page.get_by_text("vorher: Stufe 2")).to_be_visible()
    page.get_by_role("button", name="Antwort löschen").nth(1).click()
    expect(page.get_by_role("group").nth(1).get_by_role("radio").first).to_be_focused()
    saved(page, 3)
    well(page, "formular-korrigiert")

    visit(page, town.server, f"{FORM}?schritt=ergebnis")
    page.get_by_role("button", name="Abgabe zurückziehen").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("zählen dann nicht mehr mit")
    well(page, "formular-zurueckziehen")
    dialog.get_by_role("button", name="Zurückziehen").click()
    expect(page.get_by_text("zurückgezogen").first).to_be_visible()
    well(page, "formular-zurueckgezogen")


def test_handing_over_shows_the_new_link_once_and_ends_the_own(town: Town, open_page: Open) -> None:
    link = invited(town)
    page = by_personal_link(open_page, link)
    page.get_by_role("button", name="Kurz einschätzen").click()
    ready(page)
    choose(page, 0, 3)
    saved(page, 1)
    unfold(page)
    page.get_by_label("Woran merken wir das?").fill("Nur für mich")
    page.get_by_label("Vertraulich").check()
    expect(page.locator(".name ~ .foot .state.safe")).to_have_count(1)
    visit(page, town.server, f"{FORM}?schritt=abgabe")
    page.get_by_role("button", name="An eine Nachfolge übergeben").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("vertraulichen Texte werden vorher gelöscht (1)")
    well(page, "formular-uebergeben")
    dialog.get_by_role("button", name="Übergeben und Link zeigen").click()
    expect(dialog.locator("img.bk-qr")).to_be_visible()
    address = dialog.locator("code").first.inner_text().strip()
    assert "/anmelden/" in address
    assert address != link
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    dialog.get_by_role("button", name="Link kopieren").click()
    expect(dialog.get_by_text("kopiert", exact=True)).to_be_visible()
    assert page.evaluate("() => navigator.clipboard.readText()") == address
    well(page, "formular-uebergeben-link")
    page.set_viewport_size({"width": LAPTOP[0], "height": LAPTOP[1]})
    ready(page)
    code, box = dialog.locator("img.bk-qr").bounding_box(), dialog.bounding_box()
    assert code["x"] + code["width"] <= box["x"] + box["width"], "a camera needs the whole code"
    assert open_page(link, wait=False).locator("body").inner_text().count("Diese Seite gibt es nicht.") == 1

    dialog.get_by_role("button", name="Fertig, Link ausblenden").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("group")).to_have_count(0)

    successor = by_personal_link(open_page, address)
    expect(successor.get_by_text("an Sie übergeben")).to_be_visible()
    visit(successor, town.server, f"{FORM}?schritt=identitaeten")
    expect(successor.get_by_role("radio").nth(2)).to_be_checked()
    unfold(successor)
    expect(successor.get_by_label("Woran merken wir das?")).to_have_value("")


def _focused(page: Page) -> dict[str, str]:
    return page.evaluate(
        """() => { let found = document.activeElement;
        while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
        return { tag: found?.tagName ?? "", type: found?.type ?? "", text: (found?.innerText ?? "").trim() }; }"""
    )


def _tab_to(page: Page, name: str) -> None:
    """Press the tab key until a button has the focus."""
    for _ in range(60):
        focused = _focused(page)
        if (focused["tag"], focused["text"]) == ("BUTTON", name):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the tab key never reached „{name}“")


def _on_disk(town: Town, question: str) -> list[str | int]:
    with closing(sqlite3.connect(town.server.folder / "test.db")) as database:
        return [value for (value,) in database.execute(question)]


def _cut(page: Page) -> None:
    """Cut the line: the browser is offline, and its socket breaks as it does when a phone loses its net."""
    page.context.set_offline(True)
    page.evaluate("() => window.__sockets.forEach((socket) => socket.close())")


def _join(page: Page) -> None:
    page.context.set_offline(False)
