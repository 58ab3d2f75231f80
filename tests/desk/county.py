"""A small county of invented unions: their record, register, room and page, for the tests of the desk."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.basics.room import RegisterCard, Room
from xunion_desktop.desk.cells import Shown, Weight
from xunion_desktop.desk.form_plan import FormPlan, Group
from xunion_desktop.desk.register_plan import Heading, Primary, RecordPaper, RegisterPlan
from xunion_desktop.store import fields
from xunion_desktop.store.book import Book
from xunion_desktop.store.columns import Column
from xunion_desktop.store.record import Record, columns_of
from xunion_desktop.store.registers import Chip, Register

TODAY = date(2026, 11, 23)
TRADES = tuple((word, word) for word in ("教育", "卫生", "煤炭", "乡镇"))


class Union(Record):
    """A union of the tests."""

    label: ClassVar[str] = "工会"
    sort_source: ClassVar[str] = "name"
    search_sources: ClassVar[tuple[str, ...]] = ("name", "chair")

    name = fields.Text(verbose_name="工会名称", help_text="与公章一致")
    trade = fields.Choice(choices=TRADES, null=True, verbose_name="行业", help_text="从列表里选")
    chair = fields.Text(null=True, verbose_name="主席", help_text="现任主席")
    phone = fields.Phone(null=True, sensitive=True, verbose_name="电话", help_text="手机或座机")
    members = fields.Whole(null=True, verbose_name="会员", help_text="今天的会员数")
    dues = fields.Money(null=True, verbose_name="经费", help_text="本年应缴")
    term_end = fields.Date(null=True, verbose_name="任期届满", help_text="任期的最后一天")
    confirmed = fields.YesNo(null=True, verbose_name="已核对", help_text="与原件核对过")
    remark = fields.LongText(null=True, verbose_name="备注", help_text="别处放不下的写这里")

    def problems(self, today: date) -> list[Problem]:
        """A union needs a name; one that long has no chair is looked at."""
        found = [] if self.name else [Problem("没有填工会名称。", "name")]
        if not self.chair:
            found.append(Problem("没有现任主席。", "chair", Level.DOUBT))
        return found


def unions_register(today: date) -> Register:
    own = columns_of(Union)
    chips = (
        Chip("all", "全部"),
        Chip("overdue", "任期届满", lambda as_of: Union.term_end < as_of.isoformat()),
        Chip("vacant", "主席空缺", lambda as_of: Union.chair.is_null()),
        Chip("mine", "煤炭", lambda as_of: Union.trade == "煤炭"),
    )
    state = Column("state", "状态", sql=lambda as_of: Union.term_end < as_of.isoformat())
    columns = (*own.values(), state)
    return Register("unions", "基层工会台账", Union, columns, chips, today=today, order=(("name", False),))


ROOM = Room(
    "unions", "基层工会", records=lambda: (Union,), registers=(RegisterCard("unions", "台账", unions_register),)
)


def heading(record: Union) -> Heading:
    return Heading(
        record.name,
        f"会员 {record.members or 0} 人",
        "届满" if record.state else "正常",
        "red" if record.state else "green",
    )


_TONES = {True: "red", False: "green"}
PLAN = RegisterPlan(
    columns=(
        Shown("name", 200, stretch=True),
        Shown("trade", 84, weight=Weight.SOFT),
        Shown("chair", 84),
        Shown("members", 66, total=True),
        Shown("term_end", 104),
        Shown(
            "state",
            76,
            words=lambda row: "届满" if row.state else "正常",
            tone=lambda value, row: "red" if value else "green",
        ),
    ),
    form=FormPlan(
        groups=(
            Group("", ("name", "trade", "chair", "phone", "members")),
            Group("任期", ("term_end", "dues", "confirmed", "remark")),
        ),
        make=Union,
    ),
    heading=heading,
    unit="家",
    search_hint="名称、主席，或拼音首字母",
    empty="还没有台账。先从 Excel 导入。",
    primary=Primary("unions/reminder", "印换届提醒函 {n} 封", "overdue", "{n} 家任期届满"),
    record_papers=(RecordPaper("unions/reminder", "印换届提醒函"),),
)
NAMES = (
    "示例城关小学",
    "示例客运公司",
    "康宁镇",
    "魏家滩镇示例矿",
    "示例医院",
    "瓦塘镇示例铝业",
    "蔡家崖乡供电所",
    "罗峪口镇粮站",
)


def fill(book: Book, count: int = len(NAMES)) -> list[str]:
    """Write ``count`` unions; returns their keys in the order of writing."""
    rows = [
        {
            "name": f"{NAMES[n % len(NAMES)]}工会" + (f"{n}" if n >= len(NAMES) else ""),
            "trade": TRADES[n % len(TRADES)][0],
            "chair": None if n % 4 == 3 else ("李建平", "王秀英", "刘志强")[n % 3],
            "members": 10 * n + 7,
            "term_end": f"{2026 + n % 3}-0{1 + n % 9}-15",
        }
        for n in range(count)
    ]
    with book.deed("导入台账") as deed:
        return deed.insert_many(Union, rows)
