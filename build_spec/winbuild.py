"""The steps of the Windows build, in their order; each says in a sentence what it made or proved."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import alike
import handing_out
import licences
import other_wines
import proving
import releases
import wheels
import winpython
from bench import no_disks
from build_log import Failed, Log
from wine_host import RANDOM, Wine, windows_path

HERE = Path(__file__).resolve().parent
TESTS = ("basics", "store", "sheets", "paper", "people", "commands", "build_spec")  # below the window
LARGEST_SETUP, LARGEST_FOLDER, LONGEST_SELF_TEST = 75.0, 190.0, 10.0  # MB, MB, seconds


class Build:
    """One build: the source in ``root``, what is kept between builds in ``work``, the results in ``dist``."""

    def __init__(self, root: Path, work: Path, log: Log) -> None:
        self.root = root
        self.work = work
        self.log = log
        self.dist = root / "dist"
        self.wine = Wine(work / "wine")
        self.program = work / "frozen" / "xunion_desktop"
        self.version = handing_out.version(root)
        self.names = handing_out.names(self.version)
        self.no_disks = no_disks()
        self.window_room = other_wines.window_room(work / "debian13")
        self.setup_room = other_wines.setup_room(work / "debian12")

    def run(self, *, tests: bool, twice: bool, rooms: bool) -> None:
        """Every step; Failed at the first that does not succeed."""
        step = self.log.step
        self.log.say(f"工会工作台 {self.version}{handing_out.commit()}，{time.strftime('%Y-%m-%d %H:%M')}")
        if tests and self.no_disks:
            self.log.say(proving.told(self.no_disks))
        if rooms:
            step("另外的两个 Debian", self.debians)
        step("Windows 的 Python 和它的签名", self.python)
        step("锁定的库", self.libraries)
        step("wine 里的 Windows", self.windows)
        if tests:
            step("不要窗口的测试，在 Windows 的 Python 上", self.tests)
        step("打成一个文件夹", self.freeze)
        step("引用的系统库", self.imports)
        step("冻结程序自检", self.self_test)
        step("安装程序", self.setup)
        step("绿色版", self.portable)
        if twice:
            step("再做一遍，逐个文件对照", self.again)
        if tests:
            self.prove()
        if rooms:
            step("发出去的安装程序（32 位）真的装一遍", self.handed_out)
            step("真窗口的图（wine 10）", self.picture)
        step("校验和", lambda: releases.write_sums(self.dist).name)

    def debians(self) -> str:
        """The rooms with other wines, made before the long work begins: they need the network."""
        for room in (self.window_room, self.setup_room):
            room.prepare()
        return f"{self.window_room.suite}、{self.setup_room.suite}"

    def python(self) -> str:
        """Fetch and verify the Windows Python."""
        try:
            return winpython.verify(winpython.fetch(self.work))
        except winpython.Doubtful as doubt:
            raise Failed(str(doubt)) from doubt

    def libraries(self) -> str:
        """Every library of the lock for Windows, each with the sum that the lock names."""
        return wheels.fetch(self.work / "wheels")

    def windows(self) -> str:
        """A Windows with this Python and exactly these libraries."""
        self.wine.set_up()
        self.wine.put_python(winpython.fetch(self.work))
        folder = self.work / "wheels"
        how = ("--no-index", "--no-deps", "--force-reinstall", "--no-warn-script-location")
        self._python("-m", "pip", "install", "-q", *how, "--find-links", windows_path(folder), *wheels.pinned(folder))
        return self._python("-VV").splitlines()[0]

    def tests(self) -> str:
        """The tests below the desk, on Windows Python."""
        folders = [f"tests/{name}" for name in TESTS]
        answer = self.wine.python(
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "--ignore-glob=*test_page*.py",
            *folders,
            folder=self._source(),
        )
        (self.work / "tests.txt").write_text(answer.text, encoding="utf-8")
        last = answer.text.splitlines()[-1] if answer.text else ""
        if answer.code:
            faults = [line for line in answer.text.splitlines() if line.startswith(("FAILED", "ERROR"))]
            raise Failed("Windows 上的测试没有通过：\n" + "\n".join([*faults[:20], last, "全文在 tests.txt"]))
        return last.strip("= ")

    def _source(self, place: str = "source") -> Path:
        """A clean copy of the source, so that nothing of this machine's work is frozen or tested."""
        source = self.work / place
        shutil.rmtree(source, ignore_errors=True)
        left_out = shutil.ignore_patterns(".git", ".venv", "dist", "build", "__pycache__", ".*_cache", ".hypothesis")
        shutil.copytree(self.root, source, ignore=left_out)
        return source

    def freeze(self) -> str:
        """PyInstaller, from clean, with fixed times and hashes."""
        self._frozen(self._source(), self.program, r"C:\work")
        size = handing_out.megabytes(self.program)
        if size > LARGEST_FOLDER:
            raise Failed(f"装好有 {size:.0f} MB，上限是 {LARGEST_FOLDER:.0f} MB")
        places = [path.relative_to(self.program).as_posix() for path in self.program.rglob("*.dll")]
        if lacking := licences.dlls_without_text(places):
            raise Failed(f"没有许可证全文的库：{'、'.join(lacking)}")
        return f"{size:.0f} MB"

    def _frozen(self, source: Path, program: Path, work: str) -> None:
        shutil.rmtree(program.parent, ignore_errors=True)
        places = ("--distpath", windows_path(program.parent), "--workpath", work)
        spec = windows_path(source / "build_spec" / "xunion.spec")
        self._python("-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR", *places, spec)

    def again(self) -> str:
        """Everything that is handed out made once more, at another hour and in other folders: the same bytes."""
        folder = self.work / "again"
        program = folder / "frozen" / self.program.name
        self._frozen(self._source("again/source"), program, r"C:\again")
        releases.make_setup(program, self.version, folder / self.names[0])
        releases.make_portable(program, self.version, folder / self.names[1])
        first = alike.sums(self.program) | {name: alike.sum_of(self.dist / name) for name in self.names}
        second = alike.sums(program) | {name: alike.sum_of(folder / name) for name in self.names}
        different = alike.differences(first, second)
        if different:
            raise Failed(f"{len(different)} 个文件两次不一样：{'、'.join(different[:10])}")
        return f"{len(first)} 个文件，连安装程序和绿色版，两次的字节都相同"

    def imports(self) -> str:
        """No library that Windows 10 1809 lacks is asked for."""
        return self._python(windows_path(HERE / "dlls.py"), windows_path(self.program))

    def self_test(self) -> str:
        """The frozen program proves itself; again where it was late, as its files are read from the disk at first."""
        first, text = self._proves_itself()
        if first <= LONGEST_SELF_TEST:
            return f"{first:.1f} 秒\n{text}"
        second, text = self._proves_itself()
        late = "，都超过了" if second > LONGEST_SELF_TEST else ""
        return f"第一次 {first:.1f} 秒，第二次 {second:.1f} 秒{late}\n{text}"

    def _proves_itself(self) -> tuple[float, str]:
        began = time.monotonic()
        answer = self.wine.run(self.program / "xunion-desktop.exe", "self-test")
        if answer.code:
            raise Failed(answer.text)
        return time.monotonic() - began, answer.text

    def setup(self) -> str:
        """The setup that is handed out."""
        self.dist.mkdir(exist_ok=True)
        target = self.dist / self.names[0]
        size = handing_out.megabytes(releases.make_setup(self.program, self.version, target))
        if size > LARGEST_SETUP:
            raise Failed(f"安装程序有 {size:.1f} MB，上限是 {LARGEST_SETUP:.0f} MB")
        return f"{target.name}，{size:.1f} MB"

    def portable(self) -> str:
        """The zip that needs no setup."""
        target = self.dist / self.names[1]
        return (
            f"{target.name}，{handing_out.megabytes(releases.make_portable(self.program, self.version, target)):.1f} MB"
        )

    def prove(self) -> None:
        """Install, run, upgrade, refuse and remove."""
        folder = self.work / "proofs"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        bench = proving.prepare(self.wine, self.program, self.version, folder)
        left_out = proving.left_out(self.no_disks)
        for title, proof in proving.PROOFS.items():
            if title in left_out:
                continue
            self.log.step(title, lambda proof=proof: self._proven(proof(bench)))

    def handed_out(self) -> str:
        """The very file that is handed out, run where wine runs 32-bit programs."""
        random = self.wine.drive / "windows" / "system32" / RANDOM
        return other_wines.handed_out(self.setup_room, self.dist / self.names[0], random)

    def picture(self) -> str:
        """The installed program's real window, for somebody to look at."""
        setup = releases.make_setup(self.program, self.version, self.work / "picture-setup.exe", proving=True)
        return other_wines.pictures(self.window_room, setup, self.dist / "pictures")

    @staticmethod
    def _proven(fault: str) -> str:
        if fault:
            raise Failed(fault)
        return "证实"

    def _python(self, *arguments: str) -> str:
        answer = self.wine.python(*arguments)
        if answer.code:
            raise Failed(f"{' '.join(arguments[:3])}：{answer.text[-2000:]}")
        return answer.text
