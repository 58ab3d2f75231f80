"""Bundled files that are gone or damaged: each is named, every proof is told, the answer is whole."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from xunion_desktop.commands import bundled, proofs
from xunion_desktop.commands.self_test import FILES, KEYS

ROOT = Path(__file__).parents[2]
AGAIN = "请重新安装程序。"
RUN = """
import sys
sys._MEIPASS = sys.argv[1]
from xunion_desktop.__main__ import main
sys.exit(main(["self-test", "--platform", "none", "--json"]))
"""


@dataclass(frozen=True)
class Program:
    """The files of a program, copied (Windows lets nobody make links); a test takes away or damages some."""

    root: Path

    def damage(self, name: str, content: bytes | None = None) -> None:
        file = self.root / name
        file.unlink()
        if content is not None:
            file.write_bytes(content)

    def self_test(self) -> tuple[int, dict[str, Any]]:
        """The exit code and what each proof found, in a process that has read none of the files yet."""
        command = [sys.executable, "-c", RUN, str(self.root)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, env=environment, capture_output=True, check=False, timeout=120)
        return done.returncode, json.loads(done.stdout)["checks"]


@pytest.fixture
def program(tmp_path, monkeypatch):
    made = Program(tmp_path / "program")
    for folder in ("resources", "forms"):
        for file in (ROOT / folder).rglob("*"):
            link = made.root / file.relative_to(ROOT)
            if file.is_file():
                link.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, link)
    shutil.copyfile(ROOT / "LICENSE", made.root / "LICENSE")
    monkeypatch.setattr(sys, "_MEIPASS", str(made.root), raising=False)
    return made


def test_a_whole_program_has_no_fault(program):
    assert bundled.faults() == ""


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("resources/fonts/kai.ttf", None, "不见了"),
        ("resources/fonts/fang.ttf", b"garbage", "坏了"),
        ("resources/values.toml", b"name = ", "坏了"),
        ("forms/branches/election_reminder.toml", None, "不见了"),
        ("forms/branches/ballot.toml", b"\xff\xfe", "坏了"),
        ("resources/help/start.md", None, "不见了"),
        ("resources/help/pictures/home.png", None, "不见了"),
        ("LICENSE", None, "不见了"),
        ("resources/news.md", None, "不见了"),
        ("resources/icons/search.svg", None, "不见了"),
        ("resources/fonts/SHA256SUMS", None, "不见了"),
        ("resources/files.txt", None, "不见了"),
    ],
)
def test_what_is_gone_or_damaged_is_named(program, name, content, what):
    program.damage(name, content)
    assert bundled.faults() == f"程序自带的文件 {name} {what}。{AGAIN}"


@pytest.mark.parametrize("folder", ["resources/licences", "resources/fonts/licenses", "resources/strokes"])
def test_every_file_of_a_folder_that_is_gone_is_named(program, folder):
    lost = [file.relative_to(program.root).as_posix() for file in (program.root / folder).iterdir()]
    shutil.rmtree(program.root / folder)
    assert lost
    assert all(f"程序自带的文件 {name} 不见了" in bundled.faults() for name in lost)


def test_a_checkout_has_the_names_of_its_files():
    """But of forms and help pages, which are asked for by name: one that comes, or goes, is put into the list."""
    files = (file.relative_to(ROOT).as_posix() for file in (ROOT / "resources").rglob("*") if file.is_file())
    there = {"LICENSE", *(name for name in files if not name.startswith("resources/help/"))}
    assert set((ROOT / "resources" / bundled.NAMES).read_text(encoding="utf-8").splitlines()) == there


def test_a_frozen_program_knows_every_one_of_its_files(program):
    program.damage("LICENSE")
    wanted = "0" * 64
    (program.root / "SHA256SUMS").write_text(f"{wanted}  resources/news.md\n{wanted}  LICENSE\n", encoding="utf-8")
    assert bundled.faults() == f"程序自带的文件 resources/news.md 坏了；程序自带的文件 LICENSE 不见了。{AGAIN}"


def test_a_frozen_program_without_the_list_of_its_files_is_not_whole(program, monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert bundled.faults() == f"程序自带的文件 SHA256SUMS 不见了。{AGAIN}"


def test_damaged_fonts_and_forms_keep_no_other_proof_from_being_made(program):
    program.damage("resources/fonts/kai.ttf")
    program.damage("resources/fonts/song.ttf", (ROOT / "resources/fonts/song.ttf").read_bytes()[:100_000])
    program.damage("forms/branches/roster.toml", b"[form]\n")
    code, checks = program.self_test()
    assert code == 1
    assert list(checks) == [FILES, KEYS, *proofs.PROOFS]
    failed = {name: fault for name, fault in checks.items() if fault != "ok"}
    assert set(failed) == {FILES, "字体", "印刷件", "体检"}
    assert all(AGAIN in fault and "程序出错了" not in fault for fault in failed.values()), failed
    assert "程序自带的文件 forms/branches/roster.toml 坏了" in failed["印刷件"]


def test_without_the_first_values_each_proof_says_why_it_was_not_made(program):
    program.damage("resources/values.toml")
    code, checks = program.self_test()
    assert code == 1
    lacking = {name for name, fault in checks.items() if "程序自带的文件 resources/values.toml 不见了" in fault}
    assert lacking == {FILES, KEYS, *proofs.PROOFS} - {"字体"}
