"""Attempts: wrong passwords make the next one wait longer, never for good."""

import json
from pathlib import Path

import pytest

from xunion_desktop.store.attempts import Attempts, Refused

NOW = 1_790_000_000.0


@pytest.fixture
def attempts(tmp_path: Path) -> Attempts:
    return Attempts(tmp_path / "attempts.json")


def failed(attempts: Attempts, times: int, now: float = NOW) -> Attempts:
    for _ in range(times):
        attempts.fail("小李", now)
    return attempts


def test_nobody_waits_at_first(attempts: Attempts):
    assert attempts.wait(NOW) == 0


@pytest.mark.parametrize(("times", "seconds"), [(1, 0), (2, 0), (3, 1), (4, 2), (5, 4), (8, 32), (9, 60), (5000, 60)])
def test_the_wait_grows_and_never_beyond_a_minute(attempts: Attempts, times: int, seconds: int):
    attempts.file.write_text(json.dumps({"failed": times, "last": NOW, "untold": []}))
    attempts = Attempts(attempts.file)
    assert attempts.wait(NOW) == seconds


def test_the_wait_passes(attempts: Attempts):
    failed(attempts, 5)
    assert (attempts.wait(NOW + 1), attempts.wait(NOW + 4)) == (3, 0)


def test_who_does_not_wait_is_refused_and_told_how_long(attempts: Attempts):
    failed(attempts, 5)
    with pytest.raises(Refused, match="请等 3 秒再试") as told:
        attempts.demand_patience(NOW + 1.5)
    assert told.value.wait == 3


def test_a_restart_does_not_end_the_wait(attempts: Attempts):
    failed(attempts, 5)
    assert Attempts(attempts.file).wait(NOW) == 4


def test_a_clock_set_back_a_year_keeps_nobody_out_for_a_year(attempts: Attempts):
    failed(attempts, 9)
    past = NOW - 365 * 86400
    assert (attempts.wait(past), attempts.wait(past + 60)) == (60, 0)


def test_a_clock_set_back_keeps_nobody_out_who_reads_the_file_anew_at_every_try(attempts: Attempts):
    failed(attempts, 9)
    past = NOW - 365 * 86400
    assert [Attempts(attempts.file).wait(past + later) for later in (0, 30, 60)] == [60, 30, 0]


def test_what_a_lock_has_noted_is_not_forgotten_by_the_book_that_is_open(attempts: Attempts):
    of_the_book = Attempts(attempts.file)
    failed(Attempts(attempts.file), 3)
    failed(of_the_book, 1)
    again = Attempts(attempts.file)
    assert (len(again.untold), again.wait(NOW)) == (4, 2)


def test_only_what_is_in_the_log_is_forgotten(attempts: Attempts):
    failed(attempts, 1)
    Attempts(attempts.file).fail("小王", NOW + 1)
    attempts.told()
    assert [attempt.name for attempt in Attempts(attempts.file).untold] == ["小王"]


def test_the_right_password_ends_the_wait(attempts: Attempts):
    failed(attempts, 9).succeed()
    assert Attempts(attempts.file).wait(NOW) == 0


def test_they_are_kept_until_they_were_told(attempts: Attempts):
    failed(attempts, 1).succeed()
    again = Attempts(attempts.file)
    assert [attempt.name for attempt in again.untold] == ["小李"]
    again.told()
    assert (Attempts(attempts.file).untold, attempts.file.exists()) == ([], False)


def test_only_the_latest_are_kept(attempts: Attempts):
    attempts.file.write_text(json.dumps({"failed": 0, "last": NOW, "untold": [["小王", ""]] * 200}))
    failed(attempts, 1)
    assert (len(attempts.untold), attempts.untold[-1].name) == (200, "小李")


@pytest.mark.parametrize("said", ["", "[]", "{}", '{"failed": "x", "last": 0, "untold": []}', '{"untold": [1]}'])
def test_a_damaged_note_counts_as_none(attempts: Attempts, said: str):
    attempts.file.write_text(said)
    assert Attempts(attempts.file).wait(NOW) == 0


def test_where_nothing_can_be_written_a_wrong_one_costs_its_wait_all_the_same(tmp_path: Path):
    (tmp_path / "stick").write_bytes(b"")  # no folder: nothing can be written in it
    file = tmp_path / "stick" / "attempts.json"
    for _ in range(4):
        Attempts(file).fail("王海燕", now=100.0)
    assert Attempts(file).wait(100.0) > 0
    Attempts(file).succeed()
    assert Attempts(file).wait(100.0) == 0
