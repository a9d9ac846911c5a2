import importlib
import pkgutil
from datetime import date

import pandas as pd
import pytest

import bkcore.metrics
from bkcore.metrics.window import Window
from tests.spec import specs
from tests.spec.tables import frame


def vocabulary_of_rules():
    names = {"Window": Window, "date": date, "pd": pd}
    for module in pkgutil.iter_modules(bkcore.metrics.__path__):
        names |= vars(importlib.import_module(f"bkcore.metrics.{module.name}"))
    return {name: value for name, value in names.items() if not name.startswith("_")}


def almost(expected):
    """Equal up to rounding to six places, so that the printed value is the tested one."""
    if isinstance(expected, float):
        return pytest.approx(expected, abs=5e-7)
    if isinstance(expected, dict):
        return {key: almost(value) for key, value in expected.items()}
    if isinstance(expected, (list, tuple)):
        return type(expected)(almost(value) for value in expected)
    return expected


@pytest.mark.parametrize("case", list(specs.cases()), ids=lambda case: case.name)
def test_the_rule_gives_the_documented_value(case):
    tables = {name: frame(text) for name, text in case.tables.items()}
    found = eval(case.expression, {**vocabulary_of_rules(), **tables})  # noqa: S307  # our own files, reviewed like code
    assert found == almost(case.expected)
