"""公文稿: papers that the clerk writes freely, from the first word until they are printed."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import ClassVar

from xunion_desktop.store.fields import Date, LongText, Text
from xunion_desktop.store.record import Record

from .words import BODY, TITLE, TO

_WORDS = frozenset({"form", "genre", "name", "recipient", "body", "words"})  # what is printed


class Manuscript(Record):
    """One paper that is being written, or was. Whether it was issued, and under which number, is known by its prints.

    Title, addressee and body are fields of their own: they are searched, and what was changed in them can be read in
    the journal. The other words of the form are kept together.
    """

    label: ClassVar[str] = "公文稿"
    sort_source: ClassVar[str] = "name"
    search_sources: ClassVar[tuple[str, ...]] = ("name", "recipient", "genre")

    form = Text(verbose_name="格式代号", help_text="用哪个模板印。", index=True)
    genre = Text(verbose_name="文种", help_text="通知、函、请示等。", null=True)
    name = Text(verbose_name="标题", help_text="如 关于做好安康杯竞赛的通知。", null=True)
    recipient = Text(verbose_name="主送", help_text="发给谁，如 各基层工会。", null=True)
    body = LongText(verbose_name="正文", help_text="一段一行。", null=True)
    words = LongText(verbose_name="其他要素", help_text="附件、署名、抄送等。", default="{}")
    day = Date(verbose_name="起草日期", help_text="哪天开始写的。", index=True)
    remark = LongText(verbose_name="备注", help_text="拟稿、去向等，不印在纸上。", null=True)

    def title(self) -> str:
        """Write the title as one line; minutes without one by their head, other papers by their kind."""
        given = {} if self.name else json.loads(self.words)
        told = self.name or given.get("纪要名称", "") + given.get("期号", "")
        return " ".join(told.split()) or f"（没有标题的{self.genre or '稿子'}）"

    @classmethod
    def held(cls, keys: Collection[str], names: Collection[str]) -> list[str]:
        """Say which of them are issued: their words are those of the paper (DC-30); 备注 stands on none."""
        from .figures import live_prints

        prints = live_prints(list(keys)) if _WORDS.intersection(names) else {}
        numbers = {key: line.number_text for key, line in prints.items() if line.number_text}
        return [
            f"公文稿“{one.title()}”已按 {numbers[one.id]} 印发，文字不能再变；要改请用“照此起草”。"
            for one in cls.select().where(cls.id.in_(list(numbers)))
        ]

    @property
    def given(self) -> dict[str, str]:
        """All words as they were typed."""
        own = {TITLE: self.name, TO: self.recipient, BODY: self.body}
        return {**json.loads(self.words), **{word: text for word, text in own.items() if text}}

    def give(self, words: Mapping[str, str]) -> None:
        """Take these words in the place of those there were; empty ones are not kept."""
        kept = {word: text for word, text in words.items() if text.strip()}
        self.name, self.recipient, self.body = kept.pop(TITLE, None), kept.pop(TO, None), kept.pop(BODY, None)
        self.words = json.dumps(kept, ensure_ascii=False, indent=0, sort_keys=True)
