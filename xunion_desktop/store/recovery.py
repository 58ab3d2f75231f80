"""The recovery code: 25 characters on a sheet in the safe, that open the book when a password is forgotten.

24 of them are random (120 bits), the last one checks the others, so that a typing error is told before it is tried.
"""

from __future__ import annotations

import secrets
import unicodedata

_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without 0 O 1 I: nobody can tell them apart on paper
_RANDOM, _GROUP = 24, 5


def new_code() -> str:
    """Return a fresh code, in groups of five as it is printed: 7KQ2M-…"""
    random = "".join(secrets.choice(_LETTERS) for _ in range(_RANDOM))
    return _grouped(random + _check(random))


def read_code(typed: str) -> str | None:
    """Return the code that was typed, as it is printed; None where it cannot be one."""
    code = "".join(letter for letter in unicodedata.normalize("NFKC", typed).upper() if letter.isalnum())
    if len(code) != _RANDOM + 1 or any(letter not in _LETTERS for letter in code):
        return None
    return _grouped(code) if _check(code[:_RANDOM]) == code[_RANDOM] else None


def _grouped(code: str) -> str:
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def _check(random: str) -> str:
    """A letter that any one wrong letter changes (odd weights), and nearly any two that changed places."""
    total = sum((2 * place + 1) * _LETTERS.index(letter) for place, letter in enumerate(random))
    return _LETTERS[total % len(_LETTERS)]
