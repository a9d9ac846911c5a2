"""From a project's report to what its sentences, charts and drawings need to know."""

from bkcore.reports.level_text import level_text
from bkcore.reports.project_factor import ProjectFactor
from bkcore.reports.project_result import ProjectReport
from bkcore.vocabulary import View
from bkcore.wording.findings import ViewFacts
from bkcore.wording.project_result import ProjectFacts


def facts_of(report: ProjectReport) -> tuple[ProjectFacts, ...]:
    """Return one entry per factor in the council's order."""
    return tuple(_facts(found) for found in report.factors)


def _facts(found: ProjectFactor) -> ProjectFacts:
    shown, others = found.shown, found.others
    return ProjectFacts(
        key=found.factor.id,
        title=found.factor.short_title,
        score=shown.score,
        text=level_text(shown.score, ladder=found.ladder),
        ladder=found.ladder,
        band=found.band,
        previous=found.past[-1].score if found.past else None,
        lower=others.lower if others else None,
        upper=others.upper if others else None,
        others=others.projects if others else 0,
        views=tuple(ViewFacts(view=view.view, mean=view.score, raters=view.raters) for view in shown.views),
        lead_alone=shown.lead_alone and bool(set(shown.hidden) - {View.PARTICIPANT}),
        lead_hidden=View.LEAD in shown.hidden,
    )
