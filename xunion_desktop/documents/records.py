"""The print register, the numbers taken, and the batches kept: none of this is undone, only reversed (design §3)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, ClassVar

from xunion_desktop.store.fields import Choice, Date, File, Link, LongText, Text, Whole
from xunion_desktop.store.record import About, Record

from .numbers import SpelledNumber

ISSUED, VOID = "issued", "void"
ORIGINAL, REPRINT = "original", "reprint"
ASKED_AT_ONCE = 500  # keys in one question to the database
PRINTER, PDF, PICTURE = "printer", "pdf", "picture"


class Number(Record):
    """One document number taken. A void number stays, so that the year has no gaps (DC-30)."""

    label: ClassVar[str] = "文号"
    fixed: ClassVar[bool] = True
    sort_source: ClassVar[str] = "prefix"
    search_sources: ClassVar[tuple[str, ...]] = ("prefix",)

    prefix = Text(verbose_name="代字", help_text="如 兴工函。")
    year = Whole(verbose_name="年份", help_text="每年 1 月 1 日重新编号。")
    serial = Whole(verbose_name="序号", help_text="一年内连续，不编虚位。")
    state = Choice(
        choices=((ISSUED, "已用"), (VOID, "作废")),
        verbose_name="状态",
        help_text="作废的文号保留，不再使用。",
        default=ISSUED,
    )
    reason = Text(verbose_name="作废原因", help_text="为什么作废。", null=True)

    class Meta:
        """One number exists once."""

        indexes = ((("prefix", "year", "serial"), True),)

    def title(self) -> str:
        """Write the number as it is printed."""
        return str(self.taken_apart)

    @property
    def taken_apart(self) -> SpelledNumber:
        """The number as a value."""
        return SpelledNumber(self.prefix, self.year, self.serial)


class Batch(Record):
    """Papers printed in one go: the pages for preview and reprint and the PDF, sealed once."""

    label: ClassVar[str] = "打印批次"
    fixed: ClassVar[bool] = True
    sort_source: ClassVar[str] = "day"
    search_sources: ClassVar[tuple[str, ...]] = ("form",)

    form = Text(verbose_name="模板", help_text="用哪个模板印的。")
    day = Date(verbose_name="日期", help_text="哪天印的。")
    count = Whole(verbose_name="份数", help_text="这一批有多少份。")
    pages_file = File(verbose_name="版面", help_text="封存的版面，重印时用。")
    pdf_file = File(verbose_name="PDF", help_text="封存的 PDF。")

    def title(self) -> str:
        """Write the day and how many."""
        return f"{self.day} {self.count} 份"


class Printing(About):
    """One paper as it left the printer: a line of the print register (打印登记)."""

    label: ClassVar[str] = "打印登记"
    fixed: ClassVar[bool] = True
    sort_source: ClassVar[str] = "name"
    search_sources: ClassVar[tuple[str, ...]] = ("name", "form_title", "number_text")

    day = Date(verbose_name="日期", help_text="哪天印的。", index=True)
    clock = Text(verbose_name="时间", help_text="几点几分印的。", null=True)
    form = Text(verbose_name="模板代号", help_text="用哪个模板印的。", index=True)
    form_title = Text(verbose_name="文件", help_text="印的是什么。")
    name = Text(verbose_name="单位或标题", help_text="给谁的、关于谁的；公文稿是它的标题。")
    number = Link(Number, backref="printings", null=True, verbose_name="文号记录", help_text="用的是哪个文号。")
    number_text = Text(verbose_name="文号", help_text="印在纸上的文号；不编号的文件没有。", null=True)
    kind = Choice(
        choices=((ORIGINAL, "原件"), (REPRINT, "补打"), (VOID, "作废")),
        verbose_name="种类",
        help_text="第一次印的是原件，按原文号再印的是补打，废掉的是作废。",
        default=ORIGINAL,
    )
    way = Choice(
        choices=((PRINTER, "打印机"), (PDF, "PDF"), (PICTURE, "图片")),
        verbose_name="方式",
        help_text="印到纸上，还是存成 PDF 或图片。",
        default=PDF,
    )
    printer = Text(verbose_name="打印机", help_text="哪台打印机。", null=True)
    sheets = Whole(verbose_name="页数", help_text="一共几页；双面印的，纸少一半。", default=1)
    user = Text(verbose_name="经办", help_text="谁印的。", null=True)
    remark = Text(verbose_name="备注", help_text="作废原因等。", null=True)
    words = LongText(verbose_name="用词", help_text="印的时候填了哪些字。", default="{}")
    form_hash = Text(verbose_name="模板指纹", help_text="当时模板的指纹，模板改过就不同。", null=True)
    batch = Link(Batch, backref="printings", null=True, verbose_name="批次", help_text="封存在哪一批里。")
    first_page = Whole(verbose_name="首页", help_text="在这一批里从第几页起。", default=1)
    last_page = Whole(verbose_name="末页", help_text="在这一批里到第几页止。", default=1)

    def title(self) -> str:
        """Write what was printed and for whom."""
        return f"{self.form_title}（{self.name}）{self.number_text or ''}"

    @property
    def given_words(self) -> dict[str, str]:
        """The words that were filled into the form."""
        return dict(json.loads(self.words))


class FormChange(Record):
    """A form as this office changed it, with the hash of the shipped form it was made from."""

    label: ClassVar[str] = "模板改动"
    sort_source: ClassVar[str] = "form"
    search_sources: ClassVar[tuple[str, ...]] = ("form",)

    form = Text(verbose_name="模板代号", help_text="改的是哪个模板。", unique=True)
    text = LongText(verbose_name="模板文字", help_text="改过的全文。")
    shipped_hash = Text(verbose_name="原模板指纹", help_text="从程序自带的哪一版改来。", null=True)

    def title(self) -> str:
        """Write the form's id."""
        return str(self.form)


class FormOrigin(Record):
    """A shipped form that one of this office was made from, kept once by its hash, to be compared after an upgrade."""

    label: ClassVar[str] = "模板原文"
    sort_source: ClassVar[str] = "form"
    search_sources: ClassVar[tuple[str, ...]] = ("form",)

    form = Text(verbose_name="模板代号", help_text="是哪个模板。")
    hash = Text(verbose_name="模板指纹", help_text="程序自带的这一版的指纹。", index=True)
    text = LongText(verbose_name="模板文字", help_text="程序自带的这一版的全文。")

    def title(self) -> str:
        """Write the form's id."""
        return str(self.form)


def latest_originals(keys: Sequence[str], some: Any) -> dict[str, Printing]:
    """Give, for each of these records, the line of its latest original that is not void, among ``some`` lines."""
    found: dict[str, Printing] = {}
    for start in range(0, len(keys), ASKED_AT_ONCE):
        about = Printing.about_key.in_(keys[start : start + ASKED_AT_ONCE])
        query = Printing.alive().where(some & (Printing.kind == ORIGINAL) & about)
        found |= {line.about_key: line for line in query.order_by(Printing.day, Printing.clock, Printing.id)}
    return found


RECORDS: tuple[type[Record], ...] = (Number, Batch, Printing, FormChange, FormOrigin)
