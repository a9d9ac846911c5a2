"""Who sees which view of a project; one figure in front of each reader, and nothing to subtract."""

from hypothesis import given
from hypothesis import strategies as st

from bkcore.reports.project_views import ViewScore, shown_views
from bkcore.vocabulary import View

LEAD, TEAM, PARTNER, PARTICIPANT = View.LEAD, View.TEAM, View.PARTNER, View.PARTICIPANT


def views(**people):
    scores = {"lead": 4.0, "team": 3.0, "partner": 2.0, "participant": 1.0}
    return [ViewScore(View[name.upper()], scores[name], raters=number) for name, number in people.items()]


def shown(*, leads, **people):
    found = views(**people)
    inside = [one.score for one in found if one.view is not PARTICIPANT]
    project = sum(inside) / len(inside) if inside else None
    return shown_views(found, project=project, reader_leads=leads)


def apart(found):
    return [one.view for one in found.views]


def test_the_single_lead_is_seen_by_everybody_who_reads_the_project():
    for leads in (True, False):
        found = shown(lead=1, leads=leads)
        assert (found.score, found.lead_alone, apart(found), found.hidden) == (4.0, True, [LEAD], ())


def test_three_in_the_team_are_a_view_of_their_own():
    for leads in (True, False):
        found = shown(lead=1, team=3, leads=leads)
        assert (found.score, apart(found), found.hidden) == (3.5, [LEAD, TEAM], ())


def test_one_in_the_team_cannot_be_worked_out_by_the_lead():
    found = shown(lead=1, team=1, leads=True)
    assert (found.score, found.lead_alone, apart(found), found.hidden) == (4.0, True, [LEAD], (TEAM,))


def test_one_in_the_team_cannot_be_worked_out_by_the_house():
    found = shown(lead=1, team=1, leads=False)
    assert (found.score, found.lead_alone, apart(found), found.hidden) == (3.5, False, [], (LEAD, TEAM))


def test_three_people_in_two_small_views_hide_each_other():
    for leads in (True, False):
        found = shown(lead=1, team=2, partner=1, leads=leads)
        assert (found.score, apart(found), found.hidden) == (3.0, [LEAD], (TEAM, PARTNER))


def test_without_a_lead_a_score_needs_three_people():
    assert shown(team=2, leads=False).score is None
    assert shown(team=2, partner=1, leads=False).score == 2.5
    assert shown(team=2, leads=True).score is None


def test_voices_of_participants_appear_from_three_on_and_never_enter():
    assert apart(shown(lead=1, participant=2, leads=True)) == [LEAD]
    found = shown(lead=1, participant=3, leads=True)
    assert (found.score, apart(found)) == (4.0, [LEAD, PARTICIPANT])
    assert shown(participant=9, leads=False).score is None


@given(
    people=st.fixed_dictionaries(
        {}, optional={name: st.integers(1, 6) for name in ("lead", "team", "partner", "participant")}
    ),
    leads=st.booleans(),
)
def test_no_reader_can_subtract_one_or_two_people(people, leads):
    found = shown(leads=leads, **people)
    assert all(one.view is LEAD or one.raters >= 3 for one in found.views)
    hidden = [one for one in views(**people) if one.view in found.hidden and one.view is not PARTICIPANT]
    behind = sum(one.raters for one in hidden if one.view is not LEAD)
    if found.score is not None and not found.lead_alone and LEAD in apart(found):
        assert behind == 0 or behind >= 3
    if found.lead_alone:
        assert found.score == 4.0
