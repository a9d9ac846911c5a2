"""Attacks on withheld cells over whole histories of releases, through every face and the archive's differences.

Two kinds. *Readers* look for a withheld value where a careless face would leave it: margins, earlier and later
releases, CSV, JSON, alternative texts, coordinates of drawings, sentences, comparisons. *Twins* prove that nobody can
succeed: the release is built again with another secret in one withheld cell, and nothing may differ by a byte. Every
face is made of the released document alone, and every later release of its own inputs and the documents before it, so
what does not show in the document shows nowhere.
"""

import csv
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from io import StringIO
from itertools import combinations

import pytest

from bkcore.publication import faces
from bkcore.publication.briefing import build
from bkcore.publication.disclosure import FEWEST_PROJECTS, _near
from bkcore.publication.document import Briefing, FactorRow, canonical, parse
from bkcore.publication.html import render
from bkcore.publication.inputs import BriefingInputs, FactorInput, YearInput
from bkcore.publication.memory import remember
from bkcore.publication.opendata import render_csv
from bkcore.publication.parts import WITHHELD
from bkcore.publication.place import Place
from bkcore.publication.suppression import Cell, Table, interval
from bkcore.publication.withdrawn import readable
from bkcore.thresholds import PUBLIC_MINIMUM
from tests.unit.publication.worlds import history

WORLDS = 30
WORLDS_READ = 8
"""Worlds of which every face is read, which takes longer."""
_SECRET_MEANS = (1.0, 4.9)


@dataclass(frozen=True)
class Attack:
    """One withheld cell that was attacked, and how it was recovered, if it was."""

    seed: int
    release: int
    cell: str
    recovered_by: str = ""


def released(worlds: Sequence[BriefingInputs]) -> list[Briefing]:
    found: list[Briefing] = []
    for number, inputs in enumerate(worlds, start=1):
        found.append(build(inputs, number=number, earlier=found))
    return found


def report(attacks: Sequence[Attack], record_property) -> None:
    recovered = [attack for attack in attacks if attack.recovered_by]
    for name, value in (("attack_cells_tried", len(attacks)), ("attack_cells_recovered", len(recovered))):
        record_property(name, value)
        print(f"{name}: {value} cells")  # noqa: T201 - a figure the project asks for
    assert recovered == []


def test_no_reader_of_margins_and_earlier_releases_recovers_a_withheld_cell(record_property) -> None:
    attacks = [attack for seed in range(WORLDS) for attack in _margins(seed, released(list(history(seed))))]
    assert len(attacks) > 200
    report(attacks, record_property)


def test_no_reader_of_any_face_recovers_a_withheld_cell(record_property) -> None:
    attacks = [attack for seed in range(WORLDS_READ) for attack in _faces(seed, released(list(history(seed))))]
    assert len(attacks) > 200
    report(attacks, record_property)


def test_no_reader_of_earlier_releases_finds_a_text_that_was_withdrawn(record_property) -> None:
    attacks = [attack for seed in range(WORLDS) for attack in _withdrawn(seed, released(list(history(seed))))]
    assert len(attacks) > 20
    report(attacks, record_property)


def test_another_secret_in_a_withheld_cell_changes_nothing_anybody_sees(record_property) -> None:
    attacks = [attack for seed in range(WORLDS) for attack in _twins(seed, list(history(seed)))]
    assert len(attacks) > 200
    report(attacks, record_property)


def test_the_worlds_hold_what_an_attack_needs() -> None:
    """Shown and withheld cells of both kinds, rounds that follow each other, cells that come back."""
    documents = [document for seed in range(WORLDS) for document in released(list(history(seed)))]
    rows = [row for document in documents for row in document.factors.rows]
    years = [row for document in documents if document.attendance for row in document.attendance.rows]
    totals = [document.attendance.total for document in documents if document.attendance]
    assert {row.withheld for row in rows} == {True, False}
    assert {row.people == WITHHELD for row in years} == {True, False}
    assert WITHHELD in totals
    assert any(isinstance(total, int) for total in totals)
    assert len({document.factors.round for document in documents}) > 2
    assert any(document.views for document in documents)
    assert {row.withheld for one in documents if one.previous for row in one.previous.rows} == {True, False}


def _margins(seed: int, documents: Sequence[Briefing]) -> Iterator[Attack]:
    """Compute every withheld cell from sums, and every small group from differences of what is shown."""
    for place, document in enumerate(documents):
        if document.attendance is None:
            continue
        rows = document.attendance.rows
        hidden = [row for row in rows if row.people == WITHHELD]
        for row in hidden:
            known = isinstance(document.attendance.total, int) and len(hidden) == 1
            yield Attack(seed, place, f"people {row.year}", "total minus the years" if known else "")
            least, greatest = _computed(document, row.year, documents)
            near = greatest - least < 2 * (PUBLIC_MINIMUM - 1)
            yield Attack(seed, place, f"people {row.year}", "linear program" if near else "")
        if document.attendance.total == WITHHELD:
            yield Attack(seed, place, "people in all", "" if hidden else "sum of the years")
        shown = sum(row.people for row in rows if isinstance(row.people, int))
        if len(hidden) == 1:
            # An earlier or later total of the same years, all other years unchanged, gives what the hidden year had
            # then; it must not be a small group.
            for number, other in enumerate(documents):
                if other.attendance is None or not isinstance(totals_of(other), int):
                    continue
                same = _same_years(document, other, but=hidden[0].year)
                rest = totals_of(other) - shown
                small = same and 0 < rest < PUBLIC_MINIMUM
                yield Attack(seed, place, f"people {hidden[0].year}", f"total of {number}" if small else "")
    for (one, first), (other, second) in combinations(enumerate(documents), 2):
        yield from _differences(seed, (one, first), (other, second))


def _computed(document: Briefing, year: int, documents: Sequence[Briefing]) -> tuple[float, float]:
    """Solve for a withheld year with the total and every other year that stands in any release."""
    assert document.attendance is not None
    rows = [row for row in document.attendance.rows if row.people is not None]
    others = [row for other in documents if other.attendance for row in other.attendance.rows]
    told = {row.year: row.people for row in others if isinstance(row.people, int)}
    known = {at: told[row.year] for at, row in enumerate(rows) if row.year != year and row.year in told}
    values = [row.people if isinstance(row.people, int) else known.get(at, 0) for at, row in enumerate(rows)]
    total = document.attendance.total
    cells = (*map(Cell, values), Cell(total if isinstance(total, int) else sum(values)))
    hidden = {at for at, cell in enumerate((*(row.people for row in rows), total)) if cell == WITHHELD}
    table = Table(cells, ((len(rows), tuple(range(len(rows)))),))
    return interval(table, hidden, [row.year for row in rows].index(year), known=known)


def totals_of(document: Briefing) -> object:
    return document.attendance.total if document.attendance else None


def _same_years(document: Briefing, other: Briefing, *, but: int) -> bool:
    assert document.attendance is not None
    assert other.attendance is not None
    here = {row.year: row.people for row in document.attendance.rows if row.year != but}
    there = {row.year: row.people for row in other.attendance.rows if row.year != but}
    return here == there


def _differences(seed: int, one: tuple[int, Briefing], other: tuple[int, Briefing]) -> Iterator[Attack]:
    (at, first), (_, second) = one, other
    if first.factors.round == second.factors.round:
        for row, same in zip(first.factors.rows, second.factors.rows, strict=True):
            if row.withheld or same.withheld or row == same:
                continue
            raters = abs(_int(row.n_raters) - _int(same.n_raters))
            projects = abs(_int(row.n_projects) - _int(same.n_projects))
            small = raters < PUBLIC_MINIMUM or 0 < projects < FEWEST_PROJECTS
            yield Attack(seed, at, row.key, "difference of two releases" if small else "")
        yield from _view_differences(seed, at, first, second)
    yield from _across_rounds(seed, at, first, second)
    if first.attendance and second.attendance:
        later = {row.year: row.people for row in second.attendance.rows}
        for year in first.attendance.rows:
            now = later.get(year.year)
            if isinstance(year.people, int) and isinstance(now, int) and now != year.people:
                small = abs(now - year.people) < PUBLIC_MINIMUM
                yield Attack(seed, at, f"people {year.year}", "difference of two releases" if small else "")


def _view_differences(seed: int, at: int, first: Briefing, second: Briefing) -> Iterator[Attack]:
    later = {(view.factor, view.view): view for view in second.views}
    for view in first.views:
        same = later.get((view.factor, view.view))
        if same is None or same == view:
            continue
        raters, projects = abs(view.n_raters - same.n_raters), abs(view.n_projects - same.n_projects)
        small = raters < PUBLIC_MINIMUM or 0 < projects < FEWEST_PROJECTS
        yield Attack(seed, at, f"{view.factor} {view.view}", "difference of two releases" if small else "")


def _across_rounds(seed: int, at: int, first: Briefing, second: Briefing) -> Iterator[Attack]:
    """Compare what stands as the round before with what other releases showed of that round."""
    for one, other in ((first, second), (second, first), (first, first)):
        if one.previous is None or one.previous.round != other.factors.round:
            continue
        told = {row.key: row for row in other.factors.rows if not row.withheld}
        for row in one.previous.rows:
            same = told.get(row.key)
            if row.withheld or same is None or row == same:
                continue
            raters = abs(_int(row.n_raters) - _int(same.n_raters))
            projects = abs(_int(row.n_projects) - _int(same.n_projects))
            small = raters < PUBLIC_MINIMUM or 0 < projects < FEWEST_PROJECTS
            yield Attack(seed, at, f"before: {row.key}", "difference across rounds" if small else "")


def _int(value: object) -> int:
    assert isinstance(value, int | float)
    return int(value)


def _faces(seed: int, documents: Sequence[Briefing]) -> Iterator[Attack]:  # noqa: C901, PLR0912 - every face in turn
    """Read every face of every release, and every comparison, where a withheld cell has its place."""
    contents = [canonical(document) for document in documents]
    pages = [render(document, place=Place("/rat/x")) for document in documents]
    tables = [_rows(render_csv(document)) for document in documents]
    for place, document in enumerate(documents):
        plain = json.loads(contents[place])
        for row in document.factors.rows:
            if row.withheld:
                yield Attack(seed, place, row.key, _trace_of_factor(row, plain, pages[place], tables[place]))
            yield from _hidden_views(seed, place, document, row, tables[place])
        for row in document.previous.rows if document.previous else ():
            if row.withheld:
                shown = _cells_of(document, row.title)[1:3]
                traced = "table of changes" if re.search(r"\d", "".join(shown)) else ""
                yield Attack(seed, place, f"before: {row.key}", traced)
        for year in document.attendance.rows if document.attendance else ():
            if year.people == WITHHELD:
                traced = _trace_of_year(year.year, plain, pages[place], tables[place])
                yield Attack(seed, place, f"people {year.year}", traced)
    for one, other in combinations(range(len(documents)), 2):
        compared = faces.changes(contents[one], contents[other], place=Place("/rat/x")).body.decode()
        cells = {name: (before, after) for name, before, after in _moves(compared)}
        for column, place in enumerate((one, other)):
            for row in documents[place].factors.rows:
                if row.withheld:
                    shown = cells.get(row.title, ("·", "·"))[column]
                    yield Attack(seed, place, row.key, "comparison" if re.search(r"\d", shown) else "")
            attendance = documents[place].attendance
            for year in attendance.rows if attendance else ():
                if year.people == WITHHELD:
                    shown = cells.get(f"Menschen {year.year}", ("·", "·"))[column]
                    yield Attack(seed, place, f"people {year.year}", "comparison" if re.search(r"\d", shown) else "")


def _hidden_views(
    seed: int, place: int, document: Briefing, row: FactorRow, table: list[dict[str, str]]
) -> Iterator[Attack]:
    """Look for the views of a factor that shows none."""
    if any(view.factor == row.key for view in document.views) or document.comparison is None:
        return
    behind = 3 if document.previous else 1
    traced = "table of views" if re.search(r"\d", "".join(_cells_of(document, row.title)[behind:])) else ""
    if any(line["section"] == "views" and line["key"].startswith(f"{row.key}.") for line in table):
        traced = "CSV"
    if document.comparison.paragraphs and f"Sichten bei „{row.title}“" in document.comparison.paragraphs[0]:
        traced = "sentence"
    yield Attack(seed, place, f"{row.key} views", traced)


def _cells_of(document: Briefing, title: str) -> tuple[str, ...]:
    """Return what stands beside a factor in the table of changes and views."""
    tables = document.comparison.tables if document.comparison else ()
    return next((cells[1:] for table in tables for cells in table.rows if cells[0] == title), ())


def _withdrawn(seed: int, documents: Sequence[Briefing]) -> Iterator[Attack]:
    """Look in every face of every release for texts the newest does not have any more."""
    newest = canonical(documents[-1])
    there = {project.description for project in documents[-1].projects.items}
    contents = [readable(canonical(document), newest=newest) for document in documents]
    for place, document in enumerate(documents):
        gone = {project.description for project in document.projects.items} - there
        if not gone:
            continue
        readers = {
            "JSON": contents[place],
            "CSV": render_csv(parse(contents[place])).decode(),
            "page": render(parse(contents[place]), place=Place("/rat/x")),
            "comparison": faces.changes(contents[place], contents[-1], place=Place("/rat/x")).body.decode(),
            "gallery": _body(faces.gallery(contents[place], place=Place("/rat/x"))),
            "project pages": "".join(
                _body(faces.project(contents[place], project.key, place=Place("/rat/x")))
                for project in document.projects.items
            ),
        }
        for text in gone:
            found = [name for name, words in readers.items() if text in words]
            yield Attack(seed, place, text, " and ".join(found))


def _body(face: faces.Face | None) -> str:
    return face.body.decode() if face else ""


def _trace_of_factor(  # noqa: C901, PLR0911, PLR0912 - one return per place where a trace could be
    row: FactorRow, plain: dict, page: str, table: list[dict[str, str]]
) -> str:
    (frozen,) = (one for one in plain["factors"]["rows"] if one["key"] == row.key)
    if any(isinstance(value, int | float) and not isinstance(value, bool) for value in frozen.values()):
        return "JSON"
    figure = plain["factors"]["figure"]
    (dot,) = (one for one in figure["dots"] if one["label"] == row.title)
    if any(dot[name] is not None for name in ("mean", "lower", "upper")):
        return "JSON of the drawing"
    if any(re.search(r"\d", cell) for cells in figure["table"]["rows"] if cells[0] == row.title for cell in cells[1:]):
        return "table"
    if re.search(re.escape(row.title) + r" \d", figure["alt"]) or row.title in figure["finding"]:
        return "sentence"
    turn = plain["factors"]["round_title"]
    mine = [one for one in table if one["key"].startswith(f"{row.key}.") and one["period"] == turn]
    if any(re.search(r"\d", line["value"] + line["n"]) for line in mine):
        return "CSV"
    shown = sum(not one.get("withheld") for one in figure["dots"])
    for drawing in re.findall(r'<svg class="chart[^>]*>.*?</svg>', page, flags=re.DOTALL):
        if 'id="profil' in drawing and len(re.findall(r"<circle", drawing)) > shown:
            return "coordinates"
        told = " ".join(re.findall(r"<(?:title|desc)[^>]*>(.*?)</", drawing, flags=re.DOTALL))
        if re.search(re.escape(escape(row.title)) + r" \d", told):
            return "alternative text"
    if _beside(page.partition('id="veraenderung"')[0], row.title) != {"·"}:
        return "page"
    tables = (plain["comparison"] or {"tables": []})["tables"]
    for name, *now in zip(tables[0]["columns"], *_cells_of_plain(tables, row.title), strict=True) if tables else ():
        if name not in {"Gelingensfaktor", "davor"} and re.search(r"\d", "".join(now)):
            return "table of changes"
    return ""


def _cells_of_plain(tables: list[dict], title: str) -> list[list[str]]:
    return [cells for table in tables for cells in table["rows"] if cells[0] == title]


def _trace_of_year(year: int, plain: dict, page: str, table: list[dict[str, str]]) -> str:
    (frozen,) = (one for one in plain["attendance"]["rows"] if one["year"] == year)
    if isinstance(frozen["people"], int) or re.search(r"\d", frozen["text"]):
        return "JSON"
    if any(re.search(r"\d", cells[-1]) for cells in plain["attendance"]["table"]["rows"] if cells[0] == str(year)):
        return "table"
    if "·" not in _beside(page.partition("Gezählte Menschen")[2], str(year)):
        return "page"
    if re.search(rf"\d+ Menschen[^.]*\b{year}\b|\b{year}\b[^.]*\d+ Menschen", re.sub(r"<[^>]+>", " ", page)):
        return "sentence"
    lines = [line for line in table if line["key"] == "people" and line["period"] == str(year)]
    return "CSV" if any(re.search(r"\d", line["value"] + line["text"]) for line in lines) else ""


def _beside(page: str, head: str) -> set[str]:
    """Return what stands in the cells of the rows with this head, in every table of a page."""
    rows = re.findall(rf'<tr><th scope="row">{re.escape(escape(head))}</th>(.*?)</tr>', page, flags=re.DOTALL)
    return {cell for row in rows for cell in re.findall(r"<td>(.*?)</td>", row)}


def _rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig")), delimiter=";"))


def _moves(page: str) -> list[tuple[str, str, str]]:
    return re.findall(r'<tr><th scope="row">(.*?)</th><td>(.*?)</td><td>(.*?)</td></tr>', page)


def _twins(seed: int, worlds: Sequence[BriefingInputs]) -> Iterator[Attack]:
    """Put another secret into each withheld cell, release everything again, and compare all documents."""
    documents = released(worlds)
    for place, (inputs, document) in enumerate(zip(worlds, documents, strict=True)):
        memory = remember(documents[:place])
        for cell, twin in _other_secrets(inputs, document, memory):
            again = build(twin, number=place + 1, earlier=documents[:place])
            same = canonical(again) == canonical(document)
            yield Attack(seed, place, cell, "" if same else "another secret shows")


def _other_secrets(inputs, document, memory) -> Iterator[tuple[str, BriefingInputs]]:
    turn = document.factors.round
    for at, row in enumerate(document.factors.rows):
        if row.withheld:
            seen = memory.factors.get((turn, row.key), frozenset())
            for secret in _factor_secrets(inputs.factors[at], seen):
                rows = (*inputs.factors[:at], secret, *inputs.factors[at + 1 :])
                yield row.key, replace(inputs, factors=rows)
    yield from _other_views(inputs, document)
    for at, row in enumerate(document.previous.rows if document.previous else ()):
        if row.withheld:
            seen = memory.factors.get((document.previous.round, row.key), frozenset())
            for secret in _factor_secrets(inputs.previous[at], seen):
                rows = (*inputs.previous[:at], secret, *inputs.previous[at + 1 :])
                yield f"before: {row.key}", replace(inputs, previous=rows)
    people = {row.year: row.people for row in document.attendance.rows} if document.attendance else {}
    for at, year in enumerate(inputs.years):
        if people.get(year.year) == WITHHELD:
            for secret in _year_secrets(year, memory.people.get(year.year, frozenset())):
                years = (*inputs.years[:at], secret, *inputs.years[at + 1 :])
                yield f"people {year.year}", replace(inputs, years=years)


def _other_views(inputs: BriefingInputs, document: Briefing) -> Iterator[tuple[str, BriefingInputs]]:
    """Return other views of factors that show none because one of them is too small."""
    shown = {view.factor for view in document.views}
    for row in document.factors.rows:
        mine = [view for view in inputs.views if view.factor == row.key]
        small = any(view.n_raters < PUBLIC_MINIMUM or view.n_projects < FEWEST_PROJECTS for view in mine)
        if row.key in shown or not small:
            continue
        for mean in _SECRET_MEANS:
            views = tuple(replace(view, mean=mean) if view.factor == row.key else view for view in inputs.views)
            yield f"{row.key} views", replace(inputs, views=views)


def _factor_secrets(factor: FactorInput, seen) -> Iterator[FactorInput]:
    """Return other answers that are withheld for the same reason."""
    for mean in _SECRET_MEANS:
        twin = replace(factor, mean=mean, lower_quartile=mean, upper_quartile=mean, opt_out_share=0.9)
        few = factor.n_raters < PUBLIC_MINIMUM or factor.n_projects < FEWEST_PROJECTS
        if few or any(abs(factor.n_raters - one.n_raters) < PUBLIC_MINIMUM and one.mean != mean for one in seen):
            yield twin
    if factor.n_raters < PUBLIC_MINIMUM:
        yield replace(factor, n_raters=(factor.n_raters + 2) % PUBLIC_MINIMUM, n_projects=factor.n_projects + 3)


def _year_secrets(year: YearInput, seen: frozenset[int]) -> Iterator[YearInput]:
    """Return other sums that are withheld too; at least three, so that nobody is left with a single guess."""
    assert year.attendance is not None
    if year.attendance_of_one and year.attendance >= PUBLIC_MINIMUM:
        yield from (replace(year, attendance=people, attendance_of_one=people) for people in (7, 33, 1000))
        return
    near = range(max(0, year.attendance - 8), year.attendance + 9)
    others = [
        people
        for people in near
        if people != year.attendance and (0 < people < PUBLIC_MINIMUM or _near(people, seen, PUBLIC_MINIMUM))
    ]
    assert len(others) >= 3
    for people in others:
        yield replace(year, attendance=people)


@pytest.mark.parametrize("seed", range(3))
def test_a_history_can_be_told_again(seed: int) -> None:
    assert [canonical(one) for one in released(list(history(seed)))] == [
        canonical(one) for one in released(list(history(seed)))
    ]
