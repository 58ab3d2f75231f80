"""首页 over a small demo county."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.county import TODAY, make_county, open_copy
from xunion_desktop import catalogue
from xunion_desktop.basics.resources import resource
from xunion_desktop.basics.settings import Settings
from xunion_desktop.desk.background import Background
from xunion_desktop.desk.desk import Desk, Furniture
from xunion_desktop.desk.icons import Icons
from xunion_desktop.desk.messages import Messages
from xunion_desktop.desk.scale import Scale
from xunion_desktop.desk.theme import dress
from xunion_desktop.desk.typeface import window_family
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.store.book import Book


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_county(tmp_path_factory.mktemp("county"))


@pytest.fixture
def book(county: Path, tmp_path: Path) -> Iterator[Book]:
    with open_copy(county, tmp_path) as book:
        yield book


@pytest.fixture
def desk(book: Book, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    scale = Scale(1.0, window_family(resource("fonts", "hei.ttf")))
    icons = Icons(resource("icons"), scale)
    dress(qapp, scale, icons.marks)
    jobs, messages = Background(), Messages()
    jobs.trouble.connect(messages.trouble)
    furniture = Furniture(scale, icons, Settings(tmp_path / "settings.json"), jobs, messages)
    yield Desk(book, TODAY, catalogue.ROOMS, furniture, PrintDesk(book, catalogue.ROOMS, TODAY))
    jobs.close()
