"""The records of people."""

import pytest

from xunion_desktop.people.card import ROOM


@pytest.fixture
def records():
    return ROOM.records()
