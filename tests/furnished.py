"""What pages stand on in every folder of tests: the look of the whole run, jobs, messages, and a clerk's hands.

Everything of the desk is imported where it is used: the tests of the floors below know no Qt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QLineEdit

    from tests.desk.answers import Answers
    from xunion_desktop.desk.furniture import Furniture
    from xunion_desktop.desk.messages import Note
    from xunion_desktop.desk.scale import Scale


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Scale:
    """The look of the whole run; dressing the application anew for each test would take longer than the tests."""
    from xunion_desktop.basics.resources import resource
    from xunion_desktop.desk.scale import Scale
    from xunion_desktop.desk.theme import dress
    from xunion_desktop.desk.typeface import window_family

    scale = Scale(family=window_family(resource("fonts", "hei.ttf")), parent=qapp)
    dress(qapp, scale, resource("icons") / "marks")
    return scale


@pytest.fixture(scope="session")
def _sheet(qapp: QApplication, dressed: Scale) -> str:
    return qapp.styleSheet()


@pytest.fixture
def scale(qapp: QApplication, dressed: Scale, _sheet: str) -> Iterator[Scale]:
    """The text size, at 100 % when a test begins, even behind a whole program that was left at 175 %."""
    if qapp.styleSheet() != _sheet:
        dressed.changed.emit()
    yield dressed
    dressed.set_factor(1.0)


@pytest.fixture
def files() -> Answers:
    from tests.desk.answers import Answers

    return Answers()


@pytest.fixture
def furniture(scale: Scale, tmp_path: Path, files: Answers) -> Iterator[Furniture]:
    from xunion_desktop.basics.resources import resource
    from xunion_desktop.basics.settings import Settings
    from xunion_desktop.desk.background import Background
    from xunion_desktop.desk.furniture import Furniture
    from xunion_desktop.desk.icons import Icons
    from xunion_desktop.desk.messages import Messages

    jobs, messages = Background(), Messages()
    jobs.trouble.connect(messages.trouble)
    yield Furniture(scale, Icons(resource("icons"), scale), Settings(tmp_path / "settings.json"), jobs, messages, files)
    jobs.close()


@pytest.fixture
def said(furniture: Furniture) -> list[Note]:
    """All that was said to the clerk."""
    notes: list[Note] = []
    furniture.messages.said.connect(notes.append)
    return notes


@pytest.fixture
def finish(furniture: Furniture) -> Callable[[], None]:
    """Wait until no job is under way any more, in an event loop that lets the worker work."""
    from PySide6.QtCore import QEventLoop, QTimer

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


@pytest.fixture
def type_in() -> Callable[[QLineEdit, str], None]:
    """Type Chinese over what stands in a field."""
    from tests.desk.hands import write_in

    def commit(field: QLineEdit, words: str) -> None:
        field.selectAll()
        write_in(field, words)

    return commit


@pytest.fixture(scope="session")
def demo_county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed book with the small demo county, made once for the whole run."""
    from tests.county import make_county

    return make_county(tmp_path_factory.mktemp("county"))
