"""Derivation: keys for one purpose each (files, their names, heads), made from the book key."""

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def derived(book_key: bytes, purpose: bytes) -> bytes:
    """Return the 256-bit key for a purpose. Who has it learns nothing of the book key or of other purposes."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(book_key)
