"""A desk over a fresh book of an invented county."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from tests.desk.county import ROOM, TODAY, Answers, Union, fill
from xunion_desktop.basics.resources import resource
from xunion_desktop.basics.settings import Settings
from xunion_desktop.desk.background import Background
from xunion_desktop.desk.desk import Desk, Furniture
from xunion_desktop.desk.icons import Icons
from xunion_desktop.desk.messages import Messages, Note
from xunion_desktop.desk.scale import Scale
from xunion_desktop.desk.theme import dress
from xunion_desktop.desk.typeface import window_family
from xunion_desktop.store.book import Book
from xunion_desktop.store.record import Record


@pytest.fixture
def records() -> tuple[type[Record], ...]:
    return (Union,)


@pytest.fixture
def keys(book: Book) -> list[str]:
    return fill(book)


@pytest.fixture(scope="session")
def family(qapp) -> str:
    return window_family(resource("fonts", "hei.ttf"))


@pytest.fixture(scope="session")
def dressed(family: str, qapp) -> Scale:
    """The look of the whole run; dressing the application anew for each test would take longer than the tests."""
    scale = Scale(family=family, parent=qapp)
    dress(qapp, scale, resource("icons") / "marks")
    return scale


@pytest.fixture
def scale(dressed: Scale) -> Iterator[Scale]:
    """The text size, at 100 % when a test begins."""
    yield dressed
    dressed.set_factor(1.0)


@pytest.fixture
def files() -> Answers:
    return Answers()


@pytest.fixture
def furniture(scale: Scale, tmp_path: Path, files: Answers) -> Iterator[Furniture]:
    jobs, messages = Background(), Messages()
    jobs.trouble.connect(messages.trouble)
    yield Furniture(scale, Icons(resource("icons"), scale), Settings(tmp_path / "settings.json"), jobs, messages, files)
    jobs.close()


@pytest.fixture
def said(furniture: Furniture) -> list[Note]:
    notes: list[Note] = []
    furniture.messages.said.connect(notes.append)
    return notes


@pytest.fixture
def desk(book: Book, furniture: Furniture) -> Desk:
    return Desk(book, TODAY, (ROOM,), furniture)


@pytest.fixture
def finish(furniture: Furniture) -> Callable[[], None]:
    """Wait until no job is under way any more, in an event loop that lets the worker work."""

    def wait() -> None:
        loop, ticks, end = QEventLoop(), QTimer(), QTimer()
        ticks.timeout.connect(lambda: furniture.jobs.busy or loop.quit())
        end.setSingleShot(True)
        end.timeout.connect(loop.quit)
        ticks.start(2)
        end.start(10_000)
        loop.exec()
        assert not furniture.jobs.busy

    return wait
