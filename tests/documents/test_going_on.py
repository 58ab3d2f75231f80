"""Whatever fails on the print page: a sentence, nothing lost, and the batch goes on from the page itself (issue 4)."""

import errno

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize

from tests.desk.test_printer import to_file
from tests.documents.conftest import FORM, TODAY
from xunion_desktop.basics import saving
from xunion_desktop.basics.room import PaperCard, Room
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.print_machine import Machines
from xunion_desktop.desk.print_page import PrintPage
from xunion_desktop.desk.print_which import Which
from xunion_desktop.desk.printer import make_ready
from xunion_desktop.documents.card import ROOM
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.documents.records import REPRINT, Number, Printing

NUMBERS = "兴工函〔2026〕1–3号"


@pytest.fixture
def card(items):
    by_key = {item.key: item for item in items}

    def of_keys(keys, today):
        return [by_key[key] for key in keys]

    return PaperCard(FORM, "换届提醒函", "guilds", (), of_keys, lambda: items[0], names="收件单位")


@pytest.fixture
def desk(book, furniture, card, fonts):
    rooms = (Room("guilds", "工会", papers=(card,)), ROOM)
    return Desk(book, TODAY, rooms, furniture, lambda: PrintDesk(book, rooms, TODAY, "王海燕", fonts))


@pytest.fixture
def county(tmp_path):
    """The printers of this PC: which there are, and where what they print goes."""
    return {"names": ["试验打印机"], "out": tmp_path / "printed.pdf", "ready": make_ready, "made": []}


@pytest.fixture
def page(desk, items, county, finish, qtbot):
    def make(name):
        county["made"].append(to_file(county["out"]))
        return county["made"][-1]

    def ready(printer, wanted):
        county["ready"](printer, wanted)

    machines = Machines(lambda: county["names"], make, ready)
    made = PrintPage(desk, FORM, [item.key for item in items], machines=machines)
    qtbot.addWidget(made)
    made.resize(1366, 697)
    made.show()
    finish()
    return made


@pytest.fixture
def press(finish, qtbot):
    """Press a button, and wait for what comes of it."""

    def now(button):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        finish()

    return now


@pytest.fixture
def printed(press, page, said, qtbot):
    """Press 打印 and wait until the printer has all of it, or until it says why not."""

    def now():
        said.clear()
        press(page.choice.deed)
        qtbot.waitUntil(lambda: bool(said) and page.machine.runner is None, timeout=20_000)
        return said[-1]

    return now


@pytest.fixture
def unmovable(monkeypatch):
    """A file that cannot take its place once it is written: that of its name lies open elsewhere."""

    def refuse(beside, path, *, lasting=True):
        beside.unlink()
        raise PermissionError(errno.EACCES, "open elsewhere")

    monkeypatch.setattr(saving, "put_beside", refuse)
    return monkeypatch


def registered():
    return [(line.name, line.number_text, line.kind) for line in Printing.select().order_by(Printing.first_page)]


# files


def test_a_folder_that_takes_nothing_costs_no_number_and_another_one_will_do(page, press, files, said, tmp_path):
    (tmp_path / "锁着").write_bytes(b"")
    files.path = tmp_path / "锁着" / "函.pdf"
    press(page.choice.pdf)
    assert said[-1].text.startswith("无法保存")
    assert (Printing.select().count(), page.issued) == (0, None)
    files.path = tmp_path / "函.pdf"
    press(page.choice.pdf)
    assert said[-1].second == f"文号 {NUMBERS}"
    assert files.path.exists()


def test_a_pdf_that_lies_open_elsewhere_is_saved_again_under_its_numbers(page, press, files, said, tmp_path, unmovable):
    files.path = tmp_path / "函.pdf"
    press(page.choice.pdf)
    assert f"文号 {NUMBERS} 已经留好，再存一次不另取号。" in said[-1].second
    unmovable.undo()
    press(page.choice.pdf)
    assert files.path.exists()
    assert (Number.select().count(), len(registered())) == (3, 3)


@pytest.mark.parametrize("way", ["pdfs", "pictures"])
def test_files_one_by_one_go_on_under_their_numbers_too(page, finish, files, tmp_path, unmovable, items, way):
    files.path = tmp_path / "出"
    getattr(page.choice, way).trigger()
    finish()
    unmovable.undo()
    getattr(page.choice, way).trigger()
    finish()
    assert {path.stem for path in files.path.iterdir()} == {item.name for item in items}
    assert len(registered()) == 3


def test_what_could_not_be_saved_can_be_printed(page, printed, press, files, tmp_path, unmovable):
    files.path = tmp_path / "函.pdf"
    press(page.choice.pdf)
    printed()
    assert (tmp_path / "printed.pdf").stat().st_size > 1000
    assert Number.select().count() == 3


def test_what_could_not_be_saved_can_be_void(page, press, files, said, finish, tmp_path, unmovable):
    files.path = tmp_path / "函.pdf"
    press(page.choice.pdf)
    press(page.choice.void_button)
    said[-1].answers[0].act()
    finish()
    assert said[-1].text == "已作废"


# the printer


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_answer_is_asked_anew(page, printed, county, tmp_path):
    county["out"] = tmp_path / "nowhere" / "x.pdf"
    assert printed().text == "打印机没有响应。"
    county["out"] = tmp_path / "back.pdf"
    assert printed().text == "已送到打印机 3 张，共 3 份"
    assert len(county["made"]) == 2
    assert [kind for _, _, kind in registered()] == ["original"] * 3


def test_a_printer_that_goes_in_the_middle_is_gone_on_with_when_it_is_back(page, press, printed, said, county, qtbot):
    press(page.choice.deed)
    qtbot.mouseClick(page.choice.strip.pause_button, Qt.MouseButton.LeftButton)
    page.machine.runner.run.end()  # as a printer that is no more active
    qtbot.mouseClick(page.choice.strip.pause_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(said) and page.machine.runner is None)
    assert said[-1].text.startswith("打印到第")
    assert page.choice.which.which is Which.SHEET
    assert printed().text.startswith("已送到打印机")
    assert REPRINT not in {kind for _, _, kind in registered()}


def test_another_printer_is_offered_where_one_is_gone(page, printed, county, tmp_path, press):
    county["ready"] = lambda printer, wanted: printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    assert "148 × 210 mm" in printed().text
    county["names"], county["ready"] = ["会议室打印机"], make_ready
    page.choice.printer.opening.emit()
    assert page.choice.printer.currentText() == "会议室打印机"
    printed()
    assert {line.printer for line in Printing.select()} == {"会议室打印机"}


def test_a_printer_that_was_only_now_connected_is_found(page, county):
    county["names"] = []
    page.look_for_printers()
    assert (page.choice.printer.currentText(), page.choice.deed.isEnabled()) == ("这台电脑没有打印机", False)
    county["names"] = ["试验打印机"]
    page.choice.printer.opening.emit()
    assert page.choice.deed.isEnabled()


# the book


def test_what_went_out_meanwhile_is_seen_at_once_and_the_rest_goes_on(page, printed, desk, items):
    other = desk.printing.prepare(FORM, [items[0].key])
    desk.printing.issue(other, [0])
    assert "已经印过，文号 兴工函〔2026〕1号" in printed().text
    assert page.choice.deed.text() == "打印 2 封"
    assert printed().second == "文号 兴工函〔2026〕2–3号"


def test_the_page_is_not_left_while_numbers_are_given(page, desk, said, finish, qtbot):
    left = []
    desk.page_left.connect(left.append)
    page.print()
    page.leave()
    assert (left, said[-1].text) == ([], "正在登记")
    finish()
    page.leave()
    assert left == [page]


def test_a_page_that_is_gone_is_told_nothing(desk, items, finish, files, tmp_path, qtbot):
    page = PrintPage(desk, FORM, [item.key for item in items], machines=Machines(names=list))
    finish()
    files.path = tmp_path / "函.pdf"
    page.files.save_pdf()
    page.deleteLater()
    finish()
    qtbot.wait(10)
    assert len(registered()) == 3
