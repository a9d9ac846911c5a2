"""What a page says of a figure is what the methodology says."""

from dashboard.texts.definitions import DEFINITIONS
from tests.spec import specs


def test_every_definition_on_a_page_is_the_one_of_the_methodology():
    rules = {metric["title"]: metric["definition"] for metric in specs.metrics()}
    assert {title: rules.get(title) for title in DEFINITIONS} == dict(DEFINITIONS)
