"""What the cells of one row of a ledger mean together: remarks, 空缺 in the chair's cell, an extension and its end.

Nothing is left out without a word: what cannot be kept is told as a Problem under ``told``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.branches.rules import State
from xunion_desktop.branches.words import Form

_MERGED = re.compile(r"\s*(?:已并入|并入(?=.*工会))(?!本|我)")
_STATES = (  # what is only meant, or said of an election, is no state: 拟撤销, 换届筹备中
    (re.compile(r"(?<![拟待未])(?:撤销|注销)"), State.DISSOLVED),
    (re.compile(r"(?<!换届)筹备(?!换届)"), State.PREPARING),
)
_ABOUT_MERGING = re.compile(r"(?<![拟待未])并入")
_NOBODY = frozenset(["空缺", "空", "缺", "缺位", "暂缺", "暂无", "待选", "待补", "待定", "未定", "无", "没有"])
_POSTS = {"audit_chair": "经审主任", "women_chair": "女工委主任"}


def understood(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a row with what they mean together; what there is to say of it stands under ``told``."""
    meant = {**values, "told": []}
    _read_state(meant)
    _read_extension(meant)
    if "联合工会" in (meant.get("remark") or "") or "联合工会" in meant.get("name", ""):
        meant.setdefault("form", Form.JOINT.value)
    _read_chair(meant)
    _read_other_posts(meant)
    return meant


def told(values: Mapping[str, Any]) -> list[Problem]:
    """What there is to say of the cells of a row, on the union as it would be."""
    problems = list(values.get("told", ()))
    phone = values.get("lone_phone")
    if phone and phone != values.get("chair_phone"):
        sentence, remedy = "没有主席姓名，电话没有记。", "请补上主席姓名。"
        problems.append(Problem(sentence, "chair_phone", Level.DOUBT, remedy=remedy))
    if values.get("said_held") and not values.get("chair"):
        problems.append(Problem("“主席空缺”写的是“否”，却没有主席姓名。", "vacant", Level.DOUBT, remedy="请补上姓名。"))
    return problems


def _read_state(meant: dict[str, Any]) -> None:
    """A remark says what became of this union only where it begins with it: others are merged into this one too."""
    remark = meant.get("remark") or ""
    if "state" in meant:
        return
    if _MERGED.match(remark):
        meant["state"] = State.MERGED.value
    elif _ABOUT_MERGING.search(remark):
        sentence = "备注里说到并入，请看清是哪一家。"
        remedy = "是本工会并入别家的，状态请填“已并入”。"
        meant["told"].append(Problem(sentence, "remark", Level.DOUBT, remedy=remedy))
    for words, state in _STATES:
        if words.search(remark):
            meant.setdefault("state", state.value)


def _read_extension(meant: dict[str, Any]) -> None:
    """The end of an extension says that there is one; no other state has an end."""
    if not meant.get("until"):
        return
    if meant.setdefault("state", State.EXTENDED.value) != State.EXTENDED:
        del meant["until"]
        meant["told"].append(Problem("状态不是延期，“延期至”没有记。", "until", Level.DOUBT, "EL-11", "请核对。"))


def _read_chair(meant: dict[str, Any]) -> None:
    """A vacant post has no chair, and who is named beside it was the former one; a phone needs somebody (EL-30)."""
    word = meant.get("chair")
    if word in _NOBODY:
        del meant["chair"]
        meant["vacant"] = True
        meant["told"].append(Problem(f"主席一栏写的是“{word}”，记作主席空缺。", "chair", Level.HINT, "EL-30"))
    if "主席空缺" in (meant.get("remark") or ""):
        meant["vacant"] = True
    if meant.get("vacant") is False:
        del meant["vacant"]
        meant["said_held"] = True
    if meant.get("vacant") and meant.get("chair"):
        meant["former_chair"] = meant.pop("chair")
        meant["former_phone"] = meant.pop("chair_phone", None)
        sentence = f"写的是主席空缺，{meant['former_chair']}记作前任主席。"
        meant["told"].append(Problem(sentence, "chair", Level.HINT, "EL-30"))
    if not meant.get("chair"):
        meant["lone_phone"] = meant.pop("chair_phone", None)


def _read_other_posts(meant: dict[str, Any]) -> None:
    for name, label in _POSTS.items():
        if meant.get(name) in _NOBODY:
            word = meant.pop(name)
            meant["told"].append(Problem(f"{label}一栏写的是“{word}”，没有记姓名。", name, Level.HINT))
