"""A program of its own that answers as the server does and says each answer only once it is committed.

Called as ``python -m tests.store.writer ADDRESS FROM``: from which answer on, counted over all assessments and items.
"""

import sys

from sqlmodel import col, select

from bkcore import catalogue
from bkcore.commands.assessments import AnswerIndicator
from bkcore.model.assessments import Assessment
from bkcore.services.answers import answer
from bkcore.store.engine import engine_for
from bkcore.store.unit_of_work import reading, unit_of_work
from tests.factories import rater_of

ITEMS = [item.id for factor in catalogue.load().factors for item in (factor.short, *factor.indicators)]


def plan(assessments: list[int]) -> list[tuple[int, str, int]]:
    """Return every answer there is to give: assessment, item, level."""
    return [(one, item, (one + place) % 5 + 1) for one in assessments for place, item in enumerate(ITEMS)]


def main(address: str, start: int) -> None:
    """Give every answer of the plan from a place on."""
    engine = engine_for(address)
    with reading(engine) as session:
        assessments = list(session.exec(select(Assessment.id).order_by(col(Assessment.id))))
    for place, (assessment, item, level) in enumerate(plan(assessments)[start:], start=start):
        command = AnswerIndicator(assessment_id=assessment, indicator_id=item, level=level)
        with unit_of_work(engine) as session:
            answer(session, command, by=rater_of("jugendkonferenz", assessment_id=assessment))
        print(place, flush=True)  # noqa: T201 - the acknowledgement


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
