"""Collect the licences of all that is shipped into resources/licences/: the frozen program carries no metadata.

    .venv/bin/python build_spec/licences.py

Run it after every change of the locks, in an environment of these locks. One file each: the name with its version, the
licence in a word, a blank line, the text. A test compares the folder with the locks. What the .deb takes from Debian
is added when it is built (``system_licences.py``).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from options import Options

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "resources" / "licences"
COMMON = Path("/usr/share/common-licenses")
DOCUMENTS = Path("/usr/share/doc")
WINDOWS_PYTHON = ROOT / "build" / "windows" / "python" / "cp311" / "LICENSE.txt"  # windows.py fetches it
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
WITHIN = {  # inside others, which bring no text of it: (what and where, licence, Debian package with its copyright)
    "within-argon2": ("argon2（在 argon2-cffi-bindings 里）", "CC0-1.0 或 Apache-2.0", "libargon2-1"),
    "within-expat": ("Expat（在 Windows 的 Python 里）", "MIT", "libexpat1"),
    "within-icu": ("ICU（在 Linux 的 Qt 里）", "Unicode", "libicu72"),
    "within-libffi": ("libffi（在 cffi 里，Windows 上也是 libffi-8.dll）", "MIT", "libffi8"),
    "within-libiconv": ("libiconv（在 Windows 的 lxml 里）", "LGPL-2.1", ""),
    "within-openssl": ("OpenSSL（在 cryptography 里；Windows 上的 libssl-3、libcrypto-3）", "Apache-2.0", "libssl3"),
    "within-qt": (
        "Qt 里用到的其他软件：FreeType、HarfBuzz、libpng、libjpeg、PCRE2、zlib 等",
        "各见全文",
        "libqt6core6",
    ),
    "within-sqlite": ("SQLite（Windows 上的 sqlite3.dll）", "公有领域", "libsqlite3-0"),
    "within-xz": ("liblzma（在 Windows 的 Python 里）", "公有领域", "liblzma5"),
    "within-zlib": ("zlib（在 Windows 的 Python、lxml 里）", "Zlib", "zlib1g"),
}
WITHIN_NOTE = """下面是 Debian 为同一个软件整理的版权说明，版本不一定是随程序发布的那一版；
也说到不随程序发布的工具和测试。
"""
OF_RUST = ("cryptography", "python-calamine")
RUST = """下面是这两个库自己的清单：编译进去或编译时用到的 Rust 库，和每一个的许可证。
可以选的，本程序选 Apache-2.0，全文在最后。
只有 MIT、BSD、Zlib 的，清单没有带它们各自的版权行和全文；在它们的源代码里，名字和版本如下。
"""
DLLS = {  # place in the folder of the Windows program, without .dll: the name of the text
    r"lib(ssl|crypto)-3": "within-openssl",
    "libffi-8": "within-libffi",
    "sqlite3": "within-sqlite",
    r"python3\d*": "python",
    r"(PySide6/|shiboken6/)?(msvcp|vcruntime|concrt)140(_\w+)?": "microsoft",
    "PySide6/.*": "pyside6-essentials",
    "shiboken6/.*": "shiboken6",
}


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


def write(name: str, title: str, licence: str, text: str, folder: Path | None = None) -> None:
    """One file; the build lays those of its own machine into the ``folder`` of what it froze."""
    lines = [line.rstrip() for line in f"{title}\n{licence}\n\n{text}".splitlines()]
    ((folder or TARGET) / f"{name}.txt").write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def text_of_dll(place: str) -> str:
    """The name of the text that covers a library of the Windows program; "" where none does."""
    stem = place.removeprefix("_internal/").rsplit(".", 1)[0]
    return next((name for pattern, name in DLLS.items() if re.fullmatch(pattern, stem, re.IGNORECASE)), "")


def dlls_without_text(places: Iterable[str]) -> list[str]:
    """The libraries of the Windows program of which nobody collected a licence."""
    there = {file.stem for file in TARGET.glob("*.txt")}
    return [place for place in places if text_of_dll(place) not in there]


def crates(library: Distribution) -> list[str]:
    """The Rust libraries inside another, each with its licence, as the other's own list of parts has them."""
    lists = [Path(str(library.locate_file(file))) for file in library.files or [] if "cyclonedx" in file.name]
    parts = [part for file in lists for part in json.loads(file.read_text(encoding="utf-8"))["components"]]
    return [f"{part['name']} {part['version']}：{_expression(part)}" for part in parts]


def _expression(part: Mapping[str, Any]) -> str:
    return " AND ".join(one.get("expression") or one["license"]["id"] for one in part["licenses"])


def rust() -> None:
    """What cryptography and python-calamine have of Rust inside: the list, and the licence that nearly all allow."""
    listed = [f"{name} 里：\n" + "\n".join(crates(distribution(name))) for name in OF_RUST]
    text = "\n\n".join([RUST, *listed, common("Apache-2.0")])
    write("within-rust", f"Rust 的库（在 {'、'.join(OF_RUST)} 里）", "各见清单", text)


def within() -> None:
    """What is inside others, and the Windows Python; each where this machine has its text."""
    for name, (title, licence, package) in WITHIN.items():
        full = [common(one) for one in ("Apache-2.0", "LGPL-2.1") if licence.endswith(one)]
        file = DOCUMENTS / package / "copyright"
        if package and not file.is_file():
            print(f"{name}.txt 没有更新：这台电脑没有装 {package}")
            continue
        noted = [WITHIN_NOTE, file.read_text(encoding="utf-8", errors="replace")] if package else []
        write(name, title, licence, "\n".join([*noted, *full]))
    if WINDOWS_PYTHON.is_file():
        conditions = WINDOWS_PYTHON.read_text(encoding="utf-8").partition("Additional Conditions")
        title = "Python 3.11 的 Windows 版：微软运行库、bzip2、libffi、OpenSSL"
        write("python-windows", title, "各见全文", "".join(conditions[1:]))
    else:
        print("python-windows.txt 没有更新：windows.py 还没有取过 Windows 的 Python")


def main(arguments: Sequence[str] | None = None) -> int:
    """Collect them all; 1 where one has no text."""
    Options(description="收集许可证全文。在装好库的环境里运行：build/linux/venv/bin/python").parse_args(arguments)
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
    within()
    rust()
    write("microsoft", "Microsoft Visual C++ 运行库", "随程序再分发", MICROSOFT)
    try:
        write("pyinstaller", "PyInstaller", "GPL-2.0，附例外", FREEZER + "\n" + texts(distribution("pyinstaller")))
    except PackageNotFoundError:
        print("pyinstaller.txt 没有更新：这个环境里没有装 PyInstaller")
    return 0


if __name__ == "__main__":
    sys.exit(main())
