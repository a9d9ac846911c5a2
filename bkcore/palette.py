"""Every colour, once: the theme, the charts, the drawn pictures of the live link and the report read the same values.

``tests/unit/charts/test_base.py`` compares ``.streamlit/config.toml`` with these constants and checks the contrast of
every pair that carries text.
"""

from collections.abc import Collection
from dataclasses import dataclass, fields
from typing import Final


@dataclass(frozen=True, kw_only=True)
class Palette:
    """The colours of one theme, as ``#RRGGBB``."""

    ground: str
    """Behind everything."""
    surface: str
    """Cards, input fields, the top bar."""
    line: str
    """Hairlines between things; never the only sign of a control."""
    edge: str
    """Outline of controls, at least 3:1 on ground and surface."""
    text: str
    """Words, at least 12:1 on ground."""
    soft: str
    """Secondary words, at least 4.5:1 on ground and tint."""
    action: str
    """Fill of buttons and of the chosen answer, at least 3:1 on ground."""
    accent: str
    """The same as words and links, at least 4.5:1 on ground and surface."""
    pressed: str
    """The same under the finger."""
    on_action: str
    """Words on ``action``."""
    tint: str
    """Quiet yellow ground of the current step or page."""
    blush: str
    """Quiet red ground of the chosen answer."""
    muted: str
    """Empty segments, hexagons not chosen, withheld cells."""
    good: str
    """Words that confirm (saved, done), at least 4.5:1."""
    categories: tuple[str, str, str, str, str]
    """Teal, sun, plum, slate, red: fills that survive colour blindness and greyscale print."""
    on_categories: tuple[str, str, str, str, str]
    """Words on the fill of the same place; none equals a ground, so that a saved picture finds its light partner."""
    scale: tuple[str, str, str, str, str]
    """Sequential, from little to much."""


LIGHT: Final = Palette(
    ground="#FBF7F0",
    surface="#FFFFFF",
    line="#E3D9CA",
    edge="#8C7F70",
    text="#1F1A17",
    soft="#5A5048",
    action="#9A1B30",
    accent="#9A1B30",
    pressed="#7D1426",
    on_action="#FFFFFF",
    tint="#FDF0D2",
    blush="#FFF4F1",
    muted="#E8DFD0",
    good="#1E6B74",
    categories=("#1E6B74", "#E0A21B", "#6B3F69", "#4A5568", "#9A1B30"),
    on_categories=("#FFFFFF", "#241C10", "#FFFFFF", "#FFFFFF", "#FFFFFF"),
    scale=("#EDE7DA", "#B9D3D1", "#7FB0B2", "#458A90", "#1E6B74"),
)

DARK: Final = Palette(
    ground="#1D1916",
    surface="#28231F",
    line="#463D36",
    edge="#8F8378",
    text="#F6F0E7",
    soft="#CDC2B5",
    action="#C9485C",
    accent="#F29AA3",
    pressed="#B23A4D",
    on_action="#FFFFFF",
    tint="#43361A",
    blush="#3A2426",
    muted="#4A4139",
    good="#63B4BD",
    categories=("#63B4BD", "#EBB84C", "#C79AC5", "#A9B6C9", "#F29AA3"),
    on_categories=("#28231F", "#1D1917", "#28231F", "#28231F", "#28231F"),
    scale=("#35332F", "#2C4A4D", "#3A676C", "#4C8C93", "#63B4BD"),
)

FONT: Final = "Atkinson Hyperlegible Next"


def css_variables(*, without: Collection[str] = ()) -> str:
    """Return the palette as CSS custom properties for ``:root``, light and dark in one.

    Browsers pick by the ``color-scheme`` of the element that uses them; those without ``light-dark()`` stay light.

    Args:
        without: Names a page never uses, where every byte is counted.
    """
    light = {name: value for name, value in _flat(LIGHT).items() if name not in without}
    dark = _flat(DARK)
    plain = "".join(f"--bk-{name}:{value};" for name, value in light.items())
    paired = "".join(f"--bk-{name}:light-dark({light[name]},{dark[name]});" for name in light)
    return f":root{{{plain}}}@supports (color:light-dark(red,red)){{:root{{{paired}}}}}"


def _flat(palette: Palette) -> dict[str, str]:
    flat: dict[str, str] = {}
    for field in fields(palette):
        value = getattr(palette, field.name)
        name = field.name.replace("_", "-")
        if isinstance(value, str):
            flat[name] = value
        else:
            flat.update({f"{name}-{place}": colour for place, colour in enumerate(value, start=1)})
    return flat
