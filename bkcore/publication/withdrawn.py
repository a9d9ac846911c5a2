"""Texts withdrawn since a release: gone from every face of it, while the frozen document stays as it was hashed.

The newest release decides. What it no longer says was withdrawn, or replaced by another wording, which withdraws the
one before. So no face needs to read the records, and the public surface, which may read releases alone, knows too.
"""

from functools import lru_cache

from bkcore.publication.document import Briefing, Funding, Project, canonical, parse
from bkcore.publication.topics import funding_tables
from bkcore.vocabulary import Sector
from bkcore.wording import briefing as words
from bkcore.wording import briefing_sentences as sentences
from bkcore.wording.labels import label

_KEPT = 64
_NOBODY_BY_NAME = frozenset(map(sentences.led_by, ("", *map(label, Sector))))


@lru_cache(maxsize=_KEPT)
def readable(content: str, *, newest: str) -> str:
    """Return a frozen document as it may be shown today.

    Args:
        content: A release, as it was frozen.
        newest: The newest release.

    Returns:
        The same canonical JSON; where the newest release no longer has a project's text word for word, it says that the
        text was withdrawn; a lead is named, a picture shown, only where the newest release still does so.
    """
    if content == newest:
        return content
    return canonical(without_withdrawn(parse(content), newest=parse(newest)))


def without_withdrawn(briefing: Briefing, *, newest: Briefing) -> Briefing:
    """Return a document without the texts and names that the newest release no longer shows."""
    said = {project.key: project.description for project in newest.projects.items}
    seen = {project.key: project.picture for project in newest.projects.items}
    named = named_leads(newest)

    def shown(project: Project) -> Project:
        text = project.description if said.get(project.key) == project.description else words.TEXT_WITHDRAWN
        lead = project.lead if project.lead in named else sentences.led_by("")
        picture = project.picture if seen.get(project.key) == project.picture else None
        return project.model_copy(update={"description": text, "lead": lead, "picture": picture})

    items = tuple(map(shown, briefing.projects.items))
    kept = {project.key for project in briefing.projects.items if said.get(project.key) == project.description}
    return briefing.model_copy(
        update={
            "projects": briefing.projects.model_copy(update={"items": items}),
            "funding": _without_sources(briefing.funding, kept=kept),
        }
    )


def _without_sources(found: Funding | None, *, kept: set[str]) -> Funding | None:
    """Return the funding without the sources of projects whose text is gone."""
    if found is None:
        return None
    items = tuple(
        one if one.key in kept else one.model_copy(update={"source": words.TEXT_WITHDRAWN}) for one in found.items
    )
    return found.model_copy(update={"items": items, "tables": funding_tables(items)})


def named_leads(newest: Briefing) -> frozenset[str]:
    """Return what may still be said about a lead: the sentences of the newest release, and those without a name."""
    return _NOBODY_BY_NAME | {project.lead for project in newest.projects.items}
