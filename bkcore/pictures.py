"""Makes a picture fit to be shown: decoded, turned upright, without a word of what the camera added, in two sizes.

What leaves here was drawn anew from the points of the picture. So nothing that was hidden in the file (place, name,
device, a second file behind the first) can come along (ADR 0023).
"""

import hashlib
import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from PIL import Image, ImageOps

from bkcore.faults import PictureRefused

LARGEST_FILE: Final = 10 * 1024 * 1024
"""Bytes; what a telephone takes is smaller."""
MOST_POINTS: Final = 50_000_000
"""Points of the largest picture that is decoded; a small file may claim any number of them."""
LARGE: Final = 1600
"""Points along the longer edge of the picture on a project's page."""
SMALL: Final = 480
"""The same in the list of all projects."""
_FORMATS: Final = ("JPEG", "PNG", "WEBP")
_QUALITY: Final = 82
_FEWEST_POINTS: Final = 16


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture as it is kept.

    Attributes:
        digest: SHA-256 of the large file in hexadecimal: its lasting name.
        width: Points of the large one across.
        height: Points of the large one down.
        large: JPEG for a page.
        small: JPEG for a list.
    """

    digest: str
    width: int
    height: int
    large: bytes
    small: bytes


def prepare(content: bytes) -> Prepared:
    """Return a picture fit to be shown.

    Args:
        content: A JPEG, PNG or WebP file as it was uploaded.

    Raises:
        PictureRefused: It is too big, no such file, damaged, or too small to show anything.
    """
    if len(content) > LARGEST_FILE:
        raise PictureRefused(flaw="file")
    upright = _decoded(content)
    if min(upright.size) < _FEWEST_POINTS:
        raise PictureRefused(flaw="small")
    large = _fitted(upright, LARGE)  # the small one is made of it: a full-size copy takes 150 MB
    packed = _packed(large)
    return Prepared(
        digest=hashlib.sha256(packed).hexdigest(),
        width=large.width,
        height=large.height,
        large=packed,
        small=_packed(_fitted(large, SMALL)),
    )


def _decoded(content: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the library, about sizes and metadata; we look at both ourselves
            with Image.open(BytesIO(content), formats=_FORMATS) as opened:
                if opened.width * opened.height > MOST_POINTS:
                    raise PictureRefused(flaw="points")
                opened.load()
                return _on_white(ImageOps.exif_transpose(opened))
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError, MemoryError) as error:
        raise PictureRefused(flaw="format") from error


def _on_white(picture: Image.Image) -> Image.Image:
    """Return the picture in plain colours; what was transparent is white, as on paper."""
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("RGB")
    seen_through = picture.convert("RGBA")
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(seen_through, mask=seen_through.getchannel("A"))
    return paper


def _fitted(picture: Image.Image, edge: int) -> Image.Image:
    smaller = picture.copy()
    smaller.thumbnail((edge, edge), Image.Resampling.LANCZOS)
    return smaller


def _packed(picture: Image.Image) -> bytes:
    bare = Image.new("RGB", picture.size)  # a new one knows nothing of where its points came from
    bare.paste(picture)
    packed = BytesIO()
    bare.save(packed, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return packed.getvalue()
