"""What keeps the windowed program from opening is told in a box: it has no console, and no window stands yet."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from xunion_desktop import __main__


@pytest.fixture
def told(qapp: QApplication) -> Iterator[list[str]]:
    """What stood in boxes, each closed by its one button."""
    said: list[str] = []

    def close() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            [button] = box.buttons()
            said.append(f"{box.text()}[{button.text()}]")
            button.click()

    ticks = QTimer()
    ticks.timeout.connect(close)
    ticks.start(20)
    yield said
    ticks.stop()


@pytest.fixture
def two_books(tmp_path, monkeypatch):
    """Two books of one name: one among those of the window, one in the current folder."""
    monkeypatch.setenv("XUNION_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    for folder in (tmp_path / "兴县", tmp_path / "home" / "books" / "兴县"):
        folder.mkdir(parents=True)
        (folder / "兴县.xunion").touch()


@pytest.mark.usefixtures("two_books")
@pytest.mark.parametrize(
    ("words", "sentence"),
    [(["--book", "兴县"], "用法不对：叫“兴县”的本子不止一个"), (["兴县 二"], "用法不对：没有“兴县 二”这条命令")],
)
def test_the_windowed_program_tells_wrong_usage_in_a_box(told, monkeypatch, words, sentence):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "stderr", None)
    code = __main__.main(words)
    [box] = told
    assert (code, box.startswith(sentence), box.endswith("[关闭]")) == (2, True, True)


@pytest.mark.usefixtures("two_books")
@pytest.mark.parametrize("frozen", [True, False])
def test_with_a_console_there_is_no_box(told, monkeypatch, capsys, frozen):
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    assert __main__.main(["--book", "兴县"]) == 2
    assert (told, "不止一个" in capsys.readouterr().err) == ([], True)
