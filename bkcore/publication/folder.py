"""A folder of plain files kept in step with a plan; touches only files it wrote itself, which its manifest names."""

import fcntl
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from bkcore.faults import FileUnreadable, FileUnwritable
from bkcore.wording import publishing as wording

MANIFEST: Final = "manifest.json"
_FORMAT: Final = 1
_DRAFT: Final = ".neu"
_OWNER_ONLY: Final = 0o600  # the manifest names addresses
_EVERYBODY: Final = 0o644


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """One file: where it goes below the folder, how its bytes are made, and a mark that changes when they would."""

    path: str
    make: Callable[[], bytes]
    source: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many files were written, left as they were, and removed."""

    written: int
    kept: int
    removed: int


Manifest = dict[str, dict[str, str]]


def bring_into_step(folder: Path, plan: Sequence[PlannedFile]) -> Tally:
    """Make a folder hold exactly these files, beside whatever else lies there.

    What is no longer planned goes first, so that a revoked address dies even when writing fails later. Each file is
    replaced whole; the manifest is written before and after, so that a crash leaves no file nobody owns.

    Args:
        folder: New, empty, or written by this function before.
        plan: What shall be there, in the order of writing.

    Raises:
        FileUnwritable: The folder is somebody else's, a file of somebody else is in the way, or writing failed.
        FileUnreadable: The manifest is damaged.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            return _in_step(folder, plan, _manifest(folder))
    except OSError as error:
        raise FileUnwritable(path=str(folder), reason=str(error.strerror or error)) from error


def _in_step(folder: Path, plan: Sequence[PlannedFile], known: Manifest) -> Tally:
    planned = {file.path for file in plan}
    for path in planned - known.keys():
        if os.path.lexists(folder / path):
            raise FileUnwritable(path=str(folder / path), reason=wording.FOREIGN_FILE)
    gone = known.keys() - planned
    for path in gone:
        _remove(folder, path)
    kept = {path: facts for path, facts in known.items() if path in planned}
    _save(folder, {**{path: {} for path in planned}, **kept})
    written = 0
    for file in plan:
        if not _is_there(folder, file, kept.get(file.path, {})):
            kept[file.path] = _write(folder, file)
            written += 1
    _save(folder, kept)
    return Tally(written=written, kept=len(plan) - written, removed=len(gone))


def _is_there(folder: Path, file: PlannedFile, facts: dict[str, str]) -> bool:
    if facts.get("source") != file.source or not (folder / file.path).is_file():
        return False
    return facts.get("sha256") == hashlib.sha256((folder / file.path).read_bytes()).hexdigest()


def _write(folder: Path, file: PlannedFile) -> dict[str, str]:
    content, path = file.make(), folder / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path, content, mode=_EVERYBODY)
    return {"sha256": hashlib.sha256(content).hexdigest(), "source": file.source}


def _replace(path: Path, content: bytes, *, mode: int) -> None:
    draft = path.with_name(path.name + _DRAFT)
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(content)
    draft.chmod(mode)
    draft.replace(path)


def _remove(folder: Path, path: str) -> None:
    """Remove a file of ours, and the folders above it that are empty then."""
    target = folder / path
    for file in (target, target.with_name(target.name + _DRAFT)):
        file.unlink(missing_ok=True)
    for parent in target.relative_to(folder).parents:
        if parent == Path() or not (folder / parent).is_dir() or any((folder / parent).iterdir()):
            return
        (folder / parent).rmdir()


def _manifest(folder: Path) -> Manifest:
    path = folder / MANIFEST
    if not path.exists():
        if any(folder.iterdir()):
            raise FileUnwritable(path=str(folder), reason=wording.NOT_OURS)
        return {}
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        files: Manifest = dict(read["files"].items())
        sound = read["format"] == _FORMAT and all(_is_below(folder, name) for name in files)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise FileUnreadable(path=str(path), reason=wording.MANIFEST_BROKEN) from error
    if not sound:
        raise FileUnreadable(path=str(path), reason=wording.MANIFEST_BROKEN)
    return files


def _is_below(folder: Path, name: str) -> bool:
    """Tell whether a name of the manifest stays inside the folder, whatever somebody wrote into it."""
    pure = PurePosixPath(name)
    if pure.is_absolute() or ".." in pure.parts or name == MANIFEST or not pure.parts:
        return False
    return (folder / pure).parent.resolve().is_relative_to(folder.resolve())


def _save(folder: Path, files: Manifest) -> None:
    text = json.dumps({"format": _FORMAT, "files": files}, indent=1, sort_keys=True, ensure_ascii=False)
    _replace(folder / MANIFEST, text.encode(), mode=_OWNER_ONLY)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one writer in at a time."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise FileUnwritable(path=str(folder), reason=wording.BUSY) from error
        yield
    finally:
        os.close(descriptor)
