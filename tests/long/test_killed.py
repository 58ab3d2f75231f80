# ruff: noqa: T201
"""kill -9 at 200 random moments, and once at every file that a restore and an upgrade touch (issue 3)."""

import random
from pathlib import Path

import pytest

from tests.store.dying import LOOPING, Killing

SEED = 20261124
TIMES = {"save": 50, "bring_in": 40, "back_up": 40, "put_back": 30, "upgrade": 20, "ledger": 20}  # 200
MOST_TRIES = 4  # for each death: on a busy PC a work may be done before its moment comes
GOES_ON = 2.0  # seconds of work that goes on until it is killed


@pytest.mark.parametrize("work", TIMES)
def test_a_program_killed_at_random_leaves_a_whole_book(work: str, tmp_path: Path):
    killing = Killing(work, tmp_path, random.Random(SEED))
    most = GOES_ON
    if work not in LOOPING:
        most = killing.at_touch().seconds
    tries = 0
    while killing.deaths < TIMES[work] and tries < MOST_TRIES * TIMES[work]:
        killing.at_random(most)
        tries += 1
    print(f"\n{work}: {killing.deaths} killed within {most:.1f} s, of {tries}")
    assert killing.deaths == TIMES[work]


@pytest.mark.parametrize("work", ["put_back", "upgrade", "protect"])
def test_a_program_killed_at_every_file_it_touches_leaves_the_old_book_or_the_new_one(work: str, tmp_path: Path):
    killing = Killing(work, tmp_path, random.Random(SEED))
    touches = killing.at_touch().touches
    for touch in range(1, touches + 1):
        killing.at_touch(touch)
    print(f"\n{work}: killed at each of {touches} touches")
    assert killing.deaths >= touches - 1


def test_a_program_that_finds_any_file_in_use_once_loses_nothing_that_is_done_since(tmp_path: Path):
    killing = Killing("protect_in_use", tmp_path, random.Random(SEED))
    touches = killing.at_touch().touches
    for touch in range(1, touches + 1):
        killing.at_touch(touch)
    print(f"\nprotect: refused each of {touches} touches")
