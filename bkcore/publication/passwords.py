"""Passwords of live links: kept as an Argon2id hash, and compared by what such a hash costs."""

import hashlib

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher()  # the second recommendation of RFC 9106: 64 MiB, three passes


def kept(password: str) -> str:
    """Return what is kept of a password."""
    return _HASHER.hash(password)


def fits(password: str, kept_hash: str) -> bool:
    """Tell whether this is the password behind a hash."""
    try:
        return _HASHER.verify(kept_hash, password)
    except (VerificationError, InvalidHashError):
        return False


def fingerprint(kept_hash: str) -> str:
    """Return a mark that changes with the password and tells nothing of it."""
    return hashlib.sha256(kept_hash.encode("ascii")).hexdigest()[:16]
