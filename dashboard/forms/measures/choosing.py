"""Which measures are shown, and how; every choice is in the address."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from bkcore.reports.measure_board import BoardMeasure, MeasuresReport
from dashboard.components import choice
from dashboard.texts import measures as texts


@dataclass(frozen=True, slots=True)
class Shown:
    """The measures of a choice, and whether as a board."""

    measures: tuple[BoardMeasure, ...]
    as_board: bool


def asked() -> str:
    """Return the measure the address names, empty when it names none."""
    return st.query_params.get("massnahme", "")


def kept() -> Mapping[str, str]:
    """Return what the address says of the page's choices, so that links keep it."""
    return st.query_params.to_dict()


def shown(report: MeasuresReport) -> Shown:
    """Let view, factor, project and owner be chosen, of those that occur.

    Args:
        report: All measures.
    """
    every = report.measures
    with choice.row(key="row-wahl"):
        view = choice.choose(texts.VIEW, list(texts.VIEWS), key="ansicht", named=texts.VIEWS.__getitem__, width=190)
        factor = _of(texts.FACTOR, report.factors, {one.factor_id for one in every}, texts.EVERY_FACTOR, "faktor")
        project = _of(texts.PROJECT, report.projects, {one.project for one in every}, texts.EVERY_PROJECT, "projekt")
        there = {one.organisation for one in every}
        owner = _of(texts.OWNER, report.organisations, there, texts.EVERY_OWNER, "zustaendig")
    found = tuple(
        one
        for one in every
        if factor in {texts.ALL, one.factor_id or texts.NONE}
        and project in {texts.ALL, one.project or texts.NONE}
        and owner in {texts.ALL, one.organisation or texts.NONE}
    )
    return Shown(found, as_board=view == texts.BOARD)


def _of(label: str, names: Mapping[str, str], there: set[str], words: tuple[str, str], key: str) -> str:
    """Let one of the values that occur be chosen; without any kind of them there is nothing to choose."""
    options = {texts.ALL: words[0]} | {value: name for value, name in names.items() if value in there}
    if "" in there:
        options[texts.NONE] = words[1]
    return choice.choose(label, list(options), key=key, named=options.__getitem__, width=240) or texts.ALL
