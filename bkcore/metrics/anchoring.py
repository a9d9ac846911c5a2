"""In which departments of the administration integration is anchored: by projects, measures, and own assessments."""

import pandas as pd

from bkcore.columns import ACTIVITIES, ANCHORS, DEPARTMENTS, HANDED_IN, MEASURES, PROJECTS
from bkcore.folding import folded
from bkcore.metrics.ties import HELD
from bkcore.metrics.window import known_years, select_activities
from bkcore.vocabulary import AnchorKind, CoverageState

_SEPARATOR = ";"
_MATRIX = {
    "department_id": "str",
    "year": "int64",
    "kind": "str",
    "found": "int64",
    "open": "int64",
    "of": "int64",
    "state": "str",
}
_UNSURE = (CoverageState.UNCERTAIN.value, CoverageState.UNKNOWN.value)


def anchors(
    departments: pd.DataFrame,
    *,
    projects: pd.DataFrame,
    activities: pd.DataFrame,
    measures: pd.DataFrame,
    handed_in: pd.DataFrame,
    until: int,
) -> pd.DataFrame:
    """Tell for every project, measure and own assessment in which years it belonged to which department.

    A project belongs to the departments it names as responsible; case, umlauts and accents make no difference. It ran
    in the years its dates prove and in those of its activities; an open beginning or end proves one year only. A
    measure belongs to the department it is taken on for, to those of its project, and to the one that owns it, from the
    year it was agreed to the year it was done. An own assessment belongs to the year its round ended in.

    Args:
        departments: ``DEPARTMENTS`` frame, shape (departments, >=2): id and title.
        projects: ``PROJECTS`` frame, shape (projects, >=4).
        activities: ``ACTIVITIES`` frame, shape (activities, >=5): id, project, first days, status.
        measures: ``MEASURES`` frame, shape (measures, >=5), without those that were dropped.
        handed_in: ``HANDED_IN`` frame, shape (assessments, >=3), of closed rounds, with a row for each such round.
        until: The last year told.

    Returns:
        ``ANCHORS`` frame, shape (records × years × departments, 5), unit "record"; without rows when there are none, or
        no department.

    Raises:
        ColumnMissing: A column of one of the frames is missing.

    Source:
        docs/methodology.md; council paper 12/0767 (2022): integration as a task of every responsibility.

    Examples:
        >>> departments = pd.DataFrame({"department_id": ["b-jugend"], "title": ["Jugendamt"]})
        >>> projects = pd.DataFrame({
        ...     "project_id": ["blog"], "responsibility": ["JUGENDAMT"], "first": ["2023"], "last": ["2024-05"],
        ... })
        >>> found = anchors(
        ...     departments, projects=projects, activities=ACTIVITIES.empty(), measures=MEASURES.empty(),
        ...     handed_in=HANDED_IN.empty(), until=2024,
        ... )
        >>> found[["kind", "year", "department_id"]].to_records(index=False).tolist()
        [('projekte', 2023, 'b-jugend'), ('projekte', 2024, 'b-jugend')]
    """
    DEPARTMENTS.check(departments, "department_id", "title")
    PROJECTS.check(projects)
    ACTIVITIES.check(activities, "activity_id", "project_id")
    MEASURES.check(measures)
    HANDED_IN.check(handed_in)
    if departments.empty:
        return ANCHORS.empty()
    named = pd.Series(departments["department_id"].to_numpy(), index=departments["title"].map(folded))
    responsible = _named(projects, key="project_id", column="responsibility", named=named)
    parts = (
        _of_projects(_running(projects, activities, until=until), responsible),
        _of_measures(measures, responsible, departments=departments, named=named, until=until),
        _of_rounds(handed_in, departments=departments, until=until),
    )
    return ANCHORS.cast(pd.concat(parts, ignore_index=True))


def anchoring(departments: pd.DataFrame, *, records: pd.DataFrame, until: int) -> pd.DataFrame:
    """Count for each department, year and kind what belongs to it, and tell a gap from what nobody wrote down.

    Args:
        departments: ``DEPARTMENTS`` frame, shape (departments, >=4).
        records: Result of ``anchors``, shape (records, 5).
        until: The last year told.

    Returns:
        Frame, shape (departments × years × 3, 7): ``department_id``, ``year`` (from the first with a record to
        ``until``), ``kind``, ``found`` records of the department (from 0), ``open`` ones of which nobody knows the
        department, ``of`` all of the year, and the ``state``: covered when found; else missing when the department of
        all is known, uncertain of some, unknown of none; quiet when there was none at all. A department has no row
        for a year in which it did not exist; without rows when there is no record.

    Raises:
        ColumnMissing: A column of one of the two frames is missing.

    Source:
        docs/methodology.md.

    Examples:
        >>> departments = pd.DataFrame({
        ...     "department_id": ["a", "b"], "title": ["A", "B"], "first": [None, None], "last": [None, None],
        ... })
        >>> records = pd.DataFrame({
        ...     "kind": ["projekte"], "record_id": ["p"], "year": [2024], "department_id": ["a"], "unassigned": [False],
        ... })
        >>> found = anchoring(departments, records=records, until=2024)
        >>> found.loc[found["kind"] == "projekte", ["department_id", "state"]].to_records(index=False).tolist()
        [('a', 'vertreten'), ('b', 'fehlt')]
    """
    DEPARTMENTS.check(departments)
    ANCHORS.check(records)
    if departments.empty or records.empty:
        return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in _MATRIX.items()})
    years = range(int(records["year"].min()), until + 1)
    cells = pd.MultiIndex.from_product(
        [departments["department_id"], years, [kind.value for kind in AnchorKind]],
        names=["department_id", "year", "kind"],
    ).to_frame(index=False)
    cells = cells.astype({"year": "int64"})
    keys = ["department_id", "year", "kind"]
    found = records.groupby(keys)["record_id"].nunique().rename("found")
    of = records.groupby(keys[1:])["record_id"].nunique().rename("of")
    unknown = records[records["unassigned"]].groupby(keys[1:])["record_id"].nunique().rename("open")
    table = cells.join(found, on=keys).join(unknown, on=keys[1:]).join(of, on=keys[1:])
    table[["found", "open", "of"]] = table[["found", "open", "of"]].fillna(0).astype("int64")
    table["state"] = _states(table)
    return table[_there(table, departments)].reset_index(drop=True)


def anchored_share(matrix: pd.DataFrame) -> pd.DataFrame:
    """Share of the departments that have at least one project, measure or own assessment, year by year.

    Args:
        matrix: Result of ``anchoring``, shape (departments × years × 3, 7).

    Returns:
        Frame, shape (years, 5): ``year``, ``departments``, ``anchored`` ones, ``unsure`` ones that are not anchored as
        far as is known, and ``share`` in [0, 1], a lower bound while some are unsure; NaN when no department is
        anchored and of none it is known that it is not. Without rows when the matrix has none.

    Raises:
        KeyError: The matrix lacks a column.

    Source:
        docs/methodology.md.

    Examples:
        >>> matrix = pd.DataFrame({
        ...     "department_id": ["a", "b"], "year": 2024, "kind": "projekte", "found": [1, 0], "open": 0, "of": 1,
        ...     "state": ["vertreten", "fehlt"],
        ... })
        >>> anchored_share(matrix).to_records(index=False).tolist()
        [(2024, 2, 1, 0, 0.5)]
    """
    of = (
        matrix.assign(
            anchored=matrix["found"].gt(0),
            unsure=matrix["state"].isin(_UNSURE),
            gap=matrix["state"].eq(CoverageState.MISSING.value),
        )
        .groupby(["year", "department_id"], as_index=False)[["anchored", "unsure", "gap"]]
        .any()
    )
    of["unsure"] &= ~of["anchored"]
    of["gap"] &= ~of["anchored"] & ~of["unsure"]
    table = of.groupby("year", as_index=False).agg(
        departments=("department_id", "size"),
        anchored=("anchored", "sum"),
        unsure=("unsure", "sum"),
        gap=("gap", "sum"),
    )
    known = table["anchored"].gt(0) | table["gap"].gt(0)
    table["share"] = (table["anchored"] / table["departments"]).where(known)
    return table.drop(columns="gap").astype({"anchored": "int64", "unsure": "int64"})


def _named(records: pd.DataFrame, *, key: str, column: str, named: "pd.Series[str]") -> pd.DataFrame:
    """Return each record with each listed department it names."""
    texts = records[[key]].assign(name=records[column].fillna("").str.split(_SEPARATOR)).explode("name")
    texts["department_id"] = texts["name"].fillna("").map(folded).map(named)
    return texts.dropna(subset="department_id")[[key, "department_id"]].drop_duplicates()


def _running(projects: pd.DataFrame, activities: pd.DataFrame, *, until: int) -> pd.DataFrame:
    """Return each project with each year it demonstrably ran in."""
    first, last = (pd.to_numeric(projects[name].str[:4], errors="coerce") for name in ("first", "last"))
    span = pd.DataFrame(
        {"project_id": projects["project_id"], "first": first.fillna(last), "last": last.fillna(first)}
    ).dropna()
    held = select_activities(activities, statuses=HELD)
    dated = held[["project_id"]].assign(year=held["activity_id"].map(known_years(held))).dropna()
    return pd.concat(
        [_each_year(span, until=until), dated[dated["project_id"].isin(projects["project_id"])]], ignore_index=True
    ).query("year <= @until")


def _each_year(spans: pd.DataFrame, *, until: int) -> pd.DataFrame:
    """Return each row once for every year from its first to its last."""
    last = spans["last"].clip(upper=until)
    years = pd.Series(
        [range(int(a), int(b) + 1) for a, b in zip(spans["first"], last, strict=True)],
        index=spans.index,
        dtype="object",
    )
    return spans.drop(columns=["first", "last"]).assign(year=years).explode("year").dropna(subset="year")


def _of_projects(running: pd.DataFrame, responsible: pd.DataFrame) -> pd.DataFrame:
    rows = running.drop_duplicates().merge(responsible, how="left", on="project_id")
    return rows.rename(columns={"project_id": "record_id"}).assign(
        kind=AnchorKind.PROJECT.value, unassigned=rows["department_id"].isna()
    )


def _of_measures(
    measures: pd.DataFrame,
    responsible: pd.DataFrame,
    *,
    departments: pd.DataFrame,
    named: "pd.Series[str]",
    until: int,
) -> pd.DataFrame:
    """Return each measure with each year and department; one of a project nobody is responsible for stays open."""
    itself = pd.DataFrame({"project_id": departments["department_id"], "department_id": departments["department_id"]})
    by_project = measures[["measure_id", "project_id"]].merge(pd.concat([itself, responsible]), on="project_id")
    owned = _named(measures, key="measure_id", column="owner", named=named)
    belongs = pd.concat([by_project[["measure_id", "department_id"]], owned]).drop_duplicates()
    span = pd.DataFrame(
        {
            "measure_id": measures["measure_id"],
            "project_id": measures["project_id"],
            "first": measures["agreed"].dt.year,
            "last": measures["finished"].dt.year.fillna(until),
        }
    )
    rows = _each_year(span, until=until).merge(belongs, how="left", on="measure_id")
    return rows.rename(columns={"measure_id": "record_id"}).assign(
        kind=AnchorKind.MEASURE.value, unassigned=rows["department_id"].isna() & rows["project_id"].notna()
    )


def _of_rounds(handed_in: pd.DataFrame, *, departments: pd.DataFrame, until: int) -> pd.DataFrame:
    there = handed_in[handed_in["year"] <= until]
    listed = there["department_id"].where(there["department_id"].isin(departments["department_id"]))
    return pd.DataFrame(
        {
            "kind": AnchorKind.ASSESSMENT.value,
            "record_id": there["round_id"],
            "year": there["year"],
            "department_id": listed,
            "unassigned": False,
        }
    ).drop_duplicates()


def _states(table: pd.DataFrame) -> "pd.Series[str]":
    states = pd.Series(CoverageState.UNCERTAIN.value, index=table.index, dtype="str")
    states = states.mask(table["open"].eq(table["of"]), CoverageState.UNKNOWN.value)
    states = states.mask(table["open"].eq(0), CoverageState.MISSING.value)
    states = states.mask(table["of"].eq(0), CoverageState.QUIET.value)
    return states.mask(table["found"].gt(0), CoverageState.COVERED.value)


def _there(table: pd.DataFrame, departments: pd.DataFrame) -> "pd.Series[bool]":
    """Tell which rows are of a year in which their department existed."""
    of = departments.set_index("department_id")
    first, last = (
        table["department_id"].map(pd.to_numeric(of[name].str[:4], errors="coerce")).astype("float64")
        for name in ("first", "last")
    )
    return (first.isna() | (table["year"] >= first)) & (last.isna() | (table["year"] <= last))
