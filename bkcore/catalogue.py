"""The catalogue people rate themselves on: success factors, indicators, level texts and recommended actions.

Content lies in ``data/catalogue``, one folder per version, and is read once into frozen objects; a fault names the file
and the reason.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from bkcore.differences import Difference
from bkcore.differences import difference as _difference
from bkcore.errors import NotFound
from bkcore.faults import CatalogueBroken
from bkcore.instrument import FACTORS, LEVELS, Catalogue, Factor, Indicator, Text
from bkcore.vocabulary import AssessmentForm

CATALOGUE_ROOT = Path(__file__).resolve().parents[1] / "data" / "catalogue"
_WORDING = "wording"

Value = TypeVar("Value")


@cache
def versions(root: Path = CATALOGUE_ROOT) -> tuple[str, ...]:
    """Return the versions there are, the newest first: by the day they became valid, then by name.

    Raises:
        CatalogueBroken: There is none, or one of them cannot be read.
    """
    found = [_load(path) for path in root.iterdir() if path.is_dir() and path.name != _WORDING]
    _expect(found, "no version found", path=root)
    return tuple(one.version for one in sorted(found, key=lambda one: (one.valid_from, one.version), reverse=True))


def load(root: Path = CATALOGUE_ROOT) -> Catalogue:
    """Return the newest version of the catalogue.

    Args:
        root: Folder that holds one folder per version.

    Raises:
        CatalogueBroken: A file is missing, malformed or incomplete.
    """
    return _load(root / versions(root)[0])


def edition(version: str, root: Path = CATALOGUE_ROOT) -> Catalogue:
    """Return the version a round was opened with; the newest one for a version this program does not know.

    Args:
        version: What the round says.
        root: Folder that holds one folder per version.

    Raises:
        CatalogueBroken: A file is missing, malformed or incomplete.
    """
    return _load(root / version) if version in versions(root) else load(root)


@lru_cache(maxsize=4096)
def asks(version: str, item_id: str) -> bool:
    """Tell whether a version asks this item: an indicator, or in the short form a whole factor.

    A version this program does not know cannot be looked up. Its items are taken as they come when they belong to one
    of the council's factors, which are the same in every version.

    Examples:
        >>> asks("2026-1", "augenhoehe"), asks("2026-1", "augenhoehe-9"), asks("1999-9", "augenhoehe-9")
        (True, False, True)
    """
    if version in versions():
        return item_id in edition(version).factor_of()
    factor, _, number = item_id.rpartition("-")
    return item_id in load().factor_titles() or (factor in load().factor_titles() and number.isdecimal())


def compared(earlier: str, later: str, root: Path = CATALOGUE_ROOT) -> Difference:
    """Return what differs between two versions.

    Args:
        earlier: The version of the past.
        later: The version it became.
        root: Folder that holds one folder per version.

    Raises:
        NotFound: This program does not know one of them.
        CatalogueBroken: A file is missing, malformed or incomplete.
    """
    for version in (earlier, later):
        if version not in versions(root):
            raise NotFound(what="catalogue", key=version)
    return _compared(earlier, later, root)


def unchanged_items(earlier: str, later: str, root: Path = CATALOGUE_ROOT) -> frozenset[str]:
    """Return the ids of what one answers to, indicators and short forms, that say the same in both versions.

    Args:
        earlier: The version of the past, as a round names it.
        later: The version it became.
        root: Folder that holds one folder per version.

    Returns:
        Ids of items; empty when this program does not know one of the versions, because nobody can tell then.
    """
    if not {earlier, later} <= {*versions(root)}:
        return frozenset()
    return _compared(earlier, later, root).unchanged_items()


def comparable_factors(
    earlier: str, later: str, *, form: AssessmentForm | None = None, root: Path = CATALOGUE_ROOT
) -> frozenset[str]:
    """Return the ids of the factors whose scores mean the same in both versions.

    A score over the years is compared only where people answered to the same words: every indicator is there in both
    versions and says the same, and so does the short form's statement.

    Args:
        earlier: The version of the past, as a round names it.
        later: The version it became.
        form: The one form all scores in question come from; ``None`` when they may come from either.
        root: Folder that holds one folder per version.

    Returns:
        Ids of factors; empty when this program does not know one of the versions.
    """
    if not {earlier, later} <= {*versions(root)}:
        return frozenset()
    return frozenset(
        factor.id
        for factor in _compared(earlier, later, root).factors
        if (factor.same_indicators or form is AssessmentForm.SHORT)
        and (factor.same_short or form is AssessmentForm.FULL)
    )


@cache
def _compared(earlier: str, later: str, root: Path) -> Difference:
    return _difference(edition(earlier, root), edition(later, root))


@cache
def _load(folder: Path) -> Catalogue:
    paths = sorted((folder / "factors").glob("*.toml"))
    _expect(len(paths) == FACTORS, f"{FACTORS} factor files expected, {len(paths)} found", path=folder / "factors")
    factors = tuple(_factor(path, number=number) for number, path in enumerate(paths, start=1))
    path = folder / "catalogue.toml"
    catalogue = _validated(Catalogue, _read(path) | {"factors": factors}, path=path)
    _expect(catalogue.version == folder.name, "the folder must bear the name of the version", path=path)
    values = [level.value for level in catalogue.levels]
    _expect(values == [*range(1, LEVELS + 1)], f"levels must be 1 to {LEVELS} in order", path=path)
    return catalogue


@cache
def form_wording(root: Path = CATALOGUE_ROOT) -> Mapping[str, str]:
    """Read the German wording of the self-assessment form, by key.

    Args:
        root: Folder that holds ``wording/``.

    Returns:
        A read-only mapping; some texts hold named places in braces, as ``str.format`` fills them.

    Raises:
        CatalogueBroken: The file is missing, malformed or holds something other than text.
    """
    path = root / _WORDING / "de.toml"
    return MappingProxyType(_validated(dict[str, Text], _read(path), path=path))


def as_json(catalogue: Catalogue) -> dict[str, object]:
    """Return the catalogue as plain data for ``bk catalogue --json``."""
    return {
        "version": catalogue.version,
        "state": catalogue.state,
        "valid_from": catalogue.valid_from.isoformat(),
        "levels": [asdict(level) for level in catalogue.levels],
        "factors": [
            {
                "id": factor.id,
                "number": factor.number,
                "title": factor.title,
                "question": factor.question,
                "evidence_question": factor.evidence_question,
                "companion": asdict(factor.companion),
                "short": _indicator_as_json(factor.short),
                "indicators": [_indicator_as_json(indicator) for indicator in factor.indicators],
                "actions": [asdict(action) for action in factor.actions],
            }
            for factor in catalogue.factors
        ],
    }


def _indicator_as_json(indicator: Indicator) -> dict[str, object]:
    levels = [{"level": level, "text": text} for level, text in enumerate(indicator.levels, start=1)]
    return {"id": indicator.id, "statement": indicator.statement, "levels": levels}


def _factor(path: Path, *, number: int) -> Factor:
    """Read one factor; its indicators learn which factor they belong to."""
    content = _read(path)
    short = content.get("short")
    if isinstance(short, dict):
        content["short"] = {"id": content.get("id"), "factor_id": content.get("id")} | short
    rows = content.get("indicators")
    if isinstance(rows, list):
        content["indicators"] = [
            {"factor_id": content.get("id")} | row if isinstance(row, dict) else row for row in rows
        ]
    factor = _validated(Factor, content, path=path)

    _expect(factor.number == number, f"number must be {number}", path=path)
    _expect(path.stem == f"{number}-{factor.id}", "the file name must be the number and the id", path=path)
    found = [indicator.id for indicator in factor.indicators]
    _expect(found, "a factor needs at least one indicator", path=path)
    _expect(len({*found}) == len(found), "an indicator id occurs twice", path=path)
    numbered = re.compile(rf"{re.escape(factor.id)}-[1-9][0-9]*")
    strays = [one for one in found if not numbered.fullmatch(one)]
    _expect(not strays, f"indicators must be called {factor.id}-1, {factor.id}-2 and so on", path=path)
    _expect(len({a.id for a in factor.actions}) == len(factor.actions), "an action id occurs twice", path=path)
    _expect(all(a.to_level == a.from_level + 1 for a in factor.actions), "an action leads one level up", path=path)
    _expect({a.from_level for a in factor.actions} == {*range(1, LEVELS)}, "every step needs an action", path=path)
    return factor


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise CatalogueBroken(path=str(path), reason=str(fault)) from fault


def _validated(kind: type[Value], content: object, *, path: Path) -> Value:
    try:
        return TypeAdapter(kind).validate_python(content)
    except ValidationError as fault:
        faults = (f"{'.'.join(map(str, error['loc']))}: {error['msg']}" for error in fault.errors())
        raise CatalogueBroken(path=str(path), reason="; ".join(faults)) from fault


def _expect(holds: object, reason: str, *, path: Path) -> None:
    if not holds:
        raise CatalogueBroken(path=str(path), reason=reason)
