"""How many taps a full form and one activity take on a phone, counted while a browser does it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.bench.conftest import figure
from tests.browser.capturing import whole_activity
from tests.browser.conftest import PHONE, Server, open_page, profiles, server
from tests.browser.filling import full_form
from tests.browser.people import NEXT_MONTH, bk, by_personal_link

__all__ = ["open_page", "profiles", "server"]
pytestmark = pytest.mark.bench


def test_taps_of_a_full_form(server: Server, open_page: Callable[..., Page]) -> None:
    turn = bk(server, "round", "open", "Messung", "--closes", NEXT_MONTH)
    link = bk(server, "invite", "p-jugendkonferenz", "--round", turn)
    figure("taps_full_form", full_form(by_personal_link(open_page, link)), "taps")


def test_one_activity(server: Server, open_page: Callable[..., Page]) -> None:
    thumb = whole_activity(open_page(bk(server, "activity", "link", "p-iwgr"), size=PHONE, wait=False))
    figure("capture_taps", thumb.taps, "taps")
    figure("capture_s", thumb.seconds(), "s")
