"""逐个单位印…: the list of those a draft goes to by name, picked from a register, typed or pasted."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.desk.cut_text import cut_texts
from tests.documents.conftest import TODAY, Guild
from xunion_desktop.basics.room import RegisterCard, Room
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.print_page import PrintPage
from xunion_desktop.documents.card import ROOM
from xunion_desktop.documents.kinds import LETTER, PLAIN, UPWARD
from xunion_desktop.documents.manuscripts import Manuscript
from xunion_desktop.documents.pages.draft_page import DraftPage
from xunion_desktop.documents.pages.recipients_page import RecipientsPage
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.documents.sketch import Sketch, begun
from xunion_desktop.documents.words import EACH
from xunion_desktop.store.record import columns_of
from xunion_desktop.store.registers import Chip, Register

NAMES = ["兴县示例中学工会", "兴县示例水泥工会", "兴县示例客运工会"]


def register(today: date) -> Register:
    chips = (Chip("school", "学校", lambda as_of: Guild.name.contains("中学")),)
    return Register("guilds", "基层工会台账", Guild, tuple(columns_of(Guild).values()), chips, today=today)


GUILDS = Room("guilds", "基层工会", lambda: (Guild,), (RegisterCard("guilds", "基层工会台账", register, "name"),))


@pytest.fixture
def desk(book, furniture):
    return Desk(book, TODAY, (GUILDS, ROOM), furniture)


@pytest.fixture
def choice(desk, guilds, qtbot):
    made = RecipientsPage(desk, [])
    qtbot.addWidget(made)
    made.resize(1366, 620)
    made.show()
    return made


@pytest.fixture
def page(desk, guilds, draft, qtbot):
    """The page of a draft; what it lays over itself is kept in ``over``."""
    made = DraftPage(desk, Sketch(draft()))
    made.over = []
    desk.page_wanted.connect(lambda page, title: made.over.append(page))
    qtbot.addWidget(made)
    made.resize(1366, 640)
    made.show()
    yield made
    for page in made.over:
        page.deleteLater()


@pytest.fixture
def sent(page):
    page.form.set_other(EACH, "\n".join(NAMES))
    page.redraw()
    return page


def click(page, words, qtbot):
    def found():
        return [one for one in page.findChildren(QPushButton) if one.text() == words and one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    qtbot.mouseClick(found()[0], Qt.MouseButton.LeftButton)


# the list


def test_all_that_are_seen_are_put_into_the_list(choice, qtbot):
    click(choice, "这 3 个都放进名单", qtbot)
    assert sorted(choice.names) == sorted(NAMES)
    assert choice.take_button.text() == "用这 3 个单位"


def test_only_the_ticked_ones_are(choice, qtbot):
    choice.books[0].model.tick([choice.books[0].model.key(0)], on=True)
    click(choice, "打勾的 1 个放进名单", qtbot)
    assert len(choice.names) == 1
    assert choice.books[0].model.ticked_keys == []


def test_a_filter_tells_who_is_seen(choice, qtbot):
    choice.books[0].line.chips.check("school")
    choice.books[0].line.chips.chosen.emit("school")
    click(choice, "这 1 个都放进名单", qtbot)
    assert choice.names == [NAMES[0]]


def test_what_was_picked_before_stays_in_the_list(choice, qtbot):
    choice.box.setPlainText("兴县示例医院工会")
    choice.books[0].line.search.setText("水泥")
    click(choice, "这 1 个都放进名单", qtbot)
    assert choice.names == ["兴县示例医院工会", NAMES[1]]


def test_nobody_stands_twice_in_the_list(choice):
    choice.add([NAMES[0], NAMES[1]])
    choice.add([NAMES[1], NAMES[2]])
    assert choice.names == NAMES


def test_enter_puts_one_into_the_list(choice, qtbot):
    choice.books[0].table.selectRow(0)
    qtbot.keyClick(choice.books[0].table, Qt.Key.Key_Return)
    assert len(choice.names) == 1


def test_an_empty_list_is_to_nobody_by_name(choice):
    assert choice.take_button.text() == "不逐个印"


@pytest.mark.parametrize("factor", [1.0, 1.75])
def test_no_words_are_cut(choice, scale, factor, qtbot):
    choice.add(NAMES)
    scale.set_factor(factor)
    qtbot.wait(30)
    assert cut_texts(choice) == []


# the draft


def test_the_list_is_taken_into_the_draft(page, qtbot):
    click(page, "逐个单位印…", qtbot)
    page.over[0].add(NAMES)
    page.over[0].take()
    assert page.notes.by_name.title.text() == "逐个单位印 3 份：兴县示例中学工会、兴县示例水泥工会等"
    assert page.unsaved


def test_the_first_copy_is_looked_at(sent, text_of):
    assert f"{NAMES[0]}：" in text_of(sent.viewer.pages)


def test_the_list_is_saved_with_the_draft(sent):
    assert sent.save()
    assert Manuscript.get_by_id(sent.sketch.record.id).given[EACH].split("\n") == NAMES


def test_the_list_can_be_changed(sent, qtbot):
    click(sent, "改名单…", qtbot)
    assert sent.over[0].names == NAMES


def test_it_can_go_to_nobody_by_name_again(sent, text_of, qtbot):
    click(sent, "不逐个印", qtbot)
    sent.redraw()
    assert sent.notes.by_name is None
    assert "县财政局：" in text_of(sent.viewer.pages)
    assert sent.foot.names_button.isVisible()


def test_a_copy_for_each_is_printed(sent):
    sent.save()
    assert [item.name for item in ROOM_PAPER.items([sent.sketch.record.id], TODAY)] == NAMES


def test_the_print_page_announces_one_number_for_all(sent, desk, fonts, finish, qtbot):
    sent.save()
    desk.printing = PrintDesk(desk.book, desk.rooms, TODAY, "", fonts)
    prints = PrintPage(desk, LETTER, [sent.sketch.record.id])
    qtbot.addWidget(prints)
    finish()
    assert prints.choice.numbers.text() == "各份同一个文号：兴工函〔2026〕1号，印出或存出时才定。"


def test_all_copies_are_printed_again_on_one_page(sent, desk, fonts):
    sent.save()
    desk.printing = PrintDesk(desk.book, desk.rooms, TODAY, "", fonts)
    desk.printing.issue(desk.printing.prepare(LETTER, [sent.sketch.record.id]), [0, 1, 2])
    sent.refresh()
    sent.print()
    assert isinstance(sent.over[-1], PrintPage)


def test_without_room_for_an_addressee_it_is_not_offered(desk, draft, qtbot):
    made = DraftPage(desk, Sketch(draft(PLAIN, "其他")))
    qtbot.addWidget(made)
    assert made.foot.names_button.isHidden()


def test_what_goes_to_a_higher_organ_is_not_sent_to_several(desk, qtbot):
    made = DraftPage(desk, begun("请示", UPWARD, {}, TODAY))
    qtbot.addWidget(made)
    assert made.foot.names_button.isHidden()


ROOM_PAPER = next(card for card in ROOM.papers if card.form == "documents/letter")
