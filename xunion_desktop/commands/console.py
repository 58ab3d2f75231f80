"""Console: what the commands say, in UTF-8 whatever the console is."""

import errno
import io
import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
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


class Unheard(Exception):
    """What was said cannot be written: nobody listens any more ("" to say), or the disk is full."""


def speak_utf8() -> None:
    """Write UTF-8 and never fail at a character, also where the console is GBK or a pipe without a locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(*lines: str) -> None:
    """Write lines for the person at the console. Unheard where they cannot be written."""
    if sys.stdout is None:  # closed by the shell
        raise Unheard
    try:
        sys.stdout.write("".join(f"{line}\n" for line in lines))
        sys.stdout.flush()
    except OSError as fault:
        _stop_talking()
        left = isinstance(fault, BrokenPipeError) or fault.errno == errno.EINVAL  # so Windows calls a closed pipe
        why = "磁盘已满" if fault.errno == errno.ENOSPC else f"输出出错（系统的错误号 {fault.errno}）"
        raise Unheard("" if left else f"命令做完了，但结果没有写出来：{why}。") from fault


def _stop_talking() -> None:
    """Let what is still to be written go nowhere, so that Python does not try once more as it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
    """Say what went wrong, on standard error, if it is there."""
    with suppress(OSError, AttributeError):
        sys.stderr.write(f"{sentence}\n")
        sys.stderr.flush()
