"""The tab 公文: its parts under their chips, built when they are first shown."""

import pytest

from xunion_desktop.basics.resources import resource
from xunion_desktop.desk.chips import ChipRow
from xunion_desktop.documents.card import ROOM
from xunion_desktop.documents.pages.drafts_list import DraftsPage
from xunion_desktop.documents.pages.print_register import PrintRegisterPage
from xunion_desktop.documents.tab import PARTS, DocumentsPage


@pytest.fixture
def tab(desk, qtbot):
    made = ROOM.page(desk)
    qtbot.addWidget(made)
    made.resize(1366, 640)
    made.show()
    return made


def test_the_card_opens_it_at_the_drafts(tab):
    assert isinstance(tab, DocumentsPage)
    assert isinstance(tab.part, DraftsPage)


def test_a_part_is_built_when_it_is_first_shown(tab):
    assert tab.findChild(PrintRegisterPage) is None
    tab.chips.chosen.emit("prints")
    assert isinstance(tab.part, PrintRegisterPage)


def test_a_part_that_was_built_stays(tab):
    first = tab.part
    tab.open("prints")
    tab.open("drafts")
    assert tab.part is first


@pytest.mark.parametrize("register", [card.id for card in ROOM.registers])
def test_every_register_of_the_room_is_kept_by_a_part(tab, register):
    tab.open_register(register)
    tab.show_records(chip="void")
    assert (tab.part.list.register.id, tab.part.list.model.rowCount()) == (register, 0)


def test_keys_and_help_are_those_of_the_part(tab, qtbot):
    assert ("Ctrl+N", "起草") in tab.keys
    with qtbot.waitSignal(tab.turned):
        tab.open("prints")
    assert tab.keys == PrintRegisterPage.keys


@pytest.mark.parametrize("part", [part.id for part in PARTS])
def test_every_part_has_its_help(tab, part):
    tab.open(part)
    assert resource("help", f"{tab.help_page}.md").is_file()


def test_all_parts_keep_what_is_typed(tab):
    tab.open("prints")
    assert tab.flush()


def test_a_part_that_is_not_shown_leaves_the_chips_alone(tab, scale, draft):
    draft()
    tab.part.pair.slide(over=True)
    tab.open("forms")
    scale.set_factor(1.75)
    assert tab.chips.isVisible()
    tab.open("drafts")
    assert not tab.chips.isVisible()


def test_a_record_at_large_text_leaves_the_chips(tab, scale, draft):
    draft()
    scale.set_factor(1.75)
    tab.part.pair.slide(over=True)
    assert not tab.findChild(ChipRow).isVisible()
