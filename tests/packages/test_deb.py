"""The .deb installed, run and removed on this machine. Needs root on a Debian and what ``linux.py`` built."""

import json
import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BUILT = sorted((ROOT / "dist").glob("cn.xunion.desktop_*_amd64.deb"))
HOME = Path("/opt/apps/cn.xunion.desktop")
ENTRY = Path("/usr/share/applications/cn.xunion.desktop.desktop")
LONG_ENOUGH = 8  # seconds in which a program that refuses its arguments has ended

pytestmark = [
    pytest.mark.deb,
    pytest.mark.skipif(shutil.which("apt-get") is None or os.geteuid() != 0, reason="要在 Debian 上以 root 运行"),
    pytest.mark.skipif(not BUILT, reason="先运行 python3 build_spec/linux.py"),
]


def surroundings(home: Path | None) -> dict[str, str]:
    place = {"HOME": str(home), "XUNION_HOME": str(home / "data")} if home else {}
    return {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "QT_QPA_PLATFORM": "offscreen", **place}


def run(*command: str, home: Path | None = None) -> subprocess.CompletedProcess:
    around = surroundings(home)
    return subprocess.run(command, capture_output=True, text=True, check=False, env=around, timeout=600)


def clicked(home: Path, *books: Path) -> str:
    """Start what the installed menu entry names, as a desktop does; "" if it stays open, else how it ended."""
    line = next(line for line in ENTRY.read_text(encoding="utf-8").splitlines() if line.startswith("Exec="))
    command = [word for word in shlex.split(line.removeprefix("Exec=")) if word != "%f"] + [str(book) for book in books]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=surroundings(home)) as program:
        try:
            said, _ = program.communicate(timeout=LONG_ENOUGH)
        except subprocess.TimeoutExpired:
            program.terminate()
            return ""
    return f"{program.returncode}: {said.decode()}"


@pytest.fixture(scope="module")
def installed():
    answer = run("apt-get", "-qq", "install", "-y", "--no-install-recommends", str(BUILT[-1]))
    assert answer.returncode == 0, answer.stderr
    yield
    run("apt-get", "-qq", "remove", "-y", "cn.xunion.desktop")


@pytest.mark.usefixtures("installed")
class TestInstalled:
    def test_it_proves_itself_from_the_path(self):
        answer = run("xunion-desktop", "self-test")
        assert answer.returncode == 0, answer.stdout + answer.stderr

    def test_the_desktop_finds_it_under_its_chinese_name(self):
        assert "Name=工会工作台" in ENTRY.read_text(encoding="utf-8")

    def test_the_menu_starts_it(self, tmp_path):
        assert clicked(tmp_path) == ""

    def test_a_double_click_opens_the_book(self, tmp_path):
        book = tmp_path / "兴县 总工会" / "兴县 总工会.xunion"
        assert run("xunion-desktop", "demo", "--branches", "5", "--book", str(book), home=tmp_path).returncode == 0
        assert clicked(tmp_path, book) == ""
        settings = json.loads((tmp_path / "data" / "settings.json").read_text(encoding="utf-8"))
        assert Path(settings["last_book"]) == book

    def test_a_book_is_known_by_its_ending(self):
        assert '<glob pattern="*.xunion"/>' in Path("/usr/share/mime/packages/cn.xunion.desktop.xml").read_text()

    def test_input_methods_can_be_used(self):
        assert list(HOME.rglob("libibusplatforminputcontextplugin.so"))

    def test_every_library_has_its_licence(self):
        texts = HOME / "files" / "_internal" / "resources" / "licences"
        told = "\n".join(file.read_text(encoding="utf-8") for file in texts.glob("debian-*.txt"))
        lacking = [
            library.name
            for library in (HOME / "files" / "_internal").glob("lib*.so*")  # beside them lie what wheels brought
            if not library.is_symlink() and not library.name.startswith("libpython") and library.name not in told
        ]
        assert lacking == []

    def test_removed_it_leaves_the_books(self, tmp_path):
        made = run("xunion-desktop", "demo", "--branches", "5", "--book", str(tmp_path / "县"), home=tmp_path)
        assert made.returncode == 0, made.stderr
        assert run("apt-get", "-qq", "remove", "-y", "cn.xunion.desktop").returncode == 0
        assert not HOME.exists()
        assert list((tmp_path / "县").glob("*.xunion"))
