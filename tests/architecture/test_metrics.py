import doctest
import importlib
import inspect
import pkgutil
import re
from datetime import date

import pandas as pd
import pytest

import bkcore.metrics
from bkcore.columns import ACTIVITIES, HANDED_IN, MEASURES, ORGANISATIONS, PARTICIPATIONS, PERSPECTIVES, RATINGS
from bkcore.metrics.network import as_json, network_figures
from bkcore.metrics.window import calendar_year
from scripts.docs import TARGET, methodology
from scripts.explain_years import flat
from scripts.record import load
from tests.spec import specs

PARTS = ("Args", "Returns", "Raises", "Source", "Examples")
NAMES_IN_EXAMPLES = {
    "pd": pd,
    "date": date,
    "calendar_year": calendar_year,
    "network_figures": network_figures,
    **{
        contract.name: contract
        for contract in (ORGANISATIONS, ACTIVITIES, MEASURES, HANDED_IN, PARTICIPATIONS, PERSPECTIVES, RATINGS)
    },
}

# Public, but no metric: they name things, hand over, format, draw or multiply in blocks.
HELPERS = {
    "window.calendar_year",
    "window.calendar_month",
    "window.known_years",
    "ties.accepted_statuses",
    "ties.accepted",
    "membership.among",
    "projection.parts",
    "projection.plenaries_of",
    "diversity.sectors_of",
    "products.products",
    "products.blocks",
    "products.whole_numbers",
    "sole_ties.sole_ties",
    "shared.shared_blocks",
    "shared.adjacency",
    "shared.meetings",
    "concentration.ranking",
    "network.as_json",
    "participation.participation_json",
}
# Described by the metrics they assemble, by the matrix they hold or by the picture they give.
WITHOUT_SPEC = {
    "incidence.incidence",
    "projection.projection_graph",
    "network.network_figures",
    "participation.participation_figures",
    "factors_json.factors_json",
    "layout.node_positions",
    "layout.activity_positions",
    "graph_years.network_graph",
    "network_details.network_details",
    "betweenness.estimated_betweenness",
}


def modules():
    return [
        importlib.import_module(f"bkcore.metrics.{module.name}")
        for module in pkgutil.iter_modules(bkcore.metrics.__path__)
    ]


def public_functions():
    return {
        f"{module.__name__.rsplit('.', 1)[-1]}.{name}": function
        for module in modules()
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }


METRICS = {name: function for name, function in public_functions().items() if name not in HELPERS}


@pytest.mark.parametrize("name", METRICS)
def test_every_metric_says_what_goes_in_what_comes_out_where_it_is_from_and_shows_an_example(name):
    text = inspect.getdoc(METRICS[name])
    assert [part for part in PARTS if not re.search(rf"^{part}:$", text, flags=re.MULTILINE)] == []
    assert text.splitlines()[0].endswith(".")
    assert ">>> " in text


@pytest.mark.parametrize("name", METRICS)
def test_frames_going_in_have_a_shape_and_what_comes_out_of_nothing_is_said(name):
    text = inspect.getdoc(METRICS[name])
    assert "shape (" in text or "scalar" in text
    returns = text.split("Returns:")[1].split("Raises:")[0]
    assert re.search(r"None|NaN|NaT|empty|0 when|0 without|without rows|no rows|missing|from 0|\(0, 0\)", returns)


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.__name__)
def test_every_example_runs(module):
    assert doctest.testmod(module, extraglobs=NAMES_IN_EXAMPLES).failed == 0


def test_every_metric_has_a_spec_and_every_spec_its_metric():
    described = {name for metric in specs.metrics() for name in metric["functions"]}
    assert described == set(METRICS) - WITHOUT_SPEC


def test_every_described_metric_is_computed_in_a_case():
    for metric in specs.metrics():
        computed = " ".join(case["expression"] for case in metric["case"])
        assert [name for name in metric["functions"] if f"{name.split('.')[1]}(" not in computed] == []


def test_the_exceptions_still_exist():
    assert set(public_functions()) >= HELPERS | WITHOUT_SPEC


def test_metrics_are_free_of_the_database():
    for module in modules():
        assert not re.search(
            r"^\s*(?:from|import) (?:sqlmodel|sqlalchemy|pydantic)", inspect.getsource(module), re.MULTILINE
        )


def test_a_metrics_module_stays_below_three_hundred_lines():
    assert {
        module.__name__: n for module in modules() if (n := len(inspect.getsource(module).splitlines())) > 300
    } == {}


def test_the_methodology_is_current():
    assert TARGET.read_text(encoding="utf-8") == methodology(), "run `python -m scripts.docs`"


def test_the_methodology_explains_every_key_of_the_shipped_record():
    record = load()
    keys = flat(as_json(network_figures(record.participations, record.activities, record.organisations)))
    text = methodology()
    unexplained = {key for key in keys if not key.startswith("window.") and f"`{key}` |" not in text}
    assert unexplained - {"by_organisation"} == set()
    assert "### `by_organisation`" in text
