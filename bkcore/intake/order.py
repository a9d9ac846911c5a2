"""Brings activities into an order in which every whole comes before its parts."""

from collections.abc import Sequence

from bkcore.commands.activities import PutActivity


def wholes_first(commands: Sequence[PutActivity]) -> list[PutActivity]:
    """Return the activities with every whole before its parts, otherwise in their order.

    Args:
        commands: Activities without circles.

    Returns:
        The same activities.
    """
    by_slug = {command.slug: command for command in commands}
    ordered: dict[str, PutActivity] = {}
    for command in commands:
        chain = [command]
        while (whole := by_slug.get(chain[-1].part_of or "")) is not None and whole.slug not in ordered:
            chain.append(whole)
        ordered |= {link.slug: link for link in reversed(chain)}
    return list(ordered.values())
