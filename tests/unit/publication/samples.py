"""Inputs of a full and of an empty briefing, for all tests of the publication."""

from dataclasses import replace
from datetime import date

from bkcore import catalogue
from bkcore.publication.inputs import (
    AnchoringInput,
    AnchoringYearInput,
    BriefingInputs,
    DepartmentInput,
    FactorInput,
    MeasureInput,
    MeetingYearInput,
    PaperInput,
    ProjectInput,
    RoundInput,
    ViewInput,
    YearInput,
)
from bkcore.vocabulary import AnchorKind, Band, CoverageState, MeasureState, Precision, Sector, View

TODAY = date(2026, 11, 22)

YEARS = (
    YearInput(
        year=2019, organisations=12, activities=6, activities_with_ties=5, joint_activities=3, base_year=True,
        sector_diversity=0.55, top3_share=0.83, organisations_per_activity=2.0, attendance=30, attendance_known=1,
    ),
    YearInput(
        year=2020, organisations=15, activities=9, activities_with_ties=8, joint_activities=4, new=11, returned=0,
        left=8, retained=4, sector_diversity=0.61, top3_share=0.75, organisations_per_activity=1.5, attendance=200,
        attendance_known=1,
    ),
    YearInput(
        year=2021, organisations=15, activities=7, activities_with_ties=7, joint_activities=5, new=8, returned=1,
        left=9, retained=6, sector_diversity=0.64, top3_share=0.71, organisations_per_activity=2.0,
    ),
    YearInput(
        year=2022, organisations=16, activities=6, activities_with_ties=6, joint_activities=4, new=6, returned=3,
        left=8, retained=7, sector_diversity=0.66, top3_share=0.67, organisations_per_activity=2.5,
    ),
    YearInput(
        year=2023, organisations=9, activities=6, activities_with_ties=6, joint_activities=3, new=1, returned=1, left=9,
        retained=7, sector_diversity=0.6, top3_share=0.83, organisations_per_activity=2.0, attendance=60,
        attendance_known=1,
    ),
    YearInput(
        year=2024, organisations=27, activities=12, activities_with_ties=11, joint_activities=7, announced=4, new=15,
        returned=5, left=2, retained=7, sector_diversity=0.714, top3_share=0.4545, organisations_per_activity=2.0,
        attendance=500, attendance_known=2,
    ),
)  # fmt: skip


def department(title: str, *cells: int | CoverageState) -> DepartmentInput:
    """Return a department with projects, measures and own assessment: a number, or the state of an empty cell."""
    pairs = dict(zip(AnchorKind, cells, strict=True))
    return DepartmentInput(
        key=f"b-{title.lower()}",
        title=title,
        found={kind: cell if isinstance(cell, int) else 0 for kind, cell in pairs.items()},
        states={kind: CoverageState.COVERED if isinstance(cell, int) else cell for kind, cell in pairs.items()},
    )


ANCHORING = AnchoringInput(
    year=2025,
    running=False,
    departments=(
        department("Jugendamt", 2, 1, 1),
        department("Schulamt", CoverageState.MISSING, CoverageState.MISSING, CoverageState.MISSING),
        department("Kulturamt", CoverageState.UNCERTAIN, CoverageState.MISSING, CoverageState.MISSING),
    ),
    unassigned=1,
    years=(
        AnchoringYearInput(year=2024, departments=3, anchored=0, unsure=3, share=None),
        AnchoringYearInput(year=2025, departments=3, anchored=1, unsure=1, share=1 / 3),
    ),
)

MEASURES = (
    MeasureInput(agreed_in=2024, state=MeasureState.DONE, overdue=False, open=False, factor="augenhoehe", done_in=2025),
    MeasureInput(agreed_in=2024, state=MeasureState.DONE, overdue=False, open=False, done_in=2024),
    MeasureInput(agreed_in=2025, state=MeasureState.OPEN, overdue=True, open=True),
    MeasureInput(agreed_in=2026, state=MeasureState.UNDER_WAY, overdue=False, open=True),
    MeasureInput(agreed_in=2026, state=MeasureState.DROPPED, overdue=False, open=False),
)
MEETINGS = (
    MeetingYearInput(year=2025, meetings=3, topics=17, decisions=41),
    MeetingYearInput(year=2026, meetings=2, topics=13, decisions=29),
)

MEANS = (3.74, 3.41, 3.12, 3.91, 3.08, 2.43, 3.36, 2.31)


def factors(*, n_raters: int = 31, n_projects: int = 14) -> tuple[FactorInput, ...]:
    """Return the eight factors; number six has too few raters."""
    return tuple(
        FactorInput(
            key=factor.id,
            title=factor.title,
            short_title=factor.short_title,
            n_projects=n_projects,
            n_raters=n_raters if factor.number != 6 else 4,
            mean=mean,
            lower_quartile=mean - (1.4 if factor.number == 5 else 0.4),
            upper_quartile=mean + (1.4 if factor.number == 5 else 0.4),
            band=Band.DISCUSS if mean >= 3 else Band.CONCERN,
            opt_out_share=0.13,
        )
        for factor, mean in zip(catalogue.load().factors, MEANS, strict=True)
    )


def views(factor: str, *, leads: int = 14, team: int = 12, partners: int = 5) -> tuple[ViewInput, ...]:
    """Return three views of one factor."""
    counts = {View.LEAD: (4.0, leads), View.TEAM: (3.2, team), View.PARTNER: (3.6, partners)}
    return tuple(
        ViewInput(factor=factor, view=view, mean=mean, n_raters=raters, n_projects=min(raters, 6))
        for view, (mean, raters) in counts.items()
    )


def full() -> BriefingInputs:
    """Return inputs in which every part has something to show, and something to hide."""
    return BriefingInputs(
        today=TODAY,
        years=YEARS,
        undated=10,
        factors=factors(),
        factor_round=RoundInput(
            key="fruehjahr-2026",
            title="Frühjahr 2026",
            closes_on=date(2026, 5, 31),
            is_open=False,
            projects_handed_in=14,
        ),
        open_round=RoundInput(
            key="herbst-2026", title="Herbst 2026", closes_on=date(2026, 11, 30), is_open=True, projects_handed_in=5
        ),
        projects=(
            ProjectInput(
                key="p-tippi", title="Tippi-Projekt", begins="2021-05", ends="2026", funding="Stiftung Mitte",
                lead_name="Förderverein Geheim e. V.", lead_sector=Sector.CIVIL, themes=("Begegnung", "Stadtteil"),
                description="Ein Zelt zieht durch die Stadtteile. Wer vorbeikommt, erzählt, was ihm fehlt.",
                description_released=True,
            ),
            ProjectInput(
                key="p-blog", title="Jugend bloggt", begins="2020", lead_name="Stadt Bergkamen",
                lead_sector=Sector.PUBLIC, lead_may_be_named=True, themes=("Medien",),
                description="Jugendliche schreiben für Jugendliche.", description_released=True,
            ),
            ProjectInput(
                key="p-still", title="Stilles Projekt", description="Nicht freigegeben.", ends="2027",
                funding="Stiller Topf",
            ),
        ),
        anchoring=ANCHORING,
        previous=tuple(replace(row, mean=(row.mean or 3.0) - 0.4, n_raters=20) for row in factors()),
        previous_round=RoundInput(
            key="herbst-2025", title="Herbst 2025", closes_on=date(2025, 11, 30), is_open=False, projects_handed_in=12
        ),
        views=tuple(view for row in factors() for view in views(row.key, partners=5 if row.key != "gemeinsam" else 4)),
        measures=MEASURES,
        meetings=MEETINGS,
        ahead=RoundInput(
            key="herbst-2026", title="Herbst 2026", closes_on=date(2026, 11, 30), is_open=True, projects_handed_in=5
        ),
        papers=(
            PaperInput(
                subject="Einführung eines städtischen Integrationsmanagements", kind="Beschlussvorlage",
                body="Rat der Stadt Bergkamen", reference="11/1473", held_on=date(2019, 2, 21),
                precision=Precision.DAY, url="https://ris.bergkamen.de/buergerinfo/vo0050.asp?__kvonr=2072828",
            ),
            PaperInput(
                subject="Einführung eines städtischen Integrationsmanagements - Abschluss und Ausblick",
                kind="Beschlussvorlage", body="Rat der Stadt Bergkamen", reference="12/0767",
                held_on=date(2022, 12, 8), precision=Precision.DAY,
                url="https://ris.bergkamen.de/buergerinfo/vo0050.asp?__kvonr=2072828",
            ),
            PaperInput(
                subject="Bericht aus der Steuerungsgruppe", kind="Tagesordnungspunkt", body="Integrationsrat",
                held_on=date(2019, 1, 1), precision=Precision.YEAR, url="javascript:alert(1)",
            ),
        ),
    )  # fmt: skip


def empty() -> BriefingInputs:
    """Return inputs of an empty database."""
    return BriefingInputs(today=TODAY)


def demo() -> BriefingInputs:
    """Return the full inputs, marked as samples."""
    return replace(full(), demo=True)


def crowded() -> BriefingInputs:
    """Return many years, long words and much text: where drawings collide and pages break."""
    years = tuple(
        YearInput(
            year=2011 + place, organisations=total, activities=total // 2 + 1, activities_with_ties=total // 2,
            joint_activities=total // 4, base_year=place == 0, new=None if place == 0 else total // 3,
            returned=None if place == 0 else 1, left=2, retained=None if place == 0 else total - total // 3 - 1,
            sector_diversity=1.0, top3_share=1.0, organisations_per_activity=12.5, attendance=12345 * place,
            attendance_known=place,
        )
        for place, total in enumerate((3, 4, 120, 7, 9, 85, 33, 12, 60, 4, 118, 2, 99, 45, 131))
    )  # fmt: skip
    project = full().projects[0]
    long_word = "Donaudampfschifffahrtsgesellschaftskapitänsmützenbegegnungsnachmittag"
    return replace(
        full(),
        years=years,
        projects=tuple(
            replace(project, key=f"p-{number}", title=f"{long_word} {number}", description=f"{long_word} " * 40)
            for number in range(20)
        ),
    )


EVIL = (
    '#panic("x") *fett* $x$ \\ @ref <label> <script>alert(1)</script> {{ 7*7 }} {% x %} 😀 العربية Ελλ 中文 `code`',
    '=HYPERLINK("http://x")',
    "+1+1",
    "-2",
    "@SUM(A1)",
    "\t=1",
    '"; \r\n=1',
    "\x00\x07\u202e\ud800\ufffe]]>&amp;",
    "'; DROP TABLE release; --",
    "\n\n\n",
    "W" * 3000,
)
"""Texts that try to become code in one of the faces."""


def evil(text: str) -> BriefingInputs:
    """Return inputs in which every text a person can type is this one."""
    inputs = full()
    turn = inputs.open_round
    assert turn is not None
    return replace(
        inputs,
        open_round=replace(turn, title=text),
        factor_round=replace(turn, title=text, is_open=False),
        projects=tuple(
            replace(
                project, title=text, description=text, themes=(text,), lead_name=text, lead_may_be_named=True,
                description_released=True,
            )
            for project in inputs.projects
        ),
        papers=tuple(replace(paper, subject=text, reference=text, body=text, url=text) for paper in inputs.papers),
    )  # fmt: skip
