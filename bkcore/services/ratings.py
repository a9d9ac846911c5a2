"""Service that takes in answers of a round held elsewhere."""

from dataclasses import dataclass
from typing import Final

from sqlmodel import Session, col, select

from bkcore import catalogue
from bkcore.access import Actor, administers, require
from bkcore.commands.assessments import PutRating
from bkcore.errors import NotFound
from bkcore.model.assessments import Assessment, Rating, Round
from bkcore.model.projects import Project
from bkcore.services.bulk import collect_values, index
from bkcore.services.journal import record
from bkcore.services.records import Outcome, required
from bkcore.store.unit_of_work import now_of, today_of
from bkcore.vocabulary import Origin, View

_Who = tuple[int, View, str]
"""Project, view and pseudonym within a round."""
_Values = dict[str, object]
"""An answer by column, before it is a row."""
_SAID: Final = ("level", "opt_out", "certainty")


@dataclass(frozen=True, slots=True)
class Rated:
    """Whether an answer is new, changed or unchanged."""

    outcome: Outcome


def put_rating(session: Session, command: PutRating, *, by: Actor) -> Rated:
    """Record one answer of a round held elsewhere; its assessment counts as handed in.

    Args:
        session: Open session; the unit of work around it commits.
        command: Validated answer.
        by: Who acts; must be the administration.

    Returns:
        Whether it is new, changed or unchanged.

    Raises:
        NotPermitted: The actor does not keep the records.
        NotFound: Round or project is not recorded, or the round's version of the catalogue has no such indicator.
    """
    require(administers(by), action="put_rating")
    turn = required(session, Round, command.round)
    if not catalogue.asks(turn.catalogue_version, command.indicator_id):
        raise NotFound(what="indicator", key=command.indicator_id)
    assessment = _assessment(session, command, turn=turn)
    outcome = _put(session, command, turn=turn, place=(assessment.id or 0, command.indicator_id))
    if outcome is not Outcome.UNCHANGED:
        key = f"{command.round}/{command.project}/{command.view}/{command.indicator_id}"
        record(session, action="put_rating", aggregate="rating", key=key, by=by)
    return Rated(outcome)


def _put(session: Session, command: PutRating, *, turn: Round, place: tuple[int, str]) -> Outcome:
    known = index(session, (Rating, turn.id), lambda: _all_ratings(session, turn))
    row = _rating(session, place) if known is None else known.get(place)
    said: _Values = {name: getattr(command, name) for name in _SAID}
    if row is None:
        said |= {"assessment_id": place[0], "indicator_id": place[1]}
        said["answered_on"] = command.answered_on or today_of(session)
        if known is None:
            session.add(Rating.model_validate(said))
        else:  # plain values to the end: an import brings thousands, and as objects they take most of its time
            collect_values(session, Rating, said)
            known[place] = said
        return Outcome.NEW
    if all(_of(row, name) == said[name] for name in _SAID):
        return Outcome.UNCHANGED
    said["answered_on"] = command.answered_on or _of(row, "answered_on")
    if isinstance(row, dict):
        row.update(said)
    else:
        row.sqlmodel_update(said)
        session.add(row)
    return Outcome.CHANGED


def _of(row: Rating | _Values, name: str) -> object:
    return row[name] if isinstance(row, dict) else getattr(row, name)


def _assessment(session: Session, command: PutRating, *, turn: Round) -> Assessment:
    project = required(session, Project, command.project)
    who = (project.id or 0, command.view, command.rater)
    known = index(session, (Assessment, turn.id), lambda: _all_assessments(session, turn))
    row = _found(session, turn, who) if known is None else known.get(who)
    if row is None:
        row = Assessment(
            round_id=turn.id or 0,
            project_id=project.id or 0,
            view=command.view,
            rater=command.rater,
            origin=Origin.IMPORTED,
            handed_in_at=now_of(session),
        )
        session.add(row)
        session.flush()
        if known is not None:
            known[who] = row
    return row


def _found(session: Session, turn: Round, who: _Who) -> Assessment | None:
    project, view, rater = who
    return session.exec(
        select(Assessment).where(
            Assessment.round_id == turn.id,
            Assessment.project_id == project,
            Assessment.view == view,
            Assessment.rater == rater,
        )
    ).first()


def _rating(session: Session, place: tuple[int, str]) -> Rating | None:
    assessment, item = place
    return session.exec(select(Rating).where(Rating.assessment_id == assessment, Rating.indicator_id == item)).first()


def _all_assessments(session: Session, turn: Round) -> dict[_Who, Assessment]:
    rows = session.exec(select(Assessment).where(Assessment.round_id == turn.id))
    return {(row.project_id, row.view, row.rater): row for row in rows}


def _all_ratings(session: Session, turn: Round) -> dict[tuple[int, str], Rating | _Values]:
    of_round = select(Rating).join(Assessment, col(Rating.assessment_id) == col(Assessment.id))
    rows = session.exec(of_round.where(Assessment.round_id == turn.id))
    return {(row.assessment_id, row.indicator_id): row for row in rows}
