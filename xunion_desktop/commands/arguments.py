"""Arguments: argparse speaking Chinese, and the options that every command knows."""

import argparse
import re
from collections.abc import Iterable
from datetime import date
from typing import Any, NoReturn

from .console import Code, WrongUsage

BOOK = "本子的文件夹或 .xunion 文件；在这台电脑的窗口里新建的，写名字就行"
YEARS = range(1949, 2101)

# argparse's own sentences, which quote with the marks that the value leaves free; none may reach a clerk in English
_SAID = """['"](.*)['"]"""
SENTENCES = (
    (r"the following arguments are required: (.+)", r"缺少 \1"),
    (r"unrecognized arguments: (.+)", r"不认识 \1"),
    (rf"argument 命令: invalid choice: {_SAID} \(choose from (.+)\)", r"没有“\1”这条命令，可用的有 \2"),
    (rf"argument (\S+): invalid choice: {_SAID} \(choose from (.+)\)", r"\1 没有“\2”，可用的有 \3"),
    (r"argument (\S+): expected .+", r"\1 后面要有内容"),
    (rf"argument (\S+): invalid int value: {_SAID}", r"\1 要是整数，不是“\2”"),
    (rf"argument (\S+): ignored explicit argument {_SAID}", r"\1 后面不带内容（多了“\2”）"),
    (r"argument (\S+): (.+)", r"\1：\2"),
)


class ChineseHelp(argparse.HelpFormatter):
    """Help texts that begin with 用法."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """The usage line under its Chinese name."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class ChineseArguments(argparse.ArgumentParser):
    """Arguments that are asked for and refused in Chinese: some needed, some optional. The build has these too."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=ChineseHelp, **settings)
        self.needed = self.add_argument_group("要给的")
        self.optional = self.add_argument_group("可以给的")
        self.optional.add_argument("-h", "--help", action="help", help="显示这段说明")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one sentence, and leave with the code for wrong usage."""
        self.exit(Code.USAGE, f"用法不对：{self.wrong(message)}\n")

    def wrong(self, message: str) -> str:
        """What is wrong, in Chinese, and where the help is."""
        return f"{in_chinese(message)}。说明见 {self.prog} --help"


class Arguments(ChineseArguments):
    """The arguments of one command of the program, which tells what is wrong as it tells any other wrong usage."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        # suppressed, so that a --today before the command is not wiped out by the command's default
        self.optional.add_argument(
            "--today", type=day, default=argparse.SUPPRESS, metavar="YYYY-MM-DD", help="把哪天当作今天，文件也记这一天"
        )

    def error(self, message: str) -> NoReturn:
        """Wrong usage, as one sentence."""
        raise WrongUsage(self.wrong(message))

    def needs_book(self) -> None:
        """The command works on a book."""
        self.needed.add_argument("--book", required=True, type=named, metavar="本子", help=BOOK)

    def makes_book(self) -> None:
        """The command makes a new book, where it is said."""
        self.set_defaults(meant=None)
        self.needed.add_argument("--book", required=True, type=named, metavar="本子", help="新本子的文件夹，还没有的")

    def needs_register(self) -> None:
        """The command works on one register of a room."""
        self.needed.add_argument("register", metavar="台账", help="台账的代号，如 branches")

    def may_filter(self) -> None:
        """The command can keep to the records of one filter chip."""
        self.optional.add_argument("--where", default="", metavar="筛选", help="筛选的名称或代号，如 overdue")


def in_chinese(message: str) -> str:
    """argparse's sentence in Chinese."""
    for english, chinese in SENTENCES:
        if found := re.fullmatch(english, message, re.DOTALL):
            return found.expand(chinese).replace(", ", "、").replace("'", "")
    return message


def named(text: str) -> str:
    """A book as a command needs it: the empty path would be the current folder, which nobody named."""
    if not text:
        raise argparse.ArgumentTypeError("没有写是哪个本子")
    return text


def day(text: str) -> date:
    """A day as the option --today takes it: one on which an office may have worked with this."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是一个日期，要写成 2026-11-24") from None
    if found.year not in YEARS:
        raise argparse.ArgumentTypeError(f"“{text}”太远了，要在 {YEARS[0]} 年到 {YEARS[-1]} 年之间")
    return found


def count(text: str) -> int:
    """A whole number that is not negative."""
    if not re.fullmatch(r"[0-9]{1,7}", text):
        raise argparse.ArgumentTypeError(f"“{text}”不是个数，要写成 300")
    return int(text)
