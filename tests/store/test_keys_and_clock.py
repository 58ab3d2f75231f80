"""Keys and the hybrid clock."""

import time
from concurrent.futures import ThreadPoolExecutor

from xunion_desktop.store.clock import HybridClock, local_time, moment
from xunion_desktop.store.keys import new_key


def test_a_key_is_a_uuid_of_version_7():
    key = new_key()
    assert (len(key), key[12], key[16] in "89ab") == (32, "7", True)


def test_keys_differ():
    assert len({new_key() for _ in range(10_000)}) == 10_000


def test_keys_sort_as_they_were_made():
    made = [new_key() for _ in range(10_000)]
    assert made == sorted(made)


def test_a_key_begins_with_the_time():
    before, key = time.time_ns() // 1_000_000, new_key()
    assert 0 <= int(key[:12], 16) - before < 60_000


def test_keys_of_several_threads_differ():
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: new_key(), range(10_000)))
    assert len(set(made)) == 10_000


def test_the_clock_keeps_wall_time():
    reading = HybridClock().tick(1_790_000_000_123)
    assert moment(reading).timestamp() == 1_790_000_000.123


def test_the_clock_goes_on_though_the_pc_is_set_back_a_year():
    clock = HybridClock()
    before = clock.tick(1_790_000_000_000)
    assert clock.tick(1_760_000_000_000) > before


def test_two_readings_in_one_millisecond_differ():
    clock = HybridClock()
    assert clock.tick(5) < clock.tick(5)


def test_the_clock_goes_on_from_what_it_met():
    clock = HybridClock()
    clock.meet(9 << 16)
    assert clock.tick(1) == (9 << 16) + 1


def test_the_time_is_written_with_its_zone():
    assert local_time(0 << 16)[4] == "-"
    assert len(local_time(1_790_000_000_000 << 16)) == len("2026-11-03T09:41:07+08:00")
