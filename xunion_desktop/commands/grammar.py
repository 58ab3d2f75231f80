"""Grammar: the whole command line, one function per command."""

import os
from argparse import SUPPRESS, Namespace
from datetime import datetime, time
from pathlib import Path

from xunion_desktop import __version__
from xunion_desktop.basics.places import find_places, program_folder

from . import MODULES
from .arguments import BOOK, Arguments, count
from .named_book import book_meant, book_to_restore

MARK = ".xunion"
WINDOW = "县总工会工作台。不带命令就打开窗口；只写一个本子（.xunion 文件或文件夹的路径），就打开它。"


def read(arguments: list[str]) -> Namespace:
    """The options of this command line; ``today`` is always a day. WrongUsage where it is wrong.

    ``made`` is when the files say they were made: where the day is given the begin of it, so that two runs write the
    same bytes; else None, the clock.
    """
    options = grammar().parse_args(_book_named(arguments))
    options.made = datetime.combine(options.today, time()).astimezone() if "today" in options else None
    if "today" not in options:
        options.today = datetime.now().astimezone().date()
    if options.meant is not None:
        options.book = options.meant(options.book, find_places(program_folder()).data)
    return options


def _book_named(arguments: list[str]) -> list[str]:
    """A book that stands first is the one to open: so do menus and file managers name what was clicked, or nothing.

    argparse cannot take it beside the commands; a command is neither a path nor ends like a book. What is no command,
    but lies here as a folder, is one too.
    """
    first = arguments[0] if arguments else ""
    is_path = first.endswith(MARK) or "/" in first or os.sep in first
    is_book = is_path or (first not in ("", *MODULES) and Path(first).is_dir())
    return ["--book", *arguments] if is_book and not first.startswith("-") else arguments


def grammar() -> Arguments:
    """The command line without a command (the window), and its commands."""
    whole = Arguments(prog="xunion-desktop", description=WINDOW)
    whole.set_defaults(meant=book_meant)  # what --book means; a command may know better
    whole.optional.add_argument("--book", default="", metavar="本子", help=f"打开哪个本子（不给就打开上次的）：{BOOK}")
    whole.optional.add_argument("--demo", action="store_true", help="打开演示县")
    whole.optional.add_argument("--version", action="version", version=__version__, help="显示版本号")
    commands = whole.add_subparsers(title="命令", dest="command", metavar="命令", parser_class=Arguments)
    for name, summary, describe in (
        ("demo", "造一个演示县的本子，单位和人都是虚构的", demo),
        ("import", "导入台账；不加 --commit 只说会写入什么", bring_in),
        ("export", "把台账写成 Excel，或按名册的样子写成 PDF", take_out),
        ("forms", "列出所有印刷件：代号、名称、种类、房间", forms),
        ("sample", "每种印刷件印两份：演示县的，存为“文件夹/代号.pdf”；字最多的，另存一份", sample),
        ("print", "印成一份 PDF；正式印时取文号并登记", printing),
        ("reprint", "照登记过的文号补打一份 PDF，文号不变", reprint),
        ("undo", "撤销上一次还没有撤销的操作", undo),
        ("check", "查本子有没有在程序之外被动过，附件和日期对不对", check),
        ("backup", "备份本子，并打开副本验证", backup),
        ("restore", "把本子恢复成一份备份的样子；现在的本子留在旁边", restore),
        ("package", "把整个本子打成一个文件，搬到另一台电脑", package),
        ("unpack", "把打包文件解开成一个本子", unpack),
        ("new-password", "忘了密码：用恢复码设一个新的", new_password),
        ("self-test", "在临时文件夹里把主要的事做一遍，看是否正常", self_test),
    ):
        command = commands.add_parser(name, help=summary, description=f"{summary}。")
        describe(command)
        command.optional.add_argument("--json", action="store_true", help="结果写成 JSON，给别的程序读")
    return whole


def demo(command: Arguments) -> None:
    """A county of any size from a seed."""
    command.makes_book()
    command.optional.add_argument("--branches", type=count, default=300, metavar="N", help="基层工会数（300）")
    command.optional.add_argument("--members", type=count, default=20000, metavar="N", help="会员总数（20000）")
    command.optional.add_argument("--seed", type=int, default=1, metavar="N", help="同一个种子造出同一个县（1）")


def bring_in(command: Arguments) -> None:
    """A ledger, and what to do with it."""
    command.needs_register()
    command.needed.add_argument("file", type=Path, metavar="文件", help=".xls、.xlsx、.ods 或 .csv")
    command.needs_book()
    command.optional.add_argument("--commit", action="store_true", help="写入能写入的行；本子不在就先建一个")
    command.optional.add_argument("--sheet", default="", metavar="名称", help="工作簿里的哪一张表")
    command.optional.add_argument("--errors", type=Path, metavar="X.xlsx", help="有问题的行另存到这里，改好可再导入")


def take_out(command: Arguments) -> None:
    """A register, and the file it goes to."""
    command.needs_register()
    command.needed.add_argument("file", type=Path, metavar="文件", help=".xlsx（台账）或 .pdf（名册）")
    command.needs_book()
    command.may_filter()
    command.optional.add_argument("--reason", default="", metavar="原因", help="写明原因，电话等照原文写；不写打星号")
    command.optional.add_argument("--gaps", action="store_true", help="名册里字体没有的字印成“〓”，不因此停下")


def forms(command: Arguments) -> None:
    """Nothing but what every command takes."""


def sample(command: Arguments) -> None:
    """The folder of the samples."""
    command.needed.add_argument("folder", type=Path, metavar="文件夹", help="样张写到哪里")
    command.optional.add_argument("--word", action="store_true", help="能存为 Word 文件的，也各存一份 .docx")


def printing(command: Arguments) -> None:
    """A form, for whom, and the file it goes to."""
    command.needed.add_argument("form", metavar="印刷件", help="代号，如 branches/election_reminder")
    command.needs_book()
    command.optional.add_argument("--out", type=Path, metavar="X.pdf", help="PDF 写到哪里；不给就要给 --word")
    command.optional.add_argument(
        "--word",
        type=Path,
        metavar="文件夹",
        help="Word 文件写到这里，一份一个（只有一份时可以是 X.docx）；不取文号",
    )
    command.may_filter()
    command.optional.add_argument("--draft", action="store_true", help="只看样子：不取文号，不登记")
    command.optional.add_argument("--rest", action="store_true", help="有缺字的先不印，其余照印；不加就一份也不印")
    command.optional.add_argument("--again", action="store_true", help="印过的也再印一份，取新的文号")


def reprint(command: Arguments) -> None:
    """A number, and the file it goes to."""
    command.needed.add_argument("number", metavar="文号", help="登记过的文号，如 兴工函〔2026〕38号")
    command.needs_book()
    command.needed.add_argument("--out", required=True, type=Path, metavar="X.pdf", help="PDF 写到哪里")


def undo(command: Arguments) -> None:
    """The book whose last deed is taken back."""
    command.needs_book()


def check(command: Arguments) -> None:
    """The book that is looked at, and the backups it is held against."""
    command.needs_book()
    command.optional.add_argument(
        "--backups", nargs="+", default=[], type=Path, metavar="文件夹", help="还要和哪几份备份对照"
    )


def backup(command: Arguments) -> None:
    """The book, and where the copy goes."""
    command.needs_book()
    command.optional.add_argument(
        "--to", type=Path, metavar="文件夹", help="备份到这里，如优盘（不给就和这台电脑的其他备份放在一起）"
    )


def restore(command: Arguments) -> None:
    """The book, and the backup it is made of."""
    command.needs_book()
    command.set_defaults(meant=book_to_restore)
    command.needed.add_argument(
        "--from",
        dest="source",
        required=True,
        type=Path,
        metavar="备份",
        help="一份备份的文件夹；给放备份的文件夹，就用最近一份验证过的",
    )


def package(command: Arguments) -> None:
    """The book, and the file it is written to."""
    command.needed.add_argument("file", type=Path, metavar="文件", help="打包成哪个文件（.xupack）")
    command.needs_book()


def unpack(command: Arguments) -> None:
    """The package, and the book that becomes of it."""
    command.needed.add_argument("file", type=Path, metavar="文件", help="打包文件（.xupack）")
    command.makes_book()


def new_password(command: Arguments) -> None:
    """The book, and whose password it is."""
    command.needs_book()
    command.optional.add_argument("--user", default="", metavar="用户名", help="给谁设（只有一个用户的不用写）")


def self_test(command: Arguments) -> None:
    """The office's own book, if it is to be looked at too; how the window is shown, and where its picture goes."""
    command.optional.add_argument("--book", default="", metavar="本子", help=f"还要体检哪个本子：{BOOK}")
    command.optional.add_argument(
        "--platform", default="", metavar="平台", help="窗口用 Qt 的哪个平台显示，如 offscreen；none = 不看窗口"
    )
    command.optional.add_argument("--picture", type=Path, metavar="X.png", help="窗口的样子存到这里")
    command.optional.add_argument("--only", metavar="哪一项", help="只做这一项，如 窗口、字体")
    # by which the program tells itself that it is the process which may die of the screen
    command.optional.add_argument("--here", action="store_true", help=SUPPRESS)
