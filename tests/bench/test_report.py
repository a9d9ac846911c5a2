"""How long a yearly report takes as PDF and for Word; each is set from the frozen paper alone."""

import statistics
import time
from collections.abc import Callable

import pytest

from bkcore.publication.yearly.docx import render_docx
from bkcore.publication.yearly.pdf import render_pdf
from tests.bench.conftest import figure
from tests.unit.publication.year_reports import report

pytestmark = pytest.mark.bench
TIMES = 5


@pytest.mark.parametrize(("name", "render"), [("report_pdf_s", render_pdf), ("report_docx_s", render_docx)])
def test_a_report_is_set(name: str, render: Callable[..., bytes]) -> None:
    full = report()
    render(full)  # the typeface is read once per process
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        render(full)
        taken.append(time.perf_counter() - began)
    figure(name, statistics.median(taken), "s")
