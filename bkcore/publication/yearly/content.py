"""What the records say about a year: protection first, then words; nothing reaches a report by another way."""

from collections.abc import Iterable
from dataclasses import dataclass

from bkcore.publication import factor_comparison
from bkcore.publication.disclosure import STANDARD, Thresholds
from bkcore.publication.document import Attendance, Factors, Headline, ViewRow
from bkcore.publication.memory import Released, remember
from bkcore.publication.network_section import attendance
from bkcore.publication.parts import WITHHELD, KeyFigure
from bkcore.publication.yearly import factor_chapter, frame_chapters, network_chapter, work_chapters
from bkcore.publication.yearly.chapter import Chapter
from bkcore.publication.yearly.inputs import ReportInputs
from bkcore.publication.yearly.protection import protect


@dataclass(frozen=True, slots=True)
class Content:
    """A report before anybody has edited it; everything in here may be published.

    Attributes:
        year: The year it is about.
        running: Whether the year is not over.
        demo: Whether the data are samples.
        headline: The claim in front.
        key_figures: The six public figures, none for a year without an active organisation.
        attendance: People counted in the last years.
        factors: The factors of the year's round.
        previous: What is shown of the round before.
        views: The views that may be shown.
        chapters: All chapters in reading order, those with nothing to say included.
        open_measures: Measures that are not finished on the day of the report.
        announced: Activities of the year nobody has confirmed.
        undescribed: Projects of the year without a released text.
    """

    year: int
    running: bool
    demo: bool
    headline: Headline
    key_figures: tuple[KeyFigure, ...]
    attendance: Attendance | None
    factors: Factors
    previous: Factors | None
    views: tuple[ViewRow, ...]
    chapters: tuple[Chapter, ...]
    open_measures: int
    announced: int
    undescribed: int

    @property
    def withheld(self) -> int:
        """Return how many cells are withheld: whole factors, and sums of people."""
        people = self.attendance.rows if self.attendance else ()
        return sum(row.withheld for row in self.factors.rows) + sum(row.people == WITHHELD for row in people)

    def chapter(self, key: str) -> Chapter:
        """Return one chapter."""
        return next(chapter for chapter in self.chapters if chapter.key == key)


def build(inputs: ReportInputs, *, earlier: Iterable[Released] = (), thresholds: Thresholds = STANDARD) -> Content:
    """Return what the records say, protected against small cells and against comparison with all that was released.

    Args:
        inputs: Figures and texts of the day.
        earlier: All releases and reports made before.
        thresholds: How many people a figure needs.
    """
    safe = protect(inputs, memory=remember(earlier), thresholds=thresholds)
    found = factor_chapter.factors(inputs, safe)
    return Content(
        year=inputs.year,
        running=inputs.running,
        demo=inputs.demo,
        headline=network_chapter.headline(inputs),
        key_figures=network_chapter.figures(inputs),
        attendance=attendance(safe.attendance),
        factors=found,
        previous=factor_comparison.previous(safe.previous, turn=inputs.previous_round),
        views=factor_comparison.view_rows(safe.views),
        chapters=(
            frame_chapters.mandate(inputs),
            network_chapter.chapter(inputs, safe.attendance),
            work_chapters.projects(inputs, safe),
            factor_chapter.chapter(inputs, safe),
            work_chapters.measures(inputs),
            work_chapters.anchoring(inputs, safe),
            work_chapters.funding(inputs, safe),
            frame_chapters.lessons(found),
            frame_chapters.outlook(inputs),
            frame_chapters.method(inputs),
            frame_chapters.data_protection(),
            frame_chapters.boundary(),
        ),
        open_measures=sum(one.open for one in inputs.measures),
        announced=network_chapter.year_of(inputs).announced,
        undescribed=len(inputs.projects) - len(safe.projects),
    )
