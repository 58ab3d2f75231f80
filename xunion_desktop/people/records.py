"""Person: one human being of the county, met in whatever role."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

import peewee as pw

from xunion_desktop.basics.codes import id_birth, id_sex
from xunion_desktop.basics.problems import Problem
from xunion_desktop.basics.wording import one_line
from xunion_desktop.people.rules import person_problems
from xunion_desktop.store import fields
from xunion_desktop.store.record import BLANK, Record

SEXES = (("男", "男"), ("女", "女"))
POLITICS = tuple((word, word) for word in ("中共党员", "中共预备党员", "共青团员", "民主党派", "无党派人士", "群众"))
SCHOOLING = tuple((word, word) for word in ("研究生", "本科", "专科", "中职", "高中", "初中", "小学"))


class Person(Record):
    """One human being, once."""

    label: ClassVar[str] = "人员"
    person: ClassVar[bool] = True
    sort_source: ClassVar[str] = "name"
    search_sources: ClassVar[tuple[str, ...]] = ("name", "phone")

    name = fields.Text(verbose_name="姓名", help_text="照身份证写，生僻字照写")
    sex = fields.Choice(choices=SEXES, null=True, verbose_name="性别", help_text="填了身份证号会自动带出")
    id_number = fields.IdNumber(null=True, sensitive=True, index=True, verbose_name="身份证号", help_text="18 位")
    birth = fields.Date(null=True, verbose_name="出生日期", help_text="可以只到月或年，如 1975.8")
    phone = fields.Phone(null=True, sensitive=True, verbose_name="手机", help_text="手机号，或带区号的座机")
    nation = fields.Text(null=True, verbose_name="民族", help_text="如 汉族")
    politics = fields.Choice(choices=POLITICS, null=True, verbose_name="政治面貌", help_text="从列表里选")
    schooling = fields.Choice(choices=SCHOOLING, null=True, verbose_name="学历", help_text="从列表里选")
    remark = fields.LongText(null=True, verbose_name="备注", help_text="别处放不下的写这里")

    def title(self) -> str:
        """The person's name."""
        return str(self.name)

    def prepare(self) -> None:
        """Take birth and sex from the id number where they are empty (appendix F)."""
        self.name = one_line(self.name or "")
        if self.id_number and not self.birth:
            born = id_birth(self.id_number)
            self.birth = born.isoformat() if born else None
        if self.id_number and not self.sex:
            self.sex = id_sex(self.id_number)

    def problems(self, today: date) -> list[Problem]:
        """What is wrong with the person's data."""
        return person_problems(self.name, self.id_number, self.birth, self.sex, self.phone, today)


def find_person(name: str, phone: str = "", id_number: str = "") -> Person | None:
    """Return the person that is in the book already: by id number, else by name and phone, else none."""
    if id_number:
        found = _first(Person.id_number == id_number)
        if found:
            return found
    if not phone:
        return None
    return _first((Person.name == name) & (Person.phone == phone))


def shares_name(_as_of: date) -> Any:
    """Whether somebody else is called the same: two people, or one written down twice."""
    other = Person.alias()
    names = other.select(other.name).where(other.deleted_at.is_null() & (other.name != BLANK))
    return Person.name.in_(names.group_by(other.name).having(pw.fn.COUNT(other.id) > 1))


def erased(_as_of: date) -> Any:
    """Whether the person's data were erased by law."""
    return Person.name == BLANK


def _first(condition: Any) -> Person | None:
    found: Person | None = Person.alive().where(condition).first()
    return found


def known_people() -> dict[tuple[str, str], str]:
    """Return name and phone → key of everybody who has a phone: for long deeds that meet many people."""
    people = Person.select(Person.id, Person.name, Person.phone)
    found = people.where(Person.deleted_at.is_null() & Person.phone.is_null(False))
    return {(person.name, person.phone or ""): person.id for person in found}
