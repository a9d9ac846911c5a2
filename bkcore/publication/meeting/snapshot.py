"""What the next meeting compares with, out of today's reports."""

from bkcore.metrics.ties import HELD
from bkcore.publication.key_figures import texts_of
from bkcore.publication.meeting.document import Newcomers, Snapshot, YearFigures
from bkcore.publication.meeting.factor_point import shown_factors
from bkcore.publication.meeting.gather import MeetingInputs
from bkcore.publication.parts import Cell
from bkcore.vocabulary import MeasureState

_YEARS = 2


def snapshot(inputs: MeetingInputs) -> Snapshot:
    """Return exactly what is known today, in ids and in figures as they are written."""
    section = shown_factors(inputs)
    return Snapshot(
        held=tuple(sorted(line.activity for line in inputs.activities.lines if line.status in HELD)),
        newcomers=tuple(
            Newcomers(year=year.year, new=tuple(sorted(year.new)), returned=tuple(sorted(year.returned)))
            for year in inputs.turnover.years[-_YEARS:]
        ),
        done=tuple(sorted(one.id for one in inputs.measures.measures if one.state is MeasureState.DONE)),
        years=tuple(
            YearFigures(
                year=year.year,
                figures=tuple(
                    Cell(key=label, label=label, value=None, text=text) for label, text in texts_of(year).items()
                ),
            )
            for year in inputs.recent
        ),
        round=section.round or "",
        round_title=section.round_title,
        factors=tuple(
            Cell(key=row.key, label=row.short_title, value=None, text=row.mean_text)
            for row in section.rows
            if not row.withheld
        ),
    )
