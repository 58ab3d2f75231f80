"""``windows.cmd`` under wine's cmd, with programs that only note how they were called: each way it can end."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "build_spec"))

from wine_host import Answer, Wine  # noqa: E402

GCC = "x86_64-w64-mingw32-gcc"
SOURCE = r"""
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>
int main(void)
{
    const char *line = GetCommandLineA(), *fails = getenv("FAILS");
    WCHAR me[MAX_PATH];
    FILE *told = fopen("told.txt", "ab");
    fprintf(told, "%s\n", line);
    fclose(told);
    if (WRONG || (fails && *fails && strstr(line, fails))) return 7;
    if (strstr(line, "-m venv")) {
        CreateDirectoryA("build\\venv", NULL);
        CreateDirectoryA("build\\venv\\Scripts", NULL);
        GetModuleFileNameW(NULL, me, MAX_PATH);
        return !CopyFileW(me, L"build\\venv\\Scripts\\python.exe", FALSE);
    }
    return 0;
}
"""
STEPS = ("-m venv", "-m pip", "-m pytest", "-m PyInstaller", "dlls.py", "self-test", "handing_out.py")

pytestmark = [
    pytest.mark.wine,
    pytest.mark.skipif(shutil.which("wine") is None, reason="这台电脑没有 wine"),
    pytest.mark.skipif(shutil.which(GCC) is None, reason="这台电脑没有 gcc-mingw-w64-x86-64"),
]


@pytest.fixture(scope="module")
def wine(tmp_path_factory) -> Wine:
    made = Wine(tmp_path_factory.mktemp("wine"))
    made.set_up()
    return made


@pytest.fixture(scope="module")
def programs(tmp_path_factory) -> dict[str, Path]:
    """A Python that is the right one, and one that is not."""
    folder = tmp_path_factory.mktemp("programs")
    source = folder / "program.c"
    source.write_text(SOURCE, encoding="ascii")
    made = {"right": folder / "right.exe", "wrong": folder / "wrong.exe"}
    for kind, target in made.items():
        subprocess.run([GCC, "-O1", f"-DWRONG={int(kind == 'wrong')}", "-o", target, source], check=True)
    return made


@pytest.fixture
def project(tmp_path, programs) -> Path:
    """A clone in a folder whose name has what cmd could stumble over, with a program that is frozen already."""
    place = tmp_path / "总工会 & 甲 (乙)"
    shutil.copytree(ROOT / "build_spec", place / "build_spec", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    frozen = place / "build" / "frozen" / "xunion_desktop"
    frozen.mkdir(parents=True)
    shutil.copy(programs["right"], frozen / "xunion-desktop.exe")
    (place / "elsewhere").mkdir()
    return place


@pytest.fixture
def built(wine, project, programs, tmp_path, monkeypatch):
    """Run it from another folder, with these programs on the path, and with steps that fail."""

    def run(*, fails: str = "", **on_the_path: str) -> tuple[Answer, list[str]]:
        path = tmp_path / "path"
        path.mkdir()
        for name, kind in on_the_path.items():
            shutil.copy(programs[kind], path / f"{name}.exe")
        monkeypatch.setenv("WINEPATH", "Z:" + str(path).replace("/", "\\"))
        monkeypatch.setenv("FAILS", fails)
        answer = wine.run("cmd", "/c", r"..\build_spec\windows.cmd", folder=project / "elsewhere")
        told = project / "told.txt"
        return answer, told.read_text(encoding="latin-1").splitlines() if told.exists() else []

    return run


def step_of(line: str) -> str:
    return next((step for step in STEPS if step in line), "")


def test_every_step_is_done_once_and_in_order(built):
    answer, told = built(python="right")
    assert answer == Answer(0, "")
    assert tuple(filter(None, map(step_of, told))) == STEPS


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_fails_ends_it(built, step):
    answer, told = built(python="right", fails=step)
    assert answer == Answer(1, "没有做成，原因见上面几行。")
    assert step_of(told[-1]) == step


def test_where_python_is_another_one_the_launcher_is_asked(built):
    answer, told = built(python="wrong", py="right")
    assert answer.code == 0
    assert any(line.startswith("py -3.11 -m venv") for line in told)


@pytest.mark.parametrize("on_the_path", [{}, {"python": "wrong"}, {"python": "wrong", "py": "wrong"}])
def test_without_a_python_311_it_says_what_to_do(built, on_the_path):
    answer, told = built(**on_the_path)
    assert answer.code == 3
    assert answer.text.startswith("没有做成：本程序用 Python 3.11，这台电脑上没有找到。")
    assert not any(step_of(line) for line in told)
