"""The course of a union as dated rows: terms, head counts, states, officers."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.basics.problems import Problem
from xunion_desktop.basics.wording import chinese_number
from xunion_desktop.branches import limits, rules
from xunion_desktop.branches.committees import Electorate, committee_problems
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.branches.rules import State
from xunion_desktop.branches.words import POSTS, STATES, Post
from xunion_desktop.people.records import Person
from xunion_desktop.store import fields
from xunion_desktop.store.record import Record


class Term(Record):
    """One term of a union's committee (EL-10). ``due`` is the first day on which the union is overdue."""

    label: ClassVar[str] = "届次"
    branch_id: str

    branch = fields.Link(Branch, backref="terms", index=False, verbose_name="工会", help_text="哪个工会的届次")
    number = fields.Whole(null=True, verbose_name="届次", help_text="第几届")
    start = fields.Date(null=True, verbose_name="任期起", help_text="选举的日期，可以只到月")
    years = fields.Whole(null=True, verbose_name="任期（年）", help_text="三年或者五年")
    end = fields.Date(null=True, verbose_name="届满", help_text="任期的最后一天，由程序算出")
    due = fields.Date(null=True, index=True, verbose_name="应换届", help_text="从这天起算届满未换，由程序算出")
    seats = fields.Whole(null=True, verbose_name="委员人数", help_text="按选举时的会员数，如 25–200 人设 3–7 名")
    override = fields.Text(null=True, verbose_name="超出原因", help_text="委员人数不合条例名额的，写明原因和批准")
    approval = fields.Text(null=True, verbose_name="批复文号", help_text="选举结果的批复")

    class Meta:
        indexes = ((("branch", "start", "id", "deleted_at"), False),)  # which row holds is told by the index alone

    def title(self) -> str:
        """The term as it is spoken of: 第五届."""
        return f"第{chinese_number(self.number)}届" if self.number else "届次不详"

    def prepare(self) -> None:
        """Work out the end and the due day (EL-10)."""
        self.end = self.due = None
        if self.start and self.years:
            start = PartialDate.parse(self.start)
            self.end = rules.term_end(start, self.years).iso
            self.due = rules.due_day(start, self.years).isoformat()

    def problems(self, today: date) -> list[Problem]:
        """Three or five years, not begun in the future (EL-10); a committee as large as its members allow (EL-05)."""
        start = PartialDate.parse(self.start) if self.start else None
        problems = rules.term_problems(start, self.years, today, limits.term_years(today))
        problems += rules.number_problems(self.number)
        problems += order_problems(self.branch_id, self.start, self.number, self.id)
        electorate = electorate_of(self.branch_id, start, today) if self.seats else None
        if electorate:
            odd = limits.odd_committee(today)
            problems += committee_problems(electorate, self.seats or 0, "seats", self.override, odd=odd)
        return problems


class Headcount(Record):
    """People of a union from a day on."""

    label: ClassVar[str] = "人数"

    branch = fields.Link(Branch, backref="headcounts", index=False, verbose_name="工会", help_text="哪个工会的人数")
    since = fields.Date(verbose_name="填报日期", help_text="从这天起按这些数算")
    staff = fields.Whole(null=True, verbose_name="职工数", help_text="全部职工")
    staff_women = fields.Whole(null=True, verbose_name="女职工", help_text="职工里的女职工")
    members = fields.Whole(null=True, verbose_name="会员数", help_text="不多于职工数；保留会籍的不算")
    members_women = fields.Whole(null=True, verbose_name="女会员", help_text="会员里的女会员")
    migrants = fields.Whole(null=True, verbose_name="农民工会员", help_text="会员里的农民工")
    cadres = fields.Whole(null=True, verbose_name="专职工会干部", help_text="专职做工会工作的人")

    class Meta:
        indexes = ((("branch", "since", "id", "deleted_at"), False),)

    def title(self) -> str:
        """The day of the count."""
        return f"{self.since} 人数"

    def heads(self) -> rules.Heads:
        """The counts as the rules take them."""
        return rules.Heads(self.staff, self.staff_women, self.members, self.members_women, self.migrants, self.cadres)

    def problems(self, today: date) -> list[Problem]:
        """No part greater than its whole, counted on a day that has come (appendix F)."""
        return rules.heads_problems(self.heads()) + rules.day_problems("填报日期", _partial(self.since), today)


class StateChange(Record):
    """What a union is from a day on; a union without one is 正常."""

    label: ClassVar[str] = "状态"
    branch_id: str

    branch = fields.Link(Branch, backref="states", index=False, verbose_name="工会", help_text="哪个工会的状态")
    since = fields.Date(verbose_name="自", help_text="从哪天起")
    state = fields.Choice(choices=STATES, default=State.NORMAL.value, verbose_name="状态", help_text="届满不用登记")
    until = fields.Date(null=True, verbose_name="延期至", help_text="批准延到的那一天，一般不超过半年")
    resumes = fields.Date(null=True, verbose_name="延期后", help_text="从这天起重新算届满，由程序算出")
    override = fields.Text(null=True, verbose_name="超期理由", help_text="延期超过半年的，写明理由和批准")
    reason = fields.Text(null=True, verbose_name="事由", help_text="为什么，并到哪里")
    document = fields.Text(null=True, verbose_name="批复文号", help_text="批准的文件")

    class Meta:
        indexes = ((("branch", "since", "id", "deleted_at"), False),)

    def title(self) -> str:
        """The state in a word."""
        return rules.STATE_WORDS[State(self.state)]

    def prepare(self) -> None:
        """Work out the day after an extension; other states have none."""
        if self.state != State.EXTENDED:
            self.until = None
        self.resumes = rules.resumes(PartialDate.parse(self.until)).isoformat() if self.until else None

    def problems(self, today: date) -> list[Problem]:
        """Gone only on a day that has come (F); an extension needs its last day, half a year after the term (EL-11)."""
        since, until = _partial(self.since), _partial(self.until)
        if self.state in rules.GONE:
            return rules.day_problems(f"{self.title()}的日期", since, today)
        if self.state != State.EXTENDED:
            return []
        if since and until and until.last < since.first:
            return [Problem("延期结束早于开始。", "until", rule="EL-11", remedy="填批复里的新日期。")]
        term = running_term(self.branch_id, self.since)
        if until is None or term is None or not term.due:
            return rules.extension_problems(date.max, until)
        limit = limits.extension_days(today)
        return rules.extension_problems(date.fromisoformat(term.due), until, self.override or "", limit)


class Officer(Record):
    """A person holds a post in a union, from a day to a day."""

    label: ClassVar[str] = "委员会成员"
    branch_id: str
    holder_id: str

    branch = fields.Link(Branch, backref="officers", verbose_name="工会", help_text="任职的工会")
    holder = fields.Link(Person, backref="offices", verbose_name="姓名", help_text="任职的人")
    post = fields.Choice(choices=POSTS, default=Post.MEMBER.value, verbose_name="职务", help_text="从列表里选")
    since = fields.Date(null=True, verbose_name="任职自", help_text="不知道就空着")
    until = fields.Date(null=True, verbose_name="离任", help_text="还在任就空着；从这天起不再任职")
    full_time = fields.YesNo(null=True, verbose_name="专职", help_text="专职还是兼职")
    override = fields.Text(null=True, verbose_name="超出原因", help_text="委员超出条例名额的，写明原因和批准")
    remark = fields.Text(null=True, verbose_name="说明", help_text="如 补选、日期不详")

    class Meta:
        indexes = ((("post", "branch", "until", "since", "deleted_at", "holder"), False),)

    def title(self) -> str:
        """Post and name."""
        name = self.holder.name if self.holder_id else getattr(self, "name", "")
        return f"{dict(POSTS)[self.post]} {name}"

    def problems(self, today: date) -> list[Problem]:
        """Nobody leaves before he came."""
        if self.since and self.until and PartialDate.parse(self.until).last < PartialDate.parse(self.since).first:
            return [Problem("离任早于任职。", "until")]
        return []


def order_problems(
    branch: str, start: str | None, number: int | None, own: str, *, running: bool = False
) -> list[Problem]:
    """Return whether a term stands in its order among the others of its union.

    ``own`` is its own key; a new or the ``running`` term comes after those whose numbers nobody knows.
    """
    begun = _partial(start)
    if begun is None:
        return []
    terms = Term.alive().where((Term.branch == branch) & (Term.id != own) & Term.start.is_null(False))
    others = [(PartialDate.parse(str(term.start)), term.number) for term in terms]
    newest = running or not Term.alive().where(Term.id == own).exists()
    return rules.order_problems(begun, number, others, newest=newest)


def _partial(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def electorate_of(branch: str, start: PartialDate | None, today: date) -> Electorate | None:
    """Return the members a committee is measured by: at the election, else the first that were counted after it."""
    day = min(start.last, today).isoformat() if start else today.isoformat()
    counts = Headcount.alive().where((Headcount.branch == branch) & Headcount.members.is_null(False))
    then = counts.where(Headcount.since <= day).order_by(Headcount.since.desc(), Headcount.id.desc()).first()
    if then:
        return Electorate(then.members)
    later = counts.order_by(Headcount.since, Headcount.id).first()
    return Electorate(later.members, f"（选举时没有登记，按 {later.since} 的数）") if later else None


def running_term(branch: str, day: str) -> Term | None:
    """Return the term that ran on ``day``."""
    terms = Term.alive().where((Term.branch == branch) & (Term.start <= day))
    term: Term | None = terms.order_by(Term.start.desc(), Term.id.desc()).first()
    return term
