"""Collect the licences of all that is shipped into resources/licences/: the frozen program carries no metadata.

    .venv/bin/python build_spec/licences.py

Run it after every change of the locks, in an environment of these locks. One file each: the name with its version, the
licence in a word, a blank line, the text. A test compares the folder with the locks.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "resources" / "licences"
COMMON = Path("/usr/share/common-licenses")
LGPL = ("LGPL-3", "GPL-3")  # the first builds on the second
WORDS = {  # where the metadata name none, or a sentence
    "apsw-sqlite3mc": "OSI；SQLite 公有领域",
    "peewee": "MIT",
    "python-docx": "MIT",
    "reportlab": "BSD-3-Clause",
    "rl-accel": "BSD-3-Clause",
    "pyside6-essentials": "LGPL-3.0",
    "shiboken6": "LGPL-3.0",
}
QT = """Qt 和 PySide6 按 GNU 宽通用公共许可证第 3 版（LGPL-3.0）使用，没有改过；源代码在 download.qt.io 和 code.qt.io。
程序是一个文件夹，Qt 的库是里面单独的文件：Windows 在 _internal\\PySide6，Linux 在 _internal/PySide6/Qt/lib。
您可以用自己编译的、接口相同的 Qt 6.8 库换掉它们：关掉程序，换上同名的文件，再打开。程序不检查这些文件。
许可证要求的两份全文在下面。
"""
MICROSOFT = """只在 Windows 上：vcruntime140.dll、msvcp140.dll 等，来自 Python 和 Qt 的发行包，没有改过。
按 Microsoft Visual Studio 许可条款中“可再分发代码”一条随程序发布。
"""
FREEZER = """冻结程序的启动器来自 PyInstaller。PyInstaller 本身是 GPL-2.0，附有例外：
用它做成的程序可以按任何许可证发布。
下面是它的许可证。
"""


def product() -> list[str]:
    """The libraries of the lock, in its order."""
    return re.findall(r"(?m)^(\S+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"))


def word(name: str, library: Distribution) -> str:
    """The licence in a word."""
    return WORDS.get(name) or str(library.metadata["License-Expression"] or library.metadata["License"])


def texts(library: Distribution) -> str:
    """Every licence file of an installed library, one below the other."""
    found = [
        Path(str(library.locate_file(file)))
        for file in library.files or []
        if ".dist-info" in str(file) and re.search(r"(?i)licen[sc]e|copying|notice", file.name)
    ]
    return "\n\n".join(file.read_text(encoding="utf-8", errors="replace").strip() for file in sorted(set(found)))


def common(*names: str) -> str:
    """Licences whose text is the same everywhere, as Debian keeps them."""
    return "\n\n".join((COMMON / name).read_text(encoding="utf-8").rstrip() for name in names)


def write(name: str, title: str, licence: str, text: str) -> None:
    """One file."""
    lines = [line.rstrip() for line in f"{title}\n{licence}\n\n{text}".splitlines()]
    (TARGET / f"{name}.txt").write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def main() -> int:
    """Collect them all; 1 where one has no text."""
    TARGET.mkdir(exist_ok=True)
    for name in product():
        library = distribution(name)
        licence = word(name, library)
        text = QT + "\n" + common(*LGPL) if licence == "LGPL-3.0" else texts(library)
        if not text:
            print(f"没有找到 {name} 的许可证")
            return 1
        write(name, f"{name} {library.version}", licence, text)
    python = Path(sys.base_prefix) / f"lib/python3.{sys.version_info.minor}/LICENSE.txt"
    write("python", "Python 3.11", "PSF-2.0", python.read_text(encoding="utf-8"))
    write("microsoft", "Microsoft Visual C++ 运行库", "随程序再分发", MICROSOFT)
    try:
        write("pyinstaller", "PyInstaller", "GPL-2.0，附例外", FREEZER + "\n" + texts(distribution("pyinstaller")))
    except PackageNotFoundError:
        print("pyinstaller.txt 没有更新：这个环境里没有装 PyInstaller")
    return 0


if __name__ == "__main__":
    sys.exit(main())
