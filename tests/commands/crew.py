"""Who works in the protected books of these tests, and how they log in on the command line."""

import pytest

OWNER, WORD = "王海燕", "一起上山去"
READER, CLERK = "李明", "张春梅"


def as_user(monkeypatch: pytest.MonkeyPatch, name: str, password: str = WORD) -> None:
    """From now on this user runs the commands."""
    monkeypatch.setenv("XUNION_USER", name)
    monkeypatch.setenv("XUNION_PASSWORD", password)
