"""An answer the server has not confirmed outlives its question being taken off the page and drawn anew."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Server

pytestmark = [pytest.mark.browser]
_DRAWN_TWICE = """async () => {
  const ladder = (await import("/_stcore/bidi-components/dashboard.ladder/ladder.js")).default;
  const levels = [1, 2, 3].map((value) => ({ value, name: `Stufe ${value}`, text: "" }));
  const asked = { key: "frage", statement: "Frage", hint: "", levels, opt_outs: [], value: null, state: "offen",
    waiting: "noch nicht gespeichert", earlier: [], clear: "", language: "de", direction: "ltr" };
  const sent = [];
  const draw = (more) => {
    const parentElement = document.body.appendChild(document.createElement("div"));
    const data = { asked: { ...asked, ...more } };
    const setStateValue = (name, value) => name === "value" && sent.push(value);
    return [parentElement, ladder({ parentElement, data, setStateValue })];
  };
  const told = (place) => [
    [...place.querySelectorAll("input")].map((input) => input.checked),
    place.querySelector(".state").textContent,
  ];
  const [first, end] = draw({});
  first.querySelectorAll("input")[1].click();
  end();
  first.remove();
  const before = sent.length;
  const [again] = draw({});
  const other = draw({ key: "andere" })[0];
  await new Promise((done) => setTimeout(done, 2500)); // it says it once more after two seconds
  const waiting = told(again);
  const resent = sent.slice(before);
  return { waiting, other: told(other), resent };
}"""


def test_it_stays_chosen_and_is_sent_once_more(shell: Server, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{shell.url}/form")
    found = page.evaluate(_DRAWN_TWICE)
    assert found["waiting"] == [[False, True, False], "noch nicht gespeichert"]
    assert found["other"] == [[False, False, False], "offen"]
    assert found["resent"] == [2]
