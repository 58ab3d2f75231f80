"""Branch: one grassroots union; Employer: a unit it covers."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from xunion_desktop.basics.codes import credit_code_problems, tidy_code
from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.basics.wording import one_line
from xunion_desktop.branches import rules
from xunion_desktop.store import fields
from xunion_desktop.store.record import Record


class Coded:
    """What is known by its name and has a code."""

    name: str
    code: str | None

    def title(self) -> str:
        """Its name."""
        return str(self.name)

    def prepare(self) -> None:
        """Take stray spaces out of name and code."""
        self.name = one_line(self.name or "")
        self.code = tidy_code(self.code) if self.code else None


class Employer(Coded, Record):
    """One unit (企业、事业单位、机关、社会组织): what a union covers (ORG-01)."""

    label: ClassVar[str] = "单位"
    sort_source: ClassVar[str] = "name"
    search_sources: ClassVar[tuple[str, ...]] = ("name", "code")

    name = fields.Text(verbose_name="单位名称", help_text="照营业执照或法人证书写全称")
    name_derived = fields.YesNo(null=True, verbose_name="名称待核", help_text="“是”：名称由工会名称推得，还没核对")
    code = fields.CreditCode(null=True, index=True, verbose_name="单位信用代码", help_text="单位的代码，不是工会的")
    nature = fields.Text(null=True, verbose_name="单位性质", help_text="词表“单位性质”里的词")
    industry = fields.Text(null=True, verbose_name="所属行业", help_text="词表“行业”里的词，国民经济行业门类")
    township = fields.Text(null=True, verbose_name="所在乡镇", help_text="单位所在的乡镇")
    address = fields.Text(null=True, verbose_name="地址", help_text="写到门牌")
    remark = fields.LongText(null=True, verbose_name="备注", help_text="别处放不下的写这里")

    def problems(self, today: date) -> list[Problem]:
        """A unit needs a name; its code is checked as any unit's (appendix F)."""
        problems = [] if (self.name or "").strip() else [Problem("单位名称还没有填。", "name")]
        if self.code:
            problems += credit_code_problems(self.code, new=not _kept(Employer, self), union=False, field="code")
        return problems


class Branch(Coded, Record):
    """One grassroots union, from its preparation to its end (MB-09, ORG-09)."""

    label: ClassVar[str] = "基层工会"
    sort_source: ClassVar[str] = "name"
    search_sources: ClassVar[tuple[str, ...]] = ("name", "code")

    name = fields.Text(verbose_name="工会名称", help_text="照批复写全称，如 ××公司工会委员会")
    code = fields.CreditCode(
        null=True, index=True, verbose_name="统一社会信用代码", help_text="法人证上 81 开头的 18 位"
    )
    nature = fields.Text(null=True, verbose_name="单位性质", help_text="企业工会的补选期限不同")
    industry = fields.Text(null=True, verbose_name="所属行业", help_text="国民经济行业门类")
    township = fields.Text(null=True, index=True, verbose_name="所属乡镇", help_text="县直单位写所在乡镇")
    founded = fields.Date(null=True, verbose_name="建会时间", help_text="可以只到月或年，如 2011.8")
    approval = fields.Text(null=True, verbose_name="建会批复文号", help_text="如 兴工发〔2011〕8号")
    certificate_until = fields.Date(
        null=True, verbose_name="法人证有效期止", help_text="与任期相同，届满前 30 日内换领"
    )
    contact = fields.Text(null=True, verbose_name="联系人", help_text="平时找谁")
    phone = fields.Phone(null=True, sensitive=True, verbose_name="联系人电话", help_text="手机号，或带区号的座机")
    address = fields.Text(null=True, verbose_name="地址", help_text="寄函用，写到门牌")
    postcode = fields.Text(null=True, verbose_name="邮编", help_text="六位")
    remark = fields.LongText(null=True, verbose_name="备注", help_text="别处放不下的写这里")

    def problems(self, today: date) -> list[Problem]:
        """A union needs a name; a code that is new must be right (ORG-45) and its own."""
        problems = rules.name_problems(self.name or "")
        if self.code:
            problems += credit_code_problems(self.code, new=not _kept(Branch, self), field="code")
            problems += self._twins(
                Branch.code == self.code, "code", "这个信用代码已经是“{}”的。", Level.ERROR, "ORG-45"
            )
        if (self.name or "").strip():
            problems += self._twins(Branch.name == one_line(self.name), "name", "已有同名的工会“{}”。", Level.DOUBT)
        return problems

    def _twins(self, condition: Any, field: str, sentence: str, level: Level, rule: str = "") -> list[Problem]:
        twin = Branch.alive().where(condition & (Branch.id != self.id)).first()
        return [Problem(sentence.format(twin.name), field, level, rule)] if twin else []


class Coverage(Record):
    """A union covers an employer, from a day on (a joint union covers several)."""

    label: ClassVar[str] = "覆盖单位"
    branch_id: str
    employer_id: str

    branch = fields.Link(Branch, backref="coverages", verbose_name="工会", help_text="覆盖这家单位的工会")
    employer = fields.Link(Employer, backref="coverages", verbose_name="单位", help_text="被覆盖的单位")
    since = fields.Date(null=True, verbose_name="自", help_text="从哪天起覆盖，不知道就空着")
    until = fields.Date(null=True, verbose_name="至", help_text="到哪天为止，还覆盖着就空着")

    def title(self) -> str:
        """The employer's name."""
        return str(self.employer.name if self.employer_id else getattr(self, "name", ""))


def _kept(record_class: type[Record], record: Any) -> bool:
    """Whether the book holds this record with this very code already: then a wrong code is old, not new."""
    same = (record_class.id == record.id) & (record.__class__.code == record.code)
    return bool(record_class.alive().where(same).exists())
