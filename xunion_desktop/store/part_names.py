"""The names of a book's parts on the disk; they are called the same in a backup and in a package."""

import re

DATABASE = "book.db"
KEYRING = "keyring.json"
FILES = "files"
LOCK = "book.lock"
SEALED_LENGTH = 64  # letters in the name of a sealed file: a keyed SHA-256
SEALED = re.compile(f"[0-9a-f]{{{SEALED_LENGTH}}}")


def sealed_in(name: str) -> str:
    """Where a sealed file of this name lies in the folder of the files."""
    return f"{name[:2]}/{name}"
