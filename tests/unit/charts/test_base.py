"""One palette for everything, readable in both themes, and charts that follow it."""

import json
import tomllib
from dataclasses import fields
from pathlib import Path

import pandas as pd
import pytest

from bkcore.palette import DARK, FONT, LIGHT, Palette, css_variables
from dashboard.charts import base
from dashboard.charts.tables import csv, german

ROOT = Path(__file__).parents[3]
THEMES = {"light": LIGHT, "dark": DARK}
BOTH = pytest.mark.parametrize("palette", THEMES.values(), ids=THEMES.keys())


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(scope="module")
def theme() -> dict[str, object]:
    return tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]


@BOTH
def test_words_are_readable_on_every_ground(palette: Palette):
    assert contrast(palette.text, palette.ground) >= 12
    for ground in (palette.ground, palette.surface, palette.tint, palette.blush):
        assert contrast(palette.text, ground) >= 7
        assert contrast(palette.soft, ground) >= 4.5
        assert contrast(palette.accent, ground) >= 4.5
    for ground in (palette.ground, palette.surface):
        assert contrast(palette.good, ground) >= 4.5
    assert contrast(palette.text, palette.muted) >= 4.5
    for ground in (palette.action, palette.pressed):
        assert contrast(palette.on_action, ground) >= 4.5
    for fill, words in zip(palette.categories, palette.on_categories, strict=True):
        assert contrast(fill, words) >= 4.5


@BOTH
def test_controls_can_be_made_out(palette: Palette):
    for ground in (palette.ground, palette.surface):
        assert contrast(palette.edge, ground) >= 3
        assert contrast(palette.action, ground) >= 3


@BOTH
def test_the_scale_goes_one_way(palette: Palette):
    steps = [contrast(colour, palette.ground) for colour in palette.scale]
    assert steps == sorted(steps)


@pytest.mark.parametrize("name", THEMES)
def test_the_theme_reads_the_palette(theme: dict[str, dict[str, object]], name: str):
    palette = THEMES[name]
    assert {
        "primaryColor": palette.action,
        "backgroundColor": palette.ground,
        "secondaryBackgroundColor": palette.surface,
        "textColor": palette.text,
        "linkColor": palette.accent,
        "borderColor": palette.edge,
        "dataframeBorderColor": palette.line,
        "dataframeHeaderBackgroundColor": palette.tint,
        "redTextColor": palette.accent,
        "greenTextColor": palette.good,
        "chartCategoricalColors": list(palette.categories),
    }.items() <= theme[name].items()


def test_every_colour_of_the_theme_is_one_of_the_palette(theme: dict[str, dict[str, object]]):
    for name, palette in THEMES.items():
        known = set()
        for field in fields(Palette):
            value = getattr(palette, field.name)
            known |= {value} if isinstance(value, str) else set(value)
        used = {value for value in theme[name].values() if isinstance(value, str)}
        assert used <= known


def test_the_fonts_of_the_theme_are_shipped_with_their_licence(theme: dict[str, list[dict[str, str]]]):
    for face in theme["fontFaces"]:
        assert face["family"] == FONT
        assert (ROOT / "dashboard" / face["url"].removeprefix("app/")).is_file()
    assert "SIL OPEN FONT LICENSE" in (ROOT / "dashboard/static/fonts/OFL.txt").read_text(encoding="utf-8").upper()


def test_the_stylesheet_names_no_colour_of_its_own():
    ours = (ROOT / "dashboard/components/assets").glob("*.css")
    for path in (ROOT / "dashboard/routes/assets/look.css", *ours):
        style = path.read_text(encoding="utf-8")
        assert "#" not in style.replace("#root", "").replace("#fff)", "")  # the one fallback beside a variable


def test_stylesheets_get_both_themes():
    variables = css_variables()
    assert f"--bk-ground:{LIGHT.ground};" in variables
    assert f"--bk-ground:light-dark({LIGHT.ground},{DARK.ground});" in variables
    assert f"--bk-categories-2:{LIGHT.categories[1]};" in variables


def test_a_chart_in_the_dark_theme_keeps_no_light_colour():
    drawn = base.figure(height=300)
    drawn.add_bar(x=["a"], y=[1], marker_color=base.TEAL, text=["1"], textfont={"color": LIGHT.on_categories[0]})
    dark = base.in_dark(drawn)
    assert dark.data[0].marker.color == DARK.categories[0]
    assert dark.data[0].textfont.color == DARK.on_categories[0]
    assert LIGHT.text not in dark.to_json()
    assert drawn.data[0].marker.color == LIGHT.categories[0]  # the original stays


def test_each_light_colour_of_charts_has_one_dark_partner():
    chosen: dict[str, set[str]] = {}
    for name in ("text", "soft", "line", "edge", "surface", "muted", "good", "categories", "on_categories", "scale"):
        light, dark = getattr(LIGHT, name), getattr(DARK, name)
        pairs = [(light, dark)] if isinstance(light, str) else zip(light, dark, strict=True)
        for before, after in pairs:
            chosen.setdefault(before, set()).add(after)
    assert {before: after for before, after in chosen.items() if len(after) > 1} == {}


def test_a_saved_picture_finds_the_light_partner_of_every_dark_colour():
    drawn = base.figure(height=300)
    for place, colour in enumerate(LIGHT.categories):
        drawn.add_bar(x=["a"], y=[1], marker_color=colour, text=["1"], textfont={"color": LIGHT.on_categories[place]})
    drawn.update_layout(paper_bgcolor=LIGHT.ground, plot_bgcolor=LIGHT.muted)
    text = base.in_dark(drawn).to_json()
    for dark, light in base.LIGHT_OF_DARK.items():
        text = text.replace(dark, light)
    assert json.loads(text) == json.loads(drawn.to_json())


def test_words_in_charts_are_never_small():
    layout = base.figure().layout.template.layout
    sizes = [layout.font.size, layout.xaxis.tickfont.size, layout.yaxis.tickfont.size, layout.uniformtext.minsize]
    assert min(sizes) >= 13
    larger = base.enlarged(base.figure(height=300), factor=1.5)
    assert larger.layout.height == 450
    assert larger.layout.template.layout.font.size == round(base.TEXT_SIZE * 1.5)


def test_numbers_and_dates_are_german():
    assert base.figure().layout.separators == ",."
    locale = base.config()["locales"]["de"]
    assert locale["format"]["shortMonths"][2] == "Mär"
    assert locale["format"]["decimal"] == ","
    assert base.config()["displaylogo"] is False


def test_a_table_shows_german_numbers_and_a_dash_where_nothing_is():
    frame = pd.DataFrame({"a": [1234567, 2], "b": [0.5, float("nan")], "c": ["x", None], "d": [True, False]})
    assert german(frame).to_numpy().tolist() == [["1.234.567", "0,50", "x", "ja"], ["2", "–", "–", "nein"]]


def test_a_file_opens_in_a_german_excel():
    content = csv(pd.DataFrame({"Jahr": [2024], "Anteil": [0.5]}))
    assert content == b"\xef\xbb\xbfJahr;Anteil\n2024;0,5\n"


def test_a_file_made_from_samples_says_so_in_its_first_line():
    content = csv(pd.DataFrame({"Jahr": [2024]}), demo=True).decode("utf-8-sig")
    assert content.startswith("Beispieldaten")
    assert content.splitlines()[1] == "Jahr"


def test_a_finished_figure_says_what_was_drawn_and_is_turned_into_values_once():
    drawn = base.figure()
    drawn.add_bar(x=pd.Series([1.5, 2.0]), y=["a", "b"])
    chart = base.Chart(figure=drawn, description="d", finding="f", subtitle="s", table=pd.DataFrame())
    assert json.dumps(chart.light.to_dict(), sort_keys=True) == json.dumps(json.loads(drawn.to_json()), sort_keys=True)
    assert chart.light.to_dict() is chart.light.to_dict()
    assert chart.dark.to_dict()["layout"]["template"] != chart.light.to_dict()["layout"]["template"]
