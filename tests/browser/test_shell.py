"""The frame around every page: German, strict policy, fonts, accessibility, the answer ladder, the lost connection."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import Allowed, axe
from tests.browser.conftest import (
    PHONE,
    SIZES,
    Server,
    no_sideways_scroll,
    ready,
    screenshot,
    start_server,
)
from tests.browser.english import english, english_in, texts

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
UPLOADER = Allowed("presentation-role-conflict", "section[role=presentation]")
PAGES = ["", "form", "hinweise", "felder"]
FIRST_LOAD_LIMIT = 2_800_000


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_german_accessible_and_fits_the_phone(open_page: Open, shell: Server, path: str, scheme: str):
    page = open_page(f"{shell.url}/{path}", scheme=scheme)
    english(page)
    axe(page, allow=[UPLOADER])
    screenshot(page, f"shell-{path or 'start'}-{scheme}")
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    ready(page)
    no_sideways_scroll(page)


def test_open_fields_speak_german(open_page: Open, shell: Server):
    page = open_page(f"{shell.url}/felder")
    heard = set(texts(page))

    def listen() -> None:
        page.wait_for_timeout(250)
        heard.update(texts(page))

    page.get_by_role("combobox", name="Ortsteil").click()
    listen()
    page.keyboard.type("zzz")
    listen()
    page.keyboard.press("Escape")
    page.get_by_role("combobox", name="Themen").click()
    page.keyboard.press("ArrowDown")
    listen()
    page.get_by_role("option", name="Bildung").click()
    listen()
    page.keyboard.press("Escape")
    for field in ("Datum", "Zeitraum"):
        page.get_by_role("group", name=field).or_(page.get_by_label(field)).first.click()
        page.get_by_role("button", name=re.compile("wählen")).first.click()
        listen()
        page.keyboard.press("Escape")
    page.get_by_role("textbox", name="Titel").fill("Fest")
    listen()
    page.get_by_label("Beschreibung").fill("Ein Fest")
    listen()
    page.get_by_label("Im Formular").fill("Ein Fest")
    listen()
    page.get_by_label("Teilnehmende").fill("9000")
    page.keyboard.press("Enter")
    listen()
    page.get_by_role("button", name="Mehr").click()
    listen()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Dialog öffnen").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    listen()
    axe(page, allow=[UPLOADER])
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Meldung zeigen").click()
    listen()
    page.get_by_role("button", name="Langsam").click()
    page.wait_for_timeout(1200)
    listen()
    ready(page)
    assert not english_in(heard), "\n".join(english_in(heard))


def test_a_message_has_its_name_from_the_moment_it_appears(open_page: Open, shell: Server):
    page = open_page(f"{shell.url}/felder")
    named_at_once = """async () => {
      const message = document.createElement("div");
      message.setAttribute("role", "alertdialog");
      message.setAttribute("aria-labelledby", "nobody");
      document.body.append(message);
      await Promise.resolve();
      const names = [message.getAttribute("aria-labelledby"), message.getAttribute("aria-label")];
      message.remove();
      return names;
    }"""
    assert page.evaluate(named_at_once) == [None, "Mitteilung"]


def test_a_refused_file_is_refused_in_german(open_page: Open, shell: Server, tmp_path: Path):
    page = open_page(f"{shell.url}/felder")
    wrong = tmp_path / "brief.exe"
    wrong.write_bytes(b"x")
    page.locator("input[type=file]").set_input_files(wrong)
    page.wait_for_timeout(500)
    english(page, allow=["brief.exe"])
    expect(page.get_by_text("gehen hier nicht")).to_be_visible()


def test_an_english_browser_gets_german_dates_and_numbers(open_page: Open, shell: Server):
    page = open_page(f"{shell.url}/felder")
    assert page.evaluate("navigator.language") == "de-DE"
    assert page.evaluate("(1234.5).toLocaleString(navigator.language)") == "1.234,5"
    assert page.evaluate("document.documentElement.lang") == "de"
    assert page.title() == "Beteiligungs-Dashboard"
    expect(page.locator(".ytick").filter(has_text="12.000")).to_have_count(1)
    expect(page.locator(".xtick").filter(has_text="Mär")).not_to_have_count(0)


def test_words_of_people_are_left_alone(open_page: Open, shell: Server):
    page = open_page(shell.url)
    page.evaluate(
        """() => {
          const cell = document.createElement("table");
          cell.innerHTML = "<tr><td>Open</td></tr>";
          document.querySelector("#root").append(cell);
          const own = document.createElement("p");
          own.className = "bk-note";
          own.textContent = "Search";
          document.querySelector("#root").append(own);
        }"""
    )
    page.wait_for_timeout(100)
    assert page.locator("td", has_text="Open").last.inner_text() == "Open"
    assert page.locator("p.bk-note", has_text="Search").count() == 1


def test_every_word_is_set_in_our_font(open_page: Open, shell: Server):
    page = open_page(f"{shell.url}/felder")
    fonts = page.evaluate(
        """() => [...new Set([...document.querySelectorAll("#root *")]
          .filter((element) => [...element.childNodes].some((n) => n.nodeType === 3 && n.nodeValue.trim()))
          .map((element) => getComputedStyle(element).fontFamily.split(",")[0].replaceAll('"', "")))]"""
    )
    assert set(fonts) <= {"Atkinson Hyperlegible Next", "Material Symbols Rounded"}
    assert page.evaluate("document.fonts.check('18px \\'Atkinson Hyperlegible Next\\'')")


def test_the_first_visit_stays_small(open_page: Open, shell: Server):
    page = open_page("about:blank", wait=False, fresh=True)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(shell.url)
    ready(page)
    page.locator(".js-plotly-plot .bars").first.wait_for()
    page.requested.clear()
    assert sum(sizes) < FIRST_LOAD_LIMIT, f"{sum(sizes) / 1e6:.2f} MB in {len(sizes)} requests"


def test_the_ladder_is_answered_by_keyboard(open_page: Open, shell: Server):
    page = open_page(f"{shell.url}/form")
    group = page.get_by_role("group", name="Man kann mitmachen, ohne sich vorher festzulegen.")
    expect(group.get_by_role("radio")).to_have_count(7)
    third = group.get_by_role(
        "radio", name="3 Teilweise umgesetzt Einzelne Termine sind offen. Das steht so auch in der Einladung."
    )
    expect(third).to_be_visible()
    group.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(third).to_be_checked()
    expect(third).to_be_focused()
    expect(page.get_by_text("Antwort: 3")).to_be_visible()
    expect(third).to_be_focused()  # the run in between took nothing away
    axe(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_text("Antwort: weiss_nicht")).to_be_visible()


def test_the_ladder_is_answered_by_touch(open_page: Open, shell: Server):
    page = open_page(f"{shell.url}/form", size=PHONE)
    label = page.get_by_text("Weitgehend umgesetzt")
    label.tap(force=True)  # the radio fills its label and takes the finger
    expect(page.get_by_text("Antwort: 4")).to_be_visible()
    expect(page.get_by_role("radio", checked=True)).to_have_count(1)
    for radio in page.get_by_role("radio").all():
        box = radio.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    page.get_by_text("Trifft nicht zu").tap(force=True)
    expect(page.get_by_text("Antwort: trifft_nicht_zu")).to_be_visible()
    screenshot(page, "shell-form-answered")


def test_a_quick_second_answer_wins(open_page: Open, shell: Server):
    page = open_page(f"{shell.url}/form")
    radios = page.get_by_role("radio")
    for place in (0, 1, 2, 3, 4):
        radios.nth(place).click(force=True)
    expect(page.get_by_text("Antwort: 5")).to_be_visible()
    page.wait_for_timeout(400)
    expect(radios.nth(4)).to_be_checked()


def test_long_text_saves_itself(open_page: Open, shell: Server):
    page = open_page(f"{shell.url}/form")
    field = page.get_by_label("Woran machen Sie das fest?")
    field.fill("Weil die Tür offen steht")
    expect(page.get_by_text("Text: Weil die Tür offen steht")).to_be_visible()  # nobody left the field
    expect(field).to_be_focused()
    field.press_sequentially(" und Tee da ist")
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Text: Weil die Tür offen steht und Tee da ist")).to_be_visible()
    expect(page.get_by_text("noch 161 Zeichen").first).to_be_visible()


def test_forced_colours_keep_the_answer_visible(open_page: Open, shell: Server):
    page = open_page(f"{shell.url}/form", forced_colors="active")
    page.get_by_role("radio").nth(2).click(force=True)
    expect(page.get_by_text("Antwort: 3")).to_be_visible()
    width = page.get_by_role("radio").nth(2).evaluate("(input) => getComputedStyle(input).borderTopWidth")
    assert width == "4px"


@pytest.fixture
def fragile(tmp_path: Path, shell_command: Callable[[str], list[str]]) -> Iterator[Server]:
    running = start_server(tmp_path, shell_command)
    yield running
    running.stop()


def test_a_lost_connection_is_said_and_healed(
    open_page: Open, fragile: Server, shell_command: Callable[[str], list[str]]
):
    page = open_page(f"{fragile.url}/form")
    fragile.stop()
    message = page.get_by_text("Die Verbindung ist unterbrochen.")
    expect(message).to_be_visible(timeout=15_000)
    page.wait_for_timeout(3000)  # Streamlit's own dialog comes later
    english(page)
    screenshot(page, "shell-connection-lost")
    again = start_server(fragile.folder, shell_command, port=int(fragile.url.rsplit(":", 1)[1]))
    try:
        expect(page.get_by_text("Die Verbindung steht wieder.")).to_be_visible(timeout=40_000)
        ready(page)
        expect(page.get_by_role("dialog")).to_have_count(0)
    finally:
        again.stop()


def test_a_bug_shows_a_ticket_and_nothing_else(open_page: Open, shell: Server):
    page = open_page(f"{shell.url}/felder")
    page.get_by_role("button", name="Fehler auslösen").click()
    alert = page.get_by_role("alert").filter(has_text="Da ist etwas schiefgegangen.")
    expect(alert).to_be_visible()
    ready(page)
    english(page)
    ticket = re.search(r"[A-Z2-9]{3}-[A-Z2-9]{3}", alert.inner_text())
    assert ticket is not None
    assert "geheim" not in page.content()
    log = shell.log.read_text()
    assert f"ticket={ticket[0]}" in log
    assert "RuntimeError: geheim" in log


@pytest.mark.parametrize("path", ["gibtesnicht", "rat/gibt/es/nicht"])
def test_an_unknown_address_is_a_designed_404(path: str, open_page: Open, shell: Server):
    page = open_page(f"{shell.url}/{path}", wait=False)
    expect(page.get_by_role("heading", name="Diese Seite gibt es nicht.")).to_be_visible()
    english(page)
    axe(page)
    screenshot(page, "shell-not-found")


def test_no_token_reaches_the_log(shell: Server):
    secret = "nur-fuer-eine-person-7f3a"
    for path in (f"/anmelden/{secret}", f"/rat/{secret}", f"/{secret}", f"/x/{secret}", f"/_stcore/agent/{secret}"):
        httpx2.get(f"{shell.url}{path}", headers={"Referer": f"{shell.url}/{secret}"})
    assert secret not in shell.log.read_text()


def test_all_sizes_are_looked_at():
    assert set(SIZES) == {"phone", "laptop", "projector"}
