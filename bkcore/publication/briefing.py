"""Builds the briefing: protection first, then words; nothing reaches the document by another way."""

from collections.abc import Iterable, Sequence

from bkcore.publication import factor_comparison, topics
from bkcore.publication.anchoring_section import anchoring
from bkcore.publication.disclosure import STANDARD, SafeProject, Thresholds, protect
from bkcore.publication.document import Briefing, Header, Paper, Picture, Project, Projects, RoundState
from bkcore.publication.factor_section import factor_section
from bkcore.publication.headline import headline
from bkcore.publication.inputs import BriefingInputs, PaperInput, PictureInput, RoundInput, YearInput
from bkcore.publication.key_figures import key_figures
from bkcore.publication.memory import Released, remember
from bkcore.publication.network_section import attendance, network_figure
from bkcore.publication.parts import Reference
from bkcore.publication.view_protection import protect_factors, protect_views
from bkcore.wording import briefing as words
from bkcore.wording import briefing_sentences as sentences
from bkcore.wording.labels import label
from bkcore.wording.numbers import UNDEFINED, date_de, partial_date_de

UNNUMBERED = 0
"""The number of a document that was not released."""


def build(
    inputs: BriefingInputs,
    *,
    number: int = UNNUMBERED,
    earlier: Iterable[Released] = (),
    thresholds: Thresholds = STANDARD,
) -> Briefing:
    """Return the document of the inputs, protected against small cells and against comparison with earlier releases.

    Args:
        inputs: Figures and texts of the day.
        number: Number of the release; 0 for a preview.
        earlier: All documents released before, yearly reports included.
        thresholds: How many people a figure needs.

    Returns:
        The frozen document in reading order.
    """
    memory = remember(earlier)
    safe = protect(inputs, memory=memory, thresholds=thresholds)
    factors = factor_section(safe.factors, turn=inputs.factor_round)
    before = factor_comparison.previous(
        protect_factors(inputs.previous, turn=inputs.previous_round, memory=memory, thresholds=thresholds),
        turn=inputs.previous_round,
    )
    views = factor_comparison.view_rows(
        protect_views(inputs.views, safe.factors, turn=inputs.factor_round, memory=memory, thresholds=thresholds)
    )
    return Briefing(
        header=_header(inputs, number=number),
        headline=headline(inputs.years),
        key_figures=key_figures(inputs.years),
        network=network_figure(inputs.years),
        attendance=attendance(safe.attendance),
        anchoring=anchoring(inputs.anchoring),
        factors=factors,
        previous=before,
        views=views,
        comparison=topics.comparison(factors, before, views),
        round=_round(inputs.open_round),
        projects=_projects(safe.projects, total=len(inputs.projects)),
        measures=topics.measures(inputs),
        funding=topics.funding(inputs, safe.projects),
        lessons=topics.lessons(factors),
        outlook=topics.outlook(inputs),
        papers=tuple(_paper(paper) for paper in _newest_first(inputs.papers)),
        method=sentences.method(
            period=_period(inputs.years), undated=inputs.undated, catalogue=inputs.factor_round is not None
        ),
        data_protection=words.DATA_PROTECTION_TEXTS,
        boundary=words.BOUNDARY_TEXT,
        legend=words.LEGEND_TEXT,
    )


def numbered(briefing: Briefing, number: int) -> Briefing:
    """Return the same document with another number."""
    return briefing.model_copy(update={"header": briefing.header.model_copy(update={"number": number})})


def _header(inputs: BriefingInputs, *, number: int) -> Header:
    return Header(
        title=words.TITLE,
        town=words.TOWN,
        audience=words.AUDIENCE,
        mandate=Reference(text=words.MANDATE, url=words.MANDATE_URL),
        stand=inputs.today,
        number=number,
        period=_period(inputs.years),
        demo=inputs.demo,
    )


def _period(years: Sequence[YearInput]) -> str:
    recorded = [year.year for year in years if year.activities]
    return sentences.period(recorded[0], recorded[-1]) if recorded else words.NO_PERIOD


def _round(turn: RoundInput | None) -> RoundState:
    if turn is None:
        return RoundState(title=None, until=None, projects_handed_in=None, text=words.NO_ROUND)
    return RoundState(
        title=turn.title,
        until=turn.closes_on,
        projects_handed_in=turn.projects_handed_in,
        text=sentences.round_runs(turn.title, date_de(turn.closes_on), turn.projects_handed_in),
    )


def _projects(projects: Sequence[SafeProject], *, total: int) -> Projects:
    return Projects(
        note=sentences.projects_note(len(projects), total),
        total=total,
        items=tuple(_project(project) for project in projects),
    )


def _project(project: SafeProject) -> Project:
    sector = label(project.lead_sector) if project.lead_sector else ""
    return Project(
        key=project.key,
        title=project.title,
        period=sentences.project_period(_day(project.begins), _day(project.ends)),
        lead=sentences.led_by(project.lead_name or sector),
        themes=project.themes,
        description=project.description,
        picture=_picture(project.picture) if project.picture else None,
    )


def _picture(shown: PictureInput) -> Picture:
    return Picture(digest=shown.digest, alt=shown.alt, width=shown.width, height=shown.height)


def _day(text: str | None) -> str:
    return partial_date_de(text) if text else ""


def _newest_first(papers: Iterable[PaperInput]) -> list[PaperInput]:
    return sorted(papers, key=lambda paper: (paper.held_on is not None, paper.held_on, paper.subject), reverse=True)


def _paper(paper: PaperInput) -> Paper:
    return Paper(
        subject=paper.subject,
        reference=paper.reference or UNDEFINED,
        kind=paper.kind,
        body=paper.body,
        date=date_de(paper.held_on, precision=paper.precision),
        url=paper.url,
    )
