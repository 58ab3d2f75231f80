"""Shipped: the licences of everything that comes with the program, as ``build_spec/licences.py`` collected them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .resources import resource, root

_FONTS = {  # file of the licence: what it covers
    "lxgw-OFL.txt": ("朱雀仿宋、霞鹜文楷（仿宋、楷体）", "OFL-1.1"),
    "noto-serif-sc-OFL.txt": ("思源宋体（小标宋、宋体）", "OFL-1.1"),
    "noto-sans-sc-OFL.txt": ("思源黑体（黑体）", "OFL-1.1"),
    "hanazono-copyright.txt": ("花园明朝（生僻字）", "花园字体许可 / OFL-1.1"),
    "liberation-copyright.txt": ("Liberation Serif（数字、字母）", "OFL-1.1"),
}
_DATA = {
    ("icons", "tabler-LICENSE.txt"): ("Tabler 图标", "MIT"),
    ("pinyin", "LICENSE-unicode.txt"): ("拼音数据（Unicode）", "Unicode-3.0"),
    ("strokes", "LICENSE-cn-sort.txt"): ("笔画数据（cn-sort）", "MIT"),
    ("strokes", "LICENSE-cnchar.txt"): ("笔画数据（cnchar）", "MIT"),
}


@dataclass(frozen=True)
class Shipped:
    """One thing that comes with the program, its licence in a word, and the file with its text."""

    title: str
    licence: str
    file: Path
    head: int = 0  # lines of the file that say title and licence

    def text(self) -> str:
        """The whole licence."""
        lines = self.file.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(lines[self.head :]).strip()


def everything() -> Iterator[Shipped]:
    """The program itself, its libraries, its fonts, icons and tables of characters."""
    yield Shipped("工会工作台", "木兰宽松许可证，第 2 版", root() / "LICENSE")
    for file in sorted(resource("licences").glob("*.txt")):
        title, licence = file.read_text(encoding="utf-8").splitlines()[:2]
        yield Shipped(title, licence, file, head=2)
    for name, (title, licence) in _FONTS.items():
        yield Shipped(title, licence, resource("fonts", "licenses", name))
    for (folder, name), (title, licence) in _DATA.items():
        yield Shipped(title, licence, resource(folder, name))
