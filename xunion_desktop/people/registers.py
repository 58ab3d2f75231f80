"""The register of people: everybody the book knows, in whatever role, once."""

from __future__ import annotations

from datetime import date

from xunion_desktop.store.record import columns_of
from xunion_desktop.store.registers import Chip, Register

from .records import Person, erased, shares_name


def people_register(today: date) -> Register:
    """人员: by name, as names of people are sorted."""
    chips = (
        Chip("all", "全部", lambda as_of: None),
        Chip("with_id", "有身份证号", lambda as_of: Person.id_number.is_null(False)),
        Chip("without_id", "没有身份证号", lambda as_of: Person.id_number.is_null() & ~erased(as_of)),
        Chip("without_phone", "没有手机", lambda as_of: Person.phone.is_null() & ~erased(as_of)),
        Chip("same_name", "重名", shares_name),
        Chip("erased", "已删除信息", erased),
    )
    columns = tuple(columns_of(Person).values())
    return Register("people", "人员", Person, columns, chips, today=today, order=(("name", False),))
