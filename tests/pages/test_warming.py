"""The moments after a start: the server answers, the first reports are computed once, and pages say that they wait."""

import logging
from collections.abc import Iterator
from threading import Event, Thread

import pytest
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import AppTest

from bkcore.access import SYSTEM, Actor
from bkcore.reports import network
from bkcore.seed import load_record
from bkcore.vocabulary import Role
from dashboard import graph_state, warming
from dashboard.texts import shell
from tests.pages.acting import acting_on
from tests.pages.scenes import words

ADMINISTRATION = Actor(role=Role.ADMINISTRATION)


@pytest.fixture
def gate() -> Iterator[Event]:
    """What the computing waits for; opened at the end whatever happened."""
    event = Event()
    yield event
    event.set()


def _page():
    import streamlit as st

    from dashboard.components import frame

    with frame.loading():
        st.header("Seite")


def test_a_page_says_that_it_waits_and_is_whole_afterwards(monkeypatch, gate):
    drawn = []
    html = DeltaGenerator.html

    def noting(self, body, **more):
        drawn.append(body)
        return html(self, body, **more)

    monkeypatch.setattr(DeltaGenerator, "html", noting)
    thread = warming.start(gate.wait)
    app = AppTest.from_function(_page).run()
    (outline,) = drawn
    assert f'<p role="status">{shell.COMPUTING}</p>' in outline
    assert shell.COMPUTING not in words(app)
    assert app.header[0].value == "Seite"
    gate.set()
    thread.end()
    app.run()
    assert len(drawn) == 1


@pytest.mark.usefixtures("nothing_kept")
def test_who_comes_while_a_report_is_computed_waits_for_the_same_run(sqlite_engine, monkeypatch, gate):
    load_record(sqlite_engine)
    acting_on(sqlite_engine, monkeypatch, by=ADMINISTRATION)
    begun, asked, runs = Event(), [], []
    build = network.build

    def slowly(data, *, year):
        runs.append(year)
        begun.set()
        gate.wait()
        return build(data, year=year)

    monkeypatch.setattr(network, "build", slowly)
    thread = warming.start(lambda: graph_state.report(by=SYSTEM, year=2024))
    begun.wait()
    visitor = Thread(target=lambda: asked.append(graph_state.report(by=ADMINISTRATION, year=2024)))
    visitor.start()
    gate.set()
    visitor.join()
    thread.end()
    assert runs == [2024]
    assert asked[0] is graph_state.report(by=SYSTEM, year=2024)


def test_a_report_that_fails_is_logged_and_the_others_are_computed(caplog):
    done = Event()

    def broken():
        raise OSError("weg")

    with caplog.at_level(logging.ERROR):
        thread = warming.start(broken, done.set)
        thread.join()
        thread.end()
    assert done.is_set()
    assert "a first report could not be computed" in caplog.text


def test_the_end_of_the_server_begins_no_further_report():
    begun, never, last = Event(), Event(), []

    def first():
        begun.wait()
        last[0]._ended.set()  # as the server ends meanwhile

    last.append(warming.start(first, never.set))
    begun.set()
    last[0].end()
    assert not never.is_set()
    assert not warming.running()
