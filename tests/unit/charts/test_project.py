"""The pictures of one project: what is drawn, what is left out, and what screen readers hear."""

from bkcore.vocabulary import Band, View
from bkcore.wording import project_result as words
from bkcore.wording.findings import ViewFacts
from bkcore.wording.project_result import ProjectFacts
from dashboard.charts.project import project_chart, views_chart


def view(kind, mean, raters=3):
    return ViewFacts(view=kind, mean=mean, raters=raters)


def fact(title="Augenhöhe", *, score=3.2, views=(), **fields):
    values = {"text": "3,2", "band": Band.DISCUSS} if score is not None else {}
    return ProjectFacts(key=title.lower(), title=title, score=score, views=tuple(views), **(values | fields))


APART = (view(View.LEAD, 4.5, 1), view(View.TEAM, 2.5, 4))


def profile(*facts, previous=""):
    return project_chart(facts, round_title="Herbst 2026", previous=previous)


def test_a_row_without_a_figure_says_why_and_has_no_mark():
    drawn = profile(fact(), fact("Mehrwerte", score=None))
    assert list(drawn.figure.data[-1].x) == [3.2]
    assert "· zu wenige Rückmeldungen" in [note.text for note in drawn.figure.layout.annotations]
    assert "Mehrwerte zu wenige Rückmeldungen" in drawn.description
    assert drawn.table.iloc[1].tolist()[:2] == ["Mehrwerte", "·"]


def test_the_other_projects_are_a_band_and_named_with_their_number():
    drawn = profile(fact(lower=2.5, upper=3.5, others=7))
    assert [2.5, 3.5] in [list(trace.x) for trace in drawn.figure.data if trace.mode == "lines"]
    assert "Balken: mittlere Hälfte der übrigen 7 Projekte" in drawn.subtitle


def test_the_round_before_is_a_ring_and_what_moved_is_the_finding():
    drawn = profile(fact(previous=2.7), fact("Mehrwerte", previous=3.3), previous="Herbst 2025")
    assert drawn.finding == "Gegenüber „Herbst 2025“: „Augenhöhe“ höher."
    assert words.NOT_SURE in drawn.subtitle
    assert list(drawn.figure.data[0].x) == [2.7, 3.3]
    quiet = profile(fact(previous=3.1), previous="Herbst 2025")
    assert quiet.finding == "Gegenüber „Herbst 2025“ liegen alle Werte nah beieinander."


def test_views_need_a_second_one_somewhere():
    assert views_chart([fact(views=[view(View.LEAD, 4, 1)])], round_title="Herbst") is None


def test_every_view_has_a_form_of_its_own_and_the_widest_gap_is_the_finding():
    drawn = views_chart([fact(views=APART), fact("Mehrwerte", views=APART[:1])], round_title="Herbst")
    forms = [trace.marker.symbol for trace in drawn.figure.data if trace.mode == "markers"]
    assert len(forms) == len(set(forms)) == 2
    assert drawn.finding == "Am weitesten liegen die Sichten bei „Augenhöhe“ auseinander."
    assert drawn.table.loc[0, "Abstand"] == 2.0
    assert drawn.table.loc[1, "Team"] == "·"
    assert "Augenhöhe: Leitung 4,5 (eine Person), Team 2,5 (4 Personen)" in drawn.description


def test_views_of_the_same_value_do_not_cover_each_other():
    drawn = views_chart([fact(views=[view(View.LEAD, 3.0, 1), view(View.TEAM, 3.0)])], round_title="Herbst")
    heights = [trace.y[0] for trace in drawn.figure.data if trace.mode == "markers"]
    assert len(set(heights)) == 2
    assert drawn.finding == "Die Sichten liegen überall nah beieinander."
