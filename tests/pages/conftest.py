"""The clock of the pages: noon of the day on which the run began, because some tests take longer than an evening."""

from collections.abc import Iterator

import pytest
import time_machine

from tests.pages.acting import NOON


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    """Let the services, which ask the clock, and the test, which counts from ``TODAY``, mean the same day."""
    with time_machine.travel(NOON, tick=True):
        yield
