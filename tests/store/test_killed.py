"""kill -9 at any moment: no finished deed lost, no half one visible, and the next start says nothing."""

import random
from pathlib import Path

import pytest

from tests.store.dying import BOOKS, LEFT, LOOPING, Death, Killing

SEED = 20261124


@pytest.mark.parametrize("work", LOOPING)
def test_a_program_killed_at_its_work_leaves_a_whole_book(work: str, tmp_path: Path):
    killing = Killing(work, tmp_path, random.Random(SEED))
    for _ in range(2):
        killing.at_random(0.4)
    assert killing.deaths == 2


@pytest.mark.parametrize(
    ("work", "touches"), [("put_back", (14, 24)), ("upgrade", (5, 30)), ("protect", (9, 20, 23, 27, 30))]
)
def test_a_program_killed_between_two_files_leaves_the_old_book_or_the_new_one(
    work: str, touches: tuple[int, ...], tmp_path: Path
):
    killing = Killing(work, tmp_path, random.Random(SEED))
    for touch in touches:
        killing.at_touch(touch)
    assert killing.deaths == len(touches)


@pytest.mark.parametrize("touch", [23, 26])
def test_a_program_that_finds_a_file_in_use_loses_nothing_that_is_done_since(touch: int, tmp_path: Path):
    killing = Killing("protect_in_use", tmp_path, random.Random(SEED))
    assert killing.at_touch(touch).survived


@pytest.mark.parametrize(
    ("work", "said"), [("save", "第0件"), ("bring_in", "导入0"), ("back_up", "backup 2026"), ("put_back", "restored")]
)
def test_what_was_said_to_be_done_and_is_not_there_would_be_found(work: str, said: str, tmp_path: Path):
    BOOKS[work](tmp_path)
    with pytest.raises(AssertionError):
        LEFT[work](tmp_path, Death(["ready", said], survived=False))
