import base64
import xml.etree.ElementTree as ET

from dashboard.components import qr


def test_the_code_is_a_picture_with_a_quiet_zone_in_any_theme():
    kind, _, data = qr.data_uri("https://beteiligung.example/anmelden/abc").partition(",")
    picture = base64.b64decode(data).decode()
    assert kind == "data:image/svg+xml;base64"
    assert ET.fromstring(picture).tag.endswith("svg")  # noqa: S314 - our own picture
    assert "#fff" in picture
