"""A book with the office filled in, and a desk over it."""

from datetime import date

import pytest
from PySide6.QtGui import QInputMethodEvent

from xunion_desktop.basics.resources import resource
from xunion_desktop.basics.settings import Settings
from xunion_desktop.desk.background import Background
from xunion_desktop.desk.desk import Desk, Furniture
from xunion_desktop.desk.files import FileAsker
from xunion_desktop.desk.icons import Icons
from xunion_desktop.desk.messages import Messages
from xunion_desktop.desk.scale import Scale
from xunion_desktop.desk.theme import dress
from xunion_desktop.desk.typeface import window_family
from xunion_desktop.office.card import ROOM
from xunion_desktop.office.filling import fill
from xunion_desktop.office.records import RECORDS
from xunion_desktop.store.book import Book


@pytest.fixture
def empty_book(tmp_path):
    with Book.create(tmp_path / "兴县", RECORDS, replicas=tmp_path / "replicas") as book:
        yield book


@pytest.fixture
def book(empty_book):
    fill(empty_book)
    return empty_book


class Answers(FileAsker):
    """Answers every question for a path with the one it was given."""

    def __init__(self):
        super().__init__()
        self.path = None

    def save(self, *asked):
        return self.path


@pytest.fixture
def files():
    return Answers()


@pytest.fixture
def furniture(qapp, tmp_path, files):
    scale = Scale(family=window_family(resource("fonts", "hei.ttf")))
    icons = Icons(resource("icons"), scale)
    dress(qapp, scale, icons.marks)
    jobs, messages = Background(), Messages()
    yield Furniture(scale, icons, Settings(tmp_path / "settings.json"), jobs, messages, files)
    jobs.close()
    scale.deleteLater()


@pytest.fixture
def said(furniture):
    notes = []
    furniture.messages.said.connect(notes.append)
    return notes


@pytest.fixture
def desk(book, furniture):
    return Desk(book, date(2026, 11, 23), (ROOM,), furniture)


@pytest.fixture
def type_in(qapp):
    """Type Chinese into a field as an input method does: QTest's key clicks know Latin letters only."""

    def commit(field, words):
        field.selectAll()
        event = QInputMethodEvent()
        event.setCommitString(words)
        qapp.sendEvent(field, event)

    return commit
