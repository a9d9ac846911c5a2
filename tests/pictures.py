"""Picture files as people upload them, and as attackers would."""

from io import BytesIO

from PIL import Image


def photo(*, size: tuple[int, int] = (800, 600), kind: str = "JPEG", colour: str = "red", **options: object) -> bytes:
    """Return a picture in one colour with a blue upper left corner, so that turning it is seen."""
    picture = Image.new("RGB", size, colour)
    picture.paste("blue", (0, 0, size[0] // 4, size[1] // 4))
    packed = BytesIO()
    picture.save(packed, kind, **options)
    return packed.getvalue()


def from_a_phone(*, orientation: int = 1, size: tuple[int, int] = (800, 600)) -> bytes:
    """Return a picture as a telephone writes it: with place, device and a comment in it."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "GEHEIMES-GERAET"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (51.0, 37.0, 3.0)
    return photo(size=size, exif=exif, comment=b"GEHEIMER-KOMMENTAR")
