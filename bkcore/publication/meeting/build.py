"""Builds what a meeting looks at, point by point; words only where a figure makes them true."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from bkcore.publication.meeting.document import Basis, Point
from bkcore.publication.meeting.factor_point import factor_point
from bkcore.publication.meeting.gather import MeetingInputs
from bkcore.publication.meeting.measure_point import measure_point
from bkcore.publication.meeting.missing_point import missing_point
from bkcore.publication.meeting.network_point import network_point
from bkcore.publication.meeting.since_point import since_point
from bkcore.publication.meeting.snapshot import snapshot
from bkcore.vocabulary import AgendaKind
from bkcore.wording.numbers import date_de

_POINTS: Final[Mapping[AgendaKind, Callable[[MeetingInputs], Point]]] = {
    AgendaKind.SINCE: since_point,
    AgendaKind.NETWORK: network_point,
    AgendaKind.FACTORS: factor_point,
    AgendaKind.MISSING: missing_point,
    AgendaKind.MEASURES: measure_point,
}


def build(inputs: MeetingInputs, *, kinds: Iterable[AgendaKind]) -> Basis:
    """Return the document of a meeting.

    Args:
        inputs: Reports of the day.
        kinds: Which points the agenda has; topics show nothing of the record.

    Returns:
        The frozen document, points in the order of the template.
    """
    wanted = set(kinds)
    return Basis(
        stand=inputs.today,
        data_version=inputs.data_version,
        release=inputs.release.header.number if inputs.release else None,
        since=inputs.since,
        compared_with=f"{inputs.before_title}, {date_de(inputs.since)}" if inputs.before else "",
        demo=inputs.demo,
        points=tuple(draw(inputs) for kind, draw in _POINTS.items() if kind in wanted),
        snapshot=snapshot(inputs),
    )
