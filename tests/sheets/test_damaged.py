"""A damaged file is Trouble wherever the damage lies; never a traceback, never a crash."""

import random
from pathlib import Path

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.sheets.read import read_workbook

PANIC = 75_618  # cut to this length the real ledger makes calamine panic


def cut(data, chance):
    return data[: chance.randrange(len(data))]


def blotted(data, chance):
    place = chance.randrange(len(data))
    return data[:place] + bytes(512) + data[place + 512 :]


def spotted(data, chance):
    spots = bytearray(data)
    for _ in range(chance.choice((1, 5, 50))):
        spots[chance.randrange(len(spots))] = chance.randrange(256)
    return bytes(spots)


def told(path: Path, data: bytes) -> str:
    """The remedy of the trouble, 'read' where there is none."""
    path.write_bytes(data)
    try:
        read_workbook(path)
    except Trouble as trouble:
        return trouble.remedy
    return "read"


@pytest.mark.parametrize("damage", [cut, blotted, spotted])
def test_every_damage_is_read_over_or_told_with_a_remedy(ledger, tmp_path, damage):
    whole, chance = ledger.read_bytes(), random.Random(7)
    assert all(told(tmp_path / f"坏{ledger.suffix}", damage(whole, chance)) for _ in range(25))


def test_a_panic_inside_the_library_is_told_as_damage(xls_ledger, tmp_path):
    path = tmp_path / "坏.xls"
    path.write_bytes(xls_ledger.read_bytes()[:PANIC])
    with pytest.raises(Trouble, match="已损坏"):
        read_workbook(path)
