"""Puts finished files in their place, whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from bkcore.faults import FileUnwritable
from bkcore.wording import intake as wording


def write_whole(path: Path, content: bytes, *, mode: int = 0o644) -> None:
    """Write a file so that nobody ever sees half of it; an older one of that name is replaced at the end.

    Args:
        path: Where it goes; its folder is made when it is missing.
        content: All of it.
        mode: Who may read it.

    Raises:
        FileUnwritable: The path cannot be written.
    """
    draft = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise FileUnwritable(path=str(path), reason=wording.NOT_WRITABLE) from error
