"""What stands beside the picture: every organisation, every pair, and which sectors met."""

import pandas as pd
import pytest

from bkcore.metrics.change import ChangedOrganisations
from bkcore.metrics.diversity import sector_matrix
from bkcore.metrics.network import network_figures
from bkcore.metrics.pairs import co_participation_pairs
from dashboard.charts.network import organisation_table, pair_table, sector_chart

SECTORS = {"awo": "civil", "kita": "civil", "stadt": "public", "sparkasse": "private"}
BASE = ChangedOrganisations(new=None, returned=None, left=None, retained=None, base_year=True)


def network(ties):
    """Return the frames of one year in which these activities took place: activity by organisations."""
    rows = [(organisation, activity) for activity, members in ties.items() for organisation in members]
    participations = pd.DataFrame(rows, columns=["organisation_id", "activity_id"])
    activities = pd.DataFrame(
        {
            "activity_id": list(ties),
            "status": "stattgefunden",
            "plenary": False,
            "start": pd.Timestamp("2024-05-01"),
            "start_latest": pd.Timestamp("2024-05-01"),
        }
    )
    active = sorted(set(participations["organisation_id"]))
    organisations = pd.DataFrame({"organisation_id": active, "sector": [SECTORS[key] for key in active]})
    found = network_figures(participations, activities, organisations)
    nodes = pd.DataFrame(
        [
            (
                f"Verein {entry.id}",
                SECTORS[entry.id],
                entry.activities,
                entry.degree,
                entry.betweenness,
                entry.id == "awo",
            )
            for entry in found.by_organisation
        ],
        columns=["name", "sector", "activities", "degree", "betweenness", "core"],
        index=[entry.id for entry in found.by_organisation],
    ).astype({"betweenness": float})
    nodes["since"] = pd.Timestamp("2020-01-01")
    return participations, activities, organisations, nodes, found


def matrix(ties):
    participations, _, organisations, nodes, found = network(ties)
    return sector_chart(sector_matrix(participations, organisations=organisations), nodes, year=2024, found=found)


def test_the_list_of_organisations_begins_with_the_most_active_and_leaves_the_undefined_empty():
    _, _, _, nodes, _ = network({"fest": ["awo", "kita"], "lauf": ["awo"]})
    table = organisation_table(nodes, changed=BASE)
    assert table["Organisation"].tolist() == ["Verein awo", "Verein kita"]
    assert table["Vermittlung (%)"].isna().all()
    assert table["Kern"].tolist() == [True, False]
    assert table["zum Vorjahr"].unique().tolist() == ["Basisjahr"]


def test_the_list_says_who_is_new_and_who_came_back():
    _, _, _, nodes, _ = network({"fest": ["awo", "kita", "stadt"]})
    changed = ChangedOrganisations(
        new=frozenset({"awo"}), returned=frozenset({"kita"}), left=frozenset(), retained=frozenset(), base_year=False
    )
    table = organisation_table(nodes, changed=changed).set_index("Organisation")["zum Vorjahr"]
    assert table.to_dict() == {
        "Verein awo": "neu",
        "Verein kita": "wieder dabei",
        "Verein stadt": "auch im Vorjahr dabei",
    }


def test_the_pairs_name_both_sides_and_how_often():
    participations, activities, _, nodes, _ = network({"fest": ["awo", "kita"], "lauf": ["awo", "kita"]})
    pairs = co_participation_pairs(participations, activities=activities)
    assert pair_table(nodes, pairs).to_numpy().tolist() == [["Verein awo", "Verein kita", 2]]


MOST = "2024 kamen am häufigsten zusammen: Öffentliche Hand mit Zivilgesellschaft"
FINDINGS = {
    f"{MOST}, bei einer von zwei Aktivitäten. Aus der Wirtschaft war niemand dabei.": {
        "fest": ["awo", "stadt"],
        "kurs": ["stadt"],
    },
    f"{MOST}, Öffentliche Hand mit Wirtschaft und Zivilgesellschaft mit Wirtschaft, bei der einzigen Aktivität.": {
        "fest": ["awo", "stadt", "sparkasse"]
    },
    f"{MOST}, bei beiden Aktivitäten.": {"fest": ["awo", "stadt"], "lauf": ["awo", "stadt", "sparkasse"]},
    "2024 kamen Organisationen verschiedener Bereiche bei keiner Aktivität zusammen. "
    "Aus der öffentlichen Hand und der Wirtschaft war niemand dabei.": {"fest": ["awo", "kita"]},
}


@pytest.mark.parametrize(("sentence", "ties"), FINDINGS.items())
def test_the_finding_says_which_sectors_met_most_often_and_who_was_not_there(sentence, ties):
    assert matrix(ties).finding == sentence


def test_the_matrix_shows_its_numbers_large_and_has_them_as_a_table():
    chart = matrix({"fest": ["awo", "stadt"], "lauf": ["awo", "stadt", "kita"]})
    assert [list(row) for row in chart.figure.data[0].text] == [["0", "2", "0"], ["2", "1", "0"], ["0", "0", "0"]]
    assert chart.figure.data[0].textfont.size >= 13
    assert chart.table["Zivilgesellschaft"].tolist() == [2, 1, 0]
