"""Ctrl+V on a register: rows copied in a spreadsheet go through the wizard and are one deed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.desk.county import PLAN, TODAY, Union, fill
from tests.desk.hands import write_in
from xunion_desktop.desk.form_importer import FormImporter
from xunion_desktop.desk.form_plan import FormPlan
from xunion_desktop.desk.import_page import ImportPage
from xunion_desktop.desk.import_steps import Step
from xunion_desktop.desk.register_page import RegisterPage

HEADED = "工会名称\t主席\t会员\n东会乡工会\t赵敏\t42\n蔡家会镇工会\t李建平\t17\n"
PLAIN = "东会乡工会\t教育\t赵敏\t42\n"


@pytest.fixture
def page(desk, keys, qtbot) -> RegisterPage:
    made = RegisterPage(desk, "unions", PLAN)
    qtbot.addWidget(made)
    made.resize(1366, 697)
    made.show()
    made.activateWindow()
    made.list.table.setFocus()
    return made


@pytest.fixture
def paste(page, desk, qtbot, finish) -> Callable[[str], ImportPage]:
    """Press Ctrl+V on the list with this text on the clipboard; the wizard that opens."""
    shown: list[ImportPage] = []
    desk.page_wanted.connect(lambda wizard, _title: (qtbot.addWidget(wizard), wizard.show(), shown.append(wizard)))

    def press(text: str) -> ImportPage | None:
        QGuiApplication.clipboard().setText(text)
        qtbot.keyClick(page.list.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        finish()
        return shown[-1] if shown else None

    return press


def write(wizard: ImportPage, finish: Callable[[], None]) -> None:
    while wizard.step is not Step.WRITE:
        wizard.go_on()
    wizard.go_on()
    finish()


def test_a_block_with_headings_opens_the_wizard_at_its_doubts(paste):
    wizard = paste(HEADED)
    assert wizard.step is Step.DOUBTS
    assert wizard.head.file_name.text() == "粘贴的内容"
    assert [row.title for row in wizard.plan.rows] == ["东会乡工会", "蔡家会镇工会"]


def test_a_block_without_headings_has_the_columns_of_the_table(paste):
    wizard = paste(PLAIN)
    assert wizard.plan.rows[0].values == {"name": "东会乡工会", "trade": "教育", "chair": "赵敏", "members": 42}


def test_columns_the_clerk_moved_are_taken_as_he_sees_them(page, paste):
    page.list.table.horizontalHeader().moveSection(2, 1)  # 主席 before 行业
    wizard = paste("东会乡工会\t赵敏\t教育\n")
    assert wizard.plan.rows[0].values == {"name": "东会乡工会", "chair": "赵敏", "trade": "教育"}


def test_what_is_pasted_is_one_deed_that_can_be_undone(paste, book, finish, said):
    write(paste(HEADED), finish)
    assert Union.alive().where(Union.name == "东会乡工会").get().members == 42
    assert book.deeds(1)[0].label == "导入基层工会台账"
    said[-1].answers[0].act()
    finish()
    assert not Union.alive().where(Union.name == "东会乡工会").exists()


def test_a_row_that_is_in_the_book_changes_it(paste, finish):
    write(paste("工会名称\t会员\n示例医院工会\t99\n"), finish)
    assert [union.members for union in Union.alive().where(Union.name == "示例医院工会")] == [99]


def test_a_row_against_the_rules_is_doubted_as_in_the_form(paste):
    wizard = paste("工会名称\t会员\n东会乡工会\t42\n")
    assert [doubt.problem.sentence for doubt in wizard.doubts.shown] == ["没有现任主席。"]


def test_an_empty_clipboard_is_told(paste, said):
    assert paste("  \n") is None
    assert said[-1].text == "剪贴板里没有可以粘贴的内容"


def test_a_text_field_keeps_its_own_ctrl_v(page, paste, qtbot):
    QGuiApplication.clipboard().setText("医院")
    page.search.setFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.search.text() == "医院"


def test_an_empty_list_takes_a_block_too(page, paste, book):
    with book.deed("清空") as deed:
        for union in Union.alive():
            deed.delete(union)
    page.list.refresh()
    assert len(paste(HEADED).plan.rows) == 2


def test_a_register_that_only_shows_takes_nothing(page):
    form = FormPlan(PLAN.form.groups, Union, fixed=frozenset(PLAN.form.names()))
    assert not form.editable


def test_links_and_fixed_fields_are_no_columns_of_a_sheet(book):
    form = FormPlan(PLAN.form.groups, Union, fixed=frozenset({"dues"}))
    importer = FormImporter(form, [], "台账", TODAY)
    assert "dues" not in {column.name for column in importer.columns}
    assert importer.match_by == ("name",)


def test_what_is_typed_in_the_form_stays_a_draft_when_one_pastes(page, paste, book):
    write_in(page.panel.form.editor("chair").field, "郭")
    page.list.table.setFocus()
    paste(HEADED)
    page.flush()
    assert len(book.drafts.all()) == 1


def test_a_long_block_is_read_whole(paste, book):
    fill(book, 3)
    rows = "".join(f"第{number}工会\t{number}\n" for number in range(1, 201))
    assert len(paste("工会名称\t会员\n" + rows).plan.rows) == 200
