"""Where a file is saved: its name has the suffix of its kind, nothing is overwritten unasked."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from xunion_desktop.desk.files import EXCEL, FileAsker, suffixed


def test_a_name_without_suffix_gets_it(tmp_path):
    assert suffixed(tmp_path / "台账", ".xlsx").name == "台账.xlsx"


def test_a_dot_in_the_name_is_no_suffix(tmp_path):
    assert suffixed(tmp_path / "台账2026.11", ".xlsx").name == "台账2026.11.xlsx"


def test_a_suffix_that_is_there_stays(tmp_path):
    assert suffixed(tmp_path / "台账.XLSX", ".xlsx").name == "台账.XLSX"


def test_what_stands_there_unasked_is_not_overwritten(tmp_path):
    (tmp_path / "台账2026.11.xlsx").touch()
    assert suffixed(tmp_path / "台账2026.11", ".xlsx").name == "台账2026.11（2）.xlsx"


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_the_window_that_asks_adds_the_suffix_too(qtbot, tmp_path):
    parent = QWidget()
    qtbot.addWidget(parent)

    def answer() -> None:
        asking = QApplication.activeModalWidget()
        assert isinstance(asking, QFileDialog)
        asking.findChild(QLineEdit, "fileNameEdit").setText(str(tmp_path / "名册"))
        asking.accept()

    QTimer.singleShot(200, parent, answer)
    chosen = FileAsker().save(parent, "导出", "台账.xlsx", EXCEL)
    assert chosen == tmp_path / "名册.xlsx"
