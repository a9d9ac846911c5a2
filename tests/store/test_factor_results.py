"""What lies behind the factors, on both databases: short form, voices, departments, versions; and what is released."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import Session

from bkcore import catalogue
from bkcore.access import SYSTEM
from bkcore.columns import RATINGS
from bkcore.commands.assessments import PutRating, PutRound
from bkcore.errors import NotFound, NotPermitted
from bkcore.model.projects import Project
from bkcore.model.voices import VoiceCount, VoiceForm
from bkcore.publication.gather import gather
from bkcore.reports import factor_results, network, project_result
from bkcore.reports.companions import year_before
from bkcore.reports.factors import as_json
from bkcore.reports.project_scores import OtherProjects
from bkcore.reports.round_answers import RoundAnswers, comparable_factors
from bkcore.services.ratings import put_rating
from bkcore.services.records import required
from bkcore.services.rounds import put_round
from bkcore.vocabulary import Band, View
from tests.factories import ADMINISTRATION, activity, lead_of, organisation, project

TODAY = date(2026, 11, 22)
FACTORS = catalogue.load().factors


def a_round(session: Session, slug: str = "herbst-2025", opens: date = date(2025, 10, 1)) -> int:
    command = PutRound(
        slug=slug,
        title=slug.title(),
        opens_on=opens,
        closes_on=opens.replace(day=28),
        catalogue_version=catalogue.load().version,
    )
    return put_round(session, command, by=SYSTEM).row.id or 0


def rate(session: Session, slug: str, level: int, *, view="leitung", rater="a", turn="herbst-2025", short=True) -> None:
    for factor in FACTORS:
        for item in (factor.short,) if short else factor.indicators:
            command = PutRating(round=turn, project=slug, view=view, rater=rater, indicator_id=item.id, level=level)
            put_rating(session, command, by=SYSTEM)


def five_projects(session: Session, turn: str = "herbst-2025", levels: tuple[int, ...] = (2, 3, 3, 4, 5)) -> None:
    for number, level in enumerate(levels):
        project(session, f"p{number}")
        rate(session, f"p{number}", level, turn=turn)


def voices(session: Session, round_id: int, slug: str, **counts: int) -> None:
    found = required(session, Project, slug)
    form = VoiceForm(round_id=round_id, project_id=found.id or 0, token=f"t-{slug}", voices=sum(counts.values()))
    session.add(form)
    session.flush()
    for factor in FACTORS:
        for answer, number in counts.items():
            session.add(
                VoiceCount(form_id=form.id or 0, factor_id=factor.id, answer=answer.removeprefix("_"), voices=number)
            )
    session.flush()


def results(session: Session):
    return factor_results.build(session, network.load(session), today=TODAY)


def result(session: Session, slug: str, *, by=ADMINISTRATION):
    return project_result.build(session, network.load(session), project=slug, by=by, today=TODAY)


def test_the_short_form_gives_a_project_its_score(session: Session) -> None:
    a_round(session)
    five_projects(session)
    found = results(session)
    assert found.scores["augenhoehe"] == (2.0, 3.0, 3.0, 4.0, 5.0)
    assert found.bands["augenhoehe"] == {Band.CONCERN: 1, Band.DISCUSS: 2, Band.STRENGTH: 2}
    assert found.report.profile.loc["augenhoehe", "short_form_share"] == 1.0
    assert found.ladder is not None
    assert found.ladder.counts == {1: 0, 2: 1, 3: 2, 4: 1, 5: 1}
    assert found.changes == {}


def test_the_ladder_shows_steps_where_other_factors_show_means(session: Session) -> None:
    a_round(session, "herbst-2024", date(2024, 10, 1))
    a_round(session)
    five_projects(session, "herbst-2024", (1, 2, 2, 3, 3))
    five_projects(session, levels=(1, 1, 2, 5, 5))
    rate(session, "p0", 4, view="team", rater="b")
    found = results(session)
    profile = found.report.profile
    assert profile.loc["augenhoehe", "mean"] == pytest.approx(3.1)
    ladder = profile.loc["partizipation"]
    assert (ladder["mean"], ladder["median"], ladder["q1"], ladder["q3"]) == (2.0, 2.0, 1.0, 5.0)
    assert (ladder["band"], ladder["previous_mean"]) == ("concern", 2.0)
    assert ladder[["sd", "agreement"]].isna().all()
    assert found.scores["partizipation"] == (1.0, 1.0, 2.0, 5.0, 5.0)
    assert "partizipation" not in found.changes
    assert [row.cells["partizipation"].score for row in found.projects] == [1.0, 1.0, 2.0, 5.0, 5.0]
    assert [row.cells["partizipation"].score for row in found.rounds] == [2.0, 2.0]
    (row,) = [one for one in gather(session, today=TODAY).factors if one.ladder]
    assert (row.key, row.mean) == ("partizipation", 2.0)
    own = next(one for one in result(session, "p1").factors if one.ladder)
    assert (own.shown.score, own.past[0].score, own.others) == (1.0, 2.0, OtherProjects(1.0, 5.0, 4))
    keys = {factor["id"]: factor for factor in as_json(session, today=TODAY, round_slug=None)["factors"]}
    assert keys["partizipation"]["mean"] == pytest.approx(3.1)
    assert keys["partizipation"]["previous_mean"] == pytest.approx(2.2)


def test_departments_stand_apart_and_enter_nothing(session: Session) -> None:
    a_round(session)
    five_projects(session)
    before, told = results(session), gather(session, today=TODAY)
    project(session, "jugendamt", title="Jugendamt", kind="bereich")
    rate(session, "jugendamt", 5, short=False)
    found = results(session)
    assert [row.title for row in found.departments] == ["Jugendamt"]
    assert found.departments[0].cells["augenhoehe"].score == 5.0
    assert [row.title for row in found.projects] == ["P0", "P1", "P2", "P3", "P4"]
    assert (found.scores, found.bands, found.rounds) == (before.scores, before.bands, before.rounds)
    after = gather(session, today=TODAY)
    assert (after.factors, after.projects) == (told.factors, told.projects)
    assert result(session, "jugendamt").factors[0].others is None


def test_voices_are_a_view_of_their_own_and_change_nothing_that_is_released(session: Session) -> None:
    turn = a_round(session)
    five_projects(session)
    before = gather(session, today=TODAY)
    voices(session, turn, "p0", _1=3, _5=1, weiss_nicht=2)
    after = gather(session, today=TODAY)
    assert after.factors == before.factors
    assert results(session).scores["augenhoehe"] == (2.0, 3.0, 3.0, 4.0, 5.0)
    (lead, participants) = result(session, "p0").factors[0].shown.views
    assert (lead.view, lead.score) == (View.LEAD, 2.0)
    assert (participants.view, participants.score, participants.raters) == (View.PARTICIPANT, 2.0, 4)


def test_two_voices_stay_hidden(session: Session) -> None:
    turn = a_round(session)
    five_projects(session)
    voices(session, turn, "p0", _1=2)
    assert [view.view for view in result(session, "p0").factors[0].shown.views] == [View.LEAD]


def test_a_change_is_taken_over_the_projects_of_both_rounds(session: Session) -> None:
    a_round(session, "herbst-2024", date(2024, 10, 1))
    a_round(session)
    five_projects(session, "herbst-2024", (1, 2, 2, 3))
    five_projects(session)
    found = results(session)
    change = found.changes["augenhoehe"]
    assert (change.projects, change.change, change.lower, change.upper) == (4, 1.0, 1.0, 1.0)
    assert found.ladder is not None
    assert (found.ladder.up, found.ladder.same, found.ladder.down) == (4, 0, 0)
    assert [row.title for row in found.rounds] == ["Herbst-2024", "Herbst-2025"]
    assert result(session, "p0").factors[0].past[0].score == 1.0
    assert as_json(session, today=TODAY, round_slug=None)["factors"][0]["previous_mean"] == 2.0


def test_rounds_are_compared_by_the_version_they_name_and_an_unknown_one_with_none() -> None:
    newest = catalogue.load()
    known = RoundAnswers(round=None, version=newest.version, edition=newest, everything=RATINGS.empty())
    unknown = replace(known, version="1999-9")
    assert comparable_factors(known, known) == tuple(factor.id for factor in FACTORS)
    assert comparable_factors(known, unknown) == comparable_factors(unknown, known) == ()


def test_what_was_counted_belongs_to_the_year_before_the_end_of_the_round(session: Session) -> None:
    a_round(session)
    five_projects(session)
    organisation(session, "awo")
    organisation(session, "stadt", sector="public")
    said = {"languages": "Deutsch;Polnisch", "project": "p0", "date": "2025-05-01"}
    activity(session, "fest", partners=("awo", "stadt"), **said)
    activity(session, "frueher", date="2024-05-01", languages="Deutsch;Farsi", project="p0")
    activity(session, "anderes", date="2025-06-01", project="p1")
    found = results(session).companions
    assert (found["identitaeten"].value, found["identitaeten"].known, found["identitaeten"].of) == (2, 1, 2)
    assert (found["augenhoehe"].value, found["augenhoehe"].known) == (1, 1)
    assert found["verankerung"].value is None
    own = result(session, "p0")
    companion = own.factors[0].companion
    assert companion is not None
    assert (companion.value, companion.known, companion.of) == (2, 1, 1)
    assert own.organisations == {"awo": "Awo", "stadt": "Stadt"}


@pytest.mark.parametrize(
    ("last_day", "first"),
    [
        (date(2025, 10, 28), date(2024, 10, 29)),
        (date(2024, 2, 28), date(2023, 2, 28)),
        (date(2025, 12, 31), date(2025, 1, 1)),
    ],
)
def test_the_year_before_a_day_ends_with_that_day(last_day: date, first: date) -> None:
    window = year_before(last_day)
    assert (window.start, (window.end - date(1, 1, 1)).days) == (first, (last_day - date(1, 1, 1)).days + 1)


def test_without_a_closed_round_there_is_nothing_and_no_figure(session: Session) -> None:
    project(session, "p0")
    found = results(session)
    assert (found.scores, found.projects, found.rounds, found.ladder, found.companions) == ({}, (), (), None, {})
    own = result(session, "p0", by=lead_of("p0"))
    assert (own.round, own.factors, own.next_steps) == (None, (), ())


def test_a_project_is_read_by_those_who_may(session: Session) -> None:
    project(session, "p0")
    with pytest.raises(NotPermitted):
        result(session, "p0", by=lead_of("p1"))
    with pytest.raises(NotFound):
        result(session, "unbekannt")


def test_next_steps_begin_with_concerns_and_the_widest_gap(session: Session) -> None:
    a_round(session)
    project(session, "p0")
    levels = dict.fromkeys((factor.id for factor in FACTORS), 4) | {"augenhoehe": 2, "gemeinsam": 2, "verankerung": 3}
    for person, view in ((0, "leitung"), (1, "team"), (2, "team"), (3, "team")):
        for factor, level in levels.items():
            said = 1 if factor == "gemeinsam" and view == "team" else level
            command = PutRating(
                round="herbst-2025", project="p0", view=view, rater=f"r{person}", indicator_id=factor, level=said
            )
            put_rating(session, command, by=SYSTEM)
    steps = result(session, "p0").next_steps
    assert [step.factor.id for step in steps] == ["gemeinsam", "augenhoehe", "verankerung"]
    assert [step.action.from_level for step in steps] == [1, 2, 3]
