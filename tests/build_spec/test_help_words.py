"""What the help and the program put in “…”: names that stand on the screen, places of the menu that are there."""

import ast
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from xunion_desktop import catalogue
from xunion_desktop.basics.resources import form_ids, resource, root
from xunion_desktop.desk.help_text import HelpText
from xunion_desktop.documents.tab import PARTS

PACKAGE = Path(catalogue.__file__).parent
PAGES = {file.stem: file.read_text(encoding="utf-8") for file in resource("help").glob("*.md")}
QUOTED = re.compile("“([^”]+)”")
WORDS = {"设置": {"练习县", "关于", "帮助", "锁屏", "退出登录"}}  # of the window itself, beside what the rooms bring
TYPED = {  # no names of the program: what a clerk types, what stands in a ledger or on a stick
    "联系人：王海燕　电话：",
    "甲方：　　　　乙方：",
    "年　月　日",
    "贵单位《关于……的函》（……号）收悉",
    "主席空缺待补",
    "2024-03",
    "2026-8",
    "各基层工会",
    "工会工作台绿色版",
    "程序-新版本号",
    "程序-旧版本号",
}


def strings_of(code: str) -> list[str]:
    """All that this code may say; what is only known when it runs is one blank."""
    tree = ast.parse(code)
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    said = []
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            said.append("".join(str(part.value) if isinstance(part, ast.Constant) else "\0" for part in node.values))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            said.append(node.value)
    return said


def texts_of(table: object) -> list[str]:
    """Keys and texts of a table, however deep."""
    if isinstance(table, dict):
        return [*map(str, table), *(text for part in table.values() for text in texts_of(part))]
    if isinstance(table, list):
        return [text for part in table for text in texts_of(part)]
    return [table] if isinstance(table, str) else []


@cache
def said() -> str:
    """Everything that the program may show, a line each."""
    code = [text for file in PACKAGE.rglob("*.py") for text in strings_of(file.read_text(encoding="utf-8"))]
    files = [*resource().glob("*.toml"), *(root() / "forms" / f"{form_id}.toml" for form_id in form_ids())]
    tables = [text for file in files for text in texts_of(tomllib.loads(file.read_text(encoding="utf-8")))]
    return "\n".join([*code, *tables])


@cache
def pieces() -> frozenset[str]:
    """The same, cut at every mark of punctuation."""
    return frozenset(cut(said()))


def cut(text: str) -> list[str]:
    return [piece for part in re.split(r"[\n：；，。、（）“”]", text) if (piece := part.strip(" \0…▾"))]


def is_said(name: str) -> bool:
    """Whether the program says this; …… stands for what differs from time to time."""
    if "……" in name:
        return re.search(".*".join(map(re.escape, name.split("……"))).replace("\\ ", " *"), said()) is not None
    return set(cut(name)) <= pieces()


@pytest.mark.parametrize("page", PAGES)
def test_every_name_that_the_help_quotes_stands_in_the_program(page):
    names = {step for quoted in QUOTED.findall(PAGES[page]) for step in quoted.split(" → ")}
    assert [name for name in sorted(names - TYPED) if not is_said(name)] == []


def ways() -> dict[str, set[str]]:
    """What may stand behind “设置 → ” and “公文 → ”."""
    rooms = [room for room in catalogue.ROOMS if room.page is not None and room not in catalogue.TABS]
    menu = {room.title for room in rooms} | {page.title for room in catalogue.ROOMS for page in room.menu}
    return {"设置": menu | WORDS["设置"], "公文": {part.title for part in PARTS}}


def test_every_way_that_is_told_is_there():
    told = {way for text in (*PAGES.values(), said()) for way in re.findall("“((?:设置|公文) → [^”]+)”", text)}
    there = ways()
    steps = [way.split(" → ") for way in told]
    assert len(steps) > 10
    assert [step for step in steps if step[1] not in there[step[0]]] == []


@pytest.mark.parametrize("page", PAGES)
def test_no_mark_of_the_format_is_shown(qapp: QApplication, page):
    text = HelpText(resource("help"))
    text.show_page(page)
    assert re.findall(r"\*\*[^\d*]|[^\d*]\*\*|\]\(", text.toPlainText()) == []
