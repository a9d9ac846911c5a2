"""The hand-over as a checklist, each point with the page where it is done."""

from bkcore.reports.first_steps import Duty, FirstSteps
from dashboard.components import panel
from dashboard.texts import first_steps as texts


def draw(found: FirstSteps) -> None:
    """Show every point with how it stands."""
    panel.heading(texts.HEADING, texts.note(found))
    panel.event_list([_point(found, duty) for duty in Duty], label=texts.LABEL)


def _point(found: FirstSteps, duty: Duty) -> panel.Event:
    name, path = texts.LINKS.get(duty, ("", ""))
    return panel.Event(
        when=texts.OPEN if duty in found.waiting else texts.DONE,
        title=texts.TITLES[duty],
        note=texts.sentence(found, duty),
        link=f"/{path}" if path else "",
        link_text=name,
    )
