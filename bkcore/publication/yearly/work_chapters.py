"""What the network does: projects and activities, measures, responsibilities, funding."""

from collections import Counter

from bkcore.publication import anchoring_section
from bkcore.publication.parts import Table
from bkcore.publication.yearly.chapter import Chapter, paragraphs
from bkcore.publication.yearly.document import Entry
from bkcore.publication.yearly.inputs import ReportInputs, YearProject
from bkcore.publication.yearly.network_chapter import year_of
from bkcore.publication.yearly.protection import SafeReport
from bkcore.vocabulary import MeasureState
from bkcore.wording import briefing_sentences
from bkcore.wording import year_report as words
from bkcore.wording import year_report_sentences as sentences
from bkcore.wording.labels import label
from bkcore.wording.numbers import date_de, partial_date_de, whole


def projects(inputs: ReportInputs, safe: SafeReport) -> Chapter:
    """Return the chapter of projects and activities: only released texts are told, the others are counted."""
    now = year_of(inputs)
    rows = tuple((label(kind), whole(number)) for kind, number in inputs.kinds)
    unknown = now.activities - sum(number for _, number in inputs.kinds)
    rows = (*rows, (words.NO_KIND, whole(unknown))) if rows and unknown else rows
    return Chapter(
        key="projects",
        text=paragraphs(
            (sentences.activities_of(now.year, now.activities, now.announced),),
            (sentences.projects_of(inputs.year, len(inputs.projects), len(safe.projects)),),
        ),
        facts=(
            (words.ACTIVITIES_LABEL, whole(now.activities)),
            (words.ANNOUNCED_LABEL, whole(now.announced)),
            (words.PROJECTS_LABEL, whole(len(inputs.projects))),
            (words.DESCRIBED_LABEL, whole(len(safe.projects))),
        ),
        tables=(Table(caption=words.CAPTION_KINDS, columns=words.COLUMNS_KINDS, rows=rows),) if rows else (),
        entries=tuple(
            Entry(
                title=project.title,
                note=" · ".join(
                    part
                    for part in (
                        briefing_sentences.project_period(_day(project.begins), _day(project.ends)),
                        briefing_sentences.led_by(
                            project.lead_name or (label(project.lead_sector) if project.lead_sector else "")
                        ),
                        briefing_sentences.themes(project.themes),
                    )
                    if part
                ),
                text=project.description,
            )
            for project in safe.projects
        ),
    )


def measures(inputs: ReportInputs) -> Chapter:
    """Return the chapter of measures as of the report's day; their texts are not released, so they are counted."""
    agreed = [one for one in inputs.measures if one.agreed_in == inputs.year]
    earlier = [one for one in inputs.measures if one.agreed_in < inputs.year and one.open]
    told = [*agreed, *earlier]
    overdue, day = sum(one.overdue for one in told), date_de(inputs.today)
    by_state = Counter(one.state for one in told)
    rows = tuple((label(state), whole(by_state[state])) for state in MeasureState if by_state[state])
    return Chapter(
        key="measures",
        text=paragraphs(
            sentences.measures_of(year=inputs.year, agreed=len(agreed), earlier=len(earlier), overdue=overdue, day=day)
        ),
        facts=(
            (words.MEASURES_LABEL, whole(len(agreed))),
            (words.EARLIER_LABEL, whole(len(earlier))),
            (words.OVERDUE_LABEL, whole(overdue)),
            *rows,
        ),
        tables=(Table(caption=sentences.measures_caption(day), columns=words.COLUMNS_MEASURES, rows=rows),)
        if rows
        else (),
    )


def anchoring(inputs: ReportInputs, safe: SafeReport) -> Chapter:
    """Return in which departments integration is anchored, or without a list of them which responsibilities take part.

    Listed departments are named; what projects call their responsibility only with a project whose text is released.
    """
    section = anchoring_section.anchoring(inputs.anchoring)
    if section is not None:
        return Chapter(
            key="anchoring",
            text=paragraphs((section.finding, section.note)),
            facts=tuple(
                (f"{row.title}: {column}", text)
                for row in section.rows
                for column, text in zip(section.table.columns[1:], row.texts, strict=True)
            ),
            tables=(section.table, section.trend),
        )
    free = {project.key for project in safe.projects}
    named = Counter(
        entry.responsibility for entry in inputs.projects if entry.responsibility and entry.project.key in free
    )
    without = len(inputs.projects) - sum(named.values())
    rows = [(str(name), whole(number)) for name, number in sorted(named.items())]
    if not inputs.projects:
        first = sentences.no_projects_anchored(inputs.year)
    else:
        first = sentences.responsibilities([name for name, _ in rows], without=without) or words.NO_RESPONSIBILITIES
    departments = (
        sentences.departments(inputs.departments, inputs.factor_round.title)
        if inputs.departments and inputs.factor_round
        else ""
    )
    table = Table(
        caption=words.CAPTION_ANCHORING,
        columns=words.COLUMNS_ANCHORING,
        rows=(*rows, *(((words.NO_RESPONSIBILITY, whole(without)),) if without else ())),
    )
    return Chapter(
        key="anchoring",
        text=paragraphs((first,), (departments,)),
        facts=(*rows, (words.NO_RESPONSIBILITY, whole(without)), (words.DEPARTMENTS_LABEL, whole(inputs.departments))),
        tables=(table,) if rows else (),
    )


def funding(inputs: ReportInputs, safe: SafeReport) -> Chapter:
    """Return what is funded and what ends; sources are named only with a project whose text is released."""
    free = {project.key for project in safe.projects}
    funded = [entry for entry in inputs.projects if entry.project.funding]
    ending, following = ends_in(inputs, inputs.year), ends_in(inputs, inputs.year + 1)
    rows = tuple(
        (entry.project.title, entry.project.funding or "", sentences.end_of(_day(entry.project.ends)))
        for entry in funded
        if entry.project.key in free
    )
    return Chapter(
        key="funding",
        text=paragraphs(
            (
                sentences.funding_of(year=inputs.year, projects=len(inputs.projects), funded=len(funded)),
                sentences.ended(inputs.year, ending) if ending and not inputs.running else "",
                sentences.will_end(inputs.year, ending) if ending and inputs.running else "",
                sentences.will_end(inputs.year + 1, following) if following else "",
            ),
        ),
        facts=(
            (words.FUNDED_LABEL, whole(len(funded))),
            (words.ENDING_LABEL, whole(ending)),
            (words.NEXT_LABEL, whole(following)),
        ),
        tables=(Table(caption=words.CAPTION_FUNDING, columns=words.COLUMNS_FUNDING, rows=rows),) if rows else (),
    )


def ends_in(inputs: ReportInputs, year: int) -> int:
    """Return how many of the projects have their recorded end in a year."""
    return sum(_ends(entry) == year for entry in inputs.projects)


def _ends(entry: YearProject) -> int | None:
    return int(entry.project.ends[:4]) if entry.project.ends else None


def _day(text: str | None) -> str:
    return partial_date_de(text) if text else ""
