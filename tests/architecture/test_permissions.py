"""Every cell of the table "who may do what" in docs/architecture.md, one test each."""

import pytest

from bkcore import access
from bkcore.access import Actor
from bkcore.vocabulary import Role

OWN, OTHER = "jugendkonferenz", "blog"
MINE = 7
MEASURE = 3

ACTORS = {
    "rat": Actor(role=Role.COUNCIL),
    "leitung": Actor(role=Role.PROJECT_LEAD, project=OWN),
    "leitung mit link": Actor(role=Role.PROJECT_LEAD, project=OWN, assessment_id=MINE),
    "team": Actor(role=Role.RATER, project=OWN, assessment_id=MINE),
    "zuständig": Actor(role=Role.MEASURE_OWNER, measure_id=MEASURE),
    "steuerungsgruppe": Actor(role=Role.STEERING_GROUP),
    "verwaltung": Actor(role=Role.ADMINISTRATION),
    "programm": Actor(role=Role.SYSTEM),
}
EVERYBODY = set(ACTORS)
LEADS = {"leitung", "leitung mit link"}
OFFICE = {"verwaltung", "programm"}
GROUP = {"steuerungsgruppe", *OFFICE}

CELLS = {
    "liest die veröffentlichte Fassung": (access.reads_briefing, EVERYBODY - {"team", "zuständig"}),
    "veröffentlicht und zieht zurück": (access.releases, OFFICE),
    "schreibt und veröffentlicht den Sachstandsbericht": (access.writes_reports, OFFICE),
    "liest Netzwerk und Faktoren": (access.reads_overviews, GROUP),
    "liest das eigene Projekt": (lambda actor: access.reads_project(actor, OWN), GROUP | LEADS),
    "liest ein fremdes Projekt": (lambda actor: access.reads_project(actor, OTHER), GROUP),
    "füllt die eigene Selbsteinschätzung aus": (
        lambda actor: access.fills_in(actor, project=OWN, assessment_id=MINE, lead_view=True),
        LEADS | {"team"},
    ),
    "füllt eine fremde desselben Projekts aus": (
        lambda actor: access.fills_in(actor, project=OWN, assessment_id=MINE + 1, lead_view=False),
        set(),
    ),
    "füllt eine fremde der Leitung aus": (
        lambda actor: access.fills_in(actor, project=OWN, assessment_id=MINE + 1, lead_view=True),
        {"leitung"},
    ),
    "füllt eine fremde eines anderen Projekts aus": (
        lambda actor: access.fills_in(actor, project=OTHER, assessment_id=MINE, lead_view=True),
        set(),
    ),
    "liest vertraulichen Text": (
        lambda actor: access.reads_confidential_text(actor, project=OWN, assessment_id=MINE, lead_view=True),
        LEADS | {"team"},
    ),
    "öffnet Runden, lädt ein, erinnert": (access.runs_rounds, OFFICE),
    "zählt die Stimme einer teilnehmenden Person": (access.counts_voices, {"programm"}),
    "trägt Papierbögen ein": (access.enters_paper, OFFICE),
    "erfasst Aktivitäten des eigenen Projekts": (
        lambda actor: access.records_activities(actor, OWN),
        OFFICE | LEADS,
    ),
    "erfasst Aktivitäten eines fremden Projekts": (lambda actor: access.records_activities(actor, OTHER), OFFICE),
    "erfasst Aktivitäten ohne Projekt": (lambda actor: access.records_activities(actor, None), OFFICE),
    "liest Aktivitäten des eigenen Projekts": (lambda actor: access.reads_activities(actor, OWN), GROUP | LEADS),
    "liest Aktivitäten eines fremden Projekts": (lambda actor: access.reads_activities(actor, OTHER), GROUP),
    "entscheidet und weist Maßnahmen zu": (access.decides, GROUP),
    "führt die Liste der Perspektiven": (access.keeps_perspectives, GROUP),
    "liest, wer in der Steuerungsgruppe sitzt": (access.reads_members, GROUP),
    "führt Sitze und Vertretungen, löscht Namen": (access.keeps_members, OFFICE),
    "nimmt sich Maßnahmen des eigenen Projekts vor": (lambda actor: access.plans_measures(actor, OWN), GROUP | LEADS),
    "nimmt sich Maßnahmen eines fremden Projekts vor": (lambda actor: access.plans_measures(actor, OTHER), GROUP),
    "meldet den Stand eigener Maßnahmen": (
        lambda actor: access.updates_measure(actor, OWN, measure_id=MEASURE + 1),
        GROUP | LEADS,
    ),
    "meldet den Stand fremder Maßnahmen": (
        lambda actor: access.updates_measure(actor, OTHER, measure_id=MEASURE + 1),
        GROUP,
    ),
    "meldet den Stand der einen Maßnahme hinter dem Link": (
        lambda actor: access.updates_measure(actor, OTHER, measure_id=MEASURE),
        GROUP | {"zuständig"},
    ),
    "gibt Zuständigen Links und erinnert sie": (access.reminds_owners, OFFICE),
    "pflegt Organisationen, Projekte, Zugänge, Import, Journal": (access.administers, OFFICE),
}


@pytest.mark.parametrize("name", ACTORS)
@pytest.mark.parametrize("right", CELLS)
def test_a_cell_of_the_permission_table(right: str, name: str) -> None:
    predicate, allowed = CELLS[right]
    assert predicate(ACTORS[name]) is (name in allowed)


def test_every_predicate_has_its_row() -> None:
    public = {
        name
        for name, value in vars(access).items()
        if callable(value) and value.__module__ == access.__name__ and name not in {"Actor", "require"}
    }
    source = {word for predicate, _ in CELLS.values() for word in (predicate.__name__, *predicate.__code__.co_names)}
    assert public <= source


def test_every_role_is_an_actor_of_the_table() -> None:
    assert {actor.role for actor in ACTORS.values()} == set(Role)
