"""The build of the .deb tells what is lacking in one sentence."""

import sys

import linux
import pytest
import start
import tools

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason=".deb 只在 Linux 上做")


def test_without_a_python_311_it_says_so_and_how_to_mend_it(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(linux, "ROOT", tmp_path)
    monkeypatch.setattr(start, "candidates", list)
    monkeypatch.setattr(start, "may_install", lambda: False)
    assert linux.main([]) == 1
    said = capsys.readouterr().out.splitlines()[-1]
    assert said.startswith("没有做成：本程序用 Python 3.11，这台电脑上没有找到")
    assert said.endswith("apt-get install python3.11 python3.11-venv")


def test_without_a_packer_it_says_so_before_it_freezes(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(linux, "ROOT", tmp_path)
    monkeypatch.setattr(linux, "NEEDED", {"no-such-command": "no-such-package"})
    monkeypatch.setattr(tools, "may_install", lambda: False)
    assert linux.main([]) == 1
    said = capsys.readouterr().out.splitlines()[1:]
    assert said == ["没有做成：缺少工具，请运行：sudo apt-get install no-such-package"]
