"""Pictures leave as nothing but their points: in two sizes, upright, whatever was in the file."""

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bkcore.faults import PictureRefused
from bkcore.pictures import LARGE, LARGEST_FILE, SMALL, prepare
from tests.pictures import from_a_phone, photo


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_each_kind_becomes_a_jpeg_in_two_sizes(kind: str) -> None:
    prepared = prepare(photo(size=(3000, 2000), kind=kind))
    large, small = opened(prepared.large), opened(prepared.small)
    assert (large.format, small.format) == ("JPEG", "JPEG")
    assert large.size == (prepared.width, prepared.height) == (LARGE, round(LARGE * 2 / 3))
    assert max(small.size) == SMALL


def test_a_small_picture_is_not_blown_up() -> None:
    prepared = prepare(photo(size=(200, 100)))
    assert (prepared.width, prepared.height) == opened(prepared.small).size == (200, 100)


def test_nothing_that_a_camera_wrote_into_the_file_stays() -> None:
    prepared = prepare(from_a_phone())
    for content in (prepared.large, prepared.small):
        assert not opened(content).getexif()
        assert "comment" not in opened(content).info
        assert not [word for word in (b"GEHEIM", b"Exif", b"http://ns.adobe.com") if word in content]


def test_a_picture_taken_sideways_stands_upright() -> None:
    shown = opened(prepare(from_a_phone(orientation=6)).large)  # to be turned by a quarter, clockwise
    assert shown.size == (600, 800)
    red, _, blue = shown.getpixel((590, 10))  # the corner that was on the upper left is now on the upper right
    assert blue > 200 > red


def test_what_hides_behind_the_picture_is_gone() -> None:
    prepared = prepare(photo() + b"PK\x03\x04<script>alert(1)</script>")
    assert b"<script>" not in prepared.large + prepared.small


def test_what_is_transparent_becomes_white() -> None:
    clear = BytesIO()
    Image.new("RGBA", (64, 64), (0, 0, 0, 0)).save(clear, "PNG")
    assert opened(prepare(clear.getvalue()).large).getpixel((32, 32)) == (255, 255, 255)


def test_the_same_file_has_the_same_name_and_another_another() -> None:
    assert prepare(photo()).digest == prepare(photo()).digest != prepare(photo(colour="green")).digest


def bomb() -> bytes:
    """A PNG of a few bytes that claims a hundred million points."""
    header = struct.pack(">IIBBBBB", 10_000, 10_000, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize(
    ("content", "flaw"),
    [
        (b"", "format"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "format"),
        (photo(kind="GIF"), "format"),
        (photo(kind="TIFF"), "format"),
        (photo()[:2000], "format"),
        (photo(size=(4, 4)), "small"),
        (photo(size=(4000, 2)), "small"),
        (bytes(LARGEST_FILE + 1), "file"),
        (bomb(), "points"),
    ],
    ids=["empty", "svg", "gif", "tiff", "cut off", "tiny", "a line", "too big", "bomb"],
)
def test_what_is_no_picture_to_show_is_refused(content: bytes, flaw: str) -> None:
    with pytest.raises(PictureRefused) as refused:
        prepare(content)
    assert refused.value.facts == {"flaw": flaw}


@given(st.binary(max_size=400), st.integers(0, 3000))
def test_no_bytes_end_in_anything_but_a_picture_or_a_refusal(noise: bytes, at: int) -> None:
    whole = photo(size=(64, 64))
    content = whole[:at] + noise + whole[at + len(noise) :]
    try:
        prepared = prepare(content)
    except PictureRefused:
        return
    assert opened(prepared.large).format == "JPEG"
