"""Console: what the commands say, in UTF-8 whatever the console is."""

import io
import json
import sys
from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from xunion_desktop.basics.problems import Problem


class Code(IntEnum):
    """Exit codes of the command line."""

    DONE = 0
    PROBLEMS = 1
    USAGE = 2
    TROUBLE = 3


class WrongUsage(Exception):
    """An unknown register, form or chip was asked for; the sentence says which there are."""


def speak_utf8() -> None:
    """Write UTF-8 and never fail at a character, also where the console is GBK or a pipe without a locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(*lines: str) -> None:
    """Write lines for the person at the console."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def say_list(heading: str, lines: Iterable[str]) -> None:
    """A heading and its lines, indented; nothing where there are none."""
    found = list(lines)
    if found:
        say(f"{heading}：", *(f"  {line}" for line in found))


def spoken(problem: Problem) -> str:
    """A problem and what to do about it, as whole sentences."""
    parts = (problem.sentence, problem.remedy)
    return "".join(f"{part.rstrip('。')}。" for part in parts if part)


def answer(data: Any) -> None:
    """Write the answer for a program (--json)."""
    say(json.dumps(data, ensure_ascii=False, indent=1))


def complain(sentence: str) -> None:
    """Say what went wrong, on standard error."""
    sys.stderr.write(f"{sentence}\n")
