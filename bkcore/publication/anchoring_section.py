"""Integration as a task of every department of the administration: matrix with named gaps, and its trend."""

from bkcore.publication.document import Anchoring, AnchoringRow, AnchoringYear
from bkcore.publication.inputs import AnchoringInput, AnchoringYearInput, DepartmentInput
from bkcore.publication.parts import Table
from bkcore.vocabulary import AnchorKind
from bkcore.wording import anchoring as words
from bkcore.wording.numbers import percent, whole


def anchoring(found: AnchoringInput | None) -> Anchoring | None:
    """Return the section; ``None`` without a department in the year.

    Departments are named: they are parts of the administration, no persons. What leaves is how many projects and
    measures there are, and whether there was an own assessment; no title, no answer, no number of raters.
    """
    if found is None or not found.departments:
        return None
    rows = tuple(_row(one) for one in found.departments)
    years = tuple(_year(one) for one in found.years)
    return Anchoring(
        year=found.year,
        finding=finding(found),
        note=note(found),
        meaning=words.MEANING,
        rows=rows,
        years=years,
        table=Table(
            caption=words.caption(found.year),
            columns=words.COLUMNS,
            rows=tuple((row.title, *row.texts) for row in rows),
        ),
        trend=Table(
            caption=words.CAPTION_TREND,
            columns=words.COLUMNS_TREND,
            rows=tuple(
                (str(one.year), whole(one.departments), whole(one.anchored), whole(one.unsure), one.text)
                for one in years
            ),
        ),
    )


def finding(found: AnchoringInput) -> str:
    """Return in how many departments integration is anchored."""
    return words.finding(
        year=found.year,
        running=found.running,
        anchored=sum(one.anchored for one in found.departments),
        unsure=sum(one.unsure for one in found.departments),
        of=len(found.departments),
    )


def note(found: AnchoringInput) -> str:
    """Return the sentences that name the gaps."""
    missing = [one.title for one in found.departments if not one.anchored and not one.unsure]
    unsure = [one.title for one in found.departments if one.unsure]
    return words.gaps(missing, unsure, unassigned=found.unassigned)


def _row(one: DepartmentInput) -> AnchoringRow:
    return AnchoringRow(
        key=one.key,
        title=one.title,
        projects=one.found[AnchorKind.PROJECT],
        measures=one.found[AnchorKind.MEASURE],
        assessed=one.found[AnchorKind.ASSESSMENT] > 0,
        texts=tuple(words.cell(kind, found=one.found[kind], state=one.states[kind]) for kind in AnchorKind),
    )


def _year(one: AnchoringYearInput) -> AnchoringYear:
    return AnchoringYear(
        year=one.year,
        departments=one.departments,
        anchored=one.anchored,
        unsure=one.unsure,
        share=None if one.share is None else round(one.share, 2),
        text=percent(one.share),
    )
