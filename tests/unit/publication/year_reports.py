"""Inputs of yearly reports: full, and with one text typed into every field a person can reach."""

from dataclasses import replace
from datetime import date

from bkcore.publication.inputs import MeasureInput, RoundInput, ViewInput
from bkcore.publication.yearly.content import Content, build
from bkcore.publication.yearly.document import YearReport
from bkcore.publication.yearly.drafts import Written, WrittenStation, WrittenText
from bkcore.publication.yearly.edition import assemble
from bkcore.publication.yearly.inputs import ReportInputs, YearProject
from bkcore.vocabulary import ActivityKind, ConsultationRole, MeasureState, PaperKind, View
from tests.unit.publication import samples
from tests.unit.publication.samples import TODAY

YEAR = 2024
ROUND = RoundInput(
    key="herbst-2024", title="Herbst 2024", closes_on=date(2024, 11, 30), is_open=False, projects_handed_in=14
)
EARLIER = RoundInput(
    key="herbst-2023", title="Herbst 2023", closes_on=date(2023, 11, 30), is_open=False, projects_handed_in=12
)


def views(factor: str, *, leads: int = 14, team: int = 12, partners: int = 5) -> tuple[ViewInput, ...]:
    """Return three views of one factor."""
    counts = {View.LEAD: (4.0, leads), View.TEAM: (3.2, team), View.PARTNER: (3.6, partners)}
    return tuple(
        ViewInput(factor=factor, view=view, mean=mean, n_raters=raters, n_projects=min(raters, 6))
        for view, (mean, raters) in counts.items()
    )


def full() -> ReportInputs:
    """Return inputs in which every chapter has something to say, and something to hide."""
    briefing = samples.full()
    earlier = tuple(replace(row, mean=(row.mean or 3.0) - 0.4, n_raters=20) for row in samples.factors())
    projects = tuple(YearProject(project=project, responsibility="Jugend") for project in briefing.projects)
    return ReportInputs(
        year=YEAR,
        today=TODAY,
        years=samples.YEARS,
        undated=10,
        kinds=((ActivityKind.FESTIVAL, 5), (ActivityKind.WORKSHOP, 7)),
        factors=samples.factors(),
        factor_round=ROUND,
        previous=earlier,
        previous_round=EARLIER,
        views=tuple(view for row in samples.factors() for view in views(row.key)),
        departments=2,
        projects=projects,
        measures=(
            MeasureInput(agreed_in=2024, state=MeasureState.DONE, overdue=False, open=False),
            MeasureInput(agreed_in=2024, state=MeasureState.OPEN, overdue=True, open=True),
            MeasureInput(agreed_in=2023, state=MeasureState.BLOCKED, overdue=True, open=True),
        ),
        papers=briefing.papers,
    )


def content(inputs: ReportInputs | None = None) -> Content:
    """Return what the records say."""
    return build(inputs or full())


def written(kind: PaperKind = PaperKind.RESOLUTION, **fields: object) -> Written:
    """Return a draft with a whole cover."""
    stations = (
        WrittenStation(1, "Ausschuss für Arbeit und Soziales", date(2026, 12, 1), ConsultationRole.PREPARATION, False),
        WrittenStation(2, "Rat der Stadt Bergkamen", None, ConsultationRole.DECISION, True),
    )
    values = {"reference": "12/1234", "file_number": "50.1", "stations": stations, **fields}
    return Written(year=YEAR, begun=True, kind=kind, **values)


def report(inputs: ReportInputs | None = None, draft: Written | None = None, **more: object) -> YearReport:
    """Return a released report."""
    options = {"stand": TODAY, "number": 3, **more}
    return assemble(content(inputs), draft or written(), **options)


def evil(text: str) -> YearReport:
    """Return a report in which every text a person can type is this one."""
    inputs = full()
    typed = {"title": text, "description": text, "themes": (text,), "lead_name": text, "lead_may_be_named": True}
    inputs = replace(
        inputs,
        factor_round=replace(ROUND, title=text),
        previous_round=replace(EARLIER, title=text),
        projects=tuple(
            YearProject(
                project=replace(one.project, **typed, funding=text, description_released=True), responsibility=text
            )
            for one in inputs.projects
        ),
        papers=tuple(replace(paper, subject=text, reference=text, body=text, url=text) for paper in inputs.papers),
    )
    station = WrittenStation(1, text or "x", date(2026, 12, 1), ConsultationRole.DECISION, True)
    texts = {chapter.key: WrittenText(text, {}) for chapter in content(inputs).chapters}
    draft = written(
        subject=text[:300],
        reference=text[:40],
        file_number=text[:60],
        resolution=text,
        stations=(station,),
        texts=texts,
    )  # fmt: skip
    return report(inputs, draft, correction=text, version=2)
