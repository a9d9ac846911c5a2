"""The catalogue people rate themselves on: success factors, indicators, level texts and recommended actions.

Content lies in ``data/catalogue``, one folder per version, and is read once into frozen objects; a fault names the file
and the reason.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from bkcore.errors import CatalogueBroken
from bkcore.instrument import FACTORS, INDICATORS_PER_FACTOR, LEVELS, Catalogue, Factor, Indicator, Text

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
    expected = [f"{factor.id}-{position}" for position in range(1, INDICATORS_PER_FACTOR + 1)]
    found = [indicator.id for indicator in factor.indicators]
    _expect(found == expected, f"indicators must be {', '.join(expected)}", path=path)
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
