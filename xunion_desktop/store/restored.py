"""The note of a restore: what the log of the restored book is told when it is first opened.

It is signed with the book key, for the very state that was restored: nobody else can put words into the log, and an old
note put back says nothing. ``Restore`` also reads from the log which restores there were: backups made after the copy
that was restored, and before it was, hold entries that the book no longer has.
"""

from __future__ import annotations

import hmac
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from xunion_desktop.basics.disk import write_whole

from .ciphers import derived
from .heads import Head, SignedHeads

NOTE = "restored.txt"
_SHOWN = "%Y-%m-%d %H:%M:%S"
_SAID = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) 恢复了 (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) 的备份")


@dataclass(frozen=True)
class RestoreNote:
    """Who restored what; ``sentence`` is what the log will say."""

    sentence: str
    user: str = ""

    def write(self, folder: Path, key: bytes, heads: Iterable[Head]) -> None:
        """Put it into the folder of the restored book, signed for the state that it is in."""
        said = {**asdict(self), "signature": self._signature(key, heads)}
        write_whole(folder / NOTE, json.dumps(said, ensure_ascii=False).encode())

    def _signature(self, key: bytes, heads: Iterable[Head]) -> str:
        state = SignedHeads.of(heads, key).signature.hex()
        content = json.dumps([self.sentence, self.user, state]).encode()
        return hmac.digest(derived(key, b"xunion restored"), content, "sha256").hex()

    def genuine(self, signature: str, key: bytes, heads: Iterable[Head]) -> bool:
        """Whether it is as it was signed."""
        return hmac.compare_digest(signature.encode(), self._signature(key, heads).encode())


def read_note(file: Path, key: bytes, heads: Iterable[Head]) -> RestoreNote | None:
    """Read the note that a restore has left; None where none has written it, or not for this state."""
    with suppress(ValueError, KeyError, TypeError, RecursionError):
        said = json.loads(file.read_bytes())
        note = RestoreNote(str(said["sentence"]), str(said["user"]))
        if note.genuine(str(said["signature"]), key, heads):
            return note
    return None


@dataclass(frozen=True)
class Span:
    """From the copy that was restored to the restore: what was backed up between is not in the book any more."""

    since: datetime
    until: datetime

    def holds(self, time: datetime) -> bool:
        """Whether a backup was made in it."""
        return self.since <= time <= self.until


def sentence_of(moment: datetime, copy: datetime, left: str) -> str:
    """Return what the log says of a restore."""
    return f"{moment:{_SHOWN}} 恢复了 {copy:{_SHOWN}} 的备份{left}。"


def spans(sentences: Iterable[str]) -> Iterator[Span]:
    """Read from the log what each restore took back."""
    for sentence in sentences:
        said = _SAID.match(sentence)
        if said:
            moment, copy = (datetime.strptime(time, _SHOWN).astimezone() for time in said.groups())
            yield Span(copy, moment)
