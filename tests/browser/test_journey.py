"""The whole loop: a round is opened, a lead answers on a phone, the group sees it, the council reads a new release."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import axe
from tests.browser.conftest import Server
from tests.browser.people import NEXT_MONTH, answer_factor, bk, by_personal_link, signed_in, tick, visit

pytestmark = [pytest.mark.browser]


def _release_number(page: Page) -> int:
    return int(re.search(r"Veröffentlichung (?:Nr\. )?(\d+)", page.locator("body").inner_text())[1])


def _checked(page: Page) -> int:
    return page.get_by_role("radio", checked=True).count()


def test_from_personal_link_to_live_link(server: Server, open_page: Callable[..., Page]) -> None:
    live = bk(server, "link", "create", "--audience", "council", "--label", "Reise")
    council = open_page(live, wait=False, java_script_enabled=False)
    first_number = _release_number(council)

    turn = bk(server, "round", "open", "Reise", "--closes", NEXT_MONTH)
    link = bk(server, "invite", "p-jugendkonferenz", "--round", turn)

    # On a phone: ten answers, then the browser is closed without a word.
    lead = by_personal_link(open_page, link)
    assert link.rsplit("/", 1)[1] not in lead.url
    axe(lead)
    lead.get_by_role("button", name="Ausführlich einschätzen").click()
    answer_factor(lead, level=3)
    lead.get_by_role("button", name="Weiter").click()
    expect(lead.get_by_role("heading", level=1)).to_contain_text("Zielgruppengerecht")
    answer_factor(lead, level=4)
    lead.get_by_role("button", name="Weiter").click()
    expect(lead.get_by_role("heading", level=1)).to_contain_text("Mehrwerte")
    answer_factor(lead, level=2, questions=2)
    lead.context.close()

    # On another device all ten are there.
    again = by_personal_link(open_page, link)
    expect(again.locator("body")).to_contain_text("10 von 32")
    visit(again, server, "selbsteinschaetzung?schritt=identitaeten")
    expect(again.get_by_role("radio", checked=True)).to_have_count(4)
    visit(again, server, "selbsteinschaetzung?schritt=mehrwerte")
    expect(again.get_by_role("radio", checked=True)).to_have_count(2)

    # Finish and hand in.
    for factor in ("niedrigschwelligkeit", "augenhoehe", "partizipation", "gemeinsam", "verankerung"):
        visit(again, server, f"selbsteinschaetzung?schritt={factor}")
        answer_factor(again, level=3)
    visit(again, server, "selbsteinschaetzung?schritt=mehrwerte")
    for number in (2, 3):
        tick(again.get_by_role("group").nth(number), 5)
        again.locator(".ladder + .foot .state.safe").nth(number).wait_for()
    visit(again, server, "selbsteinschaetzung?schritt=abgabe")
    axe(again)
    again.get_by_role("button", name="Antworten abgeben").click()
    expect(again.get_by_role("heading", name="Drei nächste Schritte")).to_be_visible()
    expect(again.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    axe(again)

    # The group's page has moved, without showing what was answered.
    group = signed_in(open_page, server, "steuerungsgruppe")
    expect(group.get_by_role("heading", level=1)).to_contain_text("Reise")
    expect(group.locator("body")).to_contain_text("1 von 1")

    # The council reads a new release, and after revoking nothing.
    council.reload()
    assert _release_number(council) > first_number
    identifier = max(re.findall(r"^(\d+) ", bk(server, "link", "list"), re.MULTILINE), key=int)
    bk(server, "link", "revoke", identifier)
    assert council.reload().status == 404

    # When the round is over the personal link opens nothing any more.
    bk(server, "round", "close", turn)
    assert open_page(link, wait=False).locator("body").inner_text().count("Diese Seite gibt es nicht.") == 1
