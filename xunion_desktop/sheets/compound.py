"""The OLE compound file that .xls (and an encrypted .xlsx) is: which streams it has, and the bytes of one."""

from __future__ import annotations

import struct
from dataclasses import dataclass

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # this and above are marks, not sectors
_MINI_LIMIT = 4096
_ENTRY = 128


@dataclass(frozen=True)
class _Entry:
    start: int
    size: int


class Compound:
    """An OLE compound file in memory. ValueError where its chains are broken (a truncated file)."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        if len(data) < 512 or not data.startswith(SIGNATURE):
            raise ValueError("no compound file")
        self._sector = 1 << struct.unpack_from("<H", data, 30)[0]
        self._table = self._sector_table()
        self._root = _Entry(0, 0)
        self._entries = self._directory()

    @property
    def names(self) -> frozenset[str]:
        """The names of all streams and storages: Workbook, WordDocument, EncryptedPackage …"""
        return frozenset(self._entries)

    def stream(self, name: str) -> bytes:
        """The bytes of a stream."""
        entry = self._entries[name]
        if entry.size >= _MINI_LIMIT:
            return self._chain(entry.start)[: entry.size]
        mini = self._chain(self._root.start)
        table = _longs(self._chain(struct.unpack_from("<I", self._data, 60)[0]))
        places = _places(table, entry.start)
        return b"".join(mini[place * 64 : place * 64 + 64] for place in places)[: entry.size]

    def _at(self, sector: int) -> bytes:
        start = (sector + 1) * self._sector
        if start >= len(self._data):
            raise ValueError("sector past the end")
        return self._data[start : start + self._sector]

    def _chain(self, start: int) -> bytes:
        return b"".join(self._at(sector) for sector in _places(self._table, start))

    def _sector_table(self) -> tuple[int, ...]:
        """The FAT, whose own sectors are listed in the header and, beyond 109, in the DIFAT chain."""
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        following: int = struct.unpack_from("<I", self._data, 68)[0]
        while following < _END and len(sectors) * self._sector <= len(self._data):
            more = _longs(self._at(following))
            sectors += more[:-1]
            following = more[-1]
        return _longs(b"".join(self._at(sector) for sector in sectors if sector < _END))

    def _directory(self) -> dict[str, _Entry]:
        entries: dict[str, _Entry] = {}
        directory = self._chain(struct.unpack_from("<I", self._data, 48)[0])
        for place in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", directory, place + 64)
            entry = _Entry(*struct.unpack_from("<II", directory, place + 116))
            if kind == 5:
                self._root = entry
            elif kind:
                entries[directory[place : place + max(length - 2, 0)].decode("utf-16-le", "replace")] = entry
        return entries


def _longs(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _places(table: tuple[int, ...], start: int) -> list[int]:
    """The sectors of a chain."""
    places: list[int] = []
    while start < _END:
        if start >= len(table) or len(places) > len(table):
            raise ValueError("broken chain")
        places.append(start)
        start = table[start]
    return places
