"""The setting up: what can be checked without setting anything up. The rest is shown by a fresh clone in CI."""

import ast
import importlib.util
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
START = ROOT / "build_spec" / "start.py"
LOCKS = ("requirements.lock", "requirements-dev.lock")


def pins(lock: str) -> dict[str, str]:
    return dict(re.findall(r"(?m)^(\S+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8")))


@pytest.fixture
def start(monkeypatch):
    """start.py as a module that sets nothing up."""
    spec = importlib.util.spec_from_file_location("start", START)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "set_up", lambda lock: None)
    return module


@pytest.fixture
def commands(start, monkeypatch):
    """The commands that start.py would run, gathered instead of run; all of them succeed."""
    ran = []
    monkeypatch.setattr(start, "require", lambda packages, platform: None)

    def gather(command, **_):
        ran.append(command)
        return type("Answer", (), {"returncode": 0})()

    monkeypatch.setattr(start.subprocess, "run", gather)
    return ran


def test_it_is_readable_by_python_3_8():
    ast.parse(START.read_text(encoding="utf-8"), feature_version=(3, 8))


def test_it_imports_only_the_standard_library():
    tree = ast.parse(START.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= set(sys.stdlib_module_names)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_no_address(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|index-url|find-links|trusted-host| @ ", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_of_a_lock_has_a_hash(lock):
    entries = re.split(r"(?m)^(?=\S+==)", (ROOT / lock).read_text(encoding="utf-8"))
    assert all("--hash=sha256:" in entry for entry in entries if entry.strip())


def test_the_tools_stand_on_the_same_versions_as_the_program():
    program, tools = (pins(lock) for lock in LOCKS)
    assert program.items() <= tools.items()


def test_a_running_python_3_11_is_the_one(start):
    assert start.python_311() == [sys.executable]


def test_a_missing_python_3_11_is_named_with_the_command_that_brings_it(start, monkeypatch):
    monkeypatch.setattr(start, "is_wanted", lambda command: False)
    monkeypatch.setattr(start, "may_install", lambda: False)
    with pytest.raises(start.Lacking, match=r"Python 3\.11.*请运行：\S+"):
        start.python_311()


def test_the_demo_without_a_screen_writes_the_samples(start, commands, monkeypatch, capsys):
    monkeypatch.setattr(start, "has_screen", lambda: False)
    assert start.main(["--demo", "--today", "2026-11-24"]) == 0
    assert commands[0][1:] == ["-m", "xunion_desktop", "sample", "sample", "--today", "2026-11-24"]
    assert "没有能用的显示器" in capsys.readouterr().out


def test_the_window_without_a_screen_is_refused_in_a_sentence(start, commands, monkeypatch, capsys):
    monkeypatch.setattr(start, "has_screen", lambda: False)
    assert start.main([]) == 3
    assert not commands
    assert "没有能用的显示器" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--demo"],
        ["--book", "兴县"],
        ["--today", "2026-11-24"],
        ["兴县.xunion"],
        ["books/兴县"],
        ["--today", "2026-11-24", "兴县.xunion"],
    ],
    ids="_".join,
)
def test_what_opens_a_window_is_known(start, words):
    assert start.opens_window(words)


@pytest.mark.parametrize(
    "words",
    [["forms"], ["--today", "2026-11-24", "forms"], ["check", "--book", "a/兴县.xunion"], ["--help"]],
    ids="_".join,
)
def test_a_command_opens_none(start, words):
    assert not start.opens_window(words)


def test_a_named_display_that_does_not_answer_is_no_screen(start, monkeypatch):
    monkeypatch.setattr(start.sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.setattr(start, "probe", lambda platform: start.NO_ANSWER)
    assert not start.has_screen()


def test_what_qt_lacks_is_named_with_the_command_that_brings_it(start, monkeypatch):
    monkeypatch.setattr(start, "probe", lambda platform: "libEGL.so.1")
    monkeypatch.setattr(start, "may_install", lambda: False)
    monkeypatch.setattr(start.shutil, "which", lambda name: "/usr/bin/apt-get")
    with pytest.raises(start.Lacking, match=r"系统缺少 libEGL\.so\.1。请运行：sudo apt-get install libegl1"):
        start.require("libegl1", "offscreen")


def test_a_command_is_handed_to_the_program_as_it_stands(start, commands):
    start.main(["import", "branches", "台账.xls", "--book", "兴县"])
    assert commands[0][1:] == ["-m", "xunion_desktop", "import", "branches", "台账.xls", "--book", "兴县"]


def test_all_four_checks_run_and_are_reported(start, commands, capsys):
    assert start.main(["test"]) == 0
    assert [command[2] for command in commands] == ["ruff", "ruff", "mypy", "pytest"]
    assert capsys.readouterr().out.count("通过") == 4


def test_one_failed_check_fails_the_whole(start, monkeypatch, capsys):
    answer = type("Answer", (), {"returncode": 1})
    monkeypatch.setattr(start.subprocess, "run", lambda command, **_: answer())
    assert start.main(["test"]) == 1
    assert capsys.readouterr().out.count("没有通过") == 4


@pytest.mark.parametrize("word", ["-h", "--help", "help"])
def test_its_help_names_its_own_commands_and_those_of_the_program(start, commands, capsys, word):
    assert start.main([word]) == 0
    assert commands[0][1:] == ["-m", "xunion_desktop", "--help"]
    assert start.HELP in capsys.readouterr().out


def test_its_help_names_every_command_of_its_own(start):
    assert all(f"\n  {own} " in start.HELP for own in start.OWN)


@pytest.mark.parametrize("own", ["test", "bench", "long", "packages"])
def test_the_help_of_a_command_of_its_own_runs_nothing(start, commands, capsys, own):
    assert start.main([own, "--help"]) == 0
    assert (commands, "通过" in capsys.readouterr().out) == ([], False)


def test_what_pytest_only_listed_is_not_told_as_passed(start, commands, capsys):
    assert start.main(["packages", "--co"]) == 0
    assert capsys.readouterr().out.endswith("—— 结果\n没有做  packages\n")


@pytest.mark.parametrize(("word", "told"), [("tests", True), ("tset", True), ("fly", False)])
def test_a_slip_for_a_command_of_its_own_is_told_which_there_are(start, monkeypatch, capsys, word, told):
    monkeypatch.setattr(start.subprocess, "run", lambda command, **_: type("Answer", (), {"returncode": 2})())
    assert start.main([word]) == 2
    assert ("test、bench、long、packages" in capsys.readouterr().err) == told


def test_ci_runs_the_readmes_test_command_and_nothing_else():
    command = "python3 build_spec/start.py test"
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert f"`{command}`" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert lines[-1] == command
    assert not [line for line in lines[1:-1] if not line.startswith(("set ", "cd "))]
