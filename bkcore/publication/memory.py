"""What earlier releases have shown: the memory of the differencing guard."""

from collections import defaultdict
from collections.abc import Iterable

from bkcore.publication.disclosure import Memory, Shown
from bkcore.publication.document import Briefing, FactorRow, Number
from bkcore.vocabulary import Band


def remember(briefings: Iterable[Briefing]) -> Memory:
    """Return every distinct value these documents show of each protected cell.

    Args:
        briefings: Earlier releases, in any order.

    Returns:
        Values by round and factor, and people by year.
    """
    factors: defaultdict[tuple[str, str], set[Shown]] = defaultdict(set)
    people: defaultdict[int, set[int]] = defaultdict(set)
    for briefing in briefings:
        for row in briefing.factors.rows:
            shown = _shown(row)
            if shown is not None and briefing.factors.round is not None:
                factors[briefing.factors.round, row.key].add(shown)
        if briefing.attendance is None:
            continue
        for year in briefing.attendance.rows:
            if isinstance(year.people, int):
                people[year.year].add(year.people)
    return Memory(
        factors={cell: frozenset(values) for cell, values in factors.items()},
        people={year: frozenset(values) for year, values in people.items()},
    )


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
