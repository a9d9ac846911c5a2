"""The council's page in a real browser: readable at every size, clean for axe, alone with itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from bkcore.publication.briefing import build
from bkcore.publication.html import csp, render, script, script_address
from bkcore.publication.place import Place
from tests.browser.conftest import ARTEFACTS, ROOT
from tests.unit.publication import samples

pytestmark = pytest.mark.browser

ADDRESS = "http://rat.test/rat/abc"
SIZES = ((320, 700), (390, 844), (768, 1024), (1366, 768), (1920, 1080))
SAMPLES = ("full", "empty", "demo", "crowded")
_AXE = Path(find_spec("axe_playwright_python").submodule_search_locations[0]) / "axe.min.js"

_TEXTS = """() => [...document.querySelectorAll('svg.chart')].filter(s => s.getClientRects().length).map(s => {
  const box = s.getBoundingClientRect(), scale = box.width / s.viewBox.baseVal.width;
  return {left: box.left, right: box.right, texts: [...s.querySelectorAll('text')].map(t => {
    const r = t.getBoundingClientRect();
    return {words: t.textContent, size: parseFloat(t.getAttribute('font-size')) * scale,
            left: r.left, right: r.right, top: r.top + r.height * .2, bottom: r.bottom - r.height * .2};
  })};
})"""


@dataclass
class Shown:
    """A page and everything it asked for or complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture
def show(browser: Browser) -> Iterator[Callable[..., Shown]]:
    contexts = []

    def shown(sample: str, size: tuple[int, int], **options: object) -> Shown:
        html = render(build(getattr(samples, sample)(), number=14), place=Place("/rat/abc"))
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
        contexts.append(context)
        result = Shown(context.new_page())
        result.page.on("console", lambda message: result.complaints.append(message.text))

        def answer(route: Route) -> None:
            result.requests.append(route.request.url)
            path = route.request.url.removeprefix("http://rat.test")
            if path.startswith("/app/static/"):
                route.fulfill(path=ROOT / "dashboard" / "static" / path.removeprefix("/app/static/"))
            elif path == script_address():
                route.fulfill(body=script(), headers={"content-type": "text/javascript"})
            else:
                headers = {"content-type": "text/html; charset=utf-8", "content-security-policy": csp(html)}
                route.fulfill(body=html, headers=headers)

        context.route("**/*", answer)
        result.page.goto(ADDRESS)
        result.page.evaluate("document.fonts.ready.then(() => 1)")
        return result

    yield shown
    for context in contexts:
        context.close()


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size[0]))
def test_nothing_scrolls_sideways_collides_or_is_too_small(show, sample: str, size: tuple[int, int]) -> None:
    shown = show(sample, size)
    assert not shown.page.evaluate("document.documentElement.scrollWidth > innerWidth")
    for drawing in shown.page.evaluate(_TEXTS):
        texts = drawing["texts"]
        assert min(text["size"] for text in texts) >= 13
        assert all(drawing["left"] - 1 <= text["left"] and text["right"] <= drawing["right"] + 1 for text in texts)
        for place, one in enumerate(texts):
            for other in texts[place + 1 :]:
                apart = (
                    one["right"] <= other["left"] + 1
                    or other["right"] <= one["left"] + 1
                    or one["bottom"] <= other["top"]
                    or other["bottom"] <= one["top"]
                )
                assert apart, (one["words"], other["words"])
    ARTEFACTS.mkdir(exist_ok=True)
    shown.page.screenshot(path=ARTEFACTS / f"live-{sample}-{size[0]}.png", full_page=True)


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_page_asks_for_itself_and_its_typeface_alone_and_keeps_its_policy(show, sample: str) -> None:
    shown = show(sample, (1366, 768))
    own = (ADDRESS, "http://rat.test/app/static/fonts/", f"http://rat.test{script_address()}")
    assert all(request.startswith(own) for request in shown.requests)
    assert shown.complaints == []
    assert shown.page.evaluate("document.fonts.check('16px \"Atkinson Hyperlegible Next\"')")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("size", [(390, 844), (1366, 768)], ids=["phone", "laptop"])
def test_axe_finds_nothing(show, sample: str, size: tuple[int, int], scheme: str) -> None:
    page = show(sample, size, color_scheme=scheme, bypass_csp=True).page
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
    page.screenshot(path=ARTEFACTS / f"live-{sample}-{size[0]}-{scheme}-open.png", full_page=True)


def test_one_form_of_each_drawing_is_shown_to_everybody(show) -> None:
    for size, kind in (((390, 844), "narrow"), ((1366, 768), "wide")):
        page = show("full", size).page
        shown = page.evaluate(
            "[...document.querySelectorAll('svg.chart')].filter(s => s.checkVisibility()).map(s => s.classList[1])"
        )
        assert shown == [kind, kind]


def test_it_is_complete_without_a_script(show) -> None:
    page = show("full", (390, 844), java_script_enabled=False).page
    page.get_by_text("Daten als Tabelle").first.click()
    assert page.get_by_role("table").first.is_visible()
    assert page.get_by_role("link", name="Aktualisieren").get_attribute("href") == "/rat/abc"


def test_it_prints_on_a4_with_its_tables_open_and_its_number_on_every_page(show) -> None:
    page = show("full", (1366, 768), color_scheme="dark").page
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    (ARTEFACTS / "live-full-print.pdf").write_bytes(pdf)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('.downloads')).display") == "none"
    assert page.evaluate("getComputedStyle(document.querySelector('svg.wide')).display") == "block"
