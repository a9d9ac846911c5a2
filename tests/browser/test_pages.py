"""Every page in every state: axe at zero, no English, nothing sideways, nobody else asked, pictures to look at."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from bkcore.vocabulary import Role
from dashboard.menu import PAGES, PAGES_OF
from dashboard.texts import navigation
from tests.browser.axe import axe
from tests.browser.conftest import PHONE, Server, no_sideways_scroll, ready, screenshot
from tests.browser.english import english
from tests.browser.looks import open_everything, well
from tests.browser.people import NEXT_MONTH, bk, seen_by, signed_in, visit

pytestmark = [pytest.mark.browser]

SIGN_IN = {Role.ADMINISTRATION: "verwaltung", Role.STEERING_GROUP: "steuerungsgruppe", Role.PROJECT_LEAD: "p-iwgr"}
SEEN_OTHERWISE = {"overview", "factors", "project", "council"}
"""Pages that show the steering group something else than the administration; the others are looked at once."""
OPENED = [
    (role, name)
    for role in SIGN_IN
    for name in PAGES_OF[role]
    if name != "sign_out" and (role is not Role.STEERING_GROUP or name in SEEN_OTHERWISE)
]


@pytest.mark.parametrize(("role", "name"), OPENED, ids=[f"{role}-{name}" for role, name in OPENED])
def test_a_page_full_of_data(role: Role, name: str, demo: Server, open_page: Callable[..., Page]) -> None:
    page = seen_by(SIGN_IN[role], open_page, demo, PAGES[name][1])
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_text("Beispieldaten").first).to_be_visible()
    open_everything(page)
    well(page, f"{name}-{role}-voll")


@pytest.mark.parametrize("name", [name for name in PAGES_OF[Role.ADMINISTRATION] if name != "sign_out"])
def test_a_page_of_the_real_record_before_the_first_round(
    name: str, server: Server, open_page: Callable[..., Page]
) -> None:
    page = seen_by("verwaltung", open_page, server, PAGES[name][1])
    expect(page.get_by_text("Beispieldaten")).to_have_count(0)
    well(page, f"{name}-echt")


@pytest.mark.parametrize(
    "address",
    [
        "aktivitaet?ansicht=Zeitstrahl",
        "aktivitaet?ansicht=Jahre",
        "aktivitaet?ansicht=Menschen",
        "aktivitaet?ansicht=Liste&jahr=2024",
        "veraenderung?jahr=2022&dienststellen=ohne",
        "was-waere-wenn?organisation=bergkamen-for-all-team",
        "was-waere-wenn?organisation=gibt-es-nicht&jahr=1999",
    ],
)
def test_a_picture_that_an_address_opens(address: str, server: Server, open_page: Callable[..., Page]) -> None:
    page = seen_by("steuerungsgruppe", open_page, server, address)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    open_everything(page)
    well(page, re.sub(r"\W+", "-", address))


def test_a_choice_is_in_the_address_and_the_address_opens_the_same_picture(
    server: Server, open_page: Callable[..., Page]
) -> None:
    page = seen_by("verwaltung", open_page, server, PAGES["turnover"][1])
    page.get_by_role("combobox", name="Jahr").click()
    page.get_by_role("option", name="2022", exact=True).click()
    page.wait_for_url("**/veraenderung?jahr=2022")
    ready(page)
    told = page.get_by_role("heading", level=1).inner_text()
    assert told.startswith("2022")
    page.goto(page.url)
    ready(page)
    assert page.get_by_role("heading", level=1).inner_text() == told


def test_a_name_opens_the_network_without_that_organisation(server: Server, open_page: Callable[..., Page]) -> None:
    page = seen_by("verwaltung", open_page, server, PAGES["what_if"][1], size=PHONE)
    page.get_by_role("link", name="Milli-Görüs-Moschee Bergkamen").click()
    page.wait_for_url("**/was-waere-wenn?organisation=igmg")
    ready(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ohne Milli-Görüs-Moschee Bergkamen")


@pytest.mark.parametrize("project", ["p-tippi", "beispiel-jugendamt"])
def test_the_result_of_a_small_project_and_of_a_department(
    project: str, demo: Server, open_page: Callable[..., Page]
) -> None:
    page = seen_by("steuerungsgruppe", open_page, demo, f"{PAGES['project'][1]}?projekt={project}")
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    well(page, f"projekt-{project}")


def test_a_recommended_step_becomes_a_measure(demo: Server, open_page: Callable[..., Page]) -> None:
    page = seen_by("p-iwgr", open_page, demo, PAGES["project"][1], size=PHONE)
    page.get_by_role("button", name="Als Maßnahme vornehmen").first.click()
    dialog = page.get_by_role("dialog")
    field = dialog.get_by_label("Was wollen Sie tun?")
    expect(field).not_to_have_value("")  # it is suggested, a moment after the dialog opens
    title = field.input_value()
    ready(page)
    axe(page)
    english(page)
    dialog.get_by_role("button", name="Maßnahme vornehmen").click()
    expect(dialog.get_by_role("alert")).to_contain_text("wer sich kümmert")
    screenshot(page, "massnahme-dialog")
    ready(page)
    dialog.get_by_label("Wer darin?").fill("Projektleitung")
    dialog.get_by_role("button", name="Maßnahme vornehmen").click()
    expect(page.get_by_role("rowheader", name=title)).to_be_visible(timeout=20_000)
    expect(dialog).to_have_count(0)


@pytest.mark.parametrize("organisation", ["integrationsmanagement", "gemeinde-boenen", "gibt-es-nicht"])
def test_the_card_of_an_organisation(organisation: str, demo: Server, open_page: Callable[..., Page]) -> None:
    page = seen_by("steuerungsgruppe", open_page, demo, f"{PAGES['organisation'][1]}?organisation={organisation}")
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    open_everything(page)
    well(page, f"organisation-{organisation}")


def test_a_partner_leads_to_the_card_of_the_partner(demo: Server, open_page: Callable[..., Page]) -> None:
    page = seen_by(
        "steuerungsgruppe",
        open_page,
        demo,
        f"{PAGES['organisation'][1]}?organisation=integrationsmanagement",
        size=PHONE,
    )
    partners = page.get_by_role("list", name="Zu den Karten der Partner")
    name = partners.get_by_role("link").first.inner_text().splitlines()[0]
    partners.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name.split(" (")[0], timeout=20_000)


def test_the_next_step_for_a_missing_perspective(demo: Server, open_page: Callable[..., Page]) -> None:
    page = seen_by("steuerungsgruppe", open_page, demo, f"{PAGES['missing'][1]}?merkmal=sektor", size=PHONE)
    page.get_by_role("button", name="Nächsten Schritt festhalten").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Was geschieht als Nächstes?").fill("Stammtisch besuchen (Probe)")
    ready(page)
    axe(page)
    english(page)
    dialog.get_by_role("button", name="Schritt speichern").click()
    expect(dialog.get_by_role("alert")).to_contain_text("wer sich kümmert")
    screenshot(page, "luecke-dialog")
    ready(page)
    dialog.get_by_label("Oder wer?").fill("Koordination")
    dialog.get_by_role("button", name="Schritt speichern").click()
    expect(page.get_by_role("cell", name="Stammtisch besuchen (Probe)")).to_be_visible(timeout=20_000)
    expect(dialog).to_have_count(0)


def test_a_perspective_is_added_by_its_kind(demo: Server, open_page: Callable[..., Page]) -> None:
    page = seen_by("verwaltung", open_page, demo, PAGES["missing"][1])
    page.get_by_role("button", name="Perspektive hinzufügen").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Wonach suchen wir?").click()
    page.get_by_role("option", name="Art der Organisation").click()
    dialog.get_by_role("button", name="Sport", exact=True).click()
    dialog.get_by_label("Bezeichnung").fill("Sportvereine (Probe)")
    ready(page)
    axe(page)
    english(page)
    screenshot(page, "perspektive-dialog")
    dialog.get_by_role("button", name="Speichern", exact=True).click()
    expect(dialog).to_have_count(0, timeout=20_000)
    page.get_by_text("Perspektiven mit Suchwörtern und Herkunft").click()
    listed = page.get_by_role("table", name="Was uns wichtig ist")
    expect(listed.get_by_role("rowheader", name="Sportvereine (Probe)")).to_be_visible()


@pytest.mark.parametrize("step", ["start", "augenhoehe", "abgabe", "ergebnis"])
def test_a_screen_of_the_form(step: str, demo: Server, open_page: Callable[..., Page]) -> None:
    page = seen_by("p-iwgr", open_page, demo, f"selbsteinschaetzung?schritt={step}", size=PHONE)
    well(page, f"formular-{step}")


def test_a_lead_without_a_round_is_told_so(server: Server, open_page: Callable[..., Page]) -> None:
    page = seen_by("p-tippi", open_page, server, PAGES["assessment"][1], size=PHONE)
    well(page, "formular-ohne-runde")


@pytest.mark.parametrize(
    ("path", "words"),
    [("", "Willkommen"), ("netzwerk", "Willkommen")],
)
def test_somebody_who_is_not_signed_in(path: str, words: str, server: Server, open_page: Callable[..., Page]) -> None:
    page = seen_by("", open_page, server, path)
    expect(page.get_by_text(words).first).to_be_visible()
    well(page, f"gast-{path or 'start'}")


def test_the_menu_on_a_phone_names_its_groups(server: Server, open_page: Callable[..., Page]) -> None:
    page = seen_by("verwaltung", open_page, server, PAGES["overview"][1], size=PHONE)
    page.get_by_test_id("stExpandSidebarButton").click()
    group = page.get_by_role("group", name=navigation.SECTION_FACTORS)
    expect(group.get_by_role("link")).to_have_count(4)
    axe(page)
    english(page)
    screenshot(page, "menue-handy")


def test_the_menu_on_a_laptop_is_walked_by_keyboard(server: Server, open_page: Callable[..., Page]) -> None:
    page = seen_by("verwaltung", open_page, server, PAGES["overview"][1])
    page.get_by_role("button", name=navigation.SECTION_COUNCIL, exact=True).press("Enter")
    expect(page.get_by_role("menuitem", name=navigation.COUNCIL)).to_be_focused()
    axe(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{navigation.REPORT_PATH}")


def test_a_page_of_another_role_and_signing_out(server: Server, open_page: Callable[..., Page]) -> None:
    page = signed_in(open_page, server, "steuerungsgruppe")
    visit(page, server, PAGES["rounds"][1])
    expect(page.get_by_role("heading", level=1)).to_contain_text("gehört nicht zu Ihrem Zugang")
    well(page, "gesperrt")
    visit(page, server, PAGES["sign_out"][1])
    expect(page.get_by_role("heading", level=1)).to_contain_text("abgemeldet")
    well(page, "abgemeldet")
    visit(page, server, PAGES["overview"][1])
    expect(page.get_by_role("heading", level=1)).to_contain_text("Willkommen")


@pytest.mark.parametrize("path", ["anmelden/unbekannt", "rat/unbekannt", "gibt-es-nicht"])
def test_a_dead_link(path: str, server: Server, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{server.url}/{path}", size=PHONE, wait=False)
    axe(page)
    english(page)
    no_sideways_scroll(page)
    screenshot(page, f"toter-link-{path.split('/', maxsplit=1)[0]}")


def test_the_button_of_a_one_time_link(server: Server, open_page: Callable[..., Page]) -> None:
    page = open_page(bk(server, "sign-in", "verwaltung"), size=PHONE, wait=False)
    axe(page)
    english(page)
    screenshot(page, "anmelden")


def test_the_live_link_of_the_demonstration_is_marked(demo: Server, open_page: Callable[..., Page]) -> None:
    live = bk(demo, "link", "create", "--audience", "council", "--label", "Probe", "--expires", NEXT_MONTH)
    page = open_page(live, wait=False, java_script_enabled=False)
    expect(page.get_by_text("Beispieldaten").first).to_be_visible()
    screenshot(page, "live-link")
