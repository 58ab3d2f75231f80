"""self-test: what it proves, what it says, and what it finds where something is wrong."""

import os
import subprocess
import sys
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.resources import resource
from xunion_desktop.commands import proofs, screens
from xunion_desktop.commands.self_test import FILES, KEYS, timed
from xunion_desktop.commands.window_proof import WINDOW
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.measures import A4
from xunion_desktop.paper.pages import Glyphs, Page
from xunion_desktop.paper.pdf import pdf_bytes
from xunion_desktop.showing import look

DAY = date(2026, 11, 24)


@pytest.fixture(scope="class")
def bench(tmp_path_factory):
    with proofs.bench(tmp_path_factory.mktemp("bench"), DAY) as bench:
        yield bench


def test_every_proof_but_the_window_is_made_without_it(run):
    said = run("self-test", "--platform", "none", "--json")
    assert (said.code, set(said.data["checks"])) == (0, {FILES, KEYS, *proofs.PROOFS})


def test_each_proof_is_told_with_its_seconds(run):
    said = run("self-test", "--platform", "none")
    told = [line.split("秒")[1].split() for line in said.out.splitlines()[1:-1]]
    assert told == [["通过", name] for name in (FILES, KEYS, *proofs.PROOFS)]


def test_the_last_line_says_how_many_failed(run, monkeypatch):
    monkeypatch.setitem(proofs.PROOFS, "表格", lambda bench: "读不回来")
    said = run("self-test", "--platform", "none")
    assert said.out.splitlines()[-1] == f"共 {len(proofs.PROOFS) + 2} 项，1 项没通过。"
    assert "没通过  表格：读不回来" in said.out


def test_one_proof_can_be_made_alone(run):
    said = run("self-test", "--only", "字体", "--json")
    assert said.data["checks"] == {"字体": "ok"}


@pytest.mark.parametrize("only", ["字", ""])
def test_a_proof_that_there_is_not_is_wrong_usage(run, only):
    said = run("self-test", "--only", only, "--json")
    assert (said.code, f"没有“{only}”这一项，可用的有 程序的文件、" in said.err) == (2, True)


def test_the_window_alone_and_no_window_is_wrong_usage(run):
    said = run("self-test", "--only", WINDOW, "--platform", "none")
    assert (said.code, said.out, "不看窗口" in said.err) == (2, "", True)


@pytest.mark.parametrize("windowless", [["--only", "字体"], ["--platform", "none"]])
def test_a_picture_of_no_window_is_wrong_usage(run, windowless):
    said = run("self-test", *windowless, "--picture", "窗口.png")
    assert (said.code, said.out, "没有窗口" in said.err) == (2, "", True)


def test_a_book_that_does_not_open_is_told_with_the_rest(run):
    said = run("self-test", "--only", "字体", "--book", "没有.xunion", "--json")
    told = f"找不到本子“没有”（{Path('没有').absolute()}）。请检查位置对不对，优盘是否接好。"
    assert (said.code, said.data["checks"]) == (1, {"字体": "ok", "体检“没有”": told})


@pytest.mark.parametrize(
    ("platform", "sentence"),
    [
        ("nonsense", "这里没有 Qt 的平台“nonsense”，显示不了窗口。"),
        pytest.param(
            "xcb",
            "用“xcb”这个平台显示不了窗口。请写 --platform offscreen",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="Qt for Windows has no xcb"),
        ),
    ],
)
def test_a_screen_that_ends_the_program_is_told_as_a_fault(run, monkeypatch, platform, sentence):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    said = run("self-test", "--only", WINDOW, "--platform", platform, "--json")
    assert (said.code, said.err) == (1, "")
    assert said.data["checks"][WINDOW].startswith(sentence)


def test_the_window_alone_can_be_looked_at(run, tmp_path, qapp):
    picture = tmp_path / "窗口.png"
    said = run("self-test", "--only", WINDOW, "--platform", "offscreen", "--picture", picture, "--json")
    assert said.data["checks"] == {WINDOW: "ok"}
    assert QImage(str(picture)).width() == 1366


def test_a_picture_that_can_not_be_kept_says_why(run, tmp_path, qapp):
    picture = tmp_path / "没有" / "窗口.png"
    said = run("self-test", "--only", WINDOW, "--platform", "offscreen", "--picture", picture, "--json")
    assert said.data["checks"] == {WINDOW: f"图片没有存上：无法保存：没有文件夹“{picture.parent}”。请重新选一个位置。"}


def test_a_window_that_does_not_open_is_a_fault(tmp_path, qapp):
    assert look(tmp_path / "没有", tmp_path, DAY, "offscreen", None) == "本子在窗口里没有打开"


@pytest.mark.parametrize(("given", "word"), [("nonsense", "环境变量 QT_QPA_PLATFORM"), ("offscreen", " --platform ")])
def test_a_platform_that_is_not_here_is_named_by_who_asked_for_it(tmp_path, monkeypatch, given, word):
    monkeypatch.setenv("QT_QPA_PLATFORM", given)
    assert f"请不写{word}再试" in look(tmp_path, tmp_path, DAY, "nonsense", None)


def test_a_password_opens_and_another_does_not(tmp_path):
    assert proofs.keys(tmp_path) == ""


def test_a_font_that_is_only_named_is_found():
    assert proofs.font_faults(b"/BaseFont /Helvetica", 1) == "没有嵌入子集：Helvetica"


def test_every_bundled_font_is_on_the_page():
    assert {file.stem for file in resource("fonts").glob("*.ttf")} == set(proofs.EVERY_FACE)
    assert not [face for face, text in proofs.EVERY_FACE.items() for char in text if char not in FontBook().face(face)]


def test_trouble_counts_as_found():
    def full() -> str:
        raise Trouble("磁盘满了。", "请清理。")

    assert timed(full).fault == "磁盘满了。请清理。"


def test_a_bug_is_found_by_its_place_and_the_next_proof_is_made():
    def slip() -> str:
        return {}["没有"]

    assert timed(slip).fault.startswith("没有做完，程序出错了（self_test.py:")


def test_a_file_of_the_program_that_cannot_be_read_is_named():
    def look() -> str:
        return resource("icons", "gone.svg").read_text()

    assert timed(look).fault == "程序自带的文件 resources/icons/gone.svg 读不出来。请重新安装程序。"


def test_a_county_that_cannot_be_made_is_tried_once(tmp_path, monkeypatch):
    tried = []

    def fail(*_given: object) -> None:
        tried.append(1)
        raise ValueError

    monkeypatch.setattr(proofs, "make_book", fail)
    with proofs.bench(tmp_path, DAY) as bench:
        told = [timed(partial(proofs.PROOFS[name], bench)).fault for name in ("试用的本子", "加密", "表格")]
    assert told[1:] == ["试用的本子没有建成，这一项没有做。"] * 2
    assert (len(tried), "ValueError" in told[0]) == (1, True)


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

    @pytest.mark.parametrize("name", list(proofs.PROOFS))
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


def test_what_is_meant_for_the_log_is_not_said_on_the_console(tmp_path):
    code = "import logging; from xunion_desktop.__main__ import main; main(['forms'])"
    code += "; logging.getLogger('xunion_desktop.store').warning('heads not kept')"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", code], env=environment, cwd=tmp_path, capture_output=True, check=True)
    assert (done.stderr, b"branches/ballot" in done.stdout) == (b"", True)
