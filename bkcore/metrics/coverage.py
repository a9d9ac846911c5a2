"""Which of the perspectives declared relevant take part, year by year, and for how many the record knows it."""

import re
from collections.abc import Callable, Iterable
from typing import Final

import pandas as pd

from bkcore.columns import ACTIVITIES, ORGANISATIONS, PERSPECTIVES
from bkcore.folding import folded
from bkcore.metrics.people import counted_in_parts, people_sum
from bkcore.metrics.ties import HELD, HELD_OR_ANNOUNCED, ties
from bkcore.metrics.window import known_years, select_activities
from bkcore.vocabulary import ActivityStatus, CoverageState, Trait

_SEPARATOR: Final = ";"
_COLUMNS: Final = {
    "perspective_id": "str",
    "year": "int64",
    "found": "int64",
    "known": "int64",
    "of": "int64",
    "state": "str",
}
_REACH: Final = {
    "perspective_id": "str",
    "year": "int64",
    "aimed": "int64",
    "held": "int64",
    "people": "Int64",
    "known": "int64",
    "of": "int64",
}
_AIMED: Final = HELD_OR_ANNOUNCED | {ActivityStatus.CANCELLED.value}
_OF_ORGANISATIONS: Final = {
    Trait.DISTRICT: "district",
    Trait.SECTOR: "sector",
    Trait.ORGANISATION_KIND: "kind",
}
_OF_ACTIVITIES: Final = {Trait.TARGET_GROUP: "target_group", Trait.LANGUAGE: "languages"}


def coverage(
    perspectives: pd.DataFrame, participations: pd.DataFrame, activities: pd.DataFrame, organisations: pd.DataFrame
) -> pd.DataFrame:
    """Count for each declared perspective and year who covered it, and tell missing from not known.

    District, sector and kind are looked for among the organisations active in the year; target group and language among
    the activities that took place in it. A district, sector, kind or language must be named as such; a target group may
    stand among other words. Case, umlauts and accents make no difference.

    Args:
        perspectives: ``PERSPECTIVES`` frame, shape (perspectives, 4); one without words is known by its title alone.
        participations: ``PARTICIPATIONS`` frame, shape (participations, >=2), of all times, with ``status`` when known.
        activities: ``ACTIVITIES`` frame, shape (activities, >=4) of all times, with ``target_group`` and ``languages``.
        organisations: ``ORGANISATIONS`` frame, shape (organisations, >=4): id, ``kind``, ``sector``, ``district``.

    Returns:
        Frame with a row for each perspective, in their order, and each ``year`` from the first to the last with an
        activity, gaps included: ``found`` organisations or activities (from 0), ``known`` ones that state the trait,
        ``of`` all, and the ``state``: covered when found; else missing when all state it, uncertain when some do,
        unknown when none does, quiet when nothing took place; without rows when no activity has a year.

    Raises:
        ColumnMissing: A column of one of the frames is missing.

    Source:
        docs/methodology.md; the steering group's list of missing perspectives of 2019.

    Examples:
        >>> day = pd.to_datetime(["2024-05-01"])
        >>> activities = pd.DataFrame({
        ...     "activity_id": ["fest"], "start": day, "start_latest": day, "status": ["stattgefunden"],
        ...     "target_group": ["Jugendliche und Eltern"], "languages": [None],
        ... })
        >>> perspectives = pd.DataFrame({
        ...     "perspective_id": ["jugend", "tuerkisch"], "trait": ["zielgruppe", "sprache"],
        ...     "title": ["Jugendliche", "Türkisch"], "words": [None, None],
        ... })
        >>> participations = pd.DataFrame({"organisation_id": [], "activity_id": []}, dtype="str")
        >>> found = coverage(perspectives, participations, activities, ORGANISATIONS.empty())
        >>> found["state"].tolist()
        ['vertreten', 'unbekannt']
    """
    PERSPECTIVES.check(perspectives)
    ACTIVITIES.check(activities, "activity_id", *_OF_ACTIVITIES.values())
    ORGANISATIONS.check(organisations, "organisation_id", *_OF_ORGANISATIONS.values())
    held = select_activities(activities, statuses=HELD)
    years = known_years(held)
    if not len(years):
        return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in _COLUMNS.items()})
    span = pd.RangeIndex(years.min(), years.max() + 1, name="year")
    active = ties(participations, held, organisations)
    active = active.assign(year=active["activity_id"].map(years)).dropna(subset="year")
    active = active[["organisation_id", "year"]].drop_duplicates()
    stated = {
        **{trait: _stated(active, organisations, "organisation_id", name) for trait, name in _OF_ORGANISATIONS.items()},
        **{trait: _stated(years.reset_index(), held, "activity_id", name) for trait, name in _OF_ACTIVITIES.items()},
    }
    rows = zip(*(perspectives[name] for name in PERSPECTIVES.columns), strict=True)
    parts = [
        _rows(slug, Trait(trait), _terms(title, words), stated[Trait(trait)], span)
        for slug, trait, title, words in rows
    ]
    return pd.concat(parts, ignore_index=True).astype(_COLUMNS) if parts else pd.DataFrame(columns=list(_COLUMNS))


def reached(perspectives: pd.DataFrame, activities: pd.DataFrame) -> pd.DataFrame:
    """Hold against each other whom activities set out to reach and how many people came, per target group and year.

    Args:
        perspectives: ``PERSPECTIVES`` frame, shape (perspectives, 4); only target groups are looked for.
        activities: ``ACTIVITIES`` frame, shape (activities, >=7) of all times, with ``target_group``, ``attendees`` and
            ``part_of``.

    Returns:
        Frame by target group and year, from the first year with such an activity to the last: ``aimed`` at it (held,
        announced or cancelled), ``held`` of them, ``people`` who came to those held (missing where no number is known),
        and for how many of them the number is ``known``; units "activities" and "people"; without rows when no activity
        has a year or no target group is declared.

    Raises:
        ColumnMissing: A column of one of the two frames is missing.

    Source:
        docs/methodology.md; people are those who came, of whatever group: more is not recorded.

    Examples:
        >>> day = pd.to_datetime(["2024-05-01"])
        >>> activities = pd.DataFrame({
        ...     "activity_id": ["fest"], "start": day, "start_latest": day, "status": ["stattgefunden"],
        ...     "target_group": ["Jugendliche"], "attendees": [40], "part_of": [None],
        ... })
        >>> perspectives = pd.DataFrame({
        ...     "perspective_id": ["jugend"], "trait": ["zielgruppe"], "title": ["Jugendliche"], "words": [None],
        ... })
        >>> reached(perspectives, activities).to_dict("records")
        [{'perspective_id': 'jugend', 'year': 2024, 'aimed': 1, 'held': 1, 'people': 40, 'known': 1, 'of': 1}]
    """
    PERSPECTIVES.check(perspectives)
    ACTIVITIES.check(activities, "activity_id", "status", "target_group", "attendees", "part_of")
    meant = select_activities(activities, statuses=_AIMED).drop_duplicates("activity_id")
    years = known_years(meant)
    meant = meant.assign(year=meant["activity_id"].map(years), text=meant["target_group"].fillna("").map(folded))
    held = meant[meant["status"].isin(list(HELD))]
    wholes = counted_in_parts(held, count="attendees")
    groups = perspectives[perspectives["trait"] == Trait.TARGET_GROUP.value]
    rows = []
    for slug, title, words in zip(groups["perspective_id"], groups["title"], groups["words"], strict=True):
        named = _phrase(_terms(title, words))
        aimed, took_place = meant[meant["text"].map(named).astype(bool)], held[held["text"].map(named).astype(bool)]
        for year in range(years.min(), years.max() + 1) if len(years) else ():
            of_year = took_place[took_place["year"] == year]
            came = people_sum(of_year, count="attendees", left_out=wholes)
            rows.append((slug, year, int((aimed["year"] == year).sum()), len(of_year), came.sum, came.known, came.of))
    return pd.DataFrame(rows, columns=list(_REACH)).astype(_REACH)


def _stated(units: pd.DataFrame, records: pd.DataFrame, key: str, column: str) -> pd.DataFrame:
    """Return the year of each organisation or activity and what the record states of it, folded; empty when nothing."""
    of = records.drop_duplicates(key).set_index(key)[column]
    texts = units[key].map(of).fillna("").map(folded)
    return pd.DataFrame({"year": units["year"].astype("int64"), "text": texts})


def _rows(slug: str, trait: Trait, terms: Iterable[str], stated: pd.DataFrame, span: pd.RangeIndex) -> pd.DataFrame:
    matches = _phrase(terms) if trait is Trait.TARGET_GROUP else _entry(terms)
    counted = pd.DataFrame(
        {
            "year": stated["year"],
            "found": stated["text"].map(matches).astype("bool"),
            "known": stated["text"].ne(""),
            "of": True,
        }
    )
    found = counted.groupby("year").sum().reindex(span, fill_value=0).astype("int64").reset_index()
    found.insert(0, "perspective_id", slug)
    return found.assign(state=[_state(*row) for row in zip(found["found"], found["known"], found["of"], strict=True)])


def _state(found: int, known: int, of: int) -> str:
    if found:
        return CoverageState.COVERED.value
    if not of:
        return CoverageState.QUIET.value
    if not known:
        return CoverageState.UNKNOWN.value
    return (CoverageState.MISSING if known == of else CoverageState.UNCERTAIN).value


def _terms(title: str, words: object) -> frozenset[str]:
    """Return every folded word or phrase by which the record may know a perspective."""
    texts = [title, *(words.split(_SEPARATOR) if isinstance(words, str) else ())]
    return frozenset(folded(text) for text in texts) - {""}


def _entry(terms: Iterable[str]) -> Callable[[str], bool]:
    wanted = frozenset(terms)
    return lambda text: not wanted.isdisjoint(part.strip() for part in text.split(_SEPARATOR))


def _phrase(terms: Iterable[str]) -> Callable[[str], bool]:
    wanted = re.compile("|".join(rf"(?<!\w){re.escape(term)}(?!\w)" for term in sorted(terms)))
    return lambda text: wanted.search(text) is not None
