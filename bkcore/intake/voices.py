"""Participants' voices in the exchange format: one row for each answer counted, and back into counters.

A voice is counters and no person (ADR 0016), but the format wants a person in every row. So each answer gets a name
made up for it: the factor and a number in the order of the scale. The same name never stands at two factors, and the
numbers follow the answers alone, so nothing tells who gave which answers together, or when.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from sqlmodel import Session, col, select

from bkcore.commands.assessments import PutRating
from bkcore.commands.voice_counts import PutVoices
from bkcore.commands.voices import ANSWERS, VoiceAnswer
from bkcore.model.assessments import Round
from bkcore.model.projects import Project
from bkcore.model.voices import VoiceCount, VoiceForm
from bkcore.store.unit_of_work import today_of
from bkcore.vocabulary import View

_NAME = re.compile(r"stimme-(?P<factor>.+)-[0-9]+")


def voice_rows(session: Session) -> Iterator[Mapping[str, object]]:
    """Yield a row for every answer counted at a form that takes no more voices.

    Forms that are still open are left out: two exports side by side would show what one person said in between.
    """
    query = (
        select(VoiceForm, VoiceCount, Round, Project.slug)
        .join(VoiceCount, col(VoiceCount.form_id) == col(VoiceForm.id))
        .join(Round, col(VoiceForm.round_id) == col(Round.id))
        .join(Project, col(VoiceForm.project_id) == col(Project.id))
        .where(col(VoiceCount.voices) > 0)
    )
    found = [row for row in session.exec(query).all() if row[0].closed_on or not row[2].is_open(today_of(session))]
    given: Counter[tuple[int, str]] = Counter()
    for form, counted, turn, project in sorted(
        found, key=lambda row: [*ANSWERS].index(cast("VoiceAnswer", row[1].answer))
    ):
        place = (form.id or 0, counted.factor_id)
        for _ in range(counted.voices):
            given[place] += 1
            yield {
                "round": turn.slug,
                "project": project,
                "view": View.PARTICIPANT,
                "rater": f"stimme-{counted.factor_id}-{given[place]:04d}",
                "indicator_id": counted.factor_id,
                "level": counted.answer,
            }


def is_voice(command: PutRating) -> bool:
    """Tell whether a row is a counted answer and no rater's."""
    match = _NAME.fullmatch(command.rater) if command.view is View.PARTICIPANT else None
    return match is not None and match["factor"] == command.indicator_id


def counters(voices: Iterable[PutRating]) -> list[tuple[PutVoices, int]]:
    """Return the counters that rows come to, one command for each round and project, and how many rows it stands for.

    Args:
        voices: Rows of which ``is_voice`` is true.

    Returns:
        Commands in the order of their first rows.
    """
    groups: dict[tuple[str, str], list[PutRating]] = defaultdict(list)
    for voice in voices:
        groups[voice.round, voice.project].append(voice)
    return [
        (PutVoices(round=turn, project=project, counts=_counts(rows)), len(rows))
        for (turn, project), rows in groups.items()
    ]


def _counts(rows: Sequence[PutRating]) -> dict[str, dict[VoiceAnswer, int]]:
    counts: dict[str, dict[VoiceAnswer, int]] = defaultdict(lambda: dict.fromkeys(ANSWERS, 0))
    for row in rows:
        answer = str(row.level) if row.opt_out is None else row.opt_out.value
        counts[row.indicator_id][cast("VoiceAnswer", answer)] += 1
    return dict(counts)
