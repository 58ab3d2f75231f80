"""An invented village: houses, who lives in them, how many they are on a day, and the letters sent to them."""

from __future__ import annotations

from typing import ClassVar

from xunion_desktop.store.dated import Dated
from xunion_desktop.store.fields import Choice, Date, File, IdNumber, Link, LongText, Money, Phone, Text, Whole, YesNo
from xunion_desktop.store.record import About, Record


class House(Record):
    label: ClassVar[str] = "房屋"
    sort_source: ClassVar[str] = "name"
    search_sources: ClassVar[tuple[str, ...]] = ("name", "code")

    name = Text(verbose_name="名称", help_text="门牌上的名称")
    code = Text(verbose_name="编号", help_text="不能重复", null=True, unique=True)
    state = Choice(verbose_name="状态", help_text="选一个", choices=(("new", "新"), ("old", "旧")), default="new")
    built = Date(verbose_name="建成", help_text="可只到年", null=True)
    price = Money(verbose_name="造价", help_text="元", null=True)
    empty = YesNo(verbose_name="空置", help_text="是否空置", null=True)
    remark = LongText(verbose_name="备注", help_text="随意", default="")


class Villager(Record):
    label: ClassVar[str] = "村民"
    person: ClassVar[bool] = True
    sort_source: ClassVar[str] = "name"
    search_sources: ClassVar[tuple[str, ...]] = ("name",)

    name = Text(verbose_name="姓名", help_text="身份证上的姓名")
    id_number = IdNumber(verbose_name="身份证号", help_text="18 位", null=True, sensitive=True)
    phone = Phone(verbose_name="电话", help_text="手机", null=True, sensitive=True)
    house = Link(House, backref="villagers", verbose_name="住处", help_text="住在哪里", null=True)
    initial = Text(verbose_name="姓", help_text="自动得出", default="")

    def prepare(self) -> None:
        self.initial = self.name[:1]


class Headcount(Dated):
    label: ClassVar[str] = "人数"

    house = Link(House, backref="headcounts", verbose_name="房屋", help_text="哪一处")
    number = Whole(verbose_name="人数", help_text="几个人")

    def title(self) -> str:
        return f"{self.since} {self.number} 人"


class Letter(About):
    label: ClassVar[str] = "信件"
    fixed: ClassVar[bool] = True
    sort_source: ClassVar[str] = "number"

    number = Text(verbose_name="文号", help_text="发文号")


class Lane(Record):
    label: ClassVar[str] = "巷子"
    sort_source: ClassVar[str] = "name"

    name = Text(verbose_name="名称", help_text="巷名")
    off = Link("self", backref="lanes", verbose_name="通向", help_text="从哪条巷子分出", null=True)


class Memo(Record):
    label: ClassVar[str] = "便条"
    journaled: ClassVar[bool] = False

    text = Text(verbose_name="内容", help_text="写什么")


class Scan(Record):
    """A record that names a sealed file; not one of ``VILLAGE``."""

    label: ClassVar[str] = "扫描件"

    picture = File(verbose_name="图", help_text="扫描得来")


VILLAGE: tuple[type[Record], ...] = (House, Villager, Headcount, Letter, Lane, Memo)
