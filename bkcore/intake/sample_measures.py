"""The invented measures: some of a project, some of the steering group, one overdue, one done between two rounds."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Final

from sqlmodel import Session, select

from bkcore import catalogue
from bkcore.access import Actor
from bkcore.commands.measures import PlanMeasure, SetMeasureState
from bkcore.model.steering import Measure
from bkcore.services.measures import plan_measure, set_measure_state
from bkcore.store.unit_of_work import now_of
from bkcore.vocabulary import MeasureOrigin, MeasureState

_PROJECT: Final = "p-iwgr"
_MARK: Final = "(Beispiel)"
# Title, organisation, function, factor, taken on and due (days from the day of loading), origin.
_OF_THE_GROUP: Final = (
    ("Einladungen in vier Sprachen drucken", "stadt-bergkamen", "Pressestelle", "zielgruppen", -600, -420, "beschluss"),
    ("Feste Sprechzeit im Stadtteil Weddinghofen", "awo", "", "niedrigschwelligkeit", -90, -12, "beschluss"),
    ("Jugendliche in die Steuerungsgruppe einladen", None, "Jugendamt (Beispiel)", "partizipation", -40, 9, "von_hand"),
)
_REPORTED: Final = (
    (0, -430, MeasureState.DONE, "Gedruckt und an alle Kitas und Schulen verteilt."),
    (1, -60, MeasureState.UNDER_WAY, "Zwei Räume angesehen."),
    (1, -20, MeasureState.BLOCKED, "Der Raum ist erst nach dem Umbau frei."),
    (2, -15, None, "Schülervertretung der Gesamtschule angeschrieben."),
)
_STATES: Final = (MeasureState.OPEN, MeasureState.UNDER_WAY, MeasureState.BLOCKED, MeasureState.DONE)


def plan_sample_measures(session: Session, *, today: date, by: Actor) -> None:
    """Take on a few measures, unless there are measures already.

    Args:
        session: Open session of the unit of work.
        today: The day of loading.
        by: Who acts; must be the administration.
    """
    if session.exec(select(Measure).limit(1)).first() is not None:
        return
    _of_the_group(session, today=today, by=by)
    for number, factor in enumerate(catalogue.load().factors[1:8:2]):
        action = factor.actions[number]
        measure = plan_measure(
            session,
            PlanMeasure(
                title=f"{action.title} {_MARK}",
                text=action.text,
                owner="Projektleitung",
                due_on=today + timedelta(days=28 * (number + 1)),
                factor_id=factor.id,
                project=_PROJECT,
                action_id=action.id,
            ),
            by=by,
        )
        command = SetMeasureState(measure_id=measure.id or 0, state=_STATES[number], version=measure.version)
        set_measure_state(session, command, by=by)


def _of_the_group(session: Session, *, today: date, by: Actor) -> None:
    planned: list[Measure] = []
    for title, organisation, owner, factor, taken_on, due, origin in _OF_THE_GROUP:
        with _on(session, days=taken_on):
            command = PlanMeasure(
                title=f"{title} {_MARK}",
                owner_organisation=organisation,
                owner=owner,
                due_on=today + timedelta(days=due),
                factor_id=factor,
                origin=MeasureOrigin(origin),
            )
            planned.append(plan_measure(session, command, by=by))
    for place, days, state, text in _REPORTED:
        measure = planned[place]
        with _on(session, days=days):
            report = SetMeasureState(
                measure_id=measure.id or 0, state=state, text=f"{text} {_MARK}", version=measure.version
            )
            set_measure_state(session, report, by=by)


@contextmanager
def _on(session: Session, *, days: int) -> Iterator[None]:
    """Let what is invented have happened so many days from now."""
    now = now_of(session)
    session.info["now"] = now + timedelta(days=days)
    try:
        yield
    finally:
        session.info["now"] = now
