"""Tokens: made here, shown once, kept only as a hash."""

import hashlib
import secrets

_BYTES = 24  # 192 bits; 128 are required


def new_token() -> str:
    """Return a fresh unguessable token for an address."""
    return secrets.token_urlsafe(_BYTES)


def token_hash(token: str) -> str:
    """Return what is kept of a token: its SHA-256; a random token of this length needs no salt."""
    return hashlib.sha256(token.encode("utf-8")).hexdigest()
