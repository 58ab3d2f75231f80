"""The one command says before the long work what is lacking, in one Chinese sentence."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import bench
import build_log
import proving
import pytest
import tools
import windows

ROOT = Path(__file__).parents[2]

on_linux = pytest.mark.skipif(sys.platform == "win32", reason="Windows 上用 windows.cmd")


@pytest.mark.parametrize("script", ["windows.py", "linux.py", "other_wines.py"])
def test_an_unknown_option_is_refused_in_chinese(script):
    command = [sys.executable, "-X", "utf8", str(ROOT / "build_spec" / script), "--nonsense"]
    answer = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr == f"用法不对：不认识 --nonsense。说明见 {script} --help\n"


def test_help_tells_of_the_network_and_of_root(capsys):
    with pytest.raises(SystemExit):
        windows.main(["--help"])
    told = capsys.readouterr().out.replace("\n", "")
    assert "要网络" in told
    assert "要 root" in told


@on_linux
class TestWithoutRoot:
    @pytest.fixture(autouse=True)
    def nobody(self, monkeypatch):
        monkeypatch.setattr("os.geteuid", lambda: 1000)

    def test_rooms_are_refused_at_the_beginning(self, tmp_path, monkeypatch, capsys):
        monkeypatch.setattr(windows, "ROOT", tmp_path)
        assert windows.main(["--rooms", "--work", str(tmp_path / "work")]) == 1
        assert capsys.readouterr().out.startswith("没有做成：--rooms 要 root")

    def test_missing_tools_are_named(self, monkeypatch, tmp_path):
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(build_log.Failed, match="缺少工具，请运行：sudo apt-get install wine wine64 xvfb "):
            windows.require_tools(rooms=False)

    def test_the_proofs_on_small_disks_are_left_out(self):
        assert len(proving.left_out(bench.no_disks())) == len(proving.ON_SMALL_DISKS)

    def test_what_is_left_out_is_told_with_the_reason(self):
        told = proving.told(bench.no_disks())
        assert told.startswith("没有做这 4 项证实，它们要 root 来挂小磁盘（现在不是 root）：")
        assert "只读优盘上的本子" in told


@on_linux
def test_where_nothing_may_be_mounted_root_does_not_help(monkeypatch, tmp_path):
    mount = tmp_path / "mount"
    mount.write_text("#!/bin/sh\nexit 32\n")
    mount.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 0)
    assert bench.no_disks() == "是 root，但不许挂载，像是在容器里"


def test_where_disks_can_be_mounted_nothing_is_left_out():
    assert (proving.left_out(""), proving.told("")) == ([], "")


def test_too_little_room_is_told_before_anything_is_made(tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda place: SimpleNamespace(free=6_000_000_000))
    windows.require_room(tmp_path, rooms=False)
    with pytest.raises(build_log.Failed, match=r"要 12 GB，只剩 6.0 GB"):
        windows.require_room(tmp_path, rooms=True)


def test_what_cannot_be_installed_is_told(monkeypatch):
    monkeypatch.setattr(tools, "may_install", lambda: True)
    monkeypatch.setattr(tools, "install", lambda packages: False)
    with pytest.raises(build_log.Failed, match=r"没有装上 no-such-package，.*没有网络或 Debian 的软件源"):
        tools.require({"no-such-command": "no-such-package"})


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (build_log.Failed("磁盘满了"), "磁盘满了"),
        (subprocess.CalledProcessError(32, ["mount", "-t", "tmpfs"]), "“mount -t tmpfs”返回 32，原因见上面几行"),
        (subprocess.TimeoutExpired(["wine", "setup.exe"], 600.0), "“wine setup.exe”过了 600 秒还没有做完"),
    ],
)
def test_every_fault_is_a_chinese_sentence(fault, sentence):
    assert build_log.told(fault) == sentence
