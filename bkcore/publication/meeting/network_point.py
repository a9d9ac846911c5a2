"""The point of the network: the six figures of the latest whole year, the years, and how the running year goes."""

from bkcore.publication.headline import headline
from bkcore.publication.key_figures import key_figures
from bkcore.publication.meeting.document import Point
from bkcore.publication.meeting.gather import MeetingInputs
from bkcore.publication.network_section import network_figure
from bkcore.vocabulary import AgendaKind
from bkcore.wording import meeting as words


def network_point(inputs: MeetingInputs) -> Point:
    """Return what the group sees of the network, from the chosen release when there is one."""
    if inputs.release is not None:
        said, figures, drawn = inputs.release.headline, inputs.release.key_figures, inputs.release.network
    else:
        said, figures, drawn = headline(inputs.years), key_figures(inputs.years), network_figure(inputs.years)
    running = next((year for year in inputs.recent if year.year == inputs.today.year), None)
    so_far = words.running_year(running.year, running.organisations, running.activities) if running else ""
    paragraphs = (said.lead, said.caveat, "" if inputs.release else so_far)
    return Point(
        kind=AgendaKind.NETWORK,
        finding=said.finding,
        paragraphs=tuple(text for text in paragraphs if text),
        key_figures=figures,
        figure=drawn,
    )
