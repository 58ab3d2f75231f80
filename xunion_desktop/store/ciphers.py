"""Ciphers: a few bytes sealed under a key (AES-GCM), and a secret stretched to one (argon2id).

The libraries are loaded with the first key: the log-in page only reads who has one, and waits for none of them.
"""

from __future__ import annotations

KEY_BYTES = 32


def sealed(key: bytes, nonce: bytes, content: bytes, name: bytes) -> bytes:
    """Seal some content for a name; what is sealed opens under no other one."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key).encrypt(nonce, content, name)


def opened(key: bytes, nonce: bytes, content: bytes, name: bytes) -> bytes | None:
    """Return what was sealed; None where key or name are others, or a byte of it is not as it was."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(nonce, content, name)
    except (InvalidTag, ValueError):
        return None


def stretched(secret: bytes, salt: bytes, time: int, memory: int, lanes: int) -> bytes:
    """Return the key that argon2id makes of a secret; ``memory`` in KiB."""
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(secret, salt, time, memory, lanes, KEY_BYTES, Type.ID)


def derived(book_key: bytes, purpose: bytes) -> bytes:
    """Return the 256-bit key for a purpose. Who has it learns nothing of the book key or of other purposes."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose).derive(book_key)
