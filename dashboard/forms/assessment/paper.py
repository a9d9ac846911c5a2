"""Says what came in on paper: the own sheet, or one of the same view that may be the own."""

from bkcore.reports.assessment import AssessmentReport
from dashboard.components import panel
from dashboard.texts import assessment_paper as texts
from dashboard.texts.assessment import FORM


def draw(report: AssessmentReport) -> None:
    """Say that the answers are those of the own sheet; before handing in, ask whether another sheet is the own one.

    Args:
        report: The own assessment as it is stored.
    """
    if report.on_paper and report.handed_in:
        panel.notice(panel.NoticeKind.INFO, texts.on_paper(report.closes_on), title=FORM["paper_title"])
    elif report.other_sheets and not report.handed_in:
        there = texts.sheets_there(report.view, report.other_sheets)
        panel.notice(panel.NoticeKind.WARNING, FORM["sheet_there_text"], title=there)
