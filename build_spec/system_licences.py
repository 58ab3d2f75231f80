"""The licences of what PyInstaller took from this Debian: each library with its text, or the .deb is not made.

PyInstaller's list of what it collected names the file each library was copied from; dpkg knows its package, and the
package its copyright. A copyright speaks of tools, tests and manuals too, so ``READ`` holds the licence of the library
itself, as somebody has read it there or in the source. A library that is not in it stops the build until that is done.
"""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

import licences
from build_log import Failed

READ = {
    "MIT": "libX11 libX11-xcb libXau libXdmcp libxcb-* libxkbcommon libxkbcommon-x11 libfontconfig libexpat libffi "
    "libbrotlicommon libbrotlidec libkrb5 libk5crypto libkrb5support libgssapi_krb5 libcom_err",
    "BSD": "libbsd libmd libcap libp11-kit libpcre2-8 libuuid libzstd liblz4",
    "Apache-2.0": "libssl libcrypto",
    "Apache-2.0，附例外": "libcups",
    "AFL-2.1": "libdbus-1",
    "FreeType": "libfreetype",
    "libpng": "libpng16",
    "Zlib": "libz",
    "bzip2": "libbz2",
    "公有领域": "libsqlite3 liblzma",
    "LGPL-2.0 或以后": "libkeyutils",
    "LGPL-2.1 或以后": "libglib-2.0 libgthread-2.0 libgnutls libtasn1 libgcrypt libgpg-error libsystemd "
    "libavahi-client libavahi-common",
    "LGPL-3.0 或以后": "libgmp libnettle libhogweed libidn2 libunistring",
    "GPL-3.0，附运行库例外": "libgcc_s libstdc++",  # the exception lets any program be linked to them
}
OF_THE_SOURCE = {  # where the copyright names the tools of the same source only, what the library's own files say
    "libcom_err": """Copyright 1987, 1988 by MIT Student Information Processing Board.

Permission to use, copy, modify, and distribute this software and its documentation for any purpose is hereby granted,
provided that the names of M.I.T. and the M.I.T. S.I.P.B. not be used in advertising or publicity pertaining to
distribution of the software without specific, written prior permission. M.I.T. and the M.I.T. S.I.P.B. make no
representations about the suitability of this software for any purpose. It is provided "as is" without express or
implied warranty.
""",
}
NOTE = """来自 Debian 的软件包 {package}，版本 {version}，没有改过；在 .deb 里是单独的文件，可以换成接口相同的：
{files}
源代码在 sources.debian.org 和 snapshot.debian.org，软件包和版本如上。
下面是 Debian 为整个源代码包写的版权说明，也说到不随程序发布的工具和测试；库本身的许可证是上面那一种。
它提到的“/usr/share/common-licenses/……”在关于页里各是一条，名字以“许可证全文”开头。
"""


@dataclass(frozen=True)
class Library:
    """One shared library of the frozen program: its place there, and the file it was copied from."""

    place: str
    source: str

    @property
    def stem(self) -> str:
        """The name without ending and version: libssl of libssl.so.3."""
        return Path(self.place).name.split(".so")[0]


def collected(listed: str) -> list[Library]:
    """The shared libraries in PyInstaller's own list of what it laid into the folder."""
    entries = ast.literal_eval(listed)[0]
    return [Library(place, source) for place, source, kind in entries if kind in ("BINARY", "EXTENSION")]


def licence(stem: str) -> str:
    """The licence of a library of the system in a word; "" where nobody has read it yet."""
    for word, stems in READ.items():
        if any(re.fullmatch(re.escape(name).replace(r"\*", ".+"), stem) for name in stems.split()):
            return word
    return ""


def is_of_python(source: str) -> bool:
    """Whether Python itself brought this file: its library, or a module of its standard library."""
    return "/site-packages/" not in source and bool(re.search(r"/lib(/.+)?/(python3\.\d+/|libpython3)", source))


def of_wheels(site: Path) -> dict[str, str]:
    """Every file of the installed libraries of the lock: the name of its library as its text is called."""
    return {
        str(found.locate_file(file)): re.sub(r"[-_.]+", "-", found.metadata["Name"]).lower()
        for found in distributions(path=[str(site)])
        for file in found.files or []
    }


def common_named(text: str) -> set[str]:
    """The licences of /usr/share/common-licenses a copyright refers to."""
    return {name.rstrip(".") for name in re.findall(r"common-licenses/([A-Z][\w.-]*\w)", text)}


@cache
def package_of(source: str) -> str:
    """The Debian package a file belongs to; "" where none does. /lib may be /usr/lib, and dpkg knows one of both."""
    real = str(Path(source).resolve())
    for path in dict.fromkeys((source, real, real.removeprefix("/usr"), f"/usr{source}")):
        answer = subprocess.run(["dpkg-query", "-S", path], capture_output=True, text=True, check=False)
        if answer.returncode == 0:
            return answer.stdout.split(":")[0]
    return ""


def version_of(package: str) -> str:
    """The version of an installed package."""
    command = ["dpkg-query", "-W", "-f", "${Version}\n", package]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n")[0]


def unread(libraries: Iterable[Library], wheels: dict[str, str], known: set[str]) -> list[str]:
    """The libraries without a licence, each as a sentence; ``known`` are the names of the texts that are there."""
    faults = []
    for library in libraries:
        of_wheel = wheels.get(library.source, "")
        if is_of_python(library.source) or of_wheel in known:
            continue
        if of_wheel or "/site-packages/" in library.source:
            faults.append(f"{library.place}：{of_wheel or library.source} 没有许可证，请运行 licences.py")
        elif not licence(library.stem):
            faults.append(f"{library.place}：没有人读过它的许可证；只有 GPL 的不能发布，别的写进 system_licences.py")
        elif not (package := package_of(library.source)) or not (licences.DOCUMENTS / package / "copyright").is_file():
            faults.append(f"{library.place}：{library.source} 不属于任何软件包，找不到许可证")
    return faults


def lay_down(made: Path, site: Path, target: Path) -> str:
    """The text of every library of the system into ``target``; Failed where a library of the program has none."""
    libraries = collected(made.read_text(encoding="utf-8"))
    wheels = of_wheels(site)
    faults = unread(libraries, wheels, {file.stem for file in target.glob("*.txt")})
    if faults:
        raise Failed("\n".join(faults))
    packages: dict[str, list[Library]] = {}
    for library in libraries:
        if not is_of_python(library.source) and library.source not in wheels:
            packages.setdefault(package_of(library.source), []).append(library)
    named: set[str] = set()
    for package, its in sorted(packages.items()):
        text = (licences.DOCUMENTS / package / "copyright").read_text(encoding="utf-8", errors="replace")
        named |= common_named(text)
        text = "\n".join([*(OF_THE_SOURCE[one.stem] for one in its if one.stem in OF_THE_SOURCE), text])
        version = version_of(package)
        note = NOTE.format(package=package, version=version, files="、".join(Path(one.place).name for one in its))
        title = f"{package} {version}（Debian）"
        licences.write(f"debian-{package}", title, licence(its[0].stem), f"{note}\n{text}", target)
    if lacking := [name for name in sorted(named) if not (licences.COMMON / name).is_file()]:
        raise Failed(f"{licences.COMMON} 里没有 {'、'.join(lacking)}")
    for name in sorted(named):
        licences.write(f"common-{name}", f"许可证全文 {name}", "Debian 的几条提到的", licences.common(name), target)
    return f"{len(libraries)} 个库都有；其中 Debian 的软件包 {len(packages)} 个，它们提到的全文 {len(named)} 份"
