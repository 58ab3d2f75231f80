"""What the own union knows of itself, and the values that law and custom change from year to year."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import ClassVar

from xunion_desktop.basics.codes import credit_code_problems, phone_problems
from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.basics.problems import Problem
from xunion_desktop.store.fields import CreditCode, Date, LongText, Phone, Text, Whole, YesNo
from xunion_desktop.store.record import Record, columns_of

from . import rules
from .measures import sound, value_problems
from .users import Right, User

STAMP_STAYS = "这是练习县，印件标记不能改，也不能删除。"


class Office(Record):
    """The county federation whose book this is: the words every paper may use. There is one row."""

    label: ClassVar[str] = "本单位资料"
    sort_source: ClassVar[str] = "name"
    search_sources: ClassVar[tuple[str, ...]] = ("name", "short_name")

    name = Text(verbose_name="全称", help_text="印在红头、落款上的名称。")
    short_name = Text(verbose_name="简称", help_text="正文里简称本会时用。", null=True)
    superior = Text(verbose_name="上级工会", help_text="报告、请示的主送。", null=True)
    code = CreditCode(verbose_name="统一社会信用代码", help_text="工会法人资格证书上的 18 位代码。", null=True)
    region_code = Text(verbose_name="行政区划代码", help_text="6 位数字。", null=True)
    contact = Text(verbose_name="联系人", help_text="印在函件末尾；留空则不印这一行。", null=True)
    phone = Phone(verbose_name="联系电话", help_text="带区号，如 0358-1234567。", null=True)
    address = Text(verbose_name="地址", help_text="通信地址。", null=True)
    postcode = Text(verbose_name="邮政编码", help_text="6 位数字。", null=True)
    area_code = Text(verbose_name="长途区号", help_text="补全没有区号的电话时用。", null=True)
    seal_text = Text(verbose_name="印章文字", help_text="留盖章位置时用；程序不保存印章图样。", null=True)

    def title(self) -> str:
        """Write the name on the paper."""
        return str(self.name)

    def problems(self, today: date) -> list[Problem]:
        """Say what is wrong: a name is needed; the code is checked as for a new entry (ORG-45)."""
        found = [] if self.name else [Problem("没有填单位全称。", "name")]
        names = {field: getattr(self, field) or "" for field in rules.NAMES}
        if rules.name_problems(names):  # the book is asked only where there is something to let pass
            found += rules.name_problems(names, self._kept_names())
        if self.code:
            found += credit_code_problems(self.code, new=True, field="code")
        if self.phone:
            found += phone_problems(self.phone, field="phone")
        return found + rules.digits_problems(self.postcode or "", "postcode", "邮政编码", 6)

    def _kept_names(self) -> set[str]:
        """The names that stand so in the book: an older program asked nothing of them."""
        stored = Office.get_or_none(Office.id == self.id)
        if stored is None:
            return set()
        return {field for field in rules.NAMES if getattr(stored, field) == getattr(self, field)}


class Prefix(Record):
    """One 代字: what stands before 〔年〕 in a document number (DC-30). Forms name the role, the office the word."""

    label: ClassVar[str] = "代字"
    sort_source: ClassVar[str] = "word"
    search_sources: ClassVar[tuple[str, ...]] = ("word", "use")

    role = Text(verbose_name="用途代号", help_text="模板里写的代号，如 letter；不要改。", unique=True)
    word = Text(verbose_name="代字", help_text="印在文号里的字，如 兴工函；留空 = 未设置。")
    use = Text(verbose_name="用于", help_text="哪些文件用这个代字。", null=True)

    def title(self) -> str:
        """Write the word itself; of one that is not set, what it is for."""
        return str(self.word or self.use or self.role)

    def problems(self, today: date) -> list[Problem]:
        """Refuse brackets, digits and blanks in a 代字: a number could not be read back (DC-30)."""
        return rules.prefix_problems(self.word)


class DatedValue(Record):
    """One value as it holds for a time: from when, until when, by which document. Empty value = 未设置."""

    label: ClassVar[str] = "年度数值"
    sort_source: ClassVar[str] = "name"
    search_sources: ClassVar[tuple[str, ...]] = ("name", "source", "doc_no")

    name = Text(verbose_name="名称", help_text="程序按名称取数；程序自带的名称不要改。", index=True)
    value = Text(verbose_name="数值", help_text="一个数，或用顿号隔开的几个数；不知道就留空。", null=True)
    unit = Text(verbose_name="单位", help_text="天、人、元、%。", null=True)
    valid_from = Date(verbose_name="起始", help_text="从哪天起执行，可只写到月或年；留空 = 一直。", null=True)
    valid_to = Date(verbose_name="截止", help_text="到哪天为止，可只写到月或年；留空 = 至今。", null=True)
    source = Text(verbose_name="依据", help_text="法律、文件名称，或“本单位决定”。", null=True)
    doc_no = Text(verbose_name="文号", help_text="依据文件的文号。", null=True)
    note = LongText(verbose_name="说明", help_text="怎样用、怎样算。", null=True)

    def title(self) -> str:
        """Write the name with its value, or that it is not set."""
        return f"{self.name}：{self.shown}"

    @classmethod
    def held(cls, keys: Collection[str], names: Collection[str]) -> list[str]:  # noqa: ARG003 - whatever goes back
        """The stamp of a practice county stays on its papers; older programs put it in by a deed that can be undone."""
        from .practice import its_stamp

        stands = its_stamp().where(cls.id.in_(list(keys))).exists()
        return ["这是练习县，“练习，无效”的印记不能撤销。"] if stands else []

    @property
    def shown(self) -> str:
        """The value with its unit, or 未设置."""
        return f"{self.value} {self.unit or ''}".strip() if self.value else "未设置"

    @property
    def is_sound(self) -> bool:
        """Whether the program may reckon with the value (an empty one is 未设置)."""
        return sound(self.name, self.value or "")

    @property
    def span(self) -> rules.Span:
        """From when to when it holds."""
        return rules.Span(_partial(self.valid_from), _partial(self.valid_to))

    def problems(self, today: date) -> list[Problem]:
        """A value needs a name and is of the sort that its name measures; a span may not end before it begins."""
        found = value_problems(self.name, self.value or "") if self.name else [Problem("没有填名称。", "name")]
        return found + rules.span_problems(self.span) + self._stamp_problems()

    def stays(self) -> str:
        """The stamp of a practice county may not be deleted."""
        from .practice import its_stamp

        return STAMP_STAYS if its_stamp().where(DatedValue.id == self.id).exists() else ""

    def _stamp_problems(self) -> list[Problem]:
        """The stamp of a practice county may not be changed, nor another one be put beside it."""
        from .practice import its_stamp

        stamp = its_stamp().first() if self.has_book() else None  # a row is judged without a book, too
        if stamp is None or (self.id != stamp.id and self.name != stamp.name):
            return []
        names = [column.name for column in columns_of(DatedValue).values()]
        changed = [name for name in names if (getattr(self, name) or None) != (getattr(stamp, name) or None)]
        return [Problem(STAMP_STAYS, "name" if self.id != stamp.id else changed[0])] if changed else []


class Entry(Record):
    """One word of a dictionary (乡镇, 单位性质, 年度重点任务). With a year it belongs to that year alone."""

    label: ClassVar[str] = "词表"
    sort_source: ClassVar[str] = "word"
    search_sources: ClassVar[tuple[str, ...]] = ("word", "code", "dictionary")

    dictionary = Text(verbose_name="词表", help_text="这个词属于哪张词表。", index=True)
    position = Whole(verbose_name="次序", help_text="在词表里排第几。", default=0)
    code = Text(verbose_name="代码", help_text="标准里的代码，没有就留空。", null=True)
    word = Text(verbose_name="词", help_text="台账里选用、纸上印出的字样。")
    year = Whole(verbose_name="年度", help_text="只属于哪一年；留空 = 不分年度。", null=True)
    source = Text(verbose_name="依据", help_text="出自哪个标准或文件。", null=True)

    def title(self) -> str:
        """Write the word."""
        return str(self.word)

    def problems(self, today: date) -> list[Problem]:
        """Both the dictionary and the word are needed."""
        wanted = (("dictionary", "没有填是哪张词表。"), ("word", "没有填词。"))
        return [Problem(sentence, field) for field, sentence in wanted if not getattr(self, field)]


class Holiday(Record):
    """One day on which the State Council's yearly notice departs from the ordinary week (DC-33)."""

    label: ClassVar[str] = "节假日"
    sort_source: ClassVar[str] = "day"
    search_sources: ClassVar[tuple[str, ...]] = ("day", "name")

    day = Date(verbose_name="日期", help_text="放假或调休上班的那一天。", unique=True)
    works = YesNo(verbose_name="上班", help_text="是 = 调休上班，否 = 放假。", default=False)
    name = Text(verbose_name="节日", help_text="因哪个节日放假或调休。", null=True)
    source = Text(verbose_name="依据", help_text="放假通知的文号。", null=True)

    def title(self) -> str:
        """Write the day and what it is."""
        return f"{self.day} {self.name or ''}{'上班' if self.works else '放假'}"

    def problems(self, today: date) -> list[Problem]:
        """A holiday is a whole day."""
        return rules.whole_day_problems(_partial(self.day))


class Filling(Record):
    """That shipped values were put into the book. Fixed, so that nobody undoes the ground under all papers."""

    label: ClassVar[str] = "初设资料"
    fixed: ClassVar[bool] = True
    sort_source: ClassVar[str] = "version"

    version = Text(verbose_name="程序版本", help_text="由哪一版程序填入。")
    count = Whole(verbose_name="条数", help_text="填入了多少条。")

    def title(self) -> str:
        """Write which program filled in how many."""
        return f"{self.version}，{self.count} 条"


RECORDS: tuple[type[Record], ...] = (Office, Prefix, DatedValue, Entry, Holiday, Filling, User, Right)


def _partial(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None
