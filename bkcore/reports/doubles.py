"""Organisations that may be one and the same: names that look alike."""

import re
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process
from sqlmodel import Session, select

from bkcore.access import Actor, administers, require
from bkcore.model.organisations import Organisation

ALIKE = 86
"""Percent of likeness of two names, words in any order, from which they are suggested."""
MOST = 30
"""So many pairs are shown, the most alike first."""
_FORMS = re.compile(r"\b(?:e\.? ?v\.?|ggmbh|gmbh|verein|der|die|das|in|und|für)\b")
_SIGNS = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One organisation of a pair."""

    slug: str
    name: str
    version: int


@dataclass(frozen=True, slots=True)
class Double:
    """Two organisations whose names look alike; ``likeness`` in percent."""

    first: Candidate
    second: Candidate
    likeness: int


def organisations(session: Session, *, by: Actor) -> dict[str, Candidate]:
    """Return every organisation by slug, sorted by name.

    Raises:
        NotPermitted: The actor does not keep the records.
    """
    require(administers(by), action="read_records")
    rows = session.exec(select(Organisation.slug, Organisation.name, Organisation.version)).all()
    return {row[0]: Candidate(*row) for row in sorted(rows, key=lambda row: row[1].casefold())}


def suggested(found: dict[str, Candidate]) -> tuple[Double, ...]:
    """Return pairs whose names look alike, the most alike first.

    Args:
        found: Organisations by slug.

    Returns:
        At most ``MOST`` pairs; none of names that say nothing but their legal form.
    """
    everybody = list(found.values())
    names = [plain(one.name) for one in everybody]
    if len(names) < 2:  # noqa: PLR2004 - a pair
        return ()
    scores = process.cdist(names, names, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE, dtype=np.uint8, workers=-1)
    first, second = np.nonzero(np.triu(scores, k=1))
    pairs = [
        Double(everybody[one], everybody[other], int(scores[one, other]))
        for one, other in zip(first.tolist(), second.tolist(), strict=True)
        if names[one] and names[other]
    ]
    return tuple(sorted(pairs, key=lambda pair: (-pair.likeness, pair.first.name, pair.second.name))[:MOST])


def plain(name: str) -> str:
    """Return a name without legal form, small words and signs, for comparing.

    Examples:
        >>> plain("Verein für Kultur e. V."), plain("Kultur-Verein")
        ('kultur', 'kultur')
    """
    return " ".join(_FORMS.sub(" ", _SIGNS.sub(" ", name.casefold())).split())
