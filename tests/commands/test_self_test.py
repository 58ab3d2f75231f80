"""self-test: what it proves, what it says, and what it finds where something is wrong."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.commands import proofs, screens
from xunion_desktop.commands.self_test import KEYS, WINDOW, timed
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.measures import A4
from xunion_desktop.paper.pages import Glyphs, Page
from xunion_desktop.paper.pdf import pdf_bytes
from xunion_desktop.showing import look

DAY = date(2026, 11, 24)


@pytest.fixture(scope="class")
def bench(tmp_path_factory):
    with proofs.county(tmp_path_factory.mktemp("bench"), DAY) as bench:
        yield bench


def test_every_proof_but_the_window_is_made_without_it(run):
    said = run("self-test", "--platform", "none", "--json")
    assert (said.code, set(said.data["checks"])) == (0, {KEYS, *proofs.PROOFS})


def test_each_proof_is_told_with_its_seconds(run):
    said = run("self-test", "--platform", "none")
    assert [line.split("秒")[1].strip() for line in said.out.splitlines()[1:]] == [
        f"{name}：正常" for name in (KEYS, *proofs.PROOFS)
    ]


def test_the_window_alone_can_be_looked_at(run, tmp_path, qapp):
    picture = tmp_path / "窗口.png"
    said = run("self-test", "--only", WINDOW, "--platform", "offscreen", "--picture", picture, "--json")
    assert said.data["checks"] == {WINDOW: "ok"}
    assert QImage(str(picture)).width() == 1366


def test_a_window_that_does_not_open_is_a_fault(tmp_path, qapp):
    assert look(tmp_path / "没有", tmp_path, DAY, "offscreen", None) == "本子在窗口里没有打开"


def test_a_password_opens_and_another_does_not(tmp_path):
    assert proofs.keys(tmp_path) == ""


def test_a_font_that_is_only_named_is_found():
    assert proofs.font_faults(b"/BaseFont /Helvetica", 1) == "没有嵌入子集：Helvetica"


def test_every_bundled_font_is_on_the_page():
    assert not [face for face, text in proofs.EVERY_FACE.items() for char in text if char not in FontBook().face(face)]


def test_trouble_counts_as_found():
    def full() -> str:
        raise Trouble("磁盘满了。", "请清理。")

    assert timed(full).fault == "磁盘满了。请清理。"


@pytest.mark.parametrize(
    ("given", "screen"),
    [({}, "offscreen"), ({"DISPLAY": ":0"}, "xcb"), ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, "wayland")],
)
def test_the_screen_of_this_pc_is_tried(monkeypatch, given, screen):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(screens.sys, "platform", "linux")
    assert screens.screen_here() == screen


@pytest.mark.parametrize(("wine", "screen"), [(None, "windows"), (8, "offscreen"), (10, "windows")])
def test_wine_before_10_bears_no_window(monkeypatch, wine, screen):
    monkeypatch.setattr(screens.sys, "platform", "win32")
    monkeypatch.setattr(screens, "wine_version", lambda: wine)
    assert screens.screen_here() == screen


def test_what_the_program_keeps_on_a_pc_stays_out_of_its_home(run, tmp_path, monkeypatch):
    monkeypatch.setenv("XUNION_HOME", str(tmp_path / "home"))
    run("self-test", "--platform", "none")
    assert not Path(tmp_path / "home").exists()


class TestOverACounty:
    """The county is open for these only: a process has one open book."""

    @pytest.mark.parametrize("name", ["加密", "备份", "撤销和重做", "表格", "字体", "印刷件", "体检"])
    def test_a_sound_program_passes(self, bench, name):
        assert proofs.PROOFS[name](bench) == ""

    def test_a_face_that_is_not_in_the_file_is_found(self, bench):
        page = Page(*A4, (Glyphs("fang", 16, "函", 20, 20, pitch=6),))
        pdf = pdf_bytes([page], fonts=bench.fonts, title="函")
        assert proofs.font_faults(pdf, 1) == ""
        assert proofs.font_faults(pdf, 2) == "只嵌入了 1 种字体"


def test_a_failed_proof_is_named_and_makes_the_exit_code_1(run, monkeypatch):
    monkeypatch.setitem(proofs.PROOFS, "表格", lambda bench: "读不回来")
    said = run("self-test", "--platform", "none", "--json")
    assert said.code == 1
    assert "读不回来" in str(said.data["checks"]["表格"])
