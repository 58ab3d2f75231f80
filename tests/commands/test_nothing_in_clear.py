"""No name, telephone or id number can be read in anything that the program keeps (issue 3).

What the clerk saves in clear on purpose (a PDF, an Excel file) is not kept by the program. The names of users stand in
keyring.json: the log-in page lists them.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from tests.commands.officeday import SECRETS
from xunion_desktop.branches.records.branch import Branch, Employer
from xunion_desktop.catalogue import record_classes
from xunion_desktop.people.records import Person
from xunion_desktop.store.book import Book
from xunion_desktop.store.unlocking import ByPassword

ROOT = Path(__file__).parents[2]
OWNER = ("值班员", "春天的杏花开了")
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
SHORTEST = 6  # bytes: shorter ones come up by chance among encrypted ones
A_FEW = 15  # of each sort: to look for all of them takes a minute


@pytest.fixture(scope="module")
def pc(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that lies on the PC after a day at the office that ended with a power cut."""
    home = tmp_path_factory.mktemp("pc")
    for folder in ("tmp", "data"):
        (home / folder).mkdir()
    surroundings = {
        **os.environ, "XUNION_HOME": str(home / "data"),
        "HOME": str(home), "TMPDIR": str(home / "tmp"), "TEMP": str(home / "tmp"), "TMP": str(home / "tmp"),
        "SQLITE_TMPDIR": str(home / "tmp"), "XUNION_USER": OWNER[0], "XUNION_PASSWORD": OWNER[1],
    }  # fmt: skip
    letters = home.with_name("letters.pdf")
    command = [sys.executable, "-X", "utf8", "-m", "tests.commands.officeday", str(home), str(letters)]
    day = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, check=False)
    assert day.returncode in (-9, 15), day.stderr.decode()
    assert letters.exists()
    return home


def kept(home: Path) -> dict[str, bytes]:
    """Every file with its content, and the names of all."""
    files = {path.relative_to(home).as_posix(): path.read_bytes() for path in home.rglob("*") if path.is_file()}
    return {**files, "(names)": "\n".join(files).encode()}


def told(field: Any) -> set[str]:
    """What stands in a column of the open book."""
    return {value for (value,) in field.model.select(field).tuples() if value}


def spelled(secrets: Iterable[str]) -> list[bytes]:
    """How these would be written in clear."""
    every = {secret.encode(encoding) for secret in secrets for encoding in ENCODINGS}
    return sorted(each for each in every if len(each) >= SHORTEST)


def found(home: Path, secrets: Iterable[str]) -> set[str]:
    """The files in which one of these can be read."""
    wanted = spelled(secrets)
    return {name for name, content in kept(home).items() if any(each in content for each in wanted)}


@pytest.fixture(scope="module")
def secrets(pc: Path) -> set[str]:
    """Some names and numbers of each sort that the book holds, and those that were only typed."""
    with Book.open(pc / "兴县", record_classes(), pc / "replicas", ByPassword(*OWNER)):
        held = [sorted(told(field)) for field in (Branch.name, Branch.code, Employer.name, Person.name, Person.phone)]
    assert min(map(len, held)) >= A_FEW
    chance = random.Random(20261124)
    return {*SECRETS, *chain.from_iterable(chance.sample(values, A_FEW) for values in held)}


def test_the_day_left_everything_that_a_program_keeps(pc: Path):
    names = " ".join(kept(pc))
    for part in (
        "settings.json",
        "兴县/book.db",
        "book.db-wal",
        "files/",
        "keyring.json",
        "xunion.log",
        "proof.json",
        ".xupack",
    ):
        assert part in names, part


def test_no_name_or_number_can_be_read(pc: Path, secrets: set[str]):
    assert len(secrets) > 4 * A_FEW
    assert found(pc, secrets) == set()


def test_only_who_may_log_in_and_who_did_last_is_named(pc: Path):
    """In the keyring, in a package, which holds it, and in the settings of this PC."""
    named = {Path(name) for name in found(pc, [OWNER[0]])}
    places = {path.suffix if path.suffix == ".xupack" else path.name for path in named}
    assert places == {"keyring.json", ".xupack", "settings.json"}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_search_would_find_what_is_there(tmp_path: Path, secrets: set[str], encoding: str):
    (tmp_path / "left.tmp").write_bytes(os.urandom(1000) + max(secrets).encode(encoding) + os.urandom(1000))
    assert found(tmp_path, secrets) == {"left.tmp"}
