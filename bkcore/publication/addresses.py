"""Tokens of live links: only their hash is kept, and what it takes to compute them again with the program's key.

A copy of the database alone tells no address. The key alone tells none either. Both together do, and that is what
writing the links as plain files needs (``bkcore.publication.static``).
"""

import base64
import hashlib
import hmac
from dataclasses import dataclass

from bkcore.services.tokens import new_token, token_hash

_PURPOSE = "live-link"
_BYTES = 24  # 192 bits, as every token


@dataclass(frozen=True, slots=True)
class NewAddress:
    """A fresh token, and what is kept of it; without a key there is no seed and nobody can tell the token again."""

    token: str
    token_hash: str
    seed: str | None


def new_address(key: str) -> NewAddress:
    """Return a fresh unguessable address.

    Args:
        key: The key of the program; empty when the token shall never be told again.
    """
    seed = new_token()
    token = _computed(seed, key) if key else new_token()
    return NewAddress(token, token_hash(token), seed if key else None)


def told_again(seed: str | None, kept_hash: str, *, key: str) -> str | None:
    """Return the token of a link; ``None`` when it was made without a key or with another one."""
    if not seed or not key:
        return None
    token = _computed(seed, key)
    return token if hmac.compare_digest(token_hash(token), kept_hash) else None


def _computed(seed: str, key: str) -> str:
    digest = hmac.digest(key.encode(), f"{_PURPOSE}:{seed}".encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(digest[:_BYTES]).decode("ascii")
