"""One book of fonts for all tests of paper."""

import pytest

from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.setting import Compositor


@pytest.fixture(scope="session")
def fonts() -> FontBook:
    return FontBook()


@pytest.fixture(scope="session")
def compositor(fonts) -> Compositor:
    return Compositor(fonts)
