"""Papers of a room that is hidden from who is logged in: listed, neither looked at nor printed again."""

import pytest

from tests.documents.conftest import TODAY
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.rights import EVERY_ROOM, Grant, Level, Rights, Role
from xunion_desktop.desk.desk import Desk
from xunion_desktop.documents.card import ROOM
from xunion_desktop.documents.pages.paper_look import PaperLook
from xunion_desktop.documents.pages.paper_side import PaperSide
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.documents.records import Printing
from xunion_desktop.office.access import write_grants

READS = Grant(Level.SEE)


@pytest.fixture
def line(items, print_out):
    print_out(items[:1])
    return Printing.get()


@pytest.fixture
def hidden(book, line):
    """Who is logged in may not see the unions, whose letters these are."""
    write_grants(book, {(Role.READER, EVERY_ROOM): READS, (Role.READER, "branches"): Grant(Level.HIDDEN)})
    book.user = "李示例"


@pytest.fixture
def prints(book, fonts):
    return PrintDesk(book, (ROOM,), TODAY, fonts=fonts)


def of_line(prints, line, target):
    """All that can be done with a line of the register, and its batch."""
    return {
        "looked at": lambda: prints.pages_to_look_at(line),
        "as it was": lambda: prints.as_it_was(line),
        "printed": lambda: prints.reprint(line),
        "saved": lambda: prints.reprint_pdf(line, target),
        "whole batch": lambda: prints.kept(line.batch.id),
    }


@pytest.mark.parametrize("act", ["looked at", "as it was", "printed", "saved", "whole batch"])
def test_a_hidden_paper_is_refused(hidden, prints, line, tmp_path, act):
    with pytest.raises(Trouble, match="不对您开放"):
        of_line(prints, line, tmp_path / "x.pdf")[act]()
    assert Printing.select().count() == 1
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_paper_of_an_open_room_is_looked_at(book, prints, line):
    write_grants(book, {(Role.READER, EVERY_ROOM): READS})
    book.user = "李示例"
    assert prints.pages_to_look_at(line)


def test_beside_the_register_it_is_told(desk, hidden, line, qtbot):
    look = PaperLook(desk, line.id)
    qtbot.addWidget(look)
    assert "不对您开放" in look.why_not.text()
    assert not look.viewer.pages


def test_who_may_only_look_prints_and_voids_nothing(book, furniture, line, qtbot):
    rights = Rights(Role.READER, {EVERY_ROOM: READS})
    side = PaperSide(Desk(book, TODAY, (ROOM,), furniture, rights=rights), line.id)
    qtbot.addWidget(side)
    writing = [side.print_button, side.pdf_button, side.void_button]
    assert [button.isEnabled() for button in writing] == [False] * 3
    assert "只能看，不能改" in side.state.text()
