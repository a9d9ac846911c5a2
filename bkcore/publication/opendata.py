"""Writes the document as one flat table for spreadsheets; as JSON it is offered as it was frozen."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Final, NamedTuple

from bkcore.publication.document import Anchoring, AttendanceRow, Briefing, FactorRow, Factors, Topic, ViewRow
from bkcore.publication.parts import WITHHELD, Bar, KeyFigure, Number
from bkcore.vocabulary import AnchorKind, View
from bkcore.wording import anchoring
from bkcore.wording import briefing as words
from bkcore.wording.labels import label
from bkcore.wording.numbers import WITHHELD as WITHHELD_SIGN
from bkcore.wording.numbers import decimal, whole

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With these a spreadsheet begins to calculate; full-width forms included."""


class Line(NamedTuple):
    """One row of ``daten.csv``."""

    section: str
    key: str
    label: str
    value: Number
    text: str
    period: str
    n: Number


def render_csv(briefing: Briefing) -> bytes:
    """Return every figure and every text of the document as a flat table.

    Args:
        briefing: The frozen document.

    Returns:
        UTF-8 with byte order mark, semicolons, decimal comma; a withheld value is ``·``, an undefined one empty. No
        cell can begin a formula.
    """
    return written(_lines(briefing))


def written(lines: Iterable[Line]) -> bytes:
    """Return rows as a file; see ``render_csv``."""
    file = StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(Line._fields)
    for line in lines:
        writer.writerow(_cell(value) for value in line)
    return file.getvalue().encode("utf-8-sig")


def _lines(briefing: Briefing) -> Iterator[Line]:
    header = briefing.header
    yield text_line("header", "title", "", header.title)
    yield text_line("header", "stand", words.STAND_LABEL, header.stand.isoformat())
    yield Line("header", "number", "", header.number, whole(header.number), "", None)
    yield text_line("header", "mandate", words.MANDATE_LABEL, header.mandate.text)
    yield text_line("header", "period", words.PERIOD_LABEL, header.period)
    if header.demo:
        yield text_line("header", "demo", words.DEMO_SHORT, words.DEMO)
    yield text_line("headline", briefing.headline.rule, "", briefing.headline.finding)
    yield text_line("headline", "lead", "", briefing.headline.lead)
    yield text_line("headline", "caveat", "", briefing.headline.caveat)
    for figure in briefing.key_figures:
        yield from key_figure_lines(figure)
    for bar in briefing.network.bars if briefing.network else ():
        yield from bar_lines(bar)
    if briefing.attendance is not None:
        yield from (people_line(row) for row in briefing.attendance.rows)
        yield Line(
            "attendance", "total", words.TOTAL, briefing.attendance.total, briefing.attendance.total_text, "", None
        )
    for found in (briefing.factors, briefing.previous):
        if found is not None:
            yield from (line for row in found.rows for line in factor_lines(row, period=found.round_title))
    yield from view_lines(briefing.views, briefing.factors)
    if briefing.anchoring is not None:
        yield from anchoring_lines(briefing.anchoring)
    yield Line(
        "round", "projects_handed_in", words.ROUND, briefing.round.projects_handed_in, briefing.round.text, "", None
    )
    yield from _words(briefing)


def topic_lines(key: str, topic: Topic) -> Iterable[Line]:
    """Yield the counts of a topic, the cells of its tables, and its words."""
    for cell in topic.cells:
        yield Line(key, cell.key, cell.label, cell.value, cell.text, "", None)
    for place, table in enumerate(topic.tables, start=1):
        for row in table.rows:
            for column, text in zip(table.columns[1:], row[1:], strict=True):
                yield Line(key, f"table.{place}.{row[0]}", column, None, text, row[0], None)
    for place, text in enumerate(topic.paragraphs, start=1):
        yield text_line(key, f"text.{place}", topic.title, text)


def _words(briefing: Briefing) -> Iterator[Line]:
    for key, topic in briefing.topics:
        yield from topic_lines(key, topic)
    for project in briefing.projects.items:
        yield Line("projects", project.key, project.title, None, project.description, project.period, None)
    for paper in briefing.papers:
        yield Line("papers", paper.reference, paper.subject, None, paper.body, paper.date, None)
    for place, text in enumerate((*briefing.method, *briefing.data_protection, briefing.boundary), start=1):
        yield text_line("notes", str(place), "", text)
    yield text_line("notes", "legend", words.LEGEND, briefing.legend)


def text_line(section: str, key: str, label: str, text: str) -> Line:
    """Return a row that holds words alone."""
    return Line(section, key, label, None, text, "", None)


def key_figure_lines(figure: KeyFigure) -> Iterable[Line]:
    """Yield a key figure and its parts."""
    yield Line("key_figures", figure.key, figure.label, figure.value, figure.text, "", None)
    for cell in figure.details:
        yield Line("key_figures", cell.key, cell.label, cell.value, cell.text, "", None)


def bar_lines(bar: Bar) -> Iterable[Line]:
    """Yield the parts of one year."""
    new, returned, continuing, _ = words.LEGEND_BARS
    parts = (
        ("organisations", words.LABEL_ORGANISATIONS, bar.total),
        ("new", new, bar.new),
        ("returned", returned, bar.returned),
        ("continuing", continuing, bar.continuing),
    )
    for key, name, value in parts:
        yield Line("network", key, name, value, whole(value), str(bar.year), None)


def anchoring_lines(found: Anchoring) -> Iterable[Line]:
    """Yield what shows integration in each department, and the share of each year."""
    period = str(found.year)
    yield text_line("anchoring", "finding", "", found.finding)
    for row in found.rows:
        values = (row.projects, row.measures, int(row.assessed))
        for kind, value, text in zip(AnchorKind, values, row.texts, strict=True):
            yield Line("anchoring", f"{row.key}.{kind.value}", row.title, value, text, period, None)
    for one in found.years:
        yield Line("anchoring", "share", anchoring.ANCHORED, one.share, one.text, str(one.year), one.departments)


def people_line(row: AttendanceRow) -> Line:
    """Return the people counted in one year."""
    return Line("attendance", "people", words.ATTENDANCE, row.people, row.text, str(row.year), row.counted)


def factor_lines(row: FactorRow, *, period: str) -> Iterable[Line]:
    """Yield every figure of one factor."""
    cells = (
        ("mean", row.mean, row.mean_text) if row.step is None else ("step", row.step, row.mean_text),
        ("lower_quartile", row.lower, row.spread_text),
        ("upper_quartile", row.upper, row.spread_text),
        ("n_projects", row.n_projects, row.n_text),
        ("opt_out_share", row.opt_out, row.opt_out_text),
        ("band", None, row.band_text),
    )
    for name, value, text in cells:
        yield Line("factors", f"{row.key}.{name}", row.title, value, text, period, row.n_raters)


def view_lines(views: Iterable[ViewRow], factors: Factors) -> Iterable[Line]:
    """Yield the views that are shown of each factor."""
    titles = {row.key: row.title for row in factors.rows}
    for view in views:
        name = f"{titles[view.factor]}, {label(View(view.view))}"
        key = f"{view.factor}.{view.view}"
        yield Line("views", key, name, view.mean, decimal(view.mean), factors.round_title, view.n_raters)


def _cell(value: Number | str) -> str:
    """Write a cell so that a spreadsheet shows it and never runs it."""
    if value is None:
        return ""
    if value == WITHHELD:
        return WITHHELD_SIGN
    if isinstance(value, int | float):
        return str(value).replace(".", ",")
    text = value.replace("\r", " ")
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_FORMULA) else text
