"""The build of the .deb tells what is lacking in one sentence."""

import linux
import start


def test_without_a_python_311_it_says_so_and_how_to_mend_it(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(linux, "ROOT", tmp_path)
    monkeypatch.setattr(start, "candidates", list)
    monkeypatch.setattr(start, "may_install", lambda: False)
    assert linux.main() == 1
    said = capsys.readouterr().out.splitlines()[-1]
    assert said.startswith("没有做成：本程序用 Python 3.11，这台电脑上没有找到")
    assert said.endswith("apt-get install python3.11 python3.11-venv")
