"""What earlier releases and reports have shown: the memory of the differencing guard."""

from collections import defaultdict
from collections.abc import Iterable

from bkcore.publication.disclosure import Memory, Shown
from bkcore.publication.document import Briefing, FactorRow, Factors
from bkcore.publication.parts import Number
from bkcore.publication.yearly.document import YearReport
from bkcore.vocabulary import Band

Released = Briefing | YearReport
"""Whatever left the house and shows a protected cell."""


def remember(documents: Iterable[Released]) -> Memory:
    """Return every distinct value these documents show of each protected cell.

    Args:
        documents: Earlier releases and reports, in any order.

    Returns:
        Values by round and factor, by round, factor and view, and people by year.
    """
    factors: defaultdict[tuple[str, str], set[Shown]] = defaultdict(set)
    views: defaultdict[tuple[str, str, str], set[Shown]] = defaultdict(set)
    people: defaultdict[int, set[int]] = defaultdict(set)
    for document in documents:
        for found in _factor_parts(document):
            for row in found.rows:
                shown = _shown(row)
                if shown is not None and found.round is not None:
                    factors[found.round, row.key].add(shown)
        for view in document.views:
            cell = (document.factors.round or "", view.factor, view.view)
            views[cell].add(
                Shown(
                    mean=view.mean, lower=None, upper=None, opt_out_share=None, band=None, n_raters=view.n_raters,
                    n_projects=view.n_projects,
                )
            )  # fmt: skip
        for year in document.attendance.rows if document.attendance else ():
            if isinstance(year.people, int):
                people[year.year].add(year.people)
    return Memory(
        factors={cell: frozenset(values) for cell, values in factors.items()},
        people={year: frozenset(values) for year, values in people.items()},
        views={cell: frozenset(values) for cell, values in views.items()},
    )


def _factor_parts(document: Released) -> tuple[Factors, ...]:
    return (document.factors,) if document.previous is None else (document.factors, document.previous)


def _shown(row: FactorRow) -> Shown | None:
    ladder = row.mean is None and row.step is not None
    mean = _number(row.step if ladder else row.mean)
    raters, projects = _number(row.n_raters), _number(row.n_projects)
    if row.withheld or mean is None or raters is None or projects is None:
        return None
    return Shown(
        mean=mean,
        lower=_number(row.lower),
        upper=_number(row.upper),
        opt_out_share=_number(row.opt_out),
        band=Band(row.band) if row.band else None,
        n_raters=int(raters),
        n_projects=int(projects),
        ladder=ladder,
    )


def _number(value: Number) -> float | None:
    return float(value) if isinstance(value, int | float) else None
