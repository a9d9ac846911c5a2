"""Collect every word a person sees or hears on a page, and name those that are English.

Streamlit speaks English by itself; ``/bk/german.js`` translates it from a dictionary. This finds what is missing there.
"""

import re
from collections.abc import Iterable

from playwright.sync_api import Page

NAMES = ("Bergkamen for all", "Diversity-Netzwerk", "Nation of Bergkamen", "Waffel-Move", "make run", "bk sign-in")
"""Names and commands that stay as they are."""

_ENGLISH = """
about above add added after again ago allowed already always and any apply are ascending at automatic available
average back be before below between browse but by cache calendar can cancel cannot change choose clear click close
closed collapse column columns compact connect connecting connection contact content copied copy count dark date
dates day days decrement delete deploy descending directory dismiss distinct documentation does done drag drop each
edit empty enter error errors expand failed few file files find for found from fullscreen get greater has
have heading help hide home hour image increment invalid is issue items large larger later less light load loading
localized main manage menu missing month months more move must navigate network next no none not notifications
number of older only open opens option options out over page pages past per percent pin please press previous print
put quick range read record reload remove report required rerun reset results retry row rows run running save
scrollable search select selected selection settings should show showing sidebar sign size skip small smaller sort
source step streamlit submit suggestions table than the theme there this time to today too try type unable unknown
unpin up update upload use used user value values view wait warning week while with would write year years yes you
your zoom
"""
WORDS = frozenset(_ENGLISH.split())
"""Unambiguous words of English interfaces; those that are German, too, are left out."""

_COLLECT = """
() => {
  const found = [];
  const attributes = ["aria-label", "title", "placeholder", "alt", "aria-description", "aria-valuetext", "data-title"];
  const visible = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE"].includes(element.tagName)) continue;
      if (element.shadowRoot) walk(element.shadowRoot);
      if (!visible(element)) continue;
      for (const name of attributes) {
        const value = element.getAttribute(name);
        if (value) found.push(value);
      }
      if (element.translate === false || element.getAttribute("translate") === "no") continue;
      for (const child of element.childNodes) {
        if (child.nodeType === Node.TEXT_NODE && child.nodeValue.trim()) found.push(child.nodeValue.trim());
      }
    }
  };
  walk(document);
  found.push(document.title);
  return found;
}
"""


def texts(page: Page) -> list[str]:
    """Return every visible text and every spoken attribute of the page, shadow trees included."""
    return list(dict.fromkeys(page.evaluate(_COLLECT)))


def english_in(found: Iterable[str], *, allow: Iterable[str] = ()) -> list[str]:
    """Return those texts that hold an English word, the word in front."""
    faults = []
    for text in found:
        rest = re.sub(r"https?://\S+", " ", text)  # an address is no language
        for name in (*NAMES, *allow):
            rest = rest.replace(name, " ")
        words = [word for word in re.findall(r"[A-Za-zÄÖÜäöüß]+", rest) if word.lower() in WORDS]
        if words:
            faults.append(f"{words[0]}: {text[:120]}")
    return faults


def english(page: Page, *, allow: Iterable[str] = ()) -> None:
    """Fail when the page says anything in English.

    Args:
        page: An open page, ready.
        allow: Names that may stay.
    """
    faults = english_in(texts(page), allow=allow)
    assert not faults, "English on the page:\n" + "\n".join(faults)
