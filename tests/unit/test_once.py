"""What a run asks once: the same answer on the whole page, a new one after every commit, none kept for the next run."""

from contextlib import suppress
from itertools import count

from sqlalchemy import create_engine

from bkcore.store.unit_of_work import unit_of_work
from dashboard import once


def test_outside_of_a_run_everything_is_asked_anew() -> None:
    numbers = count()
    assert [once.asked("a", build=lambda: next(numbers)) for _ in range(2)] == [0, 1]


def test_a_run_asks_once_for_each_key_and_the_next_run_asks_again() -> None:
    numbers = count()
    found = []
    for _ in range(2):
        with once.per_run():
            found.append([once.asked(key, build=lambda: next(numbers)) for key in "aba"])
    assert found == [[0, 1, 0], [2, 3, 2]]


def test_after_a_commit_everything_is_asked_anew() -> None:
    numbers = count()
    with once.per_run():
        before = once.asked("a", build=lambda: next(numbers))
        with unit_of_work(create_engine("sqlite://")):
            pass
        assert (before, once.asked("a", build=lambda: next(numbers))) == (0, 1)


def test_a_run_that_breaks_keeps_nothing() -> None:
    numbers = count()
    with suppress(KeyboardInterrupt), once.per_run():
        once.asked("a", build=lambda: next(numbers))
        raise KeyboardInterrupt  # as Streamlit ends a run: no Exception
    assert once.asked("a", build=lambda: next(numbers)) == 1
