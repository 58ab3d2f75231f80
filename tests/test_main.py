"""python -m xunion_desktop as a real process: UTF-8 whatever the console, quick, without Qt; trouble told once."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from xunion_desktop import __main__, app
from xunion_desktop.basics.errors import Cancelled, Trouble

ROOT = Path(__file__).parent.parent
LEDGER = ROOT / "tests" / "data" / "branches_ledger.xls"


def process(tmp_path, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a folder of its own, as from a shell."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "XUNION_HOME": str(tmp_path / "data"), **environment}
    command = [sys.executable, "-m", "xunion_desktop", *words]
    return subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, timeout=60, check=False)


@pytest.mark.parametrize(
    "environment", [{"PYTHONIOENCODING": "gbk"}, {"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}]
)
def test_it_speaks_utf_8_on_every_console(tmp_path, environment):
    said = process(tmp_path, "forms", **environment)
    assert said.returncode == 0
    assert "换届提醒函" in said.stdout.decode()


def test_wrong_usage_is_utf_8_too(tmp_path):
    said = process(tmp_path, "fly", PYTHONIOENCODING="gbk")
    assert said.returncode == 2
    assert said.stderr.decode().startswith("用法不对：没有“fly”这条命令")


def test_import_and_print_from_a_shell(tmp_path):
    read = process(tmp_path, "import", "branches", str(LEDGER), "--book", "new.xunion", "--commit")
    form = ["print", "branches/election_reminder", "--book", "new.xunion", "--where", "overdue"]
    printed = process(tmp_path, *form, "--out", "letters.pdf", "--today", "2026-11-24")
    assert (read.returncode, printed.returncode) == (1, 0)
    assert (tmp_path / "letters.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    "words",
    [
        ["forms"],
        ["import", "branches", str(LEDGER), "--book", "new", "--commit"],
        ["sample", "papers"],
        ["self-test", "--platform", "none"],
    ],
    ids=lambda words: words[0],
)
def test_no_command_loads_qt(tmp_path, words):
    source = (
        "import sys; from xunion_desktop.__main__ import main; main(sys.argv[1:]); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT), "XUNION_HOME": str(tmp_path / "data")}
    command = [sys.executable, "-c", source, *words]
    assert subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, timeout=60, check=False).returncode == 0


def test_a_window_without_a_screen_brings_nothing_english_to_the_console(tmp_path):
    said = process(tmp_path, "self-test", "--only", "窗口", "--platform", "offscreen")
    assert (said.returncode, said.stderr.decode()) == (0, "")


def test_the_list_of_forms_loads_no_paper(tmp_path):
    source = (
        "import sys; from xunion_desktop.__main__ import main; main(['forms']); "
        "sys.exit(any(name in sys.modules for name in ('reportlab', 'fontTools', 'apsw')))"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert subprocess.run([sys.executable, "-c", source], cwd=tmp_path, env=env, check=False).returncode == 0


def test_without_a_command_the_window_is_opened(monkeypatch):
    opened = []
    monkeypatch.setattr(app, "run", lambda **given: opened.append(given) or 0)
    assert __main__.main(["--book", "兴县", "--today", "2026-11-24"]) == 0
    assert opened == [{"book": "兴县", "demo": False, "today": date(2026, 11, 24)}]


def test_trouble_is_told_once_with_its_remedy(monkeypatch, capsys):
    def full(options):
        raise Trouble("磁盘已满，没有存成。", "请腾出空间再试。")

    monkeypatch.setattr(__main__, "run_command", full)
    assert __main__.main(["forms"]) == 3
    assert capsys.readouterr().err == "磁盘已满，没有存成。请腾出空间再试。\n"


@pytest.mark.parametrize("stop", [Cancelled, KeyboardInterrupt])
def test_a_command_that_is_stopped_says_so(monkeypatch, capsys, stop):
    def stopped(options):
        raise stop

    monkeypatch.setattr(__main__, "run_command", stopped)
    assert __main__.main(["forms"]) == 3
    assert "已取消" in capsys.readouterr().err


def test_a_bug_is_not_hidden(monkeypatch):
    def broken(options):
        raise ZeroDivisionError

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(__main__, "run_command", broken)
    with pytest.raises(ZeroDivisionError):
        __main__.main(["forms"])


def test_a_bug_is_one_sentence_with_the_log_and_not_the_code_for_problems(tmp_path):
    source = (
        "import sys; from xunion_desktop import __main__\n"
        "def broken(options): raise ZeroDivisionError('甲公司工会')\n"
        "__main__.run_command = broken; sys.exit(__main__.main(['forms']))"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT), "XUNION_HOME": str(tmp_path / "data")}
    said = subprocess.run([sys.executable, "-c", source], cwd=tmp_path, env=env, capture_output=True, check=False)
    [log] = (tmp_path / "data").rglob("xunion.log")
    assert said.returncode == 3
    assert said.stderr.decode().startswith("程序出错了")
    assert said.stderr.decode().count("\n") == 1
    assert str(log) in said.stderr.decode()
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    assert "甲公司工会" not in log.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="only there a program can be started without a screen")
@pytest.mark.parametrize(
    ("words", "screen"),
    [([], {}), (["--demo"], {"DISPLAY": ":998"}), (["兴县.xunion"], {"QT_QPA_PLATFORM": "nonsense"})],
    ids=["window", "demo", "book"],
)
def test_a_window_without_a_screen_is_refused_in_one_sentence(tmp_path, words, screen):
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    env = {name: value for name, value in os.environ.items() if name not in named}
    env |= {"PYTHONPATH": str(ROOT), "XUNION_HOME": str(tmp_path / "data"), **screen}
    command = [sys.executable, "-m", "xunion_desktop", *words]
    said = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, timeout=60, check=False)
    assert (said.returncode, said.stdout.decode()) == (3, "")
    assert said.stderr.decode().startswith("窗口打不开：这台电脑没有能用的显示器")
    assert said.stderr.decode().count("\n") == 1
    assert "Qt: " in (tmp_path / "data" / "logs" / "xunion.log").read_text(encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize(
    ("shell", "said"),
    [("> /dev/full", "结果没有写出来：磁盘已满"), (">&-", ""), ("| (exec <&-; sleep 2)", "")],
    ids=["full", "closed", "nobody listens"],
)
def test_an_answer_that_cannot_be_written_is_told_or_silent(tmp_path, shell, said):
    forms = f"{sys.executable} -m xunion_desktop forms"
    line = f"({forms}; echo $? >&2) {shell}" if shell.startswith("|") else f"{forms} {shell}; echo $? >&2"
    env = {**os.environ, "PYTHONPATH": str(ROOT), "XUNION_HOME": str(tmp_path / "data")}
    ran = subprocess.run(["/bin/sh", "-c", line], cwd=tmp_path, env=env, capture_output=True, check=False, timeout=60)
    *sentences, code = ran.stderr.decode().splitlines()
    assert code == "3"
    assert len(sentences) == bool(said)
    assert said in "".join(sentences)


def test_the_version_is_told(capsys):
    assert __main__.main(["--version"]) == 0
    assert capsys.readouterr().out.strip() == "0.1.0"
