"""Fields: what a record is declared with. Each carries its kind, label, hint and whether it is sensitive.

>>> class Branch(Record):
...     name = Text(verbose_name="工会名称", help_text="与公章一致")
...     founded = Date(verbose_name="成立日期", null=True)

A field of text kind that may be empty (``null=True``) holds None and never the empty text, so that 空 is one thing.
Dates and months are ISO text (2021, 2021-06, 2021-06-20), money is whole fen, both the same on every database.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar, Literal, Protocol, TypeVar, cast, overload

import peewee as pw

from .columns import Kind

V = TypeVar("V")
M = TypeVar("M", bound=pw.Model)


class Declared:
    """What all fields of a record have beside peewee's own: ``kind`` and ``sensitive``."""

    kind: ClassVar[Kind]

    def __init__(self, *args: Any, sensitive: bool = False, **said: Any) -> None:
        self.sensitive = sensitive
        super().__init__(*args, **said)


class _Texts(Declared):
    """Stored as text; an empty one is None where None is allowed."""

    null: bool

    def db_value(self, value: Any) -> str | None:
        if value is None or (value == "" and self.null):
            return None
        return self.adapt(value)

    def adapt(self, value: Any) -> str:
        return value if isinstance(value, str) else str(value)


class _Dates(_Texts):
    """ISO text; a ``date`` and a ``PartialDate`` (its ``iso``) are taken too."""

    def adapt(self, value: Any) -> str:
        if isinstance(value, date):
            return value.isoformat()
        return str(getattr(value, "iso", value))


class _Links(Declared):
    """The key of another record, which cannot be removed while this one points to it."""

    def __init__(self, *args: Any, **said: Any) -> None:
        said.setdefault("on_delete", "RESTRICT")
        super().__init__(*args, **said)


class Maker(Protocol[V]):
    """How a field is declared; its value is ``V``, or also None with ``null=True``."""

    @overload
    def __call__(self, *, null: Literal[True], **said: Any) -> pw.Field[V | None]: ...

    @overload
    def __call__(self, *, null: Literal[False] = ..., **said: Any) -> pw.Field[V]: ...


class LinkMaker(Protocol):
    """How a link is declared: ``Link(Branch, backref="members")``."""

    @overload
    def __call__(
        self, record: type[M], *, null: Literal[True], backref: str = ..., **said: Any
    ) -> pw.ForeignKeyField[M | None]: ...

    @overload
    def __call__(
        self, record: type[M], *, null: Literal[False] = ..., backref: str = ..., **said: Any
    ) -> pw.ForeignKeyField[M]: ...

    @overload
    def __call__(
        self, record: Literal["self"], *, null: bool = ..., backref: str = ..., **said: Any
    ) -> pw.ForeignKeyField[Any]: ...


def _fields(name: str, kind: Kind, *parts: type) -> Callable[..., Any]:
    """The class of the fields of one kind."""
    return type(name, parts, {"kind": kind, "__module__": __name__})


Key: Maker[str] = _fields("Key", Kind.TEXT, _Texts, pw.TextField)
Text: Maker[str] = _fields("Text", Kind.TEXT, _Texts, pw.TextField)
LongText: Maker[str] = _fields("LongText", Kind.LONG_TEXT, _Texts, pw.TextField)
Whole: Maker[int] = _fields("Whole", Kind.WHOLE, Declared, pw.BigIntegerField)
Money: Maker[int] = _fields("Money", Kind.MONEY, Declared, pw.BigIntegerField)
Percent: Maker[int] = _fields("Percent", Kind.PERCENT, Declared, pw.BigIntegerField)
Date: Maker[str] = _fields("Date", Kind.DATE, _Dates, pw.TextField)
Month: Maker[str] = _fields("Month", Kind.MONTH, _Dates, pw.TextField)
YesNo: Maker[bool] = _fields("YesNo", Kind.YES_NO, Declared, pw.BooleanField)
Choice: Maker[str] = _fields("Choice", Kind.CHOICE, _Texts, pw.TextField)
File: Maker[str] = _fields("File", Kind.FILE, _Texts, pw.TextField)
IdNumber: Maker[str] = _fields("IdNumber", Kind.ID_NUMBER, _Texts, pw.TextField)
CreditCode: Maker[str] = _fields("CreditCode", Kind.CREDIT_CODE, _Texts, pw.TextField)
Phone: Maker[str] = _fields("Phone", Kind.PHONE, _Texts, pw.TextField)
Card: Maker[str] = _fields("Card", Kind.CARD, _Texts, pw.TextField)
Link = cast("LinkMaker", _fields("Link", Kind.LINK, _Links, pw.ForeignKeyField))
