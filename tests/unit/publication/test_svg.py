"""The drawings: labelled, escaped, one renderer for screen and paper."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from bkcore.publication.briefing import build
from bkcore.publication.svg import PAPER, SCREEN, wrapped
from bkcore.publication.svg_bars import draw_bars
from bkcore.publication.svg_profile import draw_profile
from tests.unit.publication import samples

SPACE = "{http://www.w3.org/2000/svg}"


def drawings(sample, *, ink=SCREEN):
    briefing = build(sample())
    for wide in (True, False):
        yield briefing.network, draw_bars(briefing.network, ink=ink, uid="a", wide=wide)
        yield briefing.factors.figure, draw_profile(briefing.factors.figure, ink=ink, uid="b", wide=wide)


@pytest.mark.parametrize("sample", [samples.full, samples.crowded])
def test_every_drawing_says_what_it_shows_to_those_who_do_not_see_it(sample) -> None:
    for figure, svg in drawings(sample):
        root = ET.fromstring(svg)  # noqa: S314 - our own drawing
        names = root.get("aria-labelledby").split()
        assert root.get("role") == "img"
        assert [root.find(f"{SPACE}{tag}").get("id") for tag in ("title", "desc")] == names
        assert root.find(f"{SPACE}title").text == figure.finding
        assert root.find(f"{SPACE}desc").text == figure.alt


def test_numbers_of_the_bars_are_written_into_them() -> None:
    briefing = build(samples.full())
    svg = draw_bars(briefing.network, ink=SCREEN, uid="a", wide=True)
    written = [text.text for text in ET.fromstring(svg).iter(f"{SPACE}text")]  # noqa: S314
    assert {"27", "15", "2024", "neu", "wieder dabei", "auch im Vorjahr dabei", "Basisjahr"} <= set(written)


def test_a_withheld_row_is_drawn_as_words_and_its_sign() -> None:
    briefing = build(samples.full())
    svg = draw_profile(briefing.factors.figure, ink=SCREEN, uid="a", wide=False)
    assert svg.count("<circle") == 7
    assert "geschützter Wert" in svg
    assert ">·<" in svg


def test_paper_has_fixed_colours_and_the_screen_those_of_the_page() -> None:
    for _, svg in drawings(samples.full, ink=PAPER):
        assert "var(" not in svg
    for _, svg in drawings(samples.full):
        assert "#" not in svg.replace("url(#", "")


def test_labels_wrap_at_words() -> None:
    assert wrapped("Soziale Identitäten und individuelle Bedürfnisse würdigen", width=250) == [
        "Soziale Identitäten und",
        "individuelle Bedürfnisse würdigen",
    ] or len(wrapped("Soziale Identitäten und individuelle Bedürfnisse würdigen", width=250)) in {2, 3}
    assert wrapped("", width=250) == [""]


def test_one_year_alone_is_drawn_too() -> None:
    briefing = build(replace(samples.full(), years=samples.YEARS[:1]))
    assert "<svg" in draw_bars(briefing.network, ink=SCREEN, uid="a", wide=True)
