"""The proofs stand on what is certain: a program that must run while a setup is tried runs until that is over."""

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import proving
import pytest
import wine_host
from bench import RUNNING, Bench
from build_log import Failed
from holding import held
from proving import STALE, refuses_while_running

OPENS = """
import pathlib, sys
marker = pathlib.Path(sys.argv[1])
marker.parent.mkdir(parents=True)
marker.touch()
sys.stdin.read()
"""


@dataclass(frozen=True)
class StandIn(wine_host.Wine):
    """A wine whose window is a small Python program, and whose setups tell whether that runs."""

    program: str = OPENS
    opened: list[subprocess.Popen] = field(default_factory=list)
    found: list[bool] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)

    @property
    def marker(self) -> Path:
        return self.local / "xunion" / "xunion_desktop" / "practice" / "练习县" / "练习县.xunion"

    def start_without_screen(self, program, *arguments):
        command = [sys.executable, "-c", self.program, str(self.marker)]
        self.opened.append(subprocess.Popen(command, stdin=subprocess.PIPE))
        return self.opened[-1]

    def start(self, program, *arguments):
        """A large book is being made: for how long, nobody knows."""
        self.opened.append(subprocess.Popen([sys.executable, "-c", ""]))
        self.opened[-1].wait()
        return self.opened[-1]

    def run(self, program, *arguments, folder=None, limit=0):
        if program == "reg":
            self.deleted.append(arguments[1])
        if arguments[0] in {"--version", "delete"}:
            return wine_host.Answer(0, "")
        self.found.append(self.opened[-1].poll() is None)
        return wine_host.Answer(RUNNING if self.found[-1] else 0, "")

    def stop(self):
        self.opened[-1].kill()

    def settle(self):
        assert self.opened[-1].poll() is not None


@dataclass(frozen=True)
class Here(wine_host.Wine):
    """A wine that runs what it is to start with the Python of this machine."""

    started: list[subprocess.Popen] = field(default_factory=list)

    def start(self, program, *arguments):
        self.started.append(subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE))
        return self.started[-1]


def a_bench(wine: StandIn) -> Bench:
    bench = Bench(wine, Path("program"), "1", Path("older"), Path("present"), wine.folder)
    (bench.home / "_internal").mkdir(parents=True)
    (bench.home / "_internal" / STALE).touch()
    return bench


def test_the_window_is_open_while_setup_and_uninstaller_are_tried(tmp_path):
    wine = StandIn(tmp_path)
    assert refuses_while_running(a_bench(wine)) == ""
    assert wine.found == [True, True]


def test_the_window_is_closed_afterwards(tmp_path):
    wine = StandIn(tmp_path)
    with a_bench(wine).open_window() as stays_open:
        assert stays_open(0)
    assert wine.opened[-1].returncode is not None


def test_the_county_of_a_window_before_is_no_sign_that_this_one_is_open(tmp_path):
    wine = StandIn(tmp_path, program="")
    wine.marker.parent.mkdir(parents=True)
    wine.marker.touch()
    with pytest.raises(Failed, match="没有打开"), a_bench(wine).open_window():
        raise AssertionError


def test_a_window_that_closes_by_itself_is_told(tmp_path):
    wine = StandIn(tmp_path)
    with a_bench(wine).open_window() as stays_open:
        wine.opened[-1].stdin.close()
        assert not stays_open(60)


def test_what_a_run_before_left_goes(tmp_path, monkeypatch):
    """A build that is done again in the same folder proves the same."""
    monkeypatch.setattr(proving, "copy_with", lambda program, target, stale: target)
    monkeypatch.setattr(proving, "make_setup", lambda program, version, target, proving: target)
    bench = a_bench(StandIn(tmp_path))
    book = bench.wine.drive / "本子 甲" / "本子 甲.xunion"
    book.parent.mkdir()
    book.touch()
    proving.prepare(bench.wine, bench.program, "1", tmp_path)
    assert not bench.home.exists()
    assert not book.exists()
    assert set(proving.OUR_KEYS) < set(bench.wine.deleted)


def test_what_another_program_holds_is_let_go_with_its_pipe(tmp_path):
    wine = Here(tmp_path)
    with held(wine, tmp_path):
        assert wine.started[0].poll() is None
    assert wine.started[0].returncode is not None
    assert wine.started[0].stdout.closed


def test_no_data_folder_of_a_test_goes_into_this_windows(tmp_path, monkeypatch):
    monkeypatch.setenv("XUNION_HOME", str(tmp_path))
    assert "XUNION_HOME" not in wine_host.Wine(tmp_path).environment
