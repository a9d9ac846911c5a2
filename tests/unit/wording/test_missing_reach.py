"""What is said of a target group is true in every case: what nobody counted is never told as nobody."""

import pytest

from bkcore.reports.perspective_facts import DeclaredPerspective, Reach
from bkcore.vocabulary import Trait
from dashboard.texts import missing_reach as texts


def said(*, aimed, held, people, known, of):
    reach = (Reach(2024, aimed, held, people, known, of),)
    group = DeclaredPerspective(
        "jugend", Trait.TARGET_GROUP, "Jugendliche", "", False, "", None, "", 1, (), (), reach=reach
    )
    ((_, sentence),) = texts.rows([group], year=2024)
    return sentence


@pytest.mark.parametrize(
    ("people", "known", "ending"),
    [
        (0, 2, "Gekommen ist niemand. Die Lücke: der Weg zu dieser Zielgruppe."),
        (0, 1, "Gekommen ist niemand, bekannt für 1 von 2. Die Lücke: die übrigen Zahlen."),
        (1, 1, "Gekommen ist 1 Mensch, bekannt für 1 von 2. Die Lücke: die übrigen Zahlen."),
        (1, 2, "Gekommen ist 1 Mensch."),
        (40, 1, "Gekommen sind 40 Menschen, bekannt für 1 von 2. Die Lücke: die übrigen Zahlen."),
        (40, 2, "Gekommen sind 40 Menschen."),
    ],
)
def test_who_came_is_told_with_for_how_many_it_is_known(people, known, ending):
    sentence = said(aimed=2, held=2, people=people, known=known, of=2)
    assert sentence == f"Zwei Aktivitäten richteten sich an sie, zwei haben stattgefunden. {ending}"
