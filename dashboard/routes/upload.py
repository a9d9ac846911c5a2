"""A form with one file in it, never more of it in memory than ours can have."""

from dataclasses import dataclass
from typing import Final

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.types import Message

from bkcore.pictures import LARGEST_FILE

_AROUND: Final = 16_384
"""Octets of a form around its file: names of the parts and a few sentences."""
_READ: Final = 64 * 1024 * 1024
"""Octets that are read on and thrown away, so that a browser that still sends hears why its file is refused."""
_FIELDS: Final = 8
_LONGEST: Final = 4096


@dataclass(frozen=True, slots=True)
class Upload:
    """What was sent.

    Attributes:
        fields: The texts by field.
        content: The file; empty when none was chosen.
        too_large: Whether it was larger than ours can be; then nothing of it is here.
    """

    fields: dict[str, str]
    content: bytes
    too_large: bool = False


async def read(request: Request) -> Upload:
    """Return a sent form with its file.

    Args:
        request: A request whose form was sent as ``multipart/form-data``; of any other nothing is read.
    """
    body = bytearray()
    length = 0
    async for chunk in request.stream():
        length += len(chunk)
        if length > _READ:
            break
        if length <= LARGEST_FILE + _AROUND:
            body += chunk
    if length > LARGEST_FILE + _AROUND:
        return Upload({}, b"", too_large=True)
    return await _parsed(request, bytes(body))


async def _parsed(request: Request, body: bytes) -> Upload:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    fields: dict[str, str] = {}
    content = b""
    try:
        async with Request(request.scope, receive).form(
            max_files=1, max_fields=_FIELDS, max_part_size=_LONGEST
        ) as form:
            for name, value in form.items():
                if isinstance(value, UploadFile):
                    content = await value.read()
                else:
                    fields[name] = value
    except (HTTPException, MultiPartException, UnicodeDecodeError, KeyError):
        return Upload({}, b"")  # no form of ours; whoever sent it hears that the file is missing
    return Upload(fields, content)
