"""Records of an invented house, for the tests of the store."""

from __future__ import annotations

import pytest

from tests.store.village import VILLAGE
from xunion_desktop.store.record import Record


@pytest.fixture
def records() -> tuple[type[Record], ...]:
    return VILLAGE
