"""package: the whole book in one file, to take it to another PC."""

from argparse import Namespace

from xunion_desktop.office.access import demand_admin
from xunion_desktop.store.copying import megabytes
from xunion_desktop.store.package import pack

from .books import open_book
from .console import Code, answer, say


def run(options: Namespace) -> int:
    """Write the file."""
    with open_book(options.book) as book:
        demand_admin(book, "把本子打成一个文件")
        file = pack(book, options.file)
        protected = book.keys.protected
    size = file.stat().st_size
    if options.json:
        answer({"file": str(file), "size": size, "protected": protected})
    else:
        say(f"已打包成“{file}”，{megabytes(size)}，读回来验证过。在另一台电脑上用 unpack 解开。")
        if not protected:
            say("这个本子没有设密码，谁拿到这个文件都能打开它，请保管好。")
    return Code.DONE
